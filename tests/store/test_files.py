"""How files are called, also where the system calls them otherwise."""

import sqlite3
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from keseimbangan.store.files import uri_of


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/home/ani/a b?.db"), "file:///home/ani/a%20b%3F.db?mode=ro"),
        (PureWindowsPath("C:\\Users\\Ani\\a.db"), "file:///C:/Users/Ani/a.db?mode=ro"),
        (PureWindowsPath("\\\\kantor\\data\\a.db"), "file:////kantor/data/a.db?mode=ro"),
    ],
)
def test_a_path_is_a_uri_without_a_server(path: PurePosixPath | PureWindowsPath, uri: str) -> None:
    assert uri_of(path, "mode=ro") == uri


def test_sqlite_takes_a_path_with_signs_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "50% #1?" / "a b.db"
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE x (y)")
    with closing(sqlite3.connect(uri_of(path, "mode=ro"), uri=True)) as connection:
        assert connection.execute("SELECT count(*) FROM x").fetchone() == (0,)
