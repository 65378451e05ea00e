"""SQLite's own writes, seen one by one: a VFS around the real one, by which each can be failed.

It stands in the library that Python's `sqlite3` uses, and in SQLCipher's, which brings one of its
own, so the program under test is not changed.
"""

import ctypes
import sqlite3
import sys
from collections.abc import Callable
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p, cast
from functools import cache
from importlib import import_module
from typing import Any

# What an operation is called, and the code by which SQLite learns that it failed.
FAILURES = {
    "sqlite open": sqlite3.SQLITE_CANTOPEN,
    "sqlite write": sqlite3.SQLITE_FULL,
    "sqlite sync": sqlite3.SQLITE_IOERR_FSYNC,
    "sqlite truncate": sqlite3.SQLITE_IOERR_TRUNCATE,
    "sqlite delete": sqlite3.SQLITE_IOERR_DELETE,
    "sqlite shared memory": sqlite3.SQLITE_IOERR_SHMSIZE,
}
# Asked before each operation, with half a write as what it may do instead; True lets it fail.
Meet = Callable[[str, Callable[[], object] | None], bool]

# SQLITE_OPEN_CREATE, which Python does not name.
_CREATE = 0x4

_meet: Meet | None = None
_installed: list[Any] = []


class _Methods(Structure):
    _fields_ = [
        ("version", c_int),
        *(
            (name, c_void_p)
            for name in (
                *("close", "read", "write", "truncate", "sync", "file_size", "lock", "unlock"),
                *("check_lock", "control", "sector", "characteristics"),
                *("shm_map", "shm_lock", "shm_barrier", "shm_unmap", "fetch", "unfetch"),
            )
        ),
    ]


class _File(Structure):
    _fields_ = [("methods", POINTER(_Methods))]


class _Vfs(Structure):
    _fields_ = [
        ("version", c_int),
        ("file_size", c_int),
        ("most_path", c_int),
        ("following", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", c_void_p),
        ("delete", c_void_p),
        # Ten more that are SQLite's own affair, and six that later versions may have.
        *((f"other_{number}", c_void_p) for number in range(16)),
    ]


_OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, POINTER(_File), c_int, c_void_p)
_DELETE = CFUNCTYPE(c_int, c_void_p, c_char_p, c_int)
_WRITE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_TRUNCATE = CFUNCTYPE(c_int, c_void_p, c_int64)
_SYNC = CFUNCTYPE(c_int, c_void_p, c_int)
_SHM_MAP = CFUNCTYPE(c_int, c_void_p, c_int, c_int, c_int, c_void_p)


def available() -> bool:
    """Whether Python's SQLite can be reached; where it is built in without its names, it cannot."""
    return sys.platform != "win32" and bool(_libraries())


def watch(meet: Meet | None) -> None:
    """From now on ask `meet` before each write; None lets everything pass."""
    global _meet
    if not _installed:
        for library in _libraries():
            _install(library)
    _meet = meet


@cache
def _libraries() -> list[Any]:
    found = (_library(name) for name in ("_sqlite3", "sqlcipher3._sqlite3"))
    return [library for library in found if library is not None]


def _library(name: str) -> Any:
    try:
        module = import_module(name)
        library = ctypes.CDLL(getattr(module, "__file__", None))
        library.sqlite3_vfs_find.restype = POINTER(_Vfs)
    except (ImportError, OSError, AttributeError):
        return None
    return library


def _install(library: Any) -> None:
    real = library.sqlite3_vfs_find(None)
    ours = _Vfs()
    ctypes.pointer(ours)[0] = real.contents
    ours.name = b"faults"
    opened, removed = _opener(real), _remover(real)
    ours.open, ours.delete = cast(opened, c_void_p).value, cast(removed, c_void_p).value
    # What SQLite calls must live as long as the process.
    _installed.extend((library, real, ours, opened, removed))
    assert library.sqlite3_vfs_register(ctypes.byref(ours), 1) == sqlite3.SQLITE_OK


def _fails(operation: str, half: Callable[[], object] | None = None) -> bool:
    return _meet is not None and _meet(operation, half)


def _opener(real: Any) -> Any:
    inner = _OPEN(real.contents.open)
    wrapped: dict[int, Any] = {}

    def open_file(_vfs: int, name: int, file: Any, flags: int, out: int) -> int:
        if flags & _CREATE and _fails("sqlite open"):
            # SQLite closes a file that could not be opened unless it has no methods.
            file.contents.methods = None
            return FAILURES["sqlite open"]
        code = inner(ctypes.addressof(real.contents), name, file, flags, out)
        if code == sqlite3.SQLITE_OK and file.contents.methods:
            address = ctypes.addressof(file.contents.methods.contents)
            if address not in wrapped:
                wrapped[address] = _around(file.contents.methods.contents)
            file.contents.methods = ctypes.pointer(wrapped[address][0])
        return int(code)

    return _OPEN(open_file)


def _remover(real: Any) -> Any:
    inner = _DELETE(real.contents.delete)

    def delete(_vfs: int, name: bytes, sync: int) -> int:
        if _fails("sqlite delete"):
            return FAILURES["sqlite delete"]
        return int(inner(ctypes.addressof(real.contents), name, sync))

    return _DELETE(delete)


def _around(real: _Methods) -> tuple[Any, ...]:
    """The methods of a file with those that change it replaced, and what must be kept alive."""
    ours = _Methods()
    ctypes.pointer(ours)[0] = real
    write, truncate = _WRITE(real.write), _TRUNCATE(real.truncate)
    sync, shm_map = _SYNC(real.sync), _SHM_MAP(real.shm_map or 0)

    def on_write(file: int, data: int, amount: int, offset: int) -> int:
        if _fails("sqlite write", lambda: write(file, data, amount // 2, offset)):
            return FAILURES["sqlite write"]
        return int(write(file, data, amount, offset))

    def on_truncate(file: int, size: int) -> int:
        failed = _fails("sqlite truncate")
        return FAILURES["sqlite truncate"] if failed else int(truncate(file, size))

    def on_sync(file: int, flags: int) -> int:
        return FAILURES["sqlite sync"] if _fails("sqlite sync") else int(sync(file, flags))

    def on_shm_map(file: int, page: int, size: int, extend: int, out: int) -> int:
        if extend and _fails("sqlite shared memory"):
            return FAILURES["sqlite shared memory"]
        return int(shm_map(file, page, size, extend, out))

    kept = _WRITE(on_write), _TRUNCATE(on_truncate), _SYNC(on_sync), _SHM_MAP(on_shm_map)
    ours.write, ours.truncate, ours.sync = (cast(each, c_void_p).value for each in kept[:3])
    if real.version >= 2 and real.shm_map:
        ours.shm_map = cast(kept[3], c_void_p).value
    return (ours, *kept, write, truncate, sync, shm_map)
