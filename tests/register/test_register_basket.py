"""The basket keeps a case for thirty days; a clock that errs for a day takes nothing."""

from datetime import date, datetime, timedelta, timezone

import apsw
import pytest
from register_examples import NEVER_WAIT, case_of

from desktop_app.errors import UserError
from desktop_app.register.basket import empty_old, kept_until
from desktop_app.register.register import Register

MOSCOW = timezone(timedelta(hours=3))
PUT = datetime(2026, 11, 20, 15, 5, tzinfo=MOSCOW)


def day(year, month, day, hour=12):
    return datetime(year, month, day, hour, tzinfo=MOSCOW)


@pytest.fixture
def register(tmp_path):
    with Register.open(tmp_path / "register.sqlite", NEVER_WAIT) as opened:
        yield opened


@pytest.fixture
def put_away(register):
    case_id = register.new(case_of("Орлова"), PUT)
    register.to_basket(case_id, PUT)
    return case_id


def there(register):
    return len(register.cases(basket=True))


def test_a_case_is_said_to_be_kept_for_thirty_days(register, put_away):
    assert kept_until(register.row(put_away).basket_on, PUT) == date(2026, 12, 20)


def test_on_the_last_day_and_on_the_first_day_after_it_stays(register, put_away):
    for now in (day(2026, 12, 19), day(2026, 12, 20, 23), day(2026, 12, 21, 0)):
        assert empty_old(register, now) == 0
    assert there(register) == 1


def test_on_a_second_day_after_the_last_it_goes_for_ever(register, put_away):
    assert empty_old(register, day(2026, 12, 21)) == 0
    assert empty_old(register, day(2026, 12, 21, 23)) == 0, "the same day again"
    assert empty_old(register, day(2026, 12, 22)) == 1
    assert there(register) == 0 and register.cases() == ()


def test_after_a_long_time_away_one_can_still_look_into_the_basket_for_a_day(register, put_away):
    empty_old(register, day(2026, 11, 21))
    assert empty_old(register, day(2027, 6, 1)) == 0
    assert empty_old(register, day(2027, 6, 2)) == 1


def test_a_clock_far_ahead_for_a_day_takes_nothing(register, put_away):
    empty_old(register, day(2026, 11, 21))
    assert empty_old(register, day(2036, 1, 1)) == 0
    assert empty_old(register, day(2036, 1, 1, 20)) == 0
    for back in (21, 22, 23):
        assert empty_old(register, day(2026, 11, back)) == 0
    assert empty_old(register, day(2037, 1, 1)) == 0, "again, years later: the first counts no more"
    assert there(register) == 1


def test_a_clock_that_is_wrong_from_the_first_day_takes_nothing(register, put_away):
    assert empty_old(register, day(2036, 1, 1)) == 0
    assert empty_old(register, day(2026, 11, 22)) == 0
    assert there(register) == 1


def test_cases_that_are_not_in_the_basket_or_not_for_long_stay(register, put_away):
    fresh = register.new(case_of("Новая"), PUT)
    register.to_basket(fresh, day(2026, 12, 1))
    kept = register.new(case_of("Живая"), day(2020, 1, 1))
    empty_old(register, day(2026, 12, 24))
    assert empty_old(register, day(2026, 12, 25)) == 1
    assert [row.id for row in register.cases(basket=True)] == [fresh]
    assert [row.id for row in register.cases()] == [kept]


def test_a_damaged_memory_of_the_days_counts_as_none(register, put_away):
    empty_old(register, day(2027, 1, 1))
    register.set_setting("basket_ran_on", "вчера 2027-99-99")
    assert empty_old(register, day(2027, 1, 2)) == 0
    assert empty_old(register, day(2027, 1, 3)) == 1


def test_where_the_register_is_held_nothing_is_removed(register, put_away, tmp_path):
    empty_old(register, day(2027, 1, 1))
    other = apsw.Connection(str(tmp_path / "register.sqlite"))
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(UserError):
        empty_old(register, day(2027, 1, 2))
    other.execute("ROLLBACK")
    other.close()
    assert there(register) == 1
    assert empty_old(register, day(2027, 1, 2)) == 1, "nor was the day remembered half"


def test_put_away_by_a_clock_in_the_past_it_stays_for_thirty_days(register):
    case_id = register.new(case_of("Орлова"), PUT)
    empty_old(register, day(2026, 11, 19))
    register.to_basket(case_id, day(2010, 1, 1))
    assert empty_old(register, day(2026, 11, 20)) == 0
    assert empty_old(register, day(2026, 11, 21)) == 0
    assert empty_old(register, day(2026, 12, 20)) == 0
    assert kept_until(register.row(case_id).basket_on, PUT) == date(2026, 12, 20)
    assert empty_old(register, day(2026, 12, 21)) == 0
    assert empty_old(register, day(2026, 12, 22)) == 1


@pytest.mark.parametrize("behind", [day(2010, 1, 1), day(2026, 9, 1)])
def test_days_of_a_clock_that_is_behind_do_not_count(register, behind):
    case_id = register.new(case_of("Орлова"), PUT)
    empty_old(register, day(2026, 11, 18))
    empty_old(register, day(2026, 11, 19))
    empty_old(register, behind)
    register.to_basket(case_id, behind)
    empty_old(register, behind + timedelta(days=1))
    for today in (20, 21, 22):
        assert empty_old(register, day(2026, 11, today)) == 0
    assert empty_old(register, day(2026, 12, 21)) == 0
    assert empty_old(register, day(2026, 12, 22)) == 1


def test_put_away_by_a_clock_in_the_future_it_does_not_stay_for_years(register):
    case_id = register.new(case_of("Орлова"), PUT)
    empty_old(register, day(2026, 11, 20))
    empty_old(register, day(2036, 1, 1))
    register.to_basket(case_id, day(2036, 1, 1))
    assert empty_old(register, day(2026, 11, 21)) == 0
    assert kept_until(register.row(case_id).basket_on, PUT) == date(2026, 12, 21)
    assert empty_old(register, day(2026, 12, 22)) == 0
    assert empty_old(register, day(2026, 12, 23)) == 1


def test_a_clock_years_ahead_for_two_days_takes_nothing(register, put_away):
    empty_old(register, day(2026, 11, 21))
    assert empty_old(register, day(2036, 1, 1)) == 0
    assert empty_old(register, day(2036, 1, 2)) == 0
    assert empty_old(register, day(2026, 11, 22)) == 0
    assert there(register) == 1
