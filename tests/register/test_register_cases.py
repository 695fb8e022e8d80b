"""Keeping, listing, the basket, and what stands in the file afterwards."""

import os
import subprocess
import sys
from uuid import UUID, uuid4

import apsw
import pytest
from register_examples import EXAMPLE, NOON, assert_sound, case_of, later

from desktop_app.case.edit import replaced, with_row
from desktop_app.case.file import dump_case
from desktop_app.case.model import AcceptedRisk, Case
from desktop_app.errors import UserError
from desktop_app.register.faults import ChangedError, GoneError
from desktop_app.register.location import default_path
from desktop_app.register.register import Register


@pytest.fixture
def path(tmp_path):
    return tmp_path / "дела покупателя" / "register.sqlite"


@pytest.fixture
def register(path):
    with Register.open(path) as opened:
        yield opened


def test_a_new_register_is_empty_and_has_its_own_folder(register, path):
    assert register.cases() == register.cases(basket=True) == ()
    assert path.is_file()
    if os.name != "nt":
        assert path.stat().st_mode & 0o077 == path.parent.stat().st_mode & 0o077 == 0


def test_a_new_case_gets_an_id_and_bears_it(register):
    case_id = register.new(Case(), NOON)
    assert register.read(case_id).case == Case(id=case_id)
    assert case_id.version == 4


def test_a_case_with_an_id_keeps_it(register):
    assert register.new(EXAMPLE, NOON) == EXAMPLE.id
    assert register.read(EXAMPLE.id).case == EXAMPLE


def test_a_taken_id_is_not_overwritten(register):
    register.new(EXAMPLE, NOON)
    other = register.new(replaced(EXAMPLE, "buyer.surname", "Другая"), NOON)
    assert other != EXAMPLE.id
    assert register.read(EXAMPLE.id).case == EXAMPLE
    assert register.read(other).case.id == other


def test_what_was_saved_is_there_after_closing(path):
    with Register.open(path) as register:
        case_id = register.new(case_of("Ёлкина"), NOON)
        case = replaced(register.read(case_id).case, "purchase.item", "Пылесос «Вихрь» 🌀 é")
        assert register.save(case_id, case, later(5), step="repairs") == later(5)
    with Register.open(path) as register:
        stored = register.read(case_id)
    assert (stored.case, stored.step) == (case, "repairs")
    assert (stored.created_on, stored.changed_on) == (NOON, later(5))


def test_what_the_form_remembers_is_kept(register):
    case = replaced(EXAMPLE, "answers.unreadable", {"purchase.price": " сорок тысяч "})
    case = replaced(case, "answers.unknown", ("purchase.serial_number",))
    case = with_row(case, "answers.accepted_risks", AcceptedRisk("loan", {"bank": "АО"}))
    case_id = register.new(case, NOON)
    assert register.read(case_id).case == case


def test_the_list_shows_by_what_a_case_is_known_newest_change_first(register):
    first = register.new(case_of("Первая"), NOON)
    second = register.new(case_of("Вторая"), later(1))
    assert [row.id for row in register.cases()] == [second, first]
    register.save(first, case_of("Первая-Новая"), later(2), "seller")
    row = register.cases()[0]
    assert (row.id, row.buyer, row.step) == (first, "Первая-Новая Марина Петровна", "seller")
    assert (row.item, row.seller) == (EXAMPLE.purchase.item, EXAMPLE.seller.name)
    assert row.kind == "refund"
    assert (row.created_on, row.changed_on, row.basket_on) == (NOON, later(2), None)


def test_an_empty_case_is_listed_without_title(register):
    register.new(Case(), NOON)
    row = register.cases()[0]
    assert (row.buyer, row.item, row.seller, row.kind, row.step) == (None,) * 5


def test_changes_at_the_same_moment_list_the_later_case_first(register):
    ids = [register.new(case_of("Тёзка"), NOON) for _ in range(3)]
    assert [row.id for row in register.cases()] == ids[::-1]


def test_a_moment_without_zone_is_of_this_computer(register):
    naive = NOON.astimezone().replace(tzinfo=None)
    assert register.read(register.new(Case(), naive)).changed_on == NOON


