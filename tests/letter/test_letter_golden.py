"""Every branch of the letter as text that a lawyer can read in a difference."""

import pytest
from letters import SITUATIONS, changed, letter_of, text_of


@pytest.mark.parametrize("name", SITUATIONS)
def test_letter_reads_as_agreed(name, golden):
    golden(name, text_of(letter_of(changed(SITUATIONS[name]))))


def test_consumers_copy_has_the_acceptance_block_and_nothing_else_changes(golden):
    seller = text_of(letter_of(changed({})))
    consumer = text_of(letter_of(changed({}), copy="consumer"))
    golden("own-funds-consumer", consumer)
    head, _, rest = consumer.partition("[Раздел] Отметка о вручении")
    assert head.replace("Экземпляр потребителя", "Экземпляр продавца") == seller
    assert "Свидетель 2" in rest


def test_empty_draft_rules_its_blanks(golden):
    raw = {"format": "claim-case", "version": 1, "letter_date": "2026-10-05"}
    text = text_of(letter_of(raw, draft=True))
    golden("empty-draft", text)
    assert "ЧЕРНОВИК" in text


def test_half_filled_draft_is_stamped(golden):
    raw = changed({"purchase.price": None, "seller.address": None, "repairs": []})
    golden("half-draft", text_of(letter_of(raw, draft=True)))
