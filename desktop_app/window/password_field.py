"""Fields for a password, and the box that shows what is typed into them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from desktop_app.russian.typography import tidy
from desktop_app.window.editors.parts import mark_problem, text_label, without_margins


class PasswordField(QWidget):
    """A label and a line whose letters are hidden until `shown`."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.ensurePolished()
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.line.setAccessibleName(tidy(label))
        name = text_label("label", tidy(label), self)
        name.setBuddy(self.line)
        column = QVBoxLayout(self)
        without_margins(column, self.fontMetrics().height() / 4)
        column.addWidget(name)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)

    def text(self) -> str:
        """Return what is typed."""
        return self.line.text()

    def show_letters(self, shown: bool) -> None:
        """Let the letters be read, or hide them again."""
        modes = QLineEdit.EchoMode
        self.line.setEchoMode(modes.Normal if shown else modes.Password)

    def mark(self, wrong: bool) -> None:
        """Give the line the look of one with a problem, or take it away."""
        mark_problem(self.line, wrong)


def letters_box(*fields: PasswordField) -> QCheckBox:
    """Return the box that shows what is typed into the fields."""
    box = QCheckBox(tidy("Показать, что вписано"))
    box.setAccessibleName(box.text())
    box.setAccessibleDescription(tidy("Пока отмечено, пароль виден всем, кто смотрит на экран."))
    for field in fields:
        box.toggled.connect(field.show_letters)
    return box
