"""The shipped letter and the law: ratios and times, measured only under `--benchmark-enable`."""

import copy
import io
import json
import time
import zlib
from datetime import date
from statistics import median

import pytest
from docxtpl import DocxTemplate
from jinja2 import Environment

from desktop_app import paths
from desktop_app.assessment.assess import assess
from desktop_app.case.file import parse_case
from desktop_app.claims import kind_of
from desktop_app.claims.refund.words import CLAIM
from desktop_app.law.book import load_law_book
from desktop_app.letter.engine.marks import Phrase, Text
from desktop_app.letter.engine.template import Properties, open_template
from desktop_app.letter.matter import Matter

TODAY = date(2026, 11, 20)
ROUNDS = 30
LEAST_RATIO = 4
MOST_OVER_FLOOR = 5


def example(repairs: int = 2):
    raw = json.loads(paths.resource("examples", "refund.json").read_text(encoding="utf-8"))
    rows = []
    for number in range(repairs):
        row = copy.deepcopy(raw["repairs"][number % 2])
        row["defect"] = f"{row['defect']} {number}"
        rows.append(row)
    return parse_case(json.dumps(raw | {"repairs": rows}, ensure_ascii=False).encode())


def context():
    case = example()
    kind = kind_of(case)
    assessment = assess(case, kind, load_law_book(), TODAY)
    return CLAIM.vocabulary.context(Matter(case, assessment, kind))


def plain(value):
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return str(value) if isinstance(value, Text | Phrase) else value


def by_docxtpl(values) -> bytes:
    environment = Environment(autoescape=True)
    environment.filters["с_прописной"] = lambda text: text[:1].upper() + text[1:]
    template = DocxTemplate(CLAIM.path)
    template.render(values, jinja_env=environment, autoescape=True)
    target = io.BytesIO()
    template.save(target)
    return target.getvalue()


def seconds(work, *arguments) -> float:
    start = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - start


def test_the_shipped_letter_is_filled_several_times_faster_than_by_docxtpl(benchmark):
    template = open_template(CLAIM.path)
    properties = Properties("Претензия", "Орлова Марина", TODAY)
    values = context()
    simple = plain(values)
    benchmark(template.fill, values, properties)
    assert by_docxtpl(simple)
    if benchmark.disabled:
        return
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(seconds(template.fill, values, properties))
        theirs.append(seconds(by_docxtpl, simple))
    ratio = median(theirs) / median(ours)
    print(f"\ndocxtpl {median(theirs) * 1e3:.2f} ms, ours {median(ours) * 1e3:.2f} ms: {ratio:.1f}")
    assert ratio >= LEAST_RATIO


def test_the_shipped_letter_against_its_floor(benchmark):
    """The floor: the same document rendered by plain compiled Jinja, and deflated once."""
    template = open_template(CLAIM.path)
    properties = Properties("Претензия", "Орлова Марина", TODAY)
    values = context()
    simple = plain(values)
    bare = DocxTemplate(CLAIM.path)
    bare.init_docx()
    environment = Environment(autoescape=True)
    environment.filters["с_прописной"] = lambda text: text[:1].upper() + text[1:]
    jinja = environment.from_string(bare.patch_xml(bare.get_xml()))

    def floor() -> bytes:
        return zlib.compress(jinja.render(simple).encode())

    benchmark(floor)
    assert "Орлов" in zlib.decompress(floor()).decode()
    if benchmark.disabled:
        return
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(seconds(template.fill, values, properties))
        theirs.append(seconds(floor))
    ratio = min(ours) / min(theirs)
    print(f"\nfloor {min(theirs) * 1e3:.2f} ms, ours {min(ours) * 1e3:.2f} ms: x{ratio:.1f}")
    assert ratio <= MOST_OVER_FLOOR


@pytest.mark.parametrize("repairs", [2, 20, 200])
def test_assess(benchmark, repairs):
    case, book = example(repairs), load_law_book()
    assert benchmark(assess, case, kind_of(case), book, TODAY).grounds
