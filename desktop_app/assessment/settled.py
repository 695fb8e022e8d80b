"""What the seller gave of what was demanded, and what is still owed: decision 0015."""

from datetime import date
from decimal import Decimal
from typing import Literal

from msgspec import Struct


class Settled(Struct, frozen=True):
    """What was given of what was demanded, and what is still owed, in roubles.

    `kind` is the answer as told, `on` its day. `fulfilled` says that nothing of the demands is
    left: the delay ended on that day. `demanded` is the total of the letter, None where a sum
    of it is missing or the main demand is not money; `remainder` is what of it is not `paid`.
    `penalty` is what is owed for the delay by the words of the law (п. 1 ст. 23), less what was
    paid above the demands; `penalty_on_remainder` is the same as many courts count it: after
    the payment from what is left. `disputed` says that the two differ. `claim_by` is the last
    day to sue for what is owed (ст. 196 ГК).
    """

    kind: Literal["paid", "partly"]
    fulfilled: bool
    on: date | None = None
    demanded: Decimal | None = None
    paid: Decimal | None = None
    remainder: Decimal | None = None
    penalty: Decimal | None = None
    penalty_on_remainder: Decimal | None = None
    disputed: bool = False
    claim_by: date | None = None

    @property
    def over(self) -> Decimal:
        """What was paid above the demands: it goes towards the penalty."""
        if self.paid is None or self.demanded is None:
            return Decimal(0)
        return max(Decimal(0), self.paid - self.demanded)
