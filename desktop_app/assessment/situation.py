"""A case with what the rules need of it worked out once: facts, warranty, days, law."""

from datetime import date

from desktop_app.assessment.chosen import LawOfCase
from desktop_app.assessment.facts import Facts, Stay, possible
from desktop_app.assessment.model import Limits
from desktop_app.assessment.out_of_use import OutOfUse
from desktop_app.assessment.warranty import WarrantyTerm
from desktop_app.case.model import Case
from desktop_app.law.book import LawBook
from desktop_app.law.terms import add_years, last_day


class Situation:
    """What grounds, findings and sums are all drawn from."""

    def __init__(self, case: Case, book: LawBook, as_of: date) -> None:
        self.case = case
        self.as_of = as_of
        self.facts = Facts(case, as_of)
        self.law = LawOfCase(book, self.facts)
        self.limits = Limits(
            out_of_use=self.law.whole("unusable_days_threshold"),
            repairs=self.law.whole("unusable_repairs_at_least"),
            defects=self.law.whole("unusable_defects_at_least"),
            any_defect=self.law.whole("complex_goods_free_refund_days"),
        )
        self.warranty = WarrantyTerm(self.facts)
        self.out_of_use = OutOfUse(self.facts, self.warranty)
        self._terms = {stay.index: self._repair_term(stay) for stay in self.facts.stays}

    def claims_until(self) -> date | None:
        """Return the last day on which a defect that shows itself is the seller's.

        The longer of the extended warranty and two years from the transfer
        (п. 1, 5 ст. 19); None where the transfer is not known.
        """
        transfer = self.facts.transfer
        if transfer is None:
            return None
        two_years = add_years(transfer, self.law.whole("claim_without_warranty_years"))
        return max(two_years, self.warranty.span.extended_until or two_years)

    def in_claim_period(self, day: date) -> bool | None:
        """Whether a defect noticed on `day` is the seller's; None: the transfer is unknown."""
        until = self.claims_until()
        return None if until is None else day <= until

    @property
    def claimed_on(self) -> date:
        """The day on which the claim is made: sent or handed over, if told, else its date."""
        delivery = self.case.delivery
        told = (delivery.sent_on or delivery.handed_on) if delivery else None
        return possible(told) or self.as_of

    def longest_repair(self, stay: Stay) -> int:
        """Return the most days that a repair may take by agreement (п. 1 ст. 20)."""
        return self.law.whole("repair_max_days", repair_request=stay.requested)

    def repair_term(self, stay: Stay) -> date | None:
        """Return the last day of the repair: the agreed days but at most the law's (п. 1 ст. 20).

        The day of the request is day 0, a non-working last day moves (ст. 193 ГК).
        None where the day of the request is not known.
        """
        return self._terms[stay.index]

    def _repair_term(self, stay: Stay) -> date | None:
        if stay.requested is None:
            return None
        longest = self.longest_repair(stay)
        agreed = self.facts.repairs[stay.index].agreed_days
        days = longest if agreed is None else min(agreed, longest)
        return last_day(stay.requested, days, self.law.calendar)

    def late(self, stay: Stay) -> bool:
        """Whether the repair ended, or still runs, after its last day."""
        term = self.repair_term(stay)
        return bool(stay.repaired and stay.in_order and term and stay.ended and stay.ended > term)
