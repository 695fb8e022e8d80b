"""What somebody typed is never taken for markup: no picture is loaded, no link is made of it."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from desktop_app import paths
from desktop_app.case.edit import replaced
from desktop_app.case.file import read_case
from desktop_app.case.model import Attachment
from desktop_app.interview.form import question_at
from desktop_app.register.register import Register
from desktop_app.register.rows import Imported
from desktop_app.window import dialogs
from desktop_app.window.form.question_row import QuestionRow
from desktop_app.window.look.theme import theme
from desktop_app.window.look.tips import plain_tip
from desktop_app.window.opened.session import Session

EVIL = '<img src="file://elsewhere/share/a.png"><a href="http://elsewhere.invalid">чек</a> & <b>x'
EXAMPLE = read_case(paths.resource("examples", "refund.json"))
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def assert_plain(labels):
    for label in labels:
        said = label.text()
        assert "<img" not in said or label.textFormat() == Qt.TextFormat.PlainText, said
    assert any("<img" in label.text() for label in labels)


@pytest.fixture
def boxes(monkeypatch):
    """The labels of each box that is shown, which is answered at once."""
    shown = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.findChildren(QLabel)))
    return shown


@pytest.mark.boxes
def test_boxes_show_names_as_they_are_written(qtbot, boxes, tmp_path):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialogs.tell(parent, EVIL, EVIL)
    dialogs.ask(parent, "Такой файл уже есть", f"{EVIL}: заменить его?", EVIL, EVIL)
    dialogs.choose(parent, EVIL, EVIL, [EVIL, EVIL])
    with Register.open(tmp_path / "r.sqlite") as register:
        case = replaced(replaced(EXAMPLE, "buyer.surname", EVIL), "seller.name", EVIL)
        assert isinstance(register.import_case(case, NOON, {}), Imported)
        found = register.import_case(replaced(case, "purchase.item", EVIL), NOON, {})
        dialogs.conflict(parent, found)
    assert len(boxes) == 4
    for labels in boxes:
        assert_plain(labels)


def test_the_tip_of_a_file_shows_its_name_as_it_is_written(qtbot, tmp_path):
    with Register.open(tmp_path / "r.sqlite") as register:
        annex = Attachment(title=EVIL, file=f"/{EVIL}")
        case_id = register.new(replaced(EXAMPLE, "attachments", (annex,)), NOON)
        session = Session(register, case_id)
        place = question_at("attachments[0].file")
        row = QuestionRow(session, place.question, place.row, theme(False, 100))
        qtbot.addWidget(row)
        row.show()
        tips = [one.toolTip() for one in row.findChildren(QWidget) if "elsewhere" in one.toolTip()]
        assert tips == [plain_tip(f"/{EVIL}")]
        assert all(
            label.textFormat() == Qt.TextFormat.PlainText
            for label in row.findChildren(QLabel)
            if "<" in label.text()
        )


@pytest.mark.parametrize(
    "text", [EVIL, "/обычный/путь.pdf", "a < b", "R&amp;D & <p>", "две\nстроки <b>", "&lt;img&gt;"]
)
def test_a_tip_reads_as_it_is_written(qapp, text):
    page = QTextDocument()
    tip = plain_tip(text)
    if tip != text:
        page.setHtml(tip)
        assert page.toPlainText() == text
    else:
        assert "<" not in text and "&" not in text
    assert "<img" not in tip and "<a " not in tip
