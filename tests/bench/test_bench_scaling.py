"""How time and memory grow: with the number of letters in one process, of cases, of repairs.

Letters are made in a process of their own, each of another person, from the case's bytes to the
bytes of the Word file. Memory is what the process holds after so many (Linux only). Figures are
printed and held to bounds only under `--benchmark-enable`.
"""

import subprocess
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

import pytest

from desktop_app import paths
from desktop_app.assessment.assess import assess
from desktop_app.case.edit import replaced
from desktop_app.case.file import read_case
from desktop_app.claims import kind_of
from desktop_app.digests import bring_up_to_date
from desktop_app.law.book import load_law_book
from desktop_app.packet.make import Packet, make_packet, make_whole_packet
from desktop_app.register.finding import WEEK, Query, count, due, page
from desktop_app.register.register import Register

EXAMPLE = read_case(paths.resource("examples", "refund.json"))
TODAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
ROUNDS = 15
MOST_SLOWER = 1.5
MOST_MB = 4.0
MOST_A_REPAIR = 1.5

_LETTERS = """
import gc, json, sys, time
from datetime import date
from pathlib import Path
from desktop_app import paths
from desktop_app.assessment.assess import assess
from desktop_app.case.file import parse_case
from desktop_app.claims import kind_of
from desktop_app.law.book import load_law_book
from desktop_app.packet.make import make_packet

raw = json.loads(paths.resource("examples", "refund.json").read_text(encoding="utf-8"))

def letter(number):
    raw["buyer"]["surname"] = f"Покупатель{number:04}"
    case = parse_case(json.dumps(raw).encode())
    kind = kind_of(case)
    make_packet(case, kind, assess(case, kind, load_law_book(), date(2026, 11, 20)), copies=1)

def held():
    gc.collect()
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if "VmRSS" in line)

done, spent = 0, 0.0
for number in map(int, sys.argv[1:]):
    start = time.perf_counter()
    while done < number:
        letter(done)
        done += 1
    spent += time.perf_counter() - start
    print(number, spent, held())
"""


def seconds(work) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def letters(counts):
    """Return seconds and kilobytes by the number of letters made."""
    call = [sys.executable, "-c", _LETTERS, *map(str, counts)]
    run = subprocess.run(
        call, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True
    )
    told = (line.split() for line in run.stdout.splitlines())
    return {int(number): (float(spent), int(held)) for number, spent, held in told}


def test_letters_by_count(benchmark):
    counts = (1, 2) if benchmark.disabled else (1, 10, 100, 1000)
    found = benchmark.pedantic(letters, (counts,))
    assert tuple(found) == counts
    if benchmark.disabled:
        return
    print()
    for number, (spent, held) in found.items():
        print(f"{number} letters: {spent:.2f} s, {held / 1024:.1f} MB held")
    later = (found[1000][0] - found[100][0]) / 900
    sooner = (found[100][0] - found[10][0]) / 90
    grown = (found[1000][1] - found[100][1]) / 1024
    print(f"a letter: {sooner * 1e3:.1f} ms of the first hundred, {later * 1e3:.1f} ms afterwards")
    assert later <= MOST_SLOWER * sooner
    assert grown <= MOST_MB


def filled(path: Path, number: int) -> None:
    with Register.open(path) as register:
        with register.transaction():
            for n in range(number):
                case = replaced(replaced(EXAMPLE, "id", None), "buyer.surname", f"Номер{n:05}")
                register.new(case, NOON + timedelta(seconds=n))
        while bring_up_to_date(register, TODAY, 500):
            pass


def use_of(path: Path) -> dict[str, float]:
    """Return the seconds that opening, the first page, a search and one kept answer take."""
    taken: dict[str, list[float]] = {}
    for number in range(ROUNDS):
        for name, spent in used(path, number).items():
            taken.setdefault(name, []).append(spent)
    return {name: median(spent) for name, spent in taken.items()}


def used(path: Path, number: int) -> dict[str, float]:
    start = time.perf_counter()
    with Register.open(path) as register:
        opened = time.perf_counter() - start
        case_id = page(register, Query(), 0, 1)[0].id
        edited = replaced(EXAMPLE, "buyer.address", f"г. Вологда, {number}")
        edited = replaced(edited, "id", case_id)
        now = NOON + timedelta(days=1, seconds=number)
        return {
            "open": opened,
            "page": seconds(lambda: (page(register, Query(), 0, 60), count(register, Query()))),
            "due": seconds(lambda: due(register, TODAY, TODAY + WEEK)),
            "search": seconds(lambda: page(register, Query("номер0000"), 0, 60)),
            "keep": seconds(lambda: register.save(case_id, edited, now, "buyer")),
        }


def test_registers_by_number_of_cases(benchmark, tmp_path):
    counts = (1, 3) if benchmark.disabled else (1, 1000, 10_000)
    places = {number: tmp_path / f"{number}.sqlite" for number in counts}
    for number, path in places.items():
        filled(path, number)
    benchmark.pedantic(used, (places[counts[-1]], ROUNDS))
    found = {number: use_of(path) for number, path in places.items()}
    if benchmark.disabled:
        assert all(spent > 0 for uses in found.values() for spent in uses.values())
        return
    print()
    for number, uses in found.items():
        told = ", ".join(f"{name} {spent * 1e3:.1f} ms" for name, spent in uses.items())
        print(f"{number} cases: {told}")
    # An answer is kept, and a register opened, without regard to how many there are.
    assert found[10_000]["keep"] <= 2 * found[1]["keep"]
    assert found[10_000]["open"] <= 2 * found[1]["open"]


def repaired(number: int):
    """The example with so many repairs, one after another."""
    rows = list(EXAMPLE.repairs)
    while len(rows) < number:
        rows.append(rows[len(rows) % 2])
    return replaced(EXAMPLE, "repairs", rows[:number])


@pytest.mark.parametrize("letter", [True, False], ids=["letter", "packet"])
def test_papers_by_number_of_repairs(qapp, benchmark, letter):
    cases = {number: repaired(number) for number in (2, 20, 200)}

    def made(number):
        case = cases[number]
        kind = kind_of(case)
        found = assess(case, kind, load_law_book(), TODAY)
        if letter:
            return make_packet(case, kind, found, copies=1)
        return make_whole_packet(Packet(case, kind, found, TODAY))

    assert made(2)
    benchmark(made, 20)
    if benchmark.disabled:
        return
    # The best of each: what else the machine does falls upon the long ones.
    spent = {n: min(seconds(lambda n=n: made(n)) for _ in range(ROUNDS)) for n in cases}
    print("\n" + ", ".join(f"{n} repairs {took * 1e3:.1f} ms" for n, took in spent.items()))
    # A straight line: a repair among two hundred costs what one among twenty does.
    few, many = (spent[20] - spent[2]) / 18, (spent[200] - spent[20]) / 180
    assert many <= MOST_A_REPAIR * few
