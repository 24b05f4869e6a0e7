"""Which figures a question may mean at all: those that nothing said with them shows to be of another thing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from search.questions.likely.text_figures import LEAST, asks_cost, names_told, unit_allowed
from search.questions.likely.told_figures import Told, led_before, told_in
from search.questions.measures.otherwise import CARRIER, EDITION, FIRST_EDITION, VERSION, numbers_called
from search.questions.measures.quantities import STAFF
from search.questions.measures.subjects import OF_ALL, asks_followers, quoted_words, told_together
from search.questions.naming.catalog import ACCOUNTS
from search.questions.naming.linking import brands_in, outlets_in
from search.questions.reading.reading import Question
from search.questions.sentences.passages import Sentence, all_sentences, places_meant
from search.questions.sentences.terms import Term
from search.questions.source import Source
from search.questions.wording.words import cover, measure_words
from search.tokens import tagged

_LED = 120
"""Characters of what leads to a sentence that may name what it is of."""
_CARRIED = 0.6
"""What must be told of who took or of what level it is: 省级以上媒体 are not the 中央媒体."""
_MARKED = re.compile("[《“]")
# 捐了多少书: so short a word for what is counted is told by no other.
_COUNTED = re.compile(r"(?:多少|几[^个]?个?)([书课树车船路村国省市县校])$")


@dataclass(frozen=True)
class _Wanted:
    """What a question says that must be told with a figure, for it to be meant."""

    question: Question
    terms: Sequence[Term]
    things: Sequence[Term]
    """Those of its terms that are nothing done."""
    counted: str
    """What it counts, where so short a word names it; else empty."""
    quoted: Sequence[str]
    named: Sequence[str]
    thing: Term | None
    """What is counted, where a figure must be told of it."""
    staff: bool
    whose: bool
    """Whether whose staff it is must be told in the figure's own sentence: 月刊有几名编辑."""
    others: Sequence[Term]
    """What else is said of staff, where reports speak of it (有记者证的采编), and of a promise whose outcome is asked for."""
    carriers: Sequence[Term]
    """Who took it: 被央视新闻联播采用."""
    bought: Sequence[Term]
    """What was paid for: 机器人花了多少钱."""
    since: int
    gone_to: Sequence[str]
    editions: Sequence[str]
    versions: Sequence[str]

    def in_sentence(self, sentence: Sentence, led: str, text: str) -> bool:
        """Tell whether a sentence of a report's `text`, with what leads to it, may tell the figure."""
        said, near = sentence.said, led[-_LED:] + sentence.said
        written = text[sentence.start : sentence.end]
        with_lead = text[max(0, sentence.start - _LED) : sentence.end]
        return (
            (names_told(said, self.question) or (not self.whose and names_told(near, self.question)))
            and all(word in (said if self.staff else near) for word in self.quoted)
            and all(term.worth(said) >= _CARRIED for term in self.carriers)
            and (not self.bought or any(term.worth(near) >= LEAST for term in self.bought))
            and sentence.year >= self.since
            and all(place in near for place in self.gone_to)
            and all(term.worth(led + said) >= LEAST for term in self.others)
            and all(edition in near for edition in self.editions if edition not in FIRST_EDITION)
            and all(version in with_lead for version in self.versions)
            and not any(told_together(written, word) for word in self.quoted)
        )

    def by(self, told: Told, text: str, units: Collection[str] | None) -> bool:
        """Tell whether nothing that stands with a figure shows it to be of another thing."""
        return not (
            any(term.worth(other) >= LEAST for term in self.things for other in told.others)
            or self._of_a_part(told)
            or self._of_another_edition(told)
            or not unit_allowed(self.question, told, units, self.terms)
            or _another_measure(self.terms[-1], told)
            or _of_several(text, told, self.named)
            or (self.thing is not None and self.thing.worth(told.until) < LEAST)
            or not told.within_segment(self.things)
            or (self.counted and self.counted not in told.before + told.clause)
            or self._of_what_stands_before(told, text)
            or _of_one_account(self.question, told)
            # 《云课堂》收费学员3万人，全年营业收入9600万元: the income is of all the house.
            or (self.named and _INCOME_OF_ALL.match(told.clause))
        )

    def _of_a_part(self, told: Told) -> bool:
        """播出新闻79条，其中主要新闻节目|26条: the part is not asked for."""
        beside = told.left + told.right
        return told.left.startswith("其中") and not any(term.worth(beside) >= LEAST for term in self.things)

    def _of_another_edition(self, told: Told) -> bool:
        """第一季播了几期 is not told by 第二季播出|12期."""
        if not self.editions:
            return False
        before = EDITION.findall(told.until)
        return (
            any(edition not in told.clause for edition in self.editions)
            and EDITION.search(told.clause) is not None
        ) or (bool(before) and not set(self.editions) & set(before))

    def _of_what_stands_before(self, told: Told, text: str) -> bool:
        """“三分岚”播放|14亿次，《大国油菜》获奖: what is named behind is not what it is of, where something else is before."""
        sentence = told.sentence
        return _MARKED.search(text, sentence.start, told.quantity.start) is not None and any(
            term.worth(sentence.said) > max(map(term.worth, (told.until, told.led)))
            for term in self.terms
            if term.word is None
        )


