"""Whether an outlet, a column or a service is still there, where it went and what took its place: 官方微博还更新吗, 以前那档夜读节目去哪儿了, 收官后由哪个节目接替."""

from __future__ import annotations

import re
from collections.abc import Collection

from ingest.report import Evidence
from search.answers import Answer, Item
from search.questions.naming.ended import ended
from search.questions.naming.linking import is_outlet
from search.questions.reading.reading import Question, entities
from search.questions.replies import given, withheld
from search.questions.sentences.passages import Sentence, all_sentences, places_of, proof_of
from search.questions.sentences.terms import GENERAL
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.words import SYNONYM, cover, key, topic_words

_WENT = re.compile(r"(?:去了?|到|上)哪(?:里|儿)?(?:去)?了?$")
_STILL = re.compile(
    r"还.*(?:吗|么|没有?)$|怎么(?:就|又|会)?(?:没|不见|消失)了?$|(?:恢复|复[播刊课办]|重新[开办播])[\u4e00-\u9fff]{0,2}(?:了|过)?(?:吗|没有?)$"
)
_BECAME = re.compile(r"(?=.*(?:怎|如何))(?:□|后来|现在|如今|最后|怎么样|怎样|怎么|如何|了)+$")
"""□后来怎么样了: of what has a name, nothing else is asked."""
_SUCCEEDED = re.compile(
    r"(?:并|合|归|变|换|转)(?:并|入)?(?:成|为|入|进|到|给)(?:了)?(?:哪|什么)(?!样)"
    r"|(?:哪|什么|谁)[\u4e00-\u9fff]{0,5}?(?:接替|接棒|接档|接班|接手|接上|取代|替代|代替|顶替|顶上)"
    r"|(?:接替|接棒|接档|接班|取代|替代|代替|顶替)[\u4e00-\u9fff□]{0,8}?(?:是|叫)(?:哪|什么|谁)"
)
_TAKES_ON = re.compile(r"接[替棒档班续力]|承[续接其袭]|取代|替代|代之|并入|改[为名叫办]|更名|升级为")
_GOES_ON = re.compile(
    r"恢复|重新|重启|复[刊播课办更]|照[旧常]|正常(?:运行|更新|播出|出版|运营)|(?:继续|仍在?)(?:更新|播出|办|出[刊版]|运营|运行)"
)
_MARKED = re.compile(r"[《“\"「]([^《》“”\"「」\n]{2,20})[》”\"」]")
_KINDS = frozenset("节目 栏目 专栏 账号 平台 客户端 报纸 频道 热线 活动 服务 副刊 专版".split())
"""Of which kind what is only described must be said to be: 那档夜读节目."""
_OFTEN = re.compile(r"每|以前|原来|原先|从前|[1两几\d][期次回档个]")


def answer_fate(source: Source, question: Question) -> Answer | None:
    """Answer with the last sentence that tells that what is asked about ended, became another, came back or goes on; None where none does.

    Who asks where it went is then told that no report says so.
    """
    went = _WENT.search(question.masked) is not None
    bare = bool(question.mentions) and not question.words and _BECAME.match(question.masked) is not None
    if not (went or bare or _STILL.search(question.masked)):
        return None
    found = entities(question.mentions)
    if found:
        names = {name for each in found for name in (each.label, *each.names)}
    else:
        names = _described(source, question)
    # 晚报停了以后那些采编去哪儿了: not where the paper went.
    of_others = bool(found) and went and bool(_others(question))
    plans = places_of(source, question, "Commitment")
    told = [
        each
        for each in ([] if of_others else all_sentences(source, question))
        if _tells_turn(source, each, names) and not each.within(plans)
    ]
    if not told and went:
        of = f"“{found[0].label}”的" if found else ""
        return withheld(
            source, question.asked, question.intent, f"报告没有写到{of}去向", media=question.media
        )
    if not told:
        return None
    proof = proof_of(source, told[-1])
    said = phrasing.ended(proof.quote)
    item = Item(year=proof.year, label=said, evidence=[proof])
    return given(question.asked, question.intent, f"{proof.year}年报告写到：{said}。", items=[item])


def answer_successor(source: Source, question: Question) -> Answer | None:
    """Answer what took the place of what is named with the sentence that tells of its end and names another; None where none does."""
    if (told := succession(source, question)) is None:
        return None
    proof, _ = told
    said = phrasing.ended(proof.quote)
    item = Item(year=proof.year, label=said, evidence=[proof])
    return given(question.asked, question.intent, f"{proof.year}年报告写到：{said}。", items=[item])


def succession(source: Source, question: Question) -> tuple[Evidence, list[str]] | None:
    """Return the sentence that tells of the end of what is named and names another, with the names of all others; None where none does.

    One that says that the other took its place (接档, 承其文脉), and is of the kind that is asked for, comes first.
    """
    if not question.mentions or _SUCCEEDED.search(question.masked) is None:
        return None
    found = entities(question.mentions)
    names = {name for each in found for name in (each.label, *each.names)}
    plans = places_of(source, question, "Commitment")
    told = [
        (proof, others)
        for each in all_sentences(source, question)
        for proof in [proof_of(source, each)]
        if (others := [said for said in _MARKED.findall(proof.quote) if not any(n in said for n in names)])
        and _tells_turn(source, each, names)
        and not each.within(plans)
    ]
    kinds = [word for word in question.words if word in _KINDS | {"周刊", "杂志"}]
    return max(
        told,
        key=lambda each: (
            all(re.search(rf"[》”\"」]{kind}|{kind}[《“\"「]", each[0].quote) for kind in kinds),
            _TAKES_ON.search(each[0].quote) is not None,
        ),
        default=None,
    )


def _tells_turn(source: Source, sentence: Sentence, names: Collection[str]) -> bool:
    """Tell whether a sentence says that what is called by one of some names ended, came back or goes on; the paper is not its account."""
    text = source.report(sentence.report).text
    proof = proof_of(source, sentence)
    said = [name for name in names if name in proof.quote]
    for name in said:
        if any(name in longer and name != longer for longer in said):
            continue
        end = text.index(name, sentence.start) + len(name)
        back = _GOES_ON.search(text, end, min(end + _BESIDE, sentence.end)) is not None
        if back or ended(source, name, proof):
            return True
    return False


_BESIDE = 20
"""Code points behind a name in which it is told to be there again or still."""


def _others(question: Question) -> list[str]:
    """Return the words of a question that say more than what kind of thing it asks about."""
    return [
        word
        for word in question.words
        if word not in _KINDS and word not in GENERAL and not _OFTEN.search(word)
    ]


def _described(source: Source, question: Question) -> set[str]:
    """Return the names between marks in the sentences that hold all that is said of something: 蒙古语节目, 夜读节目."""
    things = _others(question)
    if not things or not any(kind in question.masked for kind in _KINDS):
        return set()
    return {
        name
        for each in all_sentences(source, question)
        if all(cover(word, each.said, topic_words()) >= SYNONYM for word in things)
        for name in _MARKED.findall(source.report(each.report).text[each.start : each.end])
        if not is_outlet(key(name))
    }
