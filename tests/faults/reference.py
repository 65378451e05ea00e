"""What a call would do undisturbed: the states through which it goes, one after the other.

A call that is cut short must leave one of them, never another.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tests.faults.homes import Place, State, state
from tests.faults.locks import available, connect
from tests.faults.operations import Counter, is_own_work, watched

_VISIBLE = ("replace", "rename", "link", "unlink")


class Reference(NamedTuple):
    """The undisturbed call: its exit code, its states from first to last, its operations."""

    code: int
    states: tuple[State, ...]
    operations: tuple[str, ...]

    @property
    def writes(self) -> bool:
        """Whether it changes anything."""
        return len(self.states) > 1


def reference(place: Place, words: Sequence[str], scratch: Path) -> Reference:
    """Run the call on a copy of `place`, which stays as it is."""
    copy = place.copy(scratch / "reference")
    states = [state(copy, scratch / "state")]

    looking = False

    def note() -> None:
        nonlocal looking
        # Looking changes names, too, but none of the person's.
        if looking or is_own_work():
            return
        looking = True
        now = state(copy, scratch / "state")
        looking = False
        if now != states[-1]:
            states.append(now)

    with _noted(note):
        code = copy.run(words).code
    note()
    counter = Counter()
    again = place.copy(scratch / "reference")
    with watched(counter):
        again.run(words)
    return Reference(code, tuple(states), tuple(counter.seen))


@contextmanager
def _noted(note: Callable[[], None]) -> Iterator[None]:
    """Call `note` after each commit and each change of a name."""
    real = {name: getattr(os, name) for name in _VISIBLE}
    for name in _VISIBLE:
        setattr(os, name, _followed(real[name], note))
    sqlite3.connect = _noting_connect(note)
    try:
        with _noted_when_locked(note):
            yield
    finally:
        sqlite3.connect = connect
        for name in _VISIBLE:
            setattr(os, name, real[name])


def _followed(real: Callable[..., Any], note: Callable[[], None]) -> Callable[..., Any]:
    def call(*arguments: Any, **named: Any) -> Any:
        done = real(*arguments, **named)
        note()
        return done

    return call


@contextmanager
def _noted_when_locked(note: Callable[[], None]) -> Iterator[None]:
    """The same for connections to locked files."""
    if not available():
        yield
        return
    from keseimbangan.store.encrypted import _Connection

    real, commit = _Connection.execute, _Connection.commit

    def execute(self: Any, sql: str, *rest: Any) -> Any:
        done = real(self, sql, *rest)
        if _commits(sql):
            note()
        return done

    _Connection.execute = execute
    # A migration ends by it.
    _Connection.commit = _followed(commit, note)
    try:
        yield
    finally:
        _Connection.execute, _Connection.commit = real, commit


def _commits(sql: str) -> bool:
    return sql.startswith("COMMIT") or (sql.startswith("PRAGMA") and "version =" in sql)


def _noting_connect(note: Callable[[], None]) -> Any:
    class Noting(sqlite3.Connection):
        """A connection that says when something was committed."""

        def execute(self, sql: str, *rest: Any) -> sqlite3.Cursor:
            done = super().execute(sql, *rest)
            if _commits(sql):
                note()
            return done

        def executescript(self, script: str, /) -> sqlite3.Cursor:
            done = super().executescript(script)
            note()
            return done

        def commit(self) -> None:
            super().commit()
            note()

    def connected(*arguments: Any, **named: Any) -> Any:
        return connect(*arguments, **{"factory": Noting} | named)

    return connected
