"""The menu and its shortcuts."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop_app.errors import UserError
from desktop_app.window.cases.case_words import heading
from desktop_app.window.look.appearance import MODES

if TYPE_CHECKING:
    from desktop_app.window.main_window import MainWindow

_RECENT = 8


class Menu(QObject):
    """Builds the menu of the window once and keeps what it offers up to date."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        bar = window.menuBar()
        self._of_case: list[QAction] = []
        titles = ("&Файл", "&Правка", "&Шаги", "&Вид", "&Хранилище", "&Справка")
        # All are held: a menu that Python has let go of is taken for deleted when met again.
        self._menus = tuple(bar.addMenu(title) for title in titles)
        file, edit, self._steps, view, register, help_ = self._menus
        self._file(file)
        self._edit(edit)
        self._view(view)
        self._keep(register)
        self._help(help_)

    def refresh(self, _path: str = "") -> None:
        """Offer what can be done now."""
        session = self._window.session
        if session is not None and self._steps.isEmpty():
            self._offer_steps(self._steps)
        self._steps.setEnabled(session is not None)
        self._lock.setVisible(self._window.register.locked)
        for action in self._of_case:
            action.setEnabled(session is not None)
        undo, redo = (session.undo_label, session.redo_label) if session else (None, None)
        self.undo.setEnabled(undo is not None)
        self.undo.setText(f"Отменить: {undo}" if undo else "Отменить")
        self.redo.setEnabled(redo is not None)
        self.redo.setText(f"Вернуть: {redo}" if redo else "Вернуть")

    def _file(self, menu: QMenu) -> None:
        window = self._window
        self._add(menu, "&Новая претензия", "Ctrl+N", window.new_case)
        self._add(menu, "&Открыть файл…", "Ctrl+O", window.choose_file)
        self._add(menu, "Показать &пример", "", window.show_example)
        self._recent = menu.addMenu("Н&едавние дела")
        self._recent.aboutToShow.connect(self._offer_recent)
        menu.addSeparator()
        of_case = (
            self._add(menu, "Сохранить как &файл…", "Ctrl+Shift+S", window.save_as_file),
            self._add(menu, "Передать де&ло…", "", partial(_carrying, window, "send")),
            self._add(menu, "Прежние ве&рсии…", "", self._show_versions),
            self._add(menu, "&Документы", "", partial(window.go_to_step, "done")),
            self._add(menu, "Пе&чать…", "Ctrl+P", window.show_print),
            self._add(menu, "Спи&сок дел", "Ctrl+L", window.show_start),
        )
        self._of_case += of_case
        menu.addSeparator()
        self._add(menu, "&Закрыть программу", "Ctrl+Q", window.close)

    def _show_versions(self) -> None:
        from desktop_app.window.opened import versions

        versions.show(self._window)

    def _edit(self, menu: QMenu) -> None:
        window = self._window
        self.undo = self._add(menu, "Отменить", "Ctrl+Z", window.undo)
        self.redo = self._add(menu, "Вернуть", "Ctrl+Shift+Z", window.redo, "Ctrl+Y")
        menu.addSeparator()
        self._add(menu, "&Найти дело", "Ctrl+F", window.find_case)

    def _offer_steps(self, menu: QMenu) -> None:
        """Offer the steps; the interview is loaded with the first case, not at the start."""
        from desktop_app.interview.steps import STEPS

        for number, step in enumerate(STEPS, start=1):
            keys = f"Ctrl+{number}" if number < 10 else ""
            go = partial(self._window.go_to_step, step.id)
            self._of_case.append(self._add(menu, f"{number}. {step.title}", keys, go))

    def _view(self, menu: QMenu) -> None:
        look = self._window.appearance
        self._of_case.append(self._add(menu, "&Письмо", "Ctrl+E", self._window.show_letter))
        menu.addSeparator()
        self._add(menu, "К&рупнее", "Ctrl++", partial(look.scale_by, 1), "Ctrl+=")
        self._add(menu, "&Мельче", "Ctrl+-", partial(look.scale_by, -1))
        self._add(menu, "&Обычный размер", "Ctrl+0", partial(look.scale_by, 0))
        menu.addSeparator()
        group = QActionGroup(self)
        for mode, title in MODES.items():
            action = self._add(menu, title, "", partial(self._choose_mode, mode))
            action.setCheckable(True)
            action.setChecked(mode == look.mode)
            group.addAction(action)

    def _choose_mode(self, mode: str) -> None:
        look = self._window.appearance
        look.choose(look.percent, mode)

    def _keep(self, menu: QMenu) -> None:
        """Offer what is done with the register as a whole."""
        window = self._window
        take_in = partial(_carrying, window, "take_in_many")
        self._add(menu, "&Выгрузить все дела…", "", partial(_carrying, window, "put_out_all"))
        self._add(menu, "Взять &дела из папки или файлов…", "", take_in)
        menu.addSeparator()
        self._add(menu, "Сохранить &копию хранилища…", "", partial(_safety, window, "save_copy"))
        self._add(menu, "В&осстановить из копии…", "", partial(_safety, window, "choose_copy"))
        self._add(menu, "&Пароль хранилища…", "", partial(_safety, window, "change_password"))
        lock = partial(_safety, window, "lock")
        self._lock = self._add(menu, "Закрыть и запере&ть", "Ctrl+Shift+L", lock)

    def _help(self, menu: QMenu) -> None:
        self._add(menu, "Как это &устроено", "F1", partial(self._window.show_help, None))
        self._add(menu, "&О программе", "", self._window.show_about)

    def _offer_recent(self) -> None:
        """Offer the newest cases, those of the list, for opening without it."""
        self._recent.clear()
        try:
            rows = self._window.register.cases()[:_RECENT]
        except UserError:
            self._recent.addAction("Список дел сейчас не читается").setEnabled(False)
            return
        for row in rows:
            title = heading(row).replace("&", "&&")
            self._add(self._recent, title, "", partial(self._window.open_stored, row.id))
        if self._recent.isEmpty():
            self._recent.addAction("Дел пока нет").setEnabled(False)

    def _add(
        self, menu: QMenu, title: str, keys: str, slot: Callable[[], object], also: str = ""
    ) -> QAction:
        action = QAction(title, menu)
        action.setShortcuts([QKeySequence(k) for k in (keys, also) if k])
        action.triggered.connect(partial(_called, slot))
        menu.addAction(action)
        return action


def _carrying(window: "MainWindow", name: str) -> None:
    """Carry cases out or in; nothing of it is loaded before."""
    from desktop_app.window.cases import carrying

    getattr(carrying, name)(window)


def _safety(window: "MainWindow", name: str) -> None:
    """Go through a door to the register as a whole; nothing of it is loaded before."""
    from desktop_app.window.safety import doors

    getattr(doors, name)(window)


def _called(slot: Callable[[], object], _checked: bool = False) -> None:
    slot()
