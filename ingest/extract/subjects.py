"""Whom the figures of a report are about: the topic of the clause, else the topic that goes on from the clause before.

A sentence is cut at ； into segments, a segment at ， into clauses. A clause has a topic where it

    opens with something that acts      《主播说三农》播出150期 · 新闻热线接听来电3.2万个 · 青山网“民声”受理留言4万条
    brings up one thing by name         集团发起“暖冬行动”， · 总投资1480万元的4K演播室启用， · 推出特刊《启航》16个版
    gives several things, one each      A头条号、B人民号阅读量分别达3.4亿和9600万

and none where it speaks of the media itself (集团, 本报) or of several things at once. A clause without words of its
own for a topic goes on with the one before, never over a ；.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Sequence

from ingest.extract import subject_forms as forms
from ingest.extract.measured import OF_ACCOUNTS
from ingest.extract.named_things import CLAUSE, SEGMENT, Clauses, Named, named_things
from ingest.extract.outlet_words import BARE_OUTLETS
from ingest.extract.platforms import PlatformNames
from ingest.extract.wording import (
    ACTS,
    GENERIC_TOPIC,
    MEDIA_MEASURE,
    NO_TOPIC,
    NOT_A_TOPIC,
    NOUN_TOO,
    REACHED,
    TIME_LEAD,
    VERB,
)
from ingest.numbers import Quantity
from ingest.reading import Reading
from ingest.report import PlatformKind
from ingest.sentences import Span
from ingest.titles import Titles

_CLAUSE_END = re.compile(f"[{CLAUSE}]")
_STAFF_AFTER = 10
_MOST_JOINED = 3
_WIDEST_BRACKET = 40
"""Characters from the opening of a bracket to a figure in it."""
_PARTS = frozenset({"集", "期", "季", "版", "个版", "个整版", "整版", "讲", "卷", "册", "档"})


class Subjects:
    """Whom the figures of one report are about. Offsets are code points of the report's text."""

    def __init__(self, reading: Reading, titles: Titles, platforms: PlatformNames) -> None:
        """Use the judged titles, the own platforms and the undertakings of `reading` as possible subjects."""
        self._text = reading.text
        self._outlets = [(span.name, span.kind) for span in platforms.spans]
        self._back = Clauses(reading.text, titles).back
        self._named = named_things(reading, titles, platforms, self._back)
        self._named_starts = [item.start for item in self._named]
        self._named_ends = [item.end for item in self._named]

    def of(self, sentence: Span, quantity: Quantity, name: str, nth: int = 0) -> str | None:
        """Return the subject of the figure `name`; `nth` counts figures of a 分别达A和B within one clause."""
        start = self._back(quantity.start, sentence[0], CLAUSE)
        if (bracketed := self._bracketed(quantity)) is not None:
            return bracketed
        if (medium := self._medium(start, quantity.start)) is not None:
            return medium
        account = self._account(sentence, start, quantity)
        if account is not None:
            return account
        if forms.OF_MONEY.search(name) and (company := self._company(start, quantity.start, sentence[0])):
            return company
        if MEDIA_MEASURE.fullmatch(name) or forms.OF_ALL_OUTLETS.match(name):
            here = self._within(start, quantity.start)
            return here[0].name if here and self._heads(start, here[0]) else None
        if (
            quantity.unit in {"个", "家", "份", "种", "张", "套"}
            and forms.OUTLET_COUNT.fullmatch(name)
            and not forms.TAKEN_UP_BY.search(self._text, start, quantity.start)
        ):
            # 拥有《A报》《B报》等9份报纸; but 《A》被60余家网站转载
            return None
        if forms.OF_STAFF.match(self._text, start, quantity.end + _STAFF_AFTER):
            return None
        described = self._described(quantity)
        if described is not None:
            return described
        found, topic = self._topic(start, quantity.start, nth, name)
        begin = self._back(quantity.start, sentence[0], SEGMENT)
        if begin > sentence[0] and (
            forms.ANAPHOR.match(self._text, begin) or forms.SINCE.match(self._text, begin)
        ):
            # 《A》举办6场；|节目曝光的137个问题，|年底前解决121个: the programme of the segment before.
            begin = self._back(begin - 1, sentence[0], SEGMENT)
        of_several = forms.OF_SEVERAL.search(name)
        several = self._several(start, quantity.start) if of_several and not found else None
        if several is not None and self._heads(start, self._within(start, quantity.start)[0]):
            return several
        while not found and start > begin:
            end = start - 1
            start = self._back(end, begin, CLAUSE)
            found, topic = self._topic(start, end, 0, "")
            if of_several and not found and several is None:
                several = self._several(start, end)
        return topic if found else several

    def _company(self, start: int, end: int, low: int) -> str | None:
        """下属禾润传媒公司全年营业收入3460万元，|同比增长21.7%: the company that the segment names."""
        begin = self._back(start, low, SEGMENT)
        if "公司" not in self._text[begin:end]:
            return None
        told = forms.COMPANY.search(self._text[begin:end])
        return told["company"] if told else None

    def _each_before(self, start: int, nth: int) -> str | None:
        """开设“A”“B”“C”三个专栏，|刊发稿件分别为74篇、51篇、109篇: the nth of what the clause before names."""
        before = self._back(start - 1, self._back(start, 0, SEGMENT), CLAUSE)
        here = self._within(before, start)
        return here[nth].name if len(here) > 1 and nth < len(here) else None

    def _several(self, start: int, end: int) -> str | None:
        """Return the few titles joined to one another in a clause: 推出“A”“B”专栏，|刊发稿件400余篇 are of both."""
        here = self._within(start, end)
        if not 2 <= len(here) <= _MOST_JOINED or any(item.outlet for item in here):
            return None
        together = len(self._joined(here)) == len(here)
        return "、".join(item.name for item in here) if together else None

    def _medium(self, start: int, end: int) -> str | None:
        """电视播出14200小时、|广播播出13870小时: of which medium it is, where each is told by itself."""
        if "播" not in self._text[start:end]:
            return None
        part = self._back(end, start, "、")
        medium = forms.OF_MEDIUM.match(self._text, part, end)
        return medium["medium"] if medium and "分别" not in self._text[part:end] else None

    def _bracketed(self, quantity: Quantity) -> str | None:
        """“水工报”微信公众号（订阅数38万）: what the bracket that holds the figure stands right behind."""
        text, low = self._text, max(0, quantity.start - _WIDEST_BRACKET)
        opened = max(text.rfind("（", low, quantity.start), text.rfind("(", low, quantity.start))
        if (
            opened < 0
            or max(text.rfind("）", opened, quantity.start), text.rfind(")", opened, quantity.start)) > 0
        ):
            return None
        at = bisect.bisect_left(self._named_ends, opened)
        return self._named[at].name if self._named_ends[at : at + 1] == [opened] else None

    def _of_the_two(self, start: int, former: bool) -> str | None:
        """推出《A》《B》，前者全网观看2.1亿次: the first or the second of the two named last before `start`."""
        two = self._within(self._back(start, 0, "。！？\n"), start)[-2:]
        return None if len(two) < 2 else two[0 if former else 1].name

    def _described(self, quantity: Quantity) -> str | None:
        """What the figure describes that stands to its right within the clause."""
        text = self._text
        ending = _CLAUSE_END.search(text, quantity.end)
        stop = ending.start() if ending else len(text)
        that = forms.DESCRIBED.match(text, quantity.end, stop)
        body = forms.BODY.match(text, that.end(), stop) if that else None
        if body:
            return body.group()
        named = bisect.bisect_left(self._named_starts, that.end()) if that else len(self._named)
        if that and self._named_starts[named : named + 1] == [that.end()]:
            return self._named[named].name
        following = [item for item in self._within(quantity.end, stop) if not item.outlet]
        if (
            quantity.unit in _PARTS
            and following
            and forms.EXTENT.fullmatch(text, quantity.end, following[0].start)
        ):
            return following[0].name
        return None

    def _topic(self, start: int, end: int, nth: int, name: str) -> tuple[bool, str | None]:
        """Whether the clause decides whose its figures are, and whose (None: the media's)."""
        text = self._text
        if meant := forms.FORMER_OR_LATTER.match(text, start, end):
            return True, self._of_the_two(start, meant.group().endswith("前者"))
        here = self._within(start, end)
        clause = text[start:end]
        if "分别" in clause and len(here) > 1:
            # 江南台《A》《B》栏目分别播出…: what the outlet carries.
            carried = (
                here[1:] if len(here) > 2 and here[0].outlet and here[1].start - here[0].end <= 1 else here
            )
            each = here if here[1].outlet else carried
            titled = [
                item
                for item, after in itertools.zip_longest(here, here[1:])
                # A频道|《甲》、B频道|《乙》分别播出…: what each of them carries.
                if not (item.outlet and after and not after.outlet and after.start - item.end <= 1)
            ]
            each = titled if 1 < len(titled) < len(here) - 1 else each
            if nth < len(each):
                return True, each[nth].name
        if "分别" in clause and not here and name and (each_before := self._each_before(start, nth)):
            return True, each_before
        if len(here) > 1 and clause.endswith(("体系", "矩阵", "格局")) and all(item.outlet for item in here):
            return True, None
        shown = [
            item
            for item in here
            # 《A》《B》等报道47篇: examples of what is counted.
            if not forms.EXAMPLE_AFTER.match(text, item.group_end)
        ]
        if len(shown) > 2 and forms.COUNTED_LIST.search(clause):
            # 拥有《A》《B》5个栏目和“C”“D”等9个平台
            return True, None
        about = [item for item in shown if not self._is_place(item, start, shown)]
        if about and BARE_OUTLETS.match(text, about[-1].end):
            # “江南”客户端以及微信、微博、抖音等账号推送…
            return True, None
        if about:
            # “A”是B的民生栏目，全年接单…: of what opens the clause.
            last = about[-1]
            if forms.IS.match(text, about[0].group_end):
                return True, about[0].name
            joined = self._joined(about)
            if len(joined) < 2:
                return True, last.name
            heads = [item for item in about if item not in joined]
            # 《A报》开设“B”“C”专栏，刊发…: the paper's, or whose the clause before is.
            return bool(heads), heads[0].name if heads else None
        if forms.TOTAL.match(clause) and len(self._within(self._back(start, 0, SEGMENT), start)) > 1:
            return True, None
        if forms.WHOLE_MATRIX.search(clause) and len(self._within(self._back(start, 0, SEGMENT), end)) != 1:
            return True, None
        lead = TIME_LEAD.sub("", clause)
        if forms.SENDS.match(lead):
            return False, None
        if (alone := forms.OWN_ONE.match(lead)) and (one := self._only_one(alone["suffix"])):
            return True, one
        pair = forms.MEDIUM_PAIR.match(lead)
        if pair:
            return True, (pair["a"] if nth == 0 else pair["b"]) if name else None
        if several := forms.SEVERAL_MEDIA.match(lead):
            return True, several.group()
        if forms.PAPER_ALONE.match(lead):
            own = list(dict.fromkeys(name for name, kind in self._outlets if kind is PlatformKind.NEWSPAPER))
            return True, own[0] if own else None
        bare = self._bare_topic(lead, name)
        if bare is not None:
            return True, bare or None
        ends = not name and lead.endswith(forms.HAPPENED_ENDS)
        happened = forms.HAPPENED.search(forms.UP_TO_OF.sub("", lead)) if ends else None
        if (
            happened
            and not here
            and not happened["what"].replace("之家", "").endswith(("人", "者", "员", "家"))
            and not forms.GENERIC_HEAD.match(lead)
            and not forms.DATE_ALONE.fullmatch(happened["what"])
            and not VERB.match(happened["what"])
        ):
            return True, happened["what"]
        bodies = [
            body
            for body in (
                forms.BODY.finditer(text, start, end) if forms.BODY_WORD.search(text, start, end) else ()
            )
            if text[body.start() - 1] != "、"
            and not forms.HELD_BEFORE.search(body.group())
            and not forms.COUNTED_AFTER.match(text, body.end())
        ]
        if bodies:
            return True, forms.BODY_LEAD.sub("", bodies[-1].group())
        return bool(forms.GENERIC_HEAD.match(lead)), None

    def _joined(self, about: Sequence[Named]) -> list[Named]:
        """The run of names joined to one another that ends with the last."""
        run = [about[-1]]
        for item in reversed(about[:-1]):
            together = item.group_end == run[0].group_end and not item.alone
            if not together and not forms.AND.fullmatch(self._text, item.end, run[0].start):
                break
            run.insert(0, item)
        return run

    def _bare_topic(self, lead: str, name: str) -> str | None:
        """The unquoted noun that opens the clause: its subject; "" where it is the media itself, None for none."""
        hotline = forms.HOTLINE.match(lead)
        if hotline and not VERB.match(hotline.group()) and not re.match(r"[\d,，]", lead[hotline.end() :]):
            return hotline.group()
        cut = lead.rfind(name) if name else -1
        number = forms.DIGIT.search(lead)
        head = lead[: cut if cut >= 0 else number.start() if number else len(lead)]
        verb = next((m for m in VERB.finditer(head) if m.group() not in NOUN_TOO or m.start() == 0), None)
        if verb is None and cut < 0:
            # 接进听众热线|8,100余个: what is counted, and no topic.
            return None
        if forms.OTHERS.match(head):
            # 央视《新闻联播》采用稿件161条: where it was carried; the pieces are the media's.
            return ""
        head = head[: verb.start()] if verb else head
        head = forms.ADVERBS_END.sub("", head)
        head = forms.EDITION.sub("", head).strip("，, 　的")
        head = head.split("的")[-1] if len(head.split("的")[-1]) >= 2 else head
        if GENERIC_TOPIC.match(head):
            # 全平台观看量: of what was told before; 全平台粉丝: of the media.
            return None if head.startswith(("全平台", "各平台")) and REACHED.fullmatch(name) else ""
        if (
            len(head) < 2
            or len(head) > 16
            or NO_TOPIC.search(head)
            or NOT_A_TOPIC.search(head)
            or not ACTS.search(head)
        ):
            return None
        bare = forms.MARKS.sub("", head)
        return bare if forms.PLAIN_NAME.fullmatch(bare) and len(bare) >= 3 else None

    def _within(self, start: int, end: int) -> list[Named]:
        first = bisect.bisect_left(self._named_starts, start)
        last = bisect.bisect_right(self._named_ends, end, first)
        return self._named[first:last]

    def _is_place(self, item: Named, start: int, shown: Sequence[Named]) -> bool:
        """在A播出, 经B推送: unless what it carries follows at once (在A“C”栏目刊发…)."""
        before = self._text[start : item.start]
        if not forms.PLACE_BEFORE.search(before) or not before:
            return False
        carried = any(other.start >= item.end and other.start - item.end <= 2 for other in shown)
        return not carried or item.outlet

    def _heads(self, start: int, item: Named) -> bool:
        return not TIME_LEAD.sub("", self._text[start : item.start])

    def _only_one(self, suffix: str) -> str | None:
        """Return the media's outlet of the kind that a word alone means, where it has one only."""
        kind = PlatformKind.APP if suffix in {"客户端", "APP", "App"} else forms.KIND_OF_ACCOUNT[suffix]
        own = {name for name, other in self._outlets if other is kind}
        return own.pop() if len(own) == 1 else None

    def _house_before(self, start: int, end: int) -> str | None:
        """Return the paper after which the account is called that a figure stands beside, as far back as its segment goes."""
        begin = self._back(start, 0, SEGMENT)
        named = [item for item in self._within(begin, end) if item.outlet]
        if not named:
            return None
        title = forms.PAPERS_ACCOUNT.match(self._text, named[-1].start, named[-1].end)
        return title["paper"] if title else None

    def _account(self, sentence: Span, start: int, quantity: Quantity) -> str | None:
        """微博粉丝210万、抖音号91万: an account word alone means the media's own account of that kind."""
        end = quantity.start
        clause = self._text[start:end]
        part = clause[clause.rfind("、") + 1 :]
        bare = forms.ACCOUNT_ALONE.match(part)
        if bare is None and quantity.unit in OF_ACCOUNTS:
            bare = forms.ACCOUNT_RIGHT_BEFORE.fullmatch(part)
        if forms.OTHER_ACCOUNTS.search(clause[: -len(part) or None]):
            # 微信、微博、抖音、快手总粉丝量
            return None
        if bare is None and forms.OF_AN_ACCOUNT.match(part):
            # 抖音号粉丝131万、获赞2600万 · 视频号5月开通、粉丝4.4万: of the account that opens the clause.
            earlier = [forms.ACCOUNT_OPENS.match(piece) for piece in clause[: -len(part) - 1].split("、")]
            bare = earlier[-1] if len(earlier) == 1 else None
        goes_on = part and part == clause and self._text[start - 1] in "，,"
        if bare is None and goes_on and start > sentence[0] and forms.GOES_ON_ABOUT_ACCOUNT.match(part):
            # 抖音号粉丝首次突破百万，|达118万人 · 抖音号发展迅速，|粉丝达118万人: of the account that opens the clause before.
            before_it = self._text[self._back(start - 1, sentence[0], CLAUSE) : start - 1]
            bare = forms.ACCOUNT_OPENS.match(before_it)
        if bare is None or "分别" in clause:
            return None
        kind = forms.KIND_OF_ACCOUNT[bare["suffix"]]
        own = list(dict.fromkeys(name for name, other in self._outlets if other is kind))
        before = [item.name for item in self._named if sentence[0] <= item.start < end and item.outlet]
        kin = [name for name in own if before and name[:2] == before[-1][:2]]
        if not own and (house := self._house_before(start, end)) is not None:
            # 《江南日报》微信公众号粉丝68万、|抖音号96万: of the same paper.
            return house + bare["suffix"]
        return kin[0] if len(kin) == 1 else (own[0] if len(own) == 1 else bare["suffix"])
