"""From an empty start to files on disk, by typing, for each way of paying."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from window_hands import focus, type_text

from desktop_app.case.file import read_case
from desktop_app.window.views.save_card import SaveCard

BOUGHT = (
    ("country", "Россия"),
    ("purchase.item", "Стиральная машина"),
    ("purchase.contract_date", "17.1.26"),
    ("purchase.transfer_date", "20 января 2026"),
    ("purchase.warranty_months", "12"),
    ("purchase.model", "Волна WM-6010"),
    ("purchase.receipt", "кассовый чек № 8 от 17.01.2026"),
    ("current_defect", "Да, неисправен"),
    ("current_defect.description", "вода снова не сливается"),
    ("current_defect.noticed_on", "27/09/2026"),
    ("purchase.price", "38 500"),
)
PEOPLE = (
    ("seller.name", "ООО «Домашний мастер»"),
    ("seller.address", "394018, г. Воронеж, пр. Победы, д. 12"),
    ("buyer.surname", "Орлова"),
    ("buyer.given_name", "Марина"),
    ("buyer.patronymic", "Петровна"),
    ("buyer.gender", "Как о женщине"),
    ("buyer.address", "394036, г. Воронеж, ул. Садовая, д. 4"),
    ("letter_date", "05.10.2026"),
)
REPAIRS = (
    ("06.04.2026", "23.04.2026", "не сливает воду", "акт № 31"),
    ("12.08.26", "1 сентября 26", "не вращается барабан", "акт № 58"),
)
PAYMENTS = {
    "own_funds": (("payment.method", "Сразу, своими деньгами"),),
    "installment": (
        ("payment.method", "В рассрочку: магазину по графику"),
        ("payment.installment.paid", "21 500,50"),
        ("payment.installment.fee", "900 р."),
    ),
    "consumer_loan": (
        ("payment.method", "В кредит: банку по графику"),
        ("payment.loan.bank", "АО «Пример-Банк»"),
        ("payment.loan.amount", "38500"),
        ("payment.loan.interest_paid", "4 520,15"),
        ("demands.reimburse_loan_costs", "Да"),
    ),
}


def choose_goods(hands):
    hands.view.go_to("purchase.category")
    QApplication.processEvents()
    hands.rows["purchase.category"].focus_editor()
    type_text("стиралка")
    hands.qtbot.keyClick(focus(), Qt.Key.Key_Down)
    hands.qtbot.keyClick(focus(), Qt.Key.Key_Return)


def add_repairs(hands):
    hands.view.go_to("repairs")
    for handed_over, returned, defect, act in REPAIRS:
        hands.link("Добавить ремонт")
        hands.answer("repairs[].handed_over", handed_over)
        hands.answer("repairs[].outcome", "Починили бесплатно")
        hands.answer("repairs[].returned", returned)
        hands.answer("repairs[].defect", defect)
        hands.answer("repairs[].act", act)
        hands.press(hands.view.row_form.to_list)
        QApplication.processEvents()


@pytest.mark.parametrize("payment", PAYMENTS)
def test_from_an_empty_start_to_files_on_disk(hands, window, register, tmp_path, payment):
    hands.link("Новая претензия")
    for path, text in BOUGHT:
        hands.answer(path, text)
    choose_goods(hands)
    add_repairs(hands)
    for path, text in (*PAYMENTS[payment], *PEOPLE):
        hands.answer(path, text)
    session = window.session
    assert session.case.payment.method == payment
    assert [str(repair.returned) for repair in session.case.repairs] == ["2026-04-23", "2026-09-01"]
    assert session.assessment.can_be_made, [f.message for f in session.findings]
    assert register.read(session.id).case == session.case, "every key is in the register"

    window.go_to_step("done")
    folder = tmp_path / "письма"
    card = window.findChild(SaveCard)
    with hands.qtbot.waitSignal(card.saved, timeout=20_000):
        card.save_to(folder)
    names = {path.name for path in folder.iterdir()}
    assert {"Претензия — экземпляр продавца.docx", "Расчёт дней.pdf", "Памятка.pdf"} <= names

    window.show_start()
    window.open_stored(session.id)
    assert window.session.case == session.case


def test_nothing_is_lost_between_window_and_file(hands, window, register, tmp_path, example):
    window.show_example()
    path = tmp_path / "дело.json"
    register.export_file(window.session.id, path)
    exported = read_case(path)
    assert exported == window.session.case
    assert str(exported.id) == example["id"]


def test_continue_walks_through_every_step_of_a_finished_case(hands, window):
    window.show_example()
    window.go_to_step("purchase")
    seen = []
    for _ in range(40):
        step = window.case_view.page.step.id
        if step not in seen:
            seen.append(step)
        if step == "done":
            break
        button = window.case_view.page.continue_button
        assert button.isEnabled()
        hands.go_on()
    assert seen == [
        *("purchase", "repairs", "defect", "law", "payment", "claim", "losses", "seller", "buyer"),
        *("bank", "documents", "review", "done"),
    ]
    assert window.case_view.findChildren(QPushButton)
