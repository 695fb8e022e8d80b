"""The list of steps at the left: number, title, and how far each is, in words and sign."""

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.interview.check import StepState
from desktop_app.interview.steps import STEPS
from desktop_app.window.cases.example import is_example
from desktop_app.window.editors.parts import show_text, text_label
from desktop_app.window.form.step_mark import step_mark
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.session import Session

_LINE = 1.5


class StepList(QFrame):
    """Every step may be visited at any time; `step_wanted` names the one that was chosen."""

    step_wanted = Signal(str)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "steps")
        self._session = session
        self._theme = theme
        self._who = text_label("small", "", self)
        self._example = text_label("small", "Это пример: всё вымышлено.", self)
        self._buttons = {step.id: self._button(step.id) for step in STEPS}
        self._current = ""
        self._shown: dict[str, tuple[StepState, bool]] = {}
        self._arrange()
        session.changed.connect(self.refresh)
        self.refresh()

    def show_current(self, step_id: str) -> None:
        """Mark the step that is open."""
        self._current = step_id
        self.refresh()
        QTimer.singleShot(0, self, self._scroll_to_current)

    def _scroll_to_current(self) -> None:
        button = self._buttons.get(self._current)
        if button is not None:
            self._scroll.ensureWidgetVisible(button, 0, button.height())

    def refresh(self, _path: str = "") -> None:
        """Tell the states anew."""
        show_text(self._who, _title_of(self._session))
        self._example.setVisible(is_example(self._session.case))
        states = self._session.states
        for number, step in enumerate(STEPS, start=1):
            button, state = self._buttons[step.id], states.get(step.id, StepState.not_started)
            current = step.id == self._current
            if self._shown.get(step.id) == (state, current):
                continue
            self._shown[step.id] = (state, current)
            words = f"\n{state.value.lower()}" if state is StepState.has_questions else ""
            button.setText(f"{step.title}{words}")
            mark = step_mark(number, state, current, self._theme, self.devicePixelRatioF())
            button.setIcon(mark)
            button.setAccessibleName(f"Шаг {number}. {step.title}")
            button.setAccessibleDescription("открыт сейчас" if current else state.value)
            button.setToolTip(state.value)
            button.setStyleSheet(self._look(state, current, lines=2 if words else 1))

    def _button(self, step_id: str) -> QPushButton:
        button = QPushButton()
        side = round(self._theme.sizes.wide + 2)
        button.setIconSize(QSize(side, side))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(partial(self.step_wanted.emit, step_id))
        return button

    def _look(self, state: StepState, current: bool, lines: int) -> str:
        c, s = self._theme.colours, self._theme.sizes
        ink = {
            StepState.done: c.ink,
            StepState.has_questions: c.care,
            StepState.not_started: c.soft,
        }[state]
        ground = c.accent_soft if current else "transparent"
        weight = "600" if current else "400"
        # Two lines are not to be pressed into one where the list scrolls.
        room = round(max(s.wide + 2, lines * s.text * _LINE))
        return (
            f"QPushButton {{ text-align: left; border: 2px solid transparent; color: {ink};"
            f" background: {ground}; font-weight: {weight}; padding: {round(s.near)}px;"
            f" min-height: {room}px; }}"
            f" QPushButton:hover {{ background: {c.accent_soft}; }}"
            f" QPushButton:focus {{ border-color: {c.accent}; }}"
        )

    def _arrange(self) -> None:
        s = self._theme.sizes
        name = text_label("label", "Претензия", self)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for button in self._buttons.values():
            column.addWidget(button)
        column.addStretch()
        scroll = self._scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        scroll.setStyleSheet("background: transparent;")
        box = QVBoxLayout(self)
        box.setContentsMargins(round(s.gap), round(s.wide), round(s.near), round(s.gap))
        box.setSpacing(round(s.near))
        box.addWidget(name)
        box.addWidget(self._who)
        box.addWidget(self._example)
        box.addWidget(scroll)
        # What the signs mean, in words: a word at each step would double the height of the list.
        told = "✓\u00a0готово   !\u00a0есть вопросы   цифра\u00a0—\u00a0не\u00a0начато"
        signs = text_label("small", told, self)
        box.addWidget(signs)
        self.setMinimumWidth(round(s.steps_width))
        self.setMaximumWidth(round(s.steps_width))


def _title_of(session: Session) -> str:
    """Return «Орлова М. · стиральная машина», what is told of it."""
    buyer, item = session.case.buyer, session.case.purchase.item
    first = buyer.given_name[:1] + "." if buyer.given_name else ""
    who = " ".join(part for part in (buyer.surname, first) if part)
    return " · ".join(part for part in (who, item) if part) or "Новая претензия"
