"""The whole packet as one PDF: the sheets, then the scans with their numbers."""

import io
from datetime import date

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QColor, QImage

from desktop_app import paths
from desktop_app.assessment.assess import assess
from desktop_app.case.edit import replaced
from desktop_app.case.file import read_case
from desktop_app.case.model import Attachment
from desktop_app.claims import kind_of
from desktop_app.errors import UserError
from desktop_app.law.book import load_law_book
from desktop_app.packet.make import Packet, make_whole_packet
from desktop_app.packet.whole import scans_of, whole_pdf

DAY = date(2026, 10, 5)


@pytest.fixture
def case(qapp, tmp_path):
    case = read_case(paths.resource("examples", "refund.json"))
    found = []
    for name in ("талон", "переписка"):
        image = QImage(300, 400, QImage.Format.Format_RGB32)
        image.fill(QColor("gray"))
        path = tmp_path / f"{name}.png"
        assert image.save(str(path))
        found.append(Attachment(title=f"копия: {name}", sheets=1, file=str(path)))
    own = (*case.attachments, *found, Attachment(title="без скана"))
    return replaced(case, "attachments", own)


def listed(case):
    kind = kind_of(case)
    return scans_of(case, kind, assess(case, kind, load_law_book(), DAY))


def sheets_of(case):
    kind = kind_of(case)
    packet = Packet(case, kind, assess(case, kind, load_law_book(), DAY), DAY)
    return make_whole_packet(packet)


def test_scans_have_the_numbers_of_their_annexes(case):
    assert [(s.mark, s.path.stem) for s in listed(case)] == [
        ("Приложение № 6", "талон"),
        ("Приложение № 7", "переписка"),
    ]
    turned = replaced(case, "attachments", case.attachments[::-1])
    assert [(s.mark, s.path.stem) for s in listed(turned)] == [
        ("Приложение № 6", "переписка"),
        ("Приложение № 7", "талон"),
    ]


def test_all_is_there_in_its_order_with_an_outline(case):
    sheets = sheets_of(case)
    made = PdfReader(io.BytesIO(whole_pdf(sheets, listed(case))))
    sent = [s for s in sheets if s.name.startswith(("Претензия", "Расчёт"))]
    assert len(sent) == 3, "what is for the post and for the person stays at home"
    count = sum(sheet.pages.count for sheet in sent)
    assert len(made.pages) == count + 2
    texts = [" ".join(page.extract_text().split()) for page in made.pages]
    assert texts[0].startswith("Экземпляр продавца") and "Приложение № 7" in texts[-1]
    titles = [item.title for item in made.outline if not isinstance(item, list)]
    assert titles == [
        *(sheet.name for sheet in sent),
        "Приложение № 6: талон",
        "Приложение № 7: переписка",
    ]
    assert made.metadata.title == "Претензия с приложениями"
    assert made.root_object["/Lang"] == "ru-RU"
    assert "\t" not in "".join(texts)


def test_the_same_packet_gives_the_same_bytes(case):
    sheets, scans = sheets_of(case), listed(case)
    assert whole_pdf(sheets, scans) == whole_pdf(sheets, scans)


def test_kept_bytes_come_before_the_disk(case, tmp_path):
    kept = {str(path): path.read_bytes() for path in tmp_path.glob("*.png")}
    expected = whole_pdf(sheets_of(case), listed(case))
    (tmp_path / "переписка.png").unlink()
    (tmp_path / "талон.png").write_bytes(b"changed later")
    kind = kind_of(case)
    scans = scans_of(case, kind, assess(case, kind, load_law_book(), DAY), kept.get)
    assert whole_pdf(sheets_of(case), scans) == expected


def test_a_scan_that_is_gone_is_named(case, tmp_path):
    (tmp_path / "переписка.png").unlink()
    with pytest.raises(UserError, match=r"Приложение № 7.*переписка\.png"):
        whole_pdf(sheets_of(case), listed(case))
