"""Every pause in typing leaves a version; the newest and one a day of the older ones stay."""

from datetime import timedelta

import pytest
from register_examples import EXAMPLE, NOON, case_of, later

from desktop_app.case.edit import replaced
from desktop_app.errors import UserError
from desktop_app.register.faults import GoneError
from desktop_app.register.register import Register
from desktop_app.register.versions import keep_now, version, versions_of


@pytest.fixture
def register(tmp_path):
    with Register.open(tmp_path / "register.sqlite") as opened:
        yield opened


def typed(register, case_id, moments):
    case = register.read(case_id).case
    for number, at in enumerate(moments):
        case = replaced(case, "purchase.item", f"Ноутбук {number}")
        register.save(case_id, case, at)


def items(register, case_id):
    found = versions_of(register, case_id)
    return [version(register, case_id, one.number).purchase.item for one in found]


def test_typing_is_one_version_and_a_pause_begins_another(register):
    case_id = register.new(EXAMPLE, NOON)
    typed(register, case_id, [later(s) for s in (60, 61, 62, 65, 74, 90, 91, 120)])
    assert items(register, case_id) == ["Ноутбук 6", "Ноутбук 4", "Стиральная машина"]
    assert [one.since for one in versions_of(register, case_id)] == [later(91), later(74), NOON]


def test_typing_without_a_pause_is_kept_every_five_minutes(register):
    case_id = register.new(EXAMPLE, NOON)
    typed(register, case_id, [later(5 * n) for n in range(1, 130)])
    assert len(versions_of(register, case_id)) == 2


def test_a_clock_set_back_loses_no_version(register):
    case_id = register.new(EXAMPLE, NOON)
    typed(register, case_id, [later(60), later(-86_400), later(-86_000)])
    assert items(register, case_id) == ["Ноутбук 1", "Ноутбук 0", "Стиральная машина"]


def test_a_save_of_the_same_answers_or_of_a_step_is_no_version(register):
    case_id = register.new(EXAMPLE, NOON)
    register.save(case_id, EXAMPLE, later(100), "seller")
    assert versions_of(register, case_id) == ()


def test_beyond_a_hundred_the_last_of_each_day_stays(register):
    case_id = register.new(EXAMPLE, NOON)
    old = [NOON + timedelta(days=day, seconds=60 * n) for day in range(3) for n in range(1, 31)]
    new = [NOON + timedelta(days=5, seconds=60 * n) for n in range(120)]
    typed(register, case_id, old + new)
    found = versions_of(register, case_id)
    days = [one.since.date() for one in found]
    assert len(found) == 103
    assert days[99:] == [(NOON + timedelta(days=n)).date() for n in (5, 2, 1, 0)]
    assert found[100].since == old[89]


def test_versions_go_with_their_case_and_belong_to_it_alone(register):
    case_id = register.new(EXAMPLE, NOON)
    other = register.new(case_of("Другая"), NOON)
    typed(register, case_id, [later(60)])
    number = versions_of(register, case_id)[0].number
    with pytest.raises(GoneError):
        version(register, other, number)
    register.to_basket(case_id, later(70))
    register.remove(case_id)
    assert register.select("SELECT count(*) FROM versions") == [(0,)]


def test_a_version_can_be_kept_though_no_pause_has_come(register):
    case_id = register.new(EXAMPLE, NOON)
    typed(register, case_id, [later(60), later(61)])
    assert items(register, case_id) == ["Стиральная машина"]
    keep_now(register, case_id, later(62))
    register.save(case_id, EXAMPLE, later(62))
    assert items(register, case_id) == ["Ноутбук 1", "Стиральная машина"]
    assert versions_of(register, case_id)[0].since == later(61)


@pytest.mark.parametrize("pause", [8, 9, 10, 30, 299, 300, 301, -5])
def test_a_version_is_never_kept_twice(register, pause):
    case_id = register.new(EXAMPLE, NOON)
    typed(register, case_id, [later(60)])
    keep_now(register, case_id, later(60 + pause))
    register.save(case_id, EXAMPLE, later(60 + pause))
    assert items(register, case_id) == ["Ноутбук 0", "Стиральная машина"]


def test_a_version_of_a_newer_program_is_said_to_be_one(register):
    case_id = register.new(EXAMPLE, NOON)
    typed(register, case_id, [later(60)])
    content = '{"format": "claim-case", "version": 99}'
    register.write("UPDATE versions SET content = ?", (content,))
    with pytest.raises(UserError, match="более новая программа"):
        version(register, case_id, versions_of(register, case_id)[0].number)
