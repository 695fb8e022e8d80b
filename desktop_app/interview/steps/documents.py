"""Step 11: the annexes. The view lists those that the facts make; own ones are added here."""

from desktop_app.interview.question import Page, Question, Step, ValueKind

_ATTACHMENTS = Question(
    path="attachments",
    kind=ValueKind.rows,
    label="Какие ещё документы вы приложите?",
    hint="Чеки, акты и справки из ваших ответов уже в списке. Добавьте недостающие, например: "
    "копия гарантийного талона.",
    help="Прикладывайте копии, подлинники оставьте себе. Паспорт и номер карты прикладывать не "
    "нужно.",
    none_label="Больше ничего",
    none_means="В приложениях будут документы, которые названы в ваших ответах.",
)
_TITLE = Question(
    path="attachments[].title",
    kind=ValueKind.text,
    most=300,
    label="Как называется документ?",
    hint="Так он будет назван в списке приложений, например: копия гарантийного талона.",
    help="Назовите его так, чтобы магазин сразу понял, что это.",
    missing="Напишите, как называется документ, например: копия гарантийного талона.",
)
_SHEETS = Question(
    path="attachments[].sheets",
    kind=ValueKind.whole,
    unit="sheets",
    most=10_000,
    label="Сколько в нём листов?",
    hint="Число листов бумаги, например 2.",
    help="По числу листов видно, что магазин получил всё. Оно же встанет в опись вложения на "
    "почте.",
)
_FILE = Question(
    path="attachments[].file",
    kind=ValueKind.file,
    most=1000,
    label="Есть ли снимок или скан этого документа?",
    hint="Выберите файл, например снимок с телефона. Можно и без него.",
    help="Программа возьмёт в дело копию файла, до 50 МБ: она останется, даже если флешку вынуть "
    "или файл удалить. Сам файл останется на месте.",
)

STEP = Step(
    id="documents",
    title="Документы",
    view="annexes",
    pages=(
        Page(
            id="documents",
            title="Документы",
            lead="Список приложений программа собрала по вашим ответам.",
            questions=(_ATTACHMENTS,),
        ),
        Page(
            id="attachment",
            title="Один документ",
            lead="Как он называется и сколько в нём листов.",
            rows="attachments",
            questions=(_TITLE, _SHEETS, _FILE),
        ),
    ),
)