def test_the_same_answers_are_not_written_again(register, path):
    case_id = register.new(EXAMPLE, NOON, "repairs")
    before = path.read_bytes()
    assert register.save(case_id, EXAMPLE, later(60)) == NOON
    assert register.save(case_id, EXAMPLE, later(60), "repairs") == NOON
    assert path.read_bytes() == before


def test_a_new_step_alone_is_kept_and_leaves_the_case_as_old_as_it_was(register):
    case_id = register.new(EXAMPLE, NOON, "repairs")
    assert register.save(case_id, EXAMPLE, later(60), "seller") == NOON
    stored = register.read(case_id)
    assert (stored.step, stored.changed_on) == ("seller", NOON)


def test_saving_without_a_step_leaves_the_step(register):
    case_id = register.new(EXAMPLE, NOON, "repairs")
    register.save(case_id, replaced(EXAMPLE, "buyer.phone", "+7"), later(1))
    assert register.read(case_id).step == "repairs"


def test_a_case_is_not_saved_under_the_id_of_another(register):
    case_id = register.new(case_of("Своя"), NOON)
    with pytest.raises(ValueError, match="not to be kept"):
        register.save(case_id, EXAMPLE, NOON)


def test_the_basket_takes_a_case_out_of_the_list_and_gives_it_back(register):
    case_id = register.new(EXAMPLE, NOON)
    register.to_basket(case_id, later(1))
    register.to_basket(case_id, later(2))
    assert register.cases() == ()
    assert [row.basket_on for row in register.cases(basket=True)] == [later(1)]
    assert register.read(case_id).basket_on == later(1)
    register.from_basket(case_id)
    assert register.cases(basket=True) == ()
    assert register.read(case_id).case == EXAMPLE


def test_the_basket_shows_the_last_removed_first(register):
    first, second = register.new(case_of("А"), later(9)), register.new(case_of("Б"), NOON)
    register.to_basket(first, later(10))
    register.to_basket(second, later(11))
    assert [row.id for row in register.cases(basket=True)] == [second, first]


def test_new_answers_take_a_case_out_of_the_basket_and_a_step_does_not(register):
    case_id = register.new(EXAMPLE, NOON)
    register.to_basket(case_id, later(1))
    register.save(case_id, EXAMPLE, later(2), "seller")
    assert len(register.cases(basket=True)) == 1
    assert register.save(case_id, replaced(EXAMPLE, "buyer.phone", "+7"), later(2)) == later(2)
    assert register.cases(basket=True) == () and len(register.cases()) == 1


def test_a_case_is_dropped_only_while_it_is_what_it_was(register):
    case_id = register.new(EXAMPLE, NOON)
    register.save(case_id, replaced(EXAMPLE, "buyer.phone", "+7"), later(1))
    assert not register.remove_unchanged(case_id, NOON)
    assert len(register.cases()) == 1
    assert register.remove_unchanged(case_id, later(1))
    assert register.cases() == ()


def test_only_the_basket_is_emptied(register):
    case_id = register.new(EXAMPLE, NOON)
    with pytest.raises(UserError, match="нет в корзине"):
        register.remove(case_id)
    register.to_basket(case_id, NOON)
    register.remove(case_id)
    assert register.cases() == register.cases(basket=True) == ()


def test_what_was_removed_is_not_left_readable_in_the_file(register, path):
    secret = "НЕПОВТОРИМОЕ-СЛОВО" * 400
    case_id = register.new(replaced(EXAMPLE, "repairs[0].defect", secret), NOON)
    assert "НЕПОВТОРИМОЕ".encode() in path.read_bytes()
    register.to_basket(case_id, NOON)
    register.remove(case_id)
    for file in path.parent.iterdir():
        assert "НЕПОВТОРИМОЕ".encode() not in file.read_bytes()


