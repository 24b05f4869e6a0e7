"""Figures of an encoder on the public benchmarks: ``python -m search.training.measure``."""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from search.encoder import Encoder, open_encoder

BENCHMARKS = ("cmrc-dev", "drcd-test", "xquad-zh")
DATA = Path("../shared/embedding")


def ranks(
    encoder: Encoder, documents: list[str], queries: list[str], relevant: list[list[int]]
) -> NDArray[np.int64]:
    """Return for each query the 0-based rank of its best relevant document."""
    passages = encoder.encode_passages(documents)
    scores = encoder.encode_queries(queries) @ passages.T
    best = np.array([row[indexes].max() for row, indexes in zip(scores, relevant, strict=True)])
    return np.asarray((scores > best[:, None]).sum(axis=1))


def figures(found: NDArray[np.int64]) -> dict[str, float]:
    """Return nDCG@10 (of the best relevant document), Recall@1 and @5 and MRR@10 of 0-based ranks."""
    near = found < 10
    return {
        "ndcg@10": float(np.where(near, 1.0 / np.log2(found + 2.0), 0.0).mean()),
        "recall@1": float((found < 1).mean()),
        "recall@5": float((found < 5).mean()),
        "mrr@10": float(np.where(near, 1.0 / (found + 1.0), 0.0).mean()),
    }


def main(arguments: list[str] | None = None) -> None:
    """Print one JSON object: load time, encode rate, and figures by benchmark."""
    parser = argparse.ArgumentParser(prog="python -m search.training.measure", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder with the bench-*.json.gz files")
    parser.add_argument("--model", help="model folder or hub name; the embedded model where not given")
    options = parser.parse_args(arguments)
    start = time.perf_counter()
    encoder = open_encoder(options.model)
    encoder.encode_queries(["开始"])
    report: dict[str, object] = {"model": encoder.model_id, "load_s": round(time.perf_counter() - start, 3)}
    for name in BENCHMARKS:
        with gzip.open(options.data / f"bench-{name}.json.gz", "rt", encoding="utf-8") as file:
            bench = json.load(file)
        relevant = [rel if isinstance(rel, list) else [rel] for rel in bench["rel"]]
        start = time.perf_counter()
        encoder.encode_passages(bench["docs"])
        rate = len(bench["docs"]) / (time.perf_counter() - start)
        result = figures(ranks(encoder, bench["docs"], bench["queries"], relevant))
        report[name] = {key: round(value, 4) for key, value in result.items()} | {
            "passages_per_s": round(rate)
        }
    report["torch_loaded"] = "torch" in sys.modules
    print(json.dumps(report, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
