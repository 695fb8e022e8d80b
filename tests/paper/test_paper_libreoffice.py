"""The pages against LibreOffice's of the same file: pages, words, lines."""

import html
import os
import re
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass
from datetime import date

import pytest
from letters import case_of, changed
from paper_docx import FOOTER, LONG, docx, example_letters, para, row, table

from desktop_app.assessment.assess import assess
from desktop_app.case.model import Case
from desktop_app.claims import kind_of
from desktop_app.law.book import load_law_book
from desktop_app.packet.make import Packet, make_packet, make_whole_packet
from desktop_app.packet.picture import with_picture
from desktop_app.paper.fonts import stand_in
from desktop_app.paper.pdf import write_pdf

pytestmark = pytest.mark.ci
LEAST = 0.95
_WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)</word>'
)


@dataclass(frozen=True)
class Seen:
    """What a PDF shows: (page, text) of every line on paper, cells side by side as one."""

    pages: int
    lines: tuple[tuple[int, str], ...]

    @property
    def words(self) -> Counter[str]:
        return Counter(word for _, text in self.lines for word in text.split())


def seen(path) -> Seen:
    """Group the words of a PDF by the middle of their height, from top to bottom."""
    command = ["pdftotext", "-bbox", str(path), "-"]
    pages = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    lines: list[tuple[int, str]] = []
    parts = pages.split("<page ")[1:]
    for number, page in enumerate(parts):
        words = sorted(
            ((float(top) + float(low)) / 2, float(left), html.unescape(text))
            for left, top, low, text in _WORD.findall(page)
        )
        line: list[tuple[float, str]] = []
        above = 0.0
        for middle, left, text in words:
            if line and middle - above > 3:
                lines.append((number, " ".join(word for _, word in sorted(line))))
                line = []
            if not line:
                above = middle
            line.append((left, text))
        if line:
            lines.append((number, " ".join(word for _, word in sorted(line))))
    return Seen(len(parts), tuple(lines))


def _filled(lines: int) -> str:
    return "".join(para(f"строка {at}") for at in range(lines))


def _flow() -> str:
    body = _filled(50)
    for at in range(14):
        kept = "<w:keepLines/>" if at % 5 == 4 else "<w:keepNext/>" if at % 7 == 6 else ""
        body += para(f"{at} " + LONG * (1 + at % 2), f'<w:pStyle w:val="Body"/>{kept}')
    for at in range(24):
        body += para(f"Раздел {at}", '<w:pStyle w:val="Section"/>')
        if at >= 12:
            body += para(f"Подраздел {at}", '<w:pStyle w:val="Section"/>')
        body += para(f"{at} " + LONG * (1 + at % 4), '<w:pStyle w:val="Body"/>')
    return body


def _lines() -> str:
    stops = (
        '<w:tabs><w:tab w:val="left" w:pos="2000"/><w:tab w:val="center" w:pos="5000"/>'
        '<w:tab w:val="right" w:pos="9638"/></w:tabs>'
    )
    tabbed = "".join(
        f"<w:r><w:t>{text}</w:t><w:tab/></w:r>" for text in ("слева", "два", "посреди")
    )
    signs = "a/b и/или руб./день 10–20 — тире – «цитата»: (скобки) 100 % № 5 50% кг/м2 ст.\u00a018 "
    broken = f'<w:r><w:t>перед разрывом</w:t><w:br/><w:t xml:space="preserve">{LONG}</w:t></w:r>'
    body = f"<w:p><w:pPr>{stops}</w:pPr>{tabbed}<w:r><w:t>справа</w:t></w:r></w:p>"
    body += para(signs * 5, '<w:jc w:val="both"/>') + para("длинноеслово" * 20)
    body += f'<w:p><w:pPr><w:jc w:val="both"/></w:pPr>{broken}</w:p>'
    for size in (16, 18, 20, 21, 22, 26):
        body += para(LONG, '<w:jc w:val="both"/>', f'<w:sz w:val="{size}"/>')
    for line, rule in (
        (216, "auto"),
        (276, "auto"),
        (360, "auto"),
        (240, "exact"),
        (320, "atLeast"),
    ):
        body += para(LONG, f'<w:spacing w:line="{line}" w:lineRule="{rule}"/>')
    return body


def _table() -> str:
    head = row(para("№"), para("Что"), para("Где"), properties="<w:cantSplit/><w:tblHeader/>")
    rows = "".join(
        row(para(str(at)), para(LONG), para("ещё " + LONG), properties="<w:cantSplit/>")
        for at in range(20)
    )
    layout = '<w:tblW w:w="9638" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    return para("До таблицы", "<w:keepNext/>") + table(
        head + rows, 1000, 4000, 4638, properties=layout
    )


def drafts():
    """A draft with as many blanks as can be: a case of which nothing was told."""
    case = Case()
    kind = kind_of(case)
    assessment = assess(case, kind, load_law_book(), date(2026, 11, 20))
    (sheet,) = make_packet(case, kind, assessment, draft=True, copies=1)
    return {"draft": sheet.filled.docx}


def packets():
    """Every sheet of the packet, of both kinds of claim, by their ids."""
    found = {}
    for kind, answers in (("refund", {}), ("replacement", {"demands.replacement": {"same": True}})):
        case = case_of(changed({"kind": kind, **answers}))
        assessment = assess(case, kind_of(case), load_law_book(), case.letter_date)
        packet = Packet(case, kind_of(case), assessment, case.letter_date)
        for sheet in make_whole_packet(with_picture(packet))[1:]:
            found[f"{kind}-{sheet.document.id}"] = sheet.filled.docx
    return found


FILES = {
    "flow": docx(_flow(), footer=FOOTER),
    "lines": docx(_lines(), footer=FOOTER),
    "table": docx(_table(), footer=FOOTER),
}


@pytest.fixture(scope="module")
def files(qapp, tmp_path_factory):
    """Every file as a PDF of either program: name → (ours, LibreOffice's)."""
    missing = [name for name in ("soffice", "pdftotext") if shutil.which(name) is None]
    if missing and not os.environ.get("CI"):
        pytest.skip(f"{', '.join(missing)} not installed")
    folder = tmp_path_factory.mktemp("libreoffice")
    found = FILES | example_letters() | drafts() | packets()
    for name, data in found.items():
        (folder / f"{name}.docx").write_bytes(data)
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"),
            *("--convert-to", "pdf", "--outdir", str(folder / "theirs")),
            *(str(folder / f"{name}.docx") for name in found),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    pairs = {}
    for name, data in found.items():
        write_pdf(data, name, folder / f"{name}.pdf")
        pairs[name] = seen(folder / f"{name}.pdf"), seen(folder / "theirs" / f"{name}.pdf")
    return pairs


def test_the_same_number_of_pages(files):
    assert {name: ours.pages for name, (ours, _) in files.items()} == {
        name: theirs.pages for name, (_, theirs) in files.items()
    }


def test_the_same_words(files):
    for name, (ours, theirs) in files.items():
        assert ours.words == theirs.words, name


def test_lines_end_at_the_same_words(files, record_property):
    if stand_in("Times New Roman") not in ("Times New Roman", "Liberation Serif"):
        pytest.skip("LibreOffice would take another font than the pages")
    for name, (ours, theirs) in files.items():
        same = sum((Counter(ours.lines) & Counter(theirs.lines)).values())
        share = same / max(len(ours.lines), len(theirs.lines))
        record_property(name, f"{share:.4f}")
        print(f"{name}: {ours.pages} pages, {same} of {len(theirs.lines)} lines, {share:.1%}")
        assert share >= LEAST, name
