"""What the findings are drawn from."""

from datetime import date

from msgspec import Struct

from desktop_app.assessment.grounds import relied_on
from desktop_app.assessment.kind import Kind
from desktop_app.assessment.model import Amounts, Finding, Ground, Severity
from desktop_app.assessment.situation import Situation
from desktop_app.russian.typography import tidy


class Examined(Struct, frozen=True):
    """A situation with its grounds and sums, on the day `today`."""

    situation: Situation
    kind: Kind
    grounds: tuple[Ground, ...]
    amounts: Amounts
    today: date

    @property
    def carrying(self) -> tuple[Ground, ...]:
        """The grounds of this kind of claim that hold, be it on a disputed reading."""
        return tuple(g for g in self.grounds if g.carries and g.id in self.kind.grounds)

    @property
    def relied(self) -> tuple[Ground, ...]:
        """The grounds that the letter rests on."""
        day_count = self.situation.case.answers.day_count
        return relied_on(self.grounds, self.kind.grounds, day_count)

    def said_none(self, path: str) -> bool:
        """Whether the person said that there is none, and did not merely leave it out."""
        return path in self.situation.case.answers.no_document


def finding(
    severity: Severity,
    code: str,
    field: str | None,
    message: str,
    citation: str | None = None,
) -> Finding:
    """Return a finding; typography touches the program's own sentence."""
    return Finding(severity, code, field, tidy(message), citation)
