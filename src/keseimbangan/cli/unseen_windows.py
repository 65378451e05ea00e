"""A Windows console that does not show what is typed."""

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_INPUT, _ECHO = -10, 0x0004


@contextmanager
def unseen() -> Iterator[None]:
    """Without echo until the end."""
    if sys.platform == "win32":
        system = ctypes.windll.kernel32
        handle = system.GetStdHandle(_INPUT)
        before = ctypes.c_uint32()
        if not system.GetConsoleMode(handle, ctypes.byref(before)):
            # No console: nothing is shown.
            yield
            return
        system.SetConsoleMode(handle, before.value & ~_ECHO)
        try:
            yield
        finally:
            system.SetConsoleMode(handle, before.value)
    else:
        yield
