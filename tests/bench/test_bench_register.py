"""One kept answer against a bare apsw transaction of the same bytes, in the same run.

The bare one updates one text in a table of two columns, with the same journal
and syncing. The ratio is asserted only under `--benchmark-enable`.
"""

import time
from datetime import UTC, datetime, timedelta
from itertools import cycle
from statistics import median

import apsw

from desktop_app import paths
from desktop_app.case.edit import replaced
from desktop_app.case.file import dump_case, read_case
from desktop_app.register.register import Register

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
EXAMPLE = read_case(paths.resource("examples", "refund.json"))
ROUNDS = 300
MOST_RATIO = 3


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


def test_listing_a_thousand_cases(benchmark, tmp_path):
    with Register.open(tmp_path / "register.sqlite") as register:
        for number in range(20 if benchmark.disabled else 1000):
            register.new(replaced(EXAMPLE, "id", None), NOON + timedelta(seconds=number))
        assert len(benchmark(register.cases)) >= 20
