"""The backups of a store that is being locked, and what else of it can still be read."""

from pathlib import Path

from keseimbangan.cli.context import Env
from keseimbangan.i18n import _
from keseimbangan.store.keys import Key, is_locked


def backup_paths(env: Env) -> list[Path]:
    """Every backup of the store, by whatever name."""
    from keseimbangan.store.backup_folder import folder_of
    from keseimbangan.store.purging import copies_in

    return copies_in(folder_of(env.home.store))


def lockable(env: Env, before: Key | None) -> list[Path]:
    """Backups that can be locked anew: the plain ones, and those of the present key."""
    from keseimbangan.store.keys import salt_of

    return [
        path
        for path in backup_paths(env)
        if not is_locked(path) or (before and salt_of(path) == before.salt)
    ]


def are_wanted(env: Env, count: int, backups: bool | None, *, again: bool) -> bool:
    """Whether so many backups are to be locked too, `again` those that are locked already."""
    from keseimbangan.cli.prompts import confirm
    from keseimbangan.i18n import ngettext

    if backups is not None:
        return backups
    if again:
        question = ngettext(
            "Kunci juga {n} cadangan dengan sandi baru? Bila tidak, sandi lama tetap membukanya.",
            "Kunci juga {n} cadangan dengan sandi baru? Bila tidak, sandi lama tetap membukanya.",
            count,
        )
    else:
        question = ngettext(
            "Ada {n} cadangan yang tidak terkunci. Kunci juga?",
            "Ada {n} cadangan yang tidak terkunci. Kunci juga?",
            count,
        )
    return confirm(env, question.format(n=count), flag=_("--cadangan"), default=True)


def lock_all(paths: list[Path], key: Key) -> list[Path]:
    """Lock backups; those that could not be."""
    from keseimbangan.errors import KeseimbanganError
    from keseimbangan.store.conversion import convert

    failed = []
    for path in paths:
        try:
            # Rotation may have let one go meanwhile.
            if path.exists():
                convert(path, key, store=False)
        except KeseimbanganError:
            # A damaged one stays what it is, and is listed.
            failed.append(path)
    return failed


def back_up_anew(env: Env) -> None:
    """A second copy in the new form; the store itself has been compared with the old one."""
    from keseimbangan.cli.backup_keeping import back_up_before
    from keseimbangan.domain.backups import BackupReason
    from keseimbangan.errors import KeseimbanganError

    try:
        back_up_before(env, BackupReason.ENCRYPTION)
    except KeseimbanganError as problem:
        env.output.error(problem)


def still_readable(env: Env) -> list[Path]:
    """What can still be read: backups, lost stores, and what killed processes left."""
    from keseimbangan.store.files import FORMS
    from keseimbangan.store.purging import remains_of
    from keseimbangan.store.staging import left_behind

    folders = (*env.home.data.glob(FORMS), *left_behind())
    inside = [path for folder in folders for path in sorted(folder.rglob("*"))]
    found = (*backup_paths(env), *remains_of(env.home.store), *inside)
    return [
        path for path in found if path.is_file() and path.stat().st_size and not is_locked(path)
    ]
