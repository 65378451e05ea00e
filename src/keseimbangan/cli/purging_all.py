"""`imbang data hapus --semua`: every file of a home, and what opens it."""

import os
from contextlib import suppress
from pathlib import Path

from keseimbangan.cli.context import Env
from keseimbangan.cli.home_files import backup_files, copies, drafts, folders, papers
from keseimbangan.cli.locked_backups import salt_known
from keseimbangan.cli.prompts import confirm
from keseimbangan.i18n import _


def erase_all(env: Env, *, yes: bool) -> None:
    """Erase a home for good. Raises StoreUnreachable, StoreLocked, FolderUnreadable, NotErased."""
    from keseimbangan.store.own_files import files_of
    from keseimbangan.store.purging import destroy, hold_alone
    from keseimbangan.view.purging import Erased, question_of_all

    _require_disk(env)
    found = [*_everything(env), *backup_files(env.home), *folders(env.home)]
    if not any(map(os.path.lexists, found)):
        return env.note(_("Tidak ada yang dihapus: belum ada data."))
    question = question_of_all(str(env.home.data), len(backup_files(env.home)))
    if not yes and not confirm(env, question):
        return env.note(_("Tidak ada yang dihapus."))
    # Whoever reads a file of the store lets go of its locks: all that is read before it is held.
    salts, everything = _salts(env), _everything(env)
    held = hold_alone(env.home.store)
    try:
        _forget_keys(env, salts)
        # The backups before the store: who is interrupted here still sees what is left.
        gone = destroy_copies(env)
        destroy(everything)
    finally:
        if held is not None:
            held.close()
    if not _is_begun_anew(env.home.store):
        # Closing may have left an empty one behind.
        destroy(files_of(env.home.store))
    # Others may have been copying till then.
    gone += destroy_copies(env)
    for folder in folders(env.home):
        # What else somebody keeps there stays.
        with suppress(OSError):
            folder.rmdir()
    return env.show(Erased({}, 0, gone, everything=True))


def _require_disk(env: Env) -> None:
    """What lies on a disk that is away would be left, and nothing would lead to it any more."""
    from keseimbangan.errors.store import StoreUnreachable
    from keseimbangan.store.own_files import is_away, real_of

    if is_away(env.home.store):
        real = real_of(env.home.store)
        if not real.parent.is_dir():
            raise StoreUnreachable(env.home.store)
        env.note(
            _(
                "{link} menunjuk ke {file}, yang tidak ada. Bila disknya sedang dilepas, data di "
                "sana tidak ikut terhapus."
            ).format(link=env.home.store, file=real)
        )


def _everything(env: Env) -> list[Path]:
    from keseimbangan.store.own_files import files_of

    return [*papers(env.home), *drafts(env.home), *files_of(env.home.store)]


def _is_begun_anew(store: Path) -> bool:
    """Whether another terminal has made a store since: it knew of nothing that was to go."""
    return store.is_file() and store.stat().st_size > 0


def destroy_copies(env: Env) -> int:
    """Every backup and what remains of others, until none is left; how many backups there were."""
    from keseimbangan.store.purging import destroy

    count = 0
    while found := copies(env.home):
        count += len(set(found) & set(backup_files(env.home)))
        destroy(found)
    return count


def _salts(env: Env) -> list[bytes]:
    salts = {salt_known(path) for path in (env.home.store, *backup_files(env.home))}
    return [salt for salt in salts if salt]


def _forget_keys(env: Env, salts: list[bytes]) -> None:
    """What opens the files that are about to go, and copies of them elsewhere."""
    if salts:
        from keseimbangan.cli.system_keyring import take_out

        take_out(env, salts)
