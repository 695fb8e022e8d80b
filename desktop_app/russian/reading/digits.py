"""Numbers that are codes: БИК, accounts, ИНН, ОГРН, IMEI. Spaces and dashes do not count.

A wrong length is not refused here: it is said back, and the findings tell what is doubtful.
"""

import re

from desktop_app.russian.numbers import NBSP, plural
from desktop_app.russian.reading.result import BLANK, Read, Reading, plain, quoted, unreadable

_BETWEEN = re.compile(r"[\s\-.]")
_LABEL = re.compile(
    r"^(?:к/с|р/с|корр?\.? ?сч[её]т|расч[её]тный сч[её]т|сч[её]т|бик|инн|огрнип|огрн"
    r"|imei(?:\s*[12](?=[\s:]+(?:[0-9][ -]?){14,16}$))?)"
    r"\s*(?:no\.?|n|:)?\s*(?=[0-9])"
)
_IMEI = re.compile(r"(imei)?\s*:?\s*([0-9][0-9 \-/]*)")
# A telephone with two cards has two of them: IMEI1, IMEI 2.
_IMEI_OF_SLOT = re.compile(r"imei ?(?P<slot>\(?[12]\)?)[\s:]+(?P<number>[0-9][0-9 \-/]*)")
_IMEI_LENGTH = 15
_IMEI_LENGTHS = (14, 15, 16)
_BY_FIVE_FROM = 16
_LOOKALIKES = {"о": "0", "o": "0", "з": "3", "l": "1", "i": "1", "б": "6"}


def read_digits(text: str, name: str) -> Reading[str]:
    """Read the code called `name` («БИК», «ИНН», …): the figures alone, as one string."""
    typed = _LABEL.sub("", plain(text), count=1)
    if not typed:
        return BLANK
    number = _BETWEEN.sub("", typed)
    if re.fullmatch("[0-9]{1,40}", number):
        return Read(number, said_digits(number))
    wrong = next((sign for sign in number if sign not in "0123456789"), "")
    if not wrong:
        return unreadable(f"Слишком длинно: проверьте, только ли {name} здесь записан.")
    meant = _LOOKALIKES.get(wrong)
    advice = f"Возможно, это цифра {meant}." if meant else "Уберите лишнее."
    return unreadable(f"{name} состоит из одних цифр, а здесь есть {quoted(wrong)}. {advice}")


def read_serial(text: str) -> Reading[str]:
    """Read a serial number as typed; an IMEI without the spaces and dashes between its figures."""
    typed = " ".join(text.split())
    if not typed:
        return BLANK
    imei = _IMEI.fullmatch(_without_slot(plain(typed)))
    if imei:
        number = re.sub("[^0-9]", "", imei[2])
        if len(number) in _IMEI_LENGTHS if imei[1] else is_imei(number):
            value = f"IMEI {number}" if imei[1] else number
            return Read(value, f"{value} ({_how_many(number)})")
    return Read(typed, typed)


def editable_digits(number: str) -> str:
    """Return the code as it stands in its field: 044 999 123, an account by five figures.

    Reading it gives the same code.
    """
    size = 3 if len(number) < _BY_FIVE_FROM else 5
    return " ".join(number[at : at + size] for at in range(0, len(number), size))


def said_digits(number: str) -> str:
    """Return the code said back with how many figures it has: 044 999 123 (9 цифр)."""
    return f"{editable_digits(number).replace(' ', NBSP)} ({_how_many(number)})"


def _without_slot(typed: str) -> str:
    """Return «imei …» without the number of the slot; a 1 or 2 of the IMEI itself stays."""
    found = _IMEI_OF_SLOT.fullmatch(typed)
    if found is None:
        return typed
    number = re.sub("[^0-9]", "", found["number"])
    if len(number) not in _IMEI_LENGTHS or is_imei(found["slot"] + number):
        return typed
    return f"imei {number}"


def is_imei(number: str) -> bool:
    """Whether the figures are an IMEI by their length and check digit (ISO/IEC 7812, Luhn)."""
    doubled = (int(d) * (1 + at % 2) for at, d in enumerate(reversed(number)))
    return len(number) == _IMEI_LENGTH and sum(d - 9 * (d > 9) for d in doubled) % 10 == 0


def _how_many(number: str) -> str:
    return f"{len(number)}{NBSP}{plural(len(number), 'цифра', 'цифры', 'цифр')}"
