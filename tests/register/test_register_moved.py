"""The file is taken away or replaced by another while it is open: it is said, nothing is lost."""

import os
import shutil

import pytest
from register_examples import EXAMPLE, NOON, assert_sound, case_of, later

from desktop_app.case.edit import replaced
from desktop_app.errors import UserError
from desktop_app.register.register import Register


@pytest.mark.skipif(os.name == "nt", reason="Windows lets no open file be replaced")
@pytest.mark.parametrize("other", ["register", "nothing", "noise"])
def test_an_answer_for_a_file_that_is_no_longer_there_is_not_called_kept(tmp_path, other):
    path, aside = tmp_path / "register.sqlite", tmp_path / "aside.sqlite"
    with Register.open(aside) as another:
        another.new(case_of("Другая"), NOON)
    with Register.open(path) as register:
        register.new(EXAMPLE, NOON)
        shutil.move(path, tmp_path / "moved.sqlite")
        if other == "register":
            aside.replace(path)
        elif other == "noise":
            path.write_bytes(os.urandom(9000))
        before = path.read_bytes() if path.exists() else None
        changed = replaced(EXAMPLE, "buyer.phone", "+7 900 000-00-00")
        with pytest.raises(UserError) as told:
            register.save(EXAMPLE.id, changed, later(60))
        assert "убрали или заменили" in str(told.value)
        assert (path.read_bytes() if path.exists() else None) == before
        (tmp_path / "moved.sqlite").replace(path)
        register.save(EXAMPLE.id, changed, later(60))
    assert_sound(path)
    with Register.open(path) as register:
        assert register.read(EXAMPLE.id).case == changed
