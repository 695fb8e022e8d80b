"""After the shop's answer: the status, the days, the steps and the sentence at the head."""

from datetime import date

import pytest
from letters import case_of, changed

from desktop_app.advice.digest import digest_of
from desktop_app.advice.lead import done_lead
from desktop_app.advice.memo import memo
from desktop_app.advice.next_steps import next_steps
from desktop_app.advice.status import milestones, status_of
from desktop_app.assessment.assess import assess
from desktop_app.claims import kind_of
from desktop_app.law.book import load_law_book

HANDED = {"channel": "post", "sent_on": "2026-11-17", "handed_on": "2026-11-20"}
LATER, NEW_YEAR = date(2026, 12, 12), date(2027, 1, 12)


class Told:
    def __init__(self, delivery, today, ready=True, **answers):
        self.case = case_of(changed({"delivery": delivery, **answers}))
        self.kind, self.today = kind_of(self.case), today
        self.assessment = assess(self.case, self.kind, load_law_book(), today)
        self.of = self.case, self.kind, self.assessment
        self.status = status_of(*self.of, ready, today)

    @property
    def stands(self):
        return self.status.state, self.status.words.replace("\u00a0", " ")

    @property
    def steps(self):
        told = next_steps(*self.of, self.today)
        return "\n".join(f"{s.title}. {s.text}" for s in told).replace("\u00a0", " ")

    @property
    def lead(self):
        return done_lead(self.case, self.assessment, self.today).replace("\u00a0", " ")

    @property
    def days(self):
        return {one.id: one.day for one in milestones(*self.of, self.today)}


def answered(kind, today=LATER, **response):
    more = response.pop("more", {})
    return Told(HANDED | {"response": {"kind": kind, **response}}, today, **more)


def test_a_part_is_told_with_what_is_left_and_the_delay():
    told = answered("partly", on="2026-12-05", amount="20000")
    words = "выплачено 20 000,00 ₽, осталось 20 340,00 ₽; просрочка 12 дней, 4 620,00 ₽"
    assert told.stands == ("overdue", words)
    for said in (
        "Осталось получить 20 340,00 ₽",
        "требовало 40 340,00 ₽, магазин вернул 20 000,00 ₽ 5 декабря 2026 года",
        "срока был 30 ноября 2026 года",
        "12 дней и 4 620,00 ₽",
        "от остатка: тогда это 3 348,80 ₽. Это спорно",
        "Роспотребнадзор",
        "три года, по 30 ноября 2029 года",
    ):
        assert said in told.steps, said
    assert "сколько осталось" in told.lead
    assert told.days["claim_by"] == date(2029, 11, 30)


def test_a_part_within_the_term_is_waited_on():
    told = answered("partly", date(2026, 11, 26), on="2026-11-25", amount="20000")
    words = "выплачено 20 000,00 ₽, осталось 20 340,00 ₽; срок до 30.11.2026"
    assert told.stands == ("handed_over", words)
    assert told.status.next_day == date(2026, 11, 30)
    assert "Ждите остального до 30 ноября 2026 года" in told.steps
    assert "Суд" not in told.steps and "спорно" not in told.steps


def test_a_part_of_which_less_is_known_asks_for_it():
    bare = answered("partly")
    assert bare.stands == ("overdue", "выполнено частично; просрочка 12 дней, 4 620,00 ₽")
    assert "Впишите, сколько вернул магазин" in bare.steps and "Впишите день выплаты" in bare.steps
    unhanded = Told({"channel": "in_person", "response": {"kind": "partly", "amount": "5"}}, LATER)
    assert unhanded.stands == ("handed_over", "выплачено 5,00 ₽, осталось 40 335,00 ₽")
    assert "Отметьте в программе день вручения" in unhanded.steps


def test_interest_that_is_not_known_is_left_too():
    loan = {
        "payment": {"method": "consumer_loan", "loan": {"amount": "38500"}},
        "demands.reimburse_loan_costs": True,
    }
    told = answered("partly", on="2026-12-05", amount="40340", more=loan)
    assert told.stands[1].startswith("выплачено 40 340,00 ₽; просрочка")
    assert "Осталось получить проценты по кредиту" in told.steps


def test_a_replacement_in_part_has_no_sums():
    told = answered("partly", more={"kind": "replacement"})
    assert told.stands[1].startswith("выполнено частично; просрочка 15 дней")
    assert "Напишите магазину, что осталось" in told.steps
    assert "потребовать вместо замены деньги" in told.steps


def test_paid_late_owes_the_penalty():
    told = answered("paid", NEW_YEAR, on="2026-12-25", amount="40340")
    assert told.stands == ("paid_late", "деньги вернули; неустойка за 25 дней — 9 625,00 ₽")
    for said in (
        "Неустойка — 9 625,00 ₽",
        "с 1 декабря 2026 года по 25 декабря 2026 года",
        "вторым письмом",
        "до 25 декабря 2029 года",
        "за первый кончится 1 декабря 2029 года",
    ):
        assert said in told.steps, said
    assert told.days == {"claim_by": date(2029, 12, 25)}
    assert "с опозданием" in told.lead
    sheet = memo(*told.of, NEW_YEAR)
    assert not any("₽" in one.title + one.text for one in sheet.steps), "paper has no such sign"
    assert sheet.days == sheet.warnings == ()


