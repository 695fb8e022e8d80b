"""What the step «Что говорит закон» says, in words: no Qt, no law of its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.assessment.kind import Kind
from desktop_app.assessment.model import Assessment, Finding, Ground
from desktop_app.case.model import Case
from desktop_app.interview.form import question_at
from desktop_app.interview.remember import is_accepted
from desktop_app.law.parameters import Law, Provision
from desktop_app.russian.dates import long, short
from desktop_app.russian.numbers import days, of_days
from desktop_app.russian.typography import tidy

_TITLES = {
    "unusable_over_30_days": "Больше 30 дней в ремонте за год гарантии",
    "substantial_defect": "Существенный недостаток",
    "repair_deadline_missed": "Ремонт дольше положенного срока",
    "within_15_days": "Первые 15 дней после передачи",
    "not_technically_complex": "Товар не из перечня технически сложных",
}
_BASES = {
    "came_back": "Тот же недостаток проявился вновь",
    "again_and_again": "Разные недостатки, и товар снова неисправен",
    "alike": "Похоже, вернулся тот же недостаток",
}
STATES = {
    "met": "основание есть",
    "disputed": "основание спорное",
    "unknown": "не хватает сведений",
    "not_met": "сейчас не подходит",
}
_WHY = {
    "end_days": "Закон прямо не говорит, входят ли в счёт день сдачи и день выдачи. На этой "
    "странице можно выбрать, на какой счёт опереться.",
    "after_ready_notice": "Закон не говорит, считать ли дни, когда товар уже готов, а вы его ещё "
    "не забрали. Проверьте, когда вам сообщили о готовности.",
    "same_defect": "Проверьте, один ли это недостаток: от ответа зависит, на что опереться.",
    "accepted_late": "Поможет ваше возражение в акте, сообщение или письмо о том, что срок прошёл.",
}
# Risks that are about the ground itself; all others stand on the page of checking.
_OF_THE_GROUND = (
    "one_year_of_a_long_warranty",
    "last_of_fifteen_days",
    "no_current_defect",
    "repair_still_in_term",
    "taken_back_late",
    "goods_disputed",
    "category_unlikely",
    "all_same_defect",
    "repairs_overlap",
    "warranty_over",
    "two_years_over",
)
_NEEDED = {
    "purchase.contract_date": "Назвать день покупки",
    "purchase.category": "Выбрать товар",
    "purchase.warranty_months": "Указать гарантию",
    "repairs": "Добавить ремонты",
    "repairs[].defect": "Что чинили",
    "current_defect.description": "Что сломано сейчас",
}
_PARAGRAPHS = re.compile(r"абз\. ([\d, ]+) (п\. .+)")
# The whole of п. 1 ст. 18 is told by the paragraph that gives the claim.
_WHOLE = {"п. 1 ст. 18": ("абз. 6 п. 1 ст. 18",)}


@dataclass(frozen=True, slots=True)
class Way:
    """Something that can be done: a sentence, and a link with the path it leads to."""

    sentence: str
    link: str = ""
    path: str = ""


def title_of(ground: Ground) -> str:
    """Return the ground's name for the person."""
    return tidy(_BASES.get(ground.basis or "", _TITLES[ground.id]))


def why_of(ground: Ground) -> tuple[str, ...]:
    """Return why the ground is disputed and what helps, a sentence for each reading."""
    return tuple(tidy(_WHY[why]) for why in ground.why)


def norms(citation: str, law: Law, day: date) -> tuple[Provision, ...]:
    """Return the articles of a citation in plain words, the one that decides first.

    «абз. 8, 11 п. 1 ст. 18» are two: the eighth only leads to the eleventh.
    """
    plain = citation.replace("\u00a0", " ")
    found = (law.explained(one, day) for one in _single(plain))
    return tuple(norm for norm in found if norm is not None)


def _single(citation: str) -> Iterator[str]:
    for part in re.split(r", (?=\D)", citation):
        numbered = _PARAGRAPHS.fullmatch(part)
        if numbered:
            yield from (
                f"абз. {n} {numbered[2]}" for n in reversed(re.findall(r"\d+", numbered[1]))
            )
        else:
            yield from _WHOLE.get(part, (part,))


def missing_answer(ground: Ground) -> Way | None:
    """Return the question whose answer an unknown ground waits for."""
    if ground.needs is None:
        return None
    name = re.sub(r"repairs\[\d+\]", "repairs[]", ground.needs)
    return Way("", _NEEDED.get(name, "Дописать ремонт"), ground.needs)


def check_first(ground: Ground, case: Case) -> Way | None:
    """Return the answer that a disputed ground turns on, if one can be given."""
    if "same_defect" in ground.why and ground.repairs:
        last = ground.repairs[-1]
        current = len(ground.repairs) == 1
        path = "current_defect.same_defect_as" if current else f"repairs[{last - 1}].same_defect_as"
        return Way("", "Проверить недостаток", path)
    if "after_ready_notice" in ground.why:
        for number in ground.repairs:
            if (case.repairs or ())[number - 1].ready_notice:
                return Way("", "День готовности", f"repairs[{number - 1}].ready_notice")
    if "accepted_late" in ground.why and ground.repairs:
        return Way("", "Открыть ремонт", f"repairs[{ground.repairs[0] - 1}].act")
    return None


