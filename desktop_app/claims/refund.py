"""Refund: the contract is refused and the money demanded back (абз. 6 п. 1 ст. 18)."""

from desktop_app.assessment.kind import Kind

REFUND = Kind(
    id="refund",
    title="Возврат денег за товар",
    grounds=(
        "unusable_over_30_days",
        "substantial_defect",
        "repair_deadline_missed",
        "within_15_days",
        "not_technically_complex",
    ),
    answer_days="refund_answer_days",
    templates="refund",
)
