"""All sheets of a set are written, or none; nothing that exists is touched."""

from pathlib import Path

import pytest

from desktop_app.errors import UserError
from desktop_app.packet.write import write_files

FILES = {"а.docx": b"1", "б.docx": b"2"}


def test_a_set_is_written_under_its_names(tmp_path):
    assert [p.name for p in write_files(FILES, tmp_path / "new" / "er")] == list(FILES)


def test_the_whole_set_takes_the_next_free_number(tmp_path):
    write_files(FILES, tmp_path)
    (tmp_path / "б (2).docx").write_bytes(b"mine")
    assert [p.name for p in write_files(FILES, tmp_path)] == ["а (3).docx", "б (3).docx"]
    assert (tmp_path / "б (2).docx").read_bytes() == b"mine"


def test_what_was_written_is_taken_back_when_the_disk_is_full(tmp_path, monkeypatch):
    original = Path.open

    def full(self, *arguments, **options):
        if self.name == "б.docx":
            raise OSError(28, "No space left on device")
        return original(self, *arguments, **options)

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(UserError, match="Не удалось записать"):
        write_files(FILES, tmp_path)
    assert list(tmp_path.iterdir()) == []
