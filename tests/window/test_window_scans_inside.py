"""Scans stay with the case in the window: opened, parted with another window, left, exported."""

import shutil

from PySide6.QtGui import QColor, QImage

from desktop_app.case.edit import replaced, without_row
from desktop_app.case.file import read_case
from desktop_app.case.model import Attachment
from desktop_app.clock import now
from desktop_app.register import kept_scans
from desktop_app.register.scan_content import Content
from desktop_app.window.cases.case_files import give_out_open
from desktop_app.window.cases.example import EXAMPLE
from desktop_app.window.opened import kept_files
from desktop_app.window.opened.session import Session
from desktop_app.window.views.save_card import SaveCard


def with_scan(folder):
    folder.mkdir()
    image = QImage(300, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("gray"))
    assert image.save(str(folder / "талон.png"))
    annex = Attachment(title="копия талона", sheets=1, file=str(folder / "талон.png"))
    return replaced(replaced(read_case(EXAMPLE), "id", None), "attachments", (annex,))


def opened(window, register, folder):
    """Open a case of a version that kept no scans, then pull the stick."""
    case_id = register.new(with_scan(folder), now())
    window.open_stored(case_id)
    shutil.rmtree(folder)
    return window.session


def test_an_opened_case_keeps_its_scan_and_the_form_says_nothing(window, register, tmp_path):
    session = opened(window, register, tmp_path / "флешка")
    assert kept_files.note(session, session.case.attachments[0].file) == ""


def test_a_case_that_parts_from_another_window_keeps_its_scans(window, register, tmp_path):
    session = opened(window, register, tmp_path / "флешка")
    before = session.id
    session.keeping.keep_as_new()
    assert session.id != before
    assert list(kept_scans.scans_of(register, session.id, session.case)) == [
        str(tmp_path / "флешка" / "талон.png")
    ]


def test_leaving_a_case_forgets_what_nothing_names(window, register, tmp_path):
    session = opened(window, register, tmp_path / "флешка")
    case_id = session.id
    session._take(without_row(session.case, "attachments", 0), "Строка убрана", "attachments")
    session.undo()
    window.show_start()
    assert len(kept_scans.kept(register, case_id)) == 1
    window.open_stored(case_id)
    window.session.remove_row("attachments", 0)
    register._connection.execute("DELETE FROM versions")
    assert len(kept_scans.kept(register, case_id)) == 1, "undo may still bring it back"
    window.show_start()
    assert kept_scans.kept(register, case_id) == {}


def test_save_as_file_writes_the_scans_beside_it(window, register, tmp_path, monkeypatch):
    session = opened(window, register, tmp_path / "флешка")
    path = tmp_path / "дело.json"
    monkeypatch.setattr(
        "desktop_app.window.cases.case_files.QFileDialog.getSaveFileName",
        lambda *_: (str(path), ""),
    )
    give_out_open(window, session)
    assert read_case(path).attachments[0].file == "дело — приложения/талон.png"
    assert (tmp_path / "дело — приложения" / "талон.png").is_file()


def test_one_pdf_is_made_with_the_scan_that_only_the_register_has(
    qtbot, window, register, tmp_path
):
    window.appearance.choose(100, "light")
    opened(window, register, tmp_path / "флешка")
    window.go_to_step("done")
    (card,) = window.findChildren(SaveCard)
    card._start(tmp_path / "письма", docx=False, pdf=False, whole=True)
    saving = card.saving
    with qtbot.waitSignal(saving.saved, timeout=20_000):
        pass
    assert [p.name for p in saving.paths] == ["Претензия с приложениями.pdf"]


def test_while_another_window_edits_the_case_its_scans_are_left_to_it(register, tmp_path):
    case = with_scan(tmp_path / "флешка")
    session = Session(register, register.new(case, now()))
    session.reading = True
    kept_files.take_in(session)
    assert kept_scans.kept(register, session.id) == {}
    kept_scans.keep(register, session.id, {"иное": Content("иное", b"x")})
    kept_files.forget_unnamed(session)
    assert list(kept_scans.kept(register, session.id)) == ["иное"]
    session.reading = False
    kept_files.forget_unnamed(session)
    kept_files.take_in(session)
    assert list(kept_scans.kept(register, session.id)) == [case.attachments[0].file]
