"""Telephone numbers: a Russian one in the standard form, any other as it was typed."""

import re

from desktop_app.russian.reading.result import BLANK, Read, Reading, plain, unreadable

_SIGNS = re.compile(r"(?:тел(?:ефон)?\.?:?|моб\.?:?)?\s*(\(?\+?[0-9][0-9 ().\-]*)")


def _codes(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


# Codes of the Russian numbering plan: nothing else makes ten figures surely Russian. «37…» and
# «49 30…» are other countries without their «+».
_REGIONS = _codes(
    "301 302 341 342 343 345 346 347 349 351 352 353 365 381 382 383 384 385 388 390 391 394 395",
    "401 411 413 415 416 421 423 424 426 427 471 472 473 474 475 481 482 483 484 485 486 487 491",
    "492 493 494 496 811 813 814 815 816 817 818 820 821 831 833 834 835 836 841 842 843 844 845",
    "846 847 848 851 855 861 862 863 865 866 867 869 871 872 873 877 878 879",
)
# In these any figure may follow the code; in the regions a number begins with 2 or more.
_EVERYWHERE = _codes("495 498 499 800 801 802 803 804 805 806 807 808 809 812")
# Kyrgyzstan and Uzbekistan, whose numbers may lack a figure.
_OTHER_COUNTRIES = ("996", "998")


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
    if len(digits) == 10 and _is_surely_russian(digits) and not number.startswith("+"):
        digits = "7" + digits
    trunk = "7" if number.startswith("+") else "78"
    if len(digits) != 11 or digits[0] not in trunk or digits[1] not in "34589":
        return None
    return f"+7 {digits[1:4]} {digits[4:7]}-{digits[7:9]}-{digits[9:]}"


def _is_surely_russian(digits: str) -> bool:
    """Whether ten figures begin with a code of Russia; 89… is a number without its last one."""
    if digits[:3] in _REGIONS:
        return digits[3] not in "01"
    if digits[:3] in _EVERYWHERE:
        return True
    return digits[0] == "9" and not digits.startswith(_OTHER_COUNTRIES)
