"""A substantial defect: it came back after repair, or various defects again and again."""

from datetime import date

from desktop_app.assessment.facts import Stay
from desktop_app.assessment.grounds.words import (
    CATEGORY,
    NOT_NEEDED,
    REPAIRS,
    days_of,
    unknown,
)
from desktop_app.assessment.model import Basis, Ground, GroundId, Status
from desktop_app.assessment.situation import Situation
from desktop_app.russian.typography import tidy

_ID: GroundId = "substantial_defect"
CITATION = "абз. 8, 9 п. 1 ст. 18"


def substantial_defect(situation: Situation) -> Ground:
    """A substantial defect in the sense of the preamble: «вновь» or «неоднократно».

    Source: преамбула and абз. 9 п. 1 ст. 18; п. 13 постановления Пленума ВС РФ
    от 28.06.2012 № 17. A defect noticed when both the warranty and two years are
    over is no longer the seller's (п. 5, 6 ст. 19).
    """
    complex_goods = situation.facts.technically_complex
    if complex_goods is False:
        return _ground("not_met", NOT_NEEDED)
    ground = _came_back(situation) or _again_and_again(situation) or _alike(situation)
    if ground is None:
        return _not_carried(situation)
    return ground if complex_goods else unknown(_ID, CITATION, CATEGORY)


def _came_back(situation: Situation) -> Ground | None:
    """The same defect after a finished repair, at another repair or now.

    «Вновь» means after the end of that repair, by the days and not by the order of telling.
    """
    facts = situation.facts
    fixed: dict[int, Stay] = {}
    for stay in _by_day(situation):
        group = facts.defects.group(stay.index)
        if group is None:
            continue
        first = fixed.get(group)
        if first and stay.repaired and _asked_after(situation, stay, first):
            return _returned(first.number, stay.number)
        if stay.finished and first is None:
            fixed[group] = stay
    group = facts.defects.current_group
    first = fixed.get(group) if group is not None else None
    if first and _noticed_after(situation, first):
        return _returned(first.number)
    return None


def _by_day(situation: Situation) -> list[Stay]:
    stays = [stay for stay in situation.facts.stays if stay.in_order and stay.ended]
    return sorted(stays, key=_end)


def _end(stay: Stay) -> date:
    return stay.ended or date.max


def _asked_after(situation: Situation, later: Stay, earlier: Stay) -> bool:
    asked = later.requested
    return bool(
        asked
        and earlier.ended
        and asked >= earlier.ended
        and situation.in_claim_period(asked) is not False
    )


def _noticed_after(situation: Situation, stay: Stay) -> bool:
    """Whether there is a present defect, noticed in time and after the repair had ended."""
    noticed = situation.facts.noticed_on
    return bool(_current_in_time(situation) and stay.ended and noticed >= stay.ended)


def _returned(number: int, *again: int) -> Ground:
    reason = f"Недостаток из ремонта № {number} после устранения проявился вновь."
    return _ground("met", reason, "came_back", (number, *again))


def _again_and_again(situation: Situation) -> Ground | None:
    """Two different defects were removed and the goods are faulty once more."""
    facts = situation.facts
    removed: dict[int, int] = {}
    for stay in _by_day(situation):
        group = facts.defects.group(stay.index)
        faulty_again = _noticed_after(situation, stay) or any(
            _asked_after(situation, running, stay) for running in facts.running
        )
        if stay.finished and group is not None and faulty_again:
            removed.setdefault(group, stay.number)
    if len(removed) < 2:
        return None
    reason = "Разные недостатки устраняли неоднократно, и товар снова неисправен."
    return _ground("met", reason, "again_and_again", tuple(removed.values()))


def _alike(situation: Situation) -> Ground | None:
    """A finished repair's defect may have come back: the texts are only alike."""
    facts = situation.facts
    finished = {stay.index for stay in facts.stays if stay.finished and stay.in_order}
    ask = "Если это тот же недостаток, отметьте это в ответе."
    for one, other in facts.defects.alike_pairs:
        first, again = sorted((facts.stays[one], facts.stays[other]), key=_end)
        if first.index in finished and again.repaired and _asked_after(situation, again, first):
            reason = f"Недостатки ремонтов № {one + 1} и № {other + 1} описаны похоже. {ask}"
            return _ground("disputed", reason, "alike", (first.number, again.number))
    for index in facts.defects.alike_to_current:
        if index in finished and _noticed_after(situation, facts.stays[index]):
            alike = f"Нынешний недостаток описан похоже на тот, что чинили (ремонт № {index + 1})."
            reason = f"{alike} {ask}"
            return _ground("disputed", reason, "alike", (index + 1,))
    return None


def _not_carried(situation: Situation) -> Ground:
    facts = situation.facts
    if not facts.repairs_told:
        return unknown(_ID, CITATION, REPAIRS)
    if facts.incomplete:
        return unknown(_ID, CITATION, days_of(facts.incomplete[0]))
    if facts.defect_now and not _current_in_time(situation):
        return _ground(
            "not_met",
            "Нынешний недостаток замечен, когда гарантия и два года со дня передачи уже прошли: "
            "такое требование можно предъявить только изготовителю (п. 6 ст. 19).",
        )
    if facts.defect_now:
        return _ground("not_met", "Нынешний недостаток не устраняли: о «вновь» говорить рано.")
    return _ground("not_met", "Ни один устранённый недостаток не вернулся, а нового не названо.")


def _current_in_time(situation: Situation) -> bool:
    facts = situation.facts
    return facts.defect_now and situation.in_claim_period(facts.noticed_on) is not False


def _ground(
    status: Status, reason: str, basis: Basis | None = None, repairs: tuple[int, ...] = ()
) -> Ground:
    return Ground(
        id=_ID,
        status=status,
        citation=CITATION,
        reason=tidy(reason),
        why=("same_defect",) if status == "disputed" else (),
        repairs=repairs,
        basis=basis,
    )
