"""Numbers of the law that sentences, titles and the template spell out in words of their own."""

from datetime import date

import pytest

from desktop_app.law.book import load_law_book

DAYS = (date(2008, 1, 29), date(2015, 6, 1), date(2026, 2, 1), date(2026, 11, 20), date(2199, 1, 1))


@pytest.mark.parametrize(
    ("name", "spelled_out"),
    [
        ("unusable_days_threshold", 30),
        ("complex_goods_free_refund_days", 15),
        ("repair_max_days", 45),
        ("unusable_repairs_at_least", 2),
        ("unusable_defects_at_least", 2),
    ],
)
def test_what_is_spelled_out_is_what_the_data_say(name, spelled_out):
    """When this fails the law has changed: look for «30 дней», «первые 15 дней», «45 дней».

    They stand in the template of the claim, in the titles of the grounds, in the questions.
    What is computed and compared takes the number from `Assessment.limits`.
    """
    law = load_law_book().law
    assert {law.whole(name, day) for day in DAYS} == {spelled_out}
