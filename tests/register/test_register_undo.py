"""The way back and the way forth of one open case."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from register_examples import EXAMPLE, NOON, later

from desktop_app.case.edit import replaced
from desktop_app.register.history import LIMIT, PAUSE, Undo

LONG = PAUSE.total_seconds() + 0.001


def phone(text):
    return replaced(EXAMPLE, "buyer.phone", text)


def typed(*presses):
    """An Undo after these presses in the telephone's field: (text, second)."""
    undo = Undo(EXAMPLE)
    for text, second in presses:
        undo.push(phone(text), "Телефон", "buyer.phone", later(second))
    return undo


def test_nothing_was_done_yet():
    undo = Undo(EXAMPLE)
    assert (undo.next_undo, undo.next_redo, undo.undo(), undo.redo()) == (None,) * 4
    assert undo.case == EXAMPLE


def test_a_change_is_taken_back_and_done_again():
    undo = typed(("1", 0))
    change = undo.undo()
    assert (change.label, change.path, change.before, change.after) == (
        "Телефон", "buyer.phone", EXAMPLE, phone("1"),
    )  # fmt: skip
    assert undo.case == EXAMPLE and undo.next_redo == change
    assert undo.redo() == change == undo.next_undo
    assert undo.case == phone("1")


def test_typing_is_taken_back_at_once():
    undo = typed(("1", 0), ("12", 0.5), ("123", 1.5))
    assert undo.undo().after == phone("123")
    assert undo.case == EXAMPLE and undo.next_undo is None


def test_the_limit_of_the_pause_itself_is_still_quick():
    undo = typed(("1", 0), ("12", PAUSE.total_seconds()))
    undo.undo()
    assert undo.case == EXAMPLE


def test_after_a_pause_a_new_change_begins():
    undo = typed(("1", 0), ("12", LONG))
    undo.undo()
    assert undo.case == phone("1")


def test_a_clock_set_back_begins_a_new_change():
    undo = typed(("1", 0), ("12", -0.1))
    undo.undo()
    assert undo.case == phone("1")


def test_another_answer_is_another_change_however_soon():
    undo = typed(("1", 0))
    both = replaced(phone("1"), "buyer.email", "a@example.org")
    undo.push(both, "Почта", "buyer.email", later(0.1))
    assert undo.undo().path == "buyer.email"
    assert undo.case == phone("1")


def test_leaving_the_field_ends_the_change():
    undo = typed(("1", 0))
    undo.settle()
    undo.push(phone("12"), "Телефон", "buyer.phone", later(0.1))
    undo.undo()
    assert undo.case == phone("1")


@pytest.mark.parametrize("way", ["undo", "redo"])
def test_a_change_does_not_go_on_with_one_that_was_taken_back_or_done_again(way):
    undo = typed(("1", 0), ("12", LONG))
    undo.undo()
    if way == "redo":
        undo.redo()
    stood = undo.case
    undo.push(phone("9"), "Телефон", "buyer.phone", later(LONG + 0.1))
    undo.undo()
    assert undo.case == stood


def test_a_new_change_forgets_what_was_taken_back():
    undo = typed(("1", 0))
    undo.undo()
    undo.push(phone("2"), "Телефон", "buyer.phone", later(9))
    assert undo.next_redo is None


def test_the_same_case_is_no_change_and_forgets_nothing():
    undo = typed(("1", 0))
    undo.undo()
    undo.push(EXAMPLE, "Телефон", "buyer.phone", later(9))
    assert undo.next_undo is None and undo.next_redo is not None


def test_typing_that_ends_where_it_began_is_no_change():
    undo = typed(("1", 0), (EXAMPLE.buyer.phone, 0.5))
    assert undo.next_undo is None and undo.case == EXAMPLE
    undo.push(phone("2"), "Телефон", "buyer.phone", later(0.6))
    assert undo.undo().before == EXAMPLE


def test_the_oldest_changes_are_forgotten():
    undo = typed(*((str(n), n * 10) for n in range(LIMIT + 5)))
    taken_back = 0
    while undo.undo():
        taken_back += 1
    assert taken_back == LIMIT == 200
    assert undo.case == phone("4")


PRESSES = st.lists(
    st.one_of(
        st.tuples(
            st.sampled_from(["buyer.phone", "buyer.email", "seller.inn"]),
            st.sampled_from(["a", "b", None]),
            st.sampled_from([0, 0.4, 5]),
        ),
        st.sampled_from(["undo", "redo", "settle"]),
    ),
    max_size=40,
)


@given(PRESSES)
def test_all_the_way_back_and_forth_gives_the_same_cases(presses):
    undo, moment = Undo(EXAMPLE), NOON
    for press in presses:
        if isinstance(press, str):
            getattr(undo, press)()
            continue
        path, value, seconds = press
        moment += timedelta(seconds=seconds)
        case = replaced(undo.case, path, value)
        undo.push(case, path, path, moment)
        assert undo.case == case
    end, back = undo.case, []
    while undo.next_redo:
        end = undo.redo().after
    while change := undo.undo():
        assert undo.case == change.before != change.after
        back.append(change)
    assert undo.case == EXAMPLE
    forth = [undo.redo() for _ in back]
    assert forth == back[::-1]
    assert undo.case == end
