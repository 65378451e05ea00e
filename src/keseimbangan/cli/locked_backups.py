"""The backups of a store that is being locked, and what else of it can still be read."""

from contextlib import suppress
from pathlib import Path

from keseimbangan.cli.context import Env
from keseimbangan.cli.home_files import backup_files, drafts, remains
from keseimbangan.i18n import _
from keseimbangan.store.files import SQLITE
from keseimbangan.store.keys import Key, derived, hold, is_locked, salt_of


def lockable(env: Env, before: Key | None) -> list[Path]:
    """Backups that can be locked anew: the plain ones, and those that the present key opens.

    So do those of an earlier locking whose passphrase was the one given in this call.
    """
    paths = backup_files(env.home)
    plain = [path for path in paths if not is_locked(path)]
    return [*plain, *(path for path in paths if _opens(env, path, before))]


def _opens(env: Env, path: Path, before: Key | None) -> bool:
    if before is None or (salt := salt_known(path)) is None:
        return False
    if salt == before.salt:
        return True
    key = env.passphrases().given(path, salt)
    if key is not None:
        hold(key)
    return key is not None


def closed_to(env: Env, passphrase: str) -> int:
    """How many backups are locked in another way than with this passphrase."""
    from keseimbangan.store.encrypted import fits

    keys: dict[bytes, Key] = {}
    closed = 0
    for path in filter(is_locked, backup_files(env.home)):
        salt = salt_known(path)
        if salt is not None and salt not in keys:
            keys[salt] = derived(passphrase, salt)
        closed += salt is None or not fits(path, keys[salt])
    return closed


def salt_known(path: Path) -> bytes | None:
    """The salt of a locked file; none also for what a later program has locked."""
    from keseimbangan.errors.locking import LockedByNewer

    with suppress(LockedByNewer):
        return salt_of(path)
    return None


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
    found = (*backup_files(env.home), *remains(env.home), *drafts(env.home))
    return [path for path in found if _holds_anything(path) and not is_locked(path)]


def is_unclear(path: Path) -> bool:
    """Whether a lost store has lost its beginning, too: then nothing tells if it was locked."""
    if "-rusak-" not in path.name:
        return False
    with suppress(OSError), path.open("rb") as file:
        return file.read(len(SQLITE)) != SQLITE
    # Another account's, perhaps.
    return True


def _holds_anything(path: Path) -> bool:
    # It may have gone meanwhile.
    with suppress(OSError):
        return path.is_file() and path.stat().st_size > 0
    return False
