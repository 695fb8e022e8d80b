"""Step 6: what is demanded. The view compares the kinds of claim in days and money."""

from desktop_app.interview.conditions import GOODS_ANEW, OTHER_GOODS
from desktop_app.interview.question import Choice, Page, Question, Step, ValueKind

_KIND = Question(
    path="kind",
    kind=ValueKind.choice,
    label="Чего вы хотите?",
    hint="Можно выбрать одно. Например, если такого товара больше не делают, удобнее деньги.",
    help="Закон даёт выбрать что-то одно: деньги или замену. Пока письмо не отдано, выбор можно "
    "менять сколько угодно. Если товар не заменят в срок, можно будет потребовать деньги.",
    missing="Выберите, чего требовать: вернуть деньги или заменить товар.",
    choices=(
        Choice("refund", "Вернуть деньги", "Магазин возвращает деньги и забирает товар."),
        Choice("replacement", "Заменить товар", "Магазин даёт новый товар с новой гарантией."),
    ),
)
_SAME = Question(
    path="demands.replacement.same",
    kind=ValueKind.yes_no,
    label="На что заменить товар?",
    hint="Например, если такой модели больше нет в продаже, выберите другую.",
    help="Выбираете вы, а не магазин. За такой же товар доплаты нет, даже если он подорожал.",
    missing="Выберите, такой же товар вам нужен или другой.",
    choices=(
        Choice(True, "На такой же", "Той же марки и модели, без доплаты."),
        Choice(False, "На другой", "Другой марки или модели; разницу в цене пересчитают."),
    ),
    when=GOODS_ANEW,
)
_ITEM = Question(
    path="demands.replacement.item",
    kind=ValueKind.text,
    most=300,
    label="На какой другой товар?",
    hint="Название, марка и модель, например: холодильник «Север-310».",
    help="Назовите товар так, чтобы его нельзя было спутать: так он и встанет в письмо.",
    missing="Впишите товар, на который менять, или выберите такой же.",
    when=OTHER_GOODS,
)
_PRICE = Question(
    path="demands.replacement.price",
    kind=ValueKind.money,
    label="Сколько он стоит сегодня?",
    hint="Цена в этом или другом магазине, в рублях, например 52\u00a0000.",
    help="По цене видно, кто кому доплатит. Точно посчитают по ценам на день замены.",
    when=OTHER_GOODS,
)
_MEANWHILE = Question(
    path="demands.replacement.meanwhile",
    kind=ValueKind.yes_no,
    label="Нужен ли товар на время ожидания?",
    hint="Например, подменный телефон. Если ждать замены дольше семи дней, его дают бесплатно.",
    help="Магазин даёт на время похожий товар в три дня и сам его доставляет. Закон не даёт на "
    "время автомобилей, лодок, мебели, бритв, фенов и приборов, на которых готовят еду.",
    choices=(
        Choice(True, "Да, потребовать", "Письмо попросит похожий товар на время замены."),
        Choice(False, "Нет, не нужен", "Письмо об этом не скажет."),
    ),
    when=GOODS_ANEW,
)

STEP = Step(
    id="claim",
    title="Чего требовать",
    view="offers",
    pages=(
        Page(
            id="kind",
            title="Чего требовать",
            lead="Основания одни и те же, а выбор за вами.",
            questions=(_KIND,),
        ),
        Page(
            id="replacement",
            title="Замена товара",
            lead="На что заменить и чем пользоваться, пока ждёте.",
            when=GOODS_ANEW,
            questions=(_SAME, _ITEM, _PRICE, _MEANWHILE),
        ),
    ),
)
