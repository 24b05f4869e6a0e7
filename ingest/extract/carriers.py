"""Which outlet carries a column: what its own clause names, else the outlet that its sentence goes on about.

中国昌吉网常设《庭州e评》专栏                       the clause names it
《三分钟》每晚在都市频道播出                         it follows with 在
《青山晚报》“健康门诊”专版照常推出，“打听”栏目解答…     what opens the sentence is its topic until another acts
FM98.6《阳光热线》                                    a frequency that elsewhere stands beside its channel's name
党报“百姓问政”版 · 客户端开设“随手拍” · 微博话题#…#    a word for one kind of outlet, of which the media has one
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.extract.outlet_words import RENAMING, platform_key
from ingest.extract.ownership import PlatformSpan
from ingest.extract.platforms import PlatformNames
from ingest.extract.wording import TIME_LEAD
from ingest.lexicon import COLUMN_AFTER
from ingest.reading import Reading
from ingest.report import PlatformKind
from ingest.sentences import Span, clauses
from ingest.titles import Quoted

_MARKS = "，,；;：:。！？!?\n"
# 在A、B等平台开设…, A与B联合开设…: several outlets at once are none in particular.
_JOINED = re.compile(r"(?:[》”])?(?:[、和及与]|以及|等|及其|联合)+(?:[《“])?")
# 在《每晚播报》|中开设, 被A|转载: what stands between an outlet and a column that it does not carry.
_NOT_CARRIED = re.compile(r"转载|转发|采用|联合|共同|合作|合办|联办|邀请|主管|主办单位")
# 《A》每晚在B播出, “C”推出第三季，在D播出: the outlet follows.
_RUNS_ON = re.compile(r"[^。；《“]{0,24}?(?:在|于|登陆|登录)$")
_AIRED = re.compile(r"[^，。；]{0,10}?(?:播出|刊出|推出|更新|首播|上线|连载|发布|播放|开播|同步)")
# Another who acts opens the clause: 中心各端, 记者…, 与县科协联合…
_OTHER_ACTOR = re.compile(
    r"(?:全|各|我|本)?(?:中心|集团|报社|全社|全台|我社|我台|本报|本台|各端|各平台|全媒体|全平台|新媒体|所属|旗下|媒体|电视|广播|报纸|两报|两台)|与[一-龥]|由[一-龥]|联合|[一-龥]{2,6}(?:频道|频率|电视台|广播|网|公司|部)(?=[一-龥“《])"
)
# 客户端开设“随手拍”: a word for accounts alone, at the head of its clause.
_ACCOUNT_WORDS: tuple[tuple[re.Pattern[str], PlatformKind], ...] = (
    (re.compile(r"(?:移动|新闻)?(?:客户端|APP|App)"), PlatformKind.APP),
    (re.compile(r"(?:官方)?(?:微信)?公众号|官方微信"), PlatformKind.WECHAT),
    (re.compile(r"(?:官方)?微博"), PlatformKind.WEIBO),
    (re.compile(r"(?:官方)?抖音(?:号|账号)?"), PlatformKind.DOUYIN),
    (re.compile(r"(?:官方)?快手(?:号|账号)?"), PlatformKind.KUAISHOU),
    (re.compile(r"视频号"), PlatformKind.VIDEO_ACCOUNT),
    (re.compile(r"(?:党报|主报)(?:的)?$"), PlatformKind.NEWSPAPER),
    (re.compile(r"小红书(?:号|账号)?|B站(?:号|账号)?"), PlatformKind.OTHER),
    (re.compile(r"(?:网站|官网)?首页(?:首屏)?"), PlatformKind.WEBSITE),
)


# “深读”|版刊发…
_PAGE = re.compile(r"版(?![块权本图画])")
# FM98.6新闻广播, 新闻广播（FM98.6）, 新闻广播FM98.6
_WAVES = re.compile(r"(?:FM|AM|调频)\d{2,4}(?:\.\d)?")


class Carriers:
    """The outlets of one report where they are named, by their full names or by the bare ones. Offsets are code points."""

    def __init__(self, reading: Reading, platforms: PlatformNames) -> None:
        """Look for the own outlets that `platforms` found wherever `reading` names them."""
        self._reading = reading
        self._text = reading.text
        self._kinds: dict[str, PlatformKind] = {span.name: span.kind for span in platforms.spans}
        self._names: dict[str, str] = {}
        for span in platforms.spans:
            self._names.setdefault(platform_key(span.name), span.name)
        self._mentions = [*platforms.mentions, *self._waves(platforms.mentions)]
        self._mentions.sort(key=lambda span: span.start)

    def of(self, place: Quoted) -> str | None:
        """Return the name of the outlet that carries the column named at `place`, None where its sentence tells none."""
        name = self._told(place)
        return None if name is None else self._names.get(platform_key(name), name)

    def _waves(self, mentions: Sequence[PlatformSpan]) -> Iterator[PlatformSpan]:
        """The places where a frequency stands alone that elsewhere stands beside the name of its channel."""
        places = [(match.span(), match.group()) for match in _WAVES.finditer(self._text)]
        named: dict[str, PlatformSpan] = {}
        for (start, end), waves in places:
            for span in mentions:
                if span.kind is PlatformKind.RADIO and (
                    0 <= span.start - end <= 1 or 0 <= start - span.end <= 1
                ):
                    named.setdefault(waves, span)
        for (start, end), waves in places:
            channel = named.get(waves)
            if channel and not any(span.start - 1 <= end and start <= span.end + 1 for span in mentions):
                yield replace(channel, start=start, end=end)

    def _told(self, place: Quoted) -> str | None:
        sentence = self._reading.sentence_at(place.start)
        parts = [span for span in clauses(self._text, *sentence, marks=_MARKS) if span[0] <= place.start]
        if not parts:
            return None
        own = parts[-1]
        within, found = self._in_clause(own, place)
        if within or found:
            return found
        after = next((m for m in self._mentions if place.group_end <= m.start < sentence[1]), None)
        if (
            after
            and _RUNS_ON.fullmatch(self._text, place.group_end, after.start)
            and _AIRED.match(self._text, after.end)
        ):
            return after.name
        if (account := self._account(own, place)) is not None:
            return account
        return None if self._has_subject(own, place) else self._topic(parts[:-1])

    def kind(self, outlet: str) -> PlatformKind:
        """Return the kind of an outlet that `of` has named."""
        return self._kinds[outlet]

    def _between(self, start: int, end: int) -> list[PlatformSpan]:
        return [item for item in self._mentions if start <= item.start and item.end <= end]

    def _in_clause(self, clause: Span, place: Quoted) -> tuple[bool, str | None]:
        """Whether the clause names an outlet before the column, and the one that carries it."""
        before = self._between(clause[0], place.start)
        if not before:
            return False, None
        last = before[-1]
        joined = len(before) > 1 and _JOINED.fullmatch(self._text, before[-2].end, last.start)
        between = self._text[last.end : place.start]
        if joined or _NOT_CARRIED.search(between) or re.match(r"等", between):
            return True, None
        return True, last.name

    def _account(self, clause: Span, place: Quoted) -> str | None:
        """客户端开设“随手拍”, 微博话题#…#: the one account of the media that the word at the head can mean."""
        lead = TIME_LEAD.sub("", self._text[clause[0] : place.group_start])
        for words, kind in _ACCOUNT_WORDS:
            word = words.match(lead)
            if word:
                other = word.group()[:2] if kind is PlatformKind.OTHER else ""
                names = [name for name, of in self._kinds.items() if of is kind and other in name]
                return names[0] if len(names) == 1 else None
        return None

    def _has_subject(self, clause: Span, place: Quoted) -> bool:
        """The clause says itself who acts: 中心各端…, “帮你打听”栏目解答…; a clause that opens with a verb does not."""
        lead = TIME_LEAD.sub("", self._text[clause[0] : place.group_start]).strip(_MARKS + " 　")
        after = self._text[place.group_end :][:16]
        if not lead and not place.book_marks and (COLUMN_AFTER.match(after) or _PAGE.match(after)):
            # “帮你打听”栏目解答…, of the paper that the clause before was about.
            return False
        return not lead or _OTHER_ACTOR.match(lead) is not None

    def _topic(self, earlier: list[Span]) -> str | None:
        """The outlet that the clauses before are about, over no ；."""
        for start, end in reversed(earlier):
            if self._text[end - 1] in "；;。！？!?\n":
                return None
            lead = TIME_LEAD.sub("", self._text[start:end])
            head = end - len(lead)
            here = self._between(start, end)
            if here and here[0].start <= head + 1:
                last = here[0]
                for other in here[1:]:
                    if _JOINED.fullmatch(self._text, last.end, other.start):
                        return None
                    # A更名为B，新开…: of what it is called now.
                    last = other if RENAMING.fullmatch(self._text, last.end, other.start) else last
                return last.name
            if (
                here
                and lead[:1] in "《“"
                and self._text[here[0].start - 1] in "在于"
                and _AIRED.match(self._text, here[0].end)
            ):
                # 《A》在新闻综合频道每晚播出，先后开辟《B》《C》
                return here[0].name
            if here or _OTHER_ACTOR.match(lead):
                return None
        return None
