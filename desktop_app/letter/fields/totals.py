"""What the letter says of its demands together."""

from desktop_app.letter.fields.common import money, words
from desktop_app.letter.fields.demands import demands, money_demands
from desktop_app.letter.matter import Matter
from desktop_app.letter.vocabulary import Condition, Field, Vocabulary


def _without(matter: Matter) -> str:
    """Return «, без учёта требования 2» where a demand has no sum yet."""
    open_ones = (demand for demand in demands(matter) if demand.kind == "loan_unknown")
    first = next(open_ones, None)
    return f", без учёта требования {first.number}" if first else ""


WORDS: Vocabulary[Matter] = Vocabulary(
    fields=(
        Field(
            "всего.цифрами",
            "Сумма всех требований",
            lambda m: money(m.assessment.amounts.total, "purchase.price"),
        ),
        Field("всего.без", "«, без учёта требования 2», если его сумма ещё не названа", _without),
        Field(
            "всего.прописью",
            "То же прописью",
            lambda m: words(m.assessment.amounts.total, "purchase.price"),
        ),
    ),
    conditions=(
        Condition(
            "убытки",
            "вы требуете возместить убытки",
            "убытков нет",
            ("losses",),
            lambda m: bool(m.assessment.amounts.losses),
            "абз. 7 п. 1 ст. 18",
        ),
        Condition(
            "всего",
            "денежных требований больше одного",
            "денежное требование одно",
            ("losses", "demands.reimburse_loan_costs"),
            lambda m: m.assessment.amounts.total is not None and money_demands(m) > 1,
        ),
    ),
)
