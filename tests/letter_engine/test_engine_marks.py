import pytest

from desktop_app.errors import UserError
from desktop_app.letter.engine.marks import Phrase, Text, marked


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("один\n\t два", "один два"),
        ("  края  ", " края "),
        ("5\u00a0000\u00a0\u00a0₽", "5\u00a0000\u00a0\u00a0₽"),
        ("тонкий\u202fпробел\u2009", "тонкий\u202fпробел\u2009"),
        ("a\u2028b\u2029c\x85d\r\ne", "a b c d e"),
        (" \n ", " "),
        ("", ""),
    ],
)
def test_white_space_is_folded_and_special_spaces_stay(typed: str, printed: str) -> None:
    assert Text(typed).text == printed


@pytest.mark.parametrize("bad", ["\x00", "\x01", "\x0b", "\ud800", "\ufffe", "\x1f"])
def test_a_character_illegal_in_xml_is_refused_with_its_place(bad: str) -> None:
    with pytest.raises(UserError, match=r"repairs\[0\]\.defect"):
        Text(f"до{bad}после", "repairs[0].defect")
    with pytest.raises(UserError, match="недопустимый знак"):
        marked(f"до{bad}")


def test_a_text_behaves_as_its_text() -> None:
    assert not Text("")
    assert Text(" ")
    assert Text("а", "x") == "а" == Text("а", "y")
    assert Text("а") != "б"
    assert len(Text("аб")) == 2
    assert {Text("а")} == {"а"}
    assert str(Text("a\nb")) == "a b"


def test_a_path_with_marks_in_it_is_a_bug() -> None:
    with pytest.raises(ValueError, match="path"):
        Text("а", "path\x02")


def test_a_phrase_is_flat_and_behaves_as_its_text() -> None:
    phrase = Phrase(["Ноутбук ", Phrase([Text("«М»", "goods.model"), ", "]), Text("2024")])
    assert str(phrase) == "Ноутбук «М», 2024" == phrase
    assert [piece.path for piece in phrase.pieces] == [None, "goods.model", None, None]
    assert len(phrase) == len(str(phrase))
    assert not Phrase(["", Text("")])


def test_markup_from_elsewhere_is_escaped_like_any_text() -> None:
    from markupsafe import Markup

    assert "<b>" not in marked(Markup("<b>"))
    assert "<b>" not in Text(Markup("<b>")).__html__()
