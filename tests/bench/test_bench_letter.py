"""How fast a letter is filled, against plain docxtpl on the same template in the same run.

The ratio is asserted only under `--benchmark-enable`; the ordinary run checks
that both ways give the same text.
"""

import io
import random
import time
from datetime import date
from pathlib import Path
from statistics import median

import docx
import pytest
from docxtpl import DocxTemplate
from pytest_benchmark.fixture import BenchmarkFixture

from desktop_app import paths
from desktop_app.letter.engine.marks import Text
from desktop_app.letter.engine.template import Properties, Template, compile_template

PROPERTIES = Properties("Претензия", "Кузнецова О. И.", date(2025, 6, 14))
REPAIRS = 3
ROUNDS = 30
LEAST_RATIO = 4

_WORDS = (
    "в соответствии с пунктом статьи закона о защите прав потребителей покупатель вправе "
    "отказаться от исполнения договора купли-продажи и потребовать возврата уплаченной за товар "
    "суммы существенный недостаток гарантийный срок ремонт передан магазин акт проверка качества "
    "повторно выявлен устранение дней года каждого невозможность использования продавец обязан "
    "удовлетворить требование расходы убытки неустойка просрочка суд претензия ответ письменный "
    "почта адрес заявление приложение копия чек паспорт изделия серийный номер дата"
)
_CHOICE = random.Random(7)


def _prose(words: int = 32) -> str:
    """Varied text: repeated sentences would deflate better than a real letter does."""
    return " ".join(_CHOICE.choices(_WORDS.split(), k=words)).capitalize() + ". "


def _letter() -> bytes:
    """A letter of three pages: addressee, prose with fields, conditions, repairs, annexes."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Лист {{ дело.знак }}"
    document.sections[0].footer.paragraphs[0].text = "{{ покупатель.фио }}"
    for number in range(10):
        document.add_paragraph(f"Кому: {{{{ продавец.строка{number} }}}}")
    for number in range(14):
        document.add_paragraph(f"{{%p if есть.основание{number} %}}")
        paragraph = document.add_paragraph(f"{_prose()}Сумма {{{{ суммы.сумма{number} }}}} (")
        paragraph.add_run("{{ суммы.прописью").bold = True
        paragraph.add_run(f"{number} }}}}")
        paragraph.add_run("){% if есть.чек %}, чек {{ чек.номер }}{% endif %}. " + _prose())
        document.add_paragraph("{%p else %}")
        document.add_paragraph("Независимо от этого. {{ покупатель.фио }} " + _prose())
        document.add_paragraph("{%p endif %}")
    table = document.add_table(rows=4, cols=5, style="Table Grid")
    table.cell(1, 0).text = "{%tr for ремонт in ремонты %}"
    for column in range(5):
        table.cell(0, column).text = f"Столбец {column}"
        table.cell(2, column).text = f"{{{{ ремонт.поле{column} }}}}"
    table.cell(3, 0).text = "{%tr endfor %}"
    document.add_paragraph("{%p for ремонт in ремонты %}")
    document.add_paragraph("Приложение: {{ ремонт.поле0 }}; " + _prose())
    document.add_paragraph("{%p endfor %}")
    for _ in range(12):
        document.add_paragraph(_prose(60))
    return _saved(document)


def _context() -> dict[str, object]:
    return {
        "дело": {"знак": Text("А-17", "mark")},
        "покупатель": {"фио": Text("Кузнецова Ольга Ильинична", "buyer.name")},
        "продавец": {f"строка{n}": Text(f"ООО «М & К», {n}", "seller.name") for n in range(10)},
        "суммы": {
            f"{name}{n}": Text(f"{name} 89 990 {n}", f"sums[{n}]")
            for n in range(14)
            for name in ("сумма", "прописью")
        },
        "чек": {"номер": Text("№ 5 <б/н>", "receipt.number")},
        "есть": {"чек": True} | {f"основание{n}": n % 2 == 0 for n in range(14)},
        "ремонты": [
            {f"поле{c}": Text(f"не включается {c}", f"repairs[{r}].f{c}") for c in range(5)}
            for r in range(REPAIRS)
        ],
    }


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value if isinstance(value, bool) else str(value)


def _saved(document: object) -> bytes:
    target = io.BytesIO()
    document.save(target)  # type: ignore[attr-defined]
    return target.getvalue()


def _by_docxtpl(data: bytes, context: dict[str, object]) -> bytes:
    template = DocxTemplate(io.BytesIO(data))
    template.render(context, autoescape=True)
    return _saved(template)


def _by_us(template: Template, context: dict[str, object]) -> bytes:
    return template.fill(context, PROPERTIES).docx


def _texts(data: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(data))
    section = document.sections[0]
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    paragraphs = [*section.header.paragraphs, *document.paragraphs, *section.footer.paragraphs]
    return [paragraph.text for paragraph in paragraphs] + [cell.text for cell in cells]


def _seconds(work: object, *arguments: object) -> float:
    start = time.perf_counter()
    work(*arguments)  # type: ignore[operator]
    return time.perf_counter() - start


def test_both_ways_give_the_same_text() -> None:
    data, context = _letter(), _context()
    ours = _texts(_by_us(compile_template(data, "проба.docx"), context))
    assert ours == _texts(_by_docxtpl(data, _plain(context)))  # type: ignore[arg-type]
    assert any("№ 5 <б/н>" in text for text in ours)


def test_a_fill_is_several_times_faster_than_docxtpl(
    benchmark: BenchmarkFixture, request: pytest.FixtureRequest
) -> None:
    data, context = _letter(), _context()
    plain = _plain(context)
    template = compile_template(data, "проба.docx")
    benchmark(_by_us, template, context)
    if benchmark.disabled:
        return
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(_seconds(_by_us, template, context))
        theirs.append(_seconds(_by_docxtpl, data, plain))
    ratio = median(theirs) / median(ours)
    print(
        f"\ndocxtpl {median(theirs) * 1000:.2f} ms, ours {median(ours) * 1000:.2f} ms: ×{ratio:.1f}"
    )
    benchmark.extra_info["ratio"] = round(ratio, 1)
    assert ratio >= LEAST_RATIO


def _shipped() -> list[Path]:
    folder = paths.template("refund")
    return sorted(folder.glob("*.docx")) if folder.is_dir() else []


@pytest.mark.parametrize("path", _shipped(), ids=lambda path: path.stem)
def test_compiling_a_shipped_template(benchmark: BenchmarkFixture, path: Path) -> None:
    template = benchmark(compile_template, path.read_bytes(), path.name)
    assert template.names
