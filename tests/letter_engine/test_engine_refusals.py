import io
import zipfile

import docx
import pytest
from engine_docx import (
    DOCUMENT,
    NAME,
    PROPERTIES,
    docx_of,
    filled,
    saved,
    table_of,
    template_of,
    with_part,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import UndefinedError

from desktop_app.letter.engine import package, sandbox, scan
from desktop_app.letter.engine import template as engine
from desktop_app.letter.engine.marks import Text
from desktop_app.letter.engine.stretches import require_no_delimiters
from desktop_app.letter.engine.template import TemplateError, compile_template

GOOD = docx_of("до {{ x }}", "после")


@pytest.mark.parametrize(
    "tag",
    [
        *("{{ x() }}", "{{ range(10) }}", "{{ x + x }}", "{{ 'а' * 1000000000 }}", "{{ x[0] }}"),
        *("{{ x if x else x }}", "{{ [x] }}", "{{ x is defined }}", "{{ x|upper }}", "{{ 1.5 }}"),
        *("{{ x|с_прописной(1) }}", "{{ (x ~ x)|с_прописной }}", "{{ x|_list }}", "{{ loop[0] }}"),
        *("{% include 'x' %}", "{% import 'x' as y %}", "{% from 'x' import y %}", "{% do x %}"),
        *("{% extends 'x' %}", "{% set x = 1 %}", "{% set x %}{% endset %}"),
        *("{% macro a() %}{% endmacro %}", "{% call x() %}{% endcall %}", "{% block a %}"),
        *("{% filter upper %}{% endfilter %}", "{% with %}{% endwith %}", "{% raw %}{% endraw %}"),
        *("{% autoescape false %}{% endautoescape %}", "{% for i in range(10**9) %}{% endfor %}"),
        *("{% for i in x if i %}{% endfor %}", "{% for a, b in x %}{% endfor %}"),
        *("{% for i in x %}{% else %}а{% endfor %}", "{% for loop in x %}{% endfor %}"),
        *("{% for i in x recursive %}{% endfor %}", "{% for i in 'аб' %}{% endfor %}"),
        *("{% for i in x %}{{ loop.cycle }}{% endfor %}", "{% for есть in x %}{% endfor %}"),
        *(
            "{{ x",
            "x }}",
            "{% if есть.а",
            "{{ }}",
            "{{ x. }}",
            "{{ x y }}",
            "{% чтото %}",
            "{{ x }}}}",
        ),
        *("{% if есть.а %}", "{% endif %}", "{% else %}", "{% for i in x %}", "{% endfor %}"),
        *(
            "{%р if есть.а %}",
            "{% p if есть.а %}",
            "{%p if есть.а %} текст",
            "{%p\u00a0if есть.а %}",
        ),
        *("{%- if есть.а %}{% endif %}", "{{ x -}}", "{{ x –}}", "{%+ if есть.а %}{% endif %}"),
        *(
            "{{r x }}",
            "{{p x }}",
            "{%r if есть.а %}",
            "{% colspan x %}",
            "{% cellbg x %}",
            "{% vm %}",
        ),
        *("{%tr for i in x %}", "{%tr if есть.а %}", "{%tc for i in x %}", "{# не закрыт"),
        *("{%p if есть.а %}", "{%p endif %}", "{%p endfor %}", "{{ x }}{%p if есть.а %}"),
    ],
)
def test_a_tag_that_is_not_allowed_is_refused_with_its_paragraph(tag: str) -> None:
    with pytest.raises(TemplateError) as caught:
        template_of("до", f"НАЧАЛО {tag}" if "%p" not in tag else tag, "после")
    message = str(caught.value)
    assert message.startswith(f"Шаблон «{NAME}»: ")
    assert "Абзац: «" in message
    assert tag[:6] in message.split("Абзац: «")[1]


@pytest.mark.parametrize("tag", ["{{ x.__class__ }}", "{{ x.__class__.__mro__ }}", "{{ x.path }}"])
@pytest.mark.parametrize("value", [Text("а", "a"), "а", {"а": "б"}, ["а"], 1])
def test_attributes_of_objects_are_out_of_reach(tag: str, value: object) -> None:
    with pytest.raises(TemplateError, match=r"неизвестное имя «x\."):
        filled({"x": value}, tag)


@pytest.mark.parametrize("name", ["items", "keys", "__class__", "get"])
def test_a_dict_gives_its_keys_and_no_methods(name: str) -> None:
    with pytest.raises(TemplateError, match=f"неизвестное имя «x.{name}»"):
        filled({"x": {"а": "б"}}, f"{{{{ x.{name} }}}}")
    assert filled({"x": {name: "ключ"}}, f"{{{{ x.{name} }}}}").spans[0].text == "ключ"


@pytest.mark.parametrize(
    "name", ["range", "lipsum", "dict", "cycler", "joiner", "namespace", "self"]
)
def test_there_are_no_globals(name: str) -> None:
    with pytest.raises(TemplateError):
        filled({}, f"{{{{ {name} }}}}")


def test_the_second_wall_stands_without_the_first() -> None:
    environment = sandbox.LetterEnvironment()
    assert not environment.globals
    assert not environment.tests
    assert environment.from_string("{{ x['items'] }}").render(x={"items": "а"}).count("а") == 1
    for source in ("{{ x['keys'] }}", "{{ x[0] }}", "{{ y.z }}", "{{ y.z.w }}"):
        with pytest.raises(UndefinedError):
            environment.from_string(source).render(x={"items": "а"}, y="строка")
    with pytest.raises(TemplateError, match="скобка"):
        require_no_delimiters(environment.parse("<w:t>а }<w:r>} б</w:t>"))


def test_a_loop_over_anything_but_a_list_is_refused() -> None:
    for value in ("строка", {"а": 1}, Text("а"), 5):
        with pytest.raises(TemplateError, match="не список"):
            filled({"x": value}, "{% for i in x %}{{ i }}{% endfor %}")


def test_steps_and_size_have_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    template = template_of("{% for a in x %}{% for b in x %}{{ b }}{% endfor %}{% endfor %}")
    monkeypatch.setattr(sandbox, "MOST_STEPS", 30)
    assert len(template.fill({"x": ["а"] * 5}, PROPERTIES).spans) == 25
    assert len(template.fill({"x": ["а"] * 5}, PROPERTIES).spans) == 25
    with pytest.raises(TemplateError, match="слишком много повторений"):
        template.fill({"x": ["а"] * 6}, PROPERTIES)
    monkeypatch.setattr(scan, "MOST_CHARACTERS", 10_000)
    with pytest.raises(TemplateError, match="слишком большим"):
        template.fill({"x": ["а" * 5_000] * 2}, PROPERTIES)


def test_a_condition_across_cells_or_links_is_refused() -> None:
    across = table_of(("{%p if есть.а %}\nа", "б\n{%p endif %}"), ("в", "г"))
    compile_template(table_of(("{%p if есть.а %}\nа\n{%p endif %}", "б")), NAME)
    out = table_of(("{%p if есть.а %}\nа",), ("{%tr endif %}",))
    with pytest.raises(TemplateError, match="в разных местах"):
        compile_template(out, NAME)
    link = with_part(
        docx_of("а{% if есть.а %}б", "в"),
        DOCUMENT,
        "<w:r><w:t>а{% if есть.а %}б</w:t></w:r>",
        "<w:hyperlink><w:r><w:t>а{% if есть.а %}б</w:t></w:r></w:hyperlink>"
        "<w:r><w:t>{% endif %}</w:t></w:r>",
    )
    with pytest.raises(TemplateError, match=r"в разных местах.*Абзац: «а\{%"):
        compile_template(link, NAME)
    assert compile_template(across, NAME).conditions == {"а"}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<w:r>", '<w:ins w:id="1" w:author="я"><w:r/></w:ins><w:r>', "исправления"),
        ("<w:r>", '<w:del w:id="1"><w:r><w:delText>а</w:delText></w:r></w:del><w:r>', "исправл"),
        ("</w:p>", '<w:r><w:commentReference w:id="0"/></w:r></w:p>', "примечания"),
        ("<w:p>", '<w:p w:rsidR="{{ x }}" w:other="{{ x }}">', None),
        ("<w:r>", "<w:r><w:instrText>{{ x }}</w:instrText></w:r><w:r>", "не в тексте"),
        ("<w:body>", "<w:body><w:r><w:t>а</w:t></w:r>", "вне абзацев"),
        ("<w:body>", "<w:body><w:p>", "повреждён"),
        ("<w:body>", "<w:body>&x;", "повреждён"),
        ("<w:document", "<!DOCTYPE w:document [<!ENTITY x 'y'>]><w:document", "DTD"),
    ],
)
def test_a_document_part_that_is_not_as_word_writes_it(
    old: str, new: str, message: str | None
) -> None:
    data = with_part(GOOD, DOCUMENT, old, new)
    if message is None:
        assert compile_template(data, NAME).names == {"x"}
        return
    with pytest.raises(TemplateError, match=message):
        compile_template(data, NAME)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "не документ Word"),
        (b"just text", "не документ Word"),
        (GOOD[:3000], "не документ Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "паролем"),
    ],
)
def test_what_is_no_docx_is_refused_by_its_name(data: bytes, message: str) -> None:
    with pytest.raises(TemplateError, match=rf"Шаблон «проба\.docx».*{message}"):
        compile_template(data, NAME)


