"""Fields for a password, and the dialog page that they stand on."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.russian.typography import tidy
from desktop_app.window.editors.parts import mark_problem
from desktop_app.window.look.theme import Sizes
from desktop_app.window.views.pieces import words

_AROUND = 4


class PasswordField(QWidget):
    """A label and a line whose letters are hidden until `shown`."""

    def __init__(self, label: str, sizes: Sizes) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.line.setAccessibleName(tidy(label))
        name = words(tidy(label), "label")
        name.setBuddy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(sizes.hair))
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
    box.setAccessibleDescription(tidy("Пока отмечено, пароль виден всем, кто смотрит на экран."))
    for field in fields:
        box.toggled.connect(field.show_letters)
    return box


def page_of(dialog: QDialog, sizes: Sizes, *foot: QWidget) -> QVBoxLayout:
    """Return a column for a dialog that scrolls where the screen is low; `foot` always stays."""
    page = QWidget()
    page.setProperty("role", "page")
    # By itself the area makes room for the words as high as they are at their narrowest.
    page.setMinimumHeight(1)
    column = QVBoxLayout(page)
    edge = round(sizes.wide)
    column.setContentsMargins(edge, edge, edge, round(sizes.near))
    column.setSpacing(round(sizes.gap))
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    whole = QVBoxLayout(dialog)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addWidget(area, 1)
    below = QVBoxLayout()
    below.setContentsMargins(edge, round(sizes.near), edge, edge)
    for piece in foot:
        below.addWidget(piece)
    whole.addLayout(below)
    return column


def bring(dialog: QDialog, *pieces: QWidget) -> None:
    """Scroll a page of `page_of` so that the pieces can be seen, the last one in any case."""
    area = dialog.findChild(QScrollArea)
    if area is not None:
        _lay_out()
        for piece in pieces:
            area.ensureWidgetVisible(piece)


def bring_chosen(dialog: QDialog, items: QListWidget) -> None:
    """Scroll a list and the page of `page_of` that it stands on so that the chosen line is seen."""
    area, chosen = dialog.findChild(QScrollArea), items.currentItem()
    page = area.widget() if area is not None else None
    if area is None or page is None or chosen is None:
        return
    _lay_out()
    items.scrollToItem(chosen)
    line = items.visualItemRect(chosen)
    at = items.viewport().mapTo(page, line.center())
    # The end first: of a line higher than the page its beginning is to stay.
    for y in (line.bottom() - line.center().y(), line.top() - line.center().y()):
        area.ensureVisible(area.horizontalScrollBar().value(), at.y() + y, 0, _AROUND)


def fit(dialog: QDialog, sizes: Sizes, lines: float = 0) -> None:
    """Make the dialog as wide as one reads with ease and so high that all it holds is seen, at
    least so many lines, if the screen is."""
    screen = dialog.screen().availableSize()
    dialog.resize(min(round(sizes.text * 40), screen.width() - 40), dialog.height())
    high = max(_needed(dialog), round(sizes.text * lines))
    dialog.resize(dialog.width(), min(high, screen.height() - 60))


def grow(dialog: QDialog) -> None:
    """Make room for what has just been shown, if the screen has it."""
    high = min(_needed(dialog), dialog.screen().availableSize().height() - 60)
    if dialog.isVisible() and high > dialog.height():
        dialog.resize(dialog.width(), high)


def _needed(dialog: QDialog) -> int:
    """Return how high the dialog is at its width without scrolling."""
    whole, area = dialog.layout(), dialog.findChild(QScrollArea)
    page = area.widget() if area is not None else None
    if whole is None or area is None or page is None:
        return 0
    _lay_out()
    wide, column = dialog.width(), page.layout()
    foot = sum(
        part.heightForWidth(wide) if part.hasHeightForWidth() else part.sizeHint().height()
        for part in (whole.itemAt(n) for n in range(1, whole.count()))
        if part is not None
    )
    # A bar that is there goes only where the page fits beside it.
    beside = wide - area.verticalScrollBar().sizeHint().width()
    return foot + (column.totalHeightForWidth(beside) if column is not None else 0)


def _lay_out() -> None:
    """Lay out what has just been shown."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
