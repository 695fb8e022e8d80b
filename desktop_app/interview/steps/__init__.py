"""The thirteen steps in order: the easy and decisive first, the personal and the bank last."""

from desktop_app.interview.question import Step
from desktop_app.interview.steps import (
    bank,
    buyer,
    claim,
    defect,
    documents,
    done,
    law,
    losses,
    payment,
    purchase,
    repairs,
    review,
    seller,
)

STEPS: tuple[Step, ...] = (
    purchase.STEP,
    repairs.STEP,
    defect.STEP,
    law.STEP,
    payment.STEP,
    claim.STEP,
    losses.STEP,
    seller.STEP,
    buyer.STEP,
    bank.STEP,
    documents.STEP,
    review.STEP,
    done.STEP,
)
