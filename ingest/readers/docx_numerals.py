"""Numbers as Word's list formats write them (ECMA-376 part 1, 17.18.59 ST_NumberFormat)."""

from __future__ import annotations

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_COUNTING = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "koreanCounting",
        "ideographLegalTraditional",
        "chineseLegalSimplified",
    }
)


def numeral(value: int, form: str) -> str:
    """Return `value` as the number format `form` shows it; unknown formats are written in digits."""
    if value < 0:
        return str(value)
    if form in _COUNTING:
        legal = form in {"ideographLegalTraditional", "chineseLegalSimplified"}
        return _counting(
            value, _LEGAL if legal else "零" + _DIGITS[1:], "拾佰仟" if legal else "十百千", legal
        )
    if form in {"ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital"}:
        return "".join(_DIGITS[int(digit)] for digit in str(value))
    if form == "ideographTraditional" and 1 <= value <= 10:
        return _STEMS[value - 1]
    if form == "ideographZodiac" and 1 <= value <= 12:
        return _BRANCHES[value - 1]
    if form.startswith("decimalEnclosedCircle"):
        return _ranged(value, (20, 0x2460), (35, 0x3251 - 20), (50, 0x32B1 - 35))
    if form == "decimalEnclosedParen":
        return _ranged(value, (20, 0x2474))
    if form == "decimalEnclosedFullstop":
        return _ranged(value, (20, 0x2488))
    if form == "ideographEnclosedCircle":
        return _ranged(value, (10, 0x3280))
    if form == "decimalFullWidth":
        return "".join(chr(0xFF10 + int(digit)) for digit in str(value))
    if form == "decimalZero":
        return f"{value:02d}"
    if form in {"lowerLetter", "upperLetter"} and 1 <= value <= 780:
        letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in {"lowerRoman", "upperRoman"} and 1 <= value < 4000:
        return _roman(value).lower() if form == "lowerRoman" else _roman(value)
    return str(value)


def _ranged(value: int, *ranges: tuple[int, int]) -> str:
    """Return the sign of `value` in the first range (greatest value, code point of its 1) that reaches it."""
    for last, first in ranges:
        if 1 <= value <= last:
            return chr(first + value - 1)
    return str(value)


def _roman(value: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        count, value = divmod(value, worth)
        text += sign * count
    return text


def _counting(value: int, digits: str, units: str, legal: bool) -> str:
    """Return a number below 10,000 in Chinese counting: 12 → 十二, 105 → 一百零五."""
    if value == 0:
        return digits[0]
    if value >= 10_000:
        return str(value)
    text = ""
    skipped = False
    for place in (3, 2, 1, 0):
        digit = value // 10**place % 10
        if digit == 0:
            skipped = bool(text)
            continue
        text += (digits[0] if skipped else "") + digits[digit] + (units[place - 1] if place else "")
        skipped = False
    return text[1:] if 10 <= value < 20 and not legal else text
