"""Step 7: losses, and what else may be demanded beside the money for the goods."""

from desktop_app.interview.conditions import (
    MONEY_BACK,
    MORE_TO_DEMAND,
    PRICE_DIFFERENCE,
    REPAIRED_AT_ALL,
)
from desktop_app.interview.question import Choice, Page, Question, Step, ValueKind

_LOSSES = Question(
    path="losses",
    kind=ValueKind.rows,
    label="Какие расходы возникли из-за этого товара?",
    hint="Добавьте каждый расход отдельно, например: дополнительная гарантия, 2 990.",
    help="Магазин возмещает убытки полностью, если их подтверждает документ. Цену товара и "
    "проценты по кредиту сюда не вносите: они уже учтены.",
    none_label="Таких расходов не было",
    none_means="Письмо потребует главное и не станет говорить об убытках.",
)
_DESCRIPTION = Question(
    path="losses[].description",
    kind=ValueKind.text,
    label="На что ушли деньги?",
    hint="Коротко, например: доставка до сервиса.",
    help="Подходит то, за что вы не заплатили бы, будь товар исправен: доставка, дополнительная "
    "гарантия, чехол к этой модели, платная проверка.",
    missing="Напишите, на что ушли деньги, например: доставка до сервиса.",
)
_AMOUNT = Question(
    path="losses[].amount",
    kind=ValueKind.money,
    label="Сколько вы потратили?",
    hint="В рублях, как на чеке, например 2 990.",
    help="Впишите сумму, которую подтверждает документ.",
    missing="Впишите, сколько потрачено, например 2 990.",
)
_DOCUMENT = Question(
    path="losses[].document",
    kind=ValueKind.text,
    label="Каким документом это подтверждается?",
    hint="Название, номер и дата, например: чек № 16 от 20.12.2025.",
    help="Без документа магазин расход не признает. Подойдут чек, договор, квитанция, выписка.",
    no_document="Письмо назовёт расход, но магазин может его не признать. Поищите чек в почте "
    "или выписку банка.",
)
_DIFFERENCE = Question(
    path="demands.price_difference",
    kind=ValueKind.presence,
    label="Потребовать и разницу, если такой товар подорожал?",
    hint="Например, вы платили 50 000, а такой же теперь стоит 60 000.",
    help="Если такой товар стал дороже, можно потребовать разницу в цене. По технически сложным "
    "товарам магазин может предложить учесть износ, об этом спорят.",
    choices=(
        Choice(True, "Да", "Программа спросит сумму и откуда она."),
        Choice(False, "Нет", "Письмо потребует только то, что вы заплатили."),
    ),
    when=MONEY_BACK,
)
_DIFFERENCE_AMOUNT = Question(
    path="demands.price_difference.amount",
    kind=ValueKind.money,
    label="Какая разница в цене?",
    hint="Цена сегодня минус ваша цена, в рублях, например 10 000.",
    help="Сравните цену такого же товара сегодня с ценой на вашем чеке.",
    missing="Впишите разницу в цене или ответьте, что не требуете её.",
    when=PRICE_DIFFERENCE,
)
_DIFFERENCE_SOURCE = Question(
    path="demands.price_difference.source",
    kind=ValueKind.text,
    most=300,
    label="Где вы видели сегодняшнюю цену?",
    hint="Магазин и день, например: сайт магазина «Ромашка», 18.11.2026.",
    help="Магазин спросит, откуда сумма. Сохраните снимок страницы с ценой и датой.",
    when=PRICE_DIFFERENCE,
)
_DELAY = Question(
    path="demands.repair_delay_penalty",
    kind=ValueKind.yes_no,
    label="Потребовать неустойку, если ремонт затянули?",
    hint="Срок — по соглашению, но не больше 45 дней. Например, за 3 лишних дня — 3 % цены.",
    help="За каждый день опоздания с ремонтом закон даёт 1 % цены товара. Это отдельное "
    "требование: можно заявить его сразу или не заявлять.",
    choices=(
        Choice(True, "Да", "Если опоздание есть, письмо назовёт дни и сумму."),
        Choice(False, "Нет", "Письмо о ней не скажет; потребовать можно и позже."),
    ),
    when=REPAIRED_AT_ALL,
)

STEP = Step(
    id="losses",
    title="Убытки",
    pages=(
        Page(
            id="losses",
            title="Убытки",
            lead="Расходы, которых не было бы, если бы товар был исправен.",
            questions=(_LOSSES,),
        ),
        Page(
            id="loss",
            title="Один расход",
            lead="На что, сколько и чем подтверждается.",
            rows="losses",
            questions=(_DESCRIPTION, _AMOUNT, _DOCUMENT),
        ),
        Page(
            id="more",
            title="Что ещё можно потребовать",
            lead="Это по вашему желанию. Письмо имеет силу и без этого.",
            when=MORE_TO_DEMAND,
            questions=(_DIFFERENCE, _DIFFERENCE_AMOUNT, _DIFFERENCE_SOURCE, _DELAY),
        ),
    ),
)
