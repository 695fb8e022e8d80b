"""All sheets of a set are written, or none; nothing that exists is touched."""

import re
from pathlib import Path

import pytest

from desktop_app.errors import UserError
from desktop_app.packet import write
from desktop_app.packet.write import write_files

FILES = {"а.docx": b"1", "б.docx": b"2"}


def test_a_set_is_written_under_its_names(tmp_path):
    assert [p.name for p in write_files(FILES, tmp_path / "new" / "er")] == list(FILES)


def test_the_whole_set_takes_the_next_free_number(tmp_path):
    write_files(FILES, tmp_path)
    (tmp_path / "б (2).docx").write_bytes(b"mine")
    assert [p.name for p in write_files(FILES, tmp_path)] == ["а (3).docx", "б (3).docx"]
    assert (tmp_path / "б (2).docx").read_bytes() == b"mine"


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_what_was_written_is_taken_back_with_the_folders_made(tmp_path, monkeypatch, fault):
    original = Path.open
    opened = []

    def failing(self, *arguments, **options):
        opened.append(self)
        if len(opened) == 2:
            raise fault
        return original(self, *arguments, **options)

    monkeypatch.setattr(Path, "open", failing)
    with pytest.raises((UserError, KeyboardInterrupt)) as caught:
        write_files(FILES, tmp_path / "new" / "deep")
    assert list(tmp_path.iterdir()) == []
    if caught.type is UserError:
        assert "на диске нет места" in str(caught.value)
        assert not re.search("[A-Za-z]{4}", str(caught.value).split("»", 1)[1])


def test_a_name_taken_at_the_last_moment_moves_the_whole_set(tmp_path, monkeypatch):
    real = write.put

    def slow(draft, path, replace):
        if path.name == "б.docx":
            path.write_bytes(b"another's")
        real(draft, path, replace)

    monkeypatch.setattr(write, "put", slow)
    paths = write_files(FILES, tmp_path)
    assert [path.name for path in paths] == ["а (2).docx", "б (2).docx"]
    assert (tmp_path / "б.docx").read_bytes() == b"another's"
    assert {path.name for path in tmp_path.iterdir()} == {"б.docx", "а (2).docx", "б (2).docx"}


def test_no_file_is_ever_seen_half_written(tmp_path, monkeypatch):
    """Until it is whole a file has no name of the set: a killed run leaves only a draft."""

    def killed(*_arguments, **_options):
        raise SystemExit

    monkeypatch.setattr(write, "put", killed)
    monkeypatch.setattr(write, "_take_back", lambda made: None)
    with pytest.raises(SystemExit):
        write_files(FILES, tmp_path)
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".docx"]
