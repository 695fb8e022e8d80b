"""The list of the law's values for a person."""

import re

from desktop_app.law.listing import law_listing


def test_numbers_agree_with_their_units():
    text = law_listing().replace("\u00a0", " ")
    assert text.count(": 2 года\n") == 2
    assert text.count(": 3 календарных дня\n") == 3
    assert "45 календарных дней" in text
    assert not re.search(r": [234] (лет|календарных дней)\n", text)
