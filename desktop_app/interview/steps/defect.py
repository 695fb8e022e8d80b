"""Step 3: what does not work now."""

from desktop_app.interview.conditions import DEFECT_NOW, DEFECT_NOW_AFTER_REPAIR
from desktop_app.interview.question import Choice, Page, Question, Step, ValueKind

_PRESENT = Question(
    path="current_defect",
    kind=ValueKind.presence,
    label="Товар неисправен сейчас?",
    hint="Например, недостаток вернулся после ремонта или появился новый.",
    help="Если товар больше 30 дней провёл в ремонте, деньги можно требовать и за исправный. "
    "Но недостаток, который есть сейчас, делает письмо сильнее.",
    missing="Выберите, неисправен ли товар сейчас.",
    choices=(
        Choice(True, "Да, неисправен", "Программа спросит, что именно не так."),
        Choice(False, "Нет, сейчас работает", "Письмо будет опираться на прошлые ремонты."),
    ),
)
_DESCRIPTION = Question(
    path="current_defect.description",
    kind=ValueKind.long_text,
    most=2000,
    label="Что не работает?",
    hint="Одной-двумя фразами, например: снова нет звука, не включается камера.",
    help="Пишите только то, что видно вам самим, без догадок о причине. Причину должен выяснить "
    "магазин.",
    missing="Напишите, что не работает, например: не включается.",
    when=DEFECT_NOW,
)
_NOTICED = Question(
    path="current_defect.noticed_on",
    kind=ValueKind.day,
    label="Когда вы это заметили?",
    hint="Хотя бы примерно, например 10.11.2026.",
    help="По этому дню видно, что недостаток проявился в срок, когда за него отвечает магазин.",
    unknown="Тогда программа считает, что недостаток замечен в день письма.",
    when=DEFECT_NOW,
)
_SAME = Question(
    path="current_defect.same_defect_as",
    kind=ValueKind.earlier_repair,
    label="Этот недостаток уже чинили?",
    hint="Например, звук пропал, его починили, и он пропал снова.",
    help="Недостаток, который вернулся после ремонта, считается существенным. Это отдельное "
    "основание для возврата денег или замены.",
    when=DEFECT_NOW_AFTER_REPAIR,
)
_DIAGNOSTIC = Question(
    path="current_defect.diagnostic_act",
    kind=ValueKind.text,
    label="Есть ли бумага о проверке товара?",
    hint="Название, номер и дата, например: акт диагностики № 7 от 12.11.2026.",
    help="Бумага от сервиса подтвердит недостаток. Не заказывайте платную экспертизу только ради "
    "письма: проверить товар обязан магазин.",
    no_document="Она не обязательна: письмо предложит магазину проверить товар при вас. Снимите "
    "недостаток на видео.",
    when=DEFECT_NOW,
)

STEP = Step(
    id="defect",
    title="Что не работает сейчас",
    pages=(
        Page(
            id="defect",
            title="Что не работает сейчас",
            lead="Расскажите, что с товаром сегодня.",
            questions=(_PRESENT, _DESCRIPTION, _NOTICED, _SAME, _DIAGNOSTIC),
        ),
    ),
)
