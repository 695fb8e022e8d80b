"""What makes a message fit to be shown: Russian, one line, at most two sentences."""

import re
import unicodedata

from case_contract import ANSWERS

KEYS = {key for path in ANSWERS for key in re.split(r"[.\[\]]+", path)}
NAMES = {"JSON", "UTF", "UUID", "true", "false", "null", "NaN", "Infinity"}
_QUOTED = re.compile('«[^«»]*»|"(?:[^"\\\\]|\\\\.)*"|["«].*…')


def assert_is_one_line(message: str) -> None:
    assert message.strip()
    assert all(unicodedata.category(char) not in {"Cc", "Cs", "Zl", "Zp"} for char in message)


def assert_is_a_sentence(message: str) -> None:
    assert len(message) < 500, message
    assert_is_one_line(message)
    bare = _QUOTED.sub("", message)
    assert re.search("[а-я]{4}", bare), message
    assert set(re.findall("[A-Za-z_]{2,}", bare)) <= KEYS | NAMES, message
    assert message.endswith("."), message
    assert len(re.findall(r"\.(?=\s|$)", bare)) <= 2, message
