"""A template that tries to run code, read a file or never end: refused, within bounds."""

import json

import pytest
from bounded import calls
from hostile_docx import CLAIM, saying
from letters import example

from desktop_app.paths import OWN_TEMPLATES

CODE = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ покупатель.фио.__class__ }}",
    "{{ покупатель['__class__'] }}",
    "{{ покупатель|attr('__class__') }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ lipsum.__globals__['os'].popen('id') }}",
    "{{ self._TemplateReference__context }}",
    "{{ '{0.__class__}'.format(покупатель) }}",
    "{{ '%s' % покупатель }}",
    "{{ ['id']|map('system') }}",
    "{{ request.application }}",
    "{% import 'os' as os %}{{ os }}",
    "{% from '/etc/passwd' import x %}",
    "{% include '/etc/passwd' %}",
    "{% include ['../../secret', '/etc/passwd'] ignore missing %}",
    "{% extends '/etc/passwd' %}",
    "{% set x = покупатель %}{{ x }}",
    "{% do покупатель.clear() %}",
    "{% debug %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% call m() %}{% endcall %}",
    "{% for i in range(10**9) %}а{% endfor %}",
    "{% for i in range(10**5) %}{% for j in range(10**5) %}а{% endfor %}{% endfor %}",
    "{% for i in приложения recursive %}{{ loop(приложения) }}{% endfor %}",
    "{% for i in 'а' * 10**9 %}а{% endfor %}",
    "{{ 'а' * 10**9 }}",
    "{{ 'а'|center(10**9) }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ [0] * 10**9 }}",
    "{{ 9**9**9 }}",
    "{% if 9**9**9 %}а{% endif %}",
    "{% for i in приложения if 9**9**9 %}а{% endfor %}",
    "{{ покупатель.фио[:10**9] }}",
    "{{ '{{ 9**9**9 }}' }}",
    "{{ " + "(" * 3000 + "x" + ")" * 3000 + " }}",
    "{{ " + "не " * 900 + "x }}",
    "{{ x" + "|с_прописной" * 900 + " }}",
    "{{ x" + ".а" * 900 + " }}",
]


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    """What `templates check` says of each, in one process with little memory."""
    folder = tmp_path_factory.mktemp("code")
    words = {}
    for number, code in enumerate(CODE):
        path = folder / f"claim{number}.docx"
        path.write_bytes(saying(code))
        words[code] = ["templates", "check", str(path), "--as", "refund"]
    told = calls(words)
    assert not list(folder.glob("*образец*")), "no specimen of what is refused"
    return told


@pytest.mark.parametrize("code", CODE, ids=range(len(CODE)))
def test_code_in_a_template_is_told_and_never_run(checked, code):
    told = checked[code]
    assert told.code == 1 and told.seconds < 5, told
    assert "Шаблон пока не работает" in told.out and "Ошибки (" in told.out
    assert "Traceback" not in told.err and "root:" not in told.out + told.err


LOOP = "{%p for {name} in ремонты.строки %}", "{%p endfor %}"
ENDLESS = {
    "turns": (
        [LOOP[0].replace("{name}", f"р{n}") for n in range(4)] + ["{{ р0.дней }}"] + [LOOP[1]] * 4,
        "слишком много повторений",
    ),
    "words": (
        [LOOP[0].replace("{name}", f"р{n}") for n in range(2)]
        + ["а" * 100_000, "{{ р0.дней }}"]
        + [LOOP[1]] * 2,
        "слишком большим",
    ),
    "code": (["{% for i in range(10**9) %}а{% endfor %}"], "повторение пишется так"),
    "a file": (["{% include '/etc/passwd' %}"], "не разрешён"),
}


@pytest.fixture(scope="module")
def rendered(tmp_path_factory):
    """What `render` says where the person's own template is one of these."""
    folder = tmp_path_factory.mktemp("endless")
    raw = example()
    raw["repairs"] = [raw["repairs"][0]] * 200
    raw["current_defect"]["same_defect_as"] = None
    (folder / "case.json").write_text(json.dumps(raw), encoding="utf-8")
    words, variables = {}, {}
    for name, (texts, _) in ENDLESS.items():
        path = folder / name / CLAIM.folder / CLAIM.template
        path.parent.mkdir(parents=True)
        path.write_bytes(saying(*texts))
        case, out = str(folder / "case.json"), str(folder / "out")
        words[name] = ["render", case, "--draft", "--out", out]
        variables[name] = {OWN_TEMPLATES: str(folder / name)}
    told = calls(words, variables)
    assert not (folder / "out").exists()
    return told


@pytest.mark.parametrize("name", ENDLESS)
def test_a_letter_without_end_is_refused_and_nothing_is_written(rendered, name):
    told = rendered[name]
    assert told.code == 2 and told.seconds < 15, told
    assert ENDLESS[name][1] in told.err and "Шаблон «" in told.err
    assert "templates check" in told.err and "Traceback" not in told.err
