"""The store rewritten for a key, the keyring and the setting that go with it, and what is shown."""

from keseimbangan.cli.context import Env
from keseimbangan.cli.home_files import backup_files
from keseimbangan.cli.locked_backups import is_unclear, still_readable
from keseimbangan.cli.system_keyring import keep, take_out
from keseimbangan.store.keys import Key

KEYRING_SETTING = "kunci.gantungan"


def lock_store(env: Env, key: Key, *, keyring: bool) -> None:
    """Rewrite the store for a key, which the keyring has from then on where that is wanted."""
    from keseimbangan.errors import KeseimbanganError
    from keseimbangan.store.conversion import convert

    if keyring:
        # Before anything is locked with it: then nothing has to be taken back where it refuses.
        keep(key)
    try:
        with env.lasting():
            convert(env.home.store, key)
    except KeseimbanganError:
        if keyring:
            take_out(env, [key.salt])
        raise


def note_keyring(env: Env, *, wanted: bool) -> None:
    """Set whether the key of the store is looked for in the keyring."""
    from keseimbangan.cli.atur import put

    if wanted != env.settings.keyring:
        put(env, {KEYRING_SETTING: True if wanted else None})


def show_locked(
    env: Env, converted: int, *, wanted: bool, keyring: bool, headline: str, closed: int = 0
) -> None:
    """What is locked now, and what of it can still be read elsewhere; `wanted` were backups too."""
    from keseimbangan.view.locking import Locked

    found = still_readable(env)
    unclear = [path for path in found if is_unclear(path)]
    plain = [path for path in found if path not in unclear]
    backups = backup_files(env.home)
    screen = Locked(
        env.home.store,
        converted,
        plain,
        unclear,
        keyring=keyring,
        headline=headline,
        closed=closed,
        plain_backups=not wanted and any(path in backups for path in plain),
    )
    env.show(screen)
