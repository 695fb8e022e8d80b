"""«Что-то пошло не так»: what happened, what to do, a report that can be copied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.russian.typography import tidy
from desktop_app.window.look.theme import Sizes
from desktop_app.window.views.pieces import button, row, words

TITLE = "Что-то пошло не так"
_HAPPENED = (
    "Ошиблась программа, а не вы. Ответы сохраняются сразу, как вы их пишете; сохранён ли "
    "последний, сказано внизу окна. Закройте это сообщение и продолжайте. Если ошибка повторится, "
    "откройте программу заново."
)
_REPORT = (
    "Отчёт для разработчика: версии и место в программе. Ваших ответов в нём нет, сам он никуда "
    "не отправляется."
)


class ErrorDialog(QDialog):
    """One error. `said` is a sentence made for the person; empty for an error of the program."""

    def __init__(
        self, parent: QWidget | None, report: str, said: str = "", sizes: Sizes | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setAccessibleName(TITLE)
        self.setAccessibleDescription(said or tidy(_HAPPENED))
        sizes = sizes or Sizes()
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName("Отчёт об ошибке")
        about = QLabel(tidy(_REPORT))
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        about.setProperty("role", "hint")
        about.setBuddy(self.report)
        self.copy = button("Скопировать отчёт", self._copy, says="В нём нет ваших ответов.")
        self.close_button = button("Закрыть", self.reject, "main", says="Вернуться к программе.")
        page = QVBoxLayout(self)
        edge = round(sizes.wide)
        page.setContentsMargins(edge, edge, edge, edge)
        page.setSpacing(round(sizes.gap))
        page.addWidget(words(TITLE, "title"))
        page.addWidget(words(said or tidy(_HAPPENED)))
        page.addWidget(about)
        page.addWidget(self.report, 1)
        page.addWidget(row(sizes, self.close_button, self.copy))
        self.close_button.setDefault(True)
        self.close_button.setFocus()
        self.resize(round(sizes.reading_width), round(sizes.reading_width * 0.7))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy.setText("Скопировано")
        self.copy.setAccessibleName("Отчёт скопирован")
