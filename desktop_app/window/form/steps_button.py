"""The steps where the window is too narrow for their list: one button that unfolds them."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton

from desktop_app.interview.check import StepState
from desktop_app.interview.steps import STEPS
from desktop_app.window.look.icons import dress
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.session import Session


class StepsButton(QPushButton):
    """Says which step of how many is open; its menu leads to any other."""

    step_wanted = Signal(str)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        # Qt's own arrow stays small at any size.
        self.setStyleSheet("QPushButton::menu-indicator { image: none; width: 0; }")
        dress(self, "unfold", theme)

    def show_current(self, step_id: str) -> None:
        """Tell the step that is open."""
        number = next(n for n, step in enumerate(STEPS, start=1) if step.id == step_id)
        text = f"Шаг {number} из {len(STEPS)}: {STEPS[number - 1].title}"
        self.setText(text)
        self.setAccessibleName(f"{text}. Все шаги")

    def _fill(self) -> None:
        self._menu.clear()
        for number, step in enumerate(STEPS, start=1):
            state = self._session.states.get(step.id, StepState.not_started)
            action = self._menu.addAction(f"{number}. {step.title} — {state.value.lower()}")
            action.triggered.connect(partial(self._want, step.id))

    def _want(self, step_id: str, _checked: bool = False) -> None:
        self.step_wanted.emit(step_id)
