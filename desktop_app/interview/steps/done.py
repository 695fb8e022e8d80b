"""Step 13: the packet; later, how the letter was handed over and what the shop answered."""

from desktop_app.interview.conditions import (
    ANSWERED,
    ANSWERED_WITH_MONEY,
    GOODS_ANEW,
    HANDED_BY_POST,
    HANDED_IN_PERSON,
    SENT,
)
from desktop_app.interview.question import Choice, Page, Question, Step, ValueKind

_LETTER_DATE = Question(
    path="letter_date",
    kind=ValueKind.day,
    ahead=True,
    label="Каким числом подписать письмо?",
    hint="Если сегодняшним, оставьте пустым. Иначе впишите тот день, например 20.11.2026.",
    help="По этот день считаются дни ремонта, который ещё идёт, и по нему выбирается закон. "
    "Подпишите письмо именно в этот день.",
)
_CHANNEL = Question(
    path="delivery.channel",
    kind=ValueKind.choice,
    label="Как вы передали письмо?",
    hint="Надёжнее всего лично под подпись или почтой, например ценным письмом с описью.",
    help="От дня вручения считают срок: 10 дней для денег, 7 для замены. Важно, чтобы вручение "
    "можно было доказать.",
    choices=(
        Choice("in_person", "Отдали лично", "На вашем экземпляре должна быть отметка магазина."),
        Choice("post", "Отправили почтой", "Сохраните чек, опись вложения и уведомление."),
        Choice("email", "Отправили по e-mail", "Доказать вручение труднее; лучше и почтой."),
    ),
)
_SENT_ON = Question(
    path="delivery.sent_on",
    kind=ValueKind.day,
    label="Когда вы его отправили?",
    hint="День на чеке почты или в отправленных, например 20.11.2026.",
    help="День отправки доказывает, что вы не опоздали.",
    when=SENT,
)
_TRACKING = Question(
    path="delivery.tracking_number",
    kind=ValueKind.text,
    most=60,
    label="Какой у отправления номер?",
    hint="14 цифр на почтовом чеке, например 16000012345678.",
    help="По номеру на сайте почты видно, когда магазин получил письмо.",
    when=HANDED_BY_POST,
)
_HANDED_ON = Question(
    path="delivery.handed_on",
    kind=ValueKind.day,
    label="Когда магазин получил письмо?",
    hint="День отметки, подписи или вручения почтой, например 25.11.2026.",
    help="Со следующего дня идёт срок для магазина. Если он не забрал письмо с почты, "
    "впишите день, когда почта вернула его: оно считается полученным.",
)
_REFUSED = Question(
    path="delivery.refused",
    kind=ValueKind.yes_no,
    label="Магазин отказался принять письмо?",
    hint="Например, сотрудник не поставил отметку или вернул лист.",
    help="Отказ не мешает: составьте акт с двумя свидетелями и отправьте письмо почтой.",
    choices=(
        Choice(True, "Да, отказался", "Понадобятся акт об отказе и отправка почтой."),
        Choice(False, "Нет, принял", "Храните экземпляр с отметкой."),
    ),
    when=HANDED_IN_PERSON,
)
_LONGER = Question(
    path="delivery.replacement_term",
    kind=ValueKind.choice,
    label="Магазин сказал, что для замены нужно больше семи дней?",
    hint="Если не говорил, оставьте без ответа. Например, «привезут со склада» — нет в наличии.",
    help="Проверка качества удлиняет срок замены до 20 дней, отсутствие товара — до месяца. От "
    "этого зависит, с какого дня идёт неустойка.",
    choices=(
        Choice("check", "Да, проверяет качество", "Срок — 20 дней со дня вручения."),
        Choice("not_in_stock", "Да, такого товара нет", "Срок — месяц со дня вручения."),
    ),
    when=GOODS_ANEW,
)
_RESPONSE = Question(
    path="delivery.response.kind",
    kind=ValueKind.choice,
    label="Что ответил магазин?",
    hint="Если срок ответа ещё идёт, оставьте без ответа. Например, деньги пришли не все — "
    "«Выполнил часть».",
    help="От ответа зависит следующий шаг: ждать, считать неустойку или идти в суд.",
    choices=(
        Choice(
            "paid",
            "Выполнил всё",
            "Деньги пришли, или товар заменён. Если позже срока — есть неустойка.",
        ),
        Choice("partly", "Выполнил часть", "Остальное можно требовать дальше."),
        Choice("refused", "Отказал", "Можно жаловаться и идти в суд, для вас без пошлины."),
        Choice("silence", "Молчит", "После срока каждый день растёт неустойка."),
    ),
)
_RESPONSE_ON = Question(
    path="delivery.response.on",
    kind=ValueKind.day,
    label="Когда магазин ответил или заплатил?",
    hint="День письма или платежа, например 30.11.2026.",
    help="По этому дню видно, успел ли магазин в срок. Без него опоздание не посчитать.",
    when=ANSWERED,
)
_RESPONSE_AMOUNT = Question(
    path="delivery.response.amount",
    kind=ValueKind.money,
    label="Сколько денег вернул магазин?",
    hint="В рублях, например 44 091.",
    help="Сумма видна в выписке банка. Она покажет, сколько ещё причитается вам.",
    when=ANSWERED_WITH_MONEY,
)

STEP = Step(
    id="done",
    title="Готово",
    view="done",
    pages=(
        Page(
            id="letter_day",
            title="День письма",
            lead="Обычно письмо подписывают сегодняшним числом.",
            questions=(_LETTER_DATE,),
        ),
        Page(
            id="handing",
            title="Отметить вручение",
            lead="Когда отдадите письмо, отметьте это здесь: программа посчитает сроки.",
            questions=(_CHANNEL, _SENT_ON, _TRACKING, _HANDED_ON, _REFUSED),
        ),
        Page(
            id="response",
            title="Ответ магазина",
            lead="Когда магазин ответит или промолчит, отметьте и это.",
            questions=(_LONGER, _RESPONSE, _RESPONSE_ON, _RESPONSE_AMOUNT),
        ),
    ),
)
