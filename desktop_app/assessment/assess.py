"""The one door of the room: a case, a kind of claim, the law and a day → the assessment."""

from datetime import date

from desktop_app.assessment.after_letter import deadlines, delay, first_delay_day
from desktop_app.assessment.facts import possible
from desktop_app.assessment.findings import all_findings
from desktop_app.assessment.findings.examined import Examined
from desktop_app.assessment.grounds import all_grounds
from desktop_app.assessment.kind import Kind
from desktop_app.assessment.model import Assessment
from desktop_app.assessment.money import amounts
from desktop_app.assessment.situation import Situation
from desktop_app.case.model import Case
from desktop_app.law.book import LawBook


def assess(case: Case, kind: Kind, law: LawBook, today: date) -> Assessment:
    """Return everything that the law says of the case.

    The law and the counting of days are as of the letter's date, without one as
    of `today`; the delay after the letter is that of `today`. Pure: the same
    arguments give the same answer.
    """
    situation = Situation(case, law, as_of=possible(case.letter_date) or today)
    grounds = all_grounds(situation)
    sums = amounts(situation, first_delay_day(situation, kind))
    examined = Examined(situation, kind, grounds, sums, today)
    return Assessment(
        law_as_of=situation.as_of,
        repairs=situation.out_of_use.repairs(),
        warranty=situation.warranty.span,
        warranty_years=situation.out_of_use.years(),
        grounds=grounds,
        findings=all_findings(examined),
        amounts=sums,
        deadlines=deadlines(situation, kind),
        delay=delay(situation, kind, today),
    )
