"""Where a case stands after the letter, and the days that are to come."""

from datetime import date

import pytest
from letters import case_of, changed

from desktop_app.advice.status import milestones, status_of
from desktop_app.assessment.assess import assess
from desktop_app.claims import kind_of
from desktop_app.law.book import load_law_book


def told(delivery, today, ready=True, **answers):
    raw = {key.replace("__", "."): value for key, value in answers.items()}
    case = case_of(changed({"delivery": delivery, **raw}))
    kind = kind_of(case)
    assessment = assess(case, kind, load_law_book(), today)
    return case, kind, assessment, ready, today


HANDED = {"channel": "post", "sent_on": "2026-11-17", "handed_on": "2026-11-20"}


@pytest.mark.parametrize(
    ("delivery", "today", "ready", "state", "words"),
    [
        (None, date(2026, 11, 20), False, "draft", "черновик"),
        (None, date(2026, 11, 20), True, "ready", "готово"),
        (
            {"channel": "post", "sent_on": "2026-11-17"},
            date(2026, 11, 18),
            True,
            "sent",
            "отправлено 17.11.2026",
        ),
        (HANDED, date(2026, 11, 30), True, "handed_over", "вручено: ответ до 30.11.2026"),
        (HANDED, date(2026, 12, 1), True, "overdue", "просрочено: 1 день, 385,00 ₽"),
        (HANDED, date(2026, 12, 12), True, "overdue", "просрочено: 12 дней, 4 620,00 ₽"),
        (HANDED, date(2027, 6, 1), True, "overdue", "просрочено: 183 дня, 38 500,00 ₽"),
        (HANDED | {"response": {"kind": "paid"}}, date(2027, 6, 1), True, "closed", "закрыто"),
        (
            HANDED | {"response": {"kind": "refused", "on": "2026-11-25"}},
            date(2026, 11, 26),
            True,
            "refused",
            "отказ магазина",
        ),
        (
            HANDED | {"response": {"kind": "silence"}},
            date(2026, 12, 2),
            True,
            "overdue",
            "просрочено: 2 дня, 770,00 ₽",
        ),
    ],
)
def test_the_facts_of_delivery_give_the_status(delivery, today, ready, state, words):
    found = status_of(*told(delivery, today, ready))
    assert (found.state, found.words.replace("\u00a0", " ")) == (state, words)


def test_a_replacement_is_waited_for_as_one():
    found = status_of(*told(HANDED, date(2026, 11, 21), kind="replacement"))
    assert found.words.replace("\u00a0", " ") == "вручено: замена до 27.11.2026"
    assert found.next_day == date(2026, 11, 27)


def test_the_days_of_a_case_in_their_order():
    case, kind, assessment, *_ = told(HANDED, date(2026, 11, 21))
    found = milestones(case, kind, assessment)
    assert [(one.id, one.day) for one in found] == [
        ("answer_by", date(2026, 11, 30)),
        ("penalty_from", date(2026, 12, 1)),
        ("cap_reached_on", date(2027, 3, 10)),
        ("claims_until", date(2028, 1, 20)),
    ]
    assert "385,00 ₽ в день" in found[1].text.replace("\u00a0", " ")
    bare, kind, assessment, *_ = told(None, date(2026, 11, 21))
    assert [one.id for one in milestones(bare, kind, assessment)] == ["claims_until"]


def test_a_cap_that_is_used_up_has_no_days_of_penalty():
    late = {
        "requested": "2026-02-02",
        "handed_over": "2026-02-02",
        "returned": "2026-08-01",
        "outcome": "repaired",
        "agreed_days": 10,
        "defect": "течёт",
    }
    case, kind, assessment, *_ = told(
        HANDED, date(2026, 11, 21), repairs=[late], demands__repair_delay_penalty=True
    )
    found = [one.id for one in milestones(case, kind, assessment)]
    assert found == ["answer_by", "claims_until"]
