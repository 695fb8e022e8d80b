"""What the pages can't show, said in Russian, once each."""

from typing import Any, Final

from lxml import etree

_NAMES: Final = {
    "footnoteReference": "сноски",
    "endnoteReference": "концевые сноски",
    "commentReference": "примечания",
    "pict": "рисунки и надписи старого вида",
    "object": "вставленные объекты",
    "txbxContent": "надписи (текстовые поля)",
    "AlternateContent": "надписи и фигуры",
    "oMath": "формулы",
    "oMathPara": "формулы",
    "ruby": "подписи над знаками (ruby)",
    "sym": "знаки особых шрифтов (символы Word)",
    "ptab": "табуляция по полю",
    "altChunk": "вставленный документ",
    "subDoc": "вложенный документ",
    "del": "удалённый при рецензировании текст",
    "moveFrom": "перенесённый при рецензировании текст",
    "pBdr": "рамки абзацев",
    "framePr": "абзацы в рамках",
    "vanish": "скрытый текст",
    "smallCaps": "малые прописные буквы (показаны обычными)",
    "bidi": "письмо справа налево",
    "textDirection": "повёрнутый текст в ячейках",
    "tblpPr": "обтекание таблиц текстом",
    "cols": "колонки текста",
    "lnNumType": "номера строк",
    "pgBorders": "рамка страницы",
    "anchor": "рисунки с обтеканием (показаны в строке)",
    "pageField": "номера страниц в самом тексте (показано то, что сохранено в файле)",
    "pgNumType": "особая нумерация страниц",
    "tblStylePr": "особое оформление первых и последних строк таблиц",
    "noPicture": "рисунки, которых нет в файле",
    "badPicture": "рисунки неизвестного вида",
}


class NotShown:
    """A list without repeats, in the order of first meeting."""

    def __init__(self) -> None:
        self._found: dict[str, None] = {}

    def add(self, name: str) -> None:
        """Note the element or trait called `name` in Word's own spelling."""
        self._found[_NAMES.get(name, f"неизвестный элемент «{name[:40]}»")] = None

    def element(self, element: Any) -> None:
        """Note an element that nothing here can draw."""
        self.add(etree.QName(element).localname)

    def all(self) -> tuple[str, ...]:
        """Return the phrases."""
        return tuple(self._found)
