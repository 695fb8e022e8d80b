"""Two windows on one register: nobody's answers are overwritten, nothing typed is lost.

Here no lock file can be made, so that both windows edit; see test_window_reading.py for those
where it can.
"""

import apsw
import pytest
from PySide6.QtWidgets import QApplication
from window_hands import Hands, focus

from desktop_app.clock import now
from desktop_app.register.register import Register
from desktop_app.window import dialogs
from desktop_app.window.opened import open_cases
from desktop_app.window.opened.holds import Hold
from desktop_app.window.views.saving import Saving


@pytest.fixture(autouse=True)
def no_lock_files(monkeypatch):
    """As on a file system that makes none; the other is noticed when this window looks for it."""
    monkeypatch.setattr(Hold, "take", lambda hold: True)
    monkeypatch.setattr(open_cases, "POLL_MS", 3_600_000)


@pytest.fixture
def asked(monkeypatch):
    """The titles that were asked; `asked.answers` says yes to those named in it."""

    class Asked(list):
        answers = ()

    asked = Asked()

    def ask(parent, title, text, yes, no):
        asked.append(title)
        return yes in asked.answers

    monkeypatch.setattr(dialogs, "ask", ask)
    return asked


@pytest.fixture
def both(qtbot, window, other, hands):
    """The hands on two windows that have the same case open, with a shop's name in it."""
    window.new_case()
    type_in(hands, "seller.name", "ООО «Пример»")
    other.open_stored(window.session.id)
    return hands, Hands(qtbot, other)


def be_at(hands, path):
    hands.window.activateWindow()
    hands.view.go_to(path)
    QApplication.processEvents()


def type_in(hands, path, text):
    hands.window.activateWindow()
    QApplication.processEvents()
    hands.answer(path, text)
    QApplication.processEvents()


def kept(window):
    return window.register.read(window.session.id).case


def test_what_the_other_window_told_is_shown_when_this_one_comes_to_the_front(both, asked):
    mine, theirs = both
    type_in(theirs, "buyer.surname", "Орлова")
    mine.window.activateWindow()
    QApplication.processEvents()
    assert mine.window.session.case.buyer.surname == "Орлова"
    type_in(mine, "buyer.given_name", "Анна")
    assert kept(mine.window).buyer.surname == "Орлова"
    assert kept(mine.window).buyer.given_name == "Анна"
    assert asked == []


def change_beside(window, tmp_path, surname):
    """Another program changes the case while this window stays in front."""
    from desktop_app.case.edit import replaced

    with Register.open(tmp_path / "register.sqlite") as register:
        case = register.read(window.session.id).case
        register.save(window.session.id, replaced(case, "buyer.surname", surname), now())


def test_answers_of_both_are_kept_where_they_part(both, asked, tmp_path):
    mine, _ = both
    first = mine.window.session.id
    be_at(mine, "buyer.phone")
    change_beside(mine.window, tmp_path, "Орлова")
    type_in(mine, "buyer.phone", "7")
    assert asked == ["Дело изменили в другом окне"]
    assert mine.window.session.id != first
    assert mine.view.page.rows["buyer.phone"].isAncestorOf(focus())
    type_in(mine, "buyer.phone", "8")
    assert kept(mine.window).buyer.phone == "78"
    assert kept(mine.window).buyer.surname is None
    assert mine.window.register.read(first).case.buyer.surname == "Орлова"
    assert mine.window.register.read(first).case.buyer.phone is None


def test_the_others_answers_can_be_taken_and_undo_brings_back_mine(both, asked, tmp_path):
    mine, _ = both
    asked.answers = ("Показать ответы другого окна",)
    be_at(mine, "buyer.phone")
    change_beside(mine.window, tmp_path, "Орлова")
    type_in(mine, "buyer.phone", "7")
    session = mine.window.session
    assert (session.case.buyer.surname, session.case.buyer.phone) == ("Орлова", None)
    mine.window.undo()
    assert (kept(mine.window).buyer.surname, kept(mine.window).buyer.phone) == (None, "7")


def remove_beside(window, tmp_path):
    with Register.open(tmp_path / "register.sqlite") as register:
        register.to_basket(window.session.id, now())
        register.remove(window.session.id)


def test_a_case_removed_elsewhere_is_kept_as_a_new_one(both, asked, tmp_path):
    mine, _ = both
    be_at(mine, "buyer.phone")
    remove_beside(mine.window, tmp_path)
    type_in(mine, "buyer.phone", "7")
    assert asked == ["Дело удалили в другом окне"]
    assert kept(mine.window).buyer.phone == "7"
    assert kept(mine.window).seller.name == "ООО «Пример»"


def test_a_case_removed_elsewhere_can_be_let_go(both, asked, tmp_path, register):
    mine, theirs = both
    theirs.window.show_start()
    asked.answers = ("Не сохранять",)
    be_at(mine, "buyer.phone")
    remove_beside(mine.window, tmp_path)
    type_in(mine, "buyer.phone", "7")
    assert mine.window.session is None
    assert register.cases() == ()


def test_closing_asks_once_what_shall_stand(both, asked, tmp_path):
    mine, _ = both
    session = mine.window.session
    change_beside(mine.window, tmp_path, "Орлова")
    session.keeping.keep(session.case, "seller")
    assert session.case.buyer.surname == "Орлова", "nothing of this window was lost by it"
    assert mine.window.close()
    assert asked == []


def test_a_case_without_an_answer_is_not_kept(window, register, hands):
    window.new_case()
    window.show_start()
    assert register.cases() == () and register.cases(basket=True) == ()
    window.new_case()
    hands.answer("seller.name", "О")
    window.new_case()
    window.show_start()
    assert [row.seller for row in register.cases()] == ["О"]


def test_what_could_not_be_kept_is_asked_about_also_from_the_list(window, hands, asked, tmp_path):
    window.new_case()
    hands.answer("seller.name", "О")
    lock = apsw.Connection(str(tmp_path / "register.sqlite"))
    lock.execute("BEGIN IMMEDIATE")
    hands.answer("seller.name", "К")
    window.show_start()
    assert not window.close()
    assert asked == ["Последние ответы не сохранены"]
    lock.execute("ROLLBACK")
    lock.close()
    assert window.close()
    with Register.open(tmp_path / "register.sqlite") as register:
        assert [row.seller for row in register.cases()] == ["ОК"]


def test_closing_waits_for_documents_that_are_being_saved(qtbot, window, tmp_path):
    window.show_example()
    window.go_to_step("done")
    window.case_view.page._view.save_card.save_to(tmp_path / "письма")
    assert not window.close()
    assert window.isVisible()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert len(list(tmp_path.glob("письма/*"))) == 12
    assert not Saving.running


def test_closing_asks_again_after_a_saving_that_failed(qtbot, window, tmp_path):
    window.show_example()
    window.go_to_step("done")
    card = window.case_view.page._view.save_card
    blocked = tmp_path / "файл"
    blocked.write_text("не папка")
    card.save_to(blocked / "письма")
    assert not window.close()
    qtbot.waitUntil(lambda: not Saving.running)
    assert window.isVisible()
    card.save_to(tmp_path / "письма")
    assert not window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert len(list(tmp_path.glob("письма/*"))) == 12
