"""Awards: who or what won which honour, at which edition and level, and how many.

An award sentence is read as a small language. Tokens are found first (titles, honour verbs, counts with 件/个,
levels, editions, years), then each *statement* between them is put together:

    《A》《B》 分获 第34届X奖 一等奖、二等奖        works · verb · award · levels
    10件作品 在第34届X奖评选中 获奖，其中一等奖2件   count · award · verb · parts
    获得 2023年度X奖13件；2023年度Y奖14件           verb · award · count, the verb carried on
    X奖一等奖：《A》《B》                           award · level · works
    奖项⇥作品⇥等级                                 a table, column by column
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.lexicon import HONOUR_VERBS, LEVELS
from ingest.numbers import chinese_number, edition, years
from ingest.reading import Reading
from ingest.report import Award, fact_id
from ingest.sentences import Span, clauses, strip_marks
from ingest.titles import Kind, Quoted, Titles, title_key

_VERB = re.compile(
    rf"(?:{HONOUR_VERBS})|被[^，。；“”]{{2,20}}?(?:授予|评为|评选为|命名为|确定为|列为|认定为)|(?:均为|同为|并列)(?=[一二三特]等奖|[金银铜]奖)|榜上有名|上榜|折桂|夺魁|夺冠"
)
# 第二十九届X奖评选中， · 2019年度X奖揭晓， · 在第18届X奖中心共斩获…: the award stands first, the winners follow.
_CONTEXT = re.compile(
    r"(?:其中|此外|另外|同时|还|在|于|，)*(?P<award>(?:(?:19|20)\d{2}年?(?:度)?|第[\d一二三四五六七八九十百]+届|首届|全国|中国|[一-龥]{2,4}省)[^，。；]{0,30}?(?:奖(?![项状杯])|大赛|竞赛|比赛|盛典|展评|推优|展播|征集|评选|评比|评析|推选|遴选|节))"
    r"(?P<tail>(?:作品)?(?:征集)?(?:展示)?(?:评选|评比|评审|推选|征集|遴选|结果)?(?:活动)?(?:中(?![心国央华])|里|上|评选)?(?:结果)?(?:揭晓|公布|出炉|落幕)?)[，,]?"
)
_LEVEL = re.compile(LEVELS)
_LEVEL_LIST = re.compile(
    rf"{LEVELS}(?:(?:[、，和及与]|以及){LEVELS})+|[一二三四](?:、[一二三四])+等奖|[一二三四]{{2,3}}等奖|[金银铜](?:、[金银铜])+奖"
)
_COUNT = re.compile(
    r"(?P<each>各|均为)?(?P<number>\d+|[一二两三四五六七八九十]+)(?:余|多)?(?P<unit>件次|件|个|项|篇|部|人次|人|名|幅|组|条|次|支|首|块|枚|期|档|集|家)(?!月|小时|多小时|省|市|县|区|国家|版面|方面|栏目|专栏|平台|人才|单位|部门|最佳|第)"
)
_AWARD_HEAD = (
    r"奖(?!项|牌|励|状|杯|金|章)|奖项|大赛|竞赛|比赛|赛事|评选|评析|盛典|展评|展播|推优|推选|评比|评估|榜单|榜|工程|案例|名单|称号|先进[一-龥]{1,8}|优秀[一-龥]{2,10}|十佳[一-龥]{0,8}|百佳[一-龥]{0,8}|最佳[一-龥]{2,8}|示范[一-龥]{1,6}|标兵|劳动模范|工人先锋号|青年文明号|文明单位|"
    r"三八红旗[手集体]*|五一劳动[一-龥]{2}|红旗单位|模范[一-龥]{2,4}|基地|试点[一-龥]{0,4}|百强|十强|[一-龥]强|TOP\s?\d+|项目|计划|先锋|奖章|文明岗|英才|人才|先导[一-龥]{2}|骨干|领军[一-龥]{2}|首席[一-龥]{2}|集体|单位|个人|创新[一-龥]{1,4}|品牌|媒体|能手|工作者|优胜|荣誉|金话筒|飞天|星光|人物|作品展|影展|艺术节|动漫节|电影节|电视节|论坛|扶持[一-龥]{0,6}|公约|目录"
)
_HEAD = re.compile(_AWARD_HEAD)
_REAL_PRIZE = re.compile(
    r"奖|大赛|竞赛|评选|评析|盛典|展评|推优|十佳|百佳|最佳|先进|优秀|示范|文明单位|先锋号|文明号|红旗|模范|标兵|案例|称号|名单|百强|榜|工程|荣誉|扶持|项目|能手|[十百一-龥]强|TOP|文明岗|英才|人才|先导|骨干|领军|基地|试点|集体|标杆|典型|影响力|金牌|新锐|卓越|精品|推荐剧目|重点"
)
_ITEM_MARK = re.compile(
    r"(?:[（(]?\d{1,2}[)）]|\d{1,2}[、.．](?!\d)|[①-⑳]|[●■◆▲★◎○▪•—-]+|[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+[、是])\s*"
)
# 抖音号“江南新闻”入选…: the account won.
_OUTLET_BEFORE = re.compile(r"(?:抖音号|视频号|快手号|公众号|客户端|微博|头条号|APP|网站|频道|频率)$")
# 《帮忙团》栏目组被授予…: the people won, not the programme.
_TEAM_AFTER = re.compile(
    r"(?:栏目组|节目组|编辑部|工作室|团队|剧组|主创|采访组|报道组|专班|主持人|制片人|记者|编辑)"
)
_LATER_PRIZE = re.compile(r"等奖.*(?:新闻奖|大奖|大赛)")
# Where a list of awards may be cut: after a whole award, before something that begins like one.
_LIST_LEFT = re.compile(
    r"(?:奖|称号|荣誉|单位|集体|个人|案例|名单|[一-龥]佳[一-龥]*|作品|工作者|[十百一-龥]强|号|”)[”）)]?$"
)
_LIST_RIGHT = re.compile(r"[“《]|全国|中国|全省|全市|全州|全县|省|市|国家|年度|\d{4}|亚洲|国际|华东|西部")
_CERTAIN_VERB = re.compile(
    r"获评|荣获|荣膺|获颁|获授|获封|被评为|被授予|被[^，。；]{2,20}?授予|被评选为|被命名为|当选|摘得|捧得|评为"
)
# Sentences in which an honour verb has nothing to do with an honour: 获得感, 获悉, 获得好评.
_NO_HONOUR = re.compile(
    r"^(?:得感|得(?:了)?(?:[一-龥]{0,10})?(?:好评|点赞|赞誉|认可|肯定|效果|支持|关注|信息|帮助|成效|收益|流量|资讯|服务|批示|阅读|点击|许可|权威)|悉|取|知|益|准|批|赞|好评|得(?:更多|最新|广泛|良好|社会|受众|观众|读者|群众|网友|上级))"
)
_WORK_MARK = re.compile(r"(?:作品|稿件|新闻|节目|报道|版面|论文|个人|人|集体|项目|栏目)")
_EVALUATION_END = re.compile(
    r"(?:的)?(?:评选活动|评选|评比|评审|推选|评奖|活动|决赛|总决赛|复赛)?(?:中|上|里)?$"
)
_YEAR_LEAD = re.compile(
    r"^(?:(?:19|20)\d{2}|二[〇○零][一二三四五六七八九〇○零]{2})(?:[-—－~～至到](?:19|20)?\d{2,4})?\s?(?:年度|年)"
)
_NAME_LEAD = re.compile(
    r"^(?:[，,、：:；\s]|并|还|又|再次|先后|分别|共同|一举|成功|首次|同时|其中|有|共有|的|了|为|在|由|于|以及|及|和|与|多次|多项|多个|各类|各级|等|也|均|双双|连续(?:[一二三四五六七八九十\d]+(?:年|次|届))?|此外|另外|共计|共|累计|总计|荣获|获得|获评|获|入选|被评为|评为|被授予|授予|全年|今年|当年|本年度|年内|年度内)+"
)
_CATEGORY = re.compile(r"(?<=奖)[（(]?[一-龥、（）()]{1,14}?(?:类|项目|单元|组别?|门类|奖项)?[)）]?$")
# 市级以上新闻奖, 国家级奖项, 各类评比: no award by name.
_TOTAL_ONLY = re.compile(
    r"^(?:(?:国家|全国|中央|省部?|市|州|县|区|自治区|行业|部|地市?|厅局)级?[、及和或]?)*(?:级|以上|各类|各级|各项|多项|相关|级各类)+(?:的)?(?:各类|各级各类|各级|各项|多项|相关|新闻|好新闻|专业|业务|媒体|政府)*"
    r"(?:奖项|奖励|奖|荣誉|表彰|好新闻奖|评比|评选)$|^(?:各类|各项|多项)?(?:奖项|奖励|荣誉|表彰)$"
    r"|^(?:(?:国家|全国|中央|省部?|市|州|县|区|自治区|部|地市?|厅局|行业)[、及和或]?)+级?(?:及)?以上"
)


@dataclass
class _Statement:
    """One honour while it is being put together."""

    start: int
    end: int
    award: str
    edition: int | None = None
    year: int | None = None
    level: str | None = None
    works: list[str] = field(default_factory=list)
    count: int | None = None
    recipient: str | None = None
    certain: bool = False
    """The verb can only mean an honour."""


@dataclass(frozen=True)
class _Name:
    """An award's name as parsed from a phrase."""

    name: str
    edition: int | None
    year: int | None
    level: str | None


