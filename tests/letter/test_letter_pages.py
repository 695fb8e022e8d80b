"""LibreOffice opens every letter; its pages hold all the words and nothing is torn apart."""

import re
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from letters import SITUATIONS, changed, letter_of

pytestmark = pytest.mark.ci
LONG = {
    "nine-repairs": {
        "repairs": [
            {
                "requested": f"2026-0{month}-01",
                "handed_over": f"2026-0{month}-01",
                "returned": f"2026-0{month}-06",
                "place": "сервисный центр продавца на другом конце города",
                "defect": f"недостаток, описанный подробно и длинно, под номером {month}",
                "work_done": "диагностика, чистка, замена узла и проверка под нагрузкой",
                "act": f"акт № {month}",
                "outcome": "repaired",
            }
            for month in range(2, 10)
        ]
    },
    "long-defect": {"current_defect.description": "Не включается и гудит. " * 400},
}
CASES = SITUATIONS | LONG


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, list[str]]:
    """The pages of each letter as LibreOffice lays them out, as text."""
    folder = tmp_path_factory.mktemp("letters")
    for name, answers in CASES.items():
        for copy in ("seller", "consumer"):
            letter = letter_of(changed(answers), copy)
            (folder / f"{name}.{copy}.docx").write_bytes(letter.docx)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    subprocess.run(
        [
            *("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)),
            *sorted(map(str, folder.glob("*.docx"))),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {path.stem: _pages(path) for path in folder.glob("*.pdf")}


def _pages(path: Path) -> list[str]:
    text = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    return text.split("\f")[:-1]


def test_every_letter_was_opened(pages):
    assert set(pages) == {f"{name}.{copy}" for name in CASES for copy in ("seller", "consumer")}


@pytest.mark.parametrize("name", sorted(SITUATIONS))
@pytest.mark.parametrize("copy", ["seller", "consumer"])
def test_a_letter_has_two_or_three_pages_numbered(pages, name, copy):
    sheets = pages[f"{name}.{copy}"]
    assert 2 <= len(sheets) <= 3
    for number, sheet in enumerate(sheets, start=1):
        assert f"стр. {number} из {len(sheets)}" in " ".join(sheet.split())


@pytest.mark.parametrize("name", sorted(CASES))
def test_the_signature_is_never_torn_from_the_text(pages, name):
    sheets = pages[f"{name}.seller"]
    (signed,) = [sheet for sheet in sheets if re.search(r"____ */", sheet)]
    before = signed.split("____")[0]
    assert len(before.split()) > 30, "the page of the signature holds text of the letter"


@pytest.mark.parametrize("name", sorted(CASES))
def test_the_pages_hold_every_word_of_the_file(pages, name):
    document = Document(BytesIO(letter_of(changed(CASES[name]), "consumer").docx))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    wanted = _letters("".join([*(p.text for p in document.paragraphs), *cells]))
    shown = _letters("".join(pages[f"{name}.consumer"]))
    assert not [letter for letter in set(wanted) if shown.count(letter) < wanted.count(letter)]


def _letters(text: str) -> str:
    return re.sub(r"[\s_\-\u2011\u00ad]", "", text)
