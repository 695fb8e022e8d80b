"""Ctrl+C that a library swallows: what fails after it is its doing, not an error of ours."""

import contextlib
import os
import signal

import pytest

from desktop_app import cli


def swallowed(failing):
    """A command that hears Ctrl+C, goes on as PySide6 does, and fails afterwards."""

    def run(_options):
        with contextlib.suppress(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
        raise failing

    return run


@pytest.fixture(autouse=True)
def _as_at_a_terminal():
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(os.name == "nt", reason="needs a signal that asks nobody")
@pytest.mark.parametrize("failing", [AttributeError("RenderHint"), OSError("away")])
def test_what_fails_after_ctrl_c_is_the_interruption(monkeypatch, capsys, failing):
    monkeypatch.setattr(cli, "_law", swallowed(failing))
    assert cli.main(["law"]) == cli.INTERRUPTED
    assert capsys.readouterr().err.strip() == "Прервано; дело не изменено."
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_an_error_without_ctrl_c_stays_what_it_is(monkeypatch):
    def fails(_options):
        raise AttributeError("a bug")

    monkeypatch.setattr(cli, "_law", fails)
    with pytest.raises(AttributeError, match="a bug"):
        cli.main(["law"])
