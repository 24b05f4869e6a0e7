"""Words of the interface: written in Chinese where they stand, and in English by the list `english.json`.

What answers and comparisons remark (没有2021年的报告) is Chinese too; `remarks.json` has the English of each form.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Literal

Language = Literal["zh", "en"]


@cache
def english() -> dict[str, str]:
    """Return the English of each Chinese text."""
    found: dict[str, str] = json.loads(Path(__file__).with_name("english.json").read_text(encoding="utf-8"))
    return found


def translated(text: str, language: Language, **values: object) -> str:
    """Return `text` in a language with ``{name}`` replaced by values; what has no English stays Chinese."""
    words = english().get(text, text) if language == "en" else text
    for name, value in values.items():
        words = words.replace(f"{{{name}}}", str(value))
    return words


def remark(text: str, language: Language) -> str:
    """Return what an answer or a comparison remarks, in a language; a part between ； that has no English stays Chinese."""
    if language != "en":
        return text
    parts = [_in_english(part) for part in text.split("；") if part]
    return "; ".join(parts)


def _in_english(part: str) -> str:
    for form, english in _remarks():
        if match := form.fullmatch(part.removesuffix("。")):
            found = {name: _years(value) for name, value in match.groupdict().items()}
            return english.format(**found)
    return part


def _years(value: str) -> str:
    """Return 2016年、2017年 as 2016, 2017; anything else as it is."""
    return (
        value.replace("年度", "").replace("年", "").replace("、", ", ") if _YEARS.fullmatch(value) else value
    )


_YEARS = re.compile(r"\d{4}年(?:度)?(?:、\d{4}年(?:度)?)*")


@cache
def _remarks() -> list[tuple[re.Pattern[str], str]]:
    """Return the form of each remark and its English, forms with less room first."""
    kept: dict[str, str] = json.loads(Path(__file__).with_name("remarks.json").read_text(encoding="utf-8"))
    ordered = sorted(kept.items(), key=lambda pair: -len(re.sub(r"\{.\}", "", pair[0])))
    return [(re.compile(_form(chinese)), english) for chinese, english in ordered]


def _form(chinese: str) -> str:
    """Return the pattern of a remark with places for what is named: {a}的报告没有给出这项数据."""
    return re.sub(r"\\\{(\w)\\\}", r"(?P<\1>.+?)", re.escape(chinese))
