"""What the disk refuses is said with the file's name, not taken for an answer nobody can print."""

from desktop_app import cli
from desktop_app.law import listing


def test_a_file_that_cannot_be_read_is_named(monkeypatch, capsys):
    def refuse(_law):
        raise PermissionError(13, "Permission denied", "/opt/закон/repair.toml")

    monkeypatch.setattr(listing, "law_listing", refuse)
    assert cli.main(["law"]) == 2
    told = capsys.readouterr().err
    assert "/opt/закон/repair.toml" in told and "некуда писать" not in told


def test_an_answer_that_cannot_be_printed_says_so(monkeypatch, capsys):
    def refuse(_law):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(listing, "law_listing", refuse)
    monkeypatch.setattr(cli, "_silence", lambda stream: None)
    assert cli.main(["law"]) == 2
    assert "некуда писать" in capsys.readouterr().err
