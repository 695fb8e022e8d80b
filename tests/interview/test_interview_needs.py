"""What an unknown ground waits for is a question of the form."""

from datetime import date
from itertools import product

from desktop_app import paths
from desktop_app.assessment.assess import assess
from desktop_app.case.edit import replaced
from desktop_app.case.file import read_case
from desktop_app.claims import kind_of
from desktop_app.interview.flow import asked
from desktop_app.law.book import load_law_book

TODAY = date(2026, 11, 20)
ABSENT = (
    ("purchase.contract_date", "purchase.transfer_date"),
    ("purchase.category",),
    ("purchase.warranty_months",),
    ("repairs",),
    ("repairs[0].handed_over", "repairs[0].requested"),
    ("repairs[1].returned",),
    ("repairs[1].returned", "repairs[1].outcome"),
    ("repairs[0].defect", "repairs[1].defect"),
    ("current_defect",),
)


def cases():
    """The example without one or two of its answers."""
    example = read_case(paths.resource("examples", "refund.json"))
    for first, second in product(ABSENT, ABSENT):
        case = example
        for path in (*first, *second):
            if case.repairs is not None or not path.startswith("repairs["):
                case = replaced(case, path, None)
        yield case


def test_an_unknown_ground_names_an_absent_answer_that_is_asked():
    seen = set()
    for case in cases():
        paths_asked = {place.path for place in asked(case)}
        for ground in assess(case, kind_of(case), load_law_book(), TODAY).grounds:
            assert (ground.needs is not None) == (ground.status == "unknown"), ground
            if ground.needs:
                assert ground.needs in paths_asked, (ground, sorted(paths_asked))
                seen.add(ground.needs)
    assert len(seen) >= 8, seen
