"""Twelve invented cases as a lawyer and a copy editor read them (docs/letter-review.md).

Each JSON with a number is a case; `said.json` has the sentences expected of its sheets. Days,
sums and words were worked out by hand before they were compared; the review shows how.
"""

import json
import re
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from letters import text_of

from desktop_app.assessment.assess import assess
from desktop_app.case.edit import replaced
from desktop_app.case.file import parse_case
from desktop_app.case.model import Case, Delivery, Response
from desktop_app.claims import kind_of
from desktop_app.law.book import load_law_book
from desktop_app.packet.make import Packet, Sheet, make_whole_packet

FOLDER = Path(__file__).parent
CASES = {path.stem[:2]: path for path in sorted(FOLDER.glob("[0-9]*.json"))}
SAID = json.loads((FOLDER / "said.json").read_text(encoding="utf-8"))
SELLER, CONSUMER = "Претензия — экземпляр продавца", "Претензия — экземпляр потребителя"
# What a line end must not part, written with an ordinary space.
TORN = (
    r"\b(пункта|статьи|абзац\w*|п\.|ст\.|абз\.) \d|№ \d|Суда РФ|ГК РФ|\d (руб|дн|день|год|коп)"
    r"|\b(г|ул|пр|д|кв)\. [А-ЯЁ\d]|[^|\s] —|/ [А-ЯЁ]\. |М\. П|\d %"
)
SLIPS = r"\bNone\b|\bnan\b|\.\.|,,|;;| [,.;:]|\( | \)|\(\)"


@cache
def case_of(number: str) -> Case:
    return parse_case(CASES[number].read_bytes())


@cache
def sheets_of(number: str) -> dict[str, Sheet]:
    """Every sheet of a case, made on the day of its letter."""
    case = case_of(number)
    kind, today = kind_of(case), case.letter_date or date.min
    assessment = assess(case, kind, load_law_book(), today)
    assert not [one for one in assessment.findings if one.severity == "error"]
    return {sheet.name: sheet for sheet in make_whole_packet(Packet(case, kind, assessment, today))}


def lines(number: str, name: str) -> list[str]:
    """Its lines as they stand, without the names of the styles."""
    text = text_of(sheets_of(number)[name].filled)
    return [re.sub(r"^\[[^]]*\] ", "", line) for line in text.rstrip("\n").split("\n")]


def read(number: str, name: str) -> str:
    """Its text as it is read: every space one space, every hyphen one hyphen."""
    return " ".join(" ".join(lines(number, name)).replace("\u2011", "-").split())


def listed(number: str) -> list[str]:
    return [line for line in lines(number, SELLER) if re.match(r"\d+\.\u00a0\S", line)]


def test_there_are_twelve_cases():
    assert sorted(CASES) == sorted(SAID) and len(CASES) == 12
    kinds = {case_of(number).kind for number in CASES}
    assert kinds == {"refund", "replacement"}
    ways = {case_of(number).payment.method for number in CASES}
    assert ways == {"own_funds", "installment", "consumer_loan"}


@pytest.mark.parametrize("number", SAID)
def test_the_sheets_say_what_was_worked_out_by_hand(number):
    for name, sentences in SAID[number].items():
        for sheet in (SELLER, CONSUMER) if name == "Претензия" else (name,):
            text = read(number, sheet)
            assert [said for said in sentences if said not in text] == []


@pytest.mark.parametrize("number", CASES)
def test_no_sheet_has_a_slip_that_a_copy_editor_finds(number):
    for name in (SELLER, CONSUMER, *(n for n in sheets_of(number) if n == "Расчёт дней")):
        for line in lines(number, name):
            assert line == line.strip() and "  " not in line
            assert not re.search(TORN, line), line
            assert not re.search(SLIPS, line), line
        assert ("{{" in read(number, name)) == (number == "06" and name != "Расчёт дней")


@pytest.mark.parametrize("number", CASES)
def test_a_claim_neither_threatens_nor_demands_what_a_court_awards(number):
    text = read(number, SELLER)
    demanded = text.partition("] Требования")[2] or text.partition(" требую: ")[2]
    demanded = demanded.partition("Если требования не будут выполнены")[0]
    assert "штраф" not in demanded and "моральн" not in demanded
    assert "395 ГК" not in text, "the penalty of ст. 23 is the measure, not interest"
    assert text.count("отказываюсь от исполнения договора") == (case_of(number).kind == "refund")


@pytest.mark.parametrize("number", CASES)
def test_the_law_is_named_before_it_is_called_zakon(number):
    before, named, _ = read(number, SELLER).partition("(далее — Закон)")
    assert named and "Закона" not in before


@pytest.mark.parametrize("number", CASES)
def test_gender_agrees_throughout(number):
    woman = case_of(number).buyer.gender == "female"
    text = read(number, SELLER)
    he, she = r"\bя (приобрёл|обращался|обратился)\b|\bЯ готов\b", r"\bя (приобрела|обращалась|обра"
    she += r"тилась)\b|\bЯ готова\b"
    assert bool(re.search(she, text)) is woman and bool(re.search(he, text)) is not woman


