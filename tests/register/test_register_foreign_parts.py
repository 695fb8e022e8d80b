"""A register that somebody hands over may hold parts that are not ours: they never run."""

import apsw
import pytest
from register_examples import NEVER_WAIT, NOON, case_of, do, fill, later

from desktop_app.errors import UserError
from desktop_app.register import tables
from desktop_app.register.faults import DamagedError
from desktop_app.register.register import Register

ALL = 3


@pytest.fixture
def path(path):
    with Register.open(path, NEVER_WAIT) as register:
        fill(register, ALL)
    return path


def test_without_the_table_of_cases_it_is_damaged(path):
    do(path, "DROP TABLE cases")
    with pytest.raises(DamagedError):
        Register.open(path)


HOSTILE = {
    "trigger": "CREATE TRIGGER evil AFTER INSERT ON cases BEGIN DELETE FROM cases; END",
    "view": "CREATE VIEW evil AS SELECT * FROM cases",
    "instead": "CREATE VIEW w AS SELECT 1 AS a",
    "index": "CREATE UNIQUE INDEX evil ON cases (kind, step) WHERE 0",
    "on settings": "CREATE TRIGGER \"e\"\"vil\" AFTER INSERT ON settings BEGIN"
    " UPDATE cases SET content = 'x'; END",
}  # fmt: skip


@pytest.mark.parametrize("statement", HOSTILE.values(), ids=HOSTILE)
def test_what_is_not_ours_is_dropped_at_opening(path, statement):
    do(path, statement)
    with Register.open(path) as register:
        register.new(case_of("Новый"), NOON)
        register.set_setting("theme", "dark")
        assert len(register.cases()) == ALL + 1
        assert register.read(register.cases()[0].id).case
        assert tables.is_complete(register.connection)


def test_a_trigger_in_the_name_of_ours_is_replaced(path):
    do(path, "DROP TRIGGER keep_version")
    do(path, "CREATE TRIGGER keep_version BEFORE UPDATE ON cases BEGIN DELETE FROM cases; END")
    with Register.open(path) as register:
        register.save(register.cases()[0].id, case_of("Иной"), later(9000))
        assert len(register.cases()) == ALL and tables.is_complete(register.connection)


def test_a_view_in_the_place_of_the_cases_is_damage(path):
    do(path, "ALTER TABLE cases RENAME TO hidden")
    do(path, "CREATE VIEW cases AS SELECT * FROM hidden")
    with pytest.raises(DamagedError):
        Register.open(path)


def test_a_trigger_that_can_not_be_dropped_refuses_the_file(path):
    do(path, HOSTILE["trigger"])
    other = apsw.Connection(str(path))
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(UserError, match="занято"):
        Register.open(path, NEVER_WAIT)
    other.execute("ROLLBACK")
    other.close()


def test_columns_that_are_not_ours_are_damage(path):
    do(path, "ALTER TABLE cases ADD COLUMN more TEXT AS (content || content)")
    with pytest.raises(DamagedError):
        Register.open(path)
