"""One kept answer against a bare apsw transaction of the same bytes, in the same run.

The bare one updates one text in a table of two columns, with the same journal
and syncing. The ratio is asserted only under `--benchmark-enable`.
"""

import time
from datetime import UTC, datetime, timedelta
from itertools import cycle
from statistics import median
from typing import get_args

import apsw

from desktop_app import paths
from desktop_app.case.edit import replaced
from desktop_app.case.file import dump_case, read_case
from desktop_app.digests import bring_up_to_date
from desktop_app.register.finding import WEEK, Order, Query, count, due, page
from desktop_app.register.register import Register

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
EXAMPLE = read_case(paths.resource("examples", "refund.json"))
ROUNDS = 300
MOST_RATIO = 2
MOST_SECONDS = 0.05
GOODS = ("Стиральная машина", "Ноутбук", "Телефон", "Холодильник", "Наушники")


def bare_register(path, content: str) -> apsw.Connection:
    connection = apsw.Connection(str(path))
    connection.pragma("journal_mode", "TRUNCATE")
    connection.pragma("synchronous", "FULL")
    connection.execute("CREATE TABLE cases (id INTEGER PRIMARY KEY, content TEXT)")
    connection.execute("INSERT INTO cases VALUES (1, ?)", (content,))
    return connection


def seconds(work, *arguments) -> float:
    start = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - start


def edits(count: int):
    """Cases of slightly different length, as typing makes them."""
    return [
        replaced(EXAMPLE, "buyer.address", f"г. Вологда, {'я' * (n % 40)}{n}") for n in range(count)
    ]


def test_keeping_an_answer_costs_little_more_than_a_bare_transaction(benchmark, tmp_path):
    rounds = 3 if benchmark.disabled else ROUNDS
    bare = bare_register(tmp_path / "bare.sqlite", "")
    ours, theirs = [], []
    with Register.open(tmp_path / "register.sqlite") as register:
        case_id = register.new(EXAMPLE, NOON)
        for number, case in enumerate(edits(rounds)):
            content = dump_case(case).decode()
            now = NOON + timedelta(seconds=number)
            ours.append(seconds(register.save, case_id, case, now, "buyer"))
            theirs.append(
                seconds(bare.execute, "UPDATE cases SET content = ? WHERE id = 1", (content,))
            )
        assert dump_case(register.read(case_id).case).decode() == content
        assert bare.execute("SELECT content FROM cases").get == content
        fresh = cycle(edits(40))
        benchmark(lambda: register.save(case_id, next(fresh), NOON))
    bare.close()
    if benchmark.disabled:
        return
    ratio = median(ours) / median(theirs)
    print(f"\nbare {median(theirs) * 1e3:.3f} ms, ours {median(ours) * 1e3:.3f} ms: {ratio:.2f}")
    benchmark.extra_info["ratio"] = round(ratio, 2)
    assert ratio <= MOST_RATIO


def filled(path, number: int) -> None:
    """A register of many cases of different people, with all that is kept beside them."""
    with Register.open(path) as register, register.transaction():
        for n in range(number):
            case = replaced(replaced(EXAMPLE, "id", None), "buyer.surname", f"Покупатель{n:05}")
            case = replaced(case, "purchase.item", GOODS[n % len(GOODS)])
            if n % 3 == 0:
                day = (NOON - timedelta(days=n % 40)).date().isoformat()
                delivery = {"channel": "in_person", "handed_on": day}
                case = replaced(case, "delivery", delivery)
            register.new(case, NOON + timedelta(seconds=n))
    with Register.open(path) as register:
        while bring_up_to_date(register, NOON.date(), 500):
            pass


def first_page(path) -> float:
    """Seconds from nothing to what the first page shows: rows, how many, what is due."""
    start = time.perf_counter()
    with Register.open(path) as register:
        assert len(page(register, Query(), 0, 60)) >= 20
        count(register, Query())
        due(register, NOON.date(), NOON.date() + WEEK)
        return time.perf_counter() - start


def bare_opening(path) -> float:
    start = time.perf_counter()
    connection = apsw.Connection(str(path))
    connection.pragma("journal_mode", "TRUNCATE")
    connection.execute("SELECT count(*) FROM settings").fetchall()
    connection.close()
    return time.perf_counter() - start


def test_the_first_page_of_many_cases(benchmark, tmp_path):
    path = tmp_path / "register.sqlite"
    number = 30 if benchmark.disabled else 10_000
    filled(path, number)
    benchmark(first_page, path)
    beyond = median(first_page(path) for _ in range(9)) - median(
        bare_opening(path) for _ in range(9)
    )
    if benchmark.disabled:
        return
    size = path.stat().st_size / number
    print(f"\n{number} cases of {size:.0f} bytes: {beyond * 1e3:.1f} ms beyond opening")
    for text in ("покупатель00", "стиральных машин", "екатеринбург", "03777", "отжим"):
        with Register.open(path) as register:
            start = time.perf_counter()
            query = Query(text)
            found = len(page(register, query, 0, 60)), count(register, query)
            print(f"«{text}»: {found[1]} cases, {(time.perf_counter() - start) * 1e3:.1f} ms")
    for order in get_args(Order):
        with Register.open(path) as register:
            start = time.perf_counter()
            page(register, Query(order=order), 0, 60)
            print(f"by {order}: {(time.perf_counter() - start) * 1e3:.1f} ms")
    assert beyond <= MOST_SECONDS


def test_digests_of_many_cases(benchmark, tmp_path):
    """What the program works out beside a case: once after each change, and each day if it ran."""
    path = tmp_path / "register.sqlite"
    filled(path, 10 if benchmark.disabled else 300)
    with Register.open(path) as register:
        days = cycle(NOON.date() + timedelta(days=n) for n in range(1, 300))
        register.write("UPDATE digests SET made_of = ''", ())

        def all_anew():
            register.write("UPDATE digests SET made_of = ''", ())
            today = next(days)
            while bring_up_to_date(register, today, 50):
                pass

        benchmark.pedantic(all_anew, rounds=1 if benchmark.disabled else 3)
        made = register.select("SELECT count(*) FROM digests WHERE made_of <> ''")
        assert made == [(len(register.cases()),)]
