"""Where earlier reports tell of a deed, in whatever words: 登陆央视一套黄金档 after 在央视一套黄金时段播出."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ingest.report import Commitment, Report, Shortcoming
from ingest.sentences import clauses
from search.checking.around import MARKED
from search.tokens import words

if TYPE_CHECKING:
    from search.encoder import Encoder

LEAST = 0.92
"""The least sum of both likenesses (each 0 to 1) that makes an earlier sentence tell of a deed. Of the true reports of the tuning series, told
against their own past, one first deed in fifty has more; of planted ones three in four."""
LEAST_OF_ONE = 0.5
"""The least likeness in meaning where the deed has one word alone."""
SHORTEST = 7
"""Characters of a sentence; a shorter one is a heading."""
GENERAL = re.compile(
    r"面向|针对|围绕|通过|进行|走[进上入]|聚焦|关注|登[上陆]|亮相|进入|参加|试水|联合|携手|跨界|全新|正式|作品|活动|工作|我们|自己|第一.?|成为|上线|投入|使用|[\d.]+.*|[一二三四五六七八九十]+.?|全[省市县国]|"
    "举办|开展|推出|组织|实现|承办|启动|举行|开设|开通|开办|建立|设立|引入|采用|尝试|推行|实施|主办|合办|联办|共[办建]|参与|发布|制作|策划|发起|播出|开播|创办|打造|建成|组建|成立|其中|成功"
)
"""Words that tell how, not what."""
_AS_FIRST = re.compile(
    "首次|第一[次回]|头一[回次遭]|首度|首[个家档部支场届]|“?零”?的?突破|从无到有|尚属|历史上?|史上|还是|实现|[一-龥]{2}以来|建[台社]|创刊|今年|全年|我台|本台|本报|报社|中心|多年来|由此|以来|此[举次]|这|破天荒|第一步"
)


class Told(NamedTuple):
    """A sentence of an earlier report that tells of a deed, and how surely, 0 to 2."""

    report: Report
    start: int
    end: int
    score: float


class Past:
    """What the earlier reports of a media tell as done, sentence by sentence; what was only meant or lacking is left out."""

    def __init__(self, reports: Sequence[Report], encoder: Encoder) -> None:
        """Hold reports, by year."""
        self._encoder = encoder
        self._reports = reports
        self._places = [place for report in reports for place in _sentences(report)]

    @cached_property
    def _words(self) -> list[frozenset[str]]:
        return [content(report.text[start:end]) for report, start, end in self._places]

    @cached_property
    def _vectors(self) -> tuple[np.ndarray, np.ndarray]:
        """The vectors of all sentences and of their clauses, and to which sentence each belongs."""
        texts, owners = [], []
        for at, (report, start, end) in enumerate(self._places):
            parts = [(start, end), *clauses(report.text, start, end, "，,；;。！？\n")]
            for left, right in dict.fromkeys(parts):
                texts.append(report.text[left:right])
                owners.append(at)
        return self._encoder.encode_passages(texts), np.array(owners)

    @cached_property
    def _weights(self) -> dict[str, float]:
        found = Counter(word for each in self._words for word in each)
        return {word: math.log((len(self._places) + 1) / (count + 0.5)) for word, count in found.items()}

    @cached_property
    def _text(self) -> str:
        return "\n".join(report.text for report in self._reports)

    def find(self, deed: str) -> list[Told]:
        """Return the sentences that tell of `deed`, best first.

        Likeness is the weight of the deed's words that the sentence has, names between marks aside and a rare word weighing more, plus the cosine of the two.
        Names that no report has (a new work) count for nothing.
        """
        if not self._places:
            return []
        known = MARKED.sub(lambda match: match[0] if match[match.lastindex or 0] in self._text else " ", deed)
        wanted = content(_AS_FIRST.sub(" ", MARKED.sub(" ", deed)))
        if not wanted or (len(wanted) == 1 and known != deed):
            # 首次开通“苗听”热线 after “禾听”热线: with a name of its own a single word says too little.
            return []
        new = math.log(2 * (len(self._places) + 1))
        weights = {word: self._weights.get(word, new) for word in wanted}
        vectors, owners = self._vectors
        cosines = np.full(len(self._places), -1.0)
        np.maximum.at(cosines, owners, vectors @ self._encoder.encode_passages([_AS_FIRST.sub("", known)])[0])
        total = sum(weights.values())
        found = []
        for (report, start, end), held, cosine in zip(
            self._places, self._words, cosines.tolist(), strict=True
        ):
            if len(wanted) == 1 and cosine < LEAST_OF_ONE:
                continue
            score = sum(weight for word, weight in weights.items() if word in held) / total + cosine
            if score >= LEAST:
                found.append(Told(report, start, end, score))
        return sorted(found, key=lambda each: -each.score)


def _sentences(report: Report) -> list[tuple[Report, int, int]]:
    meant = [fact.evidence for fact in report.facts if isinstance(fact, Shortcoming | Commitment)]
    return [
        (report, start, end)
        for start, end in clauses(report.text, 0, len(report.text), "；;。！？\n")
        if end - start >= SHORTEST and not any(place.start < end and start < place.end for place in meant)
    ]


def content(text: str) -> frozenset[str]:
    """Return the words of a text that tell what was done, not how."""
    return frozenset(word for word in words(text) if len(word) > 1 and not GENERAL.fullmatch(word))
