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

from ingest.extract.outlet_words import ACCOUNT_KINDS, RENAMING, platform_key
from ingest.extract.ownership import PlatformSpan
from ingest.extract.platforms import PlatformNames
from ingest.extract.wording import TIME_LEAD
from ingest.lexicon import COLUMN_AFTER, OPENED_BEFORE
from ingest.reading import Reading
from ingest.report import PlatformKind
from ingest.sentences import Span, clauses
from ingest.titles import Kind, Quoted, Titles, title_key

_MARKS = "，,；;：:。！？!?\n"
# 在A、B等平台开设…, A与B联合开设…: several outlets at once are none in particular.
_JOINED = re.compile(
    r"(?:[》”])?(?:头版|[一二三四五六七八]版|首页|首屏|头条)?(?:《[^》]{1,12}》)?(?:[、和及与]|以及|等|及其|联合)+(?:[《“])?"
)
# 《A》|等平台, 《A》一版|和新媒体平台: several at once.
_MORE_BEFORE = re.compile(
    r"等|[^，。；《“]{0,8}[、和及与][^，。；《“]{0,6}(?:新媒体|全媒体|融媒体|客户端|平台|网站|微信|公众号|矩阵|电视|广播)"
)
# 民生广播|与省气象局合办|《A》
_WITH_OTHERS = re.compile(
    r"与[^，。；《“]{2,14}?(?:合办|联办|合作|共同|联合)(?:开设|推出|开办|打造|播出|举办)?(?:的|了)?[一-龥]{0,6}$"
)
# 网站首页、|江南云客户端: the other one is told by a word alone.
_WORD_BESIDE = re.compile(
    r"(?:网站|官网|报纸|本报|客户端|微信|微博|电视|广播)[^，。；《“]{0,4}[、和及与](?:[《“]|以及)?$"
)
# 在《每晚播报》|中开设, 被A|转载: what stands between an outlet and a column that it does not carry.
_NOT_CARRIED = re.compile(r"转载|转发|采用|联合|共同|合作|合办|联办|邀请|主管|主办单位")
# 《A》每晚在B播出, “C”推出第三季，在D播出, 《E》播出12期，该节目在F播出: the outlet follows.
_RUNS_ON = re.compile(
    r"(?:[^。；《“]{0,24}?|[^。《“]{0,60}?[，；](?:该|这个?|此)(?:栏目|专栏|节目|版)[^。；，《“]{0,12}?)(?:在|于|登陆|登录)$"
)
_AIRED = re.compile(
    r"[^，。；]{0,10}?(?:播出|刊出|推出|更新|首播|上线|连载|发布|播放|开播|同步|见报|直播|播发)"
)
# “A”是B面向高校毕业生的服务栏目
_IS_OF = re.compile(r"(?:栏目|专栏|节目)?(?:是|为|系|作为|由)[《“]?$")
_A_COLUMN = re.compile(
    r"[》”]?[^，。；《“]{0,24}?(?:栏目|专栏|节目|专版|副刊|专题|品牌|话题|版块|板块|开设|开办|推出|主办|创办|打造|制作)"
)
# 1.|江南网做强专题, （二）|江南晚报: the number of a heading that runs into its paragraph
_ITEM_LEAD = re.compile(
    r"^(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.．、])\s*"
)
# 报社旗下|《A》, 官方|微信“B”: what stands before the outlet that a clause is about.
_SORT_LEAD = re.compile(
    r"^(?:(?:集团|报社|中心|总?台|本报|本网|杂志社)?(?:旗下|所属|主办|开办|创办|运营)?的?(?:官方|新闻|自有|融媒体?)?)(?=[《“一-龥])"
)
# Another who acts opens the clause: 中心各端, 记者…, 与县科协联合…
_OTHER_ACTOR = re.compile(
    r"(?:全|各|我|本)?(?:中心|集团|报社|全社|全台|我社|我台|本报|本台|各端|各平台|全媒体|全平台|新媒体|所属|旗下|媒体|电视|广播|报纸|两报|两台)|与[一-龥]|由[一-龥]|联合|[一-龥]{2,6}(?:频道|频率|电视台|广播|网|公司|部)(?=[一-龥“《])"
)
# 客户端开设“随手拍”, 本报在头版…: a word for one kind of outlet, which stands for the one that the media has.
_WORDS: tuple[tuple[re.Pattern[str], PlatformKind], ...] = (
    (re.compile(r"(?:移动|新闻)?(?:客户端|APP|App)"), PlatformKind.APP),
    (re.compile(r"(?:官方)?(?:微信)?公众号|官方微信|微信(?![群端视小平])"), PlatformKind.WECHAT),
    (re.compile(r"(?:官方)?微博"), PlatformKind.WEIBO),
    (re.compile(r"(?:官方)?抖音(?:号|账号)?"), PlatformKind.DOUYIN),
    (re.compile(r"(?:官方)?快手(?:号|账号)?"), PlatformKind.KUAISHOU),
    (re.compile(r"视频号"), PlatformKind.VIDEO_ACCOUNT),
    (
        re.compile(
            r"党报|主报|本报|我报|报纸|(?:[汉蒙藏维哈朝壮彝傣苗]|蒙古|维吾尔|哈萨克|朝鲜|柯尔克孜|少数民族)文版|(?:国际|海外|亚洲|中国|农村|社区|周末|城市)版"
        ),
        PlatformKind.NEWSPAPER,
    ),
    (
        re.compile(
            r"(?:日报|晚报|晨报|早报|都市报|快报|商报|时报|晚刊|早刊)(?!新闻热线|热线|社|集团|小?记者|[微抖视])"
        ),
        PlatformKind.NEWSPAPER,
    ),
    (re.compile(r"本刊|我刊|杂志"), PlatformKind.MAGAZINE),
    (re.compile(r"小红书(?:号|账号)?|B站(?:号|账号)?"), PlatformKind.OTHER),
    (re.compile(r"本网|我网|官网|网站|首页首屏|首页"), PlatformKind.WEBSITE),
)
_ANY_PAPER = frozenset({"党报", "主报", "本报", "我报"})
# The word opens the clause or follows what places a thing: 在|客户端开设, 报社|网站首页.
_OUTLET_WORD = re.compile(
    rf"(?:^(?:同时|其中|并|还|也)?|[在于]|依托|利用|通过|(?:报社|中心|集团|本?台|杂志社|[日晚晨]报)的?)(?P<word>{'|'.join(words.pattern for words, _ in _WORDS)})"
)


