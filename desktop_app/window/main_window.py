"""The window as it stands: open a case file, read what the law says, save the letter.

The form with its steps takes its place; the law and the letter stay where they are.
"""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app import paths
from desktop_app.assessment.assess import assess
from desktop_app.assessment.report import as_text
from desktop_app.case.file import read_case
from desktop_app.case.model import Case
from desktop_app.claims import kind_of
from desktop_app.errors import UserError
from desktop_app.law.book import load_law_book

_WELCOME = (
    "Откройте файл дела — программа скажет, что о нём говорит закон, и напишет претензию "
    "в двух экземплярах. Посмотрите пример, чтобы увидеть, как это выглядит."
)


class MainWindow(QMainWindow):
    """One case at a time: what the law says of it, and its documents."""

    def __init__(self) -> None:
        super().__init__()
        self._case: Case | None = None
        self.setWindowTitle("Претензия")
        self.resize(900, 700)
        self._title = QLabel("Претензия")
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.8)
        font.setBold(True)
        self._title.setFont(font)
        self._verdict = QPlainTextEdit(_WELCOME)
        self._verdict.setReadOnly(True)
        self._verdict.setAccessibleName("Что говорит закон")
        self._open = QPushButton("&Открыть файл дела…")
        self._example = QPushButton("Показать &пример")
        self._save = QPushButton("&Сохранить письмо…")
        self._save.setEnabled(False)
        self._open.clicked.connect(self._choose_case)
        self._example.clicked.connect(self._show_example)
        self._save.clicked.connect(self._choose_folder)
        self._arrange()

    def open_case(self, path: Path) -> None:
        """Show what the law says of the case in the file; say so if it can't be read."""
        try:
            case = read_case(path)
            assessment = assess(case, kind_of(case), load_law_book(), date.today())
        except UserError as error:
            QMessageBox.warning(self, "Файл не открыт", str(error))
            return
        self._case = case
        self._title.setText(path.stem)
        self._verdict.setPlainText(as_text(assessment))
        self._save.setEnabled(assessment.can_be_made)

    def save_letter(self, folder: Path) -> list[Path]:
        """Write both copies into `folder` and return their paths; none if it failed."""
        from desktop_app.packet.make import make_packet
        from desktop_app.packet.write import write_files

        if self._case is None:
            return []
        kind = kind_of(self._case)
        try:
            assessment = assess(self._case, kind, load_law_book(), date.today())
            sheets = make_packet(self._case, kind, assessment)
            files = {f"{sheet.name}.docx": sheet.filled.docx for sheet in sheets}
            return write_files(files, folder)
        except UserError as error:
            QMessageBox.warning(self, "Письмо не сохранено", str(error))
            return []

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        for button in (self._open, self._example, self._save):
            buttons.addWidget(button)
        buttons.addStretch()
        page = QVBoxLayout()
        page.setContentsMargins(34, 34, 34, 20)
        page.setSpacing(14)
        page.addWidget(self._title)
        page.addLayout(buttons)
        page.addWidget(self._verdict)
        body = QWidget()
        body.setLayout(page)
        self.setCentralWidget(body)

    def _choose_case(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Файл дела", "", "Дело (*.json)")
        if name:
            self.open_case(Path(name))

    def _show_example(self) -> None:
        self.open_case(paths.resource("examples", "refund.json"))

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "Папка для документов")
        if name and self.save_letter(Path(name)):
            self.statusBar().showMessage(f"Письмо сохранено: {name}")
