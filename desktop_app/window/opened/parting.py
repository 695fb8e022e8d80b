"""Two windows on one case: what the person is asked when answers of this one would be lost."""

from PySide6.QtWidgets import QWidget

from desktop_app.errors import UserError
from desktop_app.register.faults import GoneError
from desktop_app.window import dialogs
from desktop_app.window.opened.session import Session


def settle(parent: QWidget, session: Session) -> bool:
    """Ask what shall stand and do it; say whether the case goes on being open."""
    parting = session.keeping.parting
    try:
        if isinstance(parting, GoneError):
            if _give_up(parent):
                session.keeping.give_up()
                return False
            session.keeping.keep_as_new()
        elif parting is not None and _follow(parent):
            session.take_kept()
        elif parting is not None:
            session.keeping.keep_as_new()
    except UserError as error:
        dialogs.tell(parent, "Не получилось", str(error))
    return True


def _give_up(parent: QWidget) -> bool:
    return dialogs.ask(
        parent,
        "Дело удалили в другом окне",
        "В хранилище этого дела больше нет, но все ваши ответы ещё здесь.",
        "Не сохранять",
        "Сохранить как новое дело",
    )


def _follow(parent: QWidget) -> bool:
    """Ask whose answers this window shall show; say whether the other's."""
    return dialogs.ask(
        parent,
        "Дело изменили в другом окне",
        "Пока вы отвечали здесь, то же дело изменили в другом окне программы. Ваши ответы можно "
        "сохранить отдельным делом. Или показать те, другие: тогда ваши вернёт «Отменить».",
        "Показать ответы другого окна",
        "Сохранить мои отдельно",
    )