def test_a_zip_without_a_document_is_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("a.txt", "а")
    with pytest.raises(TemplateError, match="нет текста документа"):
        compile_template(target.getvalue(), NAME)


def test_macros_and_outward_links_are_refused() -> None:
    types, kind = "[Content_Types].xml", "wordprocessingml.document.main+xml"
    macro = with_part(GOOD, types, kind, "wordprocessingml.template.main+xml")
    with pytest.raises(TemplateError, match="без макросов"):
        compile_template(macro, NAME)
    document = docx.Document(io.BytesIO(GOOD))
    link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    document.part.relate_to("https://example.invalid/", link + "hyperlink", is_external=True)
    compile_template(saved(document), NAME)
    document.part.relate_to("https://example.invalid/a.png", link + "image", is_external=True)
    with pytest.raises(TemplateError, match="внешний файл"):
        compile_template(saved(document), NAME)


def test_sizes_have_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(package, "LARGEST_FILE", len(GOOD) - 1)
        with pytest.raises(TemplateError, match="больше 20 МБ"):
            compile_template(GOOD, NAME)
    with monkeypatch.context() as patch:
        patch.setattr(package, "LARGEST_UNZIPPED", len(GOOD))
        with pytest.raises(TemplateError, match="больше 100 МБ"):
            compile_template(GOOD, NAME)


def test_the_text_of_a_part_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "LARGEST_PART", 500)
    with pytest.raises(TemplateError, match="слишком велик"):
        compile_template(GOOD, NAME)


@settings(max_examples=80, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.integers(1, 255))
def test_a_damaged_file_is_refused_or_works(place: int, change: int) -> None:
    data = bytearray(GOOD)
    data[place] ^= change
    try:
        compile_template(bytes(data), NAME).fill({"x": "а"}, PROPERTIES)
    except TemplateError as error:
        assert NAME in str(error)
