"""The letter counts with the limits of the assessment, and with the count that was chosen."""

from letters import SITUATIONS, changed, letter_of, matter_of, plain, repair

from desktop_app.assessment.chosen import LawOfCase
from desktop_app.letter.fields.repair_years import year_rows

# 15 and 15 days, 32 with the end days; the second repair agreed for five days only.
BOTH_DISPUTED = {
    "repairs": [
        repair("2026-03-02", "2026-03-17", "не сливает воду"),
        repair("2026-05-04", "2026-05-19", "не вращается барабан") | {"agreed_days": 5},
    ],
    "current_defect": None,
}


def grounds_of(answers):
    return [ground.id for ground in matter_of(changed(answers)).grounds]


def test_the_count_that_was_not_chosen_stands_back_for_another_ground():
    assert grounds_of(BOTH_DISPUTED) == ["repair_deadline_missed"]


def test_the_count_that_was_chosen_is_relied_on():
    chosen = BOTH_DISPUTED | {"answers": {"day_count": "inclusive"}}
    assert grounds_of(chosen) == ["unusable_over_30_days", "repair_deadline_missed"]


def test_the_only_ground_is_told_by_both_counts_whichever_was_chosen():
    alone = SITUATIONS["disputed-end-days"]
    assert grounds_of(alone | {"answers": {}}) == grounds_of(alone) == ["unusable_over_30_days"]


def test_the_letter_compares_with_the_limit_of_the_assessment(monkeypatch):
    raw = changed(SITUATIONS["disputed-end-days"])
    assert [row.enough for row in year_rows(matter_of(raw))] == [False]
    whole = LawOfCase.whole

    def lower(self, name, **days):
        return 20 if name == "unusable_days_threshold" else whole(self, name, **days)

    monkeypatch.setattr(LawOfCase, "whole", lower)
    matter = matter_of(raw)
    assert matter.assessment.limits.out_of_use == 20
    assert [row.enough for row in year_rows(matter)] == [True]
    assert matter.grounds[0].status == "met"


def test_different_defects_are_told_one_repair_for_each():
    raw = changed(
        {
            "repairs": [
                repair("2026-02-02", "2026-02-16", "не отжимает"),
                repair("2026-04-01", "2026-04-15", "течёт"),
                repair("2026-06-01", "2026-06-15", "не отжимает"),
            ],
            "current_defect": None,
        }
    )
    text = plain(letter_of(raw))
    assert "при ремонтах № 1 и № 2 устраняли разные недостатки" in text
    assert matter_of(raw).grounds[0].repairs == (1, 2, 3)


def test_a_repair_of_which_nothing_is_told_leaves_no_trace():
    raw = changed({})
    before = plain(letter_of(raw))
    raw["repairs"].append({})
    assert plain(letter_of(raw)) == before
