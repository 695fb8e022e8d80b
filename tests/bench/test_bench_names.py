"""How right and how fast the names are, beside the libraries alone on the same lists.

The table is printed with `-s`; what it promises of us is asserted always, times only under
`--benchmark-enable`. `petrovich` is no dependency: it is measured where it can be imported.
"""

import subprocess
import sys
import time
from collections import defaultdict
from functools import cache
from statistics import median

import pytest
from name_lists import Row, rows
from pymorphy3 import MorphAnalyzer
from pytrovich.enums import Case, Gender, NamePart
from pytrovich.maker import PetrovichDeclinationMaker

from desktop_app.russian import dictionary, names
from desktop_app.russian.forms import recased
from desktop_app.russian.names import Certainty, decline

try:
    from petrovich.enums import Case as OldCase
    from petrovich.enums import Gender as OldGender
    from petrovich.main import Petrovich
except ImportError:
    Petrovich = None

CASES = ("genitive", "dative")
PARTS = ("LASTNAME", "FIRSTNAME", "MIDDLENAME")
MARKS = ("Surn", "Name", "Patr")
MOST_FIRST_USE = 0.6
MOST_A_PERSON = 0.002
_FIRST_USE = """
import time
start = time.perf_counter()
from desktop_app.russian.names import decline
decline("Кузнецова", "Ольга", "Ильинична", "genitive", None)
print(time.perf_counter() - start)
"""


def ours(row: Row, case: str) -> str:
    return decline(*row.parts, case, row.gender).text


def _each_part(row: Row, form) -> str:
    """The whole name, each part that is there by `form(number of the part, part)`."""
    return " ".join(form(n, part.strip()) for n, part in enumerate(row.parts) if part)


def plain_pytrovich(row: Row, case: str) -> str:
    maker, gender = _pytrovich(), Gender[row.gender.upper()]
    return _each_part(
        row, lambda n, part: maker.make(NamePart[PARTS[n]], gender, Case[case.upper()], part)
    )


def plain_petrovich(row: Row, case: str) -> str:
    old = _petrovich()
    makers = (old.lastname, old.firstname, old.middlename)
    gender = OldGender.MALE if row.gender == "male" else OldGender.FEMALE
    old_case = OldCase.GENITIVE if case == "genitive" else OldCase.DATIVE
    return _each_part(row, lambda n, part: makers[n](part, old_case, gender))


def plain_pymorphy(row: Row, case: str) -> str:
    return _each_part(row, lambda n, part: _inflected(part, MARKS[n], row.gender, case))


def _inflected(word: str, mark: str, gender: str, case: str) -> str:
    """The word by its likeliest reading as this part of a name, else by its likeliest one."""
    tag = "masc" if gender == "male" else "femn"
    parses = _pymorphy().parse(word)
    good = [p for p in parses if "nomn" in p.tag and "sing" in p.tag and tag in p.tag]
    named = [p for p in good if mark in p.tag]
    found = (named or good or parses)[0].inflect({"gent" if case == "genitive" else "datv"})
    return recased(word, found.word) if found else word


@cache
def _pytrovich():
    return PetrovichDeclinationMaker()


@cache
def _petrovich():
    return Petrovich()


@cache
def _pymorphy():
    return MorphAnalyzer()


def _right(way, measured: list[Row]) -> float:
    good = sum(way(row, case) == row.expected(case) for row in measured for case in CASES)
    return 100 * good / (len(measured) * len(CASES))


def _classes() -> dict[str, list[Row]]:
    """The names of a known gender by their class: a library alone has to be told it."""
    found = defaultdict(list)
    for row in rows():
        if row.gender:
            found[row.of_class].append(row)
    return {**found, "all": [row for some in found.values() for row in some]}


def test_names_are_right_more_often_than_by_any_library_alone():
    ways = {"ours": ours, "pytrovich": plain_pytrovich, "pymorphy3": plain_pymorphy}
    if Petrovich:
        ways["petrovich"] = plain_petrovich
    print(f"\n| class | names | {' | '.join(ways)} | asked | wrong, not asked |")
    print(f"| --- |{' ---: |' * (len(ways) + 3)}")
    for of_class, measured in _classes().items():
        figures = {name: _right(way, measured) for name, way in ways.items()}
        both = [(row, case, decline(*row.parts, case, row.gender)) for row in measured
                for case in CASES]  # fmt: skip
        sure = [d.text == row.expected(case) for row, case, d in both if d.certainty != "ask"]
        asked = len({str(row) for row, _, d in both if d.certainty is Certainty.ask})
        percent = " | ".join(f"{figure:.0f} %" for figure in figures.values())
        print(f"| {of_class} | {len(measured)} | {percent} | {asked} | {sure.count(False)} |")
        assert all(sure)
        if of_class == "all":
            assert figures["ours"] > max(f for name, f in figures.items() if name != "ours")
            assert figures["ours"] > 97


def test_the_first_name_loads_the_libraries_once(benchmark):
    if benchmark.disabled:
        pytest.skip("times are measured under --benchmark-enable")
    uses = [float(subprocess.check_output([sys.executable, "-c", _FIRST_USE])) for _ in range(5)]
    benchmark(ours, rows()[0], "genitive")
    print(f"\nfirst use of names: {median(uses) * 1e3:.0f} ms in the middle of five")
    assert median(uses) < MOST_FIRST_USE


def test_a_person_after_the_first_takes_no_time(benchmark):
    if benchmark.disabled:
        pytest.skip("times are measured under --benchmark-enable")
    decline("Кузнецова", "Ольга", "Ильинична", "genitive", None)
    for remembered in (names._declined, dictionary.readings, dictionary.by_rules):
        remembered.cache_clear()
    times = []
    for row in rows():
        start = time.perf_counter()
        decline(*row.parts, "genitive", row.gender)
        times.append(time.perf_counter() - start)
    benchmark(ours, rows()[1], "dative")
    print(
        f"\na person: {median(times) * 1e6:.0f} µs in the middle, {max(times) * 1e3:.1f} ms at most"
    )
    assert median(times) < MOST_A_PERSON
