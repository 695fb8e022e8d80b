"""A case that another window edits: what says so, and what is then not to be touched."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QScrollArea, QWidget

from desktop_app.russian.typography import tidy
from desktop_app.window import dialogs
from desktop_app.window.form.question_row import QuestionRow
from desktop_app.window.form.rows_view import RowsView
from desktop_app.window.look.announce import announce
from desktop_app.window.look.theme import Sizes
from desktop_app.window.opened.session import Session
from desktop_app.window.views.pieces import button, words

_SAID = "Дело открыто в другом окне программы. Здесь его можно читать."
_SAID_OF_ALL = (
    "Хранилище дел лежит на сетевом диске, и его ведёт другая программа. Здесь дело можно читать."
)
_TAKES = "Получится, когда дело закроют там; тогда и само оно откроется здесь для правки."
_STILL = "Пока нельзя: дело всё ещё открыто в другом окне. Закройте его там и повторите."
_BY_FORCE = (
    "Дело открыто на другом компьютере: «{host}». Если программа там закрыта или компьютер "
    "выключен, правьте здесь. Если её там ещё правят, ответы могут разойтись; тогда программа "
    "спросит, какие оставить."
)
_LOOK = "Посмотреть"
_EDIT, _ANYWAY = "Править здесь", "Править здесь всё равно"


def hold(question: QuestionRow | RowsView, session: Session) -> None:
    """Let the answers of a question be read only, while another window edits the case."""
    if not session.reading:
        return
    for control in _changing(question):
        control.setEnabled(False)
    if isinstance(question, RowsView):
        question.table.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        question.table.row_unwanted.disconnect()
        question.edit.setText(_LOOK)
        question.edit.setAccessibleName(_LOOK)


def _changing(question: QuestionRow | RowsView) -> tuple[QWidget, ...]:
    if isinstance(question, RowsView):
        keys = (question.add, question.copy, question.remove, question.up, question.down)
        return (*keys, question.paste, question.none, question.bring_back)
    marks = question.all_right, question.unknown, question.no_document
    return (question.editor, question.doubt, *marks)


def show_unfocused(area: QScrollArea, question: QWidget | None, way_on: QWidget) -> None:
    """Bring a question into sight that takes no focus; the focus goes to the way on."""
    way_on.setFocus()
    if question is not None:
        QTimer.singleShot(0, question, partial(area.ensureWidgetVisible, question))


class ReadingBanner(QFrame):
    """Says above the case that it is edited elsewhere; hidden where it is not."""

    def __init__(self, session: Session, sizes: Sizes) -> None:
        super().__init__()
        self.setProperty("role", "care")
        self._session = session
        said = tidy(_SAID_OF_ALL if session.reading_all else _SAID)
        self.said = words(said)
        self.edit = button(_EDIT, self._edit, says=_TAKES)
        line = QHBoxLayout(self)
        line.setContentsMargins(*[round(sizes.near)] * 4)
        line.setSpacing(round(sizes.gap))
        line.addWidget(self.said, 1)
        line.addWidget(self.edit)
        self.setAccessibleName(said)
        session.editing_refused.connect(self._refused)
        self.setVisible(session.reading)

    def _edit(self) -> None:
        self._session.edit_wanted.emit(False)

    def _refused(self, host: str) -> None:
        """Say that it is still held; what another computer holds may be taken all the same."""
        if host and dialogs.ask(
            self, "Править здесь всё равно?", _BY_FORCE.format(host=host), _ANYWAY, "Только читать"
        ):
            self._session.edit_wanted.emit(True)
        elif not host:
            self.said.setText(tidy(_STILL))
            self.said.setAccessibleName(tidy(_STILL))
            announce(self.said, tidy(_STILL))
