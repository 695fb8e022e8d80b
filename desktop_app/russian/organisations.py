"""How a seller is addressed at the head of a letter.

The name is printed as it was typed; only an entrepreneur's own name is declined.
"""

import re

from desktop_app.russian.forms import Certainty, Declined, ask
from desktop_app.russian.names import decline, gender_of
from desktop_app.russian.patronymics import gender_of_patronymic

_ENTREPRENEUR = re.compile(r"(?:ИП|индивидуальный предприниматель) (?P<owner>.+)", re.IGNORECASE)
_SOLE = "индивидуальный предприниматель"
_SOLE_DATIVE = "Индивидуальному предпринимателю"

_ABBREVIATED = re.compile(
    r"(?:ООО|АО|ПАО|ЗАО|ОАО|НАО|ОДО|АНО|АНОО|НКО|ФГУП|ФГБУ|ФКП|МУП|ГУП|МКП|ГБУ|МБУ|ТСЖ|ТСН|"
    r"СПК|СХПК|КФХ|ЧОУ|НОУ|ЖСК)(?: .+| ?[«\"„“'].+)",
    re.IGNORECASE,
)
# Neuter and masculine forms only: their accusative is the nominative, as typed.
_WRITTEN_OUT = re.compile(
    r"(?:(?:публичное|непубличное|закрытое|открытое) )?акционерное общество .+"
    r"|общество с (?:ограниченной|дополнительной) ответственностью .+"
    r"|(?:(?:федеральное|областное|краевое|республиканское) )?"
    r"(?:государственное|муниципальное|казённое|казенное) (?:унитарное|казённое|казенное)? ?"
    r"предприятие .+"
    r"|потребительское общество .+|товарищество собственников .+"
    r"|(?:производственный|потребительский|сельскохозяйственный) кооператив .+"
    r"|крестьянское \(фермерское\) хозяйство .+",
    re.IGNORECASE,
)


def addressee(name: str) -> Declined:
    """The line of the addressee: «В ООО …», «Индивидуальному предпринимателю …», «Продавец: …».

    An entrepreneur is addressed in the dative; where that is not sure the text is the nominative
    («Продавец: индивидуальный предприниматель …»), to be confirmed, with the datives as variants.
    A name without a known form of organisation follows «Продавец:» unchanged.
    """
    name = " ".join(name.split())
    owner = _ENTREPRENEUR.fullmatch(name)
    if owner:
        return _entrepreneur(owner["owner"])
    if _ABBREVIATED.fullmatch(name) or _WRITTEN_OUT.fullmatch(name):
        return Declined(f"В {name}", Certainty.certain)
    return Declined(f"Продавец: {name}", Certainty.certain if name else Certainty.ask)


def _entrepreneur(owner: str) -> Declined:
    nominative = f"Продавец: {_SOLE} {owner}"
    words = owner.split(" ")
    if len(words) < 2 or len(words) > 4:
        return ask(nominative)
    surname, given_name, patronymic = words[0], words[1], " ".join(words[2:])
    if patronymic and gender_of_patronymic(patronymic) is None:
        return ask(nominative)
    if gender_of(surname, given_name, patronymic) is None or gender_of_patronymic(given_name):
        return ask(nominative)
    dative = decline(surname, given_name, patronymic, "dative", None)
    forms = [f"{_SOLE_DATIVE} {form}" for form in (dative.text, *dative.variants)]
    if dative.certainty is Certainty.ask:
        return ask(nominative, *forms)
    return Declined(forms[0], dative.certainty, tuple(forms[1:]))
