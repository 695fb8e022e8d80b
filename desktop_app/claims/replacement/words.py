"""What the template of a replacement can say of its demands; the document itself."""

from desktop_app.assessment.money import owes_the_shop
from desktop_app.claims.replacement.wanted import difference, meanwhile, wants_other
from desktop_app.letter.document import Document
from desktop_app.letter.engine.marks import Text
from desktop_app.letter.fields import FACTS
from desktop_app.letter.fields.common import money
from desktop_app.letter.fields.demand_words import demand_words, is_kind
from desktop_app.letter.fields.demands import Demand, money_demands
from desktop_app.letter.letter import NEEDED, ONE_OF, TEMPLATE, TITLE
from desktop_app.letter.matter import Matter
from desktop_app.letter.vocabulary import Condition, Field, Vocabulary

_ITEM, _PRICE = "demands.replacement.item", "demands.replacement.price"


def _item(matter: Matter) -> Text | None:
    replacement = matter.case.demands.replacement
    if not wants_other(matter.case) or replacement is None:
        return None
    return matter.needed(replacement.item, _ITEM)


def _price(matter: Matter) -> Text | None:
    replacement = matter.case.demands.replacement
    if not wants_other(matter.case) or replacement is None:
        return None
    return money(replacement.price, _PRICE)


def _pays_back(matter: Matter) -> bool:
    return (difference(matter.case) or 0) < 0 and not owes_the_shop(matter.case)


_DEMANDS: tuple[Condition[Demand], ...] = (
    is_kind(
        "same_goods",
        "такой_же",
        "вы требуете такой же товар",
        "вы требуете другой товар",
        "demands.replacement.same",
    ),
    is_kind(
        "other_goods",
        "другой",
        "вы требуете товар другой марки или модели",
        "вы требуете такой же товар",
        "demands.replacement.same",
    ),
    is_kind(
        "meanwhile",
        "на_время",
        "вы требуете товар на время замены",
        "товар на время замены не нужен или не положен",
        "demands.replacement.meanwhile",
    ),
)
_WORDS: Vocabulary[Matter] = Vocabulary(
    fields=(
        Field("замена.товар", "На какой другой товар менять", _item),
        Field("замена.цена", "Сколько он стоит сегодня", _price),
    ),
    conditions=(
        Condition(
            "замена_на_другой",
            "вы требуете товар другой марки или модели",
            "вы требуете такой же товар",
            ("demands.replacement.same",),
            lambda m: wants_other(m.case),
            "абз. 3 п. 1 ст. 18, п. 2 ст. 24",
        ),
        Condition(
            "цена_замены",
            "названа цена другого товара",
            "цена другого товара не названа",
            (_PRICE,),
            lambda m: _price(m) is not None,
            "п. 2 ст. 24",
            within="замена_на_другой",
        ),
        Condition(
            "доплата",
            "другой товар дороже вашего",
            "другой товар не дороже вашего",
            (_PRICE, "purchase.price"),
            lambda m: (difference(m.case) or 0) > 0,
            "п. 2 ст. 24",
            within="цена_замены",
        ),
        Condition(
            "доплата_вам",
            "другой товар дешевле вашего, и ваш уже выплачен",
            "другой товар не дешевле вашего или ваш ещё не выплачен",
            (_PRICE, "purchase.price"),
            _pays_back,
            "п. 2 ст. 24",
            within="цена_замены",
        ),
        Condition(
            "разница_в_долг",
            "другой товар дешевле, а ваш ещё не выплачен магазину",
            "другой товар не дешевле или ваш уже выплачен",
            (_PRICE, "payment.installment.paid"),
            lambda m: (difference(m.case) or 0) < 0 and owes_the_shop(m.case),
            "п. 2 ст. 24",
            within="цена_замены",
        ),
        Condition(
            "товар_на_время",
            "вы требуете товар на время замены",
            "товар на время замены не нужен или не положен",
            ("demands.replacement.meanwhile", "purchase.category"),
            lambda m: meanwhile(m.case),
            "п. 1 ст. 21",
        ),
        Condition(
            "денежные",
            "вместе с заменой вы требуете и деньги",
            "денег вместе с заменой вы не требуете",
            ("losses", "demands.repair_delay_penalty"),
            lambda m: money_demands(m) > 0 or _pays_back(m),
        ),
    ),
)
CLAIM = Document(
    id="replacement",
    name=TITLE,
    folder="replacement",
    template=TEMPLATE,
    vocabulary=FACTS + _WORDS + demand_words((), _DEMANDS),
    needed=(*(name for name in NEEDED if name != "требования[].сумма"), "требования[].номер"),
    one_of=ONE_OF,
)
