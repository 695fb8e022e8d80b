"""The sentence at the head of «Готово» for a whole letter: where it is now, and what is below."""

from datetime import date

from desktop_app.advice.after_answer import owes_penalty
from desktop_app.assessment.model import Assessment
from desktop_app.assessment.settled import Settled
from desktop_app.assessment.so_far import so_far
from desktop_app.case.model import Case
from desktop_app.russian.typography import tidy


def done_lead(case: Case, assessment: Assessment, today: date) -> str:
    """Return the sentence for the case as assessed on `today`."""
    return tidy(_lead(case, assessment, today))


def _lead(case: Case, assessment: Assessment, today: date) -> str:
    delivery, told = so_far(case, today), assessment.settled
    if told:
        return _after_payment(assessment, told, today)
    if delivery.response and delivery.response.kind == "refused":
        return "Магазин отказал. Ниже — что делать дальше и до какого дня."
    if delivery.handed_on:
        return "Письмо у продавца. Ниже — что делать дальше и до какого дня."
    if delivery.refused and delivery.channel == "in_person":
        return "Магазин не принял письмо. Составьте акт об отказе и отправьте письмо почтой."
    if delivery.sent_on:
        return "Письмо отправлено. Когда магазин получит его, отметьте день вручения."
    return "Письмо готово. Сохраните его, подпишите оба экземпляра и отдайте."


def _after_payment(assessment: Assessment, told: Settled, today: date) -> str:
    if not told.fulfilled:
        return (
            "Магазин выполнил не всё. Ниже — сколько осталось, что делать дальше и до какого дня."
        )
    if assessment.delay.days is None:
        return "Магазин выполнил требования. Ниже — чего не хватает, чтобы узнать, в срок ли."
    if owes_penalty(assessment, told, today):
        return "Магазин выполнил требования с опозданием. Ниже — что он ещё должен."
    return "Магазин выполнил требования. Документы пока сохраните."