def extract_awards(reading: Reading, titles: Titles) -> Iterator[Award]:
    """Yield each honour once; the same honour told again in other words becomes a mention of the first.

    Example: ``《印象昌吉》荣获第四届中国短视频大会三等奖`` → award 中国短视频大会, edition 4, level 三等奖,
    works [印象昌吉], count 1.
    """
    statements: list[_Statement] = []
    for sentence in reading.sentences:
        statements.extend(_Sentence(reading, titles, sentence).statements())
    statements.extend(_table_rows(reading))
    yield from _merged(reading, statements)


def _merged(reading: Reading, statements: list[_Statement]) -> Iterator[Award]:
    groups: list[list[_Statement]] = []
    for statement in sorted(statements, key=lambda s: (s.start, s.end)):
        same = next((group for group in groups if _same(group[0], statement)), None)
        if same is None:
            groups.append([statement])
        else:
            same.append(statement)
    for group in groups:
        best = max(
            group, key=lambda s: (s.edition is not None) + (s.level is not None) + (s.year is not None)
        )
        first = group[0]
        first.works = next((s.works for s in group if s.works), [])
        key = f"{best.award}|{best.edition}|{best.level}|{first.works}|{first.count}|{first.recipient}"
        yield Award(
            id=fact_id(reading.report, "award", first.start, first.end, key),
            evidence=reading.evidence(first.start, first.end),
            mentions=tuple(
                reading.evidence(s.start, s.end)
                for s in group[1:]
                if (s.start, s.end) != (first.start, first.end)
            ),
            award=best.award,
            edition=best.edition,
            level=best.level,
            year=best.year or next((s.year for s in group if s.year), None),
            works=tuple(first.works),
            count=first.count if first.count is not None else max(1, len(first.works)),
            recipient=first.recipient,
        )


