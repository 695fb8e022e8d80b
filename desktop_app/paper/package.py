"""The parts of a .docx: a zip from anywhere, read with bounds and without trust."""

import posixpath
import zipfile
import zlib
from functools import cached_property
from io import BytesIO
from typing import Any, Final

from desktop_app.errors import UserError
from desktop_app.hostile_xml import UnreadableXmlError, read_xml
from desktop_app.hostile_zip import entries_in

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MAX_FILE: Final = 64 * 1024 * 1024
MAX_PART: Final = 32 * 1024 * 1024
MAX_ALL: Final = 128 * 1024 * 1024
MAX_PARTS: Final = 4000
_OLE: Final = b"\xd0\xcf\x11\xe0"
_OFFICE_DOCUMENT: Final = "/officeDocument"


class Package:
    """An opened .docx. Every part is read at most once into memory, `MAX_ALL` bytes in all.

    Raises UserError, here or on reading, for what is no readable Word file.
    """

    def __init__(self, data: bytes) -> None:
        if len(data) > MAX_FILE:
            raise UserError("Файл больше 64 МБ: таких писем не бывает. Проверьте, тот ли это файл.")
        if data.startswith(_OLE):
            raise UserError(
                "Файл защищён паролем или сохранён в старом формате .doc. "
                "Откройте его в Word или LibreOffice и сохраните как .docx без пароля."
            )
        if entries_in(data) > MAX_PARTS:
            raise broken("в нём слишком много частей")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            names = self._zip.namelist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise broken("это не файл Word (.docx) или он обрезан") from error
        self._names = frozenset(names)
        self._left = MAX_ALL

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def read(self, name: str) -> bytes:
        """Return a part's bytes; a part that unpacks beyond the bounds is refused."""
        try:
            info = self._zip.getinfo(name)
            if info.flag_bits & 0x1:
                raise UserError("Файл защищён паролем. Снимите пароль в Word и попробуйте ещё раз.")
            with self._zip.open(info) as part:
                data = part.read(min(MAX_PART, self._left) + 1)
        except (KeyError, zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
            raise broken(f"в нём нет части «{name}» или она испорчена") from error
        except NotImplementedError as error:
            raise broken("он сжат неизвестным способом") from error
        if len(data) > min(MAX_PART, self._left):
            raise broken("после распаковки он слишком велик")
        self._left -= len(data)
        return data

    def xml(self, name: str) -> Any:
        """Return a part's root element; entities, DTDs and networks are refused."""
        return parse(self.read(name))

    @cached_property
    def main_part(self) -> str:
        """Return the name of the part that holds the text."""
        for kind, target in self.relations("").values():
            if kind.endswith(_OFFICE_DOCUMENT) and target in self._names:
                return target
        if "word/document.xml" in self._names:
            return "word/document.xml"
        raise broken("в нём нет текста документа")

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return id → (type, part name) of what `part` points to inside the file."""
        folder, name = posixpath.split(part)
        source = posixpath.join(folder, "_rels", name + ".rels")
        if source not in self._names:
            return {}
        found = {}
        for relation in self.xml(source):
            if relation.get("TargetMode") == "External" or not relation.get("Id"):
                continue
            target = relation.get("Target", "")
            path = target[1:] if target.startswith("/") else posixpath.join(folder, target)
            found[relation.get("Id")] = (relation.get("Type", ""), posixpath.normpath(path))
        return found


def parse(data: bytes) -> Any:
    """Return the root element of XML that may be hostile; UserError when it is not taken."""
    try:
        return read_xml(data)
    except UnreadableXmlError as error:
        raise broken(str(error)) from error


def broken(why: str) -> UserError:
    """Return the error for a file that can't be shown, with the reason in it."""
    return UserError(f"Файл не открывается: {why}. Создайте документ заново или выберите другой.")