def test_goods_replaced_late_owe_the_penalty_too():
    told = answered("paid", NEW_YEAR, on="2026-12-25", more={"kind": "replacement"})
    assert told.stands == ("paid_late", "товар заменили; неустойка за 28 дней — 10 780,00 ₽")


@pytest.mark.parametrize(
    ("today", "response"),
    [
        (NEW_YEAR, {"on": "2026-11-30", "amount": "40340"}),
        (NEW_YEAR, {"on": "2026-12-25", "amount": "49965"}),
        (date(2029, 12, 26), {"on": "2026-12-25", "amount": "40340"}),
    ],
    ids=["in time", "the penalty was paid too", "after three years"],
)
def test_where_nothing_is_owed_the_case_is_closed(today, response):
    told = answered("paid", today, **response)
    assert told.stands == ("closed", "закрыто")
    assert "Дело закончено. Документы" in told.steps and "Неустойка" not in told.steps
    assert digest_of(told.case, today).days == ()


def test_paid_with_less_than_demanded_is_not_closed():
    told = answered("paid", on="2026-12-05", amount="20000")
    assert told.stands[0] == "overdue"
    assert "осталось 20 340,00 ₽" in told.stands[1]
    assert told.steps.startswith("Проверьте, всё ли пришло")
    assert "20 340,00 ₽" in told.steps


def test_paid_without_a_day_asks_for_it():
    told = answered("paid", NEW_YEAR)
    assert "Впишите, когда магазин заплатил" in told.steps
    assert "30 ноября 2026 года" in told.steps and "чего не хватает" in told.lead
    unhanded = Told({"channel": "post", "response": {"kind": "paid"}}, NEW_YEAR)
    assert "Отметьте день вручения и день ответа" in unhanded.steps


def test_a_refusal_is_one_without_a_day_of_handing_over_too():
    sent = {"channel": "post", "sent_on": "2026-11-17", "response": {"kind": "refused"}}
    told = Told(sent, LATER)
    assert told.stands == ("refused", "отказ магазина")
    assert "Отметьте в программе день вручения" in told.steps and "Роспотребнадзор" in told.steps
    assert "Следите за письмом" not in told.steps


def test_a_refusal_says_the_days():
    told = answered("refused", on="2026-11-25")
    assert "30 ноября 2026 года" in told.steps and "это 4 620,00 ₽" in told.steps
    assert "по 30 ноября 2029 года" in told.steps


@pytest.mark.parametrize(
    ("delivery", "begins"),
    [
        (None, "Письмо готово. Сохраните"),
        ({"channel": "post", "sent_on": "2026-12-01"}, "Письмо отправлено."),
        ({"channel": "post", "sent_on": "2026-12-20"}, "Письмо готово. Сохраните"),
        ({"channel": "in_person", "handed_on": "2026-12-20"}, "Письмо готово. Сохраните"),
        ({"channel": "in_person", "refused": True}, "Магазин не принял письмо."),
        (HANDED, "Письмо у продавца."),
        (HANDED | {"response": {"kind": "refused"}}, "Магазин отказал."),
        (HANDED | {"response": {"kind": "silence"}}, "Письмо у продавца."),
        (
            HANDED | {"response": {"kind": "paid", "on": "2026-11-25"}},
            "Магазин выполнил требования. Документы",
        ),
    ],
)
def test_the_sentence_at_the_head_fits_what_was_told(delivery, begins):
    assert Told(delivery, LATER).lead.startswith(begins)


@pytest.mark.parametrize(
    ("delivery", "ready", "state", "words"),
    [
        ({"sent_on": "2026-12-20"}, True, "ready", "готово, отправка 20.12.2026"),
        ({"sent_on": "2026-12-20"}, False, "draft", "черновик, отправка 20.12.2026"),
        ({"handed_on": "2026-12-20"}, True, "ready", "готово, вручение 20.12.2026"),
        (
            {"sent_on": "2026-12-14", "handed_on": "2026-12-20"},
            True,
            "ready",
            "готово, отправка 14.12.2026",
        ),
        (
            {"sent_on": "2026-12-10", "handed_on": "2026-12-20"},
            True,
            "sent",
            "отправлено 10.12.2026",
        ),
        ({"sent_on": "2026-12-12"}, True, "sent", "отправлено 12.12.2026"),
        ({"handed_on": "2026-12-12"}, True, "handed_over", "вручено: ответ до 22.12.2026"),
    ],
)
def test_a_day_still_to_come_is_a_plan(delivery, ready, state, words):
    told = Told({"channel": "post", **delivery}, LATER, ready)
    assert told.stands == (state, words)
    ahead = any(date.fromisoformat(day) > LATER for day in delivery.values())
    assert ("planned" in told.days) is ahead
    assert ("answer_by" in told.days) is (state == "handed_over")
    assert ("Ждите ответа" in told.steps) is (state == "handed_over")


def test_the_days_ahead_begin_with_the_day_planned():
    told = Told({"channel": "in_person", "handed_on": "2026-12-20"}, LATER)
    assert "получит письмо 20 декабря 2026 года" in told.steps
    assert "последний день ответа — 30 декабря 2026 года" in told.steps
    sent = Told({"channel": "post", "sent_on": "2026-12-20"}, LATER)
    assert "получит письмо 20 декабря 2026 года" in sent.steps


def test_the_cap_is_said_where_it_is_reached():
    told = answered("partly", date(2027, 6, 1), on="2026-12-05", amount="20000")
    assert "183 дня и 38 500,00 ₽ — больше она не бывает" in told.steps
