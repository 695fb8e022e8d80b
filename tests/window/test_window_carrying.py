"""«Выгрузить все дела», «Взять дела», «Передать дело»: what is asked, and what is done then."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QMessageBox

from desktop_app.case.edit import replaced
from desktop_app.case.file import dump_case, read_case
from desktop_app.case.model import Attachment
from desktop_app.clock import now
from desktop_app.register import kept_scans, transfer
from desktop_app.register.scan_content import Content
from desktop_app.window.cases import carrying
from desktop_app.window.cases.example import EXAMPLE
from desktop_app.window.cases.taking_dialog import TakingDialog
from desktop_app.window.cases.transfer_dialogs import OpenDialog, SendDialog
from desktop_app.window.work import Work

pytestmark = pytest.mark.boxes
CASE = read_case(EXAMPLE)
OTHER = replaced(CASE, "buyer.surname", "Иная")
PASSWORD = "сирень и №5"


@pytest.fixture
def boxes(monkeypatch):
    """Message boxes are answered by the button with the words that come next; else «Понятно»."""
    answers, said = [], []

    def answer(box):
        said.append(f"{box.text()}. {box.informativeText()}".replace("\u00a0", " "))
        words = answers.pop(0) if answers else "Понятно"
        (button,) = [b for b in box.buttons() if b.text().replace("\u00a0", " ").startswith(words)]
        monkeypatch.setattr(box, "clickedButton", lambda: button)

    monkeypatch.setattr(QMessageBox, "exec", answer)
    return answers, said


@pytest.fixture
def chosen(monkeypatch):
    """What the person chooses in the dialogs for files and folders."""

    def choose(path):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(path))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))

    return choose


@pytest.fixture
def dialogs(monkeypatch):
    """The dialogs of a kind are handed to a function in the place of a person."""

    def hand(kind, act):
        def shown(dialog):
            dialog.show()
            act(dialog)
            return dialog.result()

        monkeypatch.setattr(kind, "exec", shown)

    return hand


def words(dialog):
    return "\n".join(label.accessibleName() for label in dialog.findChildren(QLabel)).replace(
        "\u00a0", " "
    )


def agree(dialog):
    dialog.take.click()


def test_all_cases_are_put_out_into_a_folder(window, register, tmp_path, boxes, chosen):
    register.new(CASE, now())
    register.new(replaced(OTHER, "id", None), now())
    chosen(tmp_path / "вон")
    carrying.put_out_all(window)
    assert len(list((tmp_path / "вон").glob("*.json"))) == 2
    assert "Файлов дел: 2 из 2" in boxes[1][-1]


def test_without_cases_there_is_nothing_to_put_out(window, boxes):
    carrying.put_out_all(window)
    assert "Дел пока нет" in boxes[1][-1]


def test_a_folder_that_cannot_be_made_is_told(window, register, tmp_path, boxes, chosen):
    register.new(CASE, now())
    (tmp_path / "файл").touch()
    chosen(tmp_path / "файл")
    carrying.put_out_all(window)
    assert "Выгружены не все" in boxes[1][-1] and "Не удалось создать папку" in boxes[1][-1]


@pytest.fixture
def folder(tmp_path):
    """A new case, the kept one with other answers, a bad file, a file under a password."""
    folder = tmp_path / "дела"
    folder.mkdir()
    (folder / "1.json").write_bytes(dump_case(replaced(CASE, "id", None)))
    (folder / "2.json").write_bytes(dump_case(OTHER))
    (folder / "3.json").write_bytes(b"{")
    transfer.write(CASE, {}, folder / "4.pretenziya", PASSWORD)
    return folder


def surnames(register):
    return sorted(register.read(row.id).case.buyer.surname for row in register.cases())


def test_what_was_found_is_told_before_anything_changes(
    window, register, folder, boxes, chosen, dialogs
):
    register.new(CASE, now())
    chosen(folder)
    boxes[0].append("Выбрать папку")
    told = []

    def look(dialog):
        told.append(words(dialog))
        dialog.reject()

    dialogs(TakingDialog, look)
    carrying.take_in_many(window)
    (said,) = told
    assert "Новых: 1 дело" in said and "другими ответами или приложениями: 1 дело" in said
    assert "Не прочитано файлов: 2" in said and "«3.json»" in said
    assert "«4.pretenziya» закрыт паролем" in said
    assert surnames(register) == ["Орлова"]


@pytest.mark.parametrize(
    ("choice", "answers", "expected"),
    [
        (0, ["Выбрать папку", "Оставить оба"], ["Иная", "Орлова", "Орлова"]),
        (0, ["Выбрать папку", "Отмена"], ["Орлова", "Орлова"]),
        (1, ["Выбрать папку"], ["Иная", "Орлова", "Орлова"]),
        (2, ["Выбрать папку"], ["Иная", "Орлова"]),
        (3, ["Выбрать папку"], ["Орлова", "Орлова"]),
    ],
)
def test_conflicts_end_as_chosen(
    window, register, folder, boxes, chosen, dialogs, choice, answers, expected
):
    register.new(CASE, now())
    chosen(folder)
    boxes[0].extend(answers)

    def choose(dialog):
        dialog._choices.button(choice).click()
        agree(dialog)

    dialogs(TakingDialog, choose)
    carrying.take_in_many(window)
    assert surnames(register) == expected
    assert f"Взято дел: {1 + (expected != ['Орлова', 'Орлова'])}" in boxes[1][-1]


def test_single_files_can_be_chosen_and_the_same_is_not_taken_twice(
    window, register, tmp_path, boxes, chosen, dialogs
):
    (tmp_path / "дело.json").write_bytes(dump_case(CASE))
    chosen(tmp_path / "дело.json")
    boxes[0].extend(["Выбрать файлы"])
    dialogs(TakingDialog, agree)
    carrying.take_in_many(window)
    assert surnames(register) == ["Орлова"]
    boxes[0].extend(["Выбрать файлы"])
    seen = []
    dialogs(TakingDialog, lambda dialog: seen.append((words(dialog), hasattr(dialog, "take"))))
    carrying.take_in_many(window)
    assert "Уже есть, такие же: 1 дело" in seen[0][0] and not seen[0][1]


def test_an_open_case_that_was_replaced_is_shown_as_it_is_now(
    window, register, tmp_path, boxes, chosen, dialogs
):
    window.open_stored(register.new(CASE, now()))
    (tmp_path / "дело.json").write_bytes(dump_case(OTHER))
    chosen(tmp_path / "дело.json")
    boxes[0].append("Выбрать файлы")

    def replace(dialog):
        dialog._choices.button(2).click()
        agree(dialog)

    dialogs(TakingDialog, replace)
    carrying.take_in_many(window)
    assert window.session.case.buyer.surname == "Иная"


def with_scan(register):
    files = ("/нет/чек.pdf", "/нет/акт.pdf")
    annexes = tuple(Attachment(title="Лист", file=file) for file in files)
    case = replaced(CASE, "attachments", annexes)
    register.new(case, now())
    kept_scans.keep(register, case.id, {"/нет/чек.pdf": Content("чек.pdf", b"%PDF")})
    return case


def test_a_case_is_sent_with_a_made_password_and_opened_by_it(
    window, register, tmp_path, boxes, chosen, dialogs
):
    case = with_scan(register)
    window.open_stored(case.id)
    chosen(tmp_path / "дело")
    told = []

    def make(dialog):
        told.append(words(dialog))
        dialog.make.click()
        told.append(dialog.password)
        dialog.go_on.click()

    dialogs(SendDialog, make)
    carrying.send(window)
    said, password = told
    assert "по телефону" in said and "Не войдёт файл «акт.pdf»" in said and "чек.pdf" not in said
    assert "по телефону" in boxes[1][-1]
    window.show_start()
    register.to_basket(case.id, now())
    register.remove(case.id)

    def open_it(dialog):
        dialog.field.line.setText("не тот пароль")
        dialog.open_button.click()
        assert "пароль не подходит" in words(dialog) and dialog.found is None
        dialog.field.line.setText(password)
        dialog.open_button.click()

    dialogs(OpenDialog, open_it)
    chosen(tmp_path / "дело.pretenziya")
    window.choose_file()
    assert window.session.case.id == CASE.id
    kept = kept_scans.scans_of(register, CASE.id, window.session.case)
    assert list(kept.values()) == [Content("чек.pdf", b"%PDF")]


def test_a_sent_case_in_conflict_is_asked_about(window, register, tmp_path, boxes, dialogs):
    register.new(CASE, now())
    transfer.write(OTHER, {}, tmp_path / "дело.pretenziya", PASSWORD)
    boxes[0].append("Оставить оба")

    def open_it(dialog):
        dialog.field.line.setText(PASSWORD)
        dialog.open_button.click()

    dialogs(OpenDialog, open_it)
    window.open_file(tmp_path / "дело.pretenziya")
    assert surnames(register) == ["Иная", "Орлова"]
    assert window.session.case.buyer.surname == "Иная"
    dialogs(OpenDialog, QDialog.reject)
    window.open_file(tmp_path / "дело.pretenziya")
    assert len(register.cases()) == 2


@pytest.mark.parametrize(
    ("first", "second", "says"),
    [("коротко", "коротко", "не меньше 8"), (PASSWORD, PASSWORD + "!", "Пароли разные")],
)
def test_a_password_that_is_not_good_is_told_and_nothing_is_written(
    window, register, tmp_path, dialogs, first, second, says
):
    window.open_stored(register.new(CASE, now()))

    def type_it(dialog):
        dialog.first.line.setText(first)
        dialog.second.line.setText(second)
        dialog.go_on.click()
        assert says in words(dialog) and dialog.isVisible()
        assert dialog.first.line.echoMode() == dialog.first.line.EchoMode.Password
        dialog.reject()

    dialogs(SendDialog, type_it)
    carrying.send(window)
    assert list(tmp_path.glob("*.pretenziya")) == []


def test_long_work_can_be_stopped_in_between(window):
    done = []

    def pieces():
        for number in range(1000):
            yield str(number)
            done.append(number)
            if number == 3:
                QTimer.singleShot(0, work.stop.click)

    work = Work(window, "Работа", pieces(), 1000)
    assert not work.run()
    QApplication.processEvents()
    assert 4 <= len(done) < 100
    assert Work(window, "Работа", iter(["одно", "другое"]), 2).run()


def test_a_fault_in_a_piece_comes_out_of_the_work(window):
    def pieces():
        yield "начато"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Work(window, "Работа", pieces(), 2).run()
