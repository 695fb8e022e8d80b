"""The JSON Schema that `pretenziya schema` prints says what the reader does."""

import json
from typing import Any

import pytest
from case_contract import ANSWERS, EXAMPLE, VERSION_1, case_with, groups, paths_of
from case_schema_walk import complaints
from test_case_bad_values import BAD

from desktop_app.case.file import dump_case, parse_case
from desktop_app.case.model import Case
from desktop_app.case.schema import case_schema, schema_text

SCHEMA = json.loads(schema_text())


def wrongs(case: object) -> list[str]:
    return list(complaints(case, SCHEMA, SCHEMA))


def kind_at(path: str) -> dict[str, Any]:
    """The schema of one answer, without «or null»."""
    kind = SCHEMA
    for key in ["", *path.split(".")]:
        if key:
            kind = kind["properties"][key.removesuffix("[]")]
        kind = next((way for way in kind.get("anyOf", ()) if way != {"type": "null"}), kind)
        kind = kind["items"] if key.endswith("[]") else kind
        if "$ref" in kind:
            kind = SCHEMA["$defs"][kind["$ref"].removeprefix("#/$defs/")]
    return kind


def test_the_schema_is_json_and_names_its_draft() -> None:
    assert json.loads(json.dumps(case_schema())) == SCHEMA
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_schema_is_new_each_time() -> None:
    case_schema()["$defs"].clear()
    assert json.loads(schema_text()) == SCHEMA


@pytest.mark.parametrize("path", list(ANSWERS))
def test_the_schema_has_every_key(path: str) -> None:
    assert kind_at(path)


def test_the_schema_has_no_other_key() -> None:
    for group in ("", *groups()):
        prefix = f"{group}." if group else ""
        keys = {path[len(prefix) :].split(".")[0] for path in ANSWERS if path.startswith(prefix)}
        kind = kind_at(group) if group else SCHEMA["$defs"]["Case"]
        assert set(kind["properties"]) == {key.removesuffix("[]") for key in keys}
        assert kind["additionalProperties"] is False and not kind.get("required")


@pytest.mark.parametrize("path", paths_of("money"))
def test_money_has_the_pattern_of_the_contract(path: str) -> None:
    assert kind_at(path) == {"type": "string", "pattern": r"^\d{1,9}(\.\d{1,2})?$"}


@pytest.mark.parametrize(
    "content",
    [EXAMPLE, VERSION_1, b"{}", dump_case(Case()), dump_case(parse_case(EXAMPLE))],
    ids=["example", "version 1", "nothing", "empty case", "example as written"],
)
def test_a_good_file_fits_the_schema(content: bytes) -> None:
    assert wrongs(json.loads(content)) == []


@pytest.mark.parametrize("path", [*ANSWERS, *groups()])
def test_null_fits_wherever_an_answer_may_be_absent(path: str) -> None:
    if not path.endswith("[]"):
        assert wrongs(case_with(path, None)) == []
    else:
        assert wrongs(case_with(path, None))
        assert wrongs(case_with(path.removesuffix("[]"), None)) == []


@pytest.mark.parametrize("path", [path for path in ANSWERS if path != "version"])
def test_what_the_reader_refuses_does_not_fit(path: str) -> None:
    for value in BAD[ANSWERS[path]]:
        assert wrongs(case_with(path, value)), ascii(value)


def test_an_unknown_key_or_version_does_not_fit() -> None:
    assert wrongs({"buyr": {}}) and wrongs({"repairs": [{"acts": "1"}]}) and wrongs({"version": 2})
