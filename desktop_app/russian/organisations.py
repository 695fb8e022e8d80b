"""How a seller is addressed at the head of a letter.

The name is printed as it was typed; only an entrepreneur's own name is declined.
"""

import re

from desktop_app.russian.dictionary import readings
from desktop_app.russian.forms import Certainty, Declined, ask
from desktop_app.russian.given_names import is_given_name
from desktop_app.russian.names import decline, gender_of
from desktop_app.russian.names_exceptions import PARTICLES
from desktop_app.russian.organisations_typed import (
    are_several,
    preposition_and_name,
    typed_line,
    without_label,
)
from desktop_app.russian.patronymics import gender_of_patronymic

_ENTREPRENEUR = re.compile(
    r"(?:ИП|И\. ?П\.|индивидуальный предприниматель)(?:\s*[:—–-]\s*|\s+)(?P<owner>.+)",
    re.IGNORECASE,
)
# The head of a farm, who is an entrepreneur as a rule.
_FARMER = re.compile(
    r"(?P<sole>(?:ИП|И\. ?П\.|индивидуальный предприниматель)(?:\s*[:—–-]\s*|\s+))?"
    r"(?:глава\s+(?P<farm>К\.?Ф\.?Х\.?|крестьянского \(фермерского\) хозяйства)|(?P<bare>КФХ))"
    r"(?:\s*[:—–-]\s*|\s+)(?P<owner>.+)",
    re.IGNORECASE,
)
# After the owner's name: the shop, an address, numbers. It stays as it is.
_AFTER_NAME = re.compile(r" ?[(,;].*$")
_QUOTED = re.compile('[«"„“](?P<owner>[^«»"„“”]+)[»"“”]')
_INITIALS = re.compile(r"[А-ЯЁ]\. ?(?:[А-ЯЁ]\.)?")
_SELLER = re.compile(r"продавец(?:\s*[—–-]\s*|\s+)", re.IGNORECASE)
# Typed as it is to stand in the line already.
_IN_DATIVE = re.compile(
    r"(?:индивидуальному предпринимателю"
    r"|(?:публичному |непубличному |закрытому |открытому )?акционерному обществу"
    r"|обществу с (?:ограниченной|дополнительной) ответственностью) \S",
    re.IGNORECASE,
)
_OBLIQUE_OWNER = re.compile(
    r"индивидуальн(?:ого предпринимателя|ым предпринимателем) ", re.IGNORECASE
)
_POSTS = frozenset({"глава", "директор", "руководитель"})
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
    r"|(?:(?:федеральное|государственное|муниципальное|частное) )?"
    r"(?:бюджетное|казённое|казенное|автономное|образовательное) учреждение .+"
    r"|потребительское общество .+|товарищество собственников .+"
    r"|(?:производственный|потребительский|сельскохозяйственный) кооператив .+"
    r"|крестьянское \(фермерское\) хозяйство .+",
    re.IGNORECASE,
)


def addressee(name: str) -> Declined:
    """The line of the addressee: «В ООО …», «Индивидуальному предпринимателю …», «Продавец: …».

    An entrepreneur is addressed in the dative; where that is not sure the text is the nominative
    («Продавец: индивидуальный предприниматель …»), to be confirmed, with the datives as variants.
    A name without a known form of organisation follows «Продавец:» unchanged, but for what was
    typed to stand in the line (`organisations_typed`).
    """
    typed = " ".join(name.split())
    name, to_whom = without_label(typed)
    name = _without_seller(name)
    if not name:
        return ask(f"Продавец: {typed}")
    if are_several(name):
        return ask(f"Продавец: {name}")
    preposition, bare = preposition_and_name(name)
    if preposition in ("от", "для") and _ENTREPRENEUR.fullmatch(bare):
        return ask(f"Продавец: {bare}")  # The owner stands in the genitive.
    return _of_known_form(bare) or (
        typed_line(name, to_whom) or Declined(f"Продавец: {name}", Certainty.certain)
    )


def _of_known_form(name: str) -> Declined | None:
    """The line of an entrepreneur, of the head of a farm, of an organisation; None for others."""
    farmer = _farmer(name)
    if farmer:
        return farmer
    owner = _ENTREPRENEUR.fullmatch(name)
    if owner:
        return _entrepreneur(owner["owner"])
    if _IN_DATIVE.match(name):
        return Declined(f"{name[0].upper()}{name[1:]}", Certainty.likely)
    if _OBLIQUE_OWNER.match(name):
        return ask(f"Продавец: {name}")
    if _is_organisation(name):
        return Declined(f"В {name}", Certainty.certain)
    return None


