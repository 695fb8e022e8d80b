"""The JSON Schema of the case file, made from the model."""

import json
from typing import Any

import msgspec

from desktop_app.case.amounts import WrittenDecimal
from desktop_app.case.model import Case


def case_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a case file; every answer may be null."""
    schema = msgspec.json.schema(Case, schema_hook=_written)
    for group in schema["$defs"].values():
        group["properties"] = {key: _or_null(kind) for key, kind in group["properties"].items()}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema


def schema_text() -> str:
    """Return the schema as readable JSON."""
    return json.dumps(case_schema(), ensure_ascii=False, indent=1)


def _or_null(kind: dict[str, Any]) -> dict[str, Any]:
    null = {"type": "null"}
    if null in kind.get("anyOf", ()):
        return kind
    rest = {key: value for key, value in kind.items() if key != "default"}
    return {"anyOf": [rest, null]} | {key: kind[key] for key in kind if key == "default"}


def _written(kind: type) -> dict[str, Any]:
    if issubclass(kind, WrittenDecimal):
        return {"type": "string", "pattern": f"^{kind.pattern}$"}
    raise NotImplementedError(kind)
