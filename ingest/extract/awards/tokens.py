"""Where the tokens of an award clause stand: levels, counts, quoted names, and the borders of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.alternation import by_letter
from ingest.dates import edition
from ingest.extract.awards.forms import NOUN_AFTER, PART_LEAD, PLANNED_AFTER, REMARK_AND_PARTS
from ingest.extract.awards.honours import Honour
from ingest.extract.awards.names import is_level
from ingest.extract.awards.words import (
    ADVERBS,
    COUNT,
    HEAD,
    LEVEL,
    LIST_LEFT,
    LIST_RIGHT,
    NO_HONOUR,
    OPENS_HONOUR,
    PRAISE,
    RANK_ONLY,
    REAL_PRIZE,
    VERB,
)
from ingest.genres import genre_before
from ingest.lexicon import LEVELS
from ingest.numerals import chinese_number
from ingest.sentences import Span, clauses, strip_marks
from ingest.titles import Quoted

_EACH_OF = re.compile(r"各(?:获|得|有)?(?P<number>\d+|[一二两三四五六七八九十]+)[件个项篇]")

_NUMBER = re.compile(r"\d+|[一二两三四五六七八九十]+")
_IN_TURN = re.compile(
    rf"等奖(?:作品|奖项)?(?:分别|依次)(?:为|是|有|获|得|拿到)?(?P<numbers>(?:(?:{_NUMBER.pattern})[件个项篇部]?[、，和]?){{2,}})$"
)

# 中国广播电视大奖、|广东新闻奖 is another prize; 江南省广播影视奖、|新闻奖 shares the words before.
OTHER_PRIZE = re.compile(
    r"(?!新闻|广播|电视|文艺|播音|论文|好|优秀|最佳|人气|网络|传播|创[新意]|组织|提名|单项)[一-龥]{4,}奖"
)
SHARED_NOUN = re.compile(r"“[^”]+”(?!称号|荣誉|等|奖|[、和及]|$)[一-龥]{2,}")
ONLY_QUOTED_END = re.compile(r"(?:^|[、和及])(?:全[国省市县])?“(?:(?!单位|集体|个人|号|奖)[^”])+”$")
# 工业和信息化部“工业好记者”称号|、…: 和 parts two honours only after a whole one.
_NEXT_ITEM = re.compile(r"、|以及|(?<=[奖号位体人者件项个名单”）])[和及]")
_NEXT_WINNER = re.compile(
    rf"、(?=(?:\d+|[一二两三四五六七八九十]+)(?:件|个|篇|部)(?:作品|节目|稿件)?(?:荣获|获得|获评|入选|获)(?:{LEVELS}|(?:[^，、。；\d《]|第[\d一二三四五六七八九十]+届){{2,30}}?(?:奖|好新闻|好作品|大赛))|[一-龥A-Za-z0-9]{{0,8}}《[^》]+》(?:《[^》]+》|[、和]|等\d+[件篇])*(?:荣获|获得|摘得|斩获|夺得|获|摘|夺))"
)


# 1件|一等奖、3件|二等奖
_COUNT_BEFORE = re.compile(
    r"(?:\d+|[一二两三四五六七八九十]+)[件个项篇](?:作品|稿件|节目)?(?:均|都|全部)?[为是获]?"
)
_LEVEL_AND_VERB = by_letter(
    r"(?<=[奖军])(?:拿[到了下]|[获摘斩]得?了?|斩获|收获)(?=(?:\d+|[一二两三四五六七八九十]+)[件个项篇])"
)
# 当选|2014年度“群众最喜爱的品牌”
_OPENS_MARKED = re.compile(r"(?:为|了)?(?:(?:19|20)\d{2}年度?|第[一二三四五六七八九十\d]+届|首届|年度)?“")
_BRACKET_END = re.compile(r"(?<=[”奖位体号])[（(][^（）()\d]{2,8}[)）]$")
_STOOD_OUT = {"脱颖而出", "胜出", "突出重围"}
# 二等奖《A》|等|5件
_SOME_OF = re.compile(r"》等(?=\d|[一二两三四五六七八九十])")


class Tokens:
    """The tokens of one sentence. All offsets are code points of `text`, end exclusive."""

    def __init__(self, text: str, quoted: Sequence[Quoted]) -> None:
        """Look at `text`, in which `quoted` are the quoted names of the sentence."""
        self.text = text
        self.quoted = quoted

    def clauses(self, start: int, end: int) -> Iterator[Span]:
        """Cut at ，； and where a 、 is followed by a winner with a verb of its own: 2件获一等奖、3件获二等奖."""
        for low, high in clauses(self.text, start, end, marks="；;，,。！？!?\n"):
            for cut in _NEXT_WINNER.finditer(self.text, low, high):
                if not self.inside_quote(cut.start()) and self.honour_verb(low, cut.start()):
                    yield low, cut.start()
                    low = cut.end()
            yield low, high

    def inside_quote(self, at: int) -> bool:
        """Tell whether `at` lies inside a quoted name."""
        return any(q.start <= at < q.end for q in self.quoted)

    def names_between(self, start: int, end: int) -> list[str]:
        """Return the quoted names that begin in the span."""
        return [q.name for q in self.quoted if start <= q.start < end]

    def titles_only(self, start: int, end: int) -> list[str]:
        """Return the quoted names of a span that holds nothing else, [] for any other."""
        names = self.names_between(start, end)
        rest = re.sub(r"[《》“”、和，；。\s]", "", self.text[start:end])
        return names if names and rest == re.sub(r"[《》“”、和，；。\s]", "", "".join(names)) else []

    def only_titles(self, start: int, end: int) -> bool:
        """Tell whether the span is quoted names with their genres and nothing else."""
        rest = self.text[start:end]
        for name in self.names_between(start, end):
            rest = rest.replace(name, "", 1)
        return all(
            genre_before(word) == word or word in {"节目", "栏目"}
            for word in re.findall(r"[^《》“”、和\s]+", rest)
        )

    def levels(self, start: int, end: int) -> list[re.Match[str]]:
        """The levels in the span; 精品奖 after 全国党报融媒体 is no level but a part of the prize's name."""
        return [
            match
            for match in LEVEL.finditer(self.text, start, end)
            if not self.inside_quote(match.start())
            # 一等奖|第一名: one level, told more narrowly
            and not (match.group()[0] == "第" and self.text[match.start() - 1] == "奖")
            and is_level(match.group(), self.text[start : match.start()])
        ]

    def short_levels(self, start: int, end: int) -> list[str]:
        """一、二、三等奖 and 一二等奖 → [一等奖, 二等奖 …]."""
        match = re.search(
            r"((?:[一二三四](?:、|和)?)+[一二三四])(等奖)|((?:[金银铜](?:、|和)?)+[金银铜])(奖)|((?:[一二三]类(?:、|和))+[一二三])(类(?:作品|节目|扶持))",
            self.text[start:end],
        )
        if not match:
            return []
        heads, tail = next((match[i], match[i + 1]) for i in (1, 3, 5) if match[i])
        return [char + tail for char in heads if char not in "、和类"]

    def works_with_levels(self, start: int, end: int) -> list[tuple[Span, list[str], int | None, str]]:
        """《A》一等奖、《B》等3件作品二等奖 → each run of works, how many they are and the level after it; [] where some level has none."""
        levels = self.levels(start, end)
        if not levels or COUNT.search(self.text, levels[0].end(), end):
            return []
        found, low = list[tuple[Span, list[str], int | None, str]](), start
        for level in levels:
            works = self.names_between(low, level.start())
            if not works:
                return []
            more = _SOME_OF.search(self.text, low, level.start())
            counted = COUNT.match(self.text, more.end(), level.start()) if more else None
            number = chinese_number(counted["number"]) if counted else None
            found.append(((low, level.end()), works, number, level.group()))
            low = level.end()
        return found

    def trailing_count(self, start: int, end: int) -> re.Match[str] | None:
        """The first count in the span that stands after a prize: X奖|13件."""
        for match in COUNT.finditer(self.text, start, end):
            if not self.inside_quote(match.start()) and re.search(
                r"奖|荣誉|称号|大赛", self.text[start : match.start()]
            ):
                return match
        return None

    def list_items(self, start: int, end: int) -> list[Span]:
        """Split X奖一等奖1件、二等奖2件、Y奖3件 into its entries, but leave 一、二等奖 and 《A》、《B》 whole."""
        found: list[Span] = []
        begin = start
        for match in re.finditer(r"[、和及]|以及|(?<=”)(?=“)", self.text[start:end]):
            at, after = start + match.start(), start + match.end()
            if (match.group() and self.inside_quote(at)) or self.text.count(
                "（", start, at
            ) > self.text.count("）", start, at):
                continue
            # “全国文明单位”（复核保留）|、…
            left, right = _BRACKET_END.sub("", self.text[begin:at]), self.text[after:end]
            item = _NEXT_ITEM.split(right, maxsplit=1)[0]
            if SHARED_NOUN.match(right) and ONLY_QUOTED_END.search(left):
                # “千万工程”和“美丽江南”|建设先进集体: one honour for both.
                continue
            counted = re.search(
                r"(?:\d[\d多余]*(?:件次|[件个项篇部次人名])|[一二两三四五六七八九十]+[件个项篇部人名])(?:[（(][^（）()]*[)）])?$",
                left,
            )
            whole = OPENS_HONOUR.match(right) and HEAD.search(item) and HEAD.search(left)
            if (
                (counted and (re.match(LEVELS, right) or HEAD.search(item)))
                or whole
                or (
                    LIST_LEFT.search(left)
                    and HEAD.search(left)
                    and HEAD.search(item)
                    and not re.match(LEVELS, right)
                    and (
                        edition(item)
                        or LIST_RIGHT.match(item)
                        or len(item) >= 6
                        or OTHER_PRIZE.fullmatch(item)
                    )
                )
            ):
                found.append((begin, at))
                begin = after
        found.append((begin, end))
        return found

    def honour_verb(self, start: int, end: int) -> Span | None:
        """Return where the first verb stands that can mean an honour; 获得感 and 获奖作品 hold none."""
        text = self.text
        for match in VERB.finditer(text, start, end):
            verb = match.group()
            if self.inside_quote(match.start()) or (
                verb == "获" and NOUN_AFTER.match(text, match.end(), end)
            ):
                continue
            if verb.startswith("获") and text[match.start() - 1 : match.start()] == "收":
                # 收获荣誉, 收获满满
                continue
            if verb in _STOOD_OUT and text[match.end() : match.end() + 1] in {"，", ",", "的"}:
                # 在…中脱颖而出|，荣获…: what was won follows.
                continue
            if verb in {"列入", "列为"} and PLANNED_AFTER.match(text, match.end(), end):
                continue
            if PRAISE.match(text, match.end(), end) or RANK_ONLY.match(text, match.end(), end):
                continue
            if verb in {"获", "获得"} and NO_HONOUR.match(text[match.start() + 1 : end]):
                continue
            named = verb == "当选" and _OPENS_MARKED.match(text, match.end(), end) is not None
            if (
                verb in {"列入", "列为", "当选", "位列", "授予"}
                and not named
                and not REAL_PRIZE.search(text, match.end() - 1, end)
            ):
                continue
            return match.span()
        return None

    def parts(self, start: int, end: int, base: Honour | None) -> list[Honour]:
        """其中一等奖2件 · 一等奖《A》 · 二等奖3件: levels first, under the award of `base`, named last."""
        if base is None:
            return []
        text = self.text[start:end]
        remark = REMARK_AND_PARTS.match(text)
        if remark:
            # 居全省首位：一等奖5件
            start += remark.end()
            text = text[remark.end() :]
        # 一等奖|拿到|2件
        body = _LEVEL_AND_VERB.sub("", PART_LEAD.sub("", text))
        if re.match(rf"(?:{ADVERBS})*(?:获|斩获|荣获|夺得|摘得)", text):
            # 获三类扶持 has a verb of its own, and the winner of the clause before.
            return []
        if not re.match(
            rf"(?:[一-龥]{{0,6}}|{_COUNT_BEFORE.pattern})?(?:[一二三四](?:、|和))*{LEVELS}", body
        ) or (VERB.search(body) and not text.startswith("其中")):
            return []
        first = LEVEL.search(body)
        lead = body[: first.start()] if first else ""
        own = "奖" in lead or OPENS_HONOUR.match(body) or re.search(r"奖.*?等奖", re.sub(LEVELS, "", body))
        # 云岭新闻奖特别奖1件: a prize of its own.
        return [] if edition(text) or own else self.level_runs(start, end, base)

    def level_runs(self, start: int, end: int, base: Honour) -> list[Honour]:
        """其中一等奖2件、二等奖《A》: one honour a level, under the award of `base`."""
        text = self.text
        found = []
        levels = [m for m in LEVEL.finditer(text, start, end) if not self.inside_quote(m.start())]
        short = self.short_levels(start, end)
        each = _EACH_OF.search(text, start, end)
        if short and each and len(levels) == 1:
            # 一、二、三等奖各3件
            number = chinese_number(each["number"]) or 1
            return [
                Honour(start, end, base.award, base.edition, base.year, level, [], number) for level in short
            ]
        in_turn = _IN_TURN.search(text, start, end) if short else None
        numbers = [chinese_number(one) or 1 for one in _NUMBER.findall(in_turn["numbers"])] if in_turn else []
        if short and len(levels) == 1 and len(numbers) == len(short):
            # 一、二、三等奖依次为1件、2件、4件
            return [
                Honour(start, end, base.award, base.edition, base.year, level, [], number)
                for level, number in zip(short, numbers, strict=True)
            ]
        shared = self._shared_counts(levels, end)
        begins = bool(levels) and re.search(
            rf"{_COUNT_BEFORE.pattern}$", text[max(start, levels[0].start() - 8) : levels[0].start()]
        )
        for position, match in enumerate(levels):
            if position in shared:
                low, high, works, number = start, end, list[str](), shared[position]
            else:
                stop = levels[position + 1].start() if position + 1 < len(levels) else end
                count = None if begins else self.count(match.end(), min(stop, match.end() + 8))
                before = self.count(max(start, match.start() - 6), match.start())
                works = self.names_between(match.end(), stop)
                if works and count is None and (more := _SOME_OF.search(text, match.end(), stop)):
                    # 二等奖《A》等5件
                    count = COUNT.match(text, more.end(), stop)
                counted = count or (before if not works else None)
                number = (chinese_number(counted["number"]) or 1) if counted else (len(works) or 1)
                high = count.end() if count and not works else stop
                low, high = strip_marks(text, match.start(), high, "，,、；;和及 ")
            found.append(Honour(low, high, base.award, base.edition, base.year, match.group(), works, number))
        return found

    def count(self, start: int, end: int) -> re.Match[str] | None:
        """Return the first count in the span, numbers inside quoted names left out."""
        found = COUNT.search(self.text, start, end)
        return found if found and not self.inside_quote(found.start()) else None

    def _shared_counts(self, levels: list[re.Match[str]], end: int) -> dict[int, int]:
        """二等奖、三等奖各8件 · 二等奖、三等奖分别为4件和5件: level index → count."""
        text = self.text
        first = len(levels) - 1
        while first > 0 and re.fullmatch(
            r"[、和及与]|以及", text[levels[first - 1].end() : levels[first].start()]
        ):
            first -= 1
        if len(levels) < 2 or first == len(levels) - 1:
            return {}
        tail = text[levels[-1].end() : end]
        each = re.match(r"(?:奖项)?(?:均为|各(?:有|获|得)?)(\d+|[一二两三四五六七八九十]+)[件个项篇部]", tail)
        if each:
            return dict.fromkeys(range(first, len(levels)), chinese_number(each[1]) or 1)
        if re.match(r"分别|依次", tail):
            numbers = [
                chinese_number(m[1]) or 1
                for m in re.finditer(r"(\d+|[一二两三四五六七八九十]+)[件个项篇部]?", tail)
            ]
            if len(numbers) == len(levels) - first:
                return dict(zip(range(first, len(levels)), numbers, strict=True))
        return {}
