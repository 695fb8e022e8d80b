"""The annexes of a claim: every document that the facts name, once, numbered."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.assessment.grounds import relied_on
from desktop_app.assessment.kind import Kind
from desktop_app.assessment.model import Assessment
from desktop_app.assessment.wording import acting_for
from desktop_app.case.model import Case, DayCount

CALCULATION = "Расчёт дней"
CALCULATED = "repairs"
"""The path under which the calculation stands among the annexes."""
_BY_DAYS = ("unusable_over_30_days", "repair_deadline_missed")


@dataclass(frozen=True, slots=True)
class Annex:
    """One annex: its number from 1, its title as typed, the answers that name it.

    `sheets` is None where the person did not say; `own` marks an annex that the
    person added, whose title is complete as it stands.
    """

    number: int
    title: str
    paths: tuple[str, ...]
    sheets: int | None = None
    own: bool = False


def calculates(kind: Kind, assessment: Assessment, day_count: DayCount) -> bool:
    """Whether the claim rests on days, so that their calculation belongs to it."""
    relied = relied_on(assessment.grounds, kind.grounds, day_count)
    by_days = any(ground.id in _BY_DAYS for ground in relied)
    return by_days or bool(assessment.amounts.repair_delay.demanded)


def annexes(case: Case, kind: Kind, assessment: Assessment) -> tuple[Annex, ...]:
    """Return the annexes: purchase, repairs, present defect, bank, losses, representative, own.

    The last is the calculation of days, where the claim rests on them.

    A document that several answers name (one act for two repairs) is one annex.
    """
    found: dict[str, Annex] = {}
    told = [one for one in _documents(case) if one[1] not in kind.leaves_out]
    if calculates(kind, assessment, case.answers.day_count):
        told.append((CALCULATION, CALCULATED, None, True))
    for title, path, sheets, own in told:
        key = " ".join(title.casefold().split())
        if key in found:
            known = found[key]
            found[key] = Annex(
                known.number, known.title, (*known.paths, path), known.sheets or sheets, known.own
            )
        else:
            found[key] = Annex(len(found) + 1, title, (path,), sheets, own)
    return tuple(found.values())


def _documents(case: Case) -> Iterator[tuple[str, str, int | None, bool]]:
    """Yield the title, the path, the sheets and «own» of each document."""
    for title, path in _named(case):
        if title:
            yield title, path, None, False
    for index, annex in enumerate(case.attachments):
        if annex.title:
            yield annex.title, f"attachments[{index}].title", annex.sheets, True


def _named(case: Case) -> Iterator[tuple[str | None, str]]:
    yield case.purchase.receipt, "purchase.receipt"
    for index, repair in enumerate(case.repairs or ()):
        yield repair.act, f"repairs[{index}].act"
    if case.current_defect:
        yield case.current_defect.diagnostic_act, "current_defect.diagnostic_act"
    if case.payment.method == "consumer_loan" and case.payment.loan:
        yield case.payment.loan.certificate, "payment.loan.certificate"
    for index, loss in enumerate(case.losses):
        if loss.amount:
            yield loss.document, f"losses[{index}].document"
    who = acting_for(case)
    if who:
        yield who.document, "representative.document"
