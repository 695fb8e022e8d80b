"""A substantial defect: it came back after repair, or various defects again and again."""

from desktop_app.assessment.grounds.words import (
    CATEGORY_UNKNOWN,
    NOT_NEEDED,
    REPAIRS_UNKNOWN,
)
from desktop_app.assessment.model import Ground, Status, Why
from desktop_app.assessment.situation import Situation
from desktop_app.russian.typography import tidy

CITATION = "абз. 8, 9 п. 1 ст. 18"


def substantial_defect(situation: Situation) -> Ground:
    """A substantial defect in the sense of the preamble: «вновь» or «неоднократно».

    Source: преамбула and абз. 9 п. 1 ст. 18; п. 13 постановления Пленума ВС РФ
    от 28.06.2012 № 17. A defect noticed when both the warranty and two years are
    over is no longer the seller's (п. 5, 6 ст. 19).
    """
    facts = situation.facts
    if facts.technically_complex is False:
        return _ground("not_met", NOT_NEEDED)
    status, reason, why = _judged(situation)
    if status in ("met", "disputed") and facts.technically_complex is None:
        return _ground("unknown", CATEGORY_UNKNOWN)
    return _ground(status, reason, why)


def _judged(situation: Situation) -> tuple[Status, str, tuple[Why, ...]]:
    facts = situation.facts
    if (number := _came_back(situation)) is not None:
        return "met", f"Недостаток из ремонта № {number} после устранения проявился вновь.", ()
    if _again_and_again(situation):
        return "met", "Разные недостатки устраняли неоднократно, и товар снова неисправен.", ()
    if (pair := _alike(situation)) is not None:
        return (
            "disputed",
            f"{pair} Если это тот же недостаток, отметьте это в ответе.",
            ("same_defect",),
        )
    if not facts.repairs_told:
        return "unknown", REPAIRS_UNKNOWN, ()
    if facts.defect_now and situation.in_claim_period(facts.noticed_on) is False:
        return (
            "not_met",
            "Нынешний недостаток замечен, когда гарантия и два года со дня передачи уже прошли: "
            "такое требование можно предъявить только изготовителю (п. 6 ст. 19).",
            (),
        )
    return "not_met", "Ни один устранённый недостаток не вернулся, а нового не названо.", ()


def _current_in_time(situation: Situation) -> bool:
    facts = situation.facts
    return facts.defect_now and situation.in_claim_period(facts.noticed_on) is not False


def _came_back(situation: Situation) -> int | None:
    """Return the number of the finished repair whose defect came back, None if there is none."""
    facts = situation.facts
    fixed: dict[int, int] = {}
    for stay in facts.stays:
        group = facts.defects.group(stay.index)
        if group is None or not stay.in_order:
            continue
        in_time = stay.requested is None or situation.in_claim_period(stay.requested) is not False
        if group in fixed and stay.repaired and in_time:
            return fixed[group] + 1
        if stay.finished:
            fixed.setdefault(group, stay.index)
    group = facts.defects.current_group
    if _current_in_time(situation) and group is not None and group in fixed:
        return fixed[group] + 1
    return None


def _again_and_again(situation: Situation) -> bool:
    """Whether two different defects were removed and the goods are faulty once more."""
    facts = situation.facts
    removed = {
        facts.defects.group(stay.index)
        for stay in facts.stays
        if stay.finished and stay.in_order and facts.defects.group(stay.index) is not None
    }
    return len(removed) >= 2 and (_current_in_time(situation) or bool(facts.running))


def _alike(situation: Situation) -> str | None:
    """Say which texts are alike where a finished repair's defect may have come back."""
    facts = situation.facts
    finished = {stay.index for stay in facts.stays if stay.finished and stay.in_order}
    for one, other in facts.defects.alike_pairs:
        if one in finished:
            return f"Недостатки ремонтов № {one + 1} и № {other + 1} описаны похоже."
    for index in facts.defects.alike_to_current:
        if index in finished and _current_in_time(situation):
            return f"Нынешний недостаток описан похоже на ремонт № {index + 1}."
    return None


def _ground(status: Status, reason: str, why: tuple[Why, ...] = ()) -> Ground:
    return Ground(
        id="substantial_defect", status=status, citation=CITATION, reason=tidy(reason), why=why
    )
