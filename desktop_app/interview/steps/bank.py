"""Step 10: where the money is to go."""

from desktop_app.interview.question import Page, Question, Step, ValueKind

_RECIPIENT = Question(
    path="bank_details.recipient",
    kind=ValueKind.text,
    label="Кто получит деньги?",
    hint="Владелец счёта полностью, например: Кузнецова Ольга Ильинична.",
    help="Обычно это вы сами. Имя должно совпадать с именем владельца счёта в банке.",
)
_BANK = Question(
    path="bank_details.bank",
    kind=ValueKind.text,
    label="В каком банке счёт?",
    hint="Название из реквизитов, например: АО «Банк».",
    help="В приложении банка откройте счёт и найдите «Реквизиты»: там есть всё для этой страницы.",
)
_BIC = Question(
    path="bank_details.bic",
    kind=ValueKind.digits,
    code_name="БИК",
    label="Какой БИК у банка?",
    hint="9 цифр, начинается с 04, например 044 525 225.",
    help="По БИК деньги находят ваш банк. Он стоит в реквизитах счёта.",
)
_ACCOUNT = Question(
    path="bank_details.account",
    kind=ValueKind.digits,
    code_name="Счёт",
    label="Какой номер вашего счёта?",
    hint="20 цифр, например 40817 81050 00000 00042. Это не номер карты.",
    help="Номер карты в письмо не вписывают: это опасно. Номер счёта есть в реквизитах в "
    "приложении банка. Без счёта письмо попросит вернуть деньги так же, как вы платили.",
)
_CORRESPONDENT = Question(
    path="bank_details.correspondent_account",
    kind=ValueKind.digits,
    code_name="Корреспондентский счёт",
    label="Какой корреспондентский счёт у банка?",
    hint="20 цифр, начинается с 301, например 30101 81040 00000 00225.",
    help="Это счёт самого банка, он стоит в реквизитах рядом с БИК. Можно не указывать: банк "
    "найдут по БИК.",
)

STEP = Step(
    id="bank",
    title="Куда вернуть деньги",
    pages=(
        Page(
            id="bank",
            title="Куда вернуть деньги",
            lead="Счёт нужен для денег за товар или за расходы. С ним они приходят быстрее.",
            questions=(_RECIPIENT, _BANK, _BIC, _ACCOUNT, _CORRESPONDENT),
        ),
    ),
)
