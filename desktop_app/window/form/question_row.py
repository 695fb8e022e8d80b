"""One question of the form: its words, its field, what the program understood."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop_app.assessment.model import Finding
from desktop_app.interview import entry
from desktop_app.interview.question import LetterForm, Question, ValueKind
from desktop_app.interview.told import said_no_document, said_unknown, unread, value_of
from desktop_app.russian.reading.result import Ambiguous, Blank, Read, Reading
from desktop_app.russian.typography import tidy
from desktop_app.window.editors import editor_for
from desktop_app.window.editors.doubt import Doubt
from desktop_app.window.editors.field import asks_help
from desktop_app.window.editors.heading import Heading
from desktop_app.window.editors.parts import (
    button,
    chain_tab_order,
    show_text,
    text_label,
    without_margins,
)
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.session import Session

_SAID_BACK = frozenset(
    {
        *(ValueKind.day, ValueKind.money, ValueKind.percent, ValueKind.whole),
        *(ValueKind.digits, ValueKind.serial, ValueKind.phone, ValueKind.email),
    }
)
_ALWAYS_SAID = frozenset({ValueKind.day, ValueKind.money, ValueKind.percent, ValueKind.whole})


class QuestionRow(QWidget):
    """A question in one column: label, hint, problem, editor, what was read, «не знаю».

    It follows the session by itself. `help_wanted` carries the question on F1.
    """

    help_wanted = Signal(object)

    def __init__(
        self,
        session: Session,
        question: Question,
        row: int | None,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session, self.question, self.row = session, question, row
        self._finding: Finding | None = None
        self._sentence = ""
        self.heading = Heading(question, theme, self)
        self.all_right = button("plain", "Всё верно", self, question.label)
        self.all_right.hide()
        self.editor = editor_for(session, question, row, theme, self)
        self.said = text_label("said", "", self)
        self.doubt = Doubt(theme, self)
        self.unknown = self._box("Не знаю", bool(question.unknown), theme)
        if self.editor.offers_unknown:
            self.unknown.hide()
        nothing = "Номера нет" if question.kind is ValueKind.serial else "Документа нет"
        self.no_document = self._box(nothing, bool(question.no_document), theme)
        self.meaning = text_label("hint", "", self)
        self._arrange(theme)
        self._connect()
        self.heading.label.setBuddy(self.editor.buddy)
        self.setFocusProxy(self.editor.buddy)
        self.refresh()

    @property
    def path(self) -> str:
        """The path of the answer in the case."""
        return self.question.path_at(self.row)

    def refresh(self) -> None:
        """Show the answer as the session has it; what is being typed stays as it is."""
        if not self.editor.is_there():
            return
        self.editor.refresh()
        self.setFocusProxy(self.editor.buddy)
        case, question, row = self.session.case, self.question, self.row
        unknown, none = said_unknown(case, question, row), said_no_document(case, question, row)
        self.unknown.setChecked(unknown)
        self.no_document.setChecked(none)
        meaning = question.unknown if unknown and not self.editor.offers_unknown else ""
        meaning = question.no_document if none else meaning
        show_text(self.meaning, meaning)
        self.meaning.setVisible(bool(meaning))
        self._show_reading()
        self._describe()

    def show_problem(self, sentence: str | None, finding: Finding | None = None) -> None:
        """Show what is to be looked at above the field; None takes it away.

        With the finding of a risk the person may answer «Всё верно». A row that has been taken
        out meanwhile says nothing.
        """
        if not self.editor.is_there():
            return
        self._sentence, self._finding = sentence or "", finding
        self.heading.show_problem(sentence)
        self.all_right.setVisible(bool(sentence) and finding is not None)
        self.editor.mark_problem(bool(sentence))
        self._show_reading()
        self._describe()

    def controls(self) -> list[QWidget]:
        """Return what Tab reaches, in the order of reading."""
        boxes = (self.unknown, self.no_document)
        return [self.all_right, *self.editor.controls(), *self.doubt.buttons, *boxes]

    def focus_editor(self) -> None:
        """Put the cursor into the field."""
        self.editor.focus_editor()

    def event(self, event: QEvent) -> bool:
        """Take F1 before a shortcut of the window does: it asks about this question."""
        if asks_help(event):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.help_wanted.emit(self.question)
            return True
        return bool(super().event(event))

    def _box(self, words: str, offered: bool, theme: Theme) -> QCheckBox:
        box = QCheckBox(tidy(words), self)
        box.setAccessibleName(tidy(words))
        box.setCursor(Qt.CursorShape.PointingHandCursor)
        box.setVisible(offered)
        return box

    def _arrange(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        without_margins(column, theme.sizes.hair)
        column.addWidget(self.heading)
        column.addWidget(self.all_right)
        column.addSpacing(round(theme.sizes.hair))
        for part in (self.editor, self.said, self.doubt):
            column.addWidget(part)
        for box in (self.unknown, self.no_document):
            column.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.meaning)

    def _connect(self) -> None:
        self.heading.help_wanted.connect(self._ask_help)
        self.all_right.clicked.connect(self._accept)
        self.editor.edited.connect(self._edited)
        self.editor.left.connect(self.refresh)
        self.doubt.meant.connect(self._mean)
        self.unknown.clicked.connect(self._say_unknown)
        self.no_document.clicked.connect(self._say_no_document)
        self.session.changed.connect(self._case_changed)

    def _keep_place_of_said(self) -> None:
        """Keep the place of the line that comes and goes with typing, so that nothing jumps."""
        policy = self.said.sizePolicy()
        kept = self.question.kind in _ALWAYS_SAID and self.doubt.isHidden()
        if policy.retainSizeWhenHidden() is not kept:
            policy.setRetainSizeWhenHidden(kept)
            self.said.setSizePolicy(policy)

    def _case_changed(self, _path: str) -> None:
        self.refresh()

    def _edited(self) -> None:
        if self._sentence:
            self.show_problem(None)
        self.refresh()

    def _show_reading(self) -> None:
        """Say back what was read, or what could not be, once the person is done typing."""
        text = (
            unread(self.session.case, self.question, self.row) if self.editor.is_there() else None
        )
        form = self._letter_form() if text is None else None
        sure = form is None or not form.choices
        said = form.sentence if form and sure else self._said_back()
        show_text(self.said, "" if text is not None else said)
        self.said.setVisible(bool(self.said.text()))
        reading = self._reading(text)
        if form and not sure:
            reading = Ambiguous(form.sentence, tuple(Read(c, c) for c in form.choices))
        if isinstance(reading, Ambiguous):
            made_late = self.doubt.ask("" if self._sentence else reading.sentence, reading.choices)
            if made_late:
                chain_tab_order(self.controls())
        elif isinstance(reading, Blank | Read) or self.editor.typing or self._sentence:
            self.doubt.settle()
        else:
            self.doubt.say(reading.sentence)
        self._keep_place_of_said()

    def _letter_form(self) -> LetterForm | None:
        """Return what the letter will say instead of an answer, if the question tells."""
        case, question = self.session.case, self.question
        answered = value_of(case, question, self.row) is not None
        return None if answered or question.in_letter is None else question.in_letter(case)

    def _reading(self, text: str | None) -> Reading[object]:
        if text is None:
            return Blank()
        session = self.session
        return entry.read(self.question, text, session.today, session.case, self.row)

    def _said_back(self) -> str:
        if self.question.kind not in _SAID_BACK or not self.editor.is_there():
            return ""
        value = value_of(self.session.case, self.question, self.row)
        said = "" if value is None else entry.said_back(self.question, value)
        plain = said == self.editor.text_in_case() and not self.editor.typing
        return "" if plain and self.question.kind not in _ALWAYS_SAID else said

    def _describe(self) -> None:
        around = (self._sentence, self.question.hint, self.said.text(), self.doubt.sentence)
        self.editor.describe(" ".join(part for part in around if part))
        self.unknown.setAccessibleDescription(f"{self.question.label} {self.question.unknown}")
        self.no_document.setAccessibleDescription(
            f"{self.question.label} {self.question.no_document}"
        )

    def _ask_help(self) -> None:
        self.help_wanted.emit(self.question)

    def _accept(self) -> None:
        finding = self._finding
        self.editor.focus_editor()
        self.show_problem(None)
        if finding is not None:
            self.session.accept_risk(finding)

    def _mean(self, meant: object) -> None:
        self.editor.focus_editor()
        self.session.settle()
        self.session.choose(self.question, self.row, meant)
        self._edited()

    def _say_unknown(self, said: bool) -> None:
        self._say(said, self.session.say_unknown)

    def _say_no_document(self, said: bool) -> None:
        self._say(said, self.session.say_no_document)

    def _say(self, said: bool, say: Callable[[Question, int | None], None]) -> None:
        self.session.settle()
        (say if said else self.session.take_back)(self.question, self.row)
        self._edited()
