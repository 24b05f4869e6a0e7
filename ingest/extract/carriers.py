"""Which outlet carries a column: what its own clause names, else the outlet that its sentence goes on about.

中国昌吉网常设《庭州e评》专栏                       the clause names it
《三分钟》每晚在都市频道播出                         it follows with 在
《青山晚报》“健康门诊”专版照常推出，“打听”栏目解答…     what opens the sentence is its topic until another acts
FM98.6《阳光热线》                                    a frequency that elsewhere stands beside its channel's name
党报“百姓问政”版 · 客户端开设“随手拍” · 微博话题#…#    a word for one kind of outlet, of which the media has one
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.extract.carrier_words import (
    A_COLUMN,
    AIRED,
    CHANNELS,
    DIGITAL,
    FORMER_OR_LATTER,
    IN_BRACKET,
    IS_OF,
    IS_OF_WORD,
    ITEM_LEAD,
    JOINED,
    MARKS,
    MEDIA,
    MORE_BEFORE,
    NEXT_PART,
    NOT_CARRIED,
    OF_MEDIUM,
    OPENS,
    OPENS_WITHIN,
    OTHER_ACTOR,
    PAGE,
    PAGE_LEAD,
    PANEL_AFTER,
    PAPERS,
    RUNS_ON,
    SAME_KINDS,
    SORT_LEAD,
    STATION,
    SUPPLEMENT_BEFORE,
    THE_SAME,
    WAVES,
    WITH_OTHERS,
    WON_AFTER,
    WORD_BESIDE,
)
from ingest.extract.kind_words import KindWords
from ingest.extract.outlet_words import ACCOUNT_KINDS, RENAMING, platform_key
from ingest.extract.ownership import PlatformSpan
from ingest.extract.platforms import PlatformNames
from ingest.extract.wording import TIME_LEAD
from ingest.lexicon import COLUMN_AFTER, OPENED_BEFORE
from ingest.reading import Reading
from ingest.report import PlatformKind
from ingest.sentences import Span, clauses
from ingest.titles import Kind, Quoted, Titles, title_key

_LONGEST_SORT = 12
"""Characters before a programme that opens its clause: 新闻综合广播|《阳光热线》."""


class Carriers:
    """The outlets of one report where they are named, by their full names or by the bare ones. Offsets are code points."""

    def __init__(self, reading: Reading, platforms: PlatformNames, titles: Titles) -> None:
        """Look for the own outlets that `platforms` found wherever `reading` names them."""
        self._reading = reading
        self._titles = titles
        self._text = reading.text
        self._kinds: dict[str, PlatformKind] = {span.name: span.kind for span in platforms.spans}
        self._words = KindWords(reading.text, reading.media, self._kinds)
        self._names: dict[str, str] = {}
        for span in platforms.spans:
            self._names.setdefault(platform_key(span.name), span.name)
        self._mentions = [*platforms.mentions, *self._waves(platforms.mentions)]
        self._mentions.sort(key=lambda span: span.start)
        self._carried: dict[int, str | None] = {}
        self._cut: tuple[Span, list[Span]] | None = None
        """The sentence looked at last, and its clauses."""
        # In the order of the text: a column may be carried by one that is told of before.
        columns = (place for judged in titles.of_kind(Kind.COLUMN) for place in judged.places)
        for place in sorted(columns, key=lambda place: place.start):
            self.of(place)

    def of(self, place: Quoted) -> str | None:
        """Return the name of the outlet that carries the column named at `place`, None where its sentence tells none."""
        if place.start not in self._carried:
            self._carried[place.start] = None
            name = self._told(place) or self._programme(place)
            self._carried[place.start] = None if name is None else self._names.get(platform_key(name), name)
        return self._carried[place.start]

    def _waves(self, mentions: Sequence[PlatformSpan]) -> Iterator[PlatformSpan]:
        """The places where a frequency stands alone that elsewhere stands beside the name of its channel."""
        places = [(match.span(), match.group()) for match in WAVES.finditer(self._text)]
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
                yield channel._replace(start=start, end=end)

    def _clauses_of(self, place: Quoted) -> list[Span]:
        """The clauses of the sentence of `place`."""
        sentence = self._reading.sentence_at(place.start)
        # A sentence without an end may name a column a thousand times.
        if self._cut is None or self._cut[0] != sentence:
            self._cut = sentence, clauses(self._text, *sentence, marks=MARKS)
        return self._cut[1]

    def _told(self, place: Quoted) -> str | None:
        sentence = self._reading.sentence_at(place.start)
        parts = [span for span in self._clauses_of(place) if span[0] <= place.start]
        if not parts:
            return None
        own = parts[-1]
        if "\t" in self._text[slice(*sentence)]:
            # 路况速递⇥“江南发布”微信公众号⇥365期
            row = {span.name for span in self._between(*sentence)}
            return next(iter(row)) if len(row) == 1 else None
        if (beside := self._words.beside(own[0], place.group_start)) is not None:
            return beside
        within, found = self._in_clause(own, place)
        if within or found:
            return found
        after = next((m for m in self._mentions if place.group_end <= m.start < sentence[1]), None)
        if (
            after
            and RUNS_ON.fullmatch(self._text, place.group_end, after.start)
            and AIRED.match(self._text, after.end)
        ):
            return after.name if self._is_meant(place, after.start) else None
        if (
            after
            and IS_OF.fullmatch(self._text, place.group_end, after.start)
            and A_COLUMN.match(self._text, after.end)
        ):
            return after.name
        if after and IN_BRACKET.fullmatch(self._text, place.end, after.start):
            # “A”（《甲报》）、“B”（“乙”客户端）
            return after.name
        if (is_of := IS_OF_WORD.match(self._text, place.group_end, sentence[1])) and A_COLUMN.match(
            self._text, is_of.end()
        ):
            return self._words.meant(is_of["word"])
        for start in self._segments(own[0], place.group_start):
            within, account = self._words.by_word(start, place.group_start)
            if within:
                return account
        if same := THE_SAME.match(self._text, own[0], place.group_start):
            return self._last_of(SAME_KINDS.get(same["word"]), own[0])
        if medium := OF_MEDIUM.search(self._text, own[0], place.group_start):
            channel = self._words.only(MEDIA[medium["medium"]])
            return None if channel is None or STATION.search(channel) else channel
        if (parent := self._parent(own, place)) is not None:
            return parent
        won = WON_AFTER.match(self._text, place.group_end, own[1])
        if not won and not self._lead(own[0], place.group_start):
            # “江南发布”微信公众号3月开通，“今日菜价”每天更新 · 民生频道《A》接到来电9万个，《B》每周六播出
            about = self._topic(parts[:-1], frozenset())
            if (
                self._text[place.start] == "“"
                and about is not None
                and self._kinds.get(about) in ACCOUNT_KINDS
            ):
                return about
            if about is not None and self._kinds.get(about) in CHANNELS and self._is_next(parts[:-1]):
                return about
        if won or self._has_subject(own, place) or self._text[place.start] in "#＃":
            return None
        topic = self._topic(parts[:-1], self._part_of(own, place))
        # “A”栏目解答… says itself what it is about; 开设“A”栏目 goes on about what the paragraph opens with.
        opened = OPENED_BEFORE.search(self._lead(own[0], place.group_start))
        return topic or (
            (self._paragraph(sentence, parts[:-1]) or self._headed(place.start)) if opened else None
        )

    def _programme(self, place: Quoted) -> str | None:
        """《江南新闻联播》开设“A”专栏: the programme that opens the clause, where no outlet of it is told."""
        own = next(
            (span[0] for span in reversed(self._clauses_of(place)) if span[0] <= place.start), place.start
        )
        head = next(iter(self._titles.between(own, place.group_start)), None)
        if head is None or not head.book_marks or head.start > own + _LONGEST_SORT:
            return None
        if SUPPLEMENT_BEFORE.search(self._text, own, head.start):
            return None
        opened = OPENS_WITHIN.fullmatch(self._text, head.end, place.group_start)
        return head.name if opened and self._titles.kind_of(head.name) is Kind.COLUMN else None

    def _is_next(self, earlier: list[Span]) -> bool:
        """民生频道《A》接到来电9万个，《B》每周六播出: a channel's programmes in turn, no news of the channel itself."""
        here = next((found for part in reversed(earlier) if (found := self._between(*part))), [])
        return bool(here) and self._text[here[0].end : here[0].end + 2].lstrip("的")[:1] in {"《", "“"}

    def _is_meant(self, place: Quoted, stop: int) -> bool:
        """《A》《B》，前者在文旅频道播出: of the two only the one that is meant runs there."""
        said = FORMER_OR_LATTER.search(self._text, place.group_end, stop)
        if said is None:
            return True
        return place.start == place.group_start if said.group() == "前者" else place.end == place.group_end

    def kind(self, outlet: str) -> PlatformKind:
        """Return the kind of an outlet that `of` has named, OTHER for a programme that carries a column."""
        return self._kinds.get(outlet, PlatformKind.OTHER)

    def _between(self, start: int, end: int) -> list[PlatformSpan]:
        return [item for item in self._mentions if start <= item.start and item.end <= end]

    def _in_clause(self, clause: Span, place: Quoted) -> tuple[bool, str | None]:
        """Whether the clause names an outlet before the column, and the one that carries it."""
        before = self._between(clause[0], place.start)
        if not before:
            return False, None
        last = before[-1]
        if WORD_BESIDE.search(self._text, clause[0], before[0].start):
            # 网站首页、江南云客户端首屏设置…
            return True, None
        joined = len(before) > 1 and JOINED.fullmatch(self._text, before[-2].end, last.start)
        between = self._text[last.end : place.start]
        if len(before) > 1 and before[-2].end == last.start and last.end != place.start:
            # 《日报》《晚报》开设…: several at once, 《日报》《晚报》分别开设“A”“B”: each with its own.
            return True, self._each(before, place)
        if joined and "分别" in self._text[last.end : place.group_start]:
            return True, self._each(before, place)
        if joined and "《" in joined.group() and between in {"", "的"}:
            # 经济广播《A》、交通广播《B》: each with its own.
            return True, last.name
        if len(before) == 1 and WITH_OTHERS.match(between):
            # 民生广播与省气象局合办《出海天气》
            return True, last.name
        if joined or NOT_CARRIED.search(between) or MORE_BEFORE.match(between):
            return True, None
        return True, last.name

    def _each(self, outlets: list[PlatformSpan], place: Quoted) -> str | None:
        """《日报》《晚报》分别开设“A”“B”专栏: the outlet in the same place of its run, None where they act together."""
        columns = self._titles.between(place.group_start, place.group_end)
        if len(columns) != len(outlets) or "分别" not in self._text[outlets[-1].end : place.group_start]:
            return None
        return outlets[[column.start for column in columns].index(place.start)].name

    def _segments(self, start: int, end: int) -> list[int]:
        """报纸开设“A”、|网站开设“B”、|客户端推出…: where a part of the clause begins, the last first."""
        cuts = [
            match.end()
            for match in NEXT_PART.finditer(self._text, start, end)
            # In 在报纸头版、电视《A》、客户端首屏开设“B” they are places of one thing.
            if OPENS.search(self._text, start, match.start()) and OPENS.search(self._text, match.end(), end)
        ]
        return [*reversed(cuts), start]

    def _parent(self, clause: Span, place: Quoted) -> str | None:
        """《早新闻》推出《改革见证人》专栏: what opens the clause is a programme, whose outlet is told elsewhere."""
        head = next(iter(self._titles.between(clause[0], place.group_start)), None)
        if head is None or head.start > clause[0] + 12 or head.name == place.name:
            return None
        return self._outlet_of(head)

    def _outlet_of(self, column: Quoted | None) -> str | None:
        """The outlet of a column that carries another: told where it is named there or before."""
        judged = self._titles.judged.get(title_key(column.name)) if column is not None else None
        if column is None or judged is None or judged.kind is not Kind.COLUMN:
            return None
        told = (self.of(other) for other in judged.places if other.start <= column.start)
        return next((outlet for outlet in told if outlet is not None), None)

    def _at(self, start: int) -> Quoted | None:
        return next(iter(self._titles.between(start, start + 1)), None)

    def _has_subject(self, clause: Span, place: Quoted) -> bool:
        """The clause says itself who acts: 中心各端…, “帮你打听”栏目解答…; a clause that opens with a verb does not."""
        lead = TIME_LEAD.sub("", self._text[clause[0] : place.group_start]).strip(MARKS + " 　")
        after = self._text[place.group_end :][:16]
        if self._text.startswith("其中", clause[0]):
            # 江南网制作专题11个，其中《A》点击量达63万次
            return False
        if not lead and not place.book_marks and (COLUMN_AFTER.match(after) or PAGE.match(after)):
            # “帮你打听”栏目解答…, of the paper that the clause before was about.
            return False
        # 在《江南新闻》|中开设…: where it is told itself.
        return not lead or lead in {"在", "于"} or OTHER_ACTOR.match(lead) is not None

    def _paragraph(self, sentence: Span, earlier: list[Span]) -> str | None:
        """The outlet that opens the paragraph, where no other is named before and nobody else acts since."""
        if any(self._between(*part) or OTHER_ACTOR.match(self._lead(*part)) for part in earlier):
            return None
        before = self._reading.sentences_before(sentence[0])
        if not before:
            return None
        named = {span.name for span in self._between(before[0][0], sentence[0])}
        if len(named) != 1:
            return None
        first = self._between(before[0][0], before[0][1])
        if not first or first[0].start > before[0][1] - len(self._lead(*before[0])) + 1:
            return None
        if any(OTHER_ACTOR.match(self._lead(*span)) for span in before[1:]):
            return None
        return first[0].name

    def _last_of(self, kinds: frozenset[PlatformKind] | None, before: int) -> str | None:
        """The outlet of one of `kinds`, of any where None, that the paragraph named last before an offset."""
        sentence = self._reading.sentence_at(before)
        earlier = self._reading.sentences_before(sentence[0])
        begin = earlier[0][0] if earlier else sentence[0]
        named = [m for m in self._between(begin, before) if kinds is None or m.kind in kinds]
        return named[-1].name if named else None

    def _headed(self, offset: int) -> str | None:
        """（二）江南日报：民生版面常办常新: the one outlet that the heading over `offset` names."""
        path = self._reading.section_indexes(offset)
        if not path:
            return None
        start = self._reading.sections[path[-1]].start
        named = {span.name for span in self._between(start, self._reading.body_of(path[-1])[0])}
        return named.pop() if len(named) == 1 else None

    def _lead(self, start: int, end: int) -> str:
        return SORT_LEAD.sub("", TIME_LEAD.sub("", ITEM_LEAD.sub("", self._text[start:end])))

    def _part_of(self, clause: Span, place: Quoted) -> frozenset[PlatformKind]:
        """What kinds of outlet have such a part: 理论版《A》 is of a paper, “B”板块 of an app or a site; else none."""
        if PAGE_LEAD.fullmatch(self._text, clause[0], place.group_start):
            return PAPERS
        if PANEL_AFTER.match(self._text, place.group_end):
            return DIGITAL
        return frozenset()

    def _topic(self, earlier: list[Span], part_of: frozenset[PlatformKind]) -> str | None:
        """The outlet that the clauses before are about, over ； only for what is part of such an outlet."""
        far = False
        for start, end in reversed(earlier):
            if self._text[end - 1] in "；;。！？!?\n":
                if not part_of:
                    return None
                far = True
            lead = self._lead(start, end)
            head = end - len(lead)
            here = self._between(start, end)
            if far and not (here and here[0].start <= head + 1 and self._kinds.get(here[0].name) in part_of):
                if here or OTHER_ACTOR.match(lead):
                    return None
                continue
            if here and here[0].start <= head + 1:
                last = here[0]
                for other in here[1:] if not far else ():
                    if JOINED.fullmatch(self._text, last.end, other.start):
                        return None
                    # A更名为B，新开…: of what it is called now.
                    last = other if RENAMING.fullmatch(self._text, last.end, other.start) else last
                return last.name
            if lead[:1] in "《“" and (told := self._outlet_of(self._at(head))) is not None:
                # 《A》是B的主栏目，全年推出“C”“D”等专栏
                return told
            if (
                here
                and lead[:1] in "《“"
                and self._text[here[0].start - 1] in "在于"
                and AIRED.match(self._text, here[0].end)
            ):
                # 《A》在新闻综合频道每晚播出，先后开辟《B》《C》
                return here[0].name
            within, account = self._words.by_word(start, end)
            if here or within or OTHER_ACTOR.match(lead):
                return account
        return None
