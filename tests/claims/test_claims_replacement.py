"""The claim for replacement: its letter, its terms, what it demands and what not."""

from datetime import date

import pytest
from letters import LOAN, TODAY, case_of, changed, plain, text_of

from desktop_app.assessment.assess import assess
from desktop_app.case.edit import replaced
from desktop_app.claims import KINDS, claim_of
from desktop_app.law.book import load_law_book
from desktop_app.letter.matter import Matter

KIND = KINDS["replacement"]
BOOK = load_law_book()


def case(**answers):
    told = {"kind": "replacement", "demands.replacement": {"same": True}}
    return case_of(changed(told | {key.replace("__", "."): v for key, v in answers.items()}))


def assessed(told):
    return assess(told, KIND, BOOK, TODAY)


def letter(told, copy="seller"):
    return claim_of(KIND).fill(Matter(told, assessed(told), KIND, copy))


def codes(told):
    return {finding.code for finding in assessed(told).findings}


OTHER = {"same": False, "item": "Волна WM-8020"}


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("the-same", {}),
        ("dearer", {"demands__replacement": {**OTHER, "price": "52000.00"}}),
        ("cheaper", {"demands__replacement": {**OTHER, "price": "30000.00", "meanwhile": False}}),
        (
            "outside-the-list-penalty",
            {
                "purchase__category": "other",
                "demands__repair_delay_penalty": True,
                "demands__replacement": OTHER,
                "repairs": [
                    {
                        "requested": "2026-04-01",
                        "handed_over": "2026-04-01",
                        "returned": "2026-06-10",
                        "outcome": "repaired",
                        "defect": "течёт",
                    }
                ],
            },
        ),
        ("loan", {key.replace(".", "__"): value for key, value in LOAN.items()}),
    ],
)
def test_letter_reads_as_agreed(name, answers, golden):
    golden(f"replacement-{name}", text_of(letter(case(**answers))))


@pytest.mark.parametrize(
    ("handed_on", "term", "answer_by"),
    [
        # Worked out by hand with the calendar of 2026 and 2027.
        (date(2026, 11, 20), None, date(2026, 11, 27)),
        (date(2026, 11, 21), None, date(2026, 11, 30)),
        (date(2026, 11, 20), "check", date(2026, 12, 10)),
        (date(2026, 11, 20), "not_in_stock", date(2026, 12, 21)),
        (date(2026, 12, 31), "not_in_stock", date(2027, 2, 1)),
        (date(2027, 1, 31), "not_in_stock", date(2027, 3, 1)),
    ],
)
def test_the_term_is_seven_days_twenty_or_a_month(handed_on, term, answer_by):
    told = replaced(case(), "delivery.handed_on", handed_on)
    told = replaced(told, "delivery.replacement_term", term)
    found = assessed(told).deadlines
    assert found.answer_by == answer_by
    assert (found.penalty_from - answer_by).days == 1


def test_nothing_of_a_refund_is_demanded():
    told = case(
        **{key.replace(".", "__"): value for key, value in LOAN.items()},
        demands__price_difference={"amount": "9000", "source": "сайт"},
    )
    assessment = assessed(told)
    assert [one.kind for one in assessment.demands] == ["same_goods", "meanwhile", "loss", "answer"]
    amounts = assessment.amounts
    assert (amounts.principal, amounts.interest, amounts.price_difference) == (0, 0, 0)
    assert amounts.total == amounts.losses
    text = plain(letter(told))
    for word in ("отказываюсь", "вернуть уплаченную", "разницу между ценой", "справка банка"):
        assert word not in text
    assert {"price_difference_left_out", "loan_costs_left_out", "credit_goes_on"} <= codes(told)


def test_a_refund_says_nothing_of_other_goods():
    told = replaced(case(demands__replacement=OTHER), "kind", "refund")
    refund = KINDS["refund"]
    assessment = assess(told, refund, BOOK, TODAY)
    text = plain(claim_of(refund).fill(Matter(told, assessment, refund)))
    assert "WM-8020" not in text and "замен" not in text.replace("замена", "", 3)


def test_other_goods_must_be_named_and_their_price_is_asked():
    assert "replacement_item_missing" in codes(case(demands__replacement={"same": False}))
    assert "replacement_price_missing" in codes(case(demands__replacement=OTHER))
    dearer = case(demands__replacement={**OTHER, "price": "52000"})
    note = next(f for f in assessed(dearer).findings if f.code == "replacement_recalculated")
    assert "доплатить примерно 13\u00a0500,00" in note.message


def test_a_car_has_none_for_the_time_of_waiting():
    told = case(purchase__category="cars")
    assert "meanwhile" not in [one.kind for one in assessed(told).demands]
    assert "nothing_meanwhile" in codes(told)
    assert "на время замены" not in plain(letter(told))


def test_without_sums_no_account_is_asked_for():
    assert "Деньги прошу" not in plain(letter(case(losses=[])))
    assert "Деньги прошу" in plain(letter(case()))


def test_the_article_of_goods_outside_the_list_follows_the_wish():
    outside = {"purchase__category": "other"}
    assert "абзацу 2 пункта 1" in plain(letter(case(**outside)))
    other = case(**outside, demands__replacement=OTHER)
    assert "абзацу 3 пункта 1" in plain(letter(other))


def test_what_is_asked_later_stands_in_the_letter_for_the_right_gender():
    her = plain(letter(case(demands__replacement={**OTHER, "price": "52000"})))
    him = plain(
        letter(
            case(
                demands__replacement={**OTHER, "price": "52000"},
                buyer__surname="Орлов",
                buyer__given_name="Пётр",
                buyer__patronymic="Ильич",
                buyer__gender="male",
                buyer__genitive=None,
            )
        )
    )
    assert "разницу готова доплатить" in her and "разницу готов доплатить" in him
