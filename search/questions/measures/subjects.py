"""What a figure is of: whether it is one of those that a question names."""

from __future__ import annotations

import re

from ingest.report import PlatformKind
from search.questions.naming.catalog import ACCOUNTS, Figure
from search.questions.naming.linking import kind_alone, last_outlet, outlet_at, outlets_in
from search.questions.naming.renames import series
from search.questions.reading.reading import Question, entities
from search.questions.wording.words import cover, key, measure_words, topic_words

HALF = 0.5
"""What a word must hold of the name of a subject to name it."""
OF_ALL = re.compile(r"全网|全平台|全媒体|全渠道|[全各]端口?|各平台|矩阵|总用户|总粉丝")
"""What is counted over all outlets together belongs to none of those named in its sentence."""
_SELF = re.compile(r"集团|全?中心|本台|我台|我们|本报社|全台|全社|总台|报社|单位")


_OF_OUTLETS = re.compile(r"日活|月活|活跃|日均打开|日均登录|下载|装机|注册|用户|粉丝|关注")
"""What outlets alone have."""


def asks_followers(question: Question) -> bool:
    """Tell whether followers or users are asked for, of no outlet that is named."""
    head = question.words[-1] if question.words else ""
    return _FOLLOWING.search(head) is not None and not question.mentions


_FOLLOWING = re.compile("(?:粉丝|用户|关注)(?:总?[数量])?$")
_ALL_OF_THEM = re.compile(r"1共|总共|合计|加起来|全网|全平台|总(?:粉丝|用户|关注)")


def subjects_of(question: Question) -> set[str]:
    """Return the IRIs of what a question asks a figure of, under the names before and after as well."""
    named = entities(question.mentions, "platform", "column", "work", "referent")
    return series((e.iri for e in named), question.known.renamed)[0]


def subject_fits(figure: Figure, question: Question, subjects: set[str]) -> bool:
    """Tell whether a figure is of what a question names, or of the house where it names nothing."""
    if subjects:
        if figure.subject in subjects or figure.about & subjects:
            return True
        if subjects & question.known.house and key(figure.subject_name or "") == key(question.media):
            return True
        if _of_namesake(figure, question, subjects):
            return True
        # 《新农家》月发行量约2.1万册: what stands before the figure in its clause is what it is of.
        known = question.known
        return figure.subject_name is None and (
            bool(subjects & known.house)
            or _of_the_only(figure, question)
            or _of_this(figure, question, subjects)
            or any(
                stands(name, figure.before, known.entities[iri].outlet)
                for iri in subjects
                for name in known.entities[iri].names
            )
        )
    if figure.subject_name is None:
        return True
    if of_account(figure, question) and asks_followers(question) and _ALL_OF_THEM.search(question.masked):
        return False  # 一共有多少粉丝 is not told by those of one account.
    told = question.known.entities.get(figure.subject)
    if told is not None and told.outlet is not None and _others_asked(question) - {told.outlet}:
        return False
    # The house itself is asked about: what one of its outlets, columns or works has is not what it has.
    return not _SELF.search(question.asked) or _share_named(question, key(figure.subject_name))


def of_account(figure: Figure, question: Question) -> bool:
    """Tell whether a figure is of an account on a social platform, by its name or by the word for its kind alone (抖音号)."""
    return question.known.is_account(figure.subject) or kind_alone(key(figure.subject_name or "")) in ACCOUNTS


def _of_namesake(figure: Figure, question: Question, subjects: set[str]) -> bool:
    """Tell whether a figure is of what one report calls by the name alone under which another has one outlet: “云上”用户24.8万."""
    name, known = key(figure.subject_name or ""), question.known
    own = [e for e in known.named.get(name, ()) if e.outlet is not None]
    return len(own) == 1 and own[0].iri in subjects and _OF_OUTLETS.search(figure.called) is not None


def _of_this(figure: Figure, question: Question, subjects: set[str]) -> bool:
    """Tell whether a figure is of 这项活动, 该基金, and the last that is named before it is what the question names."""
    if (this := _THIS.search(figure.until)) is None or this[0] not in figure.paragraph:
        return False
    before, known = figure.paragraph[: figure.paragraph.rindex(this[0])], question.known
    last = max(
        (
            (place + len(name), len(name), name)
            for name, each in known.named.items()
            if any(e.kind in ("platform", "column", "work", "referent") for e in each)
            and (place := before.rfind(name)) >= 0
        ),
        default=(0, 0, ""),
    )[2]
    return any(last in known.entities[iri].names for iri in subjects if iri in known.entities)


_THIS = re.compile(
    r"(?:[这该此]项?|这1个?)(?:活动|行动|项目|栏目|专栏|节目|基金|品牌|平台|工程|账号|频道|专版|论坛|赛事|公益)"
)


def _of_the_only(figure: Figure, question: Question) -> bool:
    """Tell whether what only outlets have (日活, 下载量) is told of the last outlet before it, which is called by nothing but its kind.

    Made for responses: 针对客户端不活跃的问题，增设便民专区，日活用户提升至3.4万人. The question must mean the only outlet of
    that kind, or name no more than the kind (客户端日活多少) itself.
    """
    if not _OF_OUTLETS.search(figure.called) or len(question.mentions) != 1:
        return False
    mention, known = question.mentions[0], question.known
    kinds = {entity.outlet for entity in mention.candidates if entity.outlet is not None}
    if len(kinds) != 1:
        return False
    if kind_alone(mention.name) not in kinds and len(known.platforms(kinds)) != 1:
        return False
    last = last_outlet(figure.paragraph)
    return last is not None and last[0] in kinds and not OF_ALL.search(figure.paragraph, last[1])


def _others_asked(question: Question) -> set[PlatformKind]:
    """Return the kinds of outlets that are asked for by words, where no outlet of the reports is called so (快手粉丝多少)."""
    return outlets_in("".join(word for word in question.words if kind_alone(word)))


def stands(name: str, text: str, outlet: PlatformKind | None) -> bool:
    """Tell whether a text names an entity: 雁陂融媒 is no name of its 视频号 where 抖音号 follows."""
    ends = [match.end() for match in re.finditer(re.escape(name), text)]
    return any((kind := outlet_at(text, end)) is None or outlet is None or kind is outlet for end in ends)


def _share_named(question: Question, subject: str) -> bool:
    """Tell whether the words of a question name a subject, at least half of it."""
    return any(cover(word, subject, {}) >= HALF and 2 * len(word) >= len(subject) for word in question.words)


def quoted_words(question: Question) -> list[str]:
    """Return the words of a question that the reports put between marks: what is told of another thing is none of “航标灯”."""
    return [
        word
        for word in question.words
        if word in question.known.quoted and word not in measure_words() and word not in topic_words()
    ]


def told_together(said: str, name: str) -> bool:
    """Tell whether a name stands between marks side by side with others and nothing is told of each: 40人组成“云视频”“深瞳”“数读”."""
    beside = re.compile(
        rf"[”》][、和及与]?[“《]{re.escape(name)}[”》]|[“《]{re.escape(name)}[”》][、和及与]?[“《]"
    )
    return any(
        beside.search(clause) and not re.search("各|分别", clause) for clause in re.split("[，；。]", said)
    )
