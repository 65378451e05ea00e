"""Locked stores of every earlier schema: brought to this one, as locked as before."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from keseimbangan.errors.locking import PassphraseNeeded
from keseimbangan.store import compiled, database, keys
from keseimbangan.store.connections import open_for_reading
from tests.cli.lock_steps import KEY, MARKER, holding, is_plain
from tests.faults.old_stores import make, versions
from tests.harness import fingerprint

pytest.importorskip("sqlcipher3")

from keseimbangan.store import conversion

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
AT = "2026-11-20T00:30:00Z"
ROW = {"uid": "t", "created_at": AT, "changed_at": AT, "title": MARKER, "year": 2026, "archived": 0}
LATER = {"first_month": 1, "last_month": 12}


@pytest.fixture
def path(own_home: Path) -> Iterator[Path]:
    own_home.mkdir(mode=0o700, exist_ok=True)
    keys.hold(KEY)
    yield own_home / "keseimbangan.db"
    keys.use(_nobody)


def _nobody(path: Path, _salt: bytes) -> keys.Key:
    raise PassphraseNeeded(path)


def _locked(path: Path, version: int) -> None:
    make(path, version)
    with closing(conversion.open_source(path)) as connection:
        known = {name for _id, name, *_rest in connection.execute("PRAGMA table_info(targets)")}
        row = ROW | {name: value for name, value in LATER.items() if name in known}
        marks = ", ".join(f":{name}" for name in row)
        connection.execute(f"INSERT INTO targets ({', '.join(row)}) VALUES ({marks})", row)
    conversion.convert(path, KEY)


def _titles(path: Path) -> list[str]:
    with database.reading(path, NOW) as db:
        return [row["title"] for row in db.all(compiled.ALL_TARGETS)]


@pytest.mark.parametrize("version", versions()[:-1])
def test_a_locked_store_of_an_earlier_schema_keeps_its_rows_and_its_lock(
    path: Path, version: int
) -> None:
    _locked(path, version)
    assert _titles(path) == [MARKER]
    (backup,) = (path.parent / "cadangan").glob("*.db")
    assert f"-migrasi-skema{version}" in backup.name
    for file in (path, backup):
        assert not is_plain(file)
        assert keys.salt_of(file) == KEY.salt
    assert holding(path.parent, MARKER) == []
    with closing(open_for_reading(path, NOW)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == compiled.SCHEMA_VERSION
    with closing(conversion.open_source(backup)) as connection:
        assert connection.execute("SELECT title FROM targets").fetchall() == [(MARKER,)]
        assert connection.execute("PRAGMA user_version").fetchone() == (version,)


def test_without_its_passphrase_an_earlier_locked_store_is_not_migrated(path: Path) -> None:
    _locked(path, versions()[0])
    before = fingerprint(path.parent)
    keys.use(_nobody)
    with pytest.raises(PassphraseNeeded), database.reading(path, NOW):
        pass
    assert fingerprint(path.parent) == before
