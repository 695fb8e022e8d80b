"""Which earlier repair was about the same defect: radio buttons made of the repairs told."""

from dataclasses import replace

from desktop_app.case.model import Repair
from desktop_app.interview.question import Choice
from desktop_app.russian.dates import short
from desktop_app.russian.typography import tidy
from desktop_app.window.editors.choice import ChoiceEditor


class EarlierRepairEditor(ChoiceEditor):
    """One radio button for each earlier repair, with its days, and one for «другой недостаток»."""

    def offered(self) -> tuple[Choice, ...]:
        """Return the earlier repairs, each said with its days."""
        repairs = self.session.case.repairs or ()
        return tuple(
            _with_days(choice, repairs[choice.value - 1])
            if isinstance(choice.value, int) and choice.value <= len(repairs)
            else choice
            for choice in super().offered()
        )


def _with_days(choice: Choice, repair: Repair) -> Choice:
    days = [short(day) for day in (repair.handed_over or repair.requested, repair.returned) if day]
    return replace(choice, label=tidy(f"{choice.label}, {'–'.join(days)}")) if days else choice
