"""Every value of the law as a list for a person: what was checked longest ago comes first."""

from collections.abc import Iterator
from decimal import Decimal

from desktop_app.law.parameters import Law, Provision, Trust
from desktop_app.russian.dates import short
from desktop_app.russian.numbers import counted, grouped

_TRUST = {
    Trust.confirmed: "подтверждено",
    Trust.single: "один источник",
    Trust.memory: "по памяти, сверить",
}
_UNITS = {
    "months": "мес.",
    "roubles": "₽",
    "percent": "%",
    "percent_per_day": "% в день",
    "kilograms": "кг",
}
_COUNTED = {
    "calendar_days": ("календарный день", "календарных дня", "календарных дней"),
    "years": ("год", "года", "лет"),
}
_CHOSEN_BY = {
    "contract": "день договора",
    "transfer": "день передачи товара",
    "repair_request": "день обращения за ремонтом",
    "delay_day": "день просрочки",
    "letter": "день претензии",
}


def law_listing(law: Law) -> str:
    """Return every value with its day, citation, source and trust, then what must be verified."""
    return "\n".join(_lines(law))


def _lines(law: Law) -> Iterator[str]:
    for provision in law.all():
        yield f"{provision.title}: {_value(provision)}"
        yield (
            f"    {provision.name} · с {short(provision.since)} · {provision.citation} · "
            f"{_TRUST[provision.trust]} · проверено {short(provision.checked_on)}"
        )
        chosen = _CHOSEN_BY.get(provision.chosen_by)
        yield f"    {provision.source}" + (f" · значение выбирает {chosen}" if chosen else "")
        if provision.note:
            yield f"    {provision.note}"
    yield "\nСверить с официальным текстом:"
    for item in law.open_items:
        yield f"  • {item.title} ({item.citation}): {item.what_to_check}"
    for provision in law.to_verify:
        yield f"  • {provision.title} ({provision.citation})"


def _value(provision: Provision) -> str:
    value = provision.value
    if value is None:
        return "такого правила нет"
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, int) and provision.unit in _COUNTED:
        return counted(value, *_COUNTED[provision.unit])
    if isinstance(value, Decimal):
        value = f"{value:f}".replace(".", ",")
    elif isinstance(value, int):
        value = grouped(value)
    unit = _UNITS.get(provision.unit)
    return f"{value} {unit}" if unit else str(value)
