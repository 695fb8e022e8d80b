"""What the picture of the days shows: warranty years, repairs, today, in ready-made words.

It knows no law and no case: who makes it has counted and worded everything already.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Tone = Literal["ink", "soft", "accent", "good", "care"]


@dataclass(frozen=True, slots=True)
class Year:
    """A warranty year, both end days included, with the days out of use in it.

    `titles` are its names, the fullest first; each is one line or more. `short` is for the narrow
    band into which years without repairs are folded. `verdict` says the days against the
    threshold in words, `tone` its colour: good carries the claim, care is disputed.
    """

    number: int
    first: date
    last: date
    days: int
    days_inclusive: int
    titles: tuple[tuple[str, ...], ...]
    short: str
    verdict: str
    tone: Tone = "soft"


@dataclass(frozen=True, slots=True)
class Stay:
    """A repair from `first` (handed over) to `last` (given back), by its number from 1.

    `by_year` splits `days` by warranty year. `label` is «15 дн.», `told` a whole sentence.
    """

    number: int
    first: date
    last: date
    days: int
    running: bool
    counted: bool
    label: str
    told: str
    by_year: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of the picture that belong to no year and no repair."""

    title: str
    today: str
    today_told: str
    threshold: str
    unit: str
    before: str
    after: str
    later: str
    no_years: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything that the picture shows, as of the day `as_of`."""

    years: tuple[Year, ...]
    stays: tuple[Stay, ...]
    as_of: date
    threshold: int
    words: Words


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours, and the size of the text in pixels, of which all lengths are parts."""

    ground: str
    band: str
    folded: str
    line: str
    ink: str
    soft: str
    accent: str
    on_accent: str
    good: str
    care: str
    track: str
    text: float = 13.0
    small: float = 12.0
    family: str = ""

    def colour(self, tone: Tone) -> str:
        """Return the colour of a tone."""
        return {
            "ink": self.ink,
            "soft": self.soft,
            "accent": self.accent,
            "good": self.good,
            "care": self.care,
        }[tone]


PRINT = Palette(
    ground="#ffffff",
    band="#e9effd",
    folded="#f2f3f5",
    line="#c9ced6",
    ink="#1b1f24",
    soft="#4d5560",
    accent="#2457d6",
    on_accent="#ffffff",
    good="#1a7f4b",
    care="#8a5b00",
    track="#dfe2e7",
)


def as_text(model: Timeline) -> str:
    """Return the whole picture as sentences, for who can't see it."""
    lines = [model.words.title]
    for year in model.years:
        lines.append(f"{year.titles[0][0]}: {year.verdict}.")
    lines += [stay.told for stay in model.stays]
    lines.append(model.words.today_told)
    return "\n".join(lines)
