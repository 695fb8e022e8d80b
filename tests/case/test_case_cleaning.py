"""What is taken out of typed text, what stays, and which answers become absent."""

import unicodedata

import pytest
from case_contract import as_bytes, case_with, paths_of

from desktop_app.case.clean import clean_text
from desktop_app.case.file import dump_case, parse_case
from desktop_app.case.model import Case

OUT = {
    "controls": [*map(chr, range(0x09)), *map(chr, range(0x0E, 0x20)), "\x7f"],
    "C1 controls": [chr(code) for code in range(0x80, 0xA0) if code != 0x85],
    "surrogates": ["\ud800", "\udbff", "\udc00", "\udfff", "\udc00\ud800"],
    "not XML": ["\ufffe", "\uffff"],
    "byte-order mark": ["\ufeff"],
    "bidi embedding and override": ["\u202a", "\u202b", "\u202c", "\u202d", "\u202e"],
    "bidi isolates": ["\u2066", "\u2067", "\u2068", "\u2069"],
}
STAYS = {
    "tab": "\t",
    "line feed": "\n",
    "left-to-right mark": "\u200e",
    "right-to-left mark": "\u200f",
    "family of emoji with joiners": "👩‍👩‍👧",
    "heart with variation selector": "❤\ufe0f",
    "no-break space": "\u00a0",
    "narrow no-break space": "\u202f",
    "soft hyphen": "\u00ad",
    "Arabic": "مرحبا",
    "Gothic, beyond the first plane": "𐌰",
    "last character of all": "\U0010ffff",
    "replacement character": "\ufffd",
    "yo": "Ёё",
    "markup": "<b>&amp;{{ x }}{% y %}",
    "quotes and backslash": "\"'\\«»",
}


@pytest.mark.parametrize("kind", OUT)
def test_what_can_not_be_printed_goes_out(kind: str) -> None:
    for char in OUT[kind]:
        assert clean_text(f"до{char}после") == "допосле", ascii(char)


@pytest.mark.parametrize("name", STAYS)
def test_what_was_typed_stays(name: str) -> None:
    text = f"до{STAYS[name]}после"
    assert clean_text(text) == text
    assert parse_case(as_bytes(case_with("buyer.address", text))).buyer.address == text


@pytest.mark.parametrize(
    "line_break", ["\n", "\r", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029"], ids=ascii
)
def test_every_line_break_is_one_line_feed(line_break: str) -> None:
    assert clean_text(f"а{line_break}б") == "а\nб"
    assert clean_text(f"а{line_break * 2}б") == "а\n\nб"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("и\u0306", "й"),
        ("Е\u0308лка", "Ёлка"),
        ("и\x00\u0306", "й"),
        ("и\u202e\u0306", "й"),
        ("\u212b", "Å"),
        ("ﬁ²", "ﬁ²"),
        ("№", "№"),
    ],
    ids=ascii,
)
def test_text_is_in_composed_form(typed: str, kept: str) -> None:
    assert clean_text(typed) == kept == unicodedata.normalize("NFC", kept)


@pytest.mark.parametrize("path", [*paths_of("text"), "country"])
def test_text_is_cleaned_and_stripped_in_every_field(path: str) -> None:
    typed = " \ufeffRU\x00\u202e\r\n" if path == "country" else " \ufeff и\u0306\x00\r\nб\u2028"
    kept = '"RU"' if path == "country" else '"й\\nб"'
    assert kept in dump_case(parse_case(as_bytes(case_with(path, typed)))).decode()


@pytest.mark.parametrize("blank", ["", " ", "\n\t ", "\u00a0", "\ufeff", "\x00\x1f", "\ud800"])
def test_text_of_white_space_is_an_absent_answer(blank: str) -> None:
    for kind in ("text", "day", "money", "enum"):
        for path in paths_of(kind):
            group = path.rpartition(".")[0]
            expected = as_bytes(case_with(group, {}) if group else {})
            assert parse_case(as_bytes(case_with(path, blank))) == parse_case(expected), path


def test_a_case_of_blanks_is_an_empty_case() -> None:
    blank = {"kind": "", "letter_date": " ", "buyer": {"surname": "\n"}, "purchase": {"price": ""}}
    assert parse_case(as_bytes(blank)) == Case()


def test_facts_are_kept_nulls_and_spaces_included() -> None:
    facts = {"a": None, "b": "", "c": " x ", "d": [None, "", {"facts": None}], "e": 0.1, "f": False}
    (risk,) = parse_case(
        as_bytes(case_with("answers.accepted_risks[].facts", facts))
    ).answers.accepted_risks
    assert risk.facts == facts


def test_what_could_not_be_read_is_kept_as_it_was_typed() -> None:
    typed = {"purchase.price": " 40 тыс. ", "letter_date": "  ", "buyer.email": ""}
    assert parse_case(as_bytes(case_with("answers.unreadable", typed))).answers.unreadable == typed


@pytest.mark.parametrize("path", ["answers.unreadable", "answers.accepted_risks[].facts"])
def test_unprintable_characters_go_out_there_too(path: str) -> None:
    written = dump_case(parse_case(as_bytes(case_with(path, {"key": " \x00\ud800\u202ex\r\n"}))))
    assert '"key": " x\\n"' in written.decode()