def _is_organisation(name: str) -> bool:
    return bool(_ABBREVIATED.fullmatch(name) or _WRITTEN_OUT.fullmatch(name))


def _without_seller(name: str) -> str:
    """Return «Продавец ООО …» without its first word; a name of another kind may begin so."""
    typed = _SELLER.match(name)
    bare = name[typed.end() :] if typed else name
    return bare if _ENTREPRENEUR.fullmatch(bare) or _is_organisation(bare) else name


def _entrepreneur(typed: str) -> Declined:
    """In the dative what is surely «Фамилия Имя Отчество»; else the nominative, to be confirmed."""
    nominative = f"Продавец: {_SOLE} {typed}"
    quoted = _QUOTED.fullmatch(typed)
    owner = quoted["owner"].strip() if quoted else typed
    after = _AFTER_NAME.search(owner)
    owner = owner[: after.start()] if after else owner
    name = _parts(owner)
    dative = _dative(*name) if name else None
    if dative is None:
        return ask(nominative)
    rest = after[0] if after else ""
    forms = [f"{_SOLE_DATIVE} {form}{rest}" for form in (dative.text, *dative.variants)]
    if dative.certainty is Certainty.ask or quoted:
        return ask(nominative, *forms)
    return Declined(forms[0], dative.certainty, tuple(forms[1:]))


def _farmer(name: str) -> Declined | None:
    """The head of a farm, to be confirmed; None for a farm that has a name: КФХ «Рассвет»."""
    found = _FARMER.fullmatch(name)
    parts = _parts(found["owner"]) if found else None
    if found is None or parts is None or not gender_of_patronymic(parts[2]):
        return None
    dative = _dative(*parts)
    if dative is None:
        return None
    head = f"главе {found['farm'] or found['bare']}"
    head = f"{_SOLE_DATIVE} {head}" if found["sole"] else f"Г{head[1:]}"
    typed = f"{_SOLE} {name[found.end('sole') :]}" if found["sole"] else name
    return ask(
        f"Продавец: {typed}", *(f"{head} {form}" for form in (dative.text, *dative.variants))
    )


def _parts(owner: str) -> tuple[str, str, str] | None:
    """Surname, given name and patronymic or ""; a particle (фон Берг) belongs to the surname."""
    words = owner.split(" ")
    first = next((n for n, word in enumerate(words) if word not in PARTICLES), 0)
    words = [" ".join(words[: first + 1]), *words[first + 1 :]]
    if not 2 <= len(words) <= 4:
        return None
    return words[0], words[1], " ".join(words[2:])


def _dative(surname: str, given_name: str, patronymic: str) -> Declined | None:
    """The owner's name in the dative, to be confirmed where the parts are not what they seem."""
    if gender_of_patronymic(given_name):  # Анна Игоревна Соловей
        gender = gender_of(None, surname, given_name)
        first = decline(None, surname, given_name, "dative", gender)
        last = decline(patronymic or None, None, None, "dative", gender)
        return ask(f"{first.text} {last.text}".strip())
    if _INITIALS.fullmatch(f"{given_name}{patronymic}"):
        men = decline(surname, None, None, "dative", "male").text
        women = decline(surname, None, None, "dative", "female").text
        rest = f"{given_name} {patronymic}".strip()
        return ask(f"{men} {rest}", f"{women} {rest}")
    if patronymic and gender_of_patronymic(patronymic) is None:
        return None
    if not patronymic and is_given_name(surname) and not is_given_name(given_name):
        turned = decline(given_name, surname, None, "dative", None)  # Иван Иванов
        if turned.certainty is not Certainty.ask or turned.variants:
            return ask(*(_given_name_first(form) for form in (turned.text, *turned.variants)))
    if gender_of(surname, given_name, patronymic) is None:
        return None
    found = decline(surname, given_name, patronymic, "dative", None)
    if _may_be_a_shop(surname, patronymic):
        return ask(found.text, *found.variants)
    return found


def _given_name_first(name: str) -> str:
    surname, _, given_name = name.rpartition(" ")
    return f"{given_name} {surname}"


def _may_be_a_shop(surname: str, patronymic: str) -> bool:
    """Whether «Мир Света», «Салон Наталья», «Глава …» may be a sign or a post, not a surname."""
    word = surname.lower()
    if word in _POSTS:
        return True
    return not patronymic and not any(reading.kind == "surname" for reading in readings(word))