# “深读”|版刊发…
_PAGE = re.compile(r"版(?![块权本图画])")
# FM98.6新闻广播, 新闻广播（FM98.6）, 新闻广播FM98.6
_WAVES = re.compile(r"(?:FM|AM|调频)\d{2,4}(?:\.\d)?")


# 理论版|《A》, 二版|“B”
_PAGE_LEAD = re.compile(
    r"(?:头版|[一二三四五六七八]版|[A-Z]?\d{1,2}版|[A-Z]叠|[一-龥]{2}版)(?!面)[^，。；《“]{0,12}"
)
# “C”|板块
_PANEL_AFTER = re.compile(r"(?:板块|版块|频道|专区)")
_PAPERS = frozenset({PlatformKind.NEWSPAPER})
_DIGITAL = frozenset({PlatformKind.APP, PlatformKind.WEBSITE})


# 广播节目|《A》, 电视新闻栏目|《B》, where the media has one channel of that kind
_OF_MEDIUM = re.compile(
    r"(?P<medium>广播|电视)(?:端|新闻|民生|对农|服务|谈话|访谈|少儿|法治|文艺|问政|综艺|直播|热线|经济|社教|专题|理论|政论|调解|健康|文化|音乐|交通|情感|类)*(?:节目|栏目|专栏)$"
)
_MEDIA = {"广播": PlatformKind.RADIO, "电视": PlatformKind.TV}
_STATION = re.compile(r"台$")
# 该报还开设“A”专栏, 这一频道的《B》: the outlet of such a kind that was named last.
_THE_SAME = re.compile(
    r"(?:同时|此外|另外|其中|，)*(?:该|这一|此)(?P<word>报|刊|杂志|网站?|客户端|APP|公众号|频道|频率|账号|平台)(?!道|告)"
)
_SAME_KINDS: dict[str, frozenset[PlatformKind]] = {
    "报": frozenset({PlatformKind.NEWSPAPER}),
    "刊": frozenset({PlatformKind.MAGAZINE, PlatformKind.NEWSPAPER}),
    "杂志": frozenset({PlatformKind.MAGAZINE}),
    "网": frozenset({PlatformKind.WEBSITE}),
    "网站": frozenset({PlatformKind.WEBSITE}),
    "客户端": frozenset({PlatformKind.APP}),
    "APP": frozenset({PlatformKind.APP}),
    "公众号": frozenset({PlatformKind.WECHAT}),
    "频道": frozenset({PlatformKind.TV}),
    "频率": frozenset({PlatformKind.RADIO}),
}
# 本报7件作品获奖，其中栏目《C》|获二等奖
_WON_AFTER = re.compile(r"(?:栏目|节目|专栏)?(?:荣?获|被评|入选|斩获|摘得)")


