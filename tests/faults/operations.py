"""Every operation by which the program changes the disk: its own and SQLite's, in one sequence."""

import builtins
import errno
import io
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tests.faults import sqlite_files

# What the program's modules call; `tempfile` and `pathlib` come down to these.
CALLS = ("open", "mkdir", "fsync", "replace", "rename", "link", "unlink", "rmdir", "write")

Meet = sqlite_files.Meet


_pauses: list[None] = []


@contextmanager
def unwatched() -> Iterator[None]:
    """What the harness does on its own account is no operation of the program's."""
    _pauses.append(None)
    try:
        yield
    finally:
        _pauses.pop()


def is_own_work() -> bool:
    """Whether the harness is at work, not the program."""
    return bool(_pauses)


@contextmanager
def watched(meet: Meet) -> Iterator[None]:
    """Ask `meet` before each operation; True lets it fail as on a full disk."""
    asked = _unless_paused(meet)
    real = {name: getattr(os, name) for name in CALLS}
    opens = io.open, builtins.open
    for name in CALLS:
        setattr(os, name, _around(name, real[name], asked))
    io.open = builtins.open = _opener(io.open, real["open"], asked)
    if sqlite_files.available():
        sqlite_files.watch(asked)
    try:
        yield
    finally:
        io.open, builtins.open = opens
        for name in CALLS:
            setattr(os, name, real[name])
        if sqlite_files.available():
            sqlite_files.watch(None)


def _unless_paused(meet: Meet) -> Meet:
    def asked(operation: str, half: Callable[[], object] | None) -> bool:
        return not is_own_work() and meet(operation, half)

    return asked


class Counter:
    """Lets everything pass and remembers what there was."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def __call__(self, operation: str, half: Callable[[], object] | None) -> bool:
        self.seen.append(operation)
        return False


class FailAt(Counter):
    """Lets the operation at one place fail, and with `forever` all that follow it."""

    def __init__(self, place: int, *, forever: bool = False) -> None:
        super().__init__()
        self.place, self.forever = place, forever

    def __call__(self, operation: str, half: Callable[[], object] | None) -> bool:
        super().__call__(operation, half)
        reached = len(self.seen) - 1
        # Removing a file takes no room, however full the disk is.
        more = self.forever and reached > self.place and operation not in ("unlink", "rmdir")
        return reached == self.place or more


class KillAt(Counter):
    """Ends the process before the operation at one place, or in the middle of it."""

    def __init__(self, place: int, *, halfway: bool = False) -> None:
        super().__init__()
        self.place, self.halfway = place, halfway

    def __call__(self, operation: str, half: Callable[[], object] | None) -> bool:
        if len(self.seen) == self.place:
            if half is not None and self.halfway:
                half()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().__call__(operation, half)


def _full() -> OSError:
    return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _around(name: str, real: Callable[..., Any], meet: Meet) -> Callable[..., Any]:
    def call(*arguments: Any, **named: Any) -> Any:
        changes = name != "open" or _creates(arguments[1] if len(arguments) > 1 else 0)
        if changes and meet(name, None):
            raise _full()
        return real(*arguments, **named)

    return call


def _creates(flags: int) -> bool:
    return bool(flags & os.O_CREAT)


def _opener(real: Callable[..., Any], real_open: Any, meet: Meet) -> Callable[..., Any]:
    def open_file(file: Any, mode: str = "r", buffering: int = -1, *rest: Any, **named: Any) -> Any:
        if not set(mode) & set("wxa"):
            return real(file, mode, buffering, *rest, **named)
        if not isinstance(file, int) and meet("open", None):
            raise _full()
        raw = _File(file, mode.replace("b", "").replace("t", ""), meet)
        buffered = io.BufferedWriter(raw)
        return buffered if "b" in mode else io.TextIOWrapper(buffered, *rest, **named)

    return open_file


class _File(io.FileIO):
    """A file whose writes are asked about."""

    def __init__(self, file: Any, mode: str, meet: Meet) -> None:
        super().__init__(file, mode)
        self._meet = meet

    def write(self, data: Any, /) -> int:
        content = bytes(data)
        if self._meet("write", lambda: io.FileIO.write(self, content[: len(content) // 2])):
            raise _full()
        return super().write(content)
