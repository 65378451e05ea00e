"""Homes to break: made by the program itself, copied for every try, and what is in them."""

import hashlib
import json
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from keseimbangan.store import keys
from keseimbangan.store.files import BACKUPS, STORE
from tests.faults.calls import FILES, STORY, before
from tests.faults.locks import FIRST, PLAIN, handed, opened, opening
from tests.harness import Result, isolated
from tests.in_process import Imbang

# Time stands still, so that two calls with the same words come to the same rows.
STILL = {"KESEIMBANGAN_LAJU": "0.000001"}
COMPANIONS = ("-wal", "-shm", "-journal")
LOGS = "log"

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class State(NamedTuple):
    """Everything a person would miss: rows by table, files with their content, what opens it.

    UUIDs, which are new in every call, are numbered in the order in which they come.
    """

    tables: str
    files: str
    opened_by: str


class Place(NamedTuple):
    """A home and the folder in which the person stands, below one folder of their own."""

    root: Path

    @property
    def home(self) -> Path:
        return self.root / "home"

    @property
    def here(self) -> Path:
        return self.root / "here"

    @property
    def store(self) -> Path:
        return self.home / STORE

    def run(
        self,
        words: Sequence[str],
        *,
        colour: bool = False,
        passphrase: str | None = None,
        **more: object,
    ) -> Result:
        """The program in this process, with the passphrase that fits, or with another."""
        environment = STILL | {"KESEIMBANGAN_HOME": str(self.home)}
        environment |= {"FORCE_COLOR": "1"} if colour else {}
        with handed(self.store, words, passphrase) as call:
            given = environment | call.environment
            return Imbang(self.home, self.here)(*call.words, env=given, **more)  # type: ignore[arg-type]

    def copy(self, root: Path) -> "Place":
        """The same elsewhere; what stood there is gone."""
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(self.root, root)
        return Place(root)


def empty(root: Path) -> Place:
    """A home that is not there yet."""
    place = Place(root)
    place.here.mkdir(parents=True)
    for name, text in FILES.items():
        (place.here / name).write_text(text, encoding="utf-8")
    return place


def filled(root: Path) -> Place:
    """A home with something of each kind."""
    place = empty(root)
    for words in STORY:
        place.run(words).ok()
    return place


def locked(root: Path) -> Place:
    """A home with something of each kind, behind a passphrase with all its backups."""
    place = filled(root)
    lock(place)
    return place


def lock(place: Place) -> None:
    """Put a store of any schema behind a passphrase as it is, and its backups."""
    key = keys.derived(FIRST, keys.new_salt())
    for path in (place.store, *(place.home / BACKUPS).glob("*.db")):
        if opening(path).name == PLAIN:
            from keseimbangan.store.conversion import convert

            # Another file may have stood there before.
            keys.forget(path)
            convert(path, key, store=path == place.store)


def ready(place: Place, command: str) -> None:
    """What a command needs besides, if it is not there already."""
    for words in before(command):
        place.run(words)


def state(place: Place, scratch: Path) -> State:
    """What is in a home, read from a copy, so that a store left in disorder stays as it is."""
    copy = place.copy(scratch)
    by = opening(copy.store).name
    return State(_numbered(tables(copy.store)), _numbered(_files(copy)), by)


def tables(store: Path) -> str:
    """Every row of every table, and the version of the schema."""
    if not store.is_file():
        return "none"
    try:
        return _tables(store)
    except sqlite3.DatabaseError as error:
        return f"unreadable: {error}"


def _tables(store: Path) -> str:
    with closing(opened(store)) as db:
        names = [
            name
            for (name,) in db.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' "
                "AND name NOT LIKE 'sqlite_stat%' ORDER BY name"
            )
        ]
        rows = {name: db.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall() for name in names}
        version = db.execute("PRAGMA user_version").fetchone()
    return json.dumps([version, rows], default=repr)


def _files(place: Place) -> str:
    found = {}
    for path in sorted(place.root.rglob("*")):
        inside = path.relative_to(place.root).parts
        if path.is_file() and not is_own(path) and not {BACKUPS, LOGS} & set(inside):
            text = _tables(path) if keys.is_locked(path) else _text(path)
            found["/".join(inside)] = text if len(text) < 2000 else _digest(_numbered(text))
    return json.dumps(found)


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "backslashreplace")


def is_own(path: Path) -> bool:
    """Whether it is the store, what SQLite keeps beside it, or a file not yet in its place."""
    stem = path.name.removesuffix("-wal").removesuffix("-shm").removesuffix("-journal")
    return stem == STORE or path.name.startswith(".")


def leftovers(place: Place) -> list[str]:
    """Files that never came to their place."""
    return sorted(path.name for path in place.root.rglob(".*") if path.is_file())


def problems(place: Place, scratch: Path) -> list[str]:
    """What SQLite finds wrong with the store, and with any backup that has its name."""
    copy = place.copy(scratch)
    backups = [path for path in (copy.home / BACKUPS).glob("*.db") if not path.name.startswith(".")]
    return [
        f"{path.name}: {found}"
        for path in [copy.store, *backups]
        if path.is_file()
        for found in _problems_or_why_not(path)
    ]


def _problems_or_why_not(store: Path) -> list[str]:
    try:
        return list(_problems(store))
    except sqlite3.DatabaseError as error:
        return [f"opened by {opening(store).name}: {error}"]


def _problems(store: Path) -> Iterator[str]:
    with closing(opened(store)) as db:
        (verdict,) = db.execute("PRAGMA integrity_check").fetchone()
        if verdict != "ok":
            yield verdict
        if db.execute("PRAGMA foreign_key_check").fetchone():
            yield "a row points nowhere"
        if db.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
            yield "no table"


def _numbered(text: str) -> str:
    seen: dict[str, str] = {}
    return _UUID.sub(lambda found: seen.setdefault(found[0], f"uid-{len(seen)}"), text)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@contextmanager
def surroundings(root: Path) -> Iterator[None]:
    """The environment of a person who lives below `root`."""
    before = dict(os.environ)
    os.environ.clear()
    os.environ.update(isolated_from(before, root))
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def isolated_from(environment: dict[str, str], root: Path) -> dict[str, str]:
    """That environment, with every place of the person's below `root`."""
    os.environ.update(environment)
    return isolated(root / "home")
