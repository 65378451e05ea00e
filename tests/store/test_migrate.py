"""Migrations: from any earlier schema to the present one, all or nothing, with a backup first."""

import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from keseimbangan.errors.migration import MigrationFailed
from keseimbangan.errors.store import StoreDamaged, StoreNewer
from keseimbangan.store import compile as rendering
from keseimbangan.store import compiled, database
from keseimbangan.store.connections import APPLICATION_ID
from keseimbangan.store.migrate import MIGRATIONS, migrate
from tests.harness import fingerprint

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
YEAR = {"year": 2026, "first_month": 1, "last_month": 12, "archived": 0}

STEP = """
from alembic import op
import sqlalchemy as sa

revision = "{revision}"
down_revision = {before!r}


def upgrade():
    {body}
"""


READ = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from keseimbangan.store import compiled, database, migrate
sys.stdin.readline()
with database.reading(Path(sys.argv[1]), datetime(2026, 11, 23, tzinfo=UTC)) as db:
    assert db.all(compiled.ALL_TARGETS) == []
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "keseimbangan.db"


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    """A copy of the real steps, to which a test adds its own."""
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def add_step(folder: Path, number: int, body: str) -> None:
    text = STEP.format(revision=f"{number:04d}", before=f"{number - 1:04d}", body=body)
    (folder / "versions" / f"{number:04d}_test.py").write_text(text)


def empty_store(path: Path, version: int = 0) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {version}")


def store_with_target(path: Path) -> None:
    with database.changing(path, NOW) as db:
        db.insert(
            compiled.INSERT_TARGET,
            {"uid": "u1", "title": "RHK", **YEAR},
        )


def schema(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"
        ).fetchall()
    return {name: re.sub(r"\s+", " ", sql) for name, sql in rows}


def pragma(path: Path, name: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def test_the_compiled_module_is_what_the_tables_and_statements_render_to() -> None:
    assert rendering.TARGET.read_text(encoding="utf-8") == rendering.render()


def test_the_steps_from_nothing_lead_to_the_schema_of_a_new_store(
    path: Path, tmp_path: Path
) -> None:
    empty_store(path)
    migrate(path, 0)
    new = tmp_path / "new" / "keseimbangan.db"
    store_with_target(new)
    assert schema(path) == schema(new)
    assert pragma(path, "user_version") == compiled.SCHEMA_VERSION


def test_a_store_that_is_behind_is_upgraded_when_a_command_opens_it(path: Path) -> None:
    empty_store(path)
    store_with_target(path)
    with database.reading(path, NOW) as db:
        assert [row["title"] for row in db.all(compiled.ALL_TARGETS)] == ["RHK"]
    assert pragma(path, "user_version") == compiled.SCHEMA_VERSION
    assert pragma(path, "application_id") == APPLICATION_ID


def test_a_backup_with_all_rows_lies_beside_the_store_before_a_step_runs(
    path: Path, steps: Path
) -> None:
    store_with_target(path)
    add_step(steps, compiled.SCHEMA_VERSION + 1, 'op.execute("DELETE FROM targets")')
    backup = migrate(path, compiled.SCHEMA_VERSION, steps)
    assert backup is not None
    assert backup.parent == path.parent / "cadangan"
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT title FROM targets").fetchall() == [("RHK",)]
    assert pragma(backup, "user_version") == compiled.SCHEMA_VERSION
    assert backup.stat().st_mode & 0o077 == 0
    assert backup.parent.stat().st_mode & 0o077 == 0


def test_several_steps_run_in_their_order_and_keep_the_rows(path: Path, steps: Path) -> None:
    store_with_target(path)
    at = compiled.SCHEMA_VERSION
    add_step(steps, at + 1, 'op.add_column("targets", sa.Column("colour", sa.Text))')
    add_step(steps, at + 2, "op.execute(\"UPDATE targets SET colour = 'biru'\")")
    migrate(path, at, steps)
    assert pragma(path, "user_version") == at + 2
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT title, colour FROM targets").fetchall() == [
            ("RHK", "biru")
        ]


def test_a_store_that_is_up_to_date_is_left_alone_and_not_backed_up(path: Path) -> None:
    store_with_target(path)
    before = fingerprint(path.parent)
    assert migrate(path, compiled.SCHEMA_VERSION) is None
    assert fingerprint(path.parent) == before


