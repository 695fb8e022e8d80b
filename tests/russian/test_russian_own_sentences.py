"""The program's own sentences in its source: quotes, dashes and spaces of Russian typography."""

import ast
import re
from pathlib import Path

import pytest

import desktop_app

SOURCES = sorted(Path(desktop_app.__file__).parent.rglob("*.py"))
WRONG = {
    "a straight quote": re.compile(r"[А-Яа-яё]\"|\"[А-Яа-яё]"),
    "a hyphen for a dash": re.compile(r"[А-Яа-яё»] - [А-Яа-яё«]"),
    "a double space": re.compile(r"[А-Яа-яё,.] {2}[А-Яа-яё]"),
    "three full stops": re.compile(r"[А-Яа-яё]\.\.\."),
    "a number sign without its space": re.compile(r"№\d"),
    "a space before a sign": re.compile(r"[А-Яа-яё] [,;!?](?: |$)"),
}


def own_sentences(source: Path) -> list[str]:
    """The texts of a module that people may read: neither patterns nor docstrings."""
    tree = ast.parse(source.read_text(encoding="utf-8"))
    left_out = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            left_out.add(id(body[0].value))
    found = (n for n in ast.walk(tree) if isinstance(n, ast.Constant) and id(n) not in left_out)
    texts = [n.value for n in found if isinstance(n.value, str)]
    return [
        t for t in texts if re.search("[а-яё]{3}", t) and not re.search(r"\\|\(\?|\[[^\]]*-", t)
    ]


@pytest.mark.parametrize("wrong", WRONG)
def test_no_sentence_of_the_program_has(wrong):
    found = [
        f"{source.name}: {text}"
        for source in SOURCES
        for text in own_sentences(source)
        if WRONG[wrong].search(text)
    ]
    assert found == []


def test_the_patterns_find_what_they_are_for():
    samples = ['ООО "Луч"', "срок - десять", "два  слова", "ждём...", "акт №5", "да , нет"]
    assert [
        [name for name, pattern in WRONG.items() if pattern.search(sample)] for sample in samples
    ] == [[name] for name in WRONG]
    assert sum(len(own_sentences(source)) for source in SOURCES) > 1000