def _names_the_counted(counted: _Statement, named: _Statement) -> bool:
    """一等奖2件，…《A》和《B》摘得一等奖: the count and the titles are one fact."""
    return (
        not counted.works
        and bool(named.works)
        and (counted.count or 1) >= len(named.works)
        and counted.level is not None
        and (counted.level, counted.award, counted.edition) == (named.level, named.award, named.edition)
    )


def _same(a: _Statement, b: _Statement) -> bool:
    """One award told twice: same works (or same winner), names that contain one another, nothing contradicting."""
    if _names_the_counted(a, b):
        return True
    if a.level and b.level and a.level != b.level and not (a.level in b.level or b.level in a.level):
        return False
    if a.edition and b.edition and a.edition != b.edition:
        return False
    works_a, works_b = {title_key(w) for w in a.works}, {title_key(w) for w in b.works}
    if works_a != works_b:
        return False
    if not works_a and (
        (a.recipient and b.recipient and a.recipient != b.recipient) or (a.count or 1) != (b.count or 1)
    ):
        return False
    x, y = title_key(a.award), title_key(b.award)
    if x in y or y in x:
        return bool(works_a or a.recipient or (a.level == b.level and x == y))
    # 全国“人文社科之光”短视频大赛 and 第二届“人文社科之光”社科普及短视频大赛.
    core_a, core_b = re.search(r"“(.+?)”", a.award), re.search(r"“(.+?)”", b.award)
    return bool(works_a and core_a and core_b and core_a[1] == core_b[1])


# 首席记者吴绍平 → 吴绍平; a role before a name of two to four characters.
_ROLE = re.compile(
    r"^(?:[一-龥]{0,8}?)(?:记者|编辑|主持人|播音员|主播|摄像|摄影|导演|编导|主任|制片人|总编辑|台长|社长|评论员|校对|工程师|职工|员工|干部|同志|书记|站长|主编|总监|主席|部长|经理|台长|校长|工作者)(?=[一-龥]{2,4}$)"
)


def _is_level(level: str, before: str) -> bool:
    """一等奖 is a level anywhere; 创新奖, 最佳… only after what already is a prize."""
    return bool(
        not before
        or re.match(r"[一二三四特]等|[金银铜]|优秀|提名|优胜|特别|[一二三]类", level)
        or re.search(r"奖|大赛|竞赛|比赛|评选|盛典|展播|展评|征集|工程|节|作品|榜", before)
    )


def _is_generic(who: str) -> bool:
    """中心, 我社, 集团共: the media speaks of itself without its name."""
    return bool(
        re.fullmatch(
            r"(?:全|我|本|该)?(?:中心|集团|报社|社|台|报|电视台|单位|媒体|我们|传媒)(?:共有?|还|另|也|有|先后|合计|总计|累计)*",
            who,
        )
    )


