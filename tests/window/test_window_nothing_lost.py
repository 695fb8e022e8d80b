"""What the window must not lose or misname: cases others fill, unsaved answers, the day."""

from contextlib import closing, contextmanager
from datetime import UTC, datetime

import apsw
import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from window_hands import focus

from desktop_app import clock
from desktop_app.case.edit import replaced
from desktop_app.case.file import read_case
from desktop_app.clock import now
from desktop_app.errors import UserError
from desktop_app.interview.form import question_at
from desktop_app.register.register import Register
from desktop_app.window import dialogs
from desktop_app.window.cases.start_page import StartPage
from desktop_app.window.opened import open_case


@pytest.fixture
def locked(register, tmp_path):
    """`with locked():` another program writes to the register, and nobody else can."""

    @contextmanager
    def hold():
        with closing(apsw.Connection(str(tmp_path / "register.sqlite"))) as connection:
            connection.execute("BEGIN EXCLUSIVE")
            yield

    register._connection.set_busy_timeout(1)
    return hold


def type_in(window, path, text):
    window.session.type(question_at(path).question, None, text)


def test_a_case_that_another_window_filled_meanwhile_is_kept(window, register, tmp_path):
    window.new_case()
    case_id = window.session.id
    with Register.open(tmp_path / "register.sqlite") as other:
        case = replaced(other.read(case_id).case, "buyer.surname", "Орлова")
        other.save(case_id, case, now())
    window.show_start()
    assert [row.buyer for row in register.cases()] == ["Орлова"]


@pytest.mark.parametrize(
    ("asked", "value"), [("country", "RU"), ("letter_date", None), ("buyer.phone", "+7 900")]
)
def test_only_a_case_without_any_answer_is_dropped(window, register, asked, value):
    window.new_case()
    window.session._take(replaced(window.session.case, asked, value), "Проба", asked)
    window.show_start()
    assert len(register.cases()) == (value is not None)


def test_where_the_list_cannot_be_read_the_open_case_stays(window, locked, monkeypatch):
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda *words: told.append(words[1]))
    window.new_case()
    type_in(window, "buyer.surname", "Орлова")
    with locked():
        window.show_start()
        assert told == ["Список дел не читается"]
        type_in(window, "buyer.surname", "Орлова-Ким")
    assert window.session.case.buyer.surname == "Орлова-Ким"
    assert window.session.save()
    window.show_start()
    assert window.centralWidget().findChild(StartPage) is not None


def test_the_bottom_line_says_what_is_true_after_a_change_of_size(window, locked):
    window.new_case()
    with locked():
        type_in(window, "buyer.surname", "Орлова")
        assert "Не сохранено" in window._bar.saved.text()
        window.appearance.scale_by(1)
        assert "Не сохранено" in window._bar.saved.text()
    assert window.session.save()
    assert window._bar.saved.text().startswith("Сохранено")
    assert window._bar.saved.accessibleDescription() == ""


def test_a_case_opened_again_has_its_answers_that_are_not_kept_yet(window, locked, monkeypatch):
    monkeypatch.setattr(dialogs, "tell", lambda *_: None)
    window.new_case()
    first, case_id = window.session, window.session.id
    type_in(window, "buyer.surname", "Орлова")
    with locked():
        type_in(window, "buyer.surname", "Орлова-Ким")
        window._cases.leave()
        window.open_stored(case_id)
        assert window.session is first
    assert window.session.case.buyer.surname == "Орлова-Ким"


def test_the_open_case_goes_into_a_file_as_it_stands_in_the_window(
    window, locked, monkeypatch, tmp_path
):
    window.new_case()
    type_in(window, "buyer.surname", "Орлова")
    name = str(tmp_path / "дело.json")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (name, ""))
    with locked():
        type_in(window, "buyer.surname", "Орлова-Ким")
        window.save_as_file()
    assert read_case(tmp_path / "дело.json").buyer.surname == "Орлова-Ким"


def test_what_is_typed_takes_a_case_out_of_the_basket(window, register):
    window.new_case()
    type_in(window, "buyer.surname", "Орлова")
    register.to_basket(window.session.id, now())
    type_in(window, "buyer.surname", "Орлова-Ким")
    assert [row.buyer for row in register.cases()] == ["Орлова-Ким"]


def test_a_new_day_is_noticed(window, monkeypatch):
    window.show_example()
    window.session._take(replaced(window.session.case, "letter_date", None), "Проба", "letter_date")
    tomorrow = datetime(2027, 1, 2, 9, tzinfo=UTC)
    monkeypatch.setattr(open_case, "now", lambda: tomorrow)
    window._cases.look_again()
    assert window.session.today == tomorrow.date()
    assert window.session.assessment.law_as_of == tomorrow.date()
    assert clock.now() != tomorrow


def test_ctrl_f_ends_in_the_search(window):
    window.show_example()
    window.find_case()
    QApplication.processEvents()
    assert focus() is window.centralWidget().findChild(StartPage).search


def test_a_register_that_cannot_be_read_at_the_start_says_so(register, monkeypatch):
    def refuse(*_):
        raise UserError("не читается")

    monkeypatch.setattr(register, "select", refuse)
    from desktop_app.window.main_window import MainWindow

    with pytest.raises(UserError):
        MainWindow(register)


def test_an_empty_case_that_another_window_dropped_is_kept_once_it_is_told(
    window, register, monkeypatch
):
    monkeypatch.setattr(dialogs, "ask", lambda *_: 1 / 0)
    window.new_case()
    register.remove_unchanged(window.session.id, window.session.keeping.seen)
    type_in(window, "buyer.surname", "Ким")
    QApplication.processEvents()
    assert [row.buyer for row in register.cases()] == ["Ким"]
