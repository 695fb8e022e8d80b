"""Telephone numbers: a Russian one in the standard form, any other as it was typed."""

import re

from desktop_app.russian.reading.result import BLANK, Read, Reading, plain, unreadable

_SIGNS = re.compile(r"(?:тел(?:ефон)?\.?:?|моб\.?:?)?\s*(\(?\+?[0-9][0-9 ().\-]*)")


def read_phone(text: str) -> Reading[str]:
    """Read a number: «8 (911) 500-00-00» is +7 911 500-00-00; a foreign one stays as typed."""
    typed = " ".join(text.split())
    if not typed:
        return BLANK
    if not any(sign.isdecimal() for sign in typed):
        return unreadable("Впишите номер цифрами, например +7 911 500-00-00.")
    number = _SIGNS.fullmatch(plain(typed))
    standard = _russian(number[1]) if number else None
    value = standard or typed
    return Read(value, value)


def _russian(number: str) -> str | None:
    digits = re.sub("[^0-9]", "", number)
    # 89… is a number with its last figure lost, the others are countries that begin so.
    cut = digits.startswith(("89", "375", "380", "996", "998"))
    if len(digits) == 10 and digits[0] in "3489" and not cut and not number.startswith("+"):
        digits = "7" + digits
    trunk = "7" if number.startswith("+") else "78"
    if len(digits) != 11 or digits[0] not in trunk or digits[1] not in "34589":
        return None
    return f"+7 {digits[1:4]} {digits[4:7]}-{digits[7:9]}-{digits[9:]}"
