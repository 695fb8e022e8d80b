"""When questions are asked: named functions of the case, and of a row where the answer has one.

They follow what the assessment and the letter read: an answer that these pass over is not asked.
"""

from desktop_app.case.model import Case, PaymentMethod, Repair
from desktop_app.interview.question import Condition


def told_none(case: Case, path: str) -> bool:
    """Whether the person said that there is no such thing («представителя нет», «ремонтов нет»)."""
    return path in case.answers.no_document


def has_repairs(case: Case) -> bool:
    """Whether the case has a repair and the person did not say that there were none."""
    return bool(case.repairs) and not told_none(case, "repairs")


def has_defect_now(case: Case) -> bool:
    """Whether something is wrong now, or this has not been told yet but a detail of it has."""
    return case.current_defect is not None and not told_none(case, "current_defect")


def _repair(case: Case, row: int | None) -> Repair:
    return (case.repairs or ())[row or 0]


def _came_back(case: Case, row: int | None) -> bool:
    repair = _repair(case, row)
    return repair.outcome != "in_repair" or repair.returned is not None


def _refers(case: Case) -> bool:
    return case.current_defect is not None and case.current_defect.same_defect_as is not None


def _paid(method: PaymentMethod) -> Condition:
    words = {
        "own_funds": "платили своими деньгами",
        "installment": "платят магазину по графику",
        "consumer_loan": "платят банку по графику",
    }
    return Condition(words[method], lambda case, row: case.payment.method == method)


BY_INSTALLMENT = _paid("installment")
BY_LOAN = _paid("consumer_loan")

MONEY_BACK = Condition("требуют деньги за товар", lambda case, row: case.kind != "replacement")
GOODS_ANEW = Condition("требуют замену", lambda case, row: case.kind == "replacement")
LOAN_COSTS = Condition(
    "платят банку по графику, и требуют деньги",
    lambda case, row: MONEY_BACK.holds(case, row) and BY_LOAN.holds(case, row),
)
OTHER_GOODS = Condition(
    "требуют другой товар",
    lambda case, row: GOODS_ANEW.holds(case, row) and _wants_other(case),
)

REPAIRED_AT_ALL = Condition("товар чинили", lambda case, row: has_repairs(case))
REPAIRED_TWICE = Condition(
    "ремонтов не меньше двух", lambda case, row: has_repairs(case) and len(case.repairs or ()) > 1
)
CAME_BACK = Condition("товар вернулся из этого ремонта", _came_back)
NOT_FIRST_REPAIR = Condition(
    "это не первый ремонт",
    lambda case, row: bool(row) or _repair(case, row).same_defect_as is not None,
)

MORE_TO_DEMAND = Condition(
    "требуют деньги, или товар чинили",
    lambda case, row: MONEY_BACK.holds(case, row) or REPAIRED_AT_ALL.holds(case, row),
)

DEFECT_NOW = Condition("товар неисправен сейчас", lambda case, row: has_defect_now(case))
DEFECT_NOW_AFTER_REPAIR = Condition(
    "товар неисправен сейчас, и раньше его чинили",
    lambda case, row: has_defect_now(case) and (has_repairs(case) or _refers(case)),
)

PRICE_DIFFERENCE = Condition(
    "требуют разницу в цене",
    lambda case, row: (
        MONEY_BACK.holds(case, row)
        and case.demands.price_difference is not None
        and not told_none(case, "demands.price_difference")
    ),
)
REPRESENTED = Condition(
    "письмо подписывает представитель",
    lambda case, row: case.representative is not None and not told_none(case, "representative"),
)

HANDED_BY_POST = Condition("письмо отправлено почтой", lambda case, row: _channel(case) == "post")
HANDED_IN_PERSON = Condition("письмо отдано лично", lambda case, row: _channel(case) == "in_person")
SENT = Condition("письмо отправлено", lambda case, row: _channel(case) in ("post", "email"))
ANSWERED = Condition(
    "магазин ответил",
    lambda case, row: _response(case) not in (None, "silence"),
)
ANSWERED_WITH_MONEY = Condition(
    "магазин вернул деньги",
    lambda case, row: MONEY_BACK.holds(case, row) and _response(case) in ("paid", "partly"),
)


def _wants_other(case: Case) -> bool:
    return case.demands.replacement is not None and case.demands.replacement.same is False


def _response(case: Case) -> str | None:
    response = case.delivery.response if case.delivery else None
    return response.kind if response else None


def _channel(case: Case) -> str | None:
    return case.delivery.channel if case.delivery else None
