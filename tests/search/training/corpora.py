"""The sample reports' texts and what search is measured by, for holding training data against them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from benchmarks.gold import CORPORA, media_folders, series_gold
from ingest.pipeline import understand

# Needs of media that were aside, or not yet written, when the encoder was trained: by chance near what it is taught.
LATER_THAN_TRAINING = frozenset(
    (
        "没爹妈在身边的孩子想见爹妈", "上岁数的人看不清、找不着、不会弄", "扫大街的人有地方歇歇", "不出门就能问大夫", "怎么帮走丢的老人回家",
        "怕老人家不会用手机", "疫情里帮人找活干", "走丢的老人找回家",
    )
)  # fmt: skip


def bare(text: str) -> str:
    """Return `text` without white space: where a PDF breaks its lines says nothing."""
    return "".join(text.split())


def texts(media: str) -> str:
    """Return the texts of all reports of one media as they are read, bare, one a line."""
    files = sorted((CORPORA / "reports" / media).iterdir())
    return "\n".join(bare(understand(path.read_bytes(), f"report{path.suffix}").text) for path in files)


@cache
def twos(text: str) -> frozenset[str]:
    """Return the character bigrams of `text`; kept, as every need is held against every other."""
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))


def measured(kind: str, field: str) -> Iterator[str]:
    """Yield one field of all entries of one kind of the tuning part's series."""
    for folder in media_folders("tuning"):
        series = series_gold(folder)
        if series is not None:
            yield from (entry[field] for entry in series[kind])
