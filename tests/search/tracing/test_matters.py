"""What texts are about, where they share no word."""

from __future__ import annotations

import numpy as np

from search.encoder import open_encoder
from search.tracing.matters import alike

SAID = ["年轻编辑留不住", "农村观众想看的少"]
TOLD = ["两名业务尖子辞职去了外地", "晒谷场上演员全是庄稼汉", "印刷车间换了新的传送带"]


def test_deeds_are_nearest_to_what_they_are_about_in_whatever_words() -> None:
    found = alike(SAID, TOLD, open_encoder())
    assert found.shape == (2, 3)
    assert np.isfinite(found).all()
    assert found.min() >= 0
    assert found.max() <= 1
    assert found.argmax(axis=1).tolist() == [0, 1]


def test_a_text_too_short_to_be_about_anything_has_a_figure_too() -> None:
    assert alike(["人才"], ["，", "引才"], open_encoder()).shape == (1, 2)
