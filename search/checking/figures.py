"""The figures of a report with their place and part in the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from ingest.dates import years
from ingest.report import Award, Evidence, Metric, Qualifier, Report
from ingest.sentences import THOUSANDS
from search.checking import spell
from search.checking.called import pairs

Role = Literal["level", "start", "change", "part", "other year", "total"]
"""level: how much there is or was done in the year. start: what another figure came from (由8.4万增至13.5万).
change: by how much it grew or fell. part: 其中 so many. other year: the text ties it to another year.
total: counted since some beginning (累计)."""

_SENTENCE = "。！？!?\n"
_SIGNS = frozenset("+＋-－−↑↓")
_START = re.compile(
    r"(?:(?<!自)[由从](?![业事])|比)(?P<when>[^，。；,;]{0,14}?)的?(?:超过|超|近|约|不足|不到)?$"
)
_FROM = re.compile("(?P<what>[一-龥]{2,8})[由从][^，。；]{0,14}$")
_STEP = re.compile("[到至为]$")
_FROM_TO = re.compile(r"[由从](?![业事])[^，。；,;]*?\d[^，。；,;]*?(?:到|至|为|达)(?:了|约|近|超|逾|超过)?$")
_REACHED = re.compile(r"^[^，。；,;]{0,8}?(?:增|升|提|扩|降|减|缩|跃|涨|压|变|到|至)")
_CHANGE_BEFORE = re.compile(
    r"(?:净增|新增|涨粉|增加|增长|增幅|增|下降|减少|压减|减|上升|上涨|提高|提升|降低|扩大|缩短|多|少)(?:出|了|约|近|超|逾|超过|幅度)*(?:达到?|为)?$"
    r"|(?:比|较|同比)[^，。；,;\d]{0,10}(?:添|加|涨|长|缩|跌|掉|砍|裁|退|落|滑|省|升|降)(?:掉|出|去|下|落|幅|了|约|近|超|逾)*$"
)
_CHANGE_NAME = re.compile(r"(?:增加|增长|下降|减少|上升|提高|降低|净增|新增|增幅|降幅|同比|涨粉)$")
_PART = re.compile(
    r"其中[^。；;]{0,30}$|(?:等奖|[金银铜]奖)分别(?:为|是|有)[^。；;]{0,30}$|(?:包括|包含|含|内有)[^。；;，,]{0,12}$"
)
_TOTAL = re.compile(
    r"(?<!全年)(?<!年内)(?<!今年)(?<!当年)累计|历年|至今|总计已|(?:[两二三四五六七八九十]|\d{1,2})(?:季|辑|届|年)(?:来|间)?(?:合计|总计|总共|一共|加起来)|(?:创刊|开办|开通|开播|成立|上线|启动|实施|建立)以来"
)
_SINCE = re.compile(
    r"自?(?:19|20)\d\d年(?:\d{1,2}月)?(?:以来|至今|起)[^，；]{0,6}累计|累计[^，；]{0,12}(?:以来|至今)"
)
_PRIZES = re.compile(r"(?=.*[件项个]).*(?:获.*(?:市|省|州)级(?:及|或)?以上|(?:市|省|州)级(?:及|或)?以上.*奖)")
_PIECES = frozenset("条 篇 件 则 条次 篇次".split())
_PLACED = re.compile(
    r"(?P<who>(?:中央|国家|省|市|州)级?(?:及?以上)?)(?:主流|新闻|主要)*媒体[^\d，。；]{0,8}(?:稿|采用|报道|新闻|作品)[^\d，。；]{0,4}$"
)
_TAKEN_UP = re.compile("^被[^，。；]{2,12}?(?P<did>转载|采用|采纳|转发|推荐)")
"""11篇被人民网转载 one year, 被人民网转载9篇 the next."""
_GROUP = re.compile("等?[\\d一二两三四五六七八九十]+[个家支名位]")
"""A group that did it is no name: 等4个创意工作室 made so many, 3个 the year before."""
_KIND_OF_HOUSE = re.compile("(?<=..)(?:报社|社|报业集团|集团)$|[《》“”]")
_DOING = re.compile("(?:开展|举办|举行|组织|推出|完成|生产|制作|发布)了?")
SHOWN = re.compile(
    "(?:连续[一二三四五六七八九十两\\d]+年)?(?:全年|年内|[到至]?(?:今年)?年(?:底|末)|半年(?:有余|多|来)?|一年(?:来|间|里|下来)|当年|今年|总?共|累计|已|先后)*(?:播出|播发|出版|出刊|刊出|刊发|刊登|发表|更新|录制|推出|发布)了?"
)
"""What a column or an outlet does as such: 《小城故事》播出46期 counts what 播出《小城故事》46期 does."""
_DONE = re.compile(
    r"(?P<what>[一-龥]{2,10})(?:全年|共|累计|已|先后)*(?:开展|举办|举行|组织|推出|完成|生产|制作|发布)了?$"
)
"""What was done, told before the doing: 网络直播开展了158场."""
_DOUBLED = re.compile(
    "(?P<what>[一-龥]{2,10}?)(?:同比|[比较][^，。]{2,6}|再|又|实现|均)*翻了?[一两]?番[，,]?(?:增[至到]|达到?|[至到为有])(?:了|约|近|超)*$"
)
"""What is told to have doubled before its figure: 文创收入翻了一番，达到212万元."""
_ACTED_ON = re.compile(
    r"(?P<help>慰问|惠及|受益|(?<![获级上项得])奖励|资助|表彰|救助|看望)|(?P<send>派出|选派)|(?P<leave>离职|辞职|调离|退休|流失)|(?P<hire>招聘|新招(?![生募])|招录|招考|录用|选聘|新进|入职|引进)|(?P<teach>轮训|培训|培养)|"
    r"(?P<raise>转为|签约|晋升)|(?P<papers>[换核颁]发|申领|办理|取得(?=[^，。]{0,8}[证照]))|(?P<give>(?<![数量率约])为(?=\d+[名位人]))|"
    r"(?P<team>(?<![自业事])由(?=\d+[余多]?[名位人][^，。]{0,16}?组成)|抽调)|"
    r"(?P<rank>(?:获|取得|评[上为])[^，。；]{0,10}(?:职称|资格))|(?P<move>腾出|分流|转岗|划转|充实到|抽出)"
)
_ALL_OF_THEM = re.compile("全部|全体|全员|所有|一个不[落漏]")
_OF_ALL = re.compile(r"(?:全网|全平台|各平台|所有平台)(?:总?用户|粉丝|关注|订阅)[一-龥]{0,4}$")
"""What counts for all outlets, not for the one named before."""
_PASSED = re.compile(r"[过超破达逾](?:\d[\d.]*)?[百千]?[十百千万亿]")
_STAFF = re.compile("(?:从业|采编|在编|在册|在职|在岗|编外|聘用|工作)?(?:人员|职工|员工|记者|编辑)")
_ON_THE_ROLL = re.compile("^(?:在[册职岗])+")
_MEASURED = re.compile("(?P<whose>.{2,}?)[（(](?P<what>[一-龥]{2,6}[量数])[）)]")
"""The head of a row that tells what of it is counted: “云上溪谷”客户端（下载量）."""
_TURNED_AWAY = re.compile(r"停播|撤换|撤下|拒[登播发绝]|退回|清理|下架|注销|关停|叫停")
_OUTLETS = {
    **{word: word for word in ("微博", "抖音", "快手", "视频号", "头条", "客户端", "网站", "小红书", "哔哩")},
    "微信": "微信",
    "公众号": "微信",
    "APP": "客户端",
    "App": "客户端",
    "B站": "哔哩",
}
"""What kinds of outlets are called, and the kind."""
_SCOPE = re.compile("[央国省市州县](?=[级台媒报视])")
_EDITION = re.compile(
    "(?:长者|老年|适老|青少年|少年|儿童|大字|关怀|无障碍|英文|外文|双语|国际|海外|繁体|蒙文|藏文|维文|方言|手语|车载|网页|学生|党员)版(?![面块本权])"
)
"""What an outlet has beside itself, with figures of its own: 客户端推出长者版，注册用户4.6万."""
_EDITION_YEAR = re.compile("(?<=[奖赛选])[（(](?:19|20)\\d\\d年度?[）)]")
"""江北新闻奖（2022年度）14件作品入围: the year is the prize's, which is given in the next."""
_MARKS = re.compile("《[^》]+》|“[^”]+”")
_OUTLET = re.compile("|".join(_OUTLETS))
_BEFORE_YEAR = re.compile(rf"(?:{spell.LAST}|年初|前年)(?:同期|末|底)?[^，。；,;]{{0,10}}$")


