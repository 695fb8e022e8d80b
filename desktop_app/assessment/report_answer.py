"""The shop's answer as text for a person at a terminal: what came, what is left, what is owed."""

from collections.abc import Iterator

from desktop_app.assessment.model import Delay
from desktop_app.assessment.settled import Settled
from desktop_app.russian.dates import long
from desktop_app.russian.money import roubles


def answer_lines(told: Settled, delay: Delay) -> Iterator[str]:
    """Yield what came and what is left of the demands, then the penalty by both readings."""
    yield "\nОтвет магазина"
    on = f" {long(told.on)}" if told.on else ", день не назван"
    yield f"  {'выполнил всё' if told.fulfilled else 'выполнил не всё'}{on}"
    if told.paid is not None and told.demanded is not None:
        yield f"  выплачено {roubles(told.paid)} из {roubles(told.demanded)}"
    if told.remainder:
        yield f"  осталось {roubles(told.remainder)}"
    elif told.remainder is None and not told.fulfilled:
        yield "  сколько осталось, не сказать: сумма не названа"
    if delay.on and delay.days is None:
        yield "  просрочку не посчитать: впишите день, когда магазин заплатил"
    yield from _penalty_lines(told)


def _penalty_lines(told: Settled) -> Iterator[str]:
    if told.penalty:
        yield f"  неустойка к доплате: {roubles(told.penalty)}"
    if told.disputed and told.penalty_on_remainder is not None:
        counted = roubles(told.penalty_on_remainder)
        yield f"  если суд посчитает дни после выплаты от остатка: {counted} — спорно"
    if told.claim_by and (told.remainder or told.penalty):
        yield f"  подать в суд не позже {long(told.claim_by)} (ст. 196 ГК)"
