"""What a letter says is true of its case: nothing that was not told, nothing against its table."""

import pytest
from letters import LOAN, changed, letter_of, plain, repair


def text_of(answers):
    return plain(letter_of(changed(answers)))


NOW = {"description": "не греет", "noticed_on": "2026-09-20"}
TWO = [
    repair("2026-03-02", "2026-03-23", "не сливает воду"),
    repair("2026-05-04", "2026-05-25", "не вращается барабан"),
]


def with_third(**third):
    told = repair("2026-07-01", "2026-07-10", "не греет") | third
    return {"repairs": [*TWO, told], "current_defect": NOW}


@pytest.mark.parametrize(
    "third",
    [
        {"outcome": "refused"},
        {"outcome": "no_defect_found"},
        {"outcome": "paid_repair"},
        {"outcome": "in_repair", "returned": None},
    ],
    ids=["refused", "no defect found", "paid", "running"],
)
def test_a_defect_that_nobody_removed_did_not_come_back(third):
    text = text_of(with_third(**third))
    assert "уже устраняли" not in text
    assert "С этим недостатком я уже обращалась (ремонт № 3)." in text


def test_a_defect_noticed_before_it_was_removed_did_not_come_back():
    answers = with_third() | {"current_defect": NOW | {"noticed_on": "2026-07-05"}}
    assert "уже устраняли" not in text_of(answers)


def test_every_repair_that_removed_the_present_defect_is_told():
    answers = with_third()
    answers["repairs"][0] = answers["repairs"][0] | {"defect": "не греет"}
    text = text_of(answers)
    assert "Этот недостаток уже устраняли (ремонты № 1 и № 3), и он проявился вновь." in text


@pytest.mark.parametrize(
    ("noticed", "said", "unsaid"),
    [
        ("2026-09-01", "Недостатки проявились в течение гарантийного срока", "п. 5 ст. 19"),
        ("2027-03-01", "п. 5 ст. 19", "Недостатки проявились в течение гарантийного срока"),
    ],
    ids=["within the warranty", "after it"],
)
def test_who_proves_follows_the_defect_on_which_the_claim_rests(noticed, said, unsaid):
    text = text_of(
        {
            "letter_date": "2027-03-05",
            "purchase.category": "other",
            "repairs": [repair("2026-03-02", "2026-03-05", "скрипит")],
            "current_defect": {"description": "не греет", "noticed_on": noticed},
        }
    )
    assert said in text and unsaid not in text


def loan(**answers):
    return LOAN | {f"payment.loan.{key}": value for key, value in answers.items()}


def test_unknown_interest_of_a_larger_loan_is_demanded_by_the_share_of_the_goods():
    text = text_of(
        loan(amount="60000", interest_paid=None, other_payments=None)
        | {"demands.reimburse_loan_costs": True}
    )
    assert "в размере по справке кредитора (по доле товара в кредите:" in text
    assert "из 60 000,00 руб.)" in text
    assert "без учёта требования 2." in text


def test_interest_told_as_nothing_is_not_demanded():
    text = text_of(
        loan(interest_paid="0", other_payments="0") | {"demands.reimburse_loan_costs": True}
    )
    assert "по справке кредитора" not in text and "без учёта" not in text
    assert "возмещает уплаченные потребителем проценты" not in text


def test_one_full_stop_is_enough():
    bare = loan(annual_rate_percent=None, until=None, repaid_on=None)
    text = text_of(bare)
    assert "сумма кредита" in text and "руб.." not in text
    assert ".." not in text_of(loan(annual_rate_percent="19.9"))


def test_the_way_back_of_a_loan_is_not_the_way_of_payment():
    assert "тем же способом" not in text_of(loan() | {"bank_details": None})
    assert "тем же способом" in text_of({"bank_details": None})


def test_a_fraction_of_a_kopeck_is_rounded_and_said_to_be():
    assert "1 % цены товара, то есть около 724,91 руб. в день" in text_of(
        {"purchase.price": "72490.50"}
    )
    assert "то есть 450,00 руб. в день" in text_of({"purchase.price": "45000"})


def test_a_running_repair_that_does_not_count_is_not_said_to_be_counted():
    running = repair("2027-04-01", None, "гудит") | {"outcome": "in_repair"}
    text = text_of(
        {"letter_date": "2027-04-05", "repairs": [*TWO, running], "current_defect": None}
    )
    assert "Неоконченный ремонт посчитан" not in text
    assert "Обращения, отмеченные прочерком, в счёт не входят." in text


def test_a_warranty_that_still_grows_ends_not_before():
    running = repair("2026-09-01", None, "гудит") | {"outcome": "in_repair"}
    assert "истекает не ранее" in text_of({"repairs": [*TWO, running], "current_defect": None})
    assert "истекает не ранее" not in text_of({"repairs": TWO, "current_defect": None})


def test_a_number_stays_with_the_word_before_it():
    text = letter_of(changed({"buyer.address": "г. Тула, ул. Мира, д. 5, корп. 2, кв. 101"}))
    from letters import text_of as spaced

    assert "д.\u00a05, корп.\u00a02, кв.\u00a0101" in spaced(text)


def test_the_acceptance_names_the_claim():
    seen = plain(letter_of(changed({}), "consumer"))
    assert "Претензию от «05» октября 2026 г. (Орлова Марина Петровна; товар: Стиральная" in seen


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("чек № 8", "чек № 8 (копия)"),
        ("чеки прачечной", "чеки прачечной (копии)"),
        ("чек № 1 и чек № 2", "чек № 1 и чек № 2 (копии)"),
    ],
)
def test_a_copy_is_one_or_several(title, told):
    assert told in text_of({"purchase.receipt": title})