@pytest.mark.parametrize("number", CASES)
def test_the_copies_differ_in_the_mark_and_the_acceptance_alone(number):
    seller, consumer = lines(number, SELLER), lines(number, CONSUMER)
    assert (seller[0], consumer[0]) == ("Экземпляр продавца", "Экземпляр потребителя")
    assert consumer[1 : len(seller)] == seller[1:]
    assert consumer[len(seller)] == "Отметка о вручении"


@pytest.mark.parametrize("number", CASES)
def test_the_annexes_named_are_those_listed(number):
    named = {int(n) for n in re.findall(r"приложение № (\d+)", read(number, SELLER))}
    own = {n for n, line in enumerate(listed(number), start=1) if "талона" in line}
    assert named | own == set(range(1, len(listed(number)) + 1))


@pytest.mark.parametrize("number", CASES)
def test_the_demands_add_up_to_their_total(number):
    text = read(number, SELLER)
    total = re.search(r"Всего на дату претензии: ([\d ]+,\d\d) руб", text)
    if total is None:
        case = case_of(number)
        told = assess(case, kind_of(case), load_law_book(), case.letter_date or date.min).demands
        assert sum(one.amount is not None for one in told) <= 1
        return
    demanded = text.partition("требую:")[2].partition("Всего на дату")[0]
    found = []
    for demand in re.split(r" (?:\[Требование\] )?\d\) ", demanded)[1:]:
        sums = re.findall(r"([\d ]+,\d\d) руб", demand.partition(" (по доле")[0])
        found += [Decimal(sums[-1].replace(" ", "").replace(",", "."))] if sums else []
    assert sum(found) == Decimal(total[1].replace(" ", "").replace(",", "."))


@pytest.mark.parametrize("number", CASES)
def test_two_or_three_pages_and_the_signature_stands_with_text(number, qapp):
    for name in (SELLER, CONSUMER):
        pages = sheets_of(number)[name].pages
        sheets = [" ".join(one.text for one in pages.lines(n)) for n in range(pages.count)]
        assert 2 <= len(sheets) <= 3
        (signed,) = [sheet for sheet in sheets if re.search(r"____ ?/", sheet)]
        assert "Роспотребнадзор" in signed


@pytest.mark.parametrize(
    ("number", "handed_on", "term", "answer_by", "cap_reached_on"),
    [
        ("02", "2026-11-20", None, "2026-11-30", "2027-03-10"),  # the hundredth day
        ("03", "2026-12-31", None, "2027-01-11", "2027-04-18"),  # 87 290,30 = 97 × 899,90
        ("04", "2026-08-03", None, "2026-08-13", "2026-09-24"),  # 8 750,45 : 210,01 = 41,67
        ("07", "2026-10-01", None, "2026-10-12", "2027-01-20"),  # 11.10 is a Sunday
        ("08", "2026-12-30", None, "2027-01-11", "2027-04-21"),  # 06.01 is a holiday
        ("08", "2026-12-30", "check", "2027-01-19", "2027-04-29"),
        ("08", "2026-12-30", "not_in_stock", "2027-02-01", "2027-05-12"),  # 30.01 is a Saturday
        ("09", "2026-04-29", None, "2026-05-12", "2026-08-20"),  # 09–11.05 are holidays
        ("12", "2027-06-01", None, "2027-06-11", "2027-09-19"),  # 12.06 is not its last day
    ],
)
def test_deadlines(number, handed_on, term, answer_by, cap_reached_on):
    handed = Delivery(handed_on=date.fromisoformat(handed_on), replacement_term=term)
    case = replaced(case_of(number), "delivery", handed)
    due = assess(case, kind_of(case), load_law_book(), date.fromisoformat(handed_on)).deadlines
    by = date.fromisoformat(answer_by)
    assert (due.answer_by, due.cap_reached_on) == (by, date.fromisoformat(cap_reached_on))
    assert due.penalty_from is not None and (due.penalty_from - by).days == 1


def test_a_part_paid_late_leaves_the_rest_the_penalty_and_three_years():
    """51 days × 549,90; by the other reading 15 × 549,90 + 36 × 349,9101."""
    paid = Response(kind="partly", on=date(2026, 12, 15), amount=Decimal(20000))
    handed = Delivery(handed_on=date(2026, 11, 20), response=paid)
    case = replaced(case_of("02"), "delivery", handed)
    told = assess(case, kind_of(case), load_law_book(), date(2027, 1, 20)).settled
    assert told is not None and told.remainder == Decimal("34991.01")
    assert (told.penalty, told.penalty_on_remainder) == (Decimal("28044.90"), Decimal("20845.26"))
    assert told.claim_by == date(2029, 11, 30)


def test_no_line_of_the_inventory_ends_between_roubles_and_kopecks():
    assert "рублей\u00a000\u00a0копеек" in "".join(lines("07", "Опись вложения"))
