"""The time in which a court hears a claim: `limitation_years` of the law (ст. 196, 200 ГК)."""

from datetime import date

from desktop_app.law.terms import add_years

YEARS = "limitation_years"
"""The name of that time among the values of the law."""


def limitation_end(known_on: date, years: int) -> date:
    """Return the last day to sue for what was known to be owed on `known_on`.

    A last day that does not work is not moved (ст. 193 ГК): the earlier day is the safe one.
    """
    return add_years(known_on, years)
