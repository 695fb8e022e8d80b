"""Whatever people type comes out of the docx as it was typed, white space aside."""

from io import BytesIO

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from letters import changed, letter_of

from desktop_app.case.clean import clean_text
from desktop_app.letter.engine.marks import folded

FIELDS = (
    "buyer.surname",
    "buyer.genitive",
    "buyer.address",
    "buyer.phone",
    "seller.name",
    "seller.dative",
    "purchase.item",
    "purchase.model",
    "purchase.serial_number",
    "purchase.receipt",
    "repairs.0.defect",
    "repairs.0.place",
    "repairs.0.work_done",
    "repairs.0.act",
    "current_defect.description",
    "losses.0.description",
    "losses.0.document",
    "bank_details.recipient",
    "attachments.0.title",
)
HOSTILE = (
    "ООО «М & К» <тест> \"'",
    "{{ покупатель.фио }} {% if есть.кредит %} {# #}",
    "]]> &amp; &#10; <w:p/>",
    "😀 👩‍👩‍👧 שלום \u200fمرحبا\u200e",
    "а\u0301 й \u2028 \t\t конец",
    "\x00\x01purchase.price\x02чужое\x03\ufffe",
    "я" * 10_000,
    "\u202eобратно",
)


def contents(docx: bytes) -> str:
    document = Document(BytesIO(docx))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def unbroken(text: str) -> str:
    """White space inside a value may be set: any space after № counts as one."""
    return text.replace("№\u00a0", "№ ")


def comes_out(field: str, typed: str) -> None:
    filled = letter_of(changed({field: typed}))
    path = field.replace(".0.", "[0].")
    expected = clean_text(typed).strip()
    said = unbroken(contents(filled.docx))
    for line in filter(None, (folded(part).strip() for part in expected.split("\n"))):
        if field != "current_defect.description":
            line = folded(expected)
        line = unbroken(line)
        assert line in said
        assert any(span.path == path and line in unbroken(span.text) for span in filled.spans) or (
            # The name of a shop or a buyer is printed within a longer wording.
            field in ("seller.name", "buyer.surname")
        )


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("field", [f for f in FIELDS if f != "buyer.surname"])
def test_hostile_text_comes_out_unchanged(field, typed):
    comes_out(field, typed)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    field=st.sampled_from([f for f in FIELDS if f not in ("buyer.surname", "seller.name")]),
    typed=st.text(min_size=1).filter(lambda text: clean_text(text).strip()),
)
def test_any_text_in_any_field_comes_out_unchanged(field, typed):
    comes_out(field, typed)


@settings(max_examples=60, deadline=None)
@given(typed=st.text(min_size=1, max_size=40).filter(lambda text: clean_text(text).strip()))
def test_any_name_of_a_buyer_or_shop_gives_a_letter(typed):
    for field in ("buyer.surname", "buyer.given_name", "buyer.patronymic", "seller.name"):
        assert letter_of(changed({field: typed})).docx
