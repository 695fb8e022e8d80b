"""The scans inside the register: the bytes of the files that a case names, by these names.

A case survives the stick with its scans being pulled. Bytes that are the same stand once in a
case: other rows of the same hash hold none. What is kept stands until the file is chosen again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from desktop_app.errors import UserError
from desktop_app.register.faults import GoneError, damaged, understood
from desktop_app.register.scan_content import MOST_IN_ALL, Content, content_at, is_scan, too_much
from desktop_app.register.scans import files_of

if TYPE_CHECKING:
    from apsw import SQLiteValue

    from desktop_app.case.model import Case
    from desktop_app.register.store import Store

Find = Callable[[str], bytes | None]
Scans = Mapping[str, Content]
NO_SCANS: Final[Scans] = {}
_CASE = "(SELECT number FROM cases WHERE id = :case)"
_READ = f"""
    SELECT name, sha256, (SELECT bytes FROM scans AS holder WHERE holder.sha256 = scans.sha256
        AND holder.case_number = scans.case_number AND length(holder.bytes) > 0)
    FROM scans WHERE case_number = {_CASE} AND file = :file"""
_SIZE = f"SELECT coalesce(sum(length(bytes)), 0) FROM scans WHERE case_number = {_CASE}"
# The bytes of a row that goes move to the next one of the same hash.
_PASS_ON = f"""
    UPDATE scans SET bytes =
        (SELECT bytes FROM scans WHERE case_number = {_CASE} AND file = :file)
    WHERE number = (SELECT min(number) FROM scans WHERE case_number = {_CASE} AND file <> :file
        AND sha256 = (SELECT sha256 FROM scans WHERE case_number = {_CASE} AND file = :file
            AND length(bytes) > 0))"""
_ADD = f"""
    INSERT INTO scans (case_number, file, name, sha256, bytes)
    VALUES ({_CASE}, :file, :name, :sha256, :bytes)"""
_COPY = f"""
    INSERT OR IGNORE INTO scans (case_number, file, name, sha256, bytes)
    SELECT (SELECT number FROM cases WHERE id = :new), file, name, sha256, bytes
    FROM scans WHERE case_number = {_CASE}"""


def kept(register: Store, case_id: UUID) -> Mapping[str, str]:
    """Return the files of a case whose bytes are kept: their hashes by the names in the case."""
    found = register.select(
        f"SELECT file, sha256 FROM scans WHERE case_number = {_CASE}", {"case": str(case_id)}
    )
    return dict(found)


def content_of(register: Store, case_id: UUID, file: str) -> Content | None:
    """Return a kept scan, None if it is not kept. Raises UserError where it is damaged."""
    found = register.select(_READ, {"case": str(case_id), "file": file})
    if not found:
        return None
    name, hashed, data = found[0]
    with understood(register.path):
        if sha256(data).hexdigest() != hashed:
            raise damaged(register.path)
    return Content(name, data)


def finder(register: Store, case_id: UUID) -> Find:
    """Return what gives the kept bytes of a file of this case, None where it has none."""

    def find(file: str) -> bytes | None:
        found = content_of(register, case_id, file)
        return None if found is None else found.data

    return find


def scans_of(register: Store, case_id: UUID, case: Case) -> dict[str, Content]:
    """Return the kept scans that the case names, by these names."""
    found = {file: content_of(register, case_id, file) for file in files_of(case)}
    return {file: content for file, content in found.items() if content is not None}


def found_scans(register: Store, case_id: UUID, case: Case) -> dict[str, Content]:
    """Return the scans that the case names: the kept ones, and those that are only on the disk."""
    found = scans_of(register, case_id, case)
    for file in files_of(case):
        content = None if file in found else _on_disk(file)
        if content is not None:
            found[file] = content
    return found


def keep(register: Store, case_id: UUID, scans: Scans) -> None:
    """Keep these scans of a case, each under its name in the case, in the place of older ones.

    All of them or none: raises UserError where they are too large together, GoneError.
    """
    with register.transaction():
        if not register.select("SELECT 1 FROM cases WHERE id = ?", (str(case_id),)):
            raise GoneError
        for file, content in scans.items():
            _keep(register, case_id, file, content)


def copy(register: Store, case_id: UUID, new_id: UUID) -> None:
    """Keep the scans of a case for another one too."""
    register.write(_COPY, {"case": str(case_id), "new": str(new_id)})


def take_in(register: Store, case_id: UUID, case: Case) -> None:
    """Keep the scans that the case names, lie at their full paths and are not kept yet.

    What can't be read or kept is left where it is: whoever shows the case says so.
    """
    here = kept(register, case_id)
    for file in files_of(case):
        content = None if file in here else _on_disk(file)
        if content is not None:
            with suppress(UserError):
                keep(register, case_id, {file: content})


def forget_unnamed(register: Store, case_id: UUID) -> None:
    """Forget the scans that neither the case nor any of its versions names.

    Where one of them can't be read by this program, all scans stay.
    """
    from desktop_app.register.contents import case_in

    here = kept(register, case_id)
    contents = register.select(
        f"SELECT content FROM cases WHERE id = :case UNION ALL SELECT content FROM versions"
        f" WHERE case_number = {_CASE}",
        {"case": str(case_id)},
    )
    named: set[str] = set()
    for (content,) in contents if here else ():
        if named >= here.keys():
            return
        try:
            named.update(files_of(case_in(content.encode())))
        except UserError:
            return
    unnamed = here.keys() - named
    if not unnamed:
        return
    with register.transaction():
        for file in unnamed:
            _forget(register, case_id, file)


def _on_disk(file: str) -> Content | None:
    """Return a scan that lies at its full path, None where none can be read there."""
    if not may_be_read(file):
        return None
    with suppress(UserError):
        content = content_at(Path(file))
        return content if is_scan(content) else None
    return None


def may_be_read(file: str) -> bool:
    """Say whether a file may be looked at unasked: not where a name alone reaches the network."""
    return Path(file).is_absolute() and not (os.name == "nt" and file[:2] in ("\\\\", "//"))


def _keep(register: Store, case_id: UUID, file: str, content: Content) -> None:
    bindings = {"case": str(case_id), "file": file, "sha256": content.sha256}
    if kept(register, case_id).get(file) == content.sha256:
        return
    _forget(register, case_id, file)
    held = register.select(
        f"SELECT 1 FROM scans WHERE case_number = {_CASE} AND sha256 = :sha256",
        {"case": str(case_id), "sha256": content.sha256},
    )
    size = register.select(_SIZE, {"case": str(case_id)})[0][0]
    if not held and size + len(content.data) > MOST_IN_ALL:
        raise too_much(content.name)
    data = b"" if held else content.data
    register.write(_ADD, bindings | {"name": content.name, "bytes": data})


def _forget(register: Store, case_id: UUID, file: str) -> None:
    bindings: dict[str, SQLiteValue] = {"case": str(case_id), "file": file}
    register.write(_PASS_ON, bindings)
    register.write(f"DELETE FROM scans WHERE case_number = {_CASE} AND file = :file", bindings)
