"""`imbang data cadangkan`: a verified copy, here or where the person wants it, and the list."""

import os
from pathlib import Path
from typing import Annotated

from keseimbangan.cli import params
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.cli.destinations import destination
from keseimbangan.cli.readers import file_named
from keseimbangan.domain.backups import BackupReason
from keseimbangan.errors.backups import BackupFailed, NothingToBackUp, OptionWithoutFile
from keseimbangan.errors.usage import OptionsConflict
from keseimbangan.i18n import _
from keseimbangan.store.keys import is_locked


def backup(
    ctx: Context,
    file: Annotated[
        str | None,
        params.argument(
            _("BERKAS"),
            help=_("Berkas atau folder tujuan; bila kosong, folder cadangan."),
            parser=params.short_text,
        ),
    ] = None,
    listed: Annotated[
        bool, params.option("daftar", "list", help=_("Daftar cadangan yang ada."))
    ] = False,
    overwrite: Annotated[bool, params.overwrite_option()] = False,
    in_the_open: Annotated[
        bool,
        params.option(
            "terbuka", "unlocked", help=_("Bila data terkunci: BERKAS tanpa kunci, dapat dibaca.")
        ),
    ] = False,
) -> None:
    """`cadangkan`."""
    env = env_of(ctx)
    if listed and file is not None:
        raise OptionsConflict(_("BERKAS"), _("--daftar"))
    if in_the_open and file is None:
        # Among the backups the readable one would soon be forgotten.
        raise OptionWithoutFile(_("--terbuka"))
    if listed:
        return _list(env)
    if not env.home.store.exists():
        from keseimbangan.cli.lost_store import refuse_lost

        refuse_lost(env)
        raise NothingToBackUp
    if file is None:
        return _keep(env)
    place = destination(env, file_named(file, f"keseimbangan-{env.today()}.db"))
    return _keep_in(env, place.absolute(), overwrite=overwrite, in_the_open=in_the_open)


def _list(env: Env) -> None:
    from keseimbangan.domain.backups import newest_first
    from keseimbangan.store.backup_folder import backups_in, folder_of
    from keseimbangan.view.backups import BackupList

    folder = folder_of(env.home.store)
    backups = newest_first(backups_in(folder), env.now())
    locked = frozenset(backup.path for backup in backups if is_locked(backup.path))
    env.show(BackupList(folder, backups, env.zone, locked))


def _keep(env: Env) -> None:
    from keseimbangan.store.backups import back_up
    from keseimbangan.view.backups import BackupCard

    made = back_up(env.home.store, BackupReason.MANUAL, env.now(), env.zone)
    env.show(BackupCard(made.path, made.size))


def _keep_in(env: Env, file: Path, *, overwrite: bool, in_the_open: bool) -> None:
    from keseimbangan.errors.files import FileAlreadyThere, FileNotWritable, NotRegularFile
    from keseimbangan.store.backups import back_up_to
    from keseimbangan.view.backups import BackupCard

    if os.path.lexists(file) and not overwrite:
        raise FileAlreadyThere(file)
    if os.path.exists(file) and not os.path.isfile(file):
        raise NotRegularFile(file)
    try:
        size = back_up_to(env.home.store, file, overwrite=overwrite, in_the_open=in_the_open)
    except BackupFailed as failure:
        if failure.error is None:
            raise
        raise FileNotWritable(file, failure.error) from failure
    env.show(BackupCard(file, size))