def test_two_processes_that_upgrade_at_once_do_it_once(path: Path) -> None:
    empty_store(path)
    command = [sys.executable, "-c", READ, str(path)]
    both = [subprocess.Popen(command, stdin=subprocess.PIPE) for _process in "ab"]
    for process in both:
        assert process.stdin is not None
        process.stdin.write(b"go\n")
        process.stdin.close()
    for process in both:
        process.wait(timeout=60)
    assert [process.returncode for process in both] == [0, 0]
    assert pragma(path, "user_version") == compiled.SCHEMA_VERSION
    assert len(list((path.parent / "cadangan").iterdir())) == 1


def test_a_failing_step_leaves_the_store_as_it_was_after_all_earlier_steps_too(
    path: Path, steps: Path
) -> None:
    store_with_target(path)
    at = compiled.SCHEMA_VERSION
    add_step(steps, at + 1, 'op.execute("DELETE FROM targets")')
    add_step(steps, at + 2, 'op.execute("INSERT INTO nothing_of_this_name VALUES (1)")')
    before = schema(path), path.read_bytes()
    with pytest.raises(MigrationFailed) as caught:
        migrate(path, at, steps)
    assert caught.value.exit_code == 3
    assert list((path.parent / "cadangan").iterdir()) == []
    assert (schema(path), path.read_bytes()) == before
    assert pragma(path, "user_version") == at


def test_a_step_with_a_bug_leaves_the_store_as_it_was(path: Path, steps: Path) -> None:
    store_with_target(path)
    at = compiled.SCHEMA_VERSION
    add_step(steps, at + 1, 'op.execute("DELETE FROM targets"); raise ZeroDivisionError')
    before = path.read_bytes()
    with pytest.raises(ZeroDivisionError):
        migrate(path, at, steps)
    assert path.read_bytes() == before


def test_a_step_that_leaves_a_row_pointing_nowhere_is_not_kept(path: Path, steps: Path) -> None:
    store_with_target(path)
    at = compiled.SCHEMA_VERSION
    body = "op.execute(\"INSERT INTO interruptions VALUES (1, 'u', 'x', 'x', 99, 'x', 'x')\")"
    add_step(steps, at + 1, body)
    with pytest.raises(MigrationFailed):
        migrate(path, at, steps)
    assert pragma(path, "user_version") == at


