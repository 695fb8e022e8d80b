import docx
import pytest
from engine_docx import (
    DOCUMENT,
    NAME,
    PROPERTIES,
    docx_of,
    filled,
    part_of,
    saved,
    table_of,
    template_of,
    texts_of,
    with_part,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.errors import UserError
from desktop_app.letter.engine.marks import Phrase, Text, folded
from desktop_app.letter.engine.template import (
    Filled,
    Span,
    Template,
    TemplateError,
    compile_template,
)

HOSTILE = [
    "& < > \" ' &amp; &eacute; &#38;",
    "{{ x }} {% if %} {# #} {%p for %} }} %} {_{ }_} {_% %_}",
    "]]> <![CDATA[ <!-- --> </w:t></w:r>",
    "👩‍⚖️ 𝔘 \U0010ffff",
    "\u202eעברית\u200f \u200bа\u0301 е\u0308 \ufeff",
    "буква" * 2000,
    "  края  ",
    "5\u00a0000\u00a0₽",
    " \n\t ",
    "",
    "\\x01path\\x02text\\x03 ␁",
    "a\tb\nc\r\nd\x7f\x9f",
]
LEGAL = st.text(
    st.characters(
        blacklist_categories=("Cs",),
        blacklist_characters=[chr(c) for c in range(32) if chr(c) not in "\t\n\r"]
        + ["\ufffe", "\uffff"],
    )
)
ONE = template_of("До {{ x }} между {{ y }} после")


def assert_spans_stand(letter: Filled) -> None:
    texts = {span.part: texts_of(letter.docx, span.part) for span in letter.spans}
    for span in letter.spans:
        assert texts[span.part][span.paragraph][span.start : span.end] == span.text


@pytest.mark.parametrize("typed", HOSTILE, ids=lambda text: ascii(text)[:20])
@pytest.mark.parametrize("kind", [str, lambda text: Text(text, "a.b")], ids=["str", "Text"])
def test_hostile_text_comes_out_as_typed(typed: str, kind: type) -> None:
    letter = ONE.fill({"x": kind(typed), "y": "y"}, PROPERTIES)
    assert texts_of(letter.docx) == [f"До {folded(typed)} между y после"]
    assert letter.spans[0].text == folded(typed)


@settings(max_examples=150, deadline=None)
@given(LEGAL, LEGAL)
def test_any_legal_text_comes_out_at_its_span(first: str, second: str) -> None:
    letter = ONE.fill({"x": Text(first, "first"), "y": Text(second, "second")}, PROPERTIES)
    (text,) = texts_of(letter.docx)
    assert text == f"До {folded(first)} между {folded(second)} после"
    assert [text[s.start : s.end] for s in letter.spans] == [folded(first), folded(second)]
    assert [s.path for s in letter.spans] == ["first", "second"]


def test_a_span_has_its_part_paragraph_place_path_and_blank() -> None:
    letter = filled({"x": Text("____", "buyer.name", blank=True)}, "нет", "От: {{ x }}.")
    assert letter.spans == (Span(DOCUMENT, 1, 4, 8, "buyer.name", "____", True),)


def test_a_phrase_and_a_tilde_keep_each_path() -> None:
    context = {"x": Phrase(["№ ", Text("5", "a")]), "y": Text("<6>", "b"), "n": 7}
    letter = filled(context, '{{ x ~ ", " ~ y }}; {{ n }}')
    assert texts_of(letter.docx) == ["№ 5, <6>; 7"]
    assert [(s.path, s.text) for s in letter.spans if s.path] == [("a", "5"), ("b", "<6>")]
    assert_spans_stand(letter)


def test_filters_change_the_first_letter_and_keep_the_path() -> None:
    context = {"x": Text("экран", "a"), "y": Phrase([Text("Экран", "b"), " РАЗБИТ"])}
    letter = filled(context, "{{ x|с_прописной }} {{ y|со_строчной }}")
    assert texts_of(letter.docx) == ["Экран экран РАЗБИТ"]
    assert [s.path for s in letter.spans] == ["a", "b", ""]


def test_tabs_breaks_and_hyphens_of_the_template_count_as_one_letter() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("а\tб\nв {{ x }} & <г>\u00a0")
    paragraph.paragraph_format.tab_stops.add_tab_stop(100000)
    run = paragraph.add_run("{{ y }}")
    run._r.append(run._r.makeelement(docx.oxml.ns.qn("w:noBreakHyphen"), {}))
    paragraph.add_run("{{ x }}").add_break()
    letter = compile_template(saved(document), NAME).fill({"x": "X", "y": "Y"}, PROPERTIES)
    assert texts_of(letter.docx) == ["а\tб\nв X & <г>\u00a0Y\u2011X\n"]
    assert_spans_stand(letter)


def test_a_tag_split_over_runs_is_read_and_takes_the_form_of_its_first_run() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Кому: {")
    paragraph.add_run("{ покупа").bold = True
    paragraph.add_run("тель.фио }").italic = True
    paragraph.add_run("}.")
    letter = compile_template(saved(document), NAME).fill(
        {"покупатель": {"фио": Text("Ян", "buyer.name")}}, PROPERTIES
    )
    assert texts_of(letter.docx) == ["Кому: Ян."]
    assert_spans_stand(letter)


def test_leading_and_trailing_spaces_are_preserved_in_the_file() -> None:
    letter = filled({"x": " а "}, "{{ x }}")
    assert b'<w:t xml:space="preserve"> \xd0\xb0 </w:t>' in part_of(letter.docx, DOCUMENT)


def test_spaces_that_word_would_not_show_do_not_come_back() -> None:
    data = with_part(docx_of("МЕСТО"), DOCUMENT, "МЕСТО", "\n  а {{ x }} \n")
    letter = compile_template(data, NAME).fill({"x": " б "}, PROPERTIES)
    assert texts_of(letter.docx) == ["а  б "]


def test_headers_and_footers_are_filled_and_counted_apart() -> None:
    document = docx.Document()
    document.add_paragraph("{{ x }}")
    document.sections[0].header.paragraphs[0].text = "лист {{ x }}"
    document.sections[0].footer.paragraphs[0].text = "{% if есть.подвал %}{{ x }}{% endif %}"
    template = compile_template(saved(document), NAME)
    letter = template.fill({"x": Text("А", "mark"), "есть": {"подвал": True}}, PROPERTIES)
    assert [(s.part, s.start) for s in letter.spans] == [
        (DOCUMENT, 0),
        ("word/footer1.xml", 0),
        ("word/header1.xml", 5),
    ]
    assert [s.part for s in letter.sections] == ["word/footer1.xml"]
    assert_spans_stand(letter)


def test_a_header_that_lost_its_paragraphs_gets_one_back() -> None:
    document = docx.Document()
    header = document.sections[0].header
    header.paragraphs[0].text = "{%p if есть.шапка %}"
    for text in ("{{ x }}", "{%p endif %}"):
        header.add_paragraph(text)
    template = compile_template(saved(document), NAME)
    letter = template.fill({"x": "А", "есть": {"шапка": False}}, PROPERTIES)
    assert texts_of(letter.docx, "word/header1.xml") == [""]


def test_rows_repeat_and_an_emptied_cell_keeps_a_paragraph() -> None:
    data = table_of(
        ("№", "Недостаток", "Акт"),
        ("{%tr for ремонт in ремонты %}", "", ""),
        (
            "{{ loop.index }}",
            "{{ ремонт.дефект }}",
            "{%p if ремонт.есть.акт %}\nакт {{ ремонт.акт }}\n{%p endif %}",
        ),
        ("{%tr endfor %}", "", ""),
    )
    repairs = [
        {"дефект": Text("экран", "repairs[0].defect"), "есть": {"акт": False}, "акт": ""},
        {"дефект": Text("звук", "repairs[1].defect"), "есть": {"акт": True}, "акт": Text("№ 2")},
    ]
    letter = compile_template(data, NAME).fill({"ремонты": repairs}, PROPERTIES)
    rows = ["№", "Недостаток", "Акт", "1", "экран", "", "2", "звук", "акт № 2", "конец"]
    assert texts_of(letter.docx) == rows
    assert_spans_stand(letter)
    assert [(s.condition, s.first, s.last) for s in letter.sections] == [("ремонты[].акт", 8, 8)]


def test_a_table_without_rows_is_left_out() -> None:
    data = table_of(("{%tr for р in ремонты %}",), ("{{ р.а }}",), ("{%tr endfor %}",))
    letter = compile_template(data, NAME).fill({"ремонты": []}, PROPERTIES)
    assert texts_of(letter.docx) == ["конец"]
    assert b"w:tbl" not in part_of(letter.docx, DOCUMENT)


def test_a_text_box_is_a_paragraph_of_its_own() -> None:
    box = (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>в рамке {{ x }}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>"
        "</w:pict></w:r>"
    )
    data = with_part(
        docx_of("до {{ x }} МЕСТО {{ y }}", "{{ x }}"),
        DOCUMENT,
        " МЕСТО {{ y }}</w:t></w:r>",
        f"</w:t></w:r>{box}<w:r><w:t>{{{{ y }}}}</w:t></w:r>",
    )
    context = {"x": Text("икс", "x"), "y": Text("игрек", "y")}
    letter = compile_template(data, NAME).fill(context, PROPERTIES)
    assert texts_of(letter.docx) == ["до иксигрек", "в рамке икс", "икс"]
    assert [(s.paragraph, s.start) for s in letter.spans] == [(0, 3), (1, 8), (0, 6), (2, 0)]


def test_two_fills_are_equal_to_the_byte() -> None:
    data = docx_of("{{ x }}")
    first, second = (compile_template(data, NAME).fill({"x": "а"}, PROPERTIES) for _ in "12")
    assert first == second


@pytest.mark.parametrize(
    "context",
    [{}, {"покупатель": {}}, {"покупатель": {"фио": Text("а")}}],
    ids=["no root", "no key", "no condition"],
)
def test_an_unknown_name_is_named_with_its_paragraph(context: dict[str, object]) -> None:
    template = template_of("так", "Кому: {{ покупатель.фио }}{% if есть.чек %}{% endif %}")
    with pytest.raises(TemplateError) as caught:
        template.fill(context, PROPERTIES)
    name = "есть" if "фио" in context.get("покупатель", {}) else "покупатель"
    assert f"неизвестное имя «{name}" in str(caught.value)
    assert NAME in str(caught.value)
    assert "Абзац: «Кому: {{ покупатель.фио }}" in str(caught.value)


@pytest.mark.parametrize("value", [None, True, 1.5, ["а"], {"а": "б"}, object()])
def test_what_is_not_text_is_not_printed(value: object) -> None:
    with pytest.raises(TemplateError, match=r"не текст.*Абзац: «а \{\{ x \}\}»"):
        filled({"x": value}, "а {{ x }}")


def test_a_plain_string_with_a_forged_mark_is_refused() -> None:
    with pytest.raises(UserError, match=r"U\+0001"):
        ONE.fill({"x": "\x01a.b\x02подделка\x03", "y": ""}, PROPERTIES)


def test_verification_is_loud_when_a_value_is_not_at_its_place() -> None:
    from desktop_app.letter.engine.verify import verify

    letter = filled({"x": "верно"}, "а {{ x }}")
    (span,) = letter.spans
    verify(letter.docx, [DOCUMENT], [span])
    for wrong in (
        Span(DOCUMENT, 0, 1, 6, "", "верно", False),
        Span(DOCUMENT, 9, 2, 7, "", "верно", False),
        Span(DOCUMENT, 0, 2, 7, "", "ложно", False),
    ):
        with pytest.raises(TemplateError, match="не прошёл проверку"):
            verify(letter.docx, [DOCUMENT], [wrong])


def test_a_letter_does_not_depend_on_the_one_before() -> None:
    template: Template = template_of("{% if есть.а %}{{ x }}{% else %}нет{% endif %}")
    yes = {"x": "да", "есть": {"а": True}}
    no = {"x": "да", "есть": {"а": False}}
    first = template.fill(yes, PROPERTIES)
    assert texts_of(template.fill(no, PROPERTIES).docx) == ["нет"]
    assert template.fill(yes, PROPERTIES) == first