class _Sentence:
    """The award statements of one sentence, read clause by clause with what carries over between clauses."""

    def __init__(self, reading: Reading, titles: Titles, span: Span) -> None:
        self.reading, self.titles, self.span = reading, titles, span
        self.text = reading.text
        self.quoted = [q for q in titles.quoted if span[0] <= q.start < span[1]]
        self.last: _Statement | None = None
        self.verb_seen = False
        self.works: list[Quoted] = []
        self.context: _Name | None = None

    def statements(self) -> list[_Statement]:
        whole = self.text[slice(*self.span)]
        if not any(
            True for m in _VERB.finditer(whole) if not _NO_HONOUR.match(whole[m.end() - 1 :])
        ) and not re.search(r"奖[项]?[：:]|等奖", whole):
            return []
        found: list[_Statement] = []
        for low, high in clauses(self.text, *self.span, marks="；;，,。！？!?\n"):
            # 第三十二届X奖2件：广播评论《A》获二等奖: the total, then its parts.
            total = re.search(r"奖[^：:]{0,6}[件个项]次?(?P<colon>[：:])", self.text[low:high])
            if total:
                self.verb_seen = True
                found.extend(self._clause(low, low + total.start("colon")))
                low += total.end("colon")
            found.extend(self._clause(low, high))
        return [s for s in found if self._plausible(s)]

    def _plausible(self, statement: _Statement) -> bool:
        if not 2 <= len(statement.award) <= 60 or _TOTAL_ONLY.match(statement.award):
            return False
        if re.match(r"(?:以下|如下|多项|各项|若干|上述|下列|同类)", statement.award):
            return False
        # 获评, 当选, 被授予 say by themselves that what follows is an honour.
        return bool(
            _REAL_PRIZE.search(statement.award) or statement.level or statement.edition or statement.certain
        )

    def _clause(self, start: int, end: int) -> list[_Statement]:
        start, end = strip_marks(self.text, start, end, "，,；;。！？!? \n　")
        item = _ITEM_MARK.match(self.text, start, end)
        start = item.end() if item else start
        if start >= end:
            return []
        text = self.text[start:end]
        rest = self._take_context(start, end)
        if rest is not None:
            start, text = rest, self.text[rest:end]
            if start >= end:
                return []
        # 其中一等奖2件、二等奖3件 belongs to the award named before.
        parts = self._parts(start, end, text)
        if parts:
            return parts
        verb = self._verb(text, start)
        if verb is None:
            return self._without_verb(start, end, text)
        self.verb_seen = True
        found = self._with_verb(start, end, verb)
        certain = bool(_CERTAIN_VERB.match(self.text, *verb))
        for statement in found:
            statement.certain = certain
        return found

    def _take_context(self, start: int, end: int) -> int | None:
        """Where the clause goes on after an award named at its head, which is then the context; else None."""
        match = _CONTEXT.match(self.text, start, end)
        if match is None or self._inside_quote(match.end("award") - 1):
            return None
        rest = self.text[match.end() : end]
        if (
            re.match(
                r"(?:[一二三特]等奖|[金银铜]奖|[一-龥]{0,8}(?:类|组)?(?:[一二三特]等奖|[金银铜]奖|优秀)|\d+[件个项]|[一二两三四五六七八九十]+[件个项]|[一-龥]{0,4}[：:])",
                rest,
            )
            and not match["tail"]
        ):
            # 2023年度X奖13件 is an award with its count, not a context.
            return None
        if rest and not _VERB.search(rest) and not _LEVEL.search(rest):
            return None
        if not match["tail"] and rest and not (edition(match["award"]) or years(match["award"])):
            return None
        name = self._name(match.start("award"), match.end("award"))
        if name is None:
            return None
        self.context = name
        self.last = _Statement(start, end, name.name, name.edition, name.year)
        return match.end()

    def _verb(self, text: str, start: int) -> Span | None:
        inside = [(q.start, q.end) for q in self.quoted]
        for match in _VERB.finditer(text):
            at = start + match.start()
            if any(s <= at < e for s, e in inside):
                continue
            if match.group() == "获" and re.match(
                r"奖(?:作品|情况|名单|数量|者|证书|总数|质量|率|成绩|等次|人|项目|节目|稿件|新闻|的)",
                text[match.end() :],
            ):
                continue
            tail = text[match.start() + 1 :] if match.group() == "获" else text[match.end() - 1 :]
            if match.group() in {"获", "获得"} and _NO_HONOUR.match(text[match.start() + 1 :]):
                continue
            if match.group() in {"列入", "当选", "位列", "授予"} and not _REAL_PRIZE.search(tail):
                continue
            return at, start + match.end()
        return None

    def _parts(self, start: int, end: int, text: str) -> list[_Statement]:
        """其中一等奖2件 · 一等奖《A》 · 二等奖3件: levels first, under the award of the last statement."""
        if self.last is None:
            return []
        body = re.sub(
            r"^(?:其中|包括|包含|含|分别为|即)?(?:[，：:])?(?:[一-龥]{0,4}?(?:共|另|还)?(?:有|获得?|斩获))?",
            "",
            text,
        )
        if not re.match(rf"(?:[一-龥]{{0,6}})?{LEVELS}", body) or (
            _VERB.search(body) and not text.startswith("其中")
        ):
            return []
        if edition(text) or re.search(r"奖.*?(?:一等奖|二等奖|三等奖)", re.sub(LEVELS, "", body)):
            return []
        return self._level_runs(start, end, self.last)

    def _level_runs(self, start: int, end: int, base: _Statement) -> list[_Statement]:
        text = self.text
        found = []
        levels = [m for m in _LEVEL.finditer(text, start, end) if not self._inside_quote(m.start())]
        shared = self._shared_counts(levels, end)
        for position, match in enumerate(levels):
            stop = levels[position + 1].start() if position + 1 < len(levels) else end
            count = _COUNT.search(text, match.end(), min(stop, match.end() + 8))
            before = _COUNT.search(text, max(start, match.start() - 6), match.start())
            works = [q.name for q in self.quoted if match.end() <= q.start < stop]
            if position in shared:
                found.append(
                    _Statement(
                        start, end, base.award, base.edition, base.year, match.group(), [], shared[position]
                    )
                )
                continue
            number = (
                chinese_number(count["number"])
                if count
                else (chinese_number(before["number"]) if before and not count and not works else None)
            )
            low, high = strip_marks(
                text, match.start(), (count.end() if count and not works else stop), "，,、；;和及 "
            )
            found.append(
                _Statement(
                    low, high, base.award, base.edition, base.year, match.group(), works,
                    number if number is not None else (len(works) or 1),
                )
            )  # fmt: skip
        return found

    def _shared_counts(self, levels: list[re.Match[str]], end: int) -> dict[int, int]:
        """二等奖、三等奖各8件 · 二等奖、三等奖分别为4件和5件: level index → count."""
        if len(levels) < 2:
            return {}
        text = self.text
        first = len(levels) - 1
        while first > 0 and re.fullmatch(
            r"[、和及与]|以及", text[levels[first - 1].end() : levels[first].start()]
        ):
            first -= 1
        if first == len(levels) - 1:
            return {}
        tail = text[levels[-1].end() : end]
        each = re.match(r"(?:奖项)?(?:均为|各(?:有|获|得)?)(\d+|[一二两三四五六七八九十]+)[件个项篇部]", tail)
        if each:
            number = chinese_number(each[1]) or 1
            return dict.fromkeys(range(first, len(levels)), number)
        if re.match(r"分别", tail):
            numbers = [
                chinese_number(m[1]) or 1
                for m in re.finditer(r"(\d+|[一二两三四五六七八九十]+)[件个项篇部]?", tail)
            ]
            if len(numbers) == len(levels) - first:
                return dict(zip(range(first, len(levels)), numbers, strict=True))
        return {}

    def _inside_quote(self, at: int) -> bool:
        return any(q.start <= at < q.end for q in self.quoted)

    def _without_verb(self, start: int, end: int, text: str) -> list[_Statement]:
        """A further award after a verb that carries on (；第35届Y奖15件), X奖一等奖：《A》, or winners still to come."""
        works = [q for q in self.quoted if start <= q.start < end and self._is_work(q)]
        if (
            works
            and works[0].start - start <= 14
            and not re.search(r"奖|大赛", text[: works[0].start - start])
        ):
            # 《A》，《B》分获…: winners that the next clause's verb takes up.
            self.works = [*self.works, *works]
        colon = re.search(r"奖[项]?[（(]?[^：:]{0,6}[)）]?[：:]", text)
        if colon:
            name = self._name(start, start + colon.end() - 1)
            if name is not None:
                names = [q.name for q in self.quoted if start + colon.end() <= q.start < end]
                statement = self._made(start, end, name, names, None, None)
                return [statement]
        if not self.verb_seen or not _HEAD.search(text) or not re.search(r"奖|荣誉|称号", text):
            return []
        count = self._trailing_count(start, end)
        if count is None and edition(text) is None and not _LEVEL.search(text):
            return []
        phrases = self._phrases(start, end)
        found = []
        for low, high in phrases:
            quote = (start, end) if len(phrases) == 1 else (low, high)
            found.extend(self._item(quote, (low, high), [], None, None, False))
        return found

    def _trailing_count(self, start: int, end: int) -> re.Match[str] | None:
        found = None
        for match in _COUNT.finditer(self.text, start, end):
            if self._inside_quote(match.start()):
                continue
            if re.search(r"奖|荣誉|称号|大赛", self.text[start : match.start()]):
                found = match
                break
        return found

    def _with_verb(self, start: int, end: int, verb: Span) -> list[_Statement]:
        text = self.text
        left, right = text[start : verb[0]], text[verb[1] : end]
        works = [
            q
            for q in self.quoted
            if start <= q.start < verb[0] and self._is_work(q) and not _TEAM_AFTER.match(text, q.end, verb[0])
        ]
        if self.works and (not works or re.search(r"分别|分获|双双|均", text[start : verb[1]])):
            # 《A》，《B》分获…: the winners of the clause before count too.
            works = [*self.works, *(q for q in works if q not in self.works)]
        self.works = []
        named = [q.name for q in works]
        number, recipient = self._winner(start, verb[0], works)
        located = re.search(
            r"(?:在|于)(?P<award>[^，；]*?(?:奖|大赛|竞赛|比赛|评选|评比|盛典|展评|推优|推选|征集|活动|节|展播)[^，；]*?)(?:评选活动|评选|评比|评审|活动)?(?:中|上|里)?$",
            left,
        )
        several = (
            re.search(r"分别?$|分", text[verb[0] - 2 : verb[0]])
            or "分获" in text[verb[0] : verb[1]]
            or "分别" in text[verb[0] - 3 : verb[1] + 3]
        )
        if (
            not named
            and number is None
            and recipient is None
            and self.last is not None
            and not _COUNT.search(right)
        ):
            # 《A》获X奖，并入选Y榜单: the winner goes on.
            same = re.fullmatch(r"(?:并|还|又|也|同时|再次|先后|，|均|都|且|随后|后|又被)*", left)
            named, recipient = (list(self.last.works), self.last.recipient) if same else (named, recipient)
        found: list[_Statement] = []
        if located:
            name = self._name(start + located.start("award"), start + located.end("award"))
            works = (
                [q for q in works if q.start < start + located.start()]
                or [q for q in works if q.start >= start + located.end()]
                or works
            )
            after_works = [q.name for q in self.quoted if verb[1] <= q.start < end]
            named = [q.name for q in works] or after_works
            if name is not None:
                levels = self._levels(verb[1], end)
                number, recipient = (
                    self._winner(start, start + located.start(), works) if not after_works else (None, None)
                )
                found = self._spread(
                    start, end, name, levels, named, number, recipient, bool(several), verb[1]
                )
        else:
            context = self._context_award(start)
            echoed = re.sub(r"(?:名单|荣誉|称号|奖)$", "", right)
            if context is not None and len(echoed) >= 2 and context.name.endswith(echoed):
                found = [self._made(start, end, context, named, number, recipient)]
            elif context is not None and re.fullmatch(
                rf"(?:的)?(?:{LEVELS}|奖|[、和及各]|\d+|[一二两三四五六七八九十]|[件个项]|作品|奖项|等)*",
                right,
            ):
                levels = self._levels(verb[1], end)
                counted = _COUNT.search(text, verb[1], end)
                if counted and number is None and not levels:
                    number = chinese_number(counted["number"])
                    recipient = None
                found = self._spread(
                    start, end, context, levels, named, number, recipient, bool(several), verb[1]
                )
            else:
                found = self._right_phrase(start, end, verb, named, number, recipient, bool(several))
        if found:
            self.last = found[0]
        return found

    def _context_award(self, start: int) -> _Name | None:
        """在第34届X奖评选中，《A》获一等奖: the award stands in the clause before."""
        lead = self.text[self.span[0] : start]
        match = re.search(
            r"(?:在|于)([^。；，,]*?(?:奖|大赛|竞赛|比赛|评选|评比|盛典|展评|推优|征集|节)[^。；，,]*?)(?:评选活动|评选|评比|活动)?(?:中|上|里)?[，,]?(?:[^；]*[，,、])?$",
            lead,
        )
        if match:
            return self._name(self.span[0] + match.start(1), self.span[0] + match.end(1))
        if self.context is not None:
            return self.context
        if self.last is not None and self.last.award:
            return _Name(self.last.award, self.last.edition, self.last.year, None)
        return None

    def _winner(self, start: int, stop: int, works: list[Quoted]) -> tuple[int | None, str | None]:
        """Count and recipient from what stands left of the verb: 10件作品 · 《A》等12件作品 · 记者张三 · 中心APP."""
        text = self.text
        tail_from = works[-1].end if works else start
        left = text[tail_from:stop]
        match = next((m for m in _COUNT.finditer(left)), None)
        if match and not re.search(r"届|年度", left[match.start() : match.start() + 1]):
            return chinese_number(match["number"]), None
        if works:
            return None, None
        who = _NAME_LEAD.sub(
            "", re.sub(r"^(?:(?:19|20)\d{2}年(?:度)?(?:全年|\d{1,2}月(?:\d{1,2}日)?)?)?[，,]?", "", left)
        )
        who = re.sub(r"(?:在|于)[^，]*$", "", who)
        who = re.sub(r"(?:全年|年内|当年|今年|本年度)$", "", who)
        who = re.sub(
            r"(?:还|也|又|均|都|分别|先后|多次|再次|共同|一举|成功|首次|同时|连续[一二三四五六七八九十\d]*[年次届]?|被|双双|凭借.*|已|曾|更)+$",
            "",
            who,
        ).strip("，,、 ")
        left_raw = who
        people = [_ROLE.sub("", one) for one in re.split(r"[、和]", who)]
        if len(people) > 1 and all(2 <= len(one) <= 4 for one in people):
            # 记者周允成、编辑沈沛: two winners by name.
            return len(people), "、".join(people)
        who = re.sub(r"[“”\"]", "", _ROLE.sub("", who))
        titled = re.fullmatch(r"[一-龥]{0,8}[《“]([^《》“”]+)[》”](?:栏目|副刊|专栏|节目)?", left_raw)
        if titled:
            who = titled[1]
        if _is_generic(who):
            who = self.reading.media or who
        if re.match(r"报道了|介绍|讲述|采访|记录", who):
            return None, None
        return None, who if 2 <= len(who) <= 24 and not re.search(r"[。；]", who) else None

    def _is_work(self, quoted: Quoted) -> bool:
        kind = self.titles.kind_of(quoted.name)
        if kind in {Kind.DOCUMENT, Kind.PLATFORM}:
            return False
        if kind is Kind.COLUMN:
            # A column that won is a winner, not a work.
            return False
        if _OUTLET_BEFORE.search(self.text[max(0, quoted.start - 6) : quoted.start]):
            return False
        if re.match(
            r"(?:系列)?(?:报道|短视频|微视频|纪录片|作品|直播|漫画|海报|组照|节目)",
            self.text[quoted.end : quoted.end + 6],
        ):
            return True
        return quoted.book_marks or kind is Kind.WORK

    def _levels(self, start: int, end: int) -> list[re.Match[str]]:
        """The levels in the phrase; 精品奖 after 全国党报融媒体 is no level but a part of the prize's name."""
        return [
            m
            for m in _LEVEL.finditer(self.text, start, end)
            if not self._inside_quote(m.start()) and _is_level(m.group(), self.text[start : m.start()])
        ]

    def _right_phrase(
        self,
        start: int,
        end: int,
        verb: Span,
        works: list[str],
        number: int | None,
        recipient: str | None,
        several: bool,
    ) -> list[_Statement]:
        """Everything after the verb: one award, or several joined by 、和 (each with its own head)."""
        text = self.text
        right_works = [
            q for q in self.quoted if verb[1] <= q.start < end and q.book_marks and self._is_work(q)
        ]
        stop = end
        if right_works and not works:
            # 荣获X奖的《A》: the work follows.
            works = [q.name for q in right_works]
            stop = right_works[0].start
        lead = _COUNT.match(text, verb[1], stop) if not works else None
        if lead and number is None:
            # 获得3项全国先进集体: the count stands before the award.
            number = chinese_number(lead["number"])
        phrases = self._phrases(lead.end() if lead else verb[1], stop)
        found: list[_Statement] = []
        if several and len(phrases) > 1 and len(phrases) == len(works):
            for (low, high), work in zip(phrases, works, strict=True):
                name = self._name(low, high)
                if name is not None:
                    found.append(self._made(start, end, name, [work], 1, None))
            return found
        for low, high in phrases:
            alone = len(phrases) == 1
            found.extend(
                self._item(
                    (start, end) if alone else (low, high), (low, high), works, number, recipient, several
                )
            )
        return found

    def _item(
        self,
        quote: Span,
        phrase: Span,
        works: list[str],
        number: int | None,
        recipient: str | None,
        several: bool,
    ) -> list[_Statement]:
        """One entry of a list of honours: X奖一等奖1件 · 二等奖2件 (of the award before) · Y奖21件."""
        low, high = phrase
        text = self.text[low:high]
        if (
            re.match(LEVELS, text)
            and self.last is not None
            and not edition(text)
            and not _LATER_PRIZE.search(text)
        ):
            return self._level_runs(low, high, self.last)
        count = self._trailing_count(low, high)
        if count is not None:
            number = chinese_number(count["number"])
            recipient = None if recipient and _is_generic(recipient) else recipient
            works = works if number == len(works) else []
        stop = count.start() if count else high
        name = self._name(low, stop)
        if name is None:
            return []
        levels = self._levels(low, stop)
        listed = (
            re.match(
                r"[（(](?:其中)?(?P<parts>[^）)]*(?:等奖|金奖|银奖)[^）)]*)[)）]",
                self.text[count.end() : high],
            )
            if count
            else None
        )
        if count is not None and listed:
            # 江南新闻奖42件（一等奖5件、二等奖14件）: a total and its parts.
            total = self._made(quote[0], quote[1], name, works, number, recipient)
            at = count.end() + listed.start("parts")
            return [total, *self._level_runs(at, count.end() + listed.end("parts"), total)]
        if count is not None and len(levels) == 1 and not self._short_levels(low, stop):
            return [self._made(quote[0], quote[1], name, works, number, recipient, levels[0].group())]
        return self._spread(quote[0], quote[1], name, levels, works, number, recipient, several, low)

    def _phrases(self, start: int, end: int) -> list[Span]:
        """Split X奖一等奖、Y奖二等奖 into awards, but leave 一、二等奖 and 《A》、《B》 whole."""
        found: list[Span] = []
        begin = start
        for match in re.finditer(r"[、和及]|以及", self.text[start:end]):
            at, after = start + match.start(), start + match.end()
            if self._inside_quote(at) or self.text.count("（", start, at) > self.text.count("）", start, at):
                continue
            left, right = self.text[begin:at], self.text[after:end]
            item = re.split(r"[、和及]|以及", right)[0]
            counted = re.search(
                r"\d[\d多余]*(?:件次|[件个项篇部次])$|[一二两三四五六七八九十]+[件个项篇部]$", left
            )
            if (counted and (re.match(LEVELS, right) or _HEAD.search(item))) or (
                _LIST_LEFT.search(left)
                and _HEAD.search(left)
                and _HEAD.search(item)
                and not re.match(LEVELS, right)
                and (edition(item) or _LIST_RIGHT.match(item) or len(item) >= 6)
            ):
                found.append((begin, at))
                begin = after
        found.append((begin, end))
        return found

    def _spread(
        self, start: int, end: int, name: _Name, levels: list[re.Match[str]], works: list[str],
        number: int | None, recipient: str | None, several: bool, levels_from: int,
    ) -> list[_Statement]:  # fmt: skip
        """One award with no, one or several levels: 分获一等奖、二等奖 gives each work its level."""
        text = self.text
        flat = self._short_levels(levels_from, end)
        wanted = flat or [m.group() for m in levels]
        counts = [_COUNT.match(text, m.end(), min(end, m.end() + 5)) for m in levels]
        each = re.search(r"各(\d+|[一二两三四五六七八九十])[件个项]", text[levels_from:end])
        if len(wanted) > 1:
            if each:
                own = chinese_number(each[1])
                return [self._made(start, end, name, [], own, recipient, level) for level in wanted]
            if not flat and any(counts):
                return [
                    self._made(
                        start, end, name, [], chinese_number(c["number"]) if c else 1, recipient, m.group()
                    )
                    for m, c in zip(levels, counts, strict=True)
                ]
            if len(wanted) == len(works):
                return [
                    self._made(start, end, name, [work], 1, None, level)
                    for work, level in zip(works, wanted, strict=True)
                ]
            prefixed = [_COUNT.search(text, max(levels_from, m.start() - 4), m.start()) for m in levels]
            if not flat and all(prefixed):
                return [
                    self._made(
                        start, end, name, [], chinese_number(c["number"]) if c else 1, recipient, m.group()
                    )
                    for m, c in zip(levels, prefixed, strict=True)
                ]
            return [
                self._made(start, end, name, works if several else [], None if works else 1, recipient, level)
                for level in wanted
            ]
        level = wanted[0] if wanted else name.level
        if number is None and counts and counts[0]:
            number = chinese_number(counts[0]["number"])
        if number is None and levels and not works:
            lead = re.search(
                r"(\d+|[一二两三四五六七八九十]+)[个项件]$", text[levels_from : levels[0].start()]
            )
            number = chinese_number(lead[1]) if lead else None
        return [self._made(start, end, name, works, number, recipient, level)]

    def _short_levels(self, start: int, end: int) -> list[str]:
        """一、二、三等奖 and 一二等奖 → [一等奖, 二等奖 …]."""
        match = re.search(
            r"((?:[一二三四](?:、|和)?)+[一二三四])等奖|((?:[金银铜](?:、|和)?)+[金银铜])奖",
            self.text[start:end],
        )
        if not match:
            return []
        tail = "等奖" if match[1] else "奖"
        return [char + tail for char in (match[1] or match[2]) if char not in "、和"]

    def _made(
        self, start: int, end: int, name: _Name, works: list[str], number: int | None, recipient: str | None,
        level: str | None = None,
    ) -> _Statement:  # fmt: skip
        statement = _Statement(
            start, end, name.name, name.edition, name.year, level or name.level, works,
            number if number is not None else max(1, len(works)),
            recipient if not works else None,
        )  # fmt: skip
        self.last = statement
        return statement

    def _name(self, start: int, end: int) -> _Name | None:
        return parse_award_name(self.text[start:end])


