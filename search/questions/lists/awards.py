"""Answers about awards: who and what won which, and how often."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Sequence

from kg.queries import evidence_of, run
from search.answers import Answer, Item
from search.questions import sparql
from search.questions.lists.award_counts import answer_count
from search.questions.lists.won import Won
from search.questions.naming.around import around
from search.questions.naming.coverage import covers
from search.questions.naming.guessing import Mention
from search.questions.naming.names import LEVEL
from search.questions.reading.reading import Question, entities
from search.questions.replies import given, withheld
from search.questions.sentences.passages import all_sentences, proof_of, without_kind
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.award_words import GENRE, PRIZE, WORDS_OF_AWARDS
from search.questions.wording.intents import Intent
from search.questions.wording.light import content
from search.questions.wording.words import key, stop_words, topic_words
from search.tokens import in_dictionary, tagged

_EDITION = re.compile(r"第(\d+)届")
_OF_YEAR = re.compile(r"\d{4}年度")
_OF_AWARDS = re.compile(f"(?:{'|'.join(sorted(WORDS_OF_AWARDS, key=len, reverse=True))})+")
"""获奖篇目: words of awards, one behind another."""
_WORKS_ASKED = re.compile(r"作品|篇目|哪些报道|什么作品|哪几件|哪[些几]篇|哪[些几]部|哪些片")


_NAMES_ASKED = re.compile(
    r"(?:哪[些几]|什么)[件篇部]?(?:作品|报道)|(?:作品|篇目)(?:都)?(?:是|有|叫)?(?:哪|什么)|哪[1两几些\d]*[件篇部条幅]|叫(?:什么|啥)"
)
"""Who asks for what won by its name is not told how much did."""


def answer_awards(source: Source, question: Question) -> Answer | None:
    """Answer who or what won, or how many; None where no award fact fits."""
    query, rows = _rows(source, question)
    beside = _beside(source, question, rows) if question.intent is Intent.AWARDS else []
    if not rows and beside:
        said = "；".join(f"{item.year}年报告写到：{phrasing.ended(item.label)}" for item in beside)
        return given(question.asked, question.intent, f"{said}。", items=beside)
    if not rows:
        return None
    if question.intent is Intent.AWARD_COUNT:
        return answer_count(question, query, rows)
    rows = _of_level(_of_whom(_of_kind(source, rows, question), question), question)
    if not rows:
        return None
    prizes = entities(question.mentions, "award")
    by_work = bool(prizes) or (_WORKS_ASKED.search(question.masked) is not None)
    if by_work:
        # 中国新闻奖2件 says no more than the two works that are named beside it.
        told = {(row.year, row.award): 0 for row in rows}
        for row in rows:
            told[row.year, row.award] += len(row.works)
        rows = [r for r in rows if r.works or r.recipient or told[r.year, r.award] < r.count]
    reason = None
    if rows and _NAMES_ASKED.search(question.masked) and not any(r.works or r.recipient for r in rows):
        told_only = "、".join(f"{row.year}年报告的{row.full}{row.count}件" for row in rows)
        why = f"报告只写了获奖件数（{told_only}），没有写明作品"
        return withheld(source, question.asked, question.intent, why, media=question.media)
    if _WORKS_ASKED.search(question.masked) and any(row.works for row in rows):
        unnamed = [row for row in rows if not row.works and not row.recipient]
        rows = [row for row in rows if row not in unnamed]
        told_too = "、".join(f"{row.year}年报告的{row.full}{row.count}件" for row in unnamed)
        reason = f"只写了件数、没有写明作品的还有：{told_too}" if unnamed else None
    items = [item for row in rows for item in _items(row, by_work)]
    unique = {(item.year, item.label, item.detail): item for item in reversed(items)}
    items = [item for item in items if unique.get((item.year, item.label, item.detail)) is item]
    labels = [_said(item, by_work) for item in items]
    if beside:
        items += beside
        labels += [f"{item.year}年报告写到“{phrasing.ended(item.label)}”" for item in beside]
    who = "、".join(
        dict.fromkeys(m.name if not m.candidates else m.candidates[0].label for m in question.mentions)
    )
    when = phrasing.years(sorted({item.year for item in items}))
    text = f"{when}的报告写到{who and f'“{who}”'}的获奖情况：{phrasing.listed(labels)}。"
    return given(question.asked, question.intent, text, items=items, sparql=query, reason=reason)


def _beside(source: Source, question: Question, rows: Sequence[Won]) -> list[Item]:
    """Return the sentences that tell of an honour of who is named, and that were not understood as one."""
    people = [
        {name for entity in mention.candidates for name in entity.names}
        for mention in question.mentions
        if all(entity.kind == "referent" for entity in mention.candidates)
        # 《爸爸的盲杖》获全国一类扶持, where it is told by no prize.
        or (not rows and all(entity.kind in ("work", "column") for entity in mention.candidates))
    ]
    if len(question.mentions) != 1 or not people or not people[0] or PRIZE.search(question.masked):
        return []
    years = question.years.within(question.known.years)
    won = re.compile(rf"(?:{'|'.join(map(re.escape, sorted(people[0], key=len, reverse=True)))})(?:{_WINS})")
    known = {(row.evidence.report, row.evidence.start) for row in rows}
    return [
        Item(year=each.year, label=proof.quote, detail="写到", evidence=[proof])
        for each in all_sentences(source, question)
        if each.year in years and won.search(each.said)
        if not any(report == each.report and each.start <= start < each.end for report, start in known)
        for proof in [proof_of(source, each)]
    ][:_SHOWN]


_WINS = "(?:同志)?(?:又|再|再次|还|也|连续|先后|同时|曾)?(?:荣?获|获评|被?评为|当选|被授予|入选|摘得|捧得)"
_SHOWN = 3


def _rows(source: Source, question: Question) -> tuple[str, list[Won]]:
    prizes = {e.iri for e in entities(question.mentions, "award")}
    others = [m for m in question.mentions if not any(e.kind == "award" for e in m.candidates)]
    narrow = sparql.iris("?award", prizes)
    pattern = sparql.AWARD
    query = sparql.facts(question.known.graphs, "AwardFact", pattern, sparql.AWARD_VARIABLES, narrow)
    found = {str(row["fact"]): row for row in run(source.graph, query)}
    rows = [
        Won(
            fact=fact,
            year=int(str(row["year"])),
            award=str(row["award"]),
            name=str(row["name"]),
            count=int(str(row["count"])),
            edition=None if row["edition"] is None else int(str(row["edition"])),
            level=None if row["level"] is None else str(row["level"]),
            award_year=None if row["awardYear"] is None else int(str(row["awardYear"])),
            works=tuple(json.loads(str(row["works"]))) if row["works"] is not None else (),
            recipient=None if row["recipient"] is None else str(row["recipient"]),
            evidence=evidence_of(row),
        )
        for fact, row in found.items()
    ]
    about = _about(source, others)
    fitting = _in_years(
        [
            row
            for row in rows
            if _of(source, row, others, about, question.known.house) and _fits(source, row, question)
        ],
        question,
    )
    if fitting and len(fitting) < len(rows):
        narrow += sparql.iris("?fact", (row.fact for row in fitting))
        query = sparql.facts(question.known.graphs, "AwardFact", pattern, sparql.AWARD_VARIABLES, narrow)
    return query, fitting


def _about(source: Source, mentions: Sequence[Mention]) -> set[str]:
    """Return the facts that speak of what is named."""
    named = sparql.iris("?entity", (e.iri for m in mentions for e in m.candidates))
    if not named:
        return set()
    rows = run(
        source.graph, f"SELECT DISTINCT ?fact WHERE {{ {named} ?fact a yz:AwardFact ; yz:about ?entity }}"
    )
    return {str(row["fact"]) for row in rows}


def _of(
    source: Source, row: Won, mentions: Sequence[Mention], about: set[str], house: Collection[str]
) -> bool:
    """Tell whether an award was given to all of what is named: a work, an outlet, a person, or a part of it."""
    told = key("".join((row.recipient or "", *row.works)) or row.evidence.quote)
    beside = f"{around(source, row.evidence).before}{key(row.evidence.quote)}" if mentions else ""
    return all(
        row.fact in about
        # 晚报拿了哪些奖: what its paper won, its house did.
        or any(e.iri in house for e in m.candidates)
        # 《沧宁晚报》选送的《…》: an outlet is named beside what won.
        or any(name in told for e in m.candidates for name in e.names)
        or (
            any(e.kind == "platform" for e in m.candidates)
            # 客户端获评…，韦某获…: who is named for it won it, whatever stands beside.
            and (row.works or not row.recipient)
            and any(name in beside for e in m.candidates for name in e.names)
        )
        for m in mentions
    )


def _in_years(rows: list[Won], question: Question) -> list[Won]:
    """Keep the awards of the years named: 2023年度的新闻奖 is that year's wherever it is told, else its report's."""
    named = question.years.named
    if not named:
        return rows
    told = [row for row in rows if row.year in named]
    awarded = [row for row in rows if row.award_year in named]
    first, second = (awarded, told) if _OF_YEAR.search(question.text) else (told, awarded)
    return first or second


def _fits(source: Source, row: Won, question: Question) -> bool:
    level = LEVEL.search(question.masked)
    if level and level[0] != key(row.level or ""):
        return False
    edition = _EDITION.search(question.masked)
    # A table may tell the edition in a column of its own.
    told_beside = edition is not None and row.edition is None and edition[0] in key(row.evidence.quote)
    if edition and int(edition[1]) != row.edition and not told_beside:
        return False
    # A prize that no report names is not made up of the parts of others.
    prizes = PRIZE.findall(LEVEL.sub("", question.masked))
    if any(not _called(prize, key(row.name), question.known.proper) for prize in prizes):
        return False
    words = []
    row_named = bool(question.named("award"))
    for word in without_kind(question):
        word = _SUFFERED.sub("", PRIZE.sub("", LEVEL.sub("", _EDITION.sub("", word))))
        if row_named and word in _NATION:
            continue  # 全国产业经济好新闻 of 中国产业经济好新闻: which prize is meant is told by the rest.
        if word and not _OF_AWARDS.fullmatch(word) and word not in stop_words() and _says(word):
            words.append(word)
    said = key("".join((row.name, row.level or "", row.recipient or "", *row.works, row.evidence.quote)))
    if covers(words, said, topic_words(), 0.7):
        return True
    # 首个省级一等奖: what the sentence goes on to say of the prize; who else is named in it did not win this one.
    beside = around(source, row.evidence)
    return bool(words) and covers(words, beside.clause if row.recipient else beside.sentence, {}, 1.0)


def _says(word: str) -> bool:
    """Tell whether a word names something; a person's name may be none that the dictionary knows (荆可望)."""
    named = any(tag.startswith("n") for _, tag in tagged(word)) and not in_dictionary(word)
    return bool(content(word)) or named


