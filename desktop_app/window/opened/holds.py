"""Who may change what: a case is changed in one window at a time, the others read it.

A lock file beside the register stands for each case that is open for editing; on a network drive,
where SQLite's own locks can't be relied on, one stands for the whole register. A lock is nobody's
when its program has ended, however it ended; by its age alone it never becomes so. Where no lock
file can be made, nothing is held and nobody is refused: the register itself notices when two have
changed the same case.
"""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID
from weakref import WeakKeyDictionary

from PySide6.QtCore import QLockFile, QStorageInfo, QSysInfo

from desktop_app.clock import now
from desktop_app.errors import UserError
from desktop_app.register.register import Register

_NETWORK = ("nfs", "cifs", "smb", "afs", "ncp", "9p", "webdav", "davfs", "fuse.sshfs", "fuse.smb")
_WHOLE_HELD = (
    "Хранилище дел лежит на сетевом диске, и его сейчас ведёт другая программа. Здесь дела можно "
    "только читать. Закройте ту программу, и здесь снова всё можно будет менять."
)


class HeldError(UserError):
    """The register as a whole is another program's to change."""

    def __init__(self) -> None:
        super().__init__(_WHOLE_HELD)


class Hold:
    """The right to change a case, or with `whole` everything; taken again it is still held."""

    def __init__(self, path: Path, whole: bool = False) -> None:
        self.whole = whole
        self._lock = QLockFile(str(path))
        self._lock.setStaleLockTime(0)

    def take(self) -> bool:
        """Say whether this program may change it; if so it is held from now on."""
        if self._lock.isLocked() or self._lock.tryLock(0):
            return True
        if self._lock.error() is not QLockFile.LockError.LockFailedError:
            return True
        # A file without a word of whose it is was cut short by a crash of the computer.
        return not self._owner()[0] and self._break()

    @property
    def elsewhere(self) -> str:
        """The name of the other computer that holds it, "" where it is held on this one."""
        pid, host = self._owner()
        return host if pid and host != QSysInfo.machineHostName() else ""

    def force(self) -> bool:
        """Take it from another computer, which can't be asked whether it still runs."""
        return self.take() or (bool(self.elsewhere) and self._break())

    def let_go(self) -> None:
        """Give the right to change it back."""
        self._lock.unlock()

    def _owner(self) -> tuple[int, str]:
        pid, host, _ = self._lock.getLockInfo()
        return pid, host

    def _break(self) -> bool:
        return self._lock.removeStaleLockFile() and self._lock.tryLock(0)


class Holds:
    """The holds on one register. `whole` is the one on all of it, where it lies on a network."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.whole = Hold(_beside(path, "lock"), whole=True) if on_network(path) else None

    def on(self, case_id: UUID) -> Hold:
        """Return the hold on a case, not taken yet."""
        return self.whole or Hold(_beside(self._path, f"{case_id}.lock"))

    def may_change(self) -> bool:
        """Whether this program may change the register."""
        return self.whole is None or self.whole.take()

    def require(self) -> None:
        """Raise HeldError where another program keeps the whole register."""
        if not self.may_change():
            raise HeldError

    def let_go(self) -> None:
        """Let other programs change the register."""
        if self.whole is not None:
            self.whole.let_go()


_OF: WeakKeyDictionary[Register, Holds] = WeakKeyDictionary()


def holds_of(register: Register) -> Holds:
    """Return the holds of this program on a register."""
    return _OF.setdefault(register, Holds(register.path))


def put_away(register: Register, case_id: UUID) -> None:
    """Put a case into the basket; raises UserError for one that another window has open."""
    hold = holds_of(register).on(case_id)
    if not hold.take():
        raise UserError(
            "Это дело открыто в другом окне программы. Закройте его там, потом уберите здесь."
        )
    try:
        register.to_basket(case_id, now())
    finally:
        if not hold.whole:
            hold.let_go()


def file_system_of(path: Path) -> tuple[str, str]:
    """Return the kind of file system that a path lies on, and its device."""
    storage = QStorageInfo(str(path.parent))
    kind, device = storage.fileSystemType(), storage.device()
    return bytes(kind.data()).decode(errors="replace"), bytes(device.data()).decode(
        errors="replace"
    )


def on_network(path: Path, system_of: Callable[[Path], tuple[str, str]] | None = None) -> bool:
    """Whether a file lies on a drive of another computer."""
    if _is_share(str(path)):
        return True
    kind, device = (system_of or file_system_of)(path)
    return kind.casefold().startswith(_NETWORK) or _is_share(device)


def _is_share(name: str) -> bool:
    plain = name.replace("\\", "/")
    return plain.startswith("//") and not plain.startswith(("//?/", "//./"))


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(f"{path.name}.{suffix}")
