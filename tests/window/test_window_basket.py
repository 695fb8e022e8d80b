"""The window empties the basket of what is old, and says until when the rest is kept."""

from datetime import timedelta

import apsw
from PySide6.QtWidgets import QApplication

from desktop_app.case.edit import replaced
from desktop_app.case.model import Case
from desktop_app.clock import now
from desktop_app.register.basket import empty_old
from desktop_app.register.register import Register
from desktop_app.russian.dates import full
from desktop_app.window import housekeeping
from desktop_app.window.cases.case_words import below
from desktop_app.window.cases.start_page import StartPage
from desktop_app.window.main_window import MainWindow


def put_away(register, days):
    case_id = register.new(replaced(Case(), "buyer.surname", "Орлова"), now() - timedelta(days))
    register.to_basket(case_id, now() - timedelta(days))
    return case_id


def test_the_second_line_says_until_when_a_case_is_kept(register):
    case_id = put_away(register, 0)
    words = below(register.row(case_id), now()).replace("\xa0", " ")
    last = full((now() + timedelta(30)).date()).replace("\xa0", " ")
    assert words.startswith(f"удалится после {last} ")


def test_a_new_window_empties_the_basket_and_shows_it(qtbot, register):
    put_away(register, 40)
    put_away(register, 10)
    empty_old(register, now() - timedelta(1))
    window = MainWindow(register)
    qtbot.addWidget(window)
    page = window.findChild(StartPage)
    assert page.basket.text() == "Корзина (2)"
    window.show()
    qtbot.waitUntil(lambda: page.basket.text() == "Корзина (1)", timeout=5000)
    assert len(register.cases(basket=True)) == 1


def test_a_register_that_is_held_does_not_trouble_the_window(qtbot, tmp_path):
    path = tmp_path / "register.sqlite"
    with Register.open(path, wait_ms=0) as register:
        put_away(register, 40)
        empty_old(register, now() - timedelta(1))
        window = MainWindow(register)
        qtbot.addWidget(window)
        window.show()
        other = apsw.Connection(str(path))
        other.execute("BEGIN IMMEDIATE")
        housekeeping.tidy_up(window)
        other.execute("ROLLBACK")
        other.close()
        assert len(register.cases(basket=True)) == 1
        housekeeping.tidy_up(window)
        assert register.cases(basket=True) == ()
        window.close()
        QApplication.processEvents()
