"""A killed program and two programs at once lose no answer that was kept."""

import os
import random
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from counts import often
from register_examples import NOON, assert_sound, case_of

from desktop_app.register.register import Register

KILLS = often(8, 300)
EDITS = 100
ANY = "00000000-0000-4000-8000-000000000000"
START = textwrap.dedent("""
    import sys
    from pathlib import Path
    from uuid import UUID
    from register_examples import NOON, case_of, later
    from desktop_app.case.edit import replaced
    from desktop_app.register.register import Register
    path, case_id, edits = Path(sys.argv[1]), UUID(sys.argv[2]), int(sys.argv[3])
""")
EDIT = START + textwrap.dedent("""
    with Register.open(path) as register:
        case = register.read(case_id).case
        print("ready", flush=True)
        for number in range(edits):
            text = f"{number} " + "я" * (number * 37 % 5000)
            case = replaced(case, "repairs[0].defect", text)
            register.save(case_id, case, later(number), f"step-{number}")
            print(number, flush=True)
""")
OPEN_AND_ADD = START + textwrap.dedent("""
    print("ready", flush=True)
    sys.stdin.readline()
    with Register.open(path, 60_000) as register:
        for number in range(edits):
            print(register.new(case_of(f"Номер {number}"), NOON), flush=True)
""")


def child(script, path, case_id, edits=EDITS):
    tests = str(Path(__file__).parent)
    return subprocess.Popen(
        [sys.executable, "-c", script, str(path), str(case_id), str(edits)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join([tests, *sys.path])},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("seed", range(KILLS))
def test_after_a_kill_every_committed_answer_is_there(tmp_path, seed):
    choice = random.Random(seed)
    path = tmp_path / "register.sqlite"
    with Register.open(path) as register:
        case_id = register.new(case_of("Убитая"), NOON)
    with child(EDIT, path, case_id) as program:
        assert program.stdout.readline() == "ready\n"
        lines = [program.stdout.readline() for _ in range(choice.randrange(1, EDITS - 10))]
        time.sleep(choice.random() * 0.01)
        program.kill()
        lines += program.stdout.read().split()
    with Register.open(path) as register:
        stored = register.read(case_id)
    kept = int(stored.case.repairs[0].defect.split()[0])
    # One more may have been kept and not yet told of.
    assert kept in (int(lines[-1]), int(lines[-1]) + 1)
    assert stored.step == f"step-{kept}"
    assert stored.case.repairs[0].defect == f"{kept} {'я' * (kept * 37 % 5000)}".strip()
    assert_sound(path)


def test_a_kill_while_the_register_is_made_leaves_a_register_or_none(tmp_path):
    script = "from pathlib import Path; import sys, apsw\n" + textwrap.dedent("""
        from desktop_app.register.register import Register
        print("ready", flush=True)
        for number in range(1000):
            Register.open(Path(sys.argv[1]) / f"{number}.sqlite").close()
    """)
    with child(script, tmp_path, ANY) as program:
        assert program.stdout.readline() == "ready\n"
        time.sleep(0.2)
        program.kill()
    found = sorted(tmp_path.glob("*.sqlite"))
    assert found
    for path in found:
        with Register.open(path) as register:
            register.new(case_of("После"), NOON)
        assert_sound(path)


def test_two_programs_at_once_both_keep_everything(tmp_path):
    """Even the file itself is made by both at the same moment."""
    path = tmp_path / "register.sqlite"
    with child(OPEN_AND_ADD, path, ANY) as one, child(OPEN_AND_ADD, path, ANY) as two:
        programs = (one, two)
        for program in programs:
            assert program.stdout.readline() == "ready\n"
        for program in programs:
            program.stdin.write("go\n")
            program.stdin.flush()
        ids = [program.communicate()[0].split() for program in programs]
    assert [len(each) for each in ids] == [EDITS, EDITS]
    with Register.open(path) as register:
        assert {str(row.id) for row in register.cases()} == {*ids[0], *ids[1]}
    assert_sound(path)