def parse_award_name(phrase: str) -> _Name | None:
    """Parse an award phrase into name, edition, year and level; None where it names no award.

    Example: ``第二十四届中国广播剧研究会专家评析精品展二等奖`` → 中国广播剧研究会专家评析精品展, 24, None, 二等奖.
    """
    phrase = re.sub(r"\s", "", phrase)
    phrase = _NAME_LEAD.sub("", phrase)
    if re.fullmatch(r"“[^“”]+”", phrase):
        phrase = phrase[1:-1]
    year = None
    bare_year = re.match(r"((?:19|20)\d{2})(?=[一-龥])(?!年)", phrase)
    if bare_year:
        # “2016中国地市报新媒体二十强”
        year, phrase = int(bare_year[1]), phrase[4:]
    lead = _YEAR_LEAD.match(phrase)
    if lead:
        found_years = years(lead.group()) or [(chinese_number(lead.group()[:4]) or 0, 0, 0)]
        year = found_years[-1][0]
        phrase = phrase[lead.end() :]
    number = edition(phrase)
    if number:
        # 中国第十八届小康… keeps its 中国; 第34届（2023年度） drops the year in brackets.
        inner = re.match(r"[（(](\d{4})年?度?[)）]", phrase[number[2] :])
        if inner and year is None:
            year = int(inner[1])
        phrase = phrase[: number[1]] + phrase[number[2] + (inner.end() if inner else 0) :]
    inner_year = re.search(r"[（(]((?:19|20)\d{2})年?度?[)）]|((?:19|20)\d{2})年度", phrase)
    if inner_year:
        year = year or int(inner_year[1] or inner_year[2])
        if not re.search(r"“[^”]*$", phrase[: inner_year.start()]):
            phrase = phrase[: inner_year.start()] + phrase[inner_year.end() :]
    phrase = re.sub(r"[（(][\s)）]*[)）]", "", phrase)
    phrase = re.sub(r"[等共](?:多项|\d+项|荣誉称号|荣誉|称号|奖项)*$", "", phrase)
    level = None
    levels = [m for m in _LEVEL.finditer(phrase) if not _in_quotes(phrase, m.start())]
    if (
        levels
        and levels[0].start() > 0
        and (
            re.match(r"[一二三四特]等|[金银铜]|优秀|提名|优胜|特别", levels[0].group())
            or _HEAD.search(phrase[: levels[0].start()])
        )
    ):
        # 中国新闻奖一等奖 is prize and level; 全国党报融媒体精品奖 is one name.
        level = levels[0].group()
        phrase = phrase[: levels[0].start()]
    elif levels and levels[0].end() == len(phrase):
        level, phrase = None, phrase
    phrase = _NAME_LEAD.sub("", phrase)
    # X新闻奖文字消息类: the prize ends at its 奖, what follows is the category won.
    if phrase.count("奖") >= 1 and not phrase.endswith("奖"):
        head = phrase.rfind("奖")
        if (
            phrase[head + 1 : head + 2] not in {"章", "牌", "杯", "）", ")"}
            and not _in_quotes(phrase, head)
            and not re.match(r"(?:评选|活动|大赛|项目|征集)", phrase[head + 1 :])
        ):
            phrase = phrase[: head + 1]
    elif level:
        phrase = re.sub(r"(?<=[赛展选节会典程])(?:[一-龥]{1,8}(?:类|组|单元|项目))$", "", phrase)
        phrase = re.sub(r"(?<=[典])[一-龥]{1,6}类$", "", phrase)
    phrase = re.sub(r"(?:的)?(?:评选活动|评选|评比活动|评比|评审|推选活动|评奖)(?:中|上)?$", "", phrase)
    phrase = re.sub(r"(?:荣誉称号|称号|名单|荣誉)$", "", phrase) or phrase
    phrase = phrase.strip("，,、：:；。 的—-·")
    if re.fullmatch(r"“[^“”]+”|《[^《》]+》", phrase):
        phrase = phrase[1:-1]
    bracketed = re.search(r"[（(](?P<level>[一-龥]{2,8}奖)[)）]$", phrase)
    if bracketed:
        # 全省脱贫攻坚奖（奉献奖）
        level, phrase = level or bracketed["level"], phrase[: bracketed.start()]
    if len(phrase) < 2 or re.fullmatch(rf"(?:{LEVELS}|[、和及])+", phrase):
        return None
    return _Name(phrase, number[0] if number else None, year, level)