class Carriers:
    """The outlets of one report where they are named, by their full names or by the bare ones. Offsets are code points."""

    def __init__(self, reading: Reading, platforms: PlatformNames, titles: Titles) -> None:
        """Look for the own outlets that `platforms` found wherever `reading` names them."""
        self._reading = reading
        self._titles = titles
        self._text = reading.text
        self._kinds: dict[str, PlatformKind] = {span.name: span.kind for span in platforms.spans}
        self._names: dict[str, str] = {}
        for span in platforms.spans:
            self._names.setdefault(platform_key(span.name), span.name)
        self._mentions = [*platforms.mentions, *self._waves(platforms.mentions)]
        self._mentions.sort(key=lambda span: span.start)
        self._carried: dict[int, str | None] = {}
        # In the order of the text: a column may be carried by one that is told of before.
        columns = (place for judged in titles.of_kind(Kind.COLUMN) for place in judged.places)
        for place in sorted(columns, key=lambda place: place.start):
            self.of(place)

    def of(self, place: Quoted) -> str | None:
        """Return the name of the outlet that carries the column named at `place`, None where its sentence tells none."""
        if place.start not in self._carried:
            self._carried[place.start] = None
            name = self._told(place)
            self._carried[place.start] = None if name is None else self._names.get(platform_key(name), name)
        return self._carried[place.start]

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
        if "\t" in self._text[slice(*sentence)]:
            # 路况速递⇥“江南发布”微信公众号⇥365期
            row = {span.name for span in self._between(*sentence)}
            return next(iter(row)) if len(row) == 1 else None
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
        if (
            after
            and _IS_OF.fullmatch(self._text, place.group_end, after.start)
            and _A_COLUMN.match(self._text, after.end)
        ):
            return after.name
        if after and self._text[place.end : after.start] in {"（", "("}:
            # “A”（《甲报》）、“B”（“乙”客户端）
            return after.name
        within, account = self._by_word(own[0], place.group_start)
        if within:
            return account
        if same := _THE_SAME.match(self._text, own[0], place.group_start):
            return self._last_of(_SAME_KINDS.get(same["word"]), own[0])
        if medium := _OF_MEDIUM.search(self._text, own[0], place.group_start):
            channel = self._only(_MEDIA[medium["medium"]])
            return None if channel is None or _STATION.search(channel) else channel
        if (parent := self._parent(own, place)) is not None:
            return parent
        if self._text[place.start] == "“" and not self._lead(own[0], place.group_start):
            # “江南发布”微信公众号3月开通，“今日菜价”每天更新
            about = self._topic(parts[:-1], frozenset())
            if about is not None and self._kinds.get(about) in ACCOUNT_KINDS:
                return about
        won = _WON_AFTER.match(self._text, place.group_end, own[1])
        if won or self._has_subject(own, place) or self._text[place.start] in "#＃":
            return None
        topic = self._topic(parts[:-1], self._part_of(own, place))
        # “A”栏目解答… says itself what it is about; 开设“A”栏目 goes on about what the paragraph opens with.
        opened = OPENED_BEFORE.search(self._lead(own[0], place.group_start))
        return topic or (
            (self._paragraph(sentence, parts[:-1]) or self._headed(place.start)) if opened else None
        )

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
        if _WORD_BESIDE.search(self._text, clause[0], before[0].start):
            # 网站首页、江南云客户端首屏设置…
            return True, None
        joined = len(before) > 1 and _JOINED.fullmatch(self._text, before[-2].end, last.start)
        between = self._text[last.end : place.start]
        if joined and "《" in joined.group() and between in {"", "的"}:
            # 经济广播《A》、交通广播《B》: each with its own.
            return True, last.name
        if len(before) == 1 and _WITH_OTHERS.match(between):
            # 民生广播与省气象局合办《出海天气》
            return True, last.name
        if joined or _NOT_CARRIED.search(between) or _MORE_BEFORE.match(between):
            return True, None
        return True, last.name

    def _by_word(self, start: int, end: int) -> tuple[bool, str | None]:
        """Whether a word for one kind of outlet stands in ``text[start:end]``, and the outlet of the media that it means.

        客户端开设“随手拍”, 本报在头版开辟“A”, 微博话题#…#; 在报纸、网站开设… means none in particular.
        """
        lead = TIME_LEAD.sub("", self._text[start:end])
        found = list(_OUTLET_WORD.finditer(lead))
        if not found:
            return False, None
        if len(found) > 1 and _JOINED.fullmatch(lead, found[-2].end("word"), found[-1].start("word")):
            return True, None
        last = found[-1]
        if _NOT_CARRIED.search(lead, last.end()) or re.match(
            r"(?![在于的])[一-龥]{0,4}[、和及与等]", lead[last.end() :]
        ):
            return True, None
        kind = next(kind for words, kind in _WORDS if words.fullmatch(last["word"]))
        word = last["word"]
        part = (
            word[:2]
            if kind is PlatformKind.OTHER
            else word
            if kind is PlatformKind.NEWSPAPER and word[-1] in "报刊"
            else ""
        )
        return True, self._only(kind, "" if part in _ANY_PAPER else part)

    def _only(self, kind: PlatformKind, part: str = "") -> str | None:
        """The one outlet of a kind that the media has, else the one that the media is called after."""
        names = [name for name, of in self._kinds.items() if of is kind and part in name]
        if len(names) > 1:
            house = re.sub(r"(?:报业集团|集团|传媒|报社|杂志社|社)$", "", self._reading.media)
            names = [name for name in names if name in {house, f"{house}报", self._reading.media}]
        return names[0] if len(names) == 1 else None

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
        lead = TIME_LEAD.sub("", self._text[clause[0] : place.group_start]).strip(_MARKS + " 　")
        after = self._text[place.group_end :][:16]
        if self._text.startswith("其中", clause[0]):
            # 江南网制作专题11个，其中《A》点击量达63万次
            return False
        if not lead and not place.book_marks and (COLUMN_AFTER.match(after) or _PAGE.match(after)):
            # “帮你打听”栏目解答…, of the paper that the clause before was about.
            return False
        return not lead or _OTHER_ACTOR.match(lead) is not None

    def _paragraph(self, sentence: Span, earlier: list[Span]) -> str | None:
        """The outlet that opens the paragraph, where no other is named before and nobody else acts since."""
        if any(self._between(*part) or _OTHER_ACTOR.match(self._lead(*part)) for part in earlier):
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
        if any(_OTHER_ACTOR.match(self._lead(*span)) for span in before[1:]):
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
        return _SORT_LEAD.sub("", TIME_LEAD.sub("", _ITEM_LEAD.sub("", self._text[start:end])))

    def _part_of(self, clause: Span, place: Quoted) -> frozenset[PlatformKind]:
        """What kinds of outlet have such a part: 理论版《A》 is of a paper, “B”板块 of an app or a site; else none."""
        if _PAGE_LEAD.fullmatch(self._text, clause[0], place.group_start):
            return _PAPERS
        if _PANEL_AFTER.match(self._text, place.group_end):
            return _DIGITAL
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
                if here or _OTHER_ACTOR.match(lead):
                    return None
                continue
            if here and here[0].start <= head + 1:
                last = here[0]
                for other in here[1:] if not far else ():
                    if _JOINED.fullmatch(self._text, last.end, other.start):
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
                and _AIRED.match(self._text, here[0].end)
            ):
                # 《A》在新闻综合频道每晚播出，先后开辟《B》《C》
                return here[0].name
            within, account = self._by_word(start, end)
            if here or within or _OTHER_ACTOR.match(lead):
                return account
        return None
