import pytest
from engine_docx import DOCUMENT, NAME, PROPERTIES, filled, table_of, template_of, texts_of

from desktop_app.letter.engine.marks import Text
from desktop_app.letter.engine.template import Filled, Section, TemplateError, compile_template


def sections(letter: Filled) -> list[tuple[str, int, int]]:
    return [(s.condition, s.first, s.last) for s in letter.sections]


def test_a_section_of_paragraphs_and_its_opposite() -> None:
    paragraphs = ("а", "{%p if есть.рассрочка %}", "б", "в", "{%p else %}", "г", "{%p endif %}")
    assert filled({"есть": {"рассрочка": True}}, *paragraphs).sections == (
        Section("рассрочка", DOCUMENT, 1, 2, False, 0, 0),
    )
    letter = filled({"есть": {"рассрочка": False}}, *paragraphs)
    assert sections(letter) == [("не рассрочка", 1, 1)]
    assert texts_of(letter.docx) == ["а", "г"]


def test_an_inline_section_has_its_letters() -> None:
    letter = filled(
        {"есть": {"чек": True}, "x": Text("№ 5")},
        "а",
        "Товар{% if есть.чек %}, чек {{ x }}{% endif %}.{% if not есть.чек %}нет{% endif %}",
    )
    assert letter.sections == (Section("чек", DOCUMENT, 1, 1, True, 5, 14),)
    assert texts_of(letter.docx)[1][5:14] == ", чек № 5"


def test_an_inline_condition_over_runs_with_other_forms() -> None:
    import docx
    from engine_docx import saved

    document = docx.Document()
    paragraph = document.add_paragraph("а{% if есть.б %}")
    paragraph.add_run("{{ x }}").bold = True
    paragraph.add_run("{% endif %}в")
    template = compile_template(saved(document), NAME)
    yes = template.fill({"есть": {"б": True}, "x": "Б"}, PROPERTIES)
    assert texts_of(yes.docx) == ["аБв"]
    assert [(s.start, s.end) for s in yes.sections] == [(1, 2)]
    assert texts_of(template.fill({"есть": {"б": False}}, PROPERTIES).docx) == ["ав"]


def test_not_is_written_in_words_and_else_turns_it_round() -> None:
    paragraphs = ("{%p if not есть.а %}", "1", "{%p else %}", "2", "{%p endif %}")
    assert sections(filled({"есть": {"а": False}}, *paragraphs)) == [("не а", 0, 0)]
    assert sections(filled({"есть": {"а": True}}, *paragraphs)) == [("а", 0, 0)]


@pytest.mark.parametrize(
    ("holds", "expected"),
    [
        ({"а": True, "б": True}, [("а", 0, 0)]),
        ({"а": False, "б": True}, [("не а", 0, 0), ("б", 0, 0)]),
        ({"а": False, "б": False}, [("не а", 0, 0), ("не б", 0, 0)]),
    ],
)
def test_a_later_branch_rests_on_the_earlier_conditions_too(
    holds: dict[str, bool], expected: list[tuple[str, int, int]]
) -> None:
    letter = filled(
        {"есть": holds},
        *("{%p if есть.а %}", "1", "{%p elif есть.б %}", "2", "{%p else %}", "3", "{%p endif %}"),
    )
    assert sorted(sections(letter)) == sorted(expected)


def test_nested_conditions_outer_first() -> None:
    letter = filled(
        {"есть": {"а": True, "б": True, "в": True}},
        *("{%p if есть.а %}", "1", "{%p if есть.б %}", "2{% if есть.в %}3{% endif %}"),
        *("{%p endif %}", "4", "{%p endif %}", "5"),
    )
    assert sections(letter) == [("а", 0, 2), ("б", 1, 1), ("в", 1, 1)]
    assert texts_of(letter.docx) == ["1", "23", "4", "5"]


def test_a_stretch_that_prints_nothing_is_no_section() -> None:
    letter = filled(
        {"есть": {"а": True}, "x": ""},
        *("{%p if есть.а %}", "{%p endif %}", "а{% if есть.а %}{{ x }}{% endif %}"),
    )
    assert letter.sections == ()


def test_loops_of_paragraphs_with_a_condition_each() -> None:
    repairs = [
        {"имя": Text(n, f"repairs[{i}]"), "есть": {"акт": i == 1}} for i, n in enumerate("аб")
    ]
    letter = filled(
        {"ремонты": repairs},
        "{%p for ремонт in ремонты %}",
        "{{ loop.index }}) {{ ремонт.имя }}{% if ремонт.есть.акт %} с актом{% endif %}",
        "{%p endfor %}",
    )
    assert texts_of(letter.docx) == ["1) а", "2) б с актом"]
    assert sections(letter) == [("ремонты[].акт", 1, 1)]


def test_a_row_is_conditional() -> None:
    rows = (("1", "2"), ("{%tr if есть.а %}", ""), ("3", "{{ x }}"), ("{%tr endif %}", ""))
    template = compile_template(table_of(*rows), NAME)
    letter = template.fill({"есть": {"а": True}, "x": "4"}, PROPERTIES)
    assert sections(letter) == [("а", 2, 3)]
    assert texts_of(letter.docx) == ["1", "2", "3", "4", "конец"]
    without = template.fill({"есть": {"а": False}}, PROPERTIES)
    assert texts_of(without.docx) == ["1", "2", "конец"]


def test_names_and_conditions_are_known_without_filling() -> None:
    template = template_of(
        "{{ покупатель.фио_родительный }}{% if not есть.рассрочка %}{{ дата }}{% endif %}",
        *("{%p for ремонт in дело.ремонты %}", "{{ ремонт.дни }} {{ loop.index }}"),
        *("{{ дата }}{% if ремонт.есть.акт %}а{% endif %}", "{%p endfor %}"),
    )
    assert template.names == {
        *("покупатель.фио_родительный", "дата", "дело.ремонты", "дело.ремонты[].дни"),
    }
    assert template.conditions == {"рассрочка", "дело.ремонты[].акт"}


@pytest.mark.parametrize(
    "test",
    [
        *("рассрочка", "сумма.есть", "есть", "есть.а.б", "покупатель.есть.а", "есть.а and есть.б"),
        *("not not есть.а", "1", "есть.а == 1", "есть['а']", "ремонты|length", "loop.first"),
    ],
)
def test_a_condition_without_a_name_is_refused(test: str) -> None:
    with pytest.raises(TemplateError, match=r"условие .*не названо.*Абзац: «б\{% if"):
        template_of("а", f"б{{% if {test} %}}в{{% endif %}}")