@dataclass(frozen=True)
class Figure:
    """A figure of a report. `start` and `end` are where the number itself stands, code points, end exclusive."""

    metric: Metric
    report: Report
    start: int
    end: int

    @property
    def evidence(self) -> Evidence:
        """The clause that holds it."""
        return self.metric.evidence

    @property
    def value(self) -> float:
        """In single units, percent as written."""
        return self.metric.value

    @property
    def exact(self) -> bool:
        """Whether it is given without a hedge."""
        return self.metric.qualifier is Qualifier.EXACT

    @property
    def text(self) -> str:
        """As written."""
        return self.metric.text

    @cached_property
    def before(self) -> str:
        """The sentence up to the figure, 4,860条 in it as 4860条: its comma ends no clause."""
        text = self.report.text
        begin = max(text.rfind(mark, 0, self.start) for mark in _SENTENCE) + 1
        return THOUSANDS.sub("", text[begin : self.start])

    @cached_property
    def after(self) -> str:
        """The sentence behind the figure, without its closing mark and the commas of figures."""
        text = self.report.text
        ends = [at for mark in _SENTENCE if (at := text.find(mark, self.end)) >= 0]
        return THOUSANDS.sub("", text[self.end : min(ends, default=len(text))])

    @cached_property
    def role(self) -> Role:
        """What the figure is in its sentence, or in its table."""
        if self.text[:1] in _SIGNS:
            # A cell of a column 同比: +7个.
            return "change"
        clause = re.split(r"[，,；;]", self.before)[-1]
        if (start := _START.search(self.before)) and _REACHED.match(self.after):
            named = years(start["when"] + "年")
            if named and named[0][0] == self.report.report_year:
                return "level"
            return "start"
        if self.metric.year not in (None, self.report.report_year):
            return "other year"
        if _FROM_TO.search(self.before):
            return "level"
        if _CHANGE_BEFORE.search(self.before) or _CHANGE_NAME.search(self.name):
            return "change"
        if _SINCE.search(clause):
            return "total"
        own = self.report.report_year
        named_years = {year for year, _, _ in years(_EDITION_YEAR.sub("", clause))}
        if _BEFORE_YEAR.search(self.before) or (named_years and own is not None and own not in named_years):
            return "other year"
        if _PART.search(self.before):
            return "part"
        return "total" if _TOTAL.search(clause) else "level"

    @cached_property
    def name(self) -> str:
        """What it counts. A total over several prizes is one measure, however it is worded: 61件作品获市级以上奖项; and so
        is what others took over: 在省级以上媒体发稿536条, 被省级以上媒体采用稿件412条.
        Where only the doing stands before the figure, what was done: 网络直播开展了158场. Of all the staff for whom something was
        done, the staff: 为全体246名从业人员缴纳年金."""
        if _PRIZES.search(self.evidence.quote):
            return "市级以上奖项"
        if self.metric.unit in _PIECES and (placed := _PLACED.search(self.beside)):
            return f"{placed['who']}媒体用稿"
        if self.metric.unit in _PIECES and (taken := _TAKEN_UP.match(self.after)):
            return taken["did"]
        if doubled := _DOUBLED.search(self.before):
            return doubled["what"]
        if _DOING.fullmatch(self.metric.name) and (done := _DONE.search(self.beside)):
            return done["what"]
        if self.metric.subject is not None and self.metric.unit and SHOWN.fullmatch(self.metric.name):
            return f"{self.metric.unit}数"
        if _ALL_OF_THEM.search(self.before[-2:]) and (staff := _STAFF.match(self.after)):
            return _ON_THE_ROLL.sub("", staff[0])
        if _STEP.search(self.metric.name) and (what := _FROM.search(self.before)):
            # 演出场次由上年的21场恢复到26场: what goes on behind it is no name.
            return what["what"]
        change = _CHANGE_NAME.search(self.metric.name)
        if change and change.start() and change[0] not in self.evidence.quote:
            # 发稿181条，比上年增加19条，其中《新闻联播》11条: the change was told of the figure before.
            return self.metric.name[: change.start()]
        return self.metric.name

    @cached_property
    def acts(self) -> frozenset[str]:
        """What sort of thing was done to those it counts: 为7名采编人员办理记者证 does not count the staff (182名采编人员全部签约 does), nor
        does 引进采编人员18名, which is another count again."""
        quote = self.evidence.quote
        if _ALL_OF_THEM.search(quote):
            return frozenset()
        return frozenset(sort for match in _ACTED_ON.finditer(quote) if (sort := match.lastgroup))

    @property
    def acted_on(self) -> bool:
        """Whether it counts to whom something was done."""
        return bool(self.acts)

    @cached_property
    def turned_away(self) -> bool:
        """Whether it counts what was refused: 拒登广告12条 is no part of 审查广告640条 that could be held against it."""
        return _TURNED_AWAY.search(self.evidence.quote) is not None

    @cached_property
    def outlets(self) -> frozenset[str]:
        """The kinds of outlets that stand between the figure before and it, else those of its subject: 新浪微博粉丝94万."""
        said = _OUTLET.findall(self.beside) or _OUTLET.findall(self.metric.subject or "")
        return frozenset(map(_OUTLETS.__getitem__, said))

    @cached_property
    def scopes(self) -> frozenset[str]:
        """Of which level what is beside it is: 央视用稿81条, 省台用稿702条."""
        return frozenset("央" if found in "央国" else found for found in _SCOPE.findall(self.beside))

    @cached_property
    def stretch(self) -> str | None:
        """The stretch of time that it is of where that is not the year: 日均, 每期."""
        return spell.stretch(self.beside)

    @cached_property
    def beside(self) -> str:
        """The sentence between the figure before and it."""
        return re.split(r"\d|[；;]", self.before)[-1]

    @cached_property
    def marks_passed(self) -> frozenset[str]:
        """The marks that each of what it counts has passed: 播放量过千万的作品9条."""
        clause = re.split(r"[，,；;]", self.before)[-1]
        said = f"{clause}{self.beside}" if "的" in self.beside else ""
        return frozenset(re.sub(r"[\d.]", "", mark) for mark in _PASSED.findall(said))

    @cached_property
    def editions(self) -> frozenset[str]:
        """The editions of an outlet that its sentence names before it."""
        return frozenset(_EDITION.findall(self.before)) if "版" in self.before else frozenset()

    @cached_property
    def marks(self) -> frozenset[str]:
        """The names between marks that stand between the figure before and it."""
        return frozenset(_MARKS.findall(self.beside))

    @cached_property
    def sentence(self) -> frozenset[str]:
        """The pairs of characters of its sentence up to it, figures aside."""
        return pairs(self.before)

    @cached_property
    def around(self) -> frozenset[str]:
        """The pairs of characters of its whole sentence, figures aside."""
        return pairs(self.before) | pairs(self.after)

    @cached_property
    def letters(self) -> frozenset[str]:
        """The pairs of characters of its clause, figures and the house's own name aside."""
        return pairs(self.evidence.quote.replace(self.report.media or "\n", ""))


