"""Step 5: the price, and how it was paid: own money, the shop's schedule, a bank's schedule."""

from desktop_app.interview.conditions import BY_INSTALLMENT, LOAN_COSTS
from desktop_app.interview.question import Choice, Page, Question, Step, ValueKind

_PRICE = Question(
    path="purchase.price",
    kind=ValueKind.money,
    label="Сколько стоил товар?",
    hint="Цена на чеке, в рублях, например 54 990,50.",
    help="От цены считают, сколько вернут, и неустойку. Берите цену самого товара, без "
    "доставки и дополнительных услуг: их программа спросит отдельно.",
    missing="Впишите цену товара. Она есть на чеке, в договоре или в заказе на сайте.",
)
_METHOD = Question(
    path="payment.method",
    kind=ValueKind.choice,
    label="Как вы заплатили за товар?",
    hint="Если платите частями, посмотрите в договоре, кому: «рассрочка 0-0-24» почти всегда "
    "от банка.",
    help="От этого зависит, сколько вернут. Посмотрите договор: кому приходят платежи и чьё имя "
    "стоит в графике.",
    missing="Выберите, как вы платили: от этого зависит, какую сумму вернут.",
    choices=(
        Choice("own_funds", "Сразу, своими деньгами", "Вернуть должны всю цену."),
        Choice(
            "installment",
            "В рассрочку: магазину по графику",
            "Вернуть должны то, что уже уплачено, и плату за рассрочку.",
        ),
        Choice(
            "consumer_loan",
            "В кредит: банку по графику",
            "Вернуть должны всю цену и возместить проценты. Заём в микрофинансовой компании "
            "тоже сюда.",
        ),
    ),
)
_PAID = Question(
    path="payment.installment.paid",
    kind=ValueKind.money,
    label="Сколько вы уже заплатили магазину?",
    hint="Все платежи вместе с первым взносом, например 48 300.",
    help="При рассрочке магазина возвращают уплаченное, а не всю цену. Сложите платежи по чекам "
    "или по выписке.",
    missing="Впишите, сколько уже заплачено по рассрочке: именно эту сумму вернут.",
    when=BY_INSTALLMENT,
)
_PLAN_UNTIL = Question(
    path="payment.installment.until",
    kind=ValueKind.day,
    label="До какого дня рассрочка?",
    hint="День последнего платежа по графику, например 12.03.2027.",
    help="По нему магазин найдёт договор. День стоит в конце графика платежей.",
    ahead=True,
    when=BY_INSTALLMENT,
)
_FEE = Question(
    path="payment.installment.fee",
    kind=ValueKind.money,
    label="Сколько магазин взял за саму рассрочку?",
    hint="Плата сверх цены, например 1 200. Если не брал, впишите 0.",
    help="Эту плату магазин тоже возвращает. Она указана в договоре или видна как разница между "
    "суммой платежей и ценой.",
    when=BY_INSTALLMENT,
)
_BANK = Question(
    path="payment.loan.bank",
    kind=ValueKind.text,
    label="Какой банк дал кредит?",
    hint="Полное название из договора, например: АО «Банк».",
    help="Название нужно, чтобы магазин понял, о каком кредите речь. Оно в начале кредитного "
    "договора.",
    when=LOAN_COSTS,
)
_AMOUNT = Question(
    path="payment.loan.amount",
    kind=ValueKind.money,
    label="На какую сумму кредит?",
    hint="Вся сумма кредита из договора, например 60 000.",
    help="Кредит бывает больше цены, если в него вошла страховка или другие товары. Тогда "
    "возместят долю процентов, и программа её посчитает.",
    when=LOAN_COSTS,
)
_RATE = Question(
    path="payment.loan.annual_rate_percent",
    kind=ValueKind.percent,
    label="Под какой процент годовых?",
    hint="Ставка из договора, например 19,9.",
    help="Ставка стоит на первой странице договора. Полная стоимость кредита в рамке — это "
    "другое число.",
    when=LOAN_COSTS,
)
_LOAN_UNTIL = Question(
    path="payment.loan.until",
    kind=ValueKind.day,
    label="До какого дня кредит по договору?",
    hint="День последнего платежа по графику, например 14.12.2027.",
    help="По нему видно, что проценты ещё будут расти. День стоит в конце графика платежей.",
    ahead=True,
    when=LOAN_COSTS,
)
_REPAID = Question(
    path="payment.loan.repaid_on",
    kind=ValueKind.day,
    label="Когда вы погасили кредит?",
    hint="Если ещё платите, оставьте пустым. Если закрыли — этот день, например 01.10.2026.",
    help="У погашенного кредита проценты больше не растут. Платящему важно знать: возврат товара "
    "кредит не закрывает, платите по графику.",
    when=LOAN_COSTS,
)
_INTEREST = Question(
    path="payment.loan.interest_paid",
    kind=ValueKind.money,
    label="Сколько процентов вы уже заплатили?",
    hint="Только проценты, без самого долга, например 4 520,15.",
    help="Магазин обязан возместить проценты. Точную сумму назовёт справка банка об уплаченных "
    "процентах: её заказывают в приложении или в отделении.",
    missing="Впишите уплаченные проценты или отметьте «Не знаю»: магазин обязан их возместить.",
    unknown="Тогда письмо потребует их в размере по справке банка: закажите её и приложите.",
    when=LOAN_COSTS,
)
_OTHER = Question(
    path="payment.loan.other_payments",
    kind=ValueKind.money,
    label="Сколько заплачено по кредиту сверх процентов?",
    hint="Например, за страховку или выдачу: 1 500. Если ничего, впишите 0.",
    help="Иные платежи по кредиту тоже возмещают. Они указаны в договоре и в справке банка. "
    "Основной долг сюда не входит.",
    when=LOAN_COSTS,
)
_CERTIFICATE = Question(
    path="payment.loan.certificate",
    kind=ValueKind.text,
    label="Какая справка банка об этом у вас есть?",
    hint="Название и дата, например: справка банка от 18.11.2026.",
    help="Справка доказывает, сколько процентов вы заплатили. Её копия ляжет в приложения.",
    no_document="Закажите справку об уплаченных процентах: без неё магазин может не признать "
    "сумму.",
    when=LOAN_COSTS,
)
_REIMBURSE = Question(
    path="demands.reimburse_loan_costs",
    kind=ValueKind.yes_no,
    label="Потребовать, чтобы магазин возместил проценты и платежи по кредиту?",
    hint="Закон на вашей стороне. Например, к цене 45 000 добавятся проценты 4 500.",
    help="Вместе с ценой магазин обязан возместить проценты и иные платежи по кредиту на товар. "
    "Обычно их требуют.",
    missing="Выберите, требовать ли проценты и платежи по кредиту.",
    choices=(
        Choice(True, "Да, потребовать", "Письмо назовёт проценты отдельным требованием."),
        Choice(False, "Нет", "Письмо потребует только цену."),
    ),
    when=LOAN_COSTS,
)

STEP = Step(
    id="payment",
    title="Сколько и как вы заплатили",
    pages=(
        Page(
            id="price",
            title="Сколько и как вы заплатили",
            lead="Эти два ответа решают, какую сумму вам вернут.",
            questions=(_PRICE, _METHOD),
        ),
        Page(
            id="installment",
            title="Рассрочка магазина",
            lead="Магазин возвращает то, что уже получил от вас.",
            when=BY_INSTALLMENT,
            questions=(_PAID, _PLAN_UNTIL, _FEE),
        ),
        Page(
            id="loan",
            title="Кредит банка",
            lead="Возьмите кредитный договор: все ответы есть в нём.",
            when=LOAN_COSTS,
            questions=(_BANK, _AMOUNT, _RATE, _LOAN_UNTIL, _REPAID),
        ),
        Page(
            id="loan_costs",
            title="Во что обошёлся кредит",
            lead="Проценты и платежи по кредиту магазин обязан возместить.",
            when=LOAN_COSTS,
            questions=(_INTEREST, _OTHER, _CERTIFICATE, _REIMBURSE),
        ),
    ),
)
