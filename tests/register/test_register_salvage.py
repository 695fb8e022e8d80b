"""A damaged register gives out what can be read; what follows from the cases is made anew."""

import random
import sys
from datetime import date

import apsw
import pytest
from register_examples import NEVER_WAIT, NOON, case_of, do, fill, later, small_disk

from desktop_app.case.edit import replaced
from desktop_app.cli import main
from desktop_app.digests import bring_up_to_date
from desktop_app.errors import UserError
from desktop_app.register import kept_scans, tables
from desktop_app.register.checking import is_sound
from desktop_app.register.finding import Query, count, due, page
from desktop_app.register.register import Register
from desktop_app.register.rows import Conflict
from desktop_app.register.scan_content import Content
from desktop_app.register.versions import versions_of

TODAY = date(2026, 11, 20)
ALL = 60
PAGE = 4096


@pytest.fixture
def path(path):
    with Register.open(path, NEVER_WAIT) as register:
        fill(register, ALL)
        while bring_up_to_date(register, TODAY):
            pass
    return path


def spoil(path, number):
    data = bytearray(path.read_bytes())
    data[number * PAGE : (number + 1) * PAGE] = random.Random(2).randbytes(PAGE)
    path.write_bytes(data)


def pages_of(path, table):
    connection = apsw.Connection(str(path))
    try:
        rows = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,))
        return [root - 1 for (root,) in rows]
    finally:
        connection.close()