def _in_quotes(text: str, at: int) -> bool:
    opened = text.rfind("“", 0, at)
    return opened != -1 and text.find("”", opened, at) == -1


_AWARD_HEADER = re.compile(r"奖项|获奖|荣誉|奖名|评选|奖励|名称")
_WORK_HEADER = re.compile(r"作品|题目|标题|篇目|节目|稿件")
_LEVEL_HEADER = re.compile(r"等级|等次|级别|奖次|奖级|名次|结果")
_WHO_HEADER = re.compile(r"获奖(?:人|者|单位)|作者|主创|集体|个人|单位")


def _table_rows(reading: Reading) -> list[_Statement]:
    """Award tables: a header row names the columns (奖项, 作品, 等级), each further row is one honour."""
    found: list[_Statement] = []
    columns: dict[str, int] | None = None
    last_award: _Name | None = None
    for block in reading.prose:
        if block.kind != "row":
            columns = None
            continue
        cells = reading.text[block.start : block.end].split("\t")
        header = _columns(cells)
        if header is not None:
            columns = header
            continue
        if columns is None:
            continue

        def cell(name: str, cells: list[str] = cells, columns: dict[str, int] = columns) -> str:
            index = columns.get(name)
            return cells[index].strip() if index is not None and index < len(cells) else ""

        name = parse_award_name(cell("award")) if cell("award") else last_award
        if name is None:
            continue
        last_award = name
        level = re.search(LEVELS, cell("level"))
        works, winner = _won_by(cell("work"))
        found.append(
            _Statement(
                block.start, block.end, name.name, name.edition, name.year,
                level.group() if level else (cell("level") or name.level or None), works, max(1, len(works)),
                None if works else (winner or cell("who") or None),
            )
        )  # fmt: skip
    return found


def _won_by(cell: str) -> tuple[list[str], str | None]:
    """广播剧《守桥人》 → its title; 《今日澜溪》2022年6月10日一版 → a page, which is a winner and no title."""
    if not cell:
        return [], None
    titles = re.findall(r"《([^《》]+)》", cell) or re.findall(r"“([^“”]+)”", cell)
    if not titles:
        return [cell], None
    if re.search(r"》[^《》]*(?:版|期|日)$", cell):
        return [], cell
    return titles, None


def _columns(cells: list[str]) -> dict[str, int] | None:
    columns: dict[str, int] = {}
    for index, raw in enumerate(cells):
        name = raw.strip()
        if len(name) > 10 or "《" in name:
            return None
        for key, pattern in (
            ("who", _WHO_HEADER),
            ("level", _LEVEL_HEADER),
            ("work", _WORK_HEADER),
            ("award", _AWARD_HEADER),
        ):
            if key not in columns and pattern.search(name):
                columns[key] = index
                break
    return columns if "award" in columns and len(columns) >= 2 else None
