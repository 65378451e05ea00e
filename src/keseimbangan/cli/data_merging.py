"""Bringing a store that came in together with the person's: backup, one transaction, report."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from keseimbangan.cli.context import Env
from keseimbangan.domain.arrivals import Left
from keseimbangan.domain.merging import Comparison
from keseimbangan.errors.exchange import (
    ExportFileBroken,
    ExportFileNewer,
    ExportFileTooLarge,
    ImportFileUnreadable,
    MergeRefused,
    RowsWrong,
)
from keseimbangan.exchange.store_file import FORMAT_VERSION, MOST_BYTES, Header, StoreFile
from keseimbangan.store.compiled import SCHEMA_VERSION
from keseimbangan.store.connections import APPLICATION_ID
from keseimbangan.store.database import Database
from keseimbangan.store.incoming import MOST_PROBLEMS, Incoming, empty, receive
from keseimbangan.store.keys import is_locked
from keseimbangan.store.merge_plan import Plan
from keseimbangan.store.merging import apply, compare
from keseimbangan.view.imports import Import, ImportReport

if TYPE_CHECKING:
    from keseimbangan.store.backups import Made


def own(env: Env, path: Path, *, preview: bool) -> ImportReport:
    """Merge an export of this program."""
    with _opened(path) as file, empty() as incoming:
        _check(path, file.header)
        receive(incoming, file.rows())
        if problems := incoming.problems:
            raise RowsWrong(path, problems, more=len(problems) >= MOST_PROBLEMS)
        comparison, backup = merged(env, path, incoming, preview=preview)
        found = Import(
            file=str(path),
            program=None,
            schema=file.header.schema,
            created_at=_created(path, file.header),
            applied=not preview,
            backup=backup,
            comparison=comparison,
            left=Left(comparison.left),
        )
    return ImportReport(found, env.zone)


def foreign_report(
    env: Env,
    path: Path,
    program: str,
    incoming: Incoming,
    left: Left,
    *,
    preview: bool,
) -> ImportReport:
    """Merge what another program's file was understood as."""
    comparison, backup = merged(env, path, incoming, ties=False, preview=preview)
    found = Import(str(path), program, None, None, not preview, backup, comparison, left)
    return ImportReport(found, env.zone)


def merged(
    env: Env, path: Path, incoming: Incoming, *, ties: bool = True, preview: bool
) -> tuple[Comparison, Path | None]:
    """Compare, and unless it is a preview write; with the backup that was made before."""
    if preview:
        with env.reading() as db:
            return compare(db, incoming, ties=ties).comparison, None
    made = _back_up_first(env)
    try:
        comparison = _written(env, incoming, made, ties=ties)
    except sqlite3.IntegrityError as error:
        raise MergeRefused(path, str(error)) from error
    return comparison, _kept(env, made) if comparison.writes else None


def _written(env: Env, incoming: Incoming, made: "Made | None", *, ties: bool) -> Comparison:
    """Compare and write. Of no use is the backup where nothing came in: then it goes."""
    plan, is_over = Plan(), False

    def work_out(db: Database) -> None:
        nonlocal plan
        plan = compare(db, incoming, ties=ties)

    try:
        with env.lasting(), env.changing(work_out) as db:
            if plan.comparison.writes:
                apply(db, incoming, plan)
            else:
                # Before that of the day takes it for one more and lets an older one go.
                _drop(made)
            is_over = True
    except BaseException as error:
        # Ctrl-C may come when all of it is written.
        if not (is_over and isinstance(error, KeyboardInterrupt)):
            _drop(made)
        raise
    return plan.comparison


def _drop(made: "Made | None") -> None:
    if made is not None:
        with suppress(OSError):
            made.backup.path.unlink(missing_ok=True)


def _back_up_first(env: Env) -> "Made | None":
    """A verified copy of the store as it is before anything comes in; None where there is none."""
    from keseimbangan.domain.backups import BackupReason
    from keseimbangan.store.backups import make

    if not env.home.store.exists():
        return None
    # Opened, so that an old one is carried over first and what is wrong with it is said.
    with env.reading():
        return make(env.home.store, BackupReason.IMPORT, env.now())


def _kept(env: Env, made: "Made | None") -> Path | None:
    """The backup, for which older ones go now that something came in."""
    if made is None:
        return None
    from keseimbangan.store.backups import let_older_go

    let_older_go(made, env.now(), env.zone)
    return made.backup.path


@contextmanager
def _opened(path: Path) -> Iterator[StoreFile]:
    try:
        if path.is_file() and path.stat().st_size > MOST_BYTES:
            raise ExportFileTooLarge(path, MOST_BYTES)
        file = path.open("rb")
    except (OSError, ValueError) as error:
        raise ImportFileUnreadable(path) from error
    with file:
        if not is_locked(path):
            yield StoreFile(path, file)
            return
    from keseimbangan.store.sealed_file import unsealed

    with unsealed(path) as content:
        yield StoreFile(path, content)


def _check(path: Path, header: Header) -> None:
    if header.application_id != APPLICATION_ID:
        raise ExportFileBroken(path)
    if header.format_version > FORMAT_VERSION or header.schema > SCHEMA_VERSION:
        raise ExportFileNewer(path, header.schema, SCHEMA_VERSION)


def _created(path: Path, header: Header) -> datetime:
    try:
        moment = datetime.fromisoformat(header.created_at)
    except ValueError as error:
        raise ExportFileBroken(path) from error
    if moment.tzinfo is None:
        raise ExportFileBroken(path)
    return moment