def figures(report: Report) -> list[Figure]:
    """Return the figures of a report in the order of its text, each told again where it is told again."""
    found = []
    for metric in (fact for fact in report.facts if isinstance(fact, Metric)):
        for place in (metric.evidence, *metric.mentions):
            at = _place(metric.text, place.quote)
            if at >= 0:
                subject = None if _is_house(metric.subject or "", report) else metric.subject
                if _OF_ALL.search(report.text[max(0, place.start + at - 12) : place.start + at]):
                    # 9月又开了“小橹视频”快手号，全网用户96万
                    subject = None
                name = metric.name.removeprefix(report.media or "") or metric.name
                if measured := _MEASURED.fullmatch(subject or ""):
                    subject, name = measured["whose"], measured["what"]
                shown = metric.model_copy(
                    update={"evidence": place, "mentions": (), "subject": subject, "name": name}
                )
                found.append(Figure(shown, report, place.start + at, place.start + at + len(metric.text)))
    found += _honours(report, {figure.start for figure in found})
    return sorted(found, key=lambda figure: figure.start)


def _is_house(subject: str, report: Report) -> bool:
    """Tell whether a subject names no more than the media itself, or a group that did it: 海隅晚报日均发行51万份, 日均发行48万份."""
    media = _KIND_OF_HOUSE.sub("", report.media or "")
    return _GROUP.match(subject) is not None or bool(media and _KIND_OF_HOUSE.sub("", subject) == media)


