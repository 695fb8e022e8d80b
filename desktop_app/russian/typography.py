"""No-break spaces for the program's own sentences.

What a person typed is never passed through here: it is printed as it was typed.
"""

import re
from functools import lru_cache

from desktop_app.russian.dates import MONTHS_GENITIVE
from desktop_app.russian.numbers import NBSP

_SHORT_WORDS = (
    "а|в|и|к|о|с|у|во|до|за|из|ко|на|не|ни|но|об|от|по|со|"
    "без|для|над|под|при|про|изо|обо|ото|подо|из-за|из-под"
)
_ABBREVIATIONS = "абз|гл|д|кв|корп|обл|п|пер|подп|пп|прил|просп|разд|ст|стр|табл|ул|ч"
_UNITS = (
    r"дн(?:ей|я|ям|ями|ях)|день|год(?:а|у|ом|ы|ов)?|лет|месяц(?:а|ев|ам|у|ем)?|раза?|"
    r"час(?:а|ов)?|минут[аы]?|руб(?:л(?:ь|я|ей|ю|ям))?|коп(?:е(?:йка|йки|ек))?|лист(?:а|ов)?|"
    r"тыс|млн|млрд|кг|см|мм|км|м|л|г|шт|экз|" + "|".join(MONTHS_GENITIVE)
)

# Each pattern ends in the one ordinary space that becomes a no-break space, and looks at
# nothing but characters that no other pattern changes: so a second pass finds nothing new.
_BEFORE_NO_BREAK = (
    re.compile(rf"(?<!\w)(?:{_SHORT_WORDS}) (?=\S)", re.IGNORECASE),
    re.compile(rf"(?<!\w)(?:{_ABBREVIATIONS})\. (?=[\w«№])", re.IGNORECASE),
    # «г.» of a town; after a number it is a year, and may end a sentence.
    re.compile(rf"(?<![\d][ {NBSP}])(?<!\w)г\. (?=[А-ЯЁ])"),
    re.compile(r"[№§] (?=\S)"),
    # «т. е.», «и т. д.», «и т. п.» are one word each.
    re.compile(r"(?<!\w)т\. (?=[едпо]\.)", re.IGNORECASE),
    re.compile(rf"(?<=\d)[ {NBSP}](?:тыс\.|млн|млрд) (?=руб|₽)"),
    re.compile(rf"\d (?=(?:{_UNITS})(?!\w))", re.IGNORECASE),
    re.compile(r"\d (?=[₽%])"),
    re.compile(r"(?<!\w)[А-ЯЁ]\. (?=[А-ЯЁ])"),
    re.compile(r"\S (?=—)"),
)


@lru_cache(maxsize=4096)
def tidy(text: str) -> str:
    """A sentence of the program with its spaces set: none doubled, none where no line may break.

    A line never breaks after «№», «ст.», «п.», a short preposition or an
    initial, between a number and its unit, before a dash. Doing it twice changes nothing.
    """
    text = re.sub(" {2,}", " ", text)
    for pattern in _BEFORE_NO_BREAK:
        text = pattern.sub(_unbreakable, text)
    return text


def _unbreakable(match: re.Match[str]) -> str:
    return match.group()[:-1] + NBSP
