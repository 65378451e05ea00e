"""A store that is gone while its backups are there: that nobody takes it for a new beginning."""

import os

from keseimbangan.cli.context import Env
from keseimbangan.domain.backups import Backup, newest_first
from keseimbangan.errors.store import StoreGone
from keseimbangan.i18n import _
from keseimbangan.store.backup_folder import backups_in, folder_of


def backups_left(env: Env) -> list[Backup]:
    """The backups of a store that is gone, newest first; none where it is there."""
    # A link that leads nowhere is a disk that is away.
    if os.path.lexists(env.home.store):
        return []
    return newest_first(backups_in(folder_of(env.home.store)), env.now())


def refuse_lost(env: Env) -> None:
    """Raise StoreGone where the store is gone and has left backups."""
    if backups_left(env):
        raise StoreGone


def refuse_damaged(env: Env) -> None:
    """Raise StoreDamaged where the store is there and cannot be worked with."""
    from keseimbangan.store.complaints import damaged
    from keseimbangan.store.soundness import is_usable

    if os.path.lexists(env.home.store) and not is_usable(env.home.store):
        raise damaged(env.home.store)


def tell_of_loss(env: Env) -> None:
    """The same in a note, for what goes on without a store."""
    if backups_left(env):
        env.note(str(StoreGone()))


def tell_of_beginning(env: Env) -> None:
    """A store was begun anew; where an older one left backups, it may have been lost."""
    if backups_in(folder_of(env.home.store)):
        env.note(
            _(
                "Berkas data tidak ada, jadi dibuat yang baru. Cadangan yang lama masih ada: "
                "kembalikan dengan `imbang data pulihkan`."
            )
        )
