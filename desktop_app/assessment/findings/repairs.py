"""Findings about the repairs: how many, which defects, which papers."""

from collections.abc import Iterator

from desktop_app.assessment.facts import Stay
from desktop_app.assessment.findings.examined import Examined, finding
from desktop_app.assessment.model import Finding


def how_many(examined: Examined) -> Iterator[Finding]:
    """None or one: what that means for which ground."""
    facts = examined.situation.facts
    if facts.technically_complex is False or len(facts.stays) > 1:
        return
    if not facts.repairs_told:
        yield finding(
            "note",
            "repairs_not_told",
            "repairs",
            "Не сказано, чинили ли товар: впишите каждый ремонт с днями сдачи и выдачи.",
        )
    elif not facts.stays:
        yield finding(
            "note",
            "no_repairs",
            "repairs",
            "Ремонтов нет. Основание «больше 30 дней в ремонте» требует не меньше двух; первые "
            "15 дней после передачи довольно любого недостатка.",
            "абз. 8, 11 п. 1 ст. 18",
        )
    else:
        yield finding(
            "note",
            "one_repair",
            "repairs",
            "Ремонт один. Для основания «больше 30 дней в ремонте» нужно не меньше двух; если тот "
            "же недостаток вернулся или срок ремонта нарушен, есть другое основание.",
            "абз. 9–11 п. 1 ст. 18",
        )


def overlap(examined: Examined) -> Iterator[Finding]:
    """Two repairs at once: common days are counted once."""
    stays = [stay for stay in examined.situation.facts.stays if stay.in_order]
    stays.sort(key=lambda stay: (stay.handed_over, stay.index))
    for earlier, later in _overlapping(stays):
        yield finding(
            "risk",
            "repairs_overlap",
            f"repairs[{later.index}].handed_over",
            f"Ремонты № {earlier.number} и № {later.number} идут одновременно: проверьте "
            "даты. Общие дни посчитаны один раз.",
        )


def _overlapping(stays: list[Stay]) -> Iterator[tuple[Stay, Stay]]:
    """Yield each repair, by the day of handing over, that begins before an earlier one ended."""
    longest: Stay | None = None
    for stay in stays:
        if longest is None or longest.ended is None or stay.handed_over is None or not stay.ended:
            longest = stay
            continue
        if stay.handed_over < longest.ended:
            yield longest, stay
        if stay.ended > longest.ended:
            longest = stay


def defects(examined: Examined) -> Iterator[Finding]:
    """Whether the defects are different, the same, or only described alike."""
    facts = examined.situation.facts
    repairs = facts.repairs
    for index, repair in enumerate(repairs):
        if not repair.defect and facts.defects.group(index) is None:
            yield finding(
                "risk",
                "repair_defect_missing",
                f"repairs[{index}].defect",
                f"Не сказано, что чинили (ремонт № {index + 1}): спишите недостаток из акта.",
            )
        if repair.same_defect_as is not None and repair.same_defect_as > index:
            yield finding(
                "risk",
                "same_defect_reference",
                f"repairs[{index}].same_defect_as",
                f"Ремонт № {index + 1} ссылается на ремонт № {repair.same_defect_as}, а он не "
                "раньше: выберите один из прежних.",
            )
    current = facts.case.current_defect
    if current and current.same_defect_as and current.same_defect_as > len(repairs):
        yield finding(
            "risk",
            "same_defect_reference",
            "current_defect.same_defect_as",
            f"Нынешний недостаток ссылается на ремонт № {current.same_defect_as}, а такого нет.",
        )
    groups = [facts.defects.group(stay.index) for stay in facts.stays if stay.repaired]
    if len(groups) > 1 and len(set(groups)) == 1 and None not in groups:
        yield finding(
            "risk",
            "all_same_defect",
            "repairs",
            "Все ремонты — одного и того же недостатка. Магазин скажет, что закон говорит о "
            "различных; зато вернувшийся после ремонта недостаток — существенный.",
            "абз. 9, 11 п. 1 ст. 18",
        )


def alike(examined: Examined) -> Iterator[Finding]:
    """Texts that may mean the same defect: only the person knows."""
    facts = examined.situation.facts
    for one, other in facts.defects.alike_pairs:
        yield finding(
            "risk",
            "similar_defects",
            f"repairs[{other}].same_defect_as",
            f"Недостатки ремонтов № {one + 1} и № {other + 1} описаны похоже. Это один и тот же "
            "недостаток? Ответьте: от этого зависит основание.",
            "абз. 9, 11 п. 1 ст. 18",
        )
    for index in facts.defects.alike_to_current[:1]:
        yield finding(
            "risk",
            "similar_defects",
            "current_defect.same_defect_as",
            f"Нынешний недостаток описан похоже на тот, что чинили (ремонт № {index + 1}). Это он? "
            "Если да, отметьте: основание станет крепче.",
            "абз. 9 п. 1 ст. 18",
        )


def papers(examined: Examined) -> Iterator[Finding]:
    """A repair without a paper, or without its end."""
    for stay in examined.situation.facts.stays:
        repair = examined.situation.facts.repairs[stay.index]
        path = f"repairs[{stay.index}]"
        if not repair.act and stay.repaired and not stay.running:
            said = examined.said_none(f"{path}.act")
            lack = "Нет акта о ремонте" if said else "Не названа бумага о ремонте"
            yield finding(
                "risk",
                "no_repair_act",
                f"{path}.act",
                f"{lack} № {stay.number}. Без бумаги магазин может оспорить даты: попросите "
                "копию в сервисе, письменно.",
                "п. 3 ст. 20",
            )
        if repair.outcome is None:
            yield finding(
                "risk",
                "repair_outcome_missing",
                f"{path}.outcome",
                f"Не сказано, чем кончился ремонт № {stay.number}: устранили бесплатно, не нашли "
                "недостатка, взяли деньги, отказали или ещё чинят. Ответьте: от этого зависит "
                "счёт дней.",
            )
        if repair.outcome == "in_repair" and repair.returned:
            yield finding(
                "risk",
                "running_but_returned",
                f"{path}.outcome",
                f"Ремонт № {stay.number} отмечен как идущий, но назван день выдачи: выберите одно.",
            )
        elif stay.handed_over is None or stay.ended is None:
            yield finding(
                "risk",
                "repair_days_missing",
                f"{path}.{'returned' if stay.handed_over else 'handed_over'}",
                f"У ремонта № {stay.number} не хватает дня сдачи или выдачи: в счёт дней он не "
                "вошёл.",
            )


def diagnosis(examined: Examined) -> Iterator[Finding]:
    """The present defect without a paper that shows it."""
    facts = examined.situation.facts
    current = facts.case.current_defect
    if current and facts.defect_now and not current.diagnostic_act:
        yield finding(
            "risk",
            "no_diagnostic_act",
            "current_defect.diagnostic_act",
            "Магазин может сказать, что товар исправен. Поможет акт диагностики, видео или "
            "проверка у магазина при вас: письмо её предлагает.",
            "п. 5 ст. 18",
        )


CHECKS = (how_many, overlap, defects, alike, papers, diagnosis)
