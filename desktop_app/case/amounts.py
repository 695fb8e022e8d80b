"""Decimal numbers as the contract writes them: roubles and percents in strings.

They are types of their own because the general Decimal reader of the JSON
library also takes "NaN", "1e9", "1_000" and Arabic digits.
"""

import re
from decimal import Decimal
from typing import ClassVar, Self


class WrittenDecimal(Decimal):
    """A decimal number written in a string of one strict form."""

    pattern: ClassVar[str]

    @classmethod
    def read(cls, written: object) -> Self:
        """Return the number that `written` stands for.

        Raises ValueError for anything but a string of the strict form.
        """
        if not isinstance(written, str) or not re.fullmatch(cls.pattern, written, re.ASCII):
            raise ValueError(f"not of the form {cls.pattern}")
        return cls(written)


class Money(WrittenDecimal):
    """Roubles with at most two decimals, at most 999 999 999.99."""

    pattern = r"\d{1,9}(\.\d{1,2})?"


class Percent(WrittenDecimal):
    """A rate in percent a year, e.g. "19.9"."""

    pattern = r"\d{1,4}(\.\d{1,6})?"
