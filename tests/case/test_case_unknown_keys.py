"""A key that the contract does not have, or has twice, or that can't be printed."""

import pytest
from case_contract import ANSWERS, as_bytes, case_with, groups, refusal
from case_sentence import assert_is_a_sentence, assert_is_one_line

OPEN_GROUPS = [path for path in groups() if path]
MISSPELT = [
    ("buyr", "", "buyer"),
    ("leter_date", "", "letter_date"),
    ("Kind", "", "kind"),
    ("sur_name", "buyer", "surname"),
    ("prices", "purchase", "price"),
    ("serial-number", "purchase", "serial_number"),
    ("amout", "payment.loan", "amount"),
    ("acts", "repairs[]", "act"),
    ("same_defect", "repairs[]", "same_defect_as"),
    ("summ_amount", "losses[]", "amount"),
    ("sheet", "attachments[]", "sheets"),
    ("knd", "delivery.response", "kind"),
    ("fact", "answers.accepted_risks[]", "facts"),
    ("day_counts", "answers", "day_count"),
    ("sourse", "demands.price_difference", "source"),
]


@pytest.mark.parametrize(("key", "group", "meant"), MISSPELT)
@pytest.mark.parametrize("value", ["x", None, "", " ", 5, {}, []], ids=repr)
def test_a_misspelt_key_is_named_with_the_one_that_was_meant(
    key: str, group: str, meant: str, value: object
) -> None:
    message = refusal(as_bytes(case_with(f"{group}.{key}" if group else key, value)))
    assert_is_a_sentence(message)
    assert f"неизвестный ключ «{key}»" in message
    assert f"озможно, вы имели в виду «{meant}»" in message
    assert message.startswith(group.replace("[]", "[0]"))


@pytest.mark.parametrize("group", OPEN_GROUPS)
@pytest.mark.parametrize("key", ["щщщ", "", " ", "$$$", "x" * 10_000, "a.b[0]", "`", "'\"«»"])
def test_a_key_like_no_other_is_named(group: str, key: str) -> None:
    row = {key: None}
    message = refusal(as_bytes(case_with(group, row)))
    assert_is_one_line(message)
    assert len(message) < 500
    assert message.startswith(f"{group.replace('[]', '[0]')}: неизвестный ключ «{key.strip()[:50]}")
    assert "вы имели в виду" not in message


def test_the_second_row_is_named() -> None:
    assert refusal(as_bytes({"losses": [{}, {"amont": "1"}]})).startswith("losses[1]: неизвестный")


@pytest.mark.parametrize("path", list(ANSWERS))
def test_a_key_given_twice_is_an_error_at_any_depth(path: str) -> None:
    key = path.rpartition(".")[2]
    once = as_bytes(case_with(path, None)).decode()
    twice = once.replace(f'"{key}": null', f'"{key}": null, "{key}": null')
    assert twice != once
    message = refusal(twice.encode())
    assert_is_a_sentence(message)
    assert f"ключ «{key}» записан дважды" in message
    assert message.startswith(path.rpartition(".")[0].replace("[]", "[0]"))


@pytest.mark.parametrize(
    "content",
    [
        b'{"buyer": {}, "kind": "refund", "buyer": {}}',
        b'{"buyer": {"email": "a"}, "buyer": null}',
        b'{"kind": null, "\\u006bind": "refund"}',
        b'{"answers": {"unreadable": {"a": "1", "a": "2"}}}',
        b'{"answers": {"accepted_risks": [{"facts": {"a": {"b": 1, "b": 1}}}]}}',
        b'{"unknown": {"a": 1, "a": 2}}',
    ],
)
def test_a_key_given_twice_is_an_error_whatever_the_values(content: bytes) -> None:
    assert "записан дважды" in refusal(content)


def test_the_same_key_in_two_rows_is_not_given_twice() -> None:
    assert "дважды" not in refusal(b'{"repairs": [{"act": "1"}, {"act": "2"}], "wrong": 1}')


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\x7f", "\x85", "\ud800", "\ufeff", "\u202e"])
@pytest.mark.parametrize("group", ["", "buyer", "repairs[]", "answers.unreadable"])
def test_a_key_with_hidden_characters_is_refused(group: str, char: str) -> None:
    key = f"surname{char}"
    case = case_with(group, {key: "x"}) if group else {key: "x"}
    message = refusal(as_bytes(case))
    assert_is_a_sentence(message)
    assert "surname" in message and message.startswith(group.replace("[]", "[0]"))


@pytest.mark.parametrize("char", ["\x00", "\ud800"])
def test_hidden_characters_in_the_keys_of_facts_are_refused(char: str) -> None:
    facts = {"deep": [{f"key{char}": 1}]}
    message = refusal(as_bytes(case_with("answers.accepted_risks[].facts", facts)))
    assert message.startswith("answers.accepted_risks[0].facts.deep[0]: ")
