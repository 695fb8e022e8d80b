"""docs/template-fields.md is what the code says; `--update-golden` writes it anew."""

import re
from pathlib import Path

import pytest

from desktop_app.cli import main
from desktop_app.letter.engine.sandbox import FILTERS
from desktop_app.packet.documents import all_documents
from desktop_app.packet.reference import reference
from desktop_app.packet.shown import Shown
from desktop_app.packet.specimens import specimen_of, specimens_of

PAGE = Path(__file__).parents[2] / "docs" / "template-fields.md"


def table() -> list[list[str]]:
    """The rows of all tables of the page."""
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in reference().splitlines()
        if line.startswith("| `")
    ]


def test_the_page_says_what_the_code_says(request):
    if request.config.getoption("--update-golden"):
        PAGE.write_text(reference(), encoding="utf-8", newline="\n")
    assert PAGE.read_text(encoding="utf-8") == reference(), "run with --update-golden, read it"


def test_the_command_prints_the_page(capsys):
    assert main(["templates", "fields"]) == 0
    assert capsys.readouterr().out == PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("document", all_documents(), ids=lambda document: document.id)
def test_every_word_of_every_document_is_on_the_page(document):
    words, text = document.vocabulary, reference()
    told = {row[0].strip("`") for row in table()}
    assert {field.name for field in words.fields} <= told
    assert {f"есть.{condition.name}" for condition in words.conditions} <= told
    rows_are_called = {}
    for one in all_documents():
        rows_are_called |= Shown(one).template.rows
    for rows in words.rows:
        assert f"### Список `{rows.name}`" in text
        one = rows_are_called[rows.name]
        assert {f"{one}.{field.name}" for field in rows.fields} <= told
        assert {f"{one}.есть.{condition.name}" for condition in rows.conditions} <= told
    assert f"`{document.folder}/{document.template}`" in text


def test_what_all_documents_share_stands_once():
    names = [row[0] for row in table() if row[0].startswith("`покупатель.")]
    assert len(names) == len(set(names)) > 3


def test_every_field_has_an_example_from_a_specimen():
    fields = [row for row in table() if len(row) == 4]
    assert fields and [row[0] for row in fields if row[2] in ("", "—")] == []


@pytest.mark.parametrize(
    ("name", "empty"),
    [
        ("покупатель.адрес", "—"),
        ("товар.модель", "без `есть.модель`"),
        ("рассрочка.плата", "без `есть.плата_за_рассрочку`"),
        ("ремонт.место", "без `ремонт.есть.место`"),
        ("требование.источник", "без `требование.есть.источник`"),
        ("основание.пропуск", "везде, кроме: черновик без ответов"),
    ],
)
def test_where_a_field_is_empty_is_told(name, empty):
    assert [row[3] for row in table() if row[0] == f"`{name}`"] == [empty]


@pytest.mark.parametrize("document", all_documents(), ids=lambda document: document.id)
def test_a_condition_that_is_named_for_emptiness_never_holds_where_it_is_empty(document):
    shown = Shown(document)
    for field in document.vocabulary.fields:
        guard = re.fullmatch(r"без `есть\.(.+)`", shown.field(field)[1])
        for specimen in specimens_of(document) if guard else ():
            holds = {c.name: c.holds(specimen.matter) for c in document.vocabulary.conditions}
            assert str(field.of(specimen.matter) or "") or not holds[guard[1]], field.name


@pytest.mark.parametrize("document", all_documents(), ids=lambda document: document.id)
def test_specimens_are_finished_letters_of_a_fixed_day(document):
    *finished, draft = specimens_of(document)
    for specimen in finished:
        errors = [f for f in specimen.matter.assessment.findings if f.severity == "error"]
        assert (specimen.title, errors) == (specimen.title, [])
        assert specimen.matter.assessment.law_as_of == specimen.matter.case.letter_date
    assert draft.matter.draft
    matter = specimen_of(document)
    assert matter.kind.id == document.id or document.id not in ("refund", "replacement")


def test_the_filters_are_explained():
    assert all(f"|{name} }}}}` — " in reference() for name in FILTERS)


def test_the_page_is_kind_russian_without_machines():
    text = reference()
    assert "!" not in text and " None" not in text and "//" not in text.replace("https://", "")
