"""Numbers as they are written: Arabic, full-width and Chinese digits, and the magnitudes after them."""

from __future__ import annotations

import re

DIGITS = {
    "零": 0,
    "〇": 0,
    "○": 0,
    "Ｏ": 0,
    "一": 1,
    "壹": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
}
DIGITS |= {"八": 8, "九": 9}
SMALL_MAGNITUDES = {"十": 10, "百": 100, "千": 1000}
LARGE_MAGNITUDES = {"万": 10_000, "亿": 100_000_000}
FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％＋", "0123456789.,%+")

LONGEST = 24
"""Characters of a number without its magnitude; what is longer counts nothing, and Python refuses to read it."""


def chinese_number(text: str) -> int | None:
    """Return the whole number that Chinese or Arabic digits write (三十四, 一百零二, 二〇二四, １２), or None."""
    text = text.translate(FULL_WIDTH).strip()
    if len(text) > LONGEST:
        return None
    if text.isdecimal():
        return int(text)
    if not text or any(
        c not in DIGITS and c not in SMALL_MAGNITUDES and c not in LARGE_MAGNITUDES for c in text
    ):
        return None
    if all(c in DIGITS for c in text):
        # 二〇二四 is read digit by digit; a single digit is itself.
        return int("".join(str(DIGITS[c]) for c in text))
    total = section = digit = 0
    for char in text:
        if char in DIGITS:
            digit = DIGITS[char]
        elif char in SMALL_MAGNITUDES:
            section += (digit or 1) * SMALL_MAGNITUDES[char]
            digit = 0
        else:
            # 一亿二千万: the 万 scales what stands since the 亿, not the 亿 itself.
            magnitude = LARGE_MAGNITUDES[char]
            total, below = (0, total) if total < magnitude else (total, 0)
            total += (below + section + digit or 1) * magnitude
            section = digit = 0
    return total + section + digit


# 10W+: how new media write 万.
_LETTERS = str.maketrans("wW", "万万")


def magnitude_of(text: str | None) -> int:
    """Return what the characters of a magnitude multiply by: 百万 → 1000000, W → 10000, 1 for none."""
    factor = 1
    for char in text.translate(_LETTERS) if text else "":
        factor *= SMALL_MAGNITUDES.get(char) or LARGE_MAGNITUDES[char]
    return factor


_DECIMAL = re.compile(r"\d+\.\d+")


def number_of(text: str) -> float | int | None:
    """Return the number that digits of either kind write, with its fraction (1,602.3, 三点五), or None."""
    text = (text if text.isascii() else text.translate(FULL_WIDTH)).replace(",", "")
    if len(text) > LONGEST:
        return None
    if text.isdecimal():
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    if "点" in text:
        whole, _, fraction = text.partition("点")
        head = chinese_number(whole)
        return None if head is None else float(f"{head}.{''.join(str(DIGITS[c]) for c in fraction)}")
    return chinese_number(text)


def scaled(number: float | int, factor: int) -> int | float:
    """Return the product, whole where it is: 73.49 × 100000000 is 7349000000, not 7348999999.999999."""
    if isinstance(number, int):
        return number * factor
    # No report writes twelve digits behind one another; what a float adds beyond them is no part of the figure.
    value = float(f"{number * factor:.12g}")
    return int(value) if value.is_integer() else value
