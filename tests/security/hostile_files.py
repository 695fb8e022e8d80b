"""Cases with names that somebody typed, and what lies in a folder, links not followed."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from letters import example

from desktop_app import paths
from desktop_app.case.edit import replaced
from desktop_app.case.file import read_case
from desktop_app.case.model import Attachment
from desktop_app.register import kept_scans
from desktop_app.register.register import Register
from desktop_app.register.scan_content import Content

EXAMPLE = read_case(paths.resource("examples", "refund.json"))
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
PDF = b"%PDF-1.4 of nobody"


def case(name: str, **more: object) -> bytes:
    raw = example() | {"id": None} | more
    raw["buyer"] |= {"surname": name, "given_name": name, "patronymic": name}
    raw["seller"]["name"] = raw["purchase"]["item"] = raw["purchase"]["model"] = name
    raw["attachments"] = [{"title": name, "file": None}]
    return json.dumps(raw).encode()


def tree(folder: Path) -> dict[str, bytes | None]:
    """Everything below a folder; links are not followed."""
    found = {}
    for path in sorted(folder.rglob("*")):
        held = str(path.readlink()).encode() if path.is_symlink() else None
        found[str(path.relative_to(folder))] = (
            path.read_bytes() if held is None and path.is_file() else held
        )
    return found


def link(path: Path, to: Path) -> None:
    try:
        path.symlink_to(to)
    except OSError:
        pytest.fail("no links here: run these tests where links can be made")


def kept(register: Register):
    own = replaced(EXAMPLE, "attachments", (Attachment(title="скан", file="/нет/чек.pdf"),))
    case_id = register.new(own, NOON)
    kept_scans.keep(register, case_id, {"/нет/чек.pdf": Content("чек.pdf", PDF)})
    return case_id
