"""The whole packet: every sheet, its picture, its PDF, measured under `--benchmark-enable`."""

import time
from datetime import date
from statistics import median

from desktop_app import paths
from desktop_app.assessment.assess import assess
from desktop_app.case.file import read_case
from desktop_app.claims import kind_of
from desktop_app.law.book import load_law_book
from desktop_app.packet.make import Packet, make_packet, make_whole_packet
from desktop_app.packet.picture import picture_of, with_picture

TODAY = date(2026, 11, 20)
ROUNDS = 20
MOST_RATIO = 10


def seconds(work) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def test_the_packet_costs_little_more_than_its_letters(qapp, benchmark):
    case = read_case(paths.resource("examples", "refund.json"))
    kind = kind_of(case)
    assessment = assess(case, kind, load_law_book(), TODAY)
    packet = with_picture(Packet(case, kind, assessment, TODAY))
    sheets = benchmark(make_whole_packet, packet)
    assert len(sheets) == 6 and all(sheet.as_pdf().startswith(b"%PDF-") for sheet in sheets)
    if benchmark.disabled:
        return
    one, whole, picture, pdf = [], [], [], []
    for _ in range(ROUNDS):
        one.append(seconds(lambda: make_packet(case, kind, assessment, copies=1)))
        whole.append(seconds(lambda: make_whole_packet(packet)))
        picture.append(seconds(lambda: picture_of(case, assessment)))
        made = make_whole_packet(packet)
        pdf.append(seconds(lambda made=made: [sheet.as_pdf() for sheet in made]))
    ratio = median(whole) / median(one)
    print(
        f"packet: one letter {median(one) * 1000:.1f} ms, six sheets {median(whole) * 1000:.1f} ms "
        f"(x{ratio:.1f}), the picture {median(picture) * 1000:.1f} ms, "
        f"all as PDF {median(pdf) * 1000:.1f} ms"
    )
    assert ratio < MOST_RATIO