def _called(prize: str, name: str, place: str) -> bool:
    """Tell whether a prize is called so, is short for its name (省奖 for 省广播影视奖), or is what it is of its place: 省新闻奖 for 岭西新闻奖.

    `place`: what the media is named after. A prize that bears it is its city's or county's, another one its province's.
    """
    if prize in name or (len(prize) <= _SHORT_PRIZE and prize[:-1] in name):
        return True
    if (of := _OF_PLACE.search(prize)) is None or not name.endswith(of["kind"]):
        return False
    if any(nation in name for nation in _NATION):
        return False
    if (told := _PLACE_TOLD.search(name)) is not None:
        return told[0] == of["place"]
    return (bool(place) and place in name) == (of["place"] in _OWN_PLACES)


_NATION = frozenset({"全国", "中国", "国家", "我国"})
_SHORT_PRIZE = 3
_OF_PLACE = re.compile(r"全?(?P<place>省|自治区|市|州|县|区)(?:里|级|内|上)?(?P<kind>[\u4e00-\u9fff]{2,}奖)$")
_PLACE_TOLD = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:省|自治区|市|州|县|区)(?=[\u4e00-\u9fff]{2,}奖$)")
_OWN_PLACES = frozenset({"市", "州", "县", "区"})
_SUFFERED = re.compile(r"(?<=..)[受获得被曾]+$")
# 哪些集体受过表彰, 谁得过荣誉: who won tells more than what.
_OF_BODIES = re.compile(
    r"集体|(?:中心|单位|报社|集团|[社台])[和与及]个人|团队|部门|科室|支部|班组|哪些单位|哪个单位"
)
_OF_PERSONS = re.compile(
    r"个人|谁|哪些人|哪[几1]?个?[人位]|哪些(?:同事|同志|记者|编辑|主持人|主播|员工|职工)"
)
_BODY = re.compile(
    r"[部室组队社台站处科办会院委网报团班]$|中心|团委|支部|工会|频道|频率|集体|公司|团队|频道|栏目组|工作室"
)


