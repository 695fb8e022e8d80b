"""The one door of the room: a case, a kind of claim, the law and a day → the assessment."""

from datetime import date

from msgspec import structs

from desktop_app.assessment.after_letter import deadlines, delay, delay_day
from desktop_app.assessment.burden import defect_period
from desktop_app.assessment.demanded import beside
from desktop_app.assessment.facts import FIRST_DAY, LAST_DAY, possible
from desktop_app.assessment.findings import all_findings
from desktop_app.assessment.findings.examined import Examined
from desktop_app.assessment.grounds import all_grounds, relied_on
from desktop_app.assessment.kind import Kind
from desktop_app.assessment.model import Assessment, RepairDays
from desktop_app.assessment.money import amounts
from desktop_app.assessment.settling import settled, with_penalty
from desktop_app.assessment.situation import Situation
from desktop_app.case.model import Case
from desktop_app.law.book import LawBook


def assess(case: Case, kind: Kind, law: LawBook, today: date) -> Assessment:
    """Return everything that the law says of the case.

    The law and the counting of days are as of the letter's date, without one as
    of `today`; the delay after the letter is that of `today`. Pure: the same
    arguments give the same answer.
    """
    today = min(max(today, FIRST_DAY), LAST_DAY)
    situation = Situation(case, law, as_of=possible(case.letter_date) or today)
    grounds = all_grounds(situation)
    sums = amounts(situation, kind.sums(situation), delay_day(situation, kind, today))
    demands = (*kind.demands(situation, sums), *beside(situation, sums))
    given = settled(situation, sums, demands, today)
    due, late = deadlines(situation, kind), delay(situation, kind, today, given)
    examined = Examined(situation, kind, grounds, sums, today)
    return Assessment(
        law_as_of=situation.as_of,
        limits=situation.limits,
        repairs=_repairs(situation),
        warranty=situation.warranty.span,
        warranty_years=situation.out_of_use.years,
        grounds=grounds,
        findings=all_findings(examined),
        amounts=sums,
        deadlines=due,
        delay=late,
        demands=demands,
        list_item=_list_item(situation),
        in_warranty=situation.warranty.lasts_on(situation.as_of),
        defect_period=defect_period(
            situation, relied_on(grounds, kind.grounds, case.answers.day_count)
        ),
        current_same_as=_current_same_as(situation),
        current_removed_in=_current_removed_in(situation),
        claims_until=situation.claims_until(),
        settled=with_penalty(situation, given, due, late),
    )


def _repairs(situation: Situation) -> tuple[RepairDays, ...]:
    return tuple(
        structs.replace(
            repair,
            running=stay.running,
            term=situation.repair_term(stay),
            longest=situation.longest_repair(stay),
            late=situation.late(stay),
        )
        for stay, repair in zip(situation.facts.stays, situation.out_of_use.repairs, strict=True)
    )


def _list_item(situation: Situation) -> int | None:
    category = situation.case.purchase.category
    item = situation.law.goods.item(category) if category else None
    return item.number if item else None


def _current_same_as(situation: Situation) -> tuple[int, ...]:
    """Return the numbers of the repairs that were about the present defect."""
    facts = situation.facts
    group = facts.defects.current_group
    if group is None:
        return ()
    alike = (stay for stay in facts.stays if facts.defects.group(stay.index) == group)
    return tuple(stay.number for stay in alike)


def _current_removed_in(situation: Situation) -> tuple[int, ...]:
    """Return those of them that removed it before it was noticed: only then it came back."""
    facts = situation.facts
    stays = (facts.stays[number - 1] for number in _current_same_as(situation))
    return tuple(
        stay.number
        for stay in stays
        if stay.finished and stay.in_order and stay.ended and stay.ended <= facts.noticed_on
    )
