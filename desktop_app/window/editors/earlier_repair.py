"""Which earlier repair was about the same defect: radio buttons made of the repairs told."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop_app.case.model import Repair
from desktop_app.interview.question import Choice, Question
from desktop_app.interview.same_defect import same_by_words
from desktop_app.russian.dates import short
from desktop_app.russian.typography import tidy
from desktop_app.window.editors.choice import ChoiceEditor
from desktop_app.window.editors.parts import show_text, text_label
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.session import Session


class EarlierRepairEditor(ChoiceEditor):
    """One radio button for each earlier repair, with its days, and one for «другой недостаток».

    Where the words are those of an earlier repair, they have answered already; a line says so.
    """

    def __init__(
        self, session: Session, question: Question, row: int | None, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(session, question, row, theme, parent)
        self.by_words = text_label("small", "", self)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.by_words)

    def offered(self) -> tuple[Choice, ...]:
        """Return the earlier repairs, each said with its days."""
        repairs = self.session.case.repairs or ()
        return tuple(
            _with_days(choice, repairs[choice.value - 1])
            if isinstance(choice.value, int) and 0 < choice.value <= len(repairs)
            else choice
            for choice in super().offered()
        )

    def refresh(self) -> None:
        """Show what is chosen, and whether the words themselves have chosen."""
        super().refresh()
        number = same_by_words(self.session.case, self.row) if self.is_there() else None
        self.by_words.setVisible(number is not None)
        if number is not None:
            said = (
                f"Недостаток описан теми же словами, что у ремонта № {number}: для закона это тот "
                "же недостаток. Если он другой, опишите его иначе."
            )
            show_text(self.by_words, tidy(said))


def _with_days(choice: Choice, repair: Repair) -> Choice:
    days = [short(day) for day in (repair.handed_over or repair.requested, repair.returned) if day]
    return replace(choice, label=tidy(f"{choice.label}, {'–'.join(days)}")) if days else choice
