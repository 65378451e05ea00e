"""`imbang data pulihkan`: what was, from a backup; what is, kept before."""

import os
import shlex
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated, NamedTuple

from keseimbangan.cli import params
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.cli.readers import place_named
from keseimbangan.domain.backups import Backup, BackupReason, TableChange
from keseimbangan.i18n import _
from keseimbangan.store.database import Database
from keseimbangan.store.keys import is_locked, key_of


def _names() -> list[tuple[str, str]]:
    from keseimbangan.cli.completion import backup_names

    return backup_names()


def restore(
    ctx: Context,
    which: Annotated[
        str | None,
        params.argument(
            _("BERKAS|TANGGAL"),
            help=_("Berkas cadangan, atau hari; bila kosong, cadangan terbaru yang utuh."),
            parser=params.short_text,
            complete=_names,
        ),
    ] = None,
    preview: Annotated[bool, params.preview_option()] = False,
    yes: Annotated[bool, params.yes_option()] = False,
) -> None:
    """`pulihkan`."""
    from keseimbangan.cli.prompts import confirm
    from keseimbangan.errors.locking import PassphraseWrong

    env = env_of(ctx)
    store = env.home.store
    backup = _chosen(env, which)
    was_locked = is_locked(store) or is_locked(backup)
    # Whose passphrase is asked for first is what was named.
    key_of(backup)
    try:
        usable = _is_usable(env)
    except PassphraseWrong:
        # Only at a terminal: a wrong passphrase alone changes nothing.
        if yes or preview or not env.interactive:
            raise
        if not confirm(env, _question_of_passphrase(store)):
            env.note(_("Tidak ada yang diubah."))
            return
        usable, yes = False, True
    bring_back = _restore_rows if usable else _replace
    done = bring_back(env, backup, _Wish(which, preview, yes))
    if done and was_locked and not is_locked(store):
        env.note(_("Data Anda di sini tidak terkunci. Kunci dengan `imbang data kunci`."))


class _Wish(NamedTuple):
    """What a person typed."""

    which: str | None
    preview: bool
    yes: bool

    @property
    def call(self) -> str:
        """The same without a preview, where one was wanted."""
        words = [_("imbang data pulihkan"), *([shlex.quote(self.which)] if self.which else [])]
        return " ".join(words) if self.preview else ""


@contextmanager
def _staged(env: Env, backup: Path) -> Iterator[tuple[Path, sqlite3.Connection]]:
    """A readable copy of the backup, open; made once to ask and once more to do.

    So nothing that can be read waits while somebody thinks, and what another terminal erased
    meanwhile does not come back.
    """
    from keseimbangan.store.backup_reading import staged
    from keseimbangan.store.soundness import open_file

    with staged(backup, env.home.store, env.now()) as copy, closing(open_file(copy)) as source:
        yield copy, source


def _question_of_passphrase(store: Path) -> str:
    return _(
        "Sandi itu tidak membuka {path}, atau awal berkas itu rusak. Kesampingkan berkas itu dan "
        "pakai cadangan ini? Yang lama tetap disimpan."
    ).format(path=store)


def _is_usable(env: Env) -> bool:
    """Whether there is a store into which rows can come back."""
    from keseimbangan.errors.migration import MigrationFailed
    from keseimbangan.store.soundness import is_usable

    if not os.path.lexists(env.home.store) or not is_usable(env.home.store):
        return False
    try:
        with env.reading():
            return True
    except MigrationFailed:
        return False


def _chosen(env: Env, text: str | None) -> Path:
    """A file as named, here or among the backups; else the newest good one, or that of a day."""
    from keseimbangan.cli.lost_store import refuse_damaged
    from keseimbangan.errors.backups import NoBackup
    from keseimbangan.store.backup_folder import folder_of
    from keseimbangan.store.backup_reading import good_of

    folder = folder_of(env.home.store)
    if text is not None:
        for path in (place_named(text).absolute(), folder / text):
            if os.path.isfile(path):
                return path
    try:
        return good_of(folder, _day(env, text), env.zone, env.now()).path
    except NoBackup:
        if text is None:
            refuse_damaged(env)
        raise


