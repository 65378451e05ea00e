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

from keseimbangan.store.files import BACKUPS, STORE
from tests.faults.calls import FILES, STORY, before
from tests.harness import Result, isolated
from tests.in_process import Imbang

# The real one, whatever a test puts in its place.
connect = sqlite3.connect

# Time stands still, so that two calls with the same words come to the same rows.
STILL = {"KESEIMBANGAN_LAJU": "0.000001"}
COMPANIONS = ("-wal", "-shm", "-journal")
LOGS = "log"

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class State(NamedTuple):
    """Everything a person would miss: rows by table, and files with their content.

    UUIDs, which are new in every call, are numbered in the order in which they come.
    """

    tables: str
    files: str


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

    def run(self, words: Sequence[str], *, colour: bool = False, **more: object) -> Result:
        """The program in this process."""
        environment = STILL | {"KESEIMBANGAN_HOME": str(self.home)}
        environment |= {"FORCE_COLOR": "1"} if colour else {}
        return Imbang(self.home, self.here)(*words, env=environment, **more)  # type: ignore[arg-type]

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


def ready(place: Place, command: str) -> None:
    """What a command needs besides, if it is not there already."""
    for words in before(command):
        place.run(words)


def state(place: Place, scratch: Path) -> State:
    """What is in a home, read from a copy, so that a store left in disorder stays as it is."""
    copy = place.copy(scratch)
    return State(_numbered(tables(copy.store)), _numbered(_files(copy)))


def tables(store: Path) -> str:
    """Every row of every table, and the version of the schema."""
    if not store.is_file():
        return "none"
    with closing(connect(store)) as db:
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
            text = path.read_bytes().decode("utf-8", "backslashreplace")
            found["/".join(inside)] = text if len(text) < 2000 else _digest(_numbered(text))
    return json.dumps(found)


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
        for found in _problems(path)
    ]


def _problems(store: Path) -> Iterator[str]:
    with closing(connect(store)) as db:
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
