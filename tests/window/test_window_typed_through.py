"""Whole cases typed by keys from an empty start: what comes out is what was on the papers."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from window_typist import Typist

from desktop_app import paths
from desktop_app.case.file import dump_case, parse_case
from desktop_app.interview.flow import pruned
from desktop_app.window.opened import open_case
from desktop_app.window.views.save_card import SaveCard

CONTRACT_EXAMPLE = Path(__file__).parents[1] / "case" / "files" / "contract-example.json"


def shipped():
    return json.loads(paths.resource("examples", "refund.json").read_text(encoding="utf-8"))


def with_a_loan():
    return json.loads(CONTRACT_EXAMPLE.read_text(encoding="utf-8"))


def with_everything():
    """Instalments, a representative, an answer of the shop, and what nobody knows or has."""
    told = shipped()
    told["representative"] = {
        **{"surname": "Примеров", "given_name": "Иван", "patronymic": "Образцович"},
        **{"genitive": None, "authority": "power_of_attorney"},
        "document": "доверенность № 7 от 01.02.2026",
    }
    told["purchase"] |= {"serial_number": None, "transfer_date": None, "distance": True}
    told["payment"] = {
        "method": "installment",
        "installment": {"until": "2026-12-17", "paid": "21500.50", "fee": "900.00"},
        "loan": None,
    }
    told["current_defect"] = {
        **{"description": "гремит при отжиме", "noticed_on": "2026-09-27"},
        **{"same_defect_as": None, "diagnostic_act": "заключение № 5"},
    }
    told["repairs"][1] |= {"ready_notice": "2026-08-30", "act": None}
    told["losses"] += [{"description": "доставка до сервиса", "amount": "700.00", "document": None}]
    told["demands"] |= {
        "price_difference": {"amount": "4500.00", "source": "распечатка с сайта от 03.10.2026"},
        "repair_delay_penalty": True,
    }
    told["delivery"] = {
        **{"channel": "post", "sent_on": "2026-10-06", "handed_on": "2026-10-12"},
        **{"tracking_number": "80000000000000", "refused": None},
        "response": {"kind": "partly", "on": "2026-10-20", "amount": "10000.00"},
    }
    told["answers"] = {
        **{"unreadable": {}, "accepted_risks": [], "day_count": None},
        "unknown": ["purchase.transfer_date"],
        "no_document": [
            *("purchase.serial_number", "repairs[1].act", "losses[1].document"),
            "current_defect.same_defect_as",
        ],
    }
    return told


def with_a_replacement():
    """Other goods, a shop that checks the quality first, and nothing for the time of waiting."""
    told = shipped()
    told["kind"] = "replacement"
    told["demands"] |= {
        "replacement": {
            **{"same": False, "item": "Волна WM-8020", "price": "41000.00", "meanwhile": False}
        },
        "price_difference": None,
    }
    told["delivery"] = {
        **{"channel": "in_person", "handed_on": "2026-10-06", "refused": False},
        "replacement_term": "check",
    }
    return told


def as_told(case):
    """The answers alone: not the number of the case, nor how the form was gone through."""
    answers = json.loads(dump_case(pruned(case)))
    return {key: value for key, value in answers.items() if key not in ("id", "answers")}


@pytest.mark.parametrize("papers", [shipped, with_a_loan, with_everything, with_a_replacement])
def test_a_case_typed_page_after_page_is_the_case_on_the_papers(
    hands, window, register, tmp_path, monkeypatch, papers
):
    told = papers()
    day = datetime.fromisoformat(told["letter_date"]).replace(hour=9, tzinfo=UTC)
    monkeypatch.setattr(open_case, "now", lambda: day)

    def time_passes(page):
        if page == "handing":
            monkeypatch.setattr(open_case, "now", lambda: day + timedelta(days=30))
            window._cases.look_again()

    full = parse_case(json.dumps(told).encode())
    hands.link("Новая претензия")
    typist = Typist(hands, full)
    pages = typist.tell_everything(time_passes)
    assert len(pages) == len(set(pages))
    case = window.session.case
    assert as_told(case) == as_told(full)
    said_no = {"representative", "demands.price_difference"}
    assert set(case.answers.no_document) - said_no == set(full.answers.no_document)
    assert set(case.answers.unknown) == set(full.answers.unknown)
    assert not case.answers.unreadable
    assert register.read(window.session.id).case == case, "every key is in the register"

    folder = tmp_path / "письма"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    window.go_to_step("done")
    QApplication.processEvents()
    card = window.case_view.page.findChild(SaveCard)
    with hands.qtbot.waitSignal(card.saved, timeout=20_000):
        hands.press(card.save)
    names = {path.name for path in folder.iterdir()}
    assert {"Претензия — экземпляр продавца.docx", "Расчёт дней.pdf", "Памятка.pdf"} <= names
