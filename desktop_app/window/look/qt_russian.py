"""What Qt's own Russian leaves in English, for systems without a file dialog of their own."""

from PySide6.QtCore import QTranslator

_LACKING = {
    "&Look in:": "&Папка:",
    "Look in:": "Папка:",
    "Files of &type:": "&Тип файлов:",
    "File &name:": "&Имя файла:",
    "Directory:": "Папка:",
}


class LackingWords(QTranslator):
    """Asked after Qt's own translation, installed before it."""

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """Return the Russian words, "" for what is not Qt's file dialog."""
        return _LACKING.get(source, "") if context == "QFileDialog" else ""

    def isEmpty(self) -> bool:
        """Say that there is something to ask."""
        return False
