"""So much of JSON Schema as the schema of the case file uses, checked by hand."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "null": type(None),
}
KNOWN = {
    "$ref", "anyOf", "type", "properties", "required", "additionalProperties", "items", "enum",
    "pattern", "format", "minimum", "maximum", "maxItems",
    "default", "title", "description", "$schema", "$defs",
}  # fmt: skip


def complaints(value: Any, kind: dict[str, Any], root: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the value; an unheard-of keyword of the schema is an error."""
    assert set(kind) <= KNOWN, set(kind) - KNOWN
    if "$ref" in kind:
        yield from complaints(value, root["$defs"][kind["$ref"].removeprefix("#/$defs/")], root)
    if "anyOf" in kind and all(list(complaints(value, way, root)) for way in kind["anyOf"]):
        yield f"{value!r} is none of {kind['anyOf']}"
    if "enum" in kind and not any(
        value == one and type(value) is type(one) for one in kind["enum"]
    ):
        yield f"{value!r} is not in {kind['enum']}"
    if "type" in kind:
        yield from _of_type(value, kind, root)


def _of_type(value: Any, kind: dict[str, Any], root: dict[str, Any]) -> Iterator[str]:
    is_bool = isinstance(value, bool)
    if not isinstance(value, TYPES[kind["type"]]) or (is_bool and kind["type"] != "boolean"):
        yield f"{value!r} is no {kind['type']}"
    elif isinstance(value, dict):
        yield from _object(value, kind, root)
    elif isinstance(value, list):
        if len(value) > kind.get("maxItems", len(value)):
            yield "too long"
        for item in value:
            yield from complaints(item, kind["items"], root)
    elif isinstance(value, str):
        if not re.search(kind.get("pattern", "").replace("$", r"\Z"), value, re.ASCII):
            yield f"{value!r} is not {kind['pattern']}"
        yield from _of_format(value, kind.get("format"))
    elif "minimum" in kind and not kind["minimum"] <= value <= kind["maximum"]:
        yield f"{value} is not from {kind['minimum']} to {kind['maximum']}"


def _object(value: dict[str, Any], kind: dict[str, Any], root: dict[str, Any]) -> Iterator[str]:
    properties, others = kind.get("properties", {}), kind.get("additionalProperties", True)
    yield from (f"{key} is missing" for key in kind.get("required", ()) if key not in value)
    for key, child in value.items():
        if key in properties:
            yield from complaints(child, properties[key], root)
        elif others is False:
            yield f"{key} is unknown"
        elif isinstance(others, dict):
            yield from complaints(child, others, root)


def _of_format(value: str, name: str | None) -> Iterator[str]:
    try:
        if name == "date":
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII)
            date.fromisoformat(value)
        elif name == "uuid":
            assert str(UUID(value)) == value.lower()
        else:
            assert name is None, name
    except (ValueError, AssertionError):
        yield f"{value!r} is no {name}"
