"""What is fuzzed: each target takes any bytes and raises nothing but a bug.

A UserError is an answer and is swallowed; an odd result is an assertion. `SEEDS` are where the
fuzzer begins.
"""

import contextlib
import json
import tempfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from unittest import mock
from zipfile import ZIP_STORED, ZipFile

import apsw

from desktop_app import paths
from desktop_app.advice.digest import digest_of
from desktop_app.assessment.assess import assess
from desktop_app.assessment.report import as_text
from desktop_app.case.edit import replaced
from desktop_app.case.file import dump_case, parse_case, read_case
from desktop_app.claims import KINDS, claim_of, kind_of
from desktop_app.errors import UserError
from desktop_app.law.book import load_law_book
from desktop_app.packet.template_check import check_file
from desktop_app.paper.pages import lay_out
from desktop_app.register import transfer
from desktop_app.register.scan_content import Content
from desktop_app.russian.names import decline, gender_of, initials
from desktop_app.russian.organisations import addressee
from desktop_app.russian.reading.day import editable_day, read_day
from desktop_app.russian.reading.digits import read_digits, read_serial
from desktop_app.russian.reading.money import editable_money, read_money
from desktop_app.russian.reading.percent import read_percent
from desktop_app.russian.reading.phone import read_phone
from desktop_app.russian.reading.repair_lines import read_repair_lines
from desktop_app.russian.reading.result import Read
from desktop_app.russian.reading.text import read_email, read_text
from desktop_app.russian.reading.whole import read_whole
from desktop_app.russian.typography import tidy

TODAY = date(2026, 11, 20)
EXAMPLE = paths.resource("examples", "refund.json")
TEMPLATE = claim_of(KINDS["refund"]).shipped
CARRIED = replaced(read_case(EXAMPLE), "attachments[0].file", "чек.pdf")
DOCUMENT = "word/document.xml"
PASSWORD = "0000-0000-0000-0000"


def case_file(data: bytes) -> None:
    """The reader of case files, and the law on whatever it lets in."""
    try:
        case = parse_case(data)
    except UserError as error:
        assert "\n" not in str(error)
        return
    assert parse_case(dump_case(case)) == case
    as_text(assess(case, kind_of(case), load_law_book(), TODAY))
    digest_of(case, TODAY)


def typed_values(data: bytes) -> None:
    """The readers of what people type; what is read is read again from its field's text."""
    text = data.decode("utf-8", "ignore")
    day, money = read_day(text, TODAY), read_money(text)
    if isinstance(day, Read):
        again = read_day(editable_day(day.value), TODAY)
        assert isinstance(again, Read) and again.value == day.value
    if isinstance(money, Read):
        assert isinstance(money.value, Decimal) and 0 <= money.value < 10**9
        again = read_money(editable_money(money.value))
        assert isinstance(again, Read) and again.value == money.value
    for read in (read_percent, read_phone, read_serial, read_email, read_whole):
        read(text)
    read_digits(text, "БИК")
    read_text(text, 400, lines=True)
    read_repair_lines(text, TODAY)
    tidy(text)


def names(data: bytes) -> None:
    """Names and sellers: a form for every case, never an empty one of something typed."""
    text = data.decode("utf-8", "ignore")
    parts = [*text.split("\n", 2), "", ""][:3]
    gender_of(*parts)
    initials(*parts)
    for case in ("genitive", "dative"):
        for gender in ("male", "female", None):
            declined = decline(*parts, case, gender)
            assert bool(declined.text) == any(part.strip() for part in parts)
    assert addressee(text).text


def word_file(data: bytes) -> None:
    """The docx reader of the preview, on any text of a document."""
    with contextlib.suppress(UserError):
        lay_out(_with_document(data))


def template(data: bytes) -> None:
    """The check of a template, and its filling where the check lets it through."""
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(UserError):
        path = Path(folder) / "refund.docx"
        path.write_bytes(_with_document(data))
        check_file(path, "refund")


def transfer_file(data: bytes) -> None:
    """The reader of transfer files, on any bytes beneath the password and any rows in its tables.

    Nothing is encrypted here: what is spoiled under a password is refused by the cipher.
    """
    plain = mock.patch.object(transfer, "_unlock", lambda connection, password: None)
    with plain, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.pretenziya"
        transfer.write(CARRIED, {"чек.pdf": Content("чек.pdf", b"%PDF-1.4")}, path, PASSWORD)
        if data[:1] < b"\x80":
            _spoil(path, data[1:])
        else:
            _replace_rows(path, data[1:].decode("utf-8", "ignore").split("\n"))
        with contextlib.suppress(UserError):
            case, scans = transfer.read(path, PASSWORD)
            assert parse_case(dump_case(case)) == case
            assert all(name == Path(name).name for name in scans)


def _spoil(path: Path, data: bytes) -> None:
    spoiled = bytearray(path.read_bytes())
    for high, low, value in zip(data[::3], data[1::3], data[2::3], strict=False):
        spoiled[(high * 256 + low) % len(spoiled)] = value
    path.write_bytes(spoiled)


def _replace_rows(path: Path, lines: list[str]) -> None:
    file, name, content = (*lines[:2], "\n".join(lines[2:]), "", "")[:3]
    with contextlib.closing(apsw.Connection(str(path))) as connection:
        connection.execute("UPDATE scans SET file = ?, name = ?", (file, name))
        if content:
            connection.execute("UPDATE claim SET content = ?", (content,))
        else:
            connection.execute(
                "UPDATE claim SET content = replace(content, 'чек.pdf', ?)",
                (json.dumps(file, ensure_ascii=False)[1:-1],),
            )


def _with_document(data: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(TEMPLATE) as source, ZipFile(made, "w", ZIP_STORED) as copy:
        for name in source.namelist():
            copy.writestr(name, data if name == DOCUMENT else source.read(name))
    return made.getvalue()


def _document() -> bytes:
    with ZipFile(TEMPLATE) as source:
        return source.read(DOCUMENT)


_TYPED = (
    *("1.3.25", "1 марта 25 г.", "54 990,50", "55 тыс", "+7 (911) 500-00-00", "12к5", "2 года"),
    "10.06.25–29.06.25 гаснет, акт № 3\n5 июня 10 раз\t\t12.5",
)
_NAMES = ("Римский-Корсаков\nНиколай\nАндреевич", "Мамедов\nЭльчин\nРашид оглы", "ИП Ткач А. И.")
TARGETS: dict[str, Callable[[bytes], None]] = {
    one.__name__: one
    for one in (case_file, typed_values, names, word_file, template, transfer_file)
}
SEEDS: dict[str, tuple[bytes, ...]] = {
    "case_file": (EXAMPLE.read_bytes(),),
    "typed_values": tuple(text.encode() for text in _TYPED),
    "names": tuple(text.encode() for text in _NAMES),
    "word_file": (_document(),),
    "template": (_document(),),
    "transfer_file": (
        b"\x01\x02\x03\x04",
        b"\xff" + "../../x\n\u202e.exe".encode(),
        b"\xff" + "чек.pdf\nCON\n".encode() + dump_case(CARRIED),
    ),
}