def figures_told(
    source: Source,
    question: Question,
    terms: Sequence[Term],
    years: Collection[int],
    units: Collection[str] | None,
) -> Iterator[Told]:
    """Yield the figures of some years' reports that nothing rules out; in any unit where `units` is None."""
    wanted = _wanted(source, question, terms)
    meant = places_meant(source, question)
    for sentence, led in led_before(source, question):
        text = source.report(sentence.report).text
        if sentence.year not in years or sentence.within(meant):
            continue
        if wanted.in_sentence(sentence, led, text):
            yield from (
                told
                for told in told_in(source, question, sentence, units, led)
                if wanted.by(told, text, units)
            )


def _wanted(source: Source, question: Question, terms: Sequence[Term]) -> _Wanted:
    counted = _COUNTED.search(question.masked)
    quoted = quoted_words(question)
    staff = terms[-1].word in STAFF
    every = all_sentences(source, question)
    others = [
        term
        for term in terms[:-1]
        if staff
        and not question.rate
        and term.word is not None
        and not term.act
        and any(term.worth(each.said) >= LEAST for each in every)
    ]
    things = [term for term in terms if not term.act]
    if _CAME_OF.search(question.masked):
        others += [term for term in things if not _PROMISE.search(term.word or "") and term not in others]
    return _Wanted(
        question=question,
        terms=terms,
        things=things,
        counted=counted[1] if counted else "",
        quoted=[*quoted, *brands_in(question.masked), *numbers_called(question), *_line_called(question)],
        named=[*quoted, *(mention.name for mention in question.mentions)],
        thing=_counted_thing(question, terms[-1]),
        staff=staff,
        whose=staff or terms[-1].word in _WORKERS,
        others=others,
        carriers=[term for term in terms if not question.mentions and CARRIER.fullmatch(term.word or "")],
        bought=[term for term in things if term.word not in _PAYING] if asks_cost(question) else [],
        since=_since(source, question),
        gone_to=_gone_to(question),
        editions=EDITION.findall(question.text),
        versions=VERSION.findall(question.asked),
    )


def _line_called(question: Question) -> list[str]:
    """Return the hotline that a question names and no title does, where the reports have others: 扶贫专线 is no 《百姓热线》."""
    line = _LINE.search(question.masked)
    if (
        line is None
        or line[1] not in question.words
        or not any(name.endswith(_LINES) for name in question.known.named)
    ):
        return []
    called = [f"{line[1]}{word}" for word in _LINES]
    return [next((name for name in called if name in question.known.said), called[0])]


_LINES = ("专线", "热线")
_LINE = re.compile(
    r"(?<![\u4e00-\u9fff])((?![打拨接通来]|新闻|服务|便民|市民|群众|读者|听众|观众|值班|咨询|投诉|举报|电话|民生|[\u4e00-\u9fff]?[台社里那这])[\u4e00-\u9fff]{2})(?:专线|热线)"
)


def _since(source: Source, question: Question) -> int:
    """Return the year of the first report that tells of the change after which something is asked for: of 改日播以后 that which has 日播; 0 where none is asked for.

    Where no report tells of it, no figure can be of the time after it: a year past all of them is returned.
    """
    if (asked := _AFTER.search(question.masked)) is None:
        return 0
    told = {each.year for each in all_sentences(source, question) if asked["what"] in each.said}
    return min(told, default=max(question.known.years, default=0) + 1)


