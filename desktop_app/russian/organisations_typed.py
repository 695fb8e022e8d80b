"""What people type along with a seller's name: «Продавец:», «в магазин …», «Директору …».

A word that the line of the addressee has itself is left out; a line in the dative stays; a name
in another case than the line needs is asked.
"""

import re

from desktop_app.russian.forms import Certainty, Declined, ask, recased

_LABEL = re.compile(
    r"(?:(?:продавец|(?P<to>продавцу|кому))(?:\s*:\s*|\s+[—–-]\s+)|(?P<short>продавцу)\s+)(?P<name>.*)",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"(?P<word>в|во|к|ко|от|для)\s+(?P<name>\S.*)", re.IGNORECASE)
# A name that no case changes: in Latin letters or in quotes.
_FIXED = re.compile('[A-Za-z][^А-Яа-яЁё]+|[«"„“][^«»"„“”]+[»"”“]')
_POST = re.compile(
    r"(?:[а-яё]+[ое]му ){0,2}(?:директору|руководителю|руководству|управляющ(?:ему|ей)|начальнику"
    r"|заведующ(?:ему|ей)|администратору|администрации|дирекции|председателю|президенту)"
    r"(?P<of> \S)?",
    re.IGNORECASE,
)
_SOCIETY = re.compile(
    r"(?:(?:(?:не)?публичн|закрыт|открыт)(?:ого|ым|ом) )?"
    r"акционерн(?:ого|ым|ом) обществ(?:а|ом|е) \S"
    r"|обществ(?:а|ом|е) с (?:ограниченной|дополнительной) ответственностью \S",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"(?<=[тн])(?:ого|ым|ом)(?= )", re.IGNORECASE)
_NEUTER = re.compile(r"(?<=обществ)(?:а|ом|е)(?= )", re.IGNORECASE)
_FORM = (
    r"(?:ООО|ПАО|ЗАО|ОАО|НАО|АО|ИП|И\. ?П\.|индивидуальный предприниматель"
    r"|(?:публичное |непубличное )?акционерное общество|общество с)"
)
_SEVERAL = re.compile(rf"{_FORM}\b.*(?:\sи\s+|[,;/+]\s*(?:и\s+)?){_FORM}[\s«]", re.IGNORECASE)
_QUOTED = re.compile('[«"„“][^«»"„“”]*[»"”“]')


def _forms() -> dict[str, tuple[str, str]]:
    """Each form of the words for a shop, with its nominative and its case."""
    endings = {
        "магазин салон центр супермаркет гипермаркет маркетплейс сервис интернет-магазин": (
            ("", "same"), ("а", "other"), ("у", "dative"), ("ом", "other"), ("е", "other")
        ),
        "компани организаци": (
            ("я", "nominative"), ("и", "dative"), ("ю", "accusative"), ("ей", "other")
        ),
        "фирм аптек": (
            ("а", "nominative"), ("ы", "plural"), ("и", "plural"), ("е", "dative"),
            ("у", "accusative"), ("ой", "other"),
        ),
    }  # fmt: skip
    return {
        stem + ending: (stem + pairs[0][0], case)
        for stems, pairs in endings.items()
        for stem in stems.split()
        for ending, case in pairs
    }


_SHOPS = _forms()


def without_label(name: str) -> tuple[str, bool]:
    """Return the name without «Продавец:», «Кому:», and whether a dative is to follow."""
    found = _LABEL.fullmatch(name)
    return (found["name"], bool(found["to"] or found["short"])) if found else (name, False)


def preposition_and_name(name: str) -> tuple[str, str]:
    """Return «в», «к», «от», «для» in small letters, or "", and the name after it."""
    found = _PREPOSITION.fullmatch(name)
    return (found["word"].lower(), found["name"]) if found else ("", name)


def are_several(name: str) -> bool:
    """Whether two sellers are named: ООО «Х» и ИП Сидоров. What is in quotes does not count."""
    return _SEVERAL.match(_QUOTED.sub("«»", name)) is not None


def typed_line(typed: str, to_whom: bool) -> Declined | None:
    """The line for a name of no known form; None where it is to follow «Продавец:» as it is."""
    preposition, name = preposition_and_name(typed)
    for found in (_of_post(preposition, name), _of_society(name), _of_shop(preposition, name)):
        if found:
            return found
    if not preposition and not to_whom:
        return None
    if _FIXED.fullmatch(name):
        return Declined(f"Продавец: {name}", Certainty.likely)
    if preposition not in ("в", "во"):
        return ask(f"Продавец: {typed}")
    line = f"{_capital(preposition)} {name}"
    return ask(line) if name[0].isupper() else ask(f"Продавец: {typed}", line)


def _of_post(preposition: str, name: str) -> Declined | None:
    """«Директору ООО …» is a whole line; a post alone names nobody."""
    found = _POST.match(name)
    if found is None or preposition not in ("", "к", "ко"):
        return None
    if found["of"]:
        return Declined(_capital(name), Certainty.likely)
    is_a_name = name[found.end() :][:1].isalpha()  # Президентура
    return None if is_a_name else ask(f"Продавец: {name}")


def _of_society(name: str) -> Declined | None:
    """«Общества с …», «Акционерного общества …» is asked, with the nominative offered."""
    found = _SOCIETY.match(name)
    if found is None:
        return None
    end = found.end()
    begin = _ADJECTIVE.sub(lambda form: recased(form[0], "ое"), name[:end])
    begin = _NEUTER.sub(lambda form: recased(form[0], "о"), begin)
    return ask(f"Продавец: {name}", f"В {begin}{name[end:]}")


def _of_shop(preposition: str, name: str) -> Declined | None:
    """«магазину «Х»» is a line, «в магазин «Х»» a name; «в магазине», «магазина» are asked."""
    word, _, rest = name.partition(" ")
    if not rest or word.lower() not in _SHOPS:
        return None
    shop, case = _SHOPS[word.lower()]
    nominative = f"Продавец: {recased(word, shop)} {rest}"
    if case in ("same", "nominative") and not preposition:
        return Declined(nominative, Certainty.certain)
    if case == "same" and preposition in ("в", "во"):
        return Declined(nominative, Certainty.likely)
    if case == "plural" and not preposition and word[0].isupper():
        return None  # Аптеки Столички are called so.
    if case == "dative" and not preposition:
        return Declined(_capital(name), Certainty.likely)
    if case == "accusative" and preposition in ("в", "во"):
        return ask(f"В {name}", nominative)
    return ask(nominative)


def _capital(line: str) -> str:
    return f"{line[0].upper()}{line[1:]}"
