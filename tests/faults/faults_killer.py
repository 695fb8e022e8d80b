"""Run as a program: does a job again and again and spoils it each time at another moment.

`python faults_killer.py JOB FOLDER MOST TRY…`: below FOLDER lies what the job starts from, in `0`.
Each try gets a copy of it; in `whole` nothing is spoiled. TRY is `kill` (`step-N` is killed just
before its step N on the disk, for MOST such steps), `byte-N` (killed amid writing, when a file is N
bytes long) or `full-N` (the disk takes no more than N bytes a file). Prints a line of JSON for each
try: its name, how it ended, what it said.
"""

import json
import os
import resource
import shutil
import signal
import sys
from functools import partial
from pathlib import Path

from faults_jobs import done_quietly

from desktop_app.errors import UserError

_STEPS = {"os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"}
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def main() -> None:
    name, folder, most, tries = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]
    shutil.copytree(folder / "0", folder / "whole")
    # Once in this process, or each of its children would load everything anew.
    steps = _counted(name, folder / "whole")
    threads = Path("/proc/self/task")
    assert not threads.is_dir() or len(list(threads.iterdir())) == 1, "a fork would lose them"
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for one in tries:
        kind, _, size = one.partition("-")
        if kind == "kill":
            for step in _spread(steps, most):
                _tried(name, folder, f"step-{step}", partial(_kill_at, step))
        else:
            action = signal.SIG_DFL if kind == "byte" else signal.SIG_IGN
            _tried(name, folder, one, partial(_stop_beyond, int(size), action))


def _spread(steps, most):
    if most == 1:
        return [steps // 2 + 1]
    return sorted({round(1 + n * (steps - 1) / (most - 1)) for n in range(most)})


def _counted(name, place):
    """Do the job; return in how many steps on the disk."""
    steps = []
    _watch(place, partial(steps.append, 1))
    done_quietly(name, place)
    return len(steps)


def _tried(name, folder, told, spoil):
    """Do the job in a process of its own that `spoil` prepares."""
    place = folder / told
    shutil.copytree(folder / "0", place)
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.dup2(writing, 2)
        spoil(place)
        os._exit(_code_of(name, place))
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as said:
        heard = said.read()
    _, status = os.waitpid(child, 0)
    ended = told, os.waitstatus_to_exitcode(status), heard
    print(json.dumps(ended), file=sys.__stdout__, flush=True)


def _code_of(name, place):
    """Do the job; end as the program would."""
    try:
        done_quietly(name, place)
    except SystemExit as ended:
        return ended.code
    except UserError as error:
        os.write(2, str(error).encode())
        return 2
    except BaseException as error:
        os.write(2, f"Traceback {error!r}".encode())
        return 3
    return 0


def _watch(place, on_step):
    def heard(event, arguments):
        named = str(arguments[0]) if arguments else ""
        of_disk = event in _STEPS or (event == "open" and bool((arguments[2] or 0) & _WRITES))
        if of_disk and named.startswith(str(place)):
            on_step()

    sys.addaudithook(heard)


def _kill_at(step, place):
    left = [step]

    def one():
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)

    _watch(place, one)


def _stop_beyond(size, action, _place):
    signal.signal(signal.SIGXFSZ, action)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


if __name__ == "__main__":
    main()