def test_a_damaged_store_is_not_migrated_and_leaves_no_false_backup(path: Path) -> None:
    store_with_target(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 0")
    broken = bytearray(path.read_bytes())
    broken[4096:8192] = b"\xff" * 4096
    path.write_bytes(broken)
    with pytest.raises(StoreDamaged), database.reading(path, NOW):
        pass
    assert path.read_bytes() == bytes(broken)
    assert list((path.parent / "cadangan").glob("*.db")) == []


def test_a_newer_store_is_refused_and_not_a_byte_of_it_is_changed(path: Path) -> None:
    store_with_target(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {compiled.SCHEMA_VERSION + 1}")
    before = fingerprint(path.parent)
    with pytest.raises(StoreNewer), database.changing(path, NOW):
        pass
    with pytest.raises(StoreNewer), database.reading(path, NOW):
        pass
    assert fingerprint(path.parent) == before


def test_a_file_that_is_no_database_is_refused_and_left_alone(path: Path) -> None:
    path.write_text("Bukan basis data, tetapi cukup panjang untuk dikira demikian.\n" * 20)
    before = fingerprint(path.parent)
    with pytest.raises(StoreDamaged), database.changing(path, NOW):
        pass
    assert fingerprint(path.parent) == before


def test_a_database_of_another_program_is_refused_and_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE notes (text); INSERT INTO notes VALUES ('x');")
    before = fingerprint(path.parent)
    with pytest.raises(StoreDamaged), database.changing(path, NOW):
        pass
    assert fingerprint(path.parent) == before


def test_a_store_that_grew_behind_the_back_of_a_step_says_that_it_cannot_be_carried_over(
    path: Path,
) -> None:
    store_with_target(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 0")
    with pytest.raises(MigrationFailed) as caught, database.reading(path, NOW):
        pass
    assert str(path) in str(caught.value)


def store_of_version_1(path: Path, steps: Path) -> None:
    """A filled store as the first release left it."""
    for step in (steps / "versions").glob("[0-9]*.py"):
        if step.name > "0002":
            step.unlink()
    empty_store(path)
    migrate(path, 0, steps)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            """
            INSERT INTO targets (uid, created_at, changed_at, title, year, archived)
            VALUES ('t', '2026-11-23T00:30:00Z', '2026-11-23T00:30:00Z', 'RHK', 2026, 0);
            INSERT INTO blocks (uid, created_at, changed_at, title, starts_at, ends_at, zone,
                element, kind, status, protected, target_id)
            VALUES ('b', '2026-11-23T00:30:00Z', '2026-11-23T00:30:00Z', 'Rapat',
                '2026-11-23T01:00:00Z', '2026-11-23T02:00:00Z', 'Asia/Jakarta', 'work', 'meeting',
                'planned', 0, 1);
            """
        )
    shutil.rmtree(path.parent / "cadangan", ignore_errors=True)


def test_a_filled_store_of_the_first_schema_is_carried_over_with_its_rows(
    path: Path, steps: Path, tmp_path: Path
) -> None:
    store_of_version_1(path, steps)
    assert pragma(path, "user_version") == 1
    with database.changing(path, NOW) as db:
        assert [row["title"] for row in db.all(compiled.ALL_TARGETS)] == ["RHK"]
        day = {"day": "2026-11-24", "name": "HUT", "kind": "agency", "basis": None}
        db.insert(compiled.INSERT_HOLIDAY, {"uid": "h", "cancelled": 0, **day})
    assert pragma(path, "user_version") == compiled.SCHEMA_VERSION
    assert len(list((path.parent / "cadangan").iterdir())) == 1
    new = tmp_path / "new" / "keseimbangan.db"
    store_with_target(new)
    assert schema(path) == schema(new)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT title, target_id FROM blocks").fetchall() == [
            ("Rapat", 1)
        ]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_tables_that_grow_in_the_middle_keep_their_rows_and_give_no_number_twice(
    path: Path, steps: Path
) -> None:
    store_of_version_1(path, steps)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            """
            PRAGMA foreign_keys = ON;
            INSERT INTO targets SELECT NULL, 't2', created_at, changed_at, 'Lain', 2026, 1
            FROM targets;
            DELETE FROM targets WHERE uid = 't2';
            """
        )
    with database.changing(path, NOW) as db:
        assert db.insert(compiled.INSERT_TARGET, {"uid": "t3", "title": "Baru", **YEAR}) == 3
        rows = db.all(compiled.ALL_TARGETS)
        assert [(row["id"], row["first_month"], row["last_month"]) for row in rows] == [
            (1, 1, 12),
            (3, 1, 12),
        ]
        assert db.one(compiled.GET_BLOCK, id=1)["target_id"] == 1  # type: ignore[index]
    with closing(sqlite3.connect(path)) as connection:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
    assert not {name for name in tables if name.endswith("_before")}


def logged(path: Path) -> tuple[int, int]:
    """How many steps and changes there are."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT (SELECT count(*) FROM steps), (SELECT count(*) FROM changes)"
        steps, changes = connection.execute(query).fetchone()
    return steps, changes


def test_a_migration_is_no_step_and_undo_does_not_reach_back_behind_it(
    path: Path, steps: Path
) -> None:
    store_with_target(path)
    assert logged(path) == (1, 1)
    add_step(steps, compiled.SCHEMA_VERSION + 1, "op.execute(\"UPDATE targets SET title = 'x'\")")
    backup = migrate(path, compiled.SCHEMA_VERSION, steps)
    assert logged(path) == (0, 0)
    assert backup is not None
    assert logged(backup) == (1, 1)


def test_after_a_step_that_rebuilt_a_table_its_changes_are_logged_as_before(
    path: Path, steps: Path
) -> None:
    store_with_target(path)
    before = schema(path)
    body = """
    with op.batch_alter_table("targets", recreate="always") as batch:
        batch.alter_column("title", new_column_name="name")
    with op.batch_alter_table("targets") as batch:
        batch.alter_column("name", new_column_name="title")
"""
    add_step(steps, compiled.SCHEMA_VERSION + 1, body)
    migrate(path, compiled.SCHEMA_VERSION, steps)
    triggers = {name: sql for name, sql in schema(path).items() if name.startswith("log")}
    assert triggers == {name: sql for name, sql in before.items() if name.startswith("log")}
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE targets SET title = 'B'")
    assert logged(path) == (1, 1)


def test_a_store_of_the_first_schema_begins_its_log_with_the_first_write_after(
    path: Path, steps: Path
) -> None:
    store_of_version_1(path, steps)
    store_with_target(path)
    assert logged(path) == (1, 1)
