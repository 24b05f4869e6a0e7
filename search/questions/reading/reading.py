"""A question as it is understood: media, years, names, intent, and the words that say what is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kg.entities import entity_key
from search.questions.naming.catalog import Catalog
from search.questions.naming.entity import Entity
from search.questions.naming.guessing import Mention, quoted_parts, respelt
from search.questions.naming.linking import is_outlet, link
from search.questions.reading.hearing import hear
from search.questions.reading.house import own_places, paper_itself
from search.questions.wording.intents import WEEKDAY, Intent, intent_of, listed
from search.questions.wording.rising import DOWN, UP
from search.questions.wording.unit_words import PEOPLE, RARE_UNITS, UNITS
from search.questions.wording.words import act_words, key, measure_words, segment, stop_words
from search.questions.wording.years import Years, read_years
from search.tokens import tagged

# 多少辆车: what is always a unit, though a dictionary has it together with what it counts.
_ALWAYS_UNITS = frozenset("辆艘吨亩册份棵株首封")
# 《科学开门》栏目, 纪录片《渔歌》: the word for the kind of what is named asks for nothing more.
_KINDS = "栏目|专栏|专题|专版|副刊|节目|话题|纪录片|广播剧|短视频|微短剧|短剧|通讯|评论|专题片|活动|行动|平台|客户端|板块|版块|专区"
_KIND_BESIDE = re.compile(
    rf"■(?:[这那]1?个)?(?:{_KINDS})(?!有|都|里)|(?<!多少)(?:{_KINDS})■|■[这那]1?[条篇部个首期档件则组张套集支本]"
    rf"(?:{_KINDS}|消息|报道|稿子?|片子?|视频|作品|文章|电影|书)?"
)
_GATHERED = frozenset("募集 募捐 捐赠 征集 发放 赠送 派发 配送".split())
"""What is done to things that are counted, though money is what these tell where nothing else is named."""
# 锐评这个专栏: the words that point at it ask for nothing.
_THIS = re.compile(
    r"[这那](?=[\d两]+[个名位件篇条本档])|[这那](?:笔(?:钱|款|经费)?|回|次|阵子?|会儿|批|群|摊)|[这那](?:1?[本张首幅组件场]书?|1?[个档份期部条家项篇种台块支座辆轮栋款拨]|1)"
)
# 旧书最后捐到哪儿了: nor does what only says when or how surely.
_ADVERB = re.compile(
    r"1路(?=怎么|如何|怎样|[走涨增降跌升变])|最后(?![1两几])|后来|目前|到底|究竟|具体|曾经?|已经|每?(?:几点钟?|(?<![\d两])周几|星期几|礼拜几)|多久[\u4e00-\u9fff]{0,2}1[期次回集场本]|[跟和与同](?=谁|哪|什么)|的?(?:姓名|名字)$|写[进入到]了?(?=□|哪)"
)
# 起播高清是打哪天, 几月份并进: the words that ask when are no part of those beside them.
_WHEN_ASKED = re.compile(
    WEEKDAY
    + r"|[打从自在于]?(?:何年何月(?:何日)?|哪1?年哪1?月(?:哪1?[天日])?|几月份?(?:几[号日])?|几[号日](?!线|楼)|哪1?[天日](?!报)|哪个?月份?|什么时[候间]|何时)(?:开始|起)?"
)
# 哪所学校: nor does the word by which it is counted.
_WHICH_ONE = re.compile(
    r"哪(?:1?个|家|些)?台(?![风湾历词])|哪[1两几]?[条篇件期场次项个集封本册部张种样家户座所支档份位款间处块拨桩组]"
)
# 差转台建在哪里, 讲座办得怎么样: the verb behind is no part of the word.
_VERB_END = frozenset("搬移建设办开拍播登写发演比搞卖买用做印")
# 为什么要设驿站: nor is the word for wanting before it.
_MODAL = frozenset("要想该会能得搞用靠凭让开办做")
# 几个小时 is counted in hours.
_UNIT_AFTER_GE = re.compile(r"^个(?=小时|钟头|平方|月(?!份)|亿|整版|版(?![面块本权]))")
# 海螺4.0准确率: the version is no part of the word behind it.
_VERSION_BEFORE = re.compile(r"^\d{2}(?=[\u4e00-\u9fff]{2})(?!\d{2}(?:后|强|佳|年|周年|[条件个项部]))")
# 穹视频5.0添了什么: so is that behind a name.
_VERSION_BEHIND = re.compile(r"■\d{2}(?=[\u4e00-\u9fff])(?!\d{2}(?:后|强|佳|年|周年|[条件个项部万亿人集期]))")
# 哪两本杂志: how many there are asks for nothing more.
_SO_MANY = re.compile(r"[两几\d]+[个本份家种档部件条项位名场次块样组支类款张首座篇]?")
# 这几年怎么变化, 几年来: the years looked back on are asked for by nobody.
_ASKED_UNIT = re.compile(r"多少|(?<![这那近前后哪头])几(?!年[来间内里])")
_GROWTH = re.compile(
    r"(?:同比|增长|增加|增幅|上升|提高|下降|减少|降低|升到|升至|涨到|降到|降至|(?<=..)[升降涨]|(?<=..)(?<![观收在阅查])[看听读])+$"
)
# 派了多少人, 来了几个人: who did something are not all of the staff.
_PEOPLE_ACT = re.compile(
    r"[派来去走送到裁招进调选请救帮捐看听骗抓罚吃住死伤](?:了|过)?(?:多少|几)(?:个)?(?:人|名|位)"
)
# 2020年的人比2015年少了多少: the people of the house.
_BARE_PEOPLE = re.compile(r"(?:^|[□的里])(?:总)?人(?:数|手)?(?=[比跟和与]|[最]?[多少增减]|有?多少|怎么|□|$)")
# 央广用稿: who took them and what was taken, which another year's report tells apart.
_CARRIED_BY = re.compile(
    r"(?P<by>央视|央广|央媒|省台|市台|省级台|中央媒体|中央级媒体|省级媒体|新华社|人民日报|学习强国)(?P<what>[\u4e00-\u9fff]{2,4})"
)
_OWN_PLACE = frozenset({"全省", "全市", "全县", "全区", "全州"})
_ASKING = frozenset({"增加", "增长", "减少", "下降", "是否", "没有", "变化", "分别", "想知道", "知道"})
_OVER_YEARS = frozenset({Intent.TREND, Intent.DIFFERENCE, Intent.MAXIMUM, Intent.MINIMUM, Intent.SUM})
_COURSE_WORDS = frozenset("涨 跌 升 降 增 减 势 走势 曲线 轨迹 起伏 不如 快慢 高低".split())
"""Words by which is asked how something went, left over where they were cut: 来电数量的走势, 是涨是跌."""
_WENT = re.compile(r"[多少]([印发卖登播办出做接收挣赚缴交拿写])(?:了|出)?(?:多少|几)")
_PUT_OUT = frozenset({"播放", "播出", "播发", "刊播", "刊发", "刊登", "发布", "投放"})
_COUNTED_BY_GE = frozenset("个 人 名 位 家 所 项 种 档 件 条 处 组 支 座".split())
"""What may be asked for by 几个: 招了几个毕业生, 有几个奖."""
_NOT_UNITS = frozenset({"倍", "成", "番", "点"})
_NEW = re.compile(r"^新(?=..)(?![闻增媒疆华入进])")
_RATE = re.compile(
    r"率|占(?:了|到|比)?(?:多少|几)|占(?!地)[^，。？?]{0,8}?多少[？?]?$|几成|占比|比例|百分之|比重|增幅|涨幅|降幅|份额|满意度"
)
_POINTS = re.compile(r"(?:多少|几)个?百分点")
_GREW_BY = re.compile(rf"[增涨降升跌减]幅|(?:{UP}|{DOWN})了?百分之(?:几|多少)")
# 发了多少条稿 asks for 稿: how it is counted is told by the unit.
_COUNTED = re.compile(
    r"(?:多少|几)[条篇件期场次项个集封本册部张种样家户座艘台套幅支辆节堂门分首棵](?!整?版|人|次|钟|之)(?=[\u4e00-\u9fff]|$)"
)


@dataclass(frozen=True)
class Question:
    """A question, read against what one media's reports speak of."""

    asked: str
    text: str
    """In one spelling (`words.key`)."""
    known: Catalog
    years: Years
    mentions: tuple[Mention, ...]
    intent: Intent
    of: Intent | None = None
    """What is done with what `intent` counts (the difference of award counts), where that is more than to tell it."""

    respelt: tuple[tuple[str, str], ...] = ()
    """What was written with a wrong character, and what was taken for it."""

    passed: frozenset[str] = frozenset()
    """Words that only say what is wanted (拖后腿), where that was told by their meaning."""

    @property
    def media(self) -> str:
        """The media's name."""
        return self.known.media

    @cached_property
    def masked(self) -> str:
        """The text with names and years blanked out."""
        return _mask(self.text, [*self.years.spans, *((m.start, m.end) for m in self.mentions)])

    @cached_property
    def _named_apart(self) -> str:
        """The text with years blanked out as □ and names as ■."""
        text = self.text
        for mention in self.mentions:
            text = text[: mention.start] + "■" * (mention.end - mention.start) + text[mention.end :]
        return re.sub("■+", "■", _mask(text, self.years.spans))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words that are neither names, years nor words of asking; how many people there are means the staff."""
        words = tuple(word for word in _words(self._named_apart, self.known) if word not in self.passed)
        if (at := words.index("人员") if "人员" in words else 0) and f"{words[at - 1]}人员" in self.text:
            # 临聘人员, where the reports say 临聘40人: they are one word.
            words = (*words[: at - 1], f"{words[at - 1]}人员", *words[at + 1 :])
        if len(words) > 1 and words[-1] in _GATHERED and f"{words[-2]}{words[-1]}" in self.text:
            # 棉衣募集量 asks how many 棉衣 were gathered: what is counted is the last word.
            words = (*words[:-2], words[-1], words[-2])
        if any(word.endswith("广告") for word in words):
            # What is put out of advertisements is no more than that they are put out: 播放, 刊播, 播发.
            words = tuple(word for word in words if word not in _PUT_OUT)
        if (
            self.intent is Intent.DIFFERENCE
            and (went := _WENT.search(self.masked))
            and any(word != went[1] and word in measure_words() for word in words)
        ):
            # 日均发行少印多少份: what is measured tells what is done.
            words = tuple(word for word in words if word != went[1])
        if self.intent in _OVER_YEARS:
            words = tuple(word for word in words if word not in _COURSE_WORDS)
        words = tuple(word for word in words if word != self.asked_unit and not _SO_MANY.fullmatch(word))
        if len(words) > 1:
            # 全省有几个记者站: what the reports tell is of their own place anyhow.
            words = tuple(word for word in words if word not in _OWN_PLACE)
        people = self.units is not None and "人" in self.units and not self.mentions
        if people and len(words) > 1:
            words = tuple(word for word in words if word != "人员")  # 临聘人员有几个: the unit says so.
        people = people or (not self.mentions and _BARE_PEOPLE.search(self.masked) is not None)
        staff = people and not words and not self.passed and not _PEOPLE_ACT.search(self.masked)
        return ("员工",) if staff else words

    @cached_property
    def units(self) -> frozenset[str] | None:
        """The units in which the answer can be, None where the question does not tell."""
        told = next((units for pattern, units in UNITS if pattern.search(self.masked)), None)
        # 卖了多少斤 asks for no money, 花了多少天 neither.
        if (unit := self.asked_unit) is None or (told is not None and (unit in told or "%" in told)):
            return told
        return _COUNTED_BY_GE if unit == "个" else frozenset({unit})

    @cached_property
    def asked_unit(self) -> str | None:
        """The unit right behind the word of asking, any that the figures have (多少集, 多少封); None where there is none."""
        if (asked := _ASKED_UNIT.search(self.masked)) is None:
            return None
        after = _UNIT_AFTER_GE.sub("", self.masked[asked.end() :])
        unit = max(
            (
                unit
                for unit in self.known.units | RARE_UNITS
                if after.startswith(unit) and unit not in _NOT_UNITS
            ),
            key=len,
            default=None,
        )
        if re.match(
            rf"个[^的□]{{0,3}}?(?:{PEOPLE}|患儿|工人|农民工|乘客|年轻人|青年|小伙|姑娘|百姓|乡亲|群众|网友|市民|听众|观众|读者|游客)(?![站证])",
            after,
        ):
            return None  # 几个记者: people are counted by 名 and 人, too.
        if after.startswith("个") and not after.startswith(("个人", "个百分", "个点")):
            return "个"
        # 几个部门 asks for no unit 部.
        return unit if unit in _ALWAYS_UNITS or (unit and tagged(after)[0][0] == unit) else None

    @cached_property
    def level_units(self) -> frozenset[str] | None:
        """The units of the figures that are compared, where the difference of the two is asked for in percent."""
        if self.units != frozenset("%") or _POINTS.search(self.masked):
            return self.units  # 几个百分点: so many lie between two shares.
        told = [units for pattern, units in UNITS if pattern.search(self.masked)]
        return told[1] if len(told) > 1 else None

    @cached_property
    def done(self) -> frozenset[str]:
        """The verbs of the question (解决, 受理): what is said of the figure that is asked for; none that is part of its name (采编人员)."""
        return frozenset(
            word
            for word, tag in tagged(self.masked)
            if len(word) > 1
            and tag.startswith("v")
            and word not in _ASKING
            and not any(word in longer and word != longer for longer in self.words)
        )

    @property
    def rate(self) -> bool:
        """Whether a share in percent is asked for; what is compared to tell by how many percent it grew need be none."""
        told = _GREW_BY.sub("", self.masked) if self.intent is Intent.DIFFERENCE else self.masked
        return _RATE.search(told) is not None or _POINTS.search(told) is not None

    @property
    def missing(self) -> Mention | None:
        """The first name that nothing in the reports is called by."""
        return next((mention for mention in self.mentions if not mention.candidates), None)

    @property
    def measured(self) -> bool:
        """Whether a word of the question names a measure."""
        return any(word in measure_words() or word in self.known.figure_words for word in self.words)

    def named(self, *kinds: str) -> list[Mention]:
        """Return the mentions that may mean an entity of these kinds (all, where none is given)."""
        return [m for m in self.mentions if any(not kinds or e.kind in kinds for e in m.candidates)]


def entities(mentions: Iterable[Mention], *kinds: str) -> list[Entity]:
    """Return what some mentions may mean, of these kinds (all, where none is given)."""
    return [e for m in mentions for e in m.candidates if not kinds or e.kind in kinds]


def read(asked: str, known: Catalog) -> Question:
    """Read a question against the catalog of its media."""
    heard = hear(asked, known)
    text, put = respelt(key(heard), known)
    for said, meant in put:
        heard = heard.replace(said, meant)
    years = read_years(_without_dated_names(text, known), known.years)
    own = own_places(text, known)
    mentions = [
        each
        for each in link(heard, known, [*years.spans, *own])
        if not (is_outlet(each.name) and _OF_OTHERS.search(text[: each.start]))
    ]
    itself = [each for each in mentions if paper_itself(each, known)]
    own += [(each.start, each.end) for each in itself]
    mentions = [each for each in mentions if each not in itself]
    spans = [*years.spans, *own, *((m.start, m.end) for m in mentions)]
    masked = _mask(text, spans)
    return Question(
        asked,
        text,
        known,
        Years(years.named, years.ranged, years.relative, (*years.spans, *own)),
        tuple(mentions),
        _intent(masked),
        respelt=put,
    )


def _intent(masked: str) -> Intent:
    """Return what a question wants; 这几年拿过哪些荣誉 asks for a list over the years, not for how something went."""
    intent = intent_of(masked)
    rest = _THESE_YEARS.sub("", masked)
    return intent_of(rest) if intent is Intent.TREND and listed(rest) and not _COURSE.search(rest) else intent


_THESE_YEARS = re.compile(r"(?:最?近|这|过去|历|多)(?:几|些)?年(?:来|间|里|以来)?|几年[来间]")
_COURSE = re.compile(r"变|趋势|走势|增|减|涨|降|升|跌|曲线|轨迹|起伏|多少|(?<!哪)几")


def _without_dated_names(text: str, known: Catalog) -> str:
    """Blank out the names in which a year is told: in 我家这五年 none is asked for."""
    for name in sorted(known.named, key=len, reverse=True):
        if len(name) >= _DATED_NAME and ("年" in name or _YEAR_IN.search(name)) and name in text:
            text = text.replace(name, "□" * len(name))
    return text


_DATED_NAME = 4
_YEAR_IN = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# 和哪几家报纸合作: the papers of others.
_OF_OTHERS = re.compile(r"[跟和与同].{0,6}哪[1两几些]?[家个份]?$")


def _mask(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + "□" * (end - start) + text[end:]
    return re.sub("□+", "□", text)


def _whole(piece: str, known: Catalog) -> frozenset[str]:
    """Return the words of the reports in a piece that have a character within which else ends a word: 棉被, 在线, 得分."""
    return frozenset(
        word
        for word, _ in (tagged(piece) if _PARTED.search(piece) else ())
        if len(word) > 1 and _PARTED.search(word) and word in known.said and word not in stop_words()
    )


_PARTED = re.compile("[被在得过着到]")


def _words(masked: str, known: Catalog) -> Iterable[str]:
    # The place that a media is named after (昌吉的员工) says which media, and no more.
    place = re.compile(f"^{re.escape(known.proper)}[省市县州区]?")
    masked = _VERSION_BEHIND.sub("■", masked)
    for mark in (_KIND_BESIDE, _WHEN_ASKED, _COUNTED, _WHICH_ONE, _THIS, _ADVERB):
        masked = mark.sub("□", masked)
    for piece in re.split("[□■]", masked):
        whole = known.figure_words | known.quoted | quoted_parts(piece, known) | _whole(piece, known)
        for word in segment(place.sub("", piece), whole):
            if (carried := _CARRIED_BY.fullmatch(word)) and carried["what"] in measure_words():
                yield carried["by"]
                word = carried["what"]
            if len(word) > len("播放") + 1 and word[-2:] in _PUT_OUT and word not in measure_words():
                yield word[:-2]  # 公益广告播出 of one report is 公益广告 of another.
                word = word[-2:]
            word = _NEW.sub("", word)
            word = _VERSION_BEFORE.sub("", word)
            if (
                len(word) > 1
                and word[0] in _MODAL
                and word not in known.said
                and word not in act_words()
                and tagged(word)[0][0] == word[0]
            ):
                word = word[1:]
            bare = word[:-1]
            if len(word) > 2 and word[-1] in _VERB_END and word not in measure_words():
                word = bare if word not in known.said and bare in known.said else word
            measure = _GROWTH.sub("", entity_key("measure", word))
            if len(measure) == 1 < len(word) and word in measure_words():
                measure = word  # 印数 is how many are printed, and no 印.
            if measure:
                yield measure
