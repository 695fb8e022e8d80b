"""Scans and cases that name them, for the tests of the register."""

from register_examples import EXAMPLE

from desktop_app.case.edit import replaced
from desktop_app.case.model import Attachment
from desktop_app.register import kept_scans

PDF = b"%PDF-1.7 "


def naming(*files, case=EXAMPLE):
    """The case with these files as its only annexes."""
    annexes = tuple(Attachment(title=f"Лист {n}", file=str(f)) for n, f in enumerate(files, 1))
    return replaced(case, "attachments", annexes)


def written(folder, **scans):
    """Write scans and return their paths; a scan holds its text."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in scans.items():
        (folder / f"{name}.pdf").write_bytes(PDF + text.encode())
    return [folder / f"{name}.pdf" for name in scans]


def inside(register, case_id):
    """Names and bytes of the kept scans, by the order of the annexes; None for one not kept."""
    case = register.read(case_id).case
    found = kept_scans.scans_of(register, case_id, case)
    contents = [found.get(annex.file or "") for annex in case.attachments]
    return [content and (content.name, content.data) for content in contents]


def rows(register):
    """How many bytes each row of the table holds."""
    found = register.select("SELECT length(bytes) FROM scans ORDER BY number")
    return [size for (size,) in found]
