"""Taking steps back and bringing them again: what `imbang urung` and `imbang ulang` share."""

from collections.abc import Iterable, Mapping
from typing import Any

from keseimbangan.cli.app import command_name
from keseimbangan.cli.context import Env
from keseimbangan.cli.counted_session import counted_elsewhere
from keseimbangan.domain.steps import Step
from keseimbangan.errors.steps import NothingToRedo, NothingToUndo, SessionInTheWay, TooFewSteps
from keseimbangan.i18n import language
from keseimbangan.store.database import Database
from keseimbangan.store.steps import Steps
from keseimbangan.view.console import shown


def turn(env: Env, count: int, *, redo: bool) -> list[Step]:
    """Undo or redo `count` steps, all or none; the steps as they then are, in their order.

    Raises StoreGone, NothingToUndo, NothingToRedo, TooFewSteps, SessionInTheWay, StepDoesNotFit.
    """
    if not env.home.store.exists():
        from keseimbangan.cli.lost_store import refuse_lost

        refuse_lost(env)
        # None is made for this.
        raise NothingToRedo if redo else NothingToUndo()
    with env.replaying() as db:
        steps = _found(env, db, count, redo=redo)
        session = counted_elsewhere(env, db)
        if session and any(step.touches("focus_sessions", session) for step in steps):
            raise SessionInTheWay(session)
        # Before the settings' file is written, which cannot be rolled back.
        env.keep_daily()
        Steps(db).turn(steps, lambda settings: _put(env, settings))
    return [step._replace(undone=not redo) for step in steps]


def shown_commands(steps: Iterable[Step]) -> dict[int, str]:
    """The words of each step's command in the active language, by the step's number."""
    # A step has the words in Indonesian. Others must be looked for where the command is declared.
    said = _english if language() == "en" else shown
    return {step.number: said(step.command) for step in steps}


def _english(command: str) -> str:
    return command_name(command.split(), english=True)


def _found(env: Env, db: Database, count: int, *, redo: bool) -> list[Step]:
    steps = Steps(db).undone(count) if redo else Steps(db).done(count)
    if not steps:
        raise NothingToRedo if redo else _nothing_to_undo(env, db)
    if len(steps) < count:
        raise TooFewSteps(len(steps), redo=redo)
    return steps


def _nothing_to_undo(env: Env, db: Database) -> NothingToUndo:
    from keseimbangan.domain.backups import BackupReason
    from keseimbangan.store.backup_folder import backups_in, folder_of

    backups = backups_in(folder_of(env.home.store))
    # Before a migration one is made.
    migrated = any(backup.reason is BackupReason.MIGRATION for backup in backups)
    return NothingToUndo(undone=bool(Steps(db).undone(1)), migrated=migrated)


def _put(env: Env, settings: Mapping[str, Any]) -> dict[str, Any]:
    from keseimbangan.cli.atur import put
    from keseimbangan.exchange.settings_file import present

    before = present(env.home.settings, settings)
    put(env, settings)
    return before