def _gone_to(question: Question) -> list[str]:
    """Return the places to which somebody went, in whose words a figure must be told: 湖北 of 去湖北的那几位记者."""
    went = (tagged(name)[0] for name in _WENT_TO.findall(question.masked))
    return [name for name, tag in went if tag == "ns"]


# 答应给记者站买的车，最后买了几辆: what was promised must be told by its own words.
_PROMISE = re.compile("答应|许诺|承诺|许下|说好|原计划|原定")
_CAME_OF = re.compile(rf"(?:{_PROMISE.pattern}).*?(?:最后|到底|结果|实际|最终|真正|1共|总共)")
_AFTER = re.compile(r"(?:改|变|转)(?:成|为|做)?(?P<what>[\u4e00-\u9fff]{2,4}?)(?:之后|以后|后)")
_WENT_TO = re.compile(r"(?:去|赴|到)([\u4e00-\u9fff]{2,4})的")


def _another_measure(head: Term, told: Told) -> bool:
    """Tell whether a measure is asked for, and the figure's clause tells it of another one alone: 用户 are no 粉丝, 经营收入 is more than 广告收入."""
    measures, near = measure_words(), told.before + told.clause
    if (part := _PART.fullmatch(head.word or "")) and part[1] not in told.until:
        return True
    if head.word not in measures:
        return False
    own = {head.word, *measures[head.word]}
    if cover(head.word, near, measures) >= LEAST:
        # 照章纳税，全年营业收入1.26亿元: the money is not what the clause before speaks of.
        return (
            told.quantity.unit == "元"
            and cover(head.word, told.clause, measures) < LEAST
            and _MONEY.search(told.left) is not None
        )
    return any(word in told.left for word in measures if len(word) > 1 and word not in own)


def _of_several(text: str, told: Told, named: Sequence[str]) -> bool:
    """Tell whether a figure is of what is named together with others in marks: 40人组成“云视频”“深瞳”“数读”三支小队."""
    near = text[max(told.sentence.start, told.quantity.start - _LISTED) : told.quantity.end + _LISTED]
    return "分别" not in near and any(
        re.search(rf"[”》]、?[“《]{re.escape(name)}[”》]|[“《]{re.escape(name)}[”》]、?[“《]", near)
        for name in named
    )


_WORKERS = frozenset({"编辑", "记者", "主播", "主持人"})
_LISTED = 24
"""Characters beside a figure within which what it is of is listed."""


def _counted_thing(question: Question, head: Term) -> Term | None:
    """Return the term that is asked for by how many there are (几期视频, 几个频道), where the reports have such: a figure must be told of it."""
    if head.word is not None and _PEOPLE.fullmatch(head.word):
        return head  # 在职党员有多少名: what people are is told of few.
    if head.word is None or head.act or head.unsaid:
        return None
    asked = re.search(rf"(?:多少|几)[个条篇件期场部集档]{re.escape(head.word)}[？?]?$", question.masked)
    return head if asked else None


_PAYING = frozenset({"花", "花费", "投资", "投入", "成本", "造价", "费用", "经费", "钱"})
_INCOME_OF_ALL = re.compile(
    r"(?:(?:20\d\d年)?[\u4e00-\u9fff]{0,2}全年|全[台社]|集团|中心)?(?:共|累计|实现|完成)*(?:总?(?:经营|营业)(?:性)?(?:总)?收入|总?营收|总收入|总?创收)"
)
_MONEY = re.compile("收入|营收|利润|产值|销售额|成交额|投资|支出")
_PART = re.compile(r"(广告|发行)(?:收入|营收)")
_PEOPLE = re.compile(r"(?:党|团)员|博士|硕士|研究生|退役军人")
_OF_ONE = re.compile(r"话题|单[条篇部期]|专题|系列")


def _of_one_account(question: Question, told: Told) -> bool:
    """Tell whether a figure is of one account, where the followers or users of no one account are asked for."""
    bare = not question.mentions and len(question.words) == 1 and question.words[0] in measure_words()
    one = _OF_ONE.search(told.clause) if bare else None
    if one is not None and one[0] not in question.masked:
        return True  # 中心的阅读量: that of one piece is not all of it.
    if not asks_followers(question) or outlets_in(question.text):
        return False
    return bool(outlets_in(told.clause) & ACCOUNTS) and not OF_ALL.search(told.clause)