def ways(ground: Ground, case: Case, assessment: Assessment) -> tuple[Way, ...]:
    """Return what can be done where the ground does not hold yet."""
    if ground.status != "not_met":
        return ()
    if ground.id == "unusable_over_30_days":
        return tuple(_ways_to_more_days(ground, case, assessment))
    if ground.id == "substantial_defect" and case.repairs and case.current_defect is None:
        sentence = "Товар снова сломался? Напишите, чем: недостаток мог вернуться."
        return (Way(tidy(sentence), "Что сломано сейчас", "current_defect.description"),)
    if ground.id == "repair_deadline_missed":
        return tuple(
            Way(
                tidy(
                    f"Дождитесь {long(repair.term)} Не отдадут товар к концу этого дня — со "
                    "следующего дня можно требовать деньги или замену."
                )
            )
            for repair in assessment.repairs
            if repair.running and repair.term and repair.term >= assessment.law_as_of
        )
    return ()


def _ways_to_more_days(ground: Ground, case: Case, assessment: Assessment) -> Iterator[Way]:
    if not ground.missing_days:
        return
    year = next((y for y in assessment.warranty_years if y.number == ground.year), None)
    running = any(repair.running and repair.counted for repair in assessment.repairs)
    enough_on = assessment.law_as_of + timedelta(days=ground.missing_days)
    if running and year is not None and enough_on <= year.last:
        yield Way(
            tidy(
                f"Товар ещё в ремонте, и дни прибавляются. Дождитесь {long(enough_on)}: если его "
                f"не отдадут раньше, дней станет больше {assessment.limits.out_of_use}."
            )
        )
    question = "Был ещё ремонт? Поищите акты и квитанции: каждый день в ремонте идёт в счёт."
    yield Way(tidy(question), "Добавить ремонт", "repairs")


def shop_answers(findings: tuple[Finding, ...], case: Case) -> tuple[Finding, ...]:
    """Return the risks about the ground, what the shop will say to it; not those accepted."""
    return tuple(
        f
        for f in findings
        if f.severity == "risk" and f.code in _OF_THE_GROUND and not is_accepted(case, f)
    )


def stopping(findings: tuple[Finding, ...], code: str) -> Finding | None:
    """Return the error of that code."""
    return next((f for f in findings if f.severity == "error" and f.code == code), None)


def is_asked(path: str | None) -> bool:
    """Whether the form has a question for the path of a finding."""
    return path is not None and question_at(path) is not None


def lead_of(assessment: Assessment, kind: Kind) -> str:
    """Return the sentence under the title of the step."""
    if stopping(assessment.findings, "country_not_russia"):
        return tidy("Это письмо написано по закону России, а покупка — по другому.")
    statuses = {ground.status for ground in assessment.grounds}
    if "met" in statuses:
        return tidy(
            f"Вы можете требовать {kind.demand}. Вот почему, и что ещё у вас есть в запасе."
        )
    if "disputed" in statuses:
        return tidy(f"Требовать {kind.demand} можно, но магазин может поспорить. Вот о чём.")
    if "unknown" in statuses:
        return tidy("Осталось ответить на несколько вопросов, и станет ясно, что говорит закон.")
    return tidy(f"Требовать {kind.demand} пока рано. Вот почему и что можно сделать.")


def verdict_line(assessment: Assessment) -> tuple[str, str]:
    """Return the role (good, care, accent) and the short text of the window's bottom line."""
    if stopping(assessment.findings, "country_not_russia"):
        return "care", tidy("Покупка не по закону России: это письмо не подойдёт")
    first = assessment.grounds[0]
    if first.status == "met":
        return "good", tidy(f"Основание есть — {_shortly(first, assessment)}")
    if first.status == "disputed":
        return "care", tidy(f"Основание спорное — {_shortly(first, assessment)}")
    if first.status == "unknown":
        return "accent", tidy("Пока не хватает сведений, чтобы назвать основание")
    unusable = assessment.ground("unusable_over_30_days")
    if unusable.missing_days and any(repair.counted for repair in assessment.repairs):
        return "accent", tidy(f"Основания пока нет — не хватает {of_days(unusable.missing_days)}")
    return "accent", tidy("Основания пока нет: посмотрите, что можно сделать")


def _shortly(ground: Ground, assessment: Assessment) -> str:
    if ground.id == "unusable_over_30_days":
        year = next((y for y in assessment.warranty_years if y.number == ground.year), None)
        if year is None:
            return "дни в ремонте"
        needed = f"нужно больше {assessment.limits.out_of_use}"
        if "end_days" in ground.why:
            return f"{days(year.days)}, а с днями сдачи {year.days_inclusive}; {needed}"
        return f"{days(year.days)}; {needed}"
    if ground.id == "within_15_days" and assessment.warranty.starts:
        last = assessment.warranty.starts + timedelta(days=assessment.limits.any_defect)
        return f"по {short(last)} включительно"
    return {
        "substantial_defect": "недостаток существенный",
        "repair_deadline_missed": "нарушен срок ремонта",
        "within_15_days": "идут первые 15 дней",
        "not_technically_complex": "достаточно любого недостатка",
    }[ground.id]
