"""The sheets beside the claim as text that a lawyer can read in a difference."""

from datetime import date

import pytest
from letters import LOAN, case_of, changed, repair, text_of

from desktop_app.assessment.assess import assess
from desktop_app.claims import kind_of
from desktop_app.law.book import load_law_book
from desktop_app.letter.sheets import CALCULATION, INVENTORY, MEMO, REFUSAL
from desktop_app.packet.make import Packet
from desktop_app.packet.picture import with_picture

DAY = date(2026, 10, 5)
CASES = {
    "plain": {},
    "both-counts": {
        "repairs": [
            repair("2026-03-02", "2026-03-17", "не сливает воду"),
            repair("2026-05-04", "2026-05-19", "не вращается барабан"),
        ],
        "current_defect": None,
        "answers": {"day_count": "inclusive"},
    },
    "late-running-and-uncounted": {
        "letter_date": "2027-02-10",
        "purchase.warranty_months": 24,
        "repairs": [
            repair("2026-12-01", "2026-12-20", "не сливает воду"),
            repair("2026-12-25", "2026-12-28", "шумит", outcome="no_defect_found", work_done=None),
            repair("2026-12-18", None, "не вращается барабан", act="квитанция № 7"),
        ],
        "current_defect": None,
        "demands.repair_delay_penalty": True,
    },
    "representative-loan-phone": {
        **LOAN,
        "purchase.category": "phones",
        "representative": {
            "surname": "Орлов",
            "given_name": "Пётр",
            "patronymic": "Ильич",
            "authority": "power_of_attorney",
            "document": "доверенность от 01.10.2026",
        },
        "delivery": {"channel": "post", "sent_on": "2026-10-05"},
    },
    "replacement-handed-over": {
        "kind": "replacement",
        "demands.replacement": {"same": True},
        "delivery": {"channel": "in_person", "handed_on": "2026-10-02"},
    },
}
DOCUMENTS = (CALCULATION, INVENTORY, REFUSAL, MEMO)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)
@pytest.mark.parametrize("name", CASES)
def test_sheet_reads_as_agreed(qapp, golden, name, document):
    case = case_of(changed(CASES[name]))
    kind = kind_of(case)
    day = max(DAY, case.letter_date)
    packet = Packet(case, kind, assess(case, kind, load_law_book(), day), day)
    golden(f"{document.id}-{name}", text_of(with_picture(packet).make(document).filled))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)
def test_an_empty_draft_rules_its_blanks(qapp, golden, document):
    case = case_of({"format": "claim-case", "version": 1, "letter_date": "2026-10-05"})
    kind = kind_of(case)
    packet = Packet(case, kind, assess(case, kind, load_law_book(), DAY), DAY, draft=True)
    text = text_of(packet.make(document).filled)
    golden(f"{document.id}-empty-draft", text)
    assert "ЧЕРНОВИК" in text and "None" not in text
