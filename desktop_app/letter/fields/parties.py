"""Who writes to whom: the seller, the consumer, the representative."""

from desktop_app.assessment.wording import acting_for, gender_of_person, name_in
from desktop_app.case.model import Buyer, Representative
from desktop_app.letter.engine.marks import Phrase, Text
from desktop_app.letter.matter import Matter, told, unbroken
from desktop_app.letter.vocabulary import Condition, Field, Vocabulary
from desktop_app.russian.gendered import word
from desktop_app.russian.names import Certainty, Declined
from desktop_app.russian.organisations import addressee

_NAME = ("buyer.surname", "buyer.given_name", "buyer.patronymic", "buyer.genitive")


def _to(matter: Matter) -> Text:
    seller = matter.case.seller
    if seller.dative:
        return Text(seller.dative, "seller.dative")
    if not seller.name:
        return matter.needed(None, "seller.name")
    return Text(addressee(seller.name).text, "seller.name")


def _numbers(matter: Matter) -> Phrase:
    seller = matter.case.seller
    named = [("ИНН", seller.inn, "seller.inn"), ("ОГРН", seller.ogrn, "seller.ogrn")]
    pieces: list[Text | str] = []
    for name, number, path in named:
        if number:
            digits = sum(letter.isdigit() for letter in number)
            label = "ОГРНИП" if name == "ОГРН" and digits == 15 else name
            pieces += [", " if pieces else "", f"{label}\u00a0", Text(number, path)]
    return Phrase(pieces)


def _full_name(person: Buyer | Representative) -> str:
    parts = (person.surname, person.given_name, person.patronymic)
    return " ".join(part for part in parts if part)


def _sure(declined: Declined | None) -> str | None:
    """Return the genitive if it may be printed: where the person must be asked, it may not."""
    if declined is None or declined.certainty is Certainty.ask:
        return None
    return declined.text


def buyer_genitive(matter: Matter) -> str | None:
    """Return the buyer's name in the genitive, None where it is not sure."""
    return _sure(name_in(matter.case.buyer, "genitive"))


def _genitive_path(matter: Matter) -> str:
    return "buyer.genitive" if matter.case.buyer.genitive else "buyer.surname"


def _representative_genitive(matter: Matter) -> str | None:
    person = acting_for(matter.case)
    return _sure(name_in(person, "genitive")) if person else None


def _by_law(matter: Matter) -> bool:
    person = acting_for(matter.case)
    return person is not None and person.authority == "law"


def _authority(matter: Matter, acting: str) -> Phrase | None:
    """«, действующей по доверенности (документ: …, приложение № 5)», as far as it was told."""
    person = acting_for(matter.case)
    if person is None:
        return None
    pieces: list[Text | Phrase | str] = []
    if person.authority == "power_of_attorney":
        pieces.append(f", {word(acting, gender_of_person(person))} по доверенности")
    if person.document:
        path = "representative.document"
        annex = matter.annex(path)
        document = Text(unbroken(person.document), path)
        pieces += [" (документ: ", document, Phrase([", ", annex]) if annex else "", ")"]
    return Phrase(pieces)


WORDS: Vocabulary[Matter] = Vocabulary(
    fields=(
        Field("продавец.кому", "Строка адресата: «В ООО …», «Индивидуальному …»", _to),
        Field("продавец.реквизиты", "ИНН и ОГРН, какие названы", _numbers),
        Field(
            "продавец.адрес",
            "Почтовый адрес продавца",
            lambda m: m.needed(m.case.seller.address, "seller.address"),
        ),
        Field(
            "покупатель.фио",
            "Фамилия, имя и отчество в именительном падеже",
            lambda m: m.needed(_full_name(m.case.buyer), "buyer.surname"),
        ),
        Field(
            "покупатель.фио_родительный",
            "То же в родительном падеже; пусто, если форма не уверенна",
            lambda m: told(buyer_genitive(m), _genitive_path(m)),
        ),
        Field(
            "покупатель.адрес",
            "Почтовый адрес покупателя",
            lambda m: m.needed(m.case.buyer.address, "buyer.address"),
        ),
        Field("покупатель.телефон", "Телефон", lambda m: told(m.case.buyer.phone, "buyer.phone")),
        Field("покупатель.почта", "Эл. почта", lambda m: told(m.case.buyer.email, "buyer.email")),
        Field(
            "представитель.фио",
            "Представитель в именительном падеже",
            lambda m: (
                Text(_full_name(who), "representative.surname")
                if (who := acting_for(m.case))
                else None
            ),
        ),
        Field(
            "представитель.фио_родительный",
            "Представитель в родительном падеже; пусто, если форма не уверенна",
            lambda m: told(_representative_genitive(m), "representative.surname"),
        ),
        Field(
            "представитель.кого",
            "«представителя» или «законного представителя»",
            lambda m: "законного представителя" if _by_law(m) else "представителя",
        ),
        Field(
            "представитель.кто",
            "«Представитель» или «Законный представитель»",
            lambda m: "Законный представитель" if _by_law(m) else "Представитель",
        ),
        Field(
            "представитель.подпись",
            "«представитель» или «законный представитель», после подписи",
            lambda m: "законный представитель" if _by_law(m) else "представитель",
        ),
        Field(
            "представитель.полномочие",
            "«, действующей по доверенности (документ: …, приложение № 5)»",
            lambda m: _authority(m, "действующего"),
        ),
        Field(
            "представитель.полномочие_именительный",
            "«, действующая по доверенности (документ: …, приложение № 5)»",
            lambda m: _authority(m, "действующий"),
        ),
    ),
    conditions=(
        Condition(
            "реквизиты_продавца",
            "названы ИНН или ОГРН продавца",
            "ИНН и ОГРН продавца не названы",
            ("seller.inn", "seller.ogrn"),
            lambda m: bool(m.case.seller.inn or m.case.seller.ogrn),
        ),
        Condition(
            "имя_в_родительном",
            "родительный падеж имени известен точно или вписан вами",
            "родительный падеж имени не уверен: письмо пишет «Заявитель: …»",
            _NAME,
            lambda m: buyer_genitive(m) is not None,
        ),
        Condition(
            "телефон",
            "вы назвали телефон",
            "телефон не назван",
            ("buyer.phone",),
            lambda m: bool(m.case.buyer.phone),
        ),
        Condition(
            "почта",
            "вы назвали электронную почту",
            "электронная почта не названа",
            ("buyer.email",),
            lambda m: bool(m.case.buyer.email),
        ),
        Condition(
            "представитель",
            "за вас действует представитель",
            "вы действуете сами",
            ("representative", "representative.surname", "representative.document"),
            lambda m: acting_for(m.case) is not None,
        ),
        Condition(
            "представитель_в_родительном",
            "родительный падеж имени представителя известен точно или вписан вами",
            "родительный падеж имени представителя не уверен",
            ("representative.surname", "representative.genitive"),
            lambda m: _representative_genitive(m) is not None,
            within="представитель",
        ),
    ),
)
