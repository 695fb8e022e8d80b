"""The contract's own example, the keys of the contract, and their order."""

import json
from typing import Any

import pytest
from case_contract import ANSWERS, ENUMS, EXAMPLE, VERSION_1, as_bytes, case_with, groups, paths_of

from desktop_app.case.file import dump_case, parse_case
from desktop_app.case.model import Case


def leaves(value: object, path: str = "") -> list[str]:
    """Paths of a JSON value in the order of the file, rows once, free maps not opened."""
    if isinstance(value, dict) and ANSWERS.get(path) != "map":
        paths = [leaves(child, f"{path}.{key}" if path else key) for key, child in value.items()]
    elif isinstance(value, list) and ANSWERS.get(path) != "list":
        paths = [leaves(row, f"{path}[]") for row in value]
    else:
        return [path]
    return list(dict.fromkeys(leaf for group in paths for leaf in group))


@pytest.mark.parametrize("content", [EXAMPLE, VERSION_1], ids=["example", "version 1"])
def test_what_was_written_reads_as_the_same_case(content: bytes) -> None:
    case = parse_case(content)
    assert parse_case(dump_case(case)) == case
    assert dump_case(parse_case(dump_case(case))) == dump_case(case)


def test_the_example_is_written_as_the_contract_shows_it() -> None:
    expected: dict[str, Any] = json.loads(EXAMPLE)
    written = json.loads(dump_case(parse_case(EXAMPLE)))
    del expected["answers"], written["answers"]  # null, or the empty memory of the form
    assert json.dumps(written) == json.dumps(expected)


def test_the_full_file_is_written_byte_for_byte() -> None:
    assert json.dumps(json.loads(dump_case(parse_case(VERSION_1)))) == json.dumps(
        json.loads(VERSION_1)
    )


def test_a_file_is_utf_8_one_key_to_a_line_and_ends_with_a_line_break() -> None:
    lines = dump_case(parse_case(EXAMPLE)).decode("utf-8").split("\n")
    assert lines[0] == "{" and lines[-2:] == ["}", ""]
    assert '  "surname": "Кузнецова",' in lines


def test_the_model_has_the_keys_of_the_contract_in_its_order_and_no_other() -> None:
    assert leaves(json.loads(dump_case(parse_case(VERSION_1)))) == list(ANSWERS)


def test_the_stored_file_fills_every_key() -> None:
    assert leaves(json.loads(VERSION_1)) == list(ANSWERS)


@pytest.mark.parametrize("path", [*ANSWERS, *groups()])
def test_every_key_may_be_null(path: str) -> None:
    if not path.endswith("[]"):
        case = parse_case(as_bytes(case_with(path, None)))
        assert parse_case(dump_case(case)) == case


@pytest.mark.parametrize("path", ["repairs", "losses", "attachments", "answers.accepted_risks"])
def test_a_list_may_be_null_or_empty(path: str) -> None:
    for value in (None, []):
        assert parse_case(as_bytes(case_with(path, value)))


def test_an_empty_object_is_an_empty_case() -> None:
    assert parse_case(b"{}") == Case()


@pytest.mark.parametrize("path", paths_of("enum"))
def test_every_value_of_the_contract_is_taken(path: str) -> None:
    for value in ENUMS[path]:
        content = as_bytes(case_with(path, value))
        assert f'"{path.rpartition(".")[2]}": "{value}"' in dump_case(parse_case(content)).decode()


@pytest.mark.parametrize("written", ["0", "0.0", "0.00", "1.5", "10.50", "999999999.99"])
def test_money_is_kept_as_it_was_written(written: str) -> None:
    content = dump_case(parse_case(as_bytes(case_with("purchase.price", written))))
    assert json.loads(content)["purchase"]["price"] == written


@pytest.mark.parametrize(("written", "worth"), [("00.00", 0), ("000000001", 1), ("07.5", 7.5)])
def test_money_may_begin_with_zeros(written: str, worth: float) -> None:
    assert parse_case(as_bytes(case_with("purchase.price", written))).purchase.price == worth


def test_a_byte_order_mark_is_allowed_and_not_written() -> None:
    case = parse_case(b"\xef\xbb\xbf" + EXAMPLE)
    assert case == parse_case(EXAMPLE)
    assert dump_case(case).startswith(b"{")


def test_keys_may_stand_in_any_order() -> None:
    turned = dict(reversed(json.loads(EXAMPLE).items()))
    assert parse_case(as_bytes(turned)) == parse_case(EXAMPLE)
