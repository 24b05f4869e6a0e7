"""A country's worth of invented reports, for measuring growth: ``python -m benchmarks.national FOLDER``.

Six hundred media by default, twelve years each. A media keeps its name, outlets, columns and staff from year to year; its
figures grow, now and then a column ends and another begins, and each year answers the shortcomings of the year before.
The same seed writes the same reports. Sentences are put together of the parts in `national.toml`: they read like the
genre and serve to measure time, memory and disk; how right answers are is measured on reports written by hand.
"""

from __future__ import annotations

import argparse
import random
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from pydantic import BaseModel

WORDS = Path(__file__).with_suffix(".toml")
MEDIA, YEARS, LAST = 600, 12, 2024
CHARACTERS = 9000
"""Of one report, about. The reports of county centres are of this length, those of national papers twice as long."""
NUMERALS = "一二三四五六七八九十"


class Chapter(BaseModel):
    """What a chapter may say."""

    heading: list[str]
    sentence: list[str]


class Remedy(BaseModel):
    """What was done about a shortcoming, and what is promised."""

    answer: list[str]
    plan: list[str]


class Words(BaseModel):
    """The parts of reports, as `national.toml` has them."""

    first: list[str]
    second: list[str]
    house: list[str]
    column: list[str]
    outlet: list[str]
    opening: list[str]
    work: list[str]
    genre: list[str]
    theme: list[str]
    folk: list[str]
    prize: list[str]
    level: list[str]
    plain: list[str]
    duty: dict[str, Chapter]
    fault: dict[str, Remedy]


def main(arguments: list[str] | None = None) -> int:
    """Write the reports as text files, named by media and year; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.national", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the reports are written to")
    parser.add_argument("--media", type=int, default=MEDIA)
    parser.add_argument("--years", type=int, default=YEARS)
    parser.add_argument("--characters", type=int, default=CHARACTERS, help="length of a report, about")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for name, text in reports(options.media, options.years, options.characters, options.seed):
        (options.folder / f"{name}.txt").write_text(text, encoding="utf-8")
        written += 1
    print(f"{written} reports in {options.folder}")
    return 0


def reports(
    media: int = MEDIA, years: int = YEARS, characters: int = CHARACTERS, seed: int = 1
) -> Iterator[tuple[str, str]]:
    """Yield (media-year, text) of every report, all media's first year first.

    Raises ValueError where there are not as many names of media.
    """
    houses = [House.found(number, seed) for number in range(media)]
    for year in range(LAST - years + 1, LAST + 1):
        for number, house in enumerate(houses):
            yield f"{number:04d}-{year}", house.report(year, characters)


@dataclass
class House:
    """A media as it stands in one year, and the random numbers that carry it into the next."""

    name: str
    short: str
    chance: random.Random
    columns: list[str]
    outlets: dict[str, int]
    """Names of outlets and their followers, in units of ten thousand."""
    staff: int
    income: int
    """In units of ten thousand yuan."""
    faults: list[str] = field(default_factory=list)
    """Last year's shortcomings, which this year's report answers."""

    @classmethod
    def found(cls, number: int, seed: int) -> House:
        """Return the media with this number, before its first year."""
        words = _words()
        places = [first + second for first in words.first for second in words.second]
        if number >= len(places) * len(words.house):
            raise ValueError(f"no more than {len(places) * len(words.house)} media have names")
        chance = random.Random(f"{seed}/{number}")
        place, house = places[number % len(places)], words.house[number // len(places)]
        return cls(
            name=f"{place}{house}",
            short=place,
            chance=chance,
            columns=chance.sample(words.column, 8),
            outlets={
                outlet.format(place=place): chance.randint(3, 80) for outlet in chance.sample(words.outlet, 5)
            },
            staff=chance.randint(60, 900),
            income=chance.randint(300, 20_000),
        )

    def report(self, year: int, characters: int) -> str:
        """Return the report of the next year, and take the media there."""
        chance, words = self.chance, _words()
        self.staff = max(30, self.staff + chance.randint(-12, 15))
        self.income = round(self.income * chance.uniform(0.9, 1.15))
        self.outlets = {
            name: max(1, round(fans * chance.uniform(0.98, 1.3))) for name, fans in self.outlets.items()
        }
        if chance.random() < 0.4:
            others = [column for column in words.column if column not in self.columns]
            self.columns[chance.randrange(len(self.columns))] = chance.choice(others)
        parts = [f"{self.name}社会责任报告（{year}年度）", self._preface(year)]
        for number, (title, duty) in enumerate(words.duty.items()):
            parts.append(f"{NUMERALS[number]}、{title}")
            for at, heading in enumerate(chance.sample(duty.heading, 2)):
                parts.append(f"（{NUMERALS[at]}）{heading}")
                # The closing chapters take about a twelfth of the whole.
                parts += self._paragraphs(duty.sentence, year, characters * 11 // 12 // (2 * len(words.duty)))
        return "\n".join([*parts, *self._closing(year)]) + "\n"

    def _preface(self, year: int) -> str:
        held = "、".join(self.outlets)
        return (
            f"{self.name}现有{held}等平台，截至{year}年底共有职工{self.staff}人，"
            f"其中采编人员{self.staff * 2 // 3}人，全年经营收入{self.income}万元。"
        )

    def _paragraphs(self, sentences: Sequence[str], year: int, characters: int) -> list[str]:
        paragraphs, length = [], 0
        while length < characters:
            said = [self.chance.choice(sentences), *self.chance.sample(_words().plain, 2)]
            paragraph = "".join(self._filled(sentence, year) for sentence in said)
            paragraphs.append(paragraph)
            length += len(paragraph)
        return paragraphs

    def _filled(self, sentence: str, year: int) -> str:
        chance, words = self.chance, _words()
        outlet, fans = chance.choice(list(self.outlets.items()))
        return sentence.format(
            media=self.name,
            place=self.short,
            year=year,
            column=chance.choice(self.columns),
            work=chance.choice(words.opening) + chance.choice(words.work),
            genre=chance.choice(words.genre),
            theme=chance.choice(words.theme),
            folk=chance.choice(words.folk),
            prize=chance.choice(words.prize),
            level=chance.choice(words.level),
            edition=year - 1990,
            outlet=outlet,
            fans=fans,
            month=chance.randint(1, 12),
            day=chance.randint(1, 28),
            few=chance.randint(2, 12),
            some=chance.randint(15, 96),
            many=chance.randint(100, 980) * 10,
            rate=chance.randint(51, 499) / 10,
        )

    def _closing(self, year: int) -> Iterator[str]:
        chance, words = self.chance, _words()
        faults = chance.sample(sorted(words.fault), 3)
        yield "十、后记"
        if self.faults:
            yield "（一）回应"
            for at, fault in enumerate(self.faults):
                answer = chance.choice(words.fault[fault].answer)
                yield f"{at + 1}.针对{fault}的问题，{self._filled(answer, year)}"
        yield "（二）不足" if self.faults else "（一）不足"
        yield "".join(f"{NUMERALS[at]}是{fault}；" for at, fault in enumerate(faults)).rstrip("；") + "。"
        yield "（三）改进" if self.faults else "（二）改进"
        plans = [chance.choice(words.fault[fault].plan) for fault in faults]
        yield "".join(f"{NUMERALS[at]}是{plan}；" for at, plan in enumerate(plans)).rstrip("；") + "。"
        self.faults = faults


@cache
def _words() -> Words:
    return Words.model_validate(tomllib.loads(WORDS.read_text(encoding="utf-8")))


if __name__ == "__main__":
    sys.exit(main())
