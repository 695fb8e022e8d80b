"""The vocabulary of the claim letter, by block of the letter."""

from desktop_app.letter.fields import (
    closing,
    defect,
    demand_words,
    grounds,
    parties,
    payment,
    purchase,
    repairs,
    totals,
)
from desktop_app.letter.matter import Matter
from desktop_app.letter.vocabulary import Vocabulary

CLAIM: Vocabulary[Matter] = (
    parties.WORDS
    + purchase.WORDS
    + payment.WORDS
    + repairs.WORDS
    + defect.WORDS
    + grounds.WORDS
    + demand_words.WORDS
    + totals.WORDS
    + closing.WORDS
)