@pytest.mark.parametrize(
    "use",
    [
        lambda register, case_id, path: register.read(case_id),
        lambda register, case_id, path: register.save(case_id, case_of("Я"), NOON),
        lambda register, case_id, path: register.to_basket(case_id, NOON),
        lambda register, case_id, path: register.from_basket(case_id),
        lambda register, case_id, path: register.remove(case_id),
        lambda register, case_id, path: register.export_file(case_id, path),
    ],
)
def test_a_case_that_is_gone_is_told_of_in_a_sentence(register, tmp_path, use):
    with pytest.raises(GoneError, match="удалили в другом окне"):
        use(register, uuid4(), tmp_path / "x.json")
    assert not (tmp_path / "x.json").exists()


def test_settings_are_kept_changed_and_forgotten(path):
    with Register.open(path) as register:
        assert register.setting("scale") is None
        register.set_setting("scale", "120")
        register.set_setting("recent", "дело 1\nдело 2")
        register.set_setting("scale", "140")
    with Register.open(path) as register:
        assert register.setting("scale") == "140"
        before = path.read_bytes()
        register.set_setting("scale", "140")
        assert path.read_bytes() == before
        register.set_setting("scale", None)
        assert (register.setting("scale"), register.setting("recent")) == (None, "дело 1\nдело 2")


def test_a_thousand_cases_are_listed_each_once(register, path):
    ids = {register.new(case_of(f"Номер {n}"), later(n)) for n in range(1000)}
    rows = register.cases()
    assert {row.id for row in rows} == ids
    assert [row.changed_on for row in rows] == sorted(
        (row.changed_on for row in rows), reverse=True
    )


def test_two_windows_see_each_others_changes(register, path):
    case_id = register.new(EXAMPLE, NOON)
    with Register.open(path) as other:
        case = replaced(other.read(case_id).case, "buyer.phone", "+7 000")
        other.save(case_id, case, later(1))
        assert register.read(case_id).case == case
        other.to_basket(case_id, NOON)
        assert register.cases() == ()


def test_answers_of_another_window_are_not_overwritten(register, path):
    case_id = register.new(EXAMPLE, NOON)
    mine = replaced(EXAMPLE, "buyer.phone", "+7 111")
    with Register.open(path) as other:
        theirs = replaced(EXAMPLE, "buyer.phone", "+7 000")
        seen = other.save(case_id, theirs, later(1), seen=NOON)
    with pytest.raises(ChangedError):
        register.save(case_id, mine, later(2), "seller", seen=NOON)
    stored = register.read(case_id)
    assert (stored.case, stored.step, stored.changed_on) == (theirs, None, seen)
    assert register.save(case_id, theirs, later(3), seen=NOON) == seen
    assert register.save(case_id, mine, later(4), seen=seen) == later(4)


def test_a_case_of_a_newer_program_says_so_and_can_still_be_exported(register, path, tmp_path):
    case_id = register.new(EXAMPLE, NOON)
    content = dump_case(EXAMPLE).replace(b'"version": 1', b'"version": 999')
    connection = apsw.Connection(str(path))
    connection.execute("UPDATE cases SET content = ?", (content.decode(),))
    connection.close()
    with pytest.raises(UserError, match="более новой программой"):
        register.read(case_id)
    register.export_file(case_id, tmp_path / "дело.json")
    assert (tmp_path / "дело.json").read_bytes() == content


def test_closing_twice_is_closing(path):
    register = Register.open(path)
    register.close()
    register.close()
    assert_sound(path)


def test_the_users_own_folder_is_absolute_and_named_after_the_program():
    assert default_path().is_absolute()
    assert default_path().parent.name == "pretenziya"


def test_importing_the_register_loads_no_database():
    script = (
        "import sys, desktop_app.register.register, desktop_app.register.history,"
        "desktop_app.register.location; print([m for m in ('apsw', 'platformdirs', 'PySide6')"
        " if m in sys.modules])"
    )
    printed = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    ).stdout
    assert printed.strip() == "[]"


def test_the_row_id_is_a_uuid(register):
    register.new(EXAMPLE, NOON)
    assert isinstance(register.cases()[0].id, UUID)


def test_a_change_by_another_program_gives_another_number_and_an_own_one_does_not(register, path):
    seen = register.data_version()
    register.new(EXAMPLE, NOON)
    assert register.data_version() == seen
    with Register.open(path) as other:
        other.new(case_of("Другая"), NOON)
    assert register.data_version() != seen
