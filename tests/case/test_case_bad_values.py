"""A value of the wrong form: the path of its key, what is expected, what was found."""

import json

import pytest
from case_contract import ANSWERS, as_bytes, case_with, groups, paths_of, refusal
from case_sentence import assert_is_a_sentence

DAY = ["2025-02-30", "2025-02-29", "2025-2-3", "2025-06-01T00:00", "20250601", "2025-W01-1"]
DAY += ["01.06.2025", "0000-01-01", "10000-01-01", "２０２５-06-01", " 2025-06-01", "2025-06-01\n"]
MONEY = ["NaN", "-NaN", "sNaN", "Infinity", "1e9", "1E2", "1_000", "1 000", "1,50", "١٢", "５"]
MONEY += [
    "+5",
    "-1",
    "-0",
    "1.234",
    "5.",
    ".5",
    " 5",
    "5 ",
    "5\n",
    "5\x00",
    "\u202e5",
    "1234567890",
]
MONEY += ["0x10", "5 руб.", "5\u00a0", "1.2.3", "5\ud800"]
BAD: dict[str, list[object]] = {
    "text": [5, 0, 1.5, True, False, ["x"], {"x": "y"}],
    "day": [*DAY, "2025-01-01\ud800", 5, 1.5, True, [], {}],
    "money": [*MONEY, 5, 0, 44091.5, True, [], {}],
    "percent": ["NaN", "19,9", "19.9%", "-1", "1e1", " 5", "12345", 19.9, 20, True, [], {}],
    "bool": ["true", "false", "да", 0, 1, 1.0, [], {}],
    "int": ["2", "2.0", 2.0, 2.5, True, False, -1, 10**9, 10**30, -(10**30), [], {}],
    "enum": ["x", "REFUND", "Male", 'a"b', "\ud800x", 1, True, [], {}],
    "uuid": ["x", "5f0c1a52-6a1e-4f0e-9d3b", "{5f0c1a52-6a1e-4f0e-9d3b-2b9f7d1c8e01}", 5, [], {}],
    "country": ["ru", "RUS", "R", "РУ", "R1", 7, True, [], {}],
    "map": ["x", "\ud800x", 5, True, ["x"]],
    "list": ["x", 5, True, {"x": "y"}],
    "format": ["claim", "claim-case ", "", 1, True, [], {}, "y" * 1000, "\u202e", "\ud800"],
}
EXPECTED = {
    "text": "текст в кавычках",
    "day": "ГГГГ-ММ-ДД",
    "money": "в рублях строкой в кавычках",
    "percent": "процент строкой в кавычках",
    "bool": "true или false",
    "int": "целое число от",
    "enum": "одно из значений: «",
    "uuid": "UUID",
    "country": "двух больших латинских букв",
    "map": "группа",
    "list": "список в квадратных скобках",
    "format": "«claim-case»",
}
ROWS = [
    pytest.param(kind, value, id=f"{kind} {value!a:.40}") for kind in BAD for value in BAD[kind]
]


def found(value: object) -> str:
    """The beginning of what was found, as JSON writes it; nothing sure for hidden characters."""
    if isinstance(value, list | dict):
        return "список" if isinstance(value, list) else "группа"
    written = json.dumps(value, ensure_ascii=False)
    hidden = isinstance(value, str) and any(char in value for char in "\x00\u202e\ud800\u00a0")
    return "" if hidden else written[:50]


def in_first_rows(path: str) -> str:
    return path.replace("[]", "[0]")


@pytest.mark.parametrize(("kind", "value"), ROWS)
def test_a_wrong_value_is_refused_with_key_expectation_and_finding(
    kind: str, value: object
) -> None:
    for path in paths_of(kind):
        message = refusal(as_bytes(case_with(path, value)))
        assert_is_a_sentence(message)
        assert in_first_rows(path) in message
        assert EXPECTED[kind] in message
        assert f"а здесь {found(value)}" in message


@pytest.mark.parametrize("path", [path for path in ANSWERS if path != "version"])
def test_a_number_with_a_fraction_is_right_nowhere(path: str) -> None:
    message = refusal(as_bytes(case_with(path, 5.5)))
    assert in_first_rows(path) in message and message.endswith("а здесь 5.5.")


@pytest.mark.parametrize("path", groups())
@pytest.mark.parametrize("value", [5, "x", "\ud800", True, ["x"], [[]]], ids=ascii)
def test_a_group_is_written_in_braces(path: str, value: object) -> None:
    if path.endswith("[]") or value != "\ud800":  # unprintable text only is an absent answer
        message = refusal(as_bytes(case_with(path, value)))
        assert_is_a_sentence(message)
        assert message.startswith(f"{in_first_rows(path)}: ожидается группа ответов в фигурных")


@pytest.mark.parametrize("path", [path for path in groups() if path.endswith("[]")])
def test_a_row_is_never_null(path: str) -> None:
    message = refusal(as_bytes(case_with(path, None)))
    assert message.startswith(in_first_rows(path)) and message.endswith("а здесь null.")


@pytest.mark.parametrize("path", [path for path in groups() if path.endswith("[]")])
def test_rows_stand_in_a_list(path: str) -> None:
    for value in ({}, {"0": {}}, "x", 5):
        message = refusal(as_bytes(case_with(path.removesuffix("[]"), value)))
        assert_is_a_sentence(message)
        assert message.startswith(f"{path.removesuffix('[]')}: ожидается список в квадратных")


def test_the_row_is_counted() -> None:
    rows = [{"act": "акт"}, {"act": "акт"}, {"act": 5}]
    assert refusal(as_bytes({"repairs": rows})).startswith("repairs[2].act: ожидается текст")


@pytest.mark.parametrize("path", ["answers.unknown", "answers.no_document"])
@pytest.mark.parametrize("item", [None, 5, True, [], {}])
def test_a_list_of_paths_holds_text(path: str, item: object) -> None:
    message = refusal(as_bytes(case_with(path, ["purchase.price", item])))
    assert message.startswith(f"{path}[1]: ожидается текст в кавычках, а здесь ")


@pytest.mark.parametrize("item", [None, 5, True, [], {}])
def test_what_could_not_be_read_is_kept_as_text(item: object) -> None:
    typed = {"buyer.email": "не помню", "purchase.price": item}
    message = refusal(as_bytes(case_with("answers.unreadable", typed)))
    assert_is_a_sentence(message)
    assert message.startswith("answers.unreadable") and "«purchase.price»" in message
    assert "ожидается текст в кавычках, а здесь " in message


@pytest.mark.parametrize(("path", "low", "high"), [("repairs[].same_defect_as", 1, 1000)])
def test_a_number_of_a_repair_counts_from_one(path: str, low: int, high: int) -> None:
    assert f"от {low} до {high}" in refusal(as_bytes(case_with(path, 0)))
