"""Trains the encoder that ships under `search/model`: ``python -m search.training``.

From licensed text pairs to a model folder: `sources` (what is read), `vocabulary` (the tokenizer), `latent`
(start values), `ranking` (training), `genre` (its last step), `folder` (the files written), `measure` (figures on public benchmarks).
"""
