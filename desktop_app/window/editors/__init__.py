"""The editors: one kind of value, one control."""

from PySide6.QtWidgets import QWidget

from desktop_app.interview.question import Question, ValueKind
from desktop_app.window.editors.base import Editor
from desktop_app.window.editors.choice import ChoiceEditor
from desktop_app.window.editors.day import DayEditor
from desktop_app.window.editors.earlier_repair import EarlierRepairEditor
from desktop_app.window.editors.file import FileEditor
from desktop_app.window.editors.goods import GoodsEditor
from desktop_app.window.editors.line import LineEditor
from desktop_app.window.editors.long_text import LongTextEditor
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.session import Session

_EDITORS: dict[ValueKind, type[Editor]] = {
    ValueKind.long_text: LongTextEditor,
    ValueKind.day: DayEditor,
    ValueKind.choice: ChoiceEditor,
    ValueKind.yes_no: ChoiceEditor,
    ValueKind.presence: ChoiceEditor,
    ValueKind.earlier_repair: EarlierRepairEditor,
    ValueKind.goods: GoodsEditor,
    ValueKind.file: FileEditor,
}


def editor_for(
    session: Session, question: Question, row: int | None, theme: Theme, parent: QWidget
) -> Editor:
    """Return the editor of a question; lists have a view of their own, `RowsView`.

    Raises ValueError for a list.
    """
    if question.kind is ValueKind.rows:
        raise ValueError(f"{question.path} is a list")
    return _EDITORS.get(question.kind, LineEditor)(session, question, row, theme, parent)
