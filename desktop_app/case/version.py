"""Older case files: each version of the file is brought to the next by one function."""

from collections.abc import Callable, Mapping
from typing import Any

from desktop_app.case.wrong import found
from desktop_app.errors import UserError

CURRENT = 1

Upgrade = Callable[[dict[str, Any]], dict[str, Any]]
UPGRADES: Mapping[int, Upgrade] = {}


def upgraded(
    raw: dict[str, Any],
    current: int = CURRENT,
    upgrades: Mapping[int, Upgrade] = UPGRADES,
) -> dict[str, Any]:
    """Return `raw` in the shape of version `current`; one without a version is of version 1.

    `upgrades[n]` turns a file of version n into one of version n + 1.
    Raises UserError for a file of a newer version.
    """
    version = raw.get("version")
    if version is None:
        version = 1
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise UserError(
            f"version: ожидается номер версии файла, целое число от 1, а здесь {found(version)}."
        )
    if version > current:
        raise UserError(
            f"дело записано более новой программой (версия файла {found(version)}, эта программа "
            f"читает версии до {current}). Обновите программу; файл не изменён."
        )
    for step in range(version, current):
        raw = upgrades[step](raw) | {"version": step + 1}
    return raw
