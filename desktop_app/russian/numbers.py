"""Whole numbers in Russian text: the word after a number, groups of digits, ordinals, words.

Sums of money are in `money`, dates in `dates`.
"""

from typing import Literal

NBSP = "\N{NO-BREAK SPACE}"


def plural(n: int, one: str, few: str, many: str) -> str:
    """The form of a noun that agrees with a number: 1 день, 2 дня, 5 дней; the sign is ignored."""
    tens, units = abs(n) % 100, abs(n) % 10
    if 11 <= tens <= 14:
        return many
    if units == 1:
        return one
    return few if 2 <= units <= 4 else many


def grouped(n: int) -> str:
    """A number with its thousands set apart by no-break spaces, four digits included: 2 990.

    Four digits are grouped too because sums of a claim stand under one another in tables.
    """
    return f"{n:,}".replace(",", NBSP)


def counted(n: int, one: str, few: str, many: str) -> str:
    """A number and its noun, never torn apart at a line end: 36 дней."""
    return f"{grouped(n)}{NBSP}{plural(n, one, few, many)}"


def days(n: int) -> str:
    """A number of days: 31 день."""
    return counted(n, "день", "дня", "дней")


def of_days(n: int) -> str:
    """The same in the genitive: (не хватает) 1 дня, 2 дней, 31 дня."""
    return counted(n, "дня", "дней", "дней")


def months(n: int) -> str:
    """A number of months: 24 месяца."""
    return counted(n, "месяц", "месяца", "месяцев")


def times(n: int) -> str:
    """How many times: 3 раза."""
    return counted(n, "раз", "раза", "раз")


def sheets(n: int) -> str:
    """A number of sheets of paper, as a list of annexes states it: 2 листа."""
    return counted(n, "лист", "листа", "листов")


def percents(n: int) -> str:
    """A whole number of percent: 1 процент, 2 процента, 50 процентов."""
    return counted(n, "процент", "процента", "процентов")


def ordinal(n: int, ending: str) -> str:
    """An ordinal in figures with the ending that its case asks for: 2-й, 2-го."""
    return f"{n}-{ending}"


def nth_prepositional(n: int) -> str:
    """A masculine or neuter ordinal in the prepositional: (в) 1-м (году)."""
    return ordinal(n, "м")


def nth_genitive(n: int) -> str:
    """A masculine or neuter ordinal in the genitive: (до) 1-го (числа)."""
    return ordinal(n, "го")


def in_year(n: int) -> str:
    """«В» and a masculine ordinal in the prepositional: в 1-м, во 2-м (году гарантии).

    «Во» stands before «втором» alone; «двадцать втором» begins with another sound.
    """
    return f"{'во' if n == 2 else 'в'} {nth_prepositional(n)}"


def whole_in_words(n: int, gender: Literal["m", "f", "n"] = "m") -> str:
    """A whole number in lower-case words, its last word in the gender of what is counted."""
    from num2words import num2words

    return str(num2words(n, lang="ru", gender=gender))  # type: ignore[no-untyped-call]