def _of_whom(rows: list[Won], question: Question) -> list[Won]:
    """Keep what was won by bodies, or by persons, where one of the two is asked for and any is told."""
    bodies, persons = (form.search(question.masked) for form in (_OF_BODIES, _OF_PERSONS))
    if not bodies and not persons:
        works = [row for row in rows if row.works or (not row.recipient and row.count > 1) or _in_marks(row)]
        return works or rows if _WORKS_ASKED.search(question.masked) else rows
    told = [
        (row, _BODY.search(row.recipient) is not None or _in_marks(row))
        for row in rows
        if row.recipient and not row.works
    ]
    # 哪些集体或个人获得荣誉: whoever did, but no work.
    kept = [row for row, body in told if (bodies and persons) or body == bool(bodies)]
    if not persons and _OF_HOUSE.search(question.masked):
        own = [row for row in kept if key(row.recipient or "") == key(question.media)]
        kept = own or kept
    if persons and not bodies:
        kept = [row for row in kept if any(tag == "nr" for _, tag in tagged(row.recipient or ""))]
    return kept or rows


def _of_kind(source: Source, rows: list[Won], question: Question) -> list[Won]:
    """Keep what was won by works of the genre that is asked for, and no prizes of works where it is asked as what one was honoured.

    哪部广播剧得了奖 · 被评为哪些先进
    """
    if genre := GENRE.search(question.masked):
        # 短视频《…》获二等奖，《…》获三等奖: the word stands once for both.
        rows = [row for row in rows if genre[1] in row.name + around(source, row.evidence).sentence]
    if _HONOURED_AS.search(question.masked) and "奖" not in question.masked:
        rows = [row for row in rows if not row.works and not row.name.endswith("奖")]
    return rows