def _day(env: Env, text: str | None) -> date | None:
    from keseimbangan.errors.backups import UnknownBackup
    from keseimbangan.errors.text import DayToCome, UnreadableDate

    try:
        day = env.optional_day(text)
    except UnreadableDate:
        raise UnknownBackup(text or "") from None
    if day is not None and day > env.today():
        raise DayToCome(day, _("Lihat cadangan yang ada dengan `imbang data cadangkan --daftar`."))
    return day


def _restore_rows(env: Env, backup: Path, wish: _Wish) -> bool:
    """Bring rows back into the store that is there; whether that was done."""
    from keseimbangan.cli.backup_keeping import back_up_before, keep_restored
    from keseimbangan.store import restore as rows
    from keseimbangan.store.backup_folder import named
    from keseimbangan.store.reshaping import is_misshapen, reshape_store
    from keseimbangan.view.restore import RestoreCard, question

    made, misshapen = named(backup), is_misshapen(env.home.store)
    with _staged(env, backup) as (_copy, source), env.reading() as db:
        planned = rows.changes(db, source)
        if not wish.preview:
            _require_uncounted(env, db, source)
    if wish.preview or not (planned or misshapen):
        env.show(RestoreCard(backup, planned, env.zone, done=False, made=made, call=wish.call))
        return False
    if not wish.yes and not _agreed(env, backup, made, planned, question(planned)):
        return False
    # Before the backup of now, for which the oldest of its kind goes: it may be this one.
    with _staged(env, backup) as (_copy, source):
        kept = back_up_before(env, BackupReason.RESTORE)
        if misshapen:
            reshape_store(env.home.store)
            env.note(_("Skema berkas data dibuat lagi sebagaimana semestinya."))
        with env.lasting(), env.changing() as db:
            _require_uncounted(env, db, source)
            done = rows.restore(db, source)
    keep_restored(env, backup)
    kept_at = kept and kept.path
    env.show(RestoreCard(backup, done, env.zone, done=True, kept=kept_at, made=made))
    return True


def _require_uncounted(env: Env, db: Database, source: sqlite3.Connection) -> None:
    """Raise SessionInTheWay where a session that another terminal counts would go or change."""
    from keseimbangan.cli.counted_session import counted_elsewhere
    from keseimbangan.errors.steps import SessionInTheWay
    from keseimbangan.store.restore import touches

    session = counted_elsewhere(env, db)
    if session and touches(db, source, "focus_sessions", session):
        raise SessionInTheWay(session)


def _replace(env: Env, backup: Path, wish: _Wish) -> bool:
    """Put the backup in the place of a store that is lost; whether that was done."""
    from keseimbangan.cli.backup_keeping import keep_restored
    from keseimbangan.store.backup_folder import named
    from keseimbangan.store.complaints import translated
    from keseimbangan.store.replacing import replace
    from keseimbangan.store.soundness import contents
    from keseimbangan.view.restore import RestoreCard, question_of_damage

    store = env.home.store
    with _staged(env, backup) as (_copy, source):
        planned, made = _whole(contents(source).rows), named(backup)
    card = partial(RestoreCard, backup, planned, env.zone, made=made, whole=True)
    if wish.preview:
        env.show(card(done=False, call=wish.call))
        return False
    asked = question_of_damage(made, env.zone)
    if os.path.lexists(store) and not wish.yes and not _agreed(env, backup, made, planned, asked):
        return False
    with _staged(env, backup) as (copy, source):
        source.close()
        with translated(store):
            aside = replace(store, copy, env.now())
    keep_restored(env, backup)
    env.show(card(done=True, aside=aside))
    return True


def _whole(rows: dict[str, int]) -> list[TableChange]:
    from keseimbangan.store.compiled import TABLES

    named = (name for name in TABLES if name != "deletions")
    return [TableChange(name, rows[name], 0, 0) for name in named if rows.get(name)]


def _agreed(
    env: Env, backup: Path, made: Backup | None, planned: Sequence[TableChange], asked: str
) -> bool:
    from keseimbangan.cli.prompts import confirm
    from keseimbangan.view.restore import preview_text

    if env.interactive:
        env.note(preview_text(backup, planned, env.zone, made))
    if confirm(env, asked):
        return True
    env.note(_("Tidak ada yang diubah."))
    return False
