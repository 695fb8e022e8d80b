"""What a person should know of the case: errors, risks, notes.

An error stops the letter: dates that can't be, the wrong country, a requisite
without which there is no letter, no ground. A risk lets it go out and says what
the shop will answer. Anything only improbable, formal or unlucky is never an error.
"""

from collections.abc import Callable, Iterator

from desktop_app.assessment.findings import (
    dates,
    form,
    goods,
    grounds,
    parties,
    payment,
    repair_days,
    repairs,
    requisites,
    warranty,
)
from desktop_app.assessment.findings.examined import Examined
from desktop_app.assessment.model import Finding

Check = Callable[[Examined], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    *grounds.CHECKS,
    *form.CHECKS,
    *dates.CHECKS,
    *parties.CHECKS,
    *goods.CHECKS,
    *repairs.CHECKS,
    *repair_days.CHECKS,
    *warranty.CHECKS,
    *payment.CHECKS,
    *requisites.CHECKS,
)
_ORDER = {"error": 0, "risk": 1, "note": 2}


def all_findings(examined: Examined) -> tuple[Finding, ...]:
    """Return every finding, errors first, then risks, then notes."""
    found = (finding for check in (*CHECKS, *examined.kind.checks) for finding in check(examined))
    return tuple(sorted(found, key=lambda finding: _ORDER[finding.severity]))
