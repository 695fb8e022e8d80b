"""What any letter can say of the facts, by block; a kind of claim adds its demands."""

from desktop_app.letter.fields import (
    closing,
    defect,
    grounds,
    parties,
    payment,
    purchase,
    repairs,
    totals,
)
from desktop_app.letter.matter import Matter
from desktop_app.letter.vocabulary import Vocabulary

FACTS: Vocabulary[Matter] = (
    parties.WORDS
    + purchase.WORDS
    + payment.WORDS
    + repairs.WORDS
    + defect.WORDS
    + grounds.WORDS
    + totals.WORDS
    + closing.WORDS
)
