"""What writes files: each job with what was there before it; run and killed by `faults_killer.py`.

A job works in a folder of its own: `прежнее` is what it starts from, `новое` where it writes.
"""

import contextlib
import getpass
import io
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from counts import often
from faults_program import EXAMPLE, case_of

from desktop_app.case.edit import replaced
from desktop_app.case.file import dump_case, read_case
from desktop_app.case.model import Attachment
from desktop_app.cli import main
from desktop_app.register import kept_scans
from desktop_app.register.register import Register
from desktop_app.register.scan_content import Content

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
WORD = "сирень и №5 у калитки"
OLD, NEW = "Прежняя", "Новая"
CASES, IN_COPY = 12, 20
SCAN = b"%PDF-1.4 " + bytes(range(256)) * 300


class _Typed(io.StringIO):
    """A terminal at which somebody types."""

    def isatty(self):
        return True


def _with_scan(surname):
    annex = Attachment(title="талон", sheets=1, file="талон.pdf")
    return replaced(case_of(surname), "attachments", (annex,))


def _filled(path, cases, surname):
    with Register.open(path) as register:
        for number in range(cases):
            case_id = register.new(_with_scan(f"{surname}-{number}"), NOON)
            kept_scans.keep(register, case_id, {"талон.pdf": Content("талон.pdf", SCAN)})


def prepare(folder: Path) -> None:
    """Make what all jobs start from."""
    before, after = folder / "прежнее", folder / "новое"
    before.mkdir(parents=True)
    after.mkdir()
    _filled(before / "register.sqlite", CASES, OLD)
    _filled(before / "копия.sqlite", IN_COPY, NEW)
    (before / "дело.json").write_bytes(EXAMPLE.read_bytes())
    (after / "дело.json").write_bytes(dump_case(case_of(OLD)))


def _called(folder, *words):
    code = main([*map(str, words), "--register", str(folder / "прежнее" / "register.sqlite")])
    if code:
        raise SystemExit(code)


def export(folder):
    """«Сохранить как файл», over a file that is there."""
    with Register.open(folder / "прежнее" / "register.sqlite") as register:
        row = register.cases()[0]
        register.export_file(row.id, folder / "новое" / "дело.json", replace=True)


def packet(folder):
    """All letters and sheets, as Word files, as PDF, and as one."""
    words = ("--out", folder / "новое", "--pdf", "--whole")
    _called(folder, "render", folder / "прежнее" / "дело.json", *words)


def folder_of_cases(folder):
    _called(folder, "cases", "export", "--all", "--out", folder / "новое")


def transfer(folder):
    with Register.open(folder / "прежнее" / "register.sqlite") as register:
        case_id = register.cases()[0].id
    _typing()
    _called(folder, "cases", "send", case_id, "--to", folder / "новое" / "дело.pretenziya")


def backup(folder):
    _called(folder, "cases", "backup", "--to", folder / "новое" / "дела.sqlite")


def restore(folder):
    _called(folder, "cases", "restore", folder / "прежнее" / "копия.sqlite", "--yes")


def password(folder):
    _typing()
    _called(folder, "cases", "password")


def calendar(folder):
    from desktop_app.advice.calendar_file import NAME, calendar_file
    from desktop_app.advice.status import milestones
    from desktop_app.assessment.assess import assess
    from desktop_app.claims import kind_of
    from desktop_app.law.book import load_law_book
    from desktop_app.packet.write import write_files

    case = read_case(folder / "прежнее" / "дело.json")
    today = date(2026, 10, 6)
    assessment = assess(case, kind_of(case), load_law_book(), today)
    days = milestones(case, kind_of(case), assessment, today)
    content = calendar_file(case.id, "стиральная машина", days, today)
    write_files({NAME: content}, folder / "новое")


def template(folder):
    code = main(["templates", "copy", "refund", "--to", str(folder / "новое")])
    if code:
        raise SystemExit(code)


def _typing():
    sys.stdin = _Typed()
    getpass.getpass = lambda *_: WORD


JOBS = {
    job.__name__: job
    for job in (
        *(export, packet, folder_of_cases, transfer, backup, restore, password),
        *(calendar, template),
    )
}

STEPS = dict.fromkeys(JOBS, often(2, 200))
"""At how many of its steps on the disk a job is killed."""
KILLED_AT = (3_000, 1, 9_000, 40_000, 90_000)
FULL_AT = dict.fromkeys(JOBS, 3_000) | {
    **{"export": 500, "folder_of_cases": 50_000, "transfer": 20_000, "backup": 50_000},
    **{"restore": 90_000, "password": 90_000, "calendar": 50},
}
"""How many bytes the disk takes of one file: each job writes a larger one."""


def done_quietly(name: str, folder: Path) -> None:
    """Do a job without a word on stdout."""
    with contextlib.redirect_stdout(io.StringIO()):
        JOBS[name](folder)
