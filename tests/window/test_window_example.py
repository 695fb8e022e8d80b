"""The example: told as one, opened as it was left, never in the way of a case of one's own."""

from desktop_app.case.edit import replaced
from desktop_app.clock import now
from desktop_app.window import dialogs


def change(window, path, value):
    window.session._take(replaced(window.session.case, path, value), "Проба", path)


def test_it_opens_as_it_was_left_and_asks_nothing(window, monkeypatch):
    monkeypatch.setattr(dialogs, "conflict", lambda *_: 1 / 0)
    window.show_example()
    first = window.session.id
    change(window, "purchase.price", None)
    window.show_start()
    window.show_example()
    assert window.session.id == first
    assert window.session.case.purchase.price is None


def test_it_is_called_an_example_while_its_people_are_invented(window):
    window.show_example()
    assert window.windowTitle().startswith("Пример: ")
    assert not window.case_view.steps._example.isHidden()
    change(window, "buyer.surname", "Своя")
    assert window.case_view.steps._example.isHidden()
    assert not window.windowTitle().startswith("Пример")


def test_a_case_made_of_it_stands_beside_a_new_example(window, register):
    window.show_example()
    own = window.session.id
    change(window, "buyer.surname", "Своя")
    window.show_example()
    assert window.session.id != own
    assert {row.buyer.split()[0] for row in register.cases()} == {"Орлова", "Своя"}


def test_after_it_was_thrown_away_changed_it_comes_whole(window, register):
    window.show_example()
    change(window, "purchase.price", None)
    gone = window.session.id
    window.show_start()
    register.to_basket(gone, now())
    window.show_example()
    assert window.session.case.purchase.price is not None
