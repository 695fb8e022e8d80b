"""Step 4: what the law says. The view shows it; only the count of days is ever chosen here."""

from desktop_app.interview.conditions import REPAIRED_TWICE
from desktop_app.interview.question import Choice, Page, Question, Step, ValueKind

_DAY_COUNT = Question(
    path="answers.day_count",
    kind=ValueKind.choice,
    label="Как считать дни ремонта?",
    hint="Например, сдан 10 июня и выдан 29 июня: это 19 дней первым способом и 20 вторым.",
    help="Закон прямо не говорит, входят ли день сдачи и день выдачи. Первый способ надёжнее; "
    "второй выбирают, когда иначе дней не хватает.",
    choices=(
        Choice(
            "exclusive",
            "Без дня сдачи",
            "Так считают обычно, и магазину труднее возразить. Если есть другое основание, письмо "
            "опирается на него.",
        ),
        Choice(
            "inclusive",
            "И день сдачи, и день выдачи",
            "Дней выходит больше, но магазин может спорить. Письмо назовёт оба числа.",
        ),
    ),
    when=REPAIRED_TWICE,
)

STEP = Step(
    id="law",
    title="Что говорит закон",
    view="verdict",
    pages=(
        Page(
            id="day_count",
            title="Как считать дни",
            lead="Ваше дело на границе: от способа счёта зависит, наберётся ли больше 30 дней.",
            by_view=True,
            questions=(_DAY_COUNT,),
        ),
    ),
)
