"""A case is a value: a change makes a new one."""

from decimal import Decimal

import msgspec
import pytest
from case_contract import VERSION_1

from desktop_app.case.amounts import Money, Percent
from desktop_app.case.file import parse_case
from desktop_app.case.model import Case

CASE = parse_case(VERSION_1)


def structs(value: object) -> list[msgspec.Struct]:
    """Every group of answers in the case."""
    if isinstance(value, tuple):
        return [struct for item in value for struct in structs(item)]
    if not isinstance(value, msgspec.Struct):
        return []
    inside = [getattr(value, field) for field in value.__struct_fields__]
    return [value, *(struct for item in inside for struct in structs(item))]


@pytest.mark.parametrize("group", structs(CASE), ids=lambda group: type(group).__name__)
def test_no_answer_can_be_changed(group: msgspec.Struct) -> None:
    for field in group.__struct_fields__:
        with pytest.raises(AttributeError):
            setattr(group, field, None)


def test_every_list_is_a_tuple() -> None:
    assert isinstance(CASE.repairs, tuple) and isinstance(CASE.losses, tuple)
    assert isinstance(CASE.attachments, tuple) and isinstance(CASE.answers.accepted_risks, tuple)
    assert isinstance(CASE.answers.unknown, tuple) and isinstance(CASE.answers.no_document, tuple)


def test_a_changed_answer_makes_another_case() -> None:
    changed = msgspec.structs.replace(CASE, kind="refund")
    assert changed.kind == "refund" and CASE.kind == "replacement" and changed != CASE


def test_two_empty_cases_share_no_memory() -> None:
    Case().answers.unreadable["purchase.price"] = "сорок"
    assert Case().answers.unreadable == {}


@pytest.mark.parametrize(
    ("written", "kind"), [("44091.00", Money), ("0", Money), ("19.9", Percent), ("0.001", Percent)]
)
def test_a_written_number_is_exact(written: str, kind: type[Money] | type[Percent]) -> None:
    assert kind.read(written) == Decimal(written) and str(kind.read(written)) == written
    assert isinstance(kind.read(written), Decimal)


@pytest.mark.parametrize("wrong", [5, 5.0, None, Decimal(5), b"5", "", " 5", "5\n", "1e9", "٥"])
def test_only_a_string_of_the_strict_form_is_read(wrong: object) -> None:
    for kind in (Money, Percent):
        with pytest.raises(ValueError, match="form"):
            kind.read(wrong)
