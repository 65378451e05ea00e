"""The key of a file that another terminal locks, unlocks or locks anew at this very moment."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from keseimbangan.errors.locking import LockChanged, PassphraseWrong
from keseimbangan.store import compiled, database, keys, soundness
from tests.cli.lock_steps import KEY, OTHER_KEY

pytest.importorskip("sqlcipher3")

from keseimbangan.store import conversion

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
TARGET = {"uid": "a", "title": "a", "year": 2026, "first_month": 1, "last_month": 12, "archived": 0}


@pytest.fixture
def store(own_home: Path) -> Path:
    path = own_home / "keseimbangan.db"
    with database.changing(path, NOW) as db:
        db.insert(compiled.INSERT_TARGET, TARGET)
    keys.hold(KEY)
    keys.hold(OTHER_KEY)
    return path


def _convert_elsewhere(store: Path, key: keys.Key | None) -> None:
    """What this process knows of the file stays what it was."""
    before = keys._paths.get(store)
    conversion.convert(store, key)
    keys._paths[store] = before


@pytest.mark.parametrize("key", [OTHER_KEY, None])
def test_a_passphrase_is_tried_again_where_the_file_changed_meanwhile(
    store: Path, key: keys.Key | None
) -> None:
    conversion.convert(store, KEY)

    def find(path: Path, salt: bytes) -> keys.Key:
        if salt == OTHER_KEY.salt:
            return OTHER_KEY
        keys.hold(KEY)
        conversion.convert(store, key)
        raise PassphraseWrong(path)

    keys.use(find)
    assert keys.key_of(store) == key


@pytest.mark.parametrize("chain", [(None, KEY), (KEY, None), (KEY, OTHER_KEY)])
def test_a_file_locked_or_unlocked_elsewhere_is_opened_as_it_is_now(
    store: Path, chain: tuple[keys.Key | None, keys.Key | None]
) -> None:
    before, after = chain
    if before:
        conversion.convert(store, before)
    assert soundness.is_current(store)
    _convert_elsewhere(store, after)
    assert soundness.is_usable(store)
    assert soundness.is_current(store)


def test_a_conversion_that_another_one_overtook_changes_nothing(store: Path) -> None:
    assert soundness.is_current(store)
    _convert_elsewhere(store, KEY)
    before = store.read_bytes()
    with pytest.raises(LockChanged):
        conversion.convert(store, OTHER_KEY)
    assert store.read_bytes() == before


def test_garbage_is_still_garbage(store: Path) -> None:
    assert soundness.is_current(store)
    store.write_bytes(b"x" * 4096)
    with closing(soundness.open_file(store)) as connection, pytest.raises(sqlite3.DatabaseError):
        connection.execute("SELECT * FROM tasks")
