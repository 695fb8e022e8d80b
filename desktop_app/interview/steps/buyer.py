"""Step 9: the person who writes, and who signs for that person, if somebody does."""

from desktop_app.interview.conditions import REPRESENTED
from desktop_app.interview.letter_forms import buyer_form, representative_form
from desktop_app.interview.question import Choice, Page, Question, Step, ValueKind

_SURNAME = Question(
    path="buyer.surname",
    kind=ValueKind.text,
    most=100,
    label="Ваша фамилия?",
    hint="Как в паспорте, например: Кузнецова.",
    help="Письмо пишется от имени того, кто купил товар. Номер паспорта вписывать не нужно.",
    missing="Впишите вашу фамилию: письмо пишется от вашего имени.",
)
_GIVEN = Question(
    path="buyer.given_name",
    kind=ValueKind.text,
    most=100,
    label="Ваше имя?",
    hint="Полностью, например: Ольга.",
    help="Имя стоит в начале письма и рядом с подписью.",
    missing="Впишите ваше имя полностью, как в паспорте.",
)
_PATRONYMIC = Question(
    path="buyer.patronymic",
    kind=ValueKind.text,
    most=100,
    label="Ваше отчество?",
    hint="Например: Ильинична. Если отчества нет, оставьте пустым.",
    help="По отчеству программа поймёт, писать «приобрёл» или «приобрела».",
)
_GENDER = Question(
    path="buyer.gender",
    kind=ValueKind.choice,
    label="Как писать о вас в письме?",
    hint="Если есть отчество, можно не отвечать. Например: приобрёл или приобрела.",
    help="Ответ нужен только для слов письма: «приобрёл» или «приобрела», «обязан» или «обязана».",
    choices=(
        Choice("female", "Как о женщине", "В письме будет «приобрела», «обратилась»."),
        Choice("male", "Как о мужчине", "В письме будет «приобрёл», «обратился»."),
    ),
)
_GENITIVE = Question(
    path="buyer.genitive",
    kind=ValueKind.text,
    most=300,
    label="Поправить имя в строке «от кого»?",
    hint="Только если программа ошиблась, например: Кузнецовой Ольги Ильиничны.",
    in_letter=buyer_form,
    help="Программа сама ставит имя в нужную форму и показывает её. Если форма неверна, впишите "
    "верную: ваша важнее.",
)
_ADDRESS = Question(
    path="buyer.address",
    kind=ValueKind.text,
    most=300,
    label="Куда магазину ответить вам письмом?",
    hint="Адрес с индексом, например: 160000, г. Вологда, ул. Мира, д. 10, кв. 5.",
    help="На этот адрес придёт ответ магазина. Впишите тот, где вы получаете почту: он может не "
    "совпадать с пропиской.",
    missing="Впишите ваш почтовый адрес с индексом: на него придёт ответ.",
)
_PHONE = Question(
    path="buyer.phone",
    kind=ValueKind.phone,
    label="Ваш телефон?",
    hint="Например +7 911 500-00-00. Можно писать и через 8.",
    help="По телефону магазин позовёт вас на проверку товара. От проверки не уклоняйтесь: "
    "иначе суд может не взыскать с магазина штраф в вашу пользу.",
)
_EMAIL = Question(
    path="buyer.email",
    kind=ValueKind.email,
    label="Ваша электронная почта?",
    hint="Например: olga@example.org.",
    help="Ещё один способ связаться с вами. Можно не указывать.",
)
_WHO_SIGNS = Question(
    path="representative",
    kind=ValueKind.presence,
    label="За вас подписывает кто-то другой?",
    hint="Например, родственник по доверенности или родитель ребёнка.",
    help="Представитель подписывает письмо и отдаёт его вместо вас. Ему нужна доверенность или "
    "бумага, по которой он действует по закону.",
    choices=(
        Choice(False, "Нет, подписываю сам(а)", "Больше ничего не нужно."),
        Choice(True, "Да, представитель", "Программа спросит его имя и документ."),
    ),
)
_HIS_SURNAME = Question(
    path="representative.surname",
    kind=ValueKind.text,
    most=100,
    label="Фамилия представителя?",
    hint="Как в паспорте, например: Соколов.",
    help="Представитель подпишет письмо своим именем.",
    missing="Впишите фамилию представителя.",
    when=REPRESENTED,
)
_HIS_GIVEN = Question(
    path="representative.given_name",
    kind=ValueKind.text,
    most=100,
    label="Имя представителя?",
    hint="Полностью, например: Павел.",
    help="Имя встанет рядом с подписью представителя.",
    missing="Впишите имя представителя.",
    when=REPRESENTED,
)
_HIS_PATRONYMIC = Question(
    path="representative.patronymic",
    kind=ValueKind.text,
    most=100,
    label="Отчество представителя?",
    hint="Например: Андреевич. Если отчества нет, оставьте пустым.",
    help="По отчеству программа поймёт, писать «действующего» или «действующей».",
    when=REPRESENTED,
)
_HIS_GENITIVE = Question(
    path="representative.genitive",
    kind=ValueKind.text,
    most=300,
    label="Поправить имя представителя в строке «от кого»?",
    hint="Только если программа ошиблась, например: Соколова Павла Андреевича.",
    in_letter=representative_form,
    help="Программа сама ставит имя в нужную форму. Если форма неверна, впишите верную.",
    when=REPRESENTED,
)
_AUTHORITY = Question(
    path="representative.authority",
    kind=ValueKind.choice,
    label="Почему он вправе действовать за вас?",
    hint="Например, по доверенности от нотариуса или как родитель.",
    help="Магазин вправе спросить, на каком основании подписано письмо.",
    missing="Выберите, почему представитель вправе действовать за вас.",
    choices=(
        Choice("power_of_attorney", "По доверенности", "Вы сами поручили это ему письменно."),
        Choice("law", "По закону", "Это родитель, опекун или попечитель."),
    ),
    when=REPRESENTED,
)
_AUTHORITY_PAPER = Question(
    path="representative.document",
    kind=ValueKind.text,
    most=300,
    label="Какой документ это подтверждает?",
    hint="Название, номер и дата, например: доверенность № 12 от 01.11.2026.",
    help="Копия документа ляжет в приложения. Для родителя это свидетельство о рождении ребёнка.",
    no_document="Без документа магазин может не принять письмо. Тогда надёжнее подписать самим.",
    when=REPRESENTED,
)

STEP = Step(
    id="buyer",
    title="Вы",
    pages=(
        Page(
            id="name",
            title="Вы",
            lead="Осталось немного: от кого письмо.",
            questions=(_SURNAME, _GIVEN, _PATRONYMIC, _GENDER, _GENITIVE),
        ),
        Page(
            id="contacts",
            title="Как с вами связаться",
            lead="Эти сведения увидит только магазин, которому вы отдадите письмо.",
            questions=(_ADDRESS, _PHONE, _EMAIL, _WHO_SIGNS),
        ),
        Page(
            id="representative",
            title="Представитель",
            lead="Тот, кто подпишет письмо за вас.",
            when=REPRESENTED,
            questions=(_HIS_SURNAME, _HIS_GIVEN, _HIS_PATRONYMIC, _HIS_GENITIVE),
        ),
        Page(
            id="authority",
            title="Право представителя",
            lead="На чём оно основано.",
            when=REPRESENTED,
            questions=(_AUTHORITY, _AUTHORITY_PAPER),
        ),
    ),
)