_HONOURED_AS = re.compile(r"评为|评上|称号|先进")


def _of_level(rows: list[Won], question: Question) -> list[Won]:
    """Keep honours of the level asked for (全国性荣誉, 省级奖项), where any is told to be of it."""
    level = next((told for asked, told in _LEVELS if asked.search(question.masked)), None)
    kept = [row for row in rows if level is not None and level.search(row.full + row.evidence.quote)]
    return kept or rows


_LEVELS = (
    (re.compile(r"全国性|国家级"), re.compile(r"全国|中国|国家|中央|总局|中宣部|部委")),
    (re.compile(r"省级(?!以上)|省里"), re.compile(r"省|自治区|全区")),
    (re.compile(r"市级(?!以上)|市里"), re.compile(r"市")),
)
# 中心集体得过哪些荣誉: the house itself, and no part of it.
_OF_HOUSE = re.compile(r"(?:中心|报社|集团|[台社]里|[全本我]?[台社])(?:的|作为)?集体")


def _in_marks(row: Won) -> bool:
    """Tell whether what won stands in marks: 栏目《岭上评》 and “岭东云” win as works do, without them a person or a body does."""
    return any(f"{mark}{row.recipient}" in row.evidence.quote for mark in "《“")


def _items(row: Won, by_work: bool) -> list[Item]:
    if by_work and row.works:
        return [
            Item(year=row.year, label=work, detail=row.full, evidence=[row.evidence]) for work in row.works
        ]
    if by_work and row.recipient:
        return [Item(year=row.year, label=row.recipient, detail=row.full, evidence=[row.evidence])]
    what = "、".join(phrasing.title(work) for work in row.works) or row.recipient
    detail = row.full if what is None else f"{row.full}（{what}）"
    counted = f"{detail}，{row.count}件" if row.count > max(1, len(row.works)) else detail
    return [Item(year=row.year, label=row.name, detail=counted, evidence=[row.evidence])]


def _said(item: Item, by_work: bool) -> str:
    if by_work and item.detail and item.label not in item.detail:
        # A work stands between 《》 in its sentence, whoever won does not.
        quoted = f"《{item.label}》" in item.evidence[0].quote
        return f"{phrasing.title(item.label) if quoted else item.label}获{item.detail}"
    return item.detail or item.label


def no_award(source: Source, question: Question) -> Answer:
    """Withhold an answer about awards."""
    named = "、".join(m.name for m in question.mentions)
    return withheld(
        source,
        question.asked,
        question.intent,
        f"报告中没有{f'“{named}”' if named else ''}这样的获奖记载",
        media=question.media,
        years=question.years.within(question.known.years) if question.years.named else (),
    )
