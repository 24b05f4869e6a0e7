"""Answers that are the sentence nearest to a question, where no sentence holds every word of it.

Words weigh by how rarely the reports use them: what is in one sentence of a hundred says which one is meant, what is in every third
does not. All that is named must be there, and what the reports speak of nowhere is never left out.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from search.answers import Answer, Item
from search.questions.naming.linking import tells
from search.questions.naming.names import LEVEL
from search.questions.reading.reading import Question
from search.questions.reading.suiting import (
    FIRST_PLACE,
    FROM_WHERE,
    HANDLED,
    HOW_OFTEN,
    MADE_OF,
    OFTEN,
    WHAT_PEOPLE,
    WHERE,
    WHETHER,
    WHO,
    WITH_WHOM,
    stands_for,
    suits,
)
from search.questions.replies import given
from search.questions.sentences.passages import (
    DEEDS,
    Sentence,
    all_sentences,
    places_meant,
    places_of,
    proof_of,
)
from search.questions.sentences.terms import GENERAL, Term, names_of, terms_of
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.award_words import GENRE, PRIZE, WORDS_OF_AWARDS
from search.questions.wording.intents import MOVED_INTO, Intent
from search.questions.wording.kinds import called, foreign_asked, kind_asked, shown_by_names
from search.questions.wording.words import SYNONYM, key, stop_words
from search.tokens import in_dictionary, tagged

LEAST = 0.6
"""What a sentence must cover of a word to hold it."""
ENOUGH = 0.72
"""Share of the weight of all words that a sentence must hold."""
ACT = 0.4
"""What a word of doing weighs beside one that names something: the same deed is told in many ways."""
LIGHT = 0.5
"""What a word of doing weighs, of what it would, where the form of asking says what the sentence must tell."""
FEW = 6
"""Sentences that may hold a word which alone says which is meant."""
CLOSE = 0.03
_SHOWN = 2
_CAN_DO = re.compile(
    r"(?:能|可以|可)(做|干|办|查|看|听|交|订)(?:些|点)?(?:什么|啥|哪些)|(?:什么|哪些)(?:新)?(?:功能|用处)"
)
_FUNCTIONS = frozenset(
    "功能 查询 预约 缴费 办理 服务事项 便民服务 政务服务 社保 公积金 挂号 缴费 水电 乘车 公交".split()
)
"""Of which one is told where it is told what an outlet is good for."""
_IS_WHAT = re.compile(r"是(?:1?个|1[项档种])?(?:什么|啥|怎样的|(?<!的是)哪)")
_TROUBLED = re.compile(
    r"(?:出|发生|出现|犯|惹|闹)(?:过|了)(?:什么|哪些)?(?:问题|毛病|事|岔子|纰漏|乱子|麻烦|差池|状况|错|笑话)(?:儿|情)?(?:了)?(?:吗|么|没有?)?$"
)
"""广告出过问题吗: one thing, and that something went wrong with it."""
_TROUBLES = frozenset(
    "违规 违法 处罚 罚款 责令 通报 约谈 警告 整改 差错 事故 更正 致歉 道歉 投诉 举报 中断 停播 处分 侵权 败诉 失实 虚假 故障 被攻击".split()
)
_NUMBER = re.compile(r"多少|(?<!哪)几(?!乎)|多大|多长|多久|多高|百分之")
_ASKED = re.compile(
    r"带来|引起|产生|引发|作者|故事|星期|礼拜|原因|缘故|理由|功能|作用|用处|内容|特点|意思|情况|做法|运作|运转|运行|操作|主要|具体|变化|结果|反响|效果|影响|成效|措施|办法|举措|对策|规矩|规定|纪律|红线|底线|禁令|铁律|约定|守则|戒律"
)


class _Told:
    """The sentences of the years asked for, and how much each term weighs in them."""

    def __init__(self, source: Source, question: Question) -> None:
        self.every = all_sentences(source, question)
        self._named = {names_of(mention): mention for mention in question.mentions}
        years = set(question.years.within(question.known.years))
        meant = places_meant(source, question)
        self.asked = [each for each in self.every if each.year in years and not each.within(meant)]

    def number(self, term: Term, sentences: Sequence[Sentence] | None = None) -> int:
        return sum(self.holds(term, each.said) for each in (self.every if sentences is None else sentences))

    def holds(self, term: Term, said: str) -> bool:
        if term.word is None and term.names in self._named:
            mention = self._named[term.names]
            return mention.name in said or any(tells(entity, said) for entity in mention.candidates)
        # What the reports call so is not told by a part of it: 中国新闻奖 by 新闻奖.
        own = term.word is not None and not term.act and len(term.word) > 1 and not term.unsaid
        return term.worth(said) >= (SYNONYM if own else LEAST)

    def weight(self, number: int, *, act: bool) -> float:
        return math.log((len(self.every) + 1) / (number + 1)) * (ACT if act else 1.0)

    @cached_property
    def windows(self) -> list[tuple[Sentence, ...]]:
        """Each sentence, and each with the one that it goes on from."""
        pairs = [
            (one, other)
            for one, other in pairwise(self.asked)
            if one.report == other.report and other.start - one.end <= 1
        ]
        return [*((each,) for each in self.asked), *pairs]


def answer_nearest(source: Source, question: Question, *, enough: float = ENOUGH) -> Answer | None:
    """Answer with the sentence that holds most of what a question says; None where none holds `enough` of its weight."""
    if _NUMBER.search(question.masked) and not HOW_OFTEN.search(question.masked):
        return None
    terms, kind = asked_terms(source, question), _kind(question)
    told = _Told(source, question)
    numbers = [told.number(term) for term in terms]
    few = [told.number(term, told.asked) for term in terms]
    things = [
        number
        for term, number in zip(terms, few, strict=True)
        # 给记者买了什么保险: a kind of thing that few sentences speak of says which are meant.
        # So does what was done where few things were: 在哪创刊.
        if not term.act
        or (
            (term.word == kind or any(form.search(question.masked) for form in _OFDEEDS))
            and 0 < number <= FEW
        )
    ]
    if MADE_OF.search(question.masked) and all(_AT_FIRST.fullmatch(term.word or "-") for term in terms):
        return _of_house(source, question, told.asked)  # 中心是哪两家合起来的
    if not things or 0 in things:
        return None  # Of what no report speaks no sentence tells anything.
    if _CAN_DO.search(question.masked):
        things.append(told.number(Term(_functions(question), None, act=True)))
    if 0 in things:
        return None
    of_one = question.intent in _OF_ONE or any(form.search(question.masked) for form in _FORMS)
    if len(things) < 2 and not (things[0] <= FEW and (of_one or kind or enough > ENOUGH)):
        return None
    weights = [
        told.weight(number, act=term.act or term.word in _SORTS)
        for term, number in zip(terms, numbers, strict=True)
    ]
    told_by_form = WHERE.search(question.masked) or WITH_WHOM.search(question.masked)
    if told_by_form or HANDLED.search(question.masked):
        # 照片用错了怎么处理的: what went wrong is told in many ways, how it was dealt with in few.
        weights = [weight * (LIGHT if term.act else 1.0) for term, weight in zip(terms, weights, strict=True)]
    unnamed = kind and terms[-1].word == kind and (not numbers[-1] or WITH_WHOM.search(question.masked))
    if unnamed and (len(things) > 1 or of_one):
        weights[-1] = 0.0  # 走访了哪些行业: the report names them, and does not say what they are.
    if not (total := sum(weights)):
        return None
    acts = [] if told_by_form else [at for at, term in enumerate(terms) if term.act and weights[at]]
    beside = [at for at, term in enumerate(terms) if term.word is not None and weights[at]]
    whether = WHETHER.search(question.masked)
    titles = titles_asked(question.masked)
    found: list[tuple[float, tuple[Sentence, ...]]] = []
    # Where, by whom and when is told of what its own sentence names.
    alone = (
        enough > ENOUGH
        or shown_by_names(kind)
        or (WHO.search(question.masked) and not FIRST_PLACE.search(question.masked))
        or WHERE.search(question.masked)
    )
    for window in told.windows:
        if alone and len(window) > 1:
            continue
        said = "".join(each.said for each in window)
        held = [told.holds(term, said) for term in terms]
        if not all(ok for ok, term in zip(held, terms, strict=True) if term.word is None):
            continue
        if whether and acts and not any(held[at] for at in acts):
            continue  # 实习生后来转正了吗: that he is spoken of says nothing of it.
        if len(things) < 2 and acts and not any(held[at] for at in acts):
            continue  # 网站被攻击怎么应对的: that the one thing is named says nothing of what happened to it.
        if beside and not of_one and not any(held[at] for at in beside):
            continue  # 洪明亮写过什么书: where he is named and no book is, nothing is told of one.
        share = sum(w for ok, w in zip(held, weights, strict=True) if ok) / total
        if titles and sum(titles_in(source, each) for each in window) < titles:
            continue
        if not any(tells_names(source, question, each) for each in window):
            continue
        if share >= enough and suits(question, window[-1].said, said):
            # A sentence alone goes before one with another that adds nothing.
            found.append((share - (CLOSE + 0.01) * (len(window) - 1), window))
    if (named := kind_asked(question.masked)) and called(question.masked):
        # 人工智能主播叫什么: told where one of that kind is spoken of, if it is.
        found = [each for each in found if named in each[1][-1].said] or found
    if not found:
        return None
    best = max(share for share, _ in found)
    chosen = [window for share, window in found if share >= best - CLOSE][:_SHOWN]
    items = [
        Item(year=window[0].year, label="".join(proof.quote for proof in proofs), evidence=proofs)
        for window in chosen
        for proofs in [[proof_of(source, each) for each in window]]
    ]
    said = "；".join(f"{item.year}年报告写到：{phrasing.ended(item.label)}" for item in items)
    reason = "没有一句话写全所问的内容，这是最接近的原文" if best < 1.0 - CLOSE else None
    return given(question.asked, Intent.PASSAGE, f"{said}。", items=items, reason=reason)


_WORKS_ASKED = re.compile(r"哪([1-9两几]?)(?:[篇部件首集](?!事)|[个档]?(?:专栏|栏目|节目|专题|工作室|品牌))")


def titles_asked(masked: str) -> int:
    """Return how many works or columns a question asks for by name: 哪两篇, 哪几部; 0 where it asks for none."""
    asked = _WORKS_ASKED.search(masked)
    if asked is None:
        return 0
    return int(asked[1]) if asked[1].isdigit() else 2 if asked[1] else 1


def tells_names(source: Source, question: Question, sentence: Sentence) -> bool:
    """Tell whether a sentence names a work or column where one is asked for, and the prize where it is asked which won one.

    哪些片子上过央视: 三年没有作品登上央视 names none; nor does 3件作品获省新闻奖.
    """
    if not named_asked(question):
        return True
    text = source.report(sentence.report).text[sentence.start : sentence.end]
    named = [part for part in _PARTS.split(text) if "《" in part or "“" in part]
    if _WORKS_WON.search(question.masked):
        prizes = [frozenset({prize}) for prize in PRIZE.findall(LEVEL.sub("", question.masked))]
        prizes += [names_of(mention) for mention in question.named("award")]
        prizes += [frozenset({genre[1]}) for genre in [GENRE.search(question.masked)] if genre]
        named = [part for part in named if all(any(n in key(part) for n in names) for names in prizes)]
    return bool(named) and not sentence.within(places_of(source, question, "Shortcoming"))


_PARTS = re.compile("[；;。]")


def named_asked(question: Question) -> bool:
    """Tell whether a question asks for works or columns by their names."""
    if _WORKS_WON.search(question.masked):
        return True
    return question.intent in (Intent.WORKS, Intent.COLUMNS) and not WHETHER.search(question.masked)


_WORKS_WON = re.compile(
    r"奖.*(?:作品|哪[1两几些\d]*[件篇部条]|叫(?:什么|啥))|(?:作品|哪[1两几些\d]*[件篇部条]).*奖"
)


def titles_in(source: Source, sentence: Sentence) -> int:
    """Return how many names between 《》 or “” a sentence has."""
    text = source.report(sentence.report).text
    return sum(text.count(mark, sentence.start, sentence.end) for mark in "《“")


def _of_house(source: Source, question: Question, sentences: Sequence[Sentence]) -> Answer | None:
    """Answer what the house itself was made of, with the first sentence that names it and tells so."""
    for each in sentences:
        if suits(question, each.said, each.said) and key(question.media) in each.said:
            proof = proof_of(source, each)
            item = Item(year=each.year, label=proof.quote, evidence=[proof])
            text = f"{item.year}年报告写到：{phrasing.ended(item.label)}。"
            return given(question.asked, Intent.PASSAGE, text, items=[item])
    return None


def answer_often(source: Source, question: Question) -> Answer | None:
    """Answer 义工哪天活动, where no date is told, with the sentence that says how often: 每月第一个周六; None where none does."""
    terms = [term for term in asked_terms(source, question) if not term.act and term.word not in _SORTS]
    years = question.years.within(question.known.years)
    found = [
        each
        for each in all_sentences(source, question)
        if each.year in years
        and OFTEN.search(each.said)
        and all(term.worth(each.said) >= LEAST for term in terms)
    ]
    if not terms or not found or _ONCE.search(question.masked):
        return None
    proof = proof_of(source, found[-1])
    item = Item(year=proof.year, label=proof.quote, evidence=[proof])
    text = f"{item.year}年报告写到：{phrasing.ended(item.label)}。"
    return given(question.asked, Intent.PASSAGE, text, items=[item])


_AT_FIRST = re.compile(r"(?:最[早初先]|当初|当年|原来|最开始|并|合|合并|合起来|组建|成立|整合)+的?")
_ONCE = re.compile(
    r"上[线市]|开[播通办幕馆业工]|成立|创[办刊建]|挂牌|启用|改[版名]|更名|停|揭牌|推出|投用|建|收官|发起|首[播发]|组建|关|注销|入驻|设立|竣工|诞生|搬|了$|的$|结束|出版"
)
"""What happens once."""


def asked_terms(source: Source, question: Question) -> list[Term]:
    """Return what a question speaks of; the kind of thing that it asks for weighs no more than what is done."""
    awards = WORDS_OF_AWARDS if question.intent is Intent.AWARDS else frozenset()
    terms = [
        term
        for term in terms_of(question, source.encoder)
        if term.word is None
        or not (
            _how(term.word)
            or _ASKED.fullmatch(term.word)
            or term.word in awards
            or stands_for(question, term.word)
        )
    ]
    if foreign_asked(question.masked):
        terms = [term for term in terms if not re.match(r"外国|国外|境外|海外", term.word or "")]
    if HANDLED.search(question.masked) and any(term.word not in _STAFF for term in terms):
        # 记者收红包怎么处理的: it may have been a cameraman.
        terms = [term for term in terms if term.word not in _STAFF]
    if _CAN_DO.search(question.masked):
        terms.append(Term(_functions(question), None, act=True))
    if (trouble := _TROUBLED.search(question.masked)) and any(term.word not in GENERAL for term in terms):
        terms = [term for term in terms if term.word is None or term.word not in trouble[0]]
        terms.append(Term(_TROUBLES, None, act=True))
    if (kind := _kind(question)) in _BODIES:
        terms.append(Term(_BODIES[kind], None, act=True))
    elif kind and not shown_by_names(kind) and not MOVED_INTO.search(question.masked):
        # 电视剧 is not told by 电视.
        terms.append(Term(frozenset(), kind, act=True, whole=True, itself=len(kind) == 1))
    return terms


def _functions(question: Question) -> frozenset[str]:
    """Return what tells what an outlet is good for: 功能, 查询, or that it can do what is asked (能查)."""
    done = _CAN_DO.search(question.masked)
    return _FUNCTIONS | {f"{can}{done[1]}" for can in ("能", "可", "可以") if done and done[1]}


def _how(word: str) -> bool:
    """Tell whether a word only says how something was done: 按时, 一起."""
    return in_dictionary(word) and all(tag[0] in "dpcfrzy" for _, tag in tagged(word))


def _kind(question: Question) -> str:
    """Return what kind of thing is asked for, where its sentence tells it by a word; "" for none."""
    kind = kind_asked(question.masked)
    # 《…》是什么节目: what it is may be told without the word for its kind.
    if _IS_WHAT.search(question.masked) or _ASKED.fullmatch(kind) or kind in stop_words():
        return ""
    return "" if question.intent is Intent.AWARDS and kind in WORDS_OF_AWARDS else kind


_CALLED = re.compile(r"哪几套|(?:都|分别)?叫(?:什么|啥)(?:名字?)?$")
_FORMS = (
    _CALLED,
    FROM_WHERE,
    WHAT_PEOPLE,
    WHO,
    WHERE,
    WITH_WHOM,
    MADE_OF,
    DEEDS,
    WHETHER,
    HANDLED,
    HOW_OFTEN,
)
"""Forms of asking that say themselves what the sentence must tell."""
_BODIES = {
    kind: frozenset("部门 单位 机构 公安 网信 法院 检察 卫健 民政 教育局 住建 交警 城管 委 局 办公室".split())
    for kind in ("部门", "单位")
}
"""By what a sentence tells the bodies that a question calls so: 接入公安、网信、卫健等37家单位."""
_OFDEEDS = (WHERE, WHO, WITH_WHOM, MADE_OF, re.compile(r"的是哪"))
"""Those that ask of a deed: where few were such, it says which is meant (在哪创刊)."""
_STAFF = frozenset("记者 编辑 主持人 员工 职工 工作人员 采编人员 人员 同事".split())
_SORTS = frozenset("报道 栏目 专栏 专题 节目 活动 行动 项目 工作 平台 视频 作品 文章".split())
"""What something is of, which its sentence may call by another word: 河长报道 is the column 《河长日记》."""
_OF_ONE = frozenset({Intent.PASSAGE, Intent.AWARDS})
"""What can be asked of one thing: what it is, why it is so, what honour someone got; its name alone finds the sentence."""
