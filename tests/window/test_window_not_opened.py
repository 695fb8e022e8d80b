"""What keeps the program from opening is said in the window too, not on the terminal alone."""

import pytest

from desktop_app.errors import UserError
from desktop_app.window import dialogs
from desktop_app.window.start import open_window


@pytest.mark.parametrize("content", [b"%PDF-1.4 no register", b"{}"])
def test_a_file_that_is_no_register_is_told_in_a_dialog(qapp, tmp_path, monkeypatch, content):
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda *words: told.append(words[1:]))
    path = tmp_path / "письмо.pdf"
    path.write_bytes(content)
    with pytest.raises(UserError, match="не хранилище дел"):
        open_window(None, path)
    assert told[0][0] == "Программа не открылась" and "не хранилище дел" in told[0][1]
    assert path.read_bytes() == content