def _honours(report: Report, told: set[int]) -> Iterator[Figure]:
    """Yield how many works won prizes where no metric says it: 17件作品获省、市新闻奖 is an award of 17 works."""
    for fact in report.facts:
        if not isinstance(fact, Award) or fact.count < 2 or fact.level is not None:
            continue
        place = fact.evidence
        said = re.search(rf"(?<![\d.]){fact.count}(?P<unit>[件篇部个])(?:作品|新闻)", place.quote)
        if said is not None and place.start + said.start() not in told:
            start, end = place.start + said.start(), place.start + said.end("unit")
            metric = Metric(
                id=fact.id,
                evidence=place,
                subject=None,
                name=f"{fact.award}获奖作品",
                value=fact.count,
                unit=said["unit"],
                qualifier=Qualifier.EXACT,
                text=report.text[start:end],
            )
            yield Figure(metric, report, start, end)


def _place(figure: str, quote: str) -> int:
    """Return where a figure stands in its quote, -1 where it does not."""
    if "\t" in quote and (cell := re.search(rf"(?:^|\t) *({re.escape(figure)}) *(?:\t|$)", quote)):
        return cell.start(1)
    # 由1.2万人增长到2万人: of two the same characters inside each other, the later one is whole.
    later = re.search(rf"\d{re.escape(figure)}", quote) is not None
    return quote.rfind(figure) if later else quote.find(figure)


def family(unit: str | None) -> str:
    """Return what stands for the units that count alike: 人, 名, 位 and no unit (粉丝16.3万)."""
    return _FAMILY.get(unit or "", unit or "人")


_FAMILY = {
    **dict.fromkeys(("", "名", "位", "人", "户", "个"), "人"),
    **dict.fromkeys(("条次", "条", "篇", "件", "篇次", "件次", "则", "篇条"), "条"),
    **dict.fromkeys(("场", "场次", "次", "期", "次数"), "场"),
    **dict.fromkeys(("个整版", "整版", "版", "块"), "版"),
    **dict.fromkeys(("次播放", "人次"), "人次"),
}
