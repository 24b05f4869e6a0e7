"""Trains the embedded encoder: ``python -m search.training [--data FOLDER] [--out FOLDER]``."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import numpy as np

from search.encoder import EMBEDDED
from search.training import folder, genre, sources, vocabulary
from search.training.latent import Ids, latent_rows
from search.training.ranking import Coded, Plan, train

LONGEST = 200
"""Pieces of a text that training reads."""


def main(arguments: list[str] | None = None) -> None:
    """Read the data, train, write the model folder; progress goes to standard error."""
    parser = argparse.ArgumentParser(prog="python -m search.training", description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=Path("../shared/embedding"), help="folder with the pair files"
    )
    parser.add_argument("--out", type=Path, default=EMBEDDED, help="model folder to write")
    parser.add_argument("--dimension", type=int, default=512)
    parser.add_argument("--pieces", type=int, default=35_000, help="size of the vocabulary that is kept")
    parser.add_argument("--english", type=int, default=12_000, help="English words used while training")
    parser.add_argument(
        "--start",
        type=Path,
        metavar="MODEL",
        help="teach this model the genre alone, which takes some seconds",
    )
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=Plan.seed)
    options = parser.parse_args(arguments)
    import torch

    torch.set_num_threads(options.threads)
    start = time.perf_counter()

    def say(line: str) -> None:
        print(f"{time.perf_counter() - start:6.0f} s  {line}", file=sys.stderr, flush=True)

    if options.start is not None:
        tokenizer, table = genre.read_table(options.start)
        folder.save(options.out, tokenizer, genre.teach(tokenizer, table, genre.lessons(tokenizer), say))
        say(f"written to {options.out}")
        return
    pair_sets = sources.read_pairs(options.data, options.seed)
    own, headwords = sources.read_own_words(options.data), sources.read_headwords(options.data)
    counts = vocabulary.count_pieces(sources.read_texts(options.data, options.seed), own)
    english = vocabulary.english_words(
        [pair.b for pairs in pair_sets if pairs.bridge for pair in pairs.pairs], options.english
    )
    scores, kept = vocabulary.choose_pieces(counts, own, headwords, english, options.pieces)
    tokenizer = vocabulary.build_tokenizer(scores)
    say(f"{kept} pieces kept, {len(scores) + 1 - kept} English ones for training")

    parts, total = vocabulary.character_rows([vocabulary.UNKNOWN, *scores])

    def code(texts: list[str]) -> list[Ids]:
        encodings = tokenizer.encode_batch(texts, add_special_tokens=False)
        return [
            np.asarray([part for piece in encoding.ids[:LONGEST] for part in parts[piece]], dtype=np.int32)
            for encoding in encodings
        ]

    coded = []
    for pairs in pair_sets:
        left, right = code([pair.a for pair in pairs.pairs]), code([pair.b for pair in pairs.pairs])
        useful = [i for i in range(len(left)) if left[i].any() and right[i].any()]
        coded.append(
            Coded(
                pairs.name,
                [left[i] for i in useful],
                [right[i] for i in useful],
                [pairs.pairs[i].repeats for i in useful],
            )
        )
    texts = {ids.tobytes(): ids for source in coded for ids in map(_joined, source.left, source.right)}
    say(f"{sum(len(source.left) for source in coded)} pairs, {len(texts)} texts for the start values")
    rows = latent_rows(list(texts.values()), total, options.dimension, options.seed)
    say("start values ready")
    for step, steps, loss in train(rows, coded, Plan(seed=options.seed)):
        if step % 25 == 0 or step == steps:
            say(f"step {step}/{steps}, loss {loss:.3f}")
    final = vocabulary.build_tokenizer(dict(list(scores.items())[: kept - 1]))
    trained = np.stack([rows[part].sum(dim=0).numpy() for part in parts[:kept]])
    trained[0] = 0.0
    folder.save(options.out, final, genre.teach(final, trained, genre.lessons(final), say))
    say(f"written to {options.out}")


def _joined(left: Ids, right: Ids) -> Ids:
    """Return both sides as one text: what stands together tells of meaning, so the start values count it as one."""
    return np.concatenate([left, right])


if __name__ == "__main__":
    main()