def spoil_case(path, surname):
    data = path.read_bytes()
    number = next(
        n
        for n in range(len(data) // PAGE)
        if surname.encode() in data[n * PAGE : (n + 1) * PAGE] and data[n * PAGE] == 13
    )
    spoil(path, number)


def run(path, capsys, *words):
    code = main([*words, "--register", str(path)])
    return code, capsys.readouterr()


def test_one_damaged_page_hides_its_own_cases_only(path):
    spoil_case(path, "Иванов33")
    with Register.open(path) as register:
        rows = register.cases()
        assert ALL - 10 < len(rows) < ALL
        assert [row.buyer for row in page(register, Query("иванов05"))] == [rows[-6].buyer]
        assert count(register, Query()) == len(rows)
        assert f"прочитать {ALL - len(rows)} д" in register.damage.replace("\xa0", " ")
        assert rows[0].status, "what is known of the readable ones stays"
        due(register, TODAY, TODAY)
        assert register.row(rows[0].id).buyer == "Иванов59 Марина Петровна"
        page(register, Query(order="buyer"), 10, 10)
        assert not is_sound(register)


@pytest.mark.parametrize("table", ["sqlite_autoindex_cases_1", "cases_by_change"])
def test_a_damaged_index_hides_no_case(path, table):
    with Register.open(path) as register:
        ids = [row.id for row in register.cases()]
    (root,) = pages_of(path, table)
    spoil(path, root)
    with Register.open(path) as register:
        assert {row.id for row in register.cases()} == set(ids)
        for case_id in ids[::20]:
            assert register.read(case_id).case.buyer.surname
        if register.damage:
            assert "все дела читаются" in register.damage


def test_commands_give_out_what_can_be_read_and_say_so_once(path, capsys, tmp_path):
    with Register.open(path) as register:
        first = str(register.cases()[0].id)
    spoil_case(path, "Иванов33")
    code, said = run(path, capsys, "cases")
    assert (code, said.err.count("нельзя прочитать")) == (0, 1) and "Иванов59" in said.out
    readable = len(said.out.splitlines()) - 1
    code, said = run(path, capsys, "cases", "show", first)
    assert code == 0 and "Иванов59" in said.out
    out = tmp_path / "out"
    code, said = run(path, capsys, "cases", "export", "--all", "--out", str(out))
    assert code == 2 and said.err.count("нельзя прочитать") == 1
    assert len(list(out.glob("*.json"))) == readable
    assert run(path, capsys, "cases", "export", first, "--out", str(out))[0] == 0
    assert run(path, capsys, "cases", "--due")[0] == 0
    assert run(path, capsys, "cases", "иванов59", "--json")[0] == 0


# `words` has no page of its own, and of its parts SQLite lets nobody drop one.
@pytest.mark.parametrize(
    ("how", "table"),
    [("lost", table) for table in tables.DERIVED]
    + [("noise", table) for table in ("digests", "days", "words_data", "words_idx")],
)
def test_what_follows_from_the_cases_is_made_anew(path, table, how):
    if how == "noise":
        (root,) = pages_of(path, table)
        spoil(path, root)
    else:
        do(path, f"DROP TABLE {table}")
    with Register.open(path, NEVER_WAIT) as register:
        assert len(page(register, Query("иванов"))) == ALL
        while bring_up_to_date(register, TODAY):
            pass
        assert len(page(register, Query("стиральная"))) == ALL
        assert all(row.status for row in register.cases())
        due(register, TODAY, date.max)
        register.new(case_of("Новый"), NOON)
        register.to_basket(register.cases()[0].id, NOON)
        register.remove(register.cases(basket=True)[0].id)
        assert register.damage == ""
        if how == "lost":
            assert is_sound(register)


@pytest.mark.parametrize("table", tables.DERIVED)
def test_a_table_lost_while_the_register_is_open_is_made_anew(path, table):
    with Register.open(path, NEVER_WAIT) as register:
        do(path, f"DROP TABLE {table}")
        assert not is_sound(register)
        assert len(page(register, Query("иванов"))) == ALL
        bring_up_to_date(register, TODAY)
        due(register, TODAY, TODAY)
        versions_of(register, register.cases()[0].id)
        assert len(page(register, Query("иванов"))) == ALL


@pytest.mark.parametrize("table", [*tables.LOSSY, *tables.DERIVED])
def test_check_says_which_tables_were_missing_once(path, capsys, table):
    do(path, f"DROP TABLE {table}")
    code, said = run(path, capsys, "cases", "check")
    assert code == 2 and f"не хватало таблиц: {table}." in said.err and "цело" not in said.out
    assert run(path, capsys, "cases", "check")[0] == 0


@pytest.mark.parametrize(("table", "word"), [("versions", "версий"), ("scans", "приложений")])
def test_any_command_says_what_a_person_has_lost(path, capsys, table, word):
    do(path, f"DROP TABLE {table}")
    code, said = run(path, capsys, "cases")
    assert code == 0 and word in said.err and "Иванов59" in said.out
    assert run(path, capsys, "cases")[1].err == ""
    with Register.open(path) as register:
        case_id = register.cases()[0].id
        kept_scans.keep(register, case_id, {"a": Content("a", b"b")})
        register.save(case_id, case_of("Иной"), later(9000))
        assert len(versions_of(register, case_id)) == 1, "the trigger is there again"


def test_an_id_that_lies_in_the_basket_is_asked_about(path):
    with Register.open(path) as register:
        ours = register.cases()[0].id
        register.to_basket(ours, NOON)
        other = replaced(register.read(ours).case, "buyer.surname", "Другой")
        conflict = register.import_case(other, later(99))
        assert isinstance(conflict, Conflict) and conflict.row.basket_on == NOON
        both = register.keep_both(conflict, later(99))
        assert both != ours and register.row(ours).basket_on == NOON
        register.replace(conflict, later(99))
        assert register.row(ours).basket_on is None
        assert register.read(ours).case.buyer.surname == "Другой"


@pytest.mark.skipif(sys.platform == "win32", reason="small disks")
def test_a_full_disk_is_told_in_a_sentence_and_still_lists(tmp_path, capsys):
    with small_disk(tmp_path / "m", "700k") as disk:
        path = disk / "register.sqlite"
        with Register.open(path) as register:
            case_id = register.new(case_of("Орлова"), NOON)
            scan = Content("a.pdf", b"%PDF-" + random.Random(1).randbytes(3_000_000))
            with pytest.raises(UserError, match="кончилось место"):
                kept_scans.keep(register, case_id, {"a": scan})
            with pytest.raises(UserError, match="кончилось место"):
                register.import_case(case_of("Вторая"), NOON, {"a": scan})
            assert len(register.cases()) == 1
        (disk / "filler").write_bytes(b"")
        with (disk / "filler").open("wb", 0) as filler, pytest.raises(OSError):
            while True:
                filler.write(bytes(1024))
        code, said = run(path, capsys, "cases")
        assert code == 0 and "Орлова" in said.out and "прежние" in said.err


def test_what_follows_a_change_that_was_taken_back_is_not_kept_either(tmp_path):
    with Register.open(tmp_path / "register.sqlite") as register:
        with pytest.raises(UserError, match="не записалось целиком"), register.transaction():
            register.new(case_of("Первая"), NOON)
            register.connection.execute("ROLLBACK")
            register.new(case_of("Вторая"), NOON)
        assert register.cases() == ()
        with pytest.raises(UserError), register.transaction():
            register.new(case_of("Первая"), NOON)
            register.connection.execute("ROLLBACK")
        with pytest.raises(ZeroDivisionError), register.transaction():
            register.new(case_of("Первая"), NOON)
            with register.transaction():
                register.new(case_of("Вторая"), NOON)
            raise ZeroDivisionError
        assert register.cases() == ()
        with register.transaction():
            register.new(case_of("Первая"), NOON)
            with pytest.raises(ZeroDivisionError), register.transaction():
                register.new(case_of("Вторая"), NOON)
                raise ZeroDivisionError
        assert len(register.cases()) == 1
