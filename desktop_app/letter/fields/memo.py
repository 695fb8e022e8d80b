"""The memo for the person: what to do, by which days, what to mind. Not part of the letter."""

from desktop_app.letter.engine.marks import Text
from desktop_app.letter.matter import Advised, Matter
from desktop_app.letter.vocabulary import Condition, Field, Rows, Vocabulary
from desktop_app.russian.lists import joined


def _steps(matter: Matter) -> list[tuple[int, Advised]]:
    return list(enumerate(matter.aside.steps, start=1))


WORDS: Vocabulary[Matter] = Vocabulary(
    fields=(
        Field(
            "памятка.чего",
            "Чего ждут в срок: «ответа» или «замены»",
            lambda m: Text(m.kind.term(m.case).awaited),
        ),
        Field(
            "памятка.листы",
            "Какие листы в комплекте",
            lambda m: Text(joined([f"«{name}»" for name in m.aside.sheets])),
        ),
    ),
    conditions=(
        Condition(
            "предупреждения",
            "есть о чём помнить",
            "дело закончено",
            ("delivery.response.kind",),
            lambda m: bool(m.aside.warnings),
        ),
        Condition(
            "сроки",
            "сроки этого дела можно назвать",
            "сроков пока не назвать",
            ("delivery.handed_on",),
            lambda m: bool(m.aside.days),
        ),
    ),
    rows=(
        Rows(
            "памятка.шаги",
            "Что делать, по порядку",
            _steps,
            fields=(
                Field("номер", "Номер шага", lambda s: str(s[0])),
                Field("заголовок", "Что сделать", lambda s: Text(s[1].title)),
                Field("текст", "Как", lambda s: Text(s[1].text)),
                Field("норма", "Статья", lambda s: Text(s[1].citation)),
            ),
            conditions=(
                Condition(
                    "норма",
                    "у шага есть статья закона",
                    "статьи у шага нет",
                    (),
                    lambda s: bool(s[1].citation),
                ),
            ),
        ),
        Rows(
            "памятка.сроки",
            "Что следует из дня вручения",
            lambda m: m.aside.days,
            fields=(
                Field("вручено", "День, когда магазин получит письмо", lambda d: Text(d[0])),
                Field("ответ", "Последний день ответа", lambda d: Text(d[1])),
                Field("неустойка", "Первый день неустойки", lambda d: Text(d[2])),
            ),
        ),
        Rows(
            "памятка.предупреждения",
            "О чём помнить",
            lambda m: m.aside.warnings,
            fields=(Field("текст", "Предупреждение", lambda w: Text(w)),),
        ),
    ),
)
