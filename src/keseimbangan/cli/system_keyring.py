"""The system's keyring: it keeps the key of a store, so that nobody has to type.

The key, not the passphrase: it opens these files and nothing else, and needs no derivation.
"""

import re
from collections.abc import Iterable

from keseimbangan.cli.context import Env
from keseimbangan.errors.locking import KeyringUnusable
from keseimbangan.i18n import _
from keseimbangan.store.keys import Key

SERVICE = "keseimbangan"
# Below it are those that `keyring` does not recommend: none, and files without a lock.
_LEAST_PRIORITY = 1
PATIENCE_SECONDS = 3.0


def taken(salt: bytes) -> Key | None:
    """The key that was kept for files of a salt, if there is one and the keyring gives it."""
    try:
        import keyring

        found = keyring.get_password(SERVICE, salt.hex())
    except Exception:
        # Backends raise whatever their system does; then the passphrase is asked for.
        return None
    if not found or not re.fullmatch("[0-9a-f]{64}", found):
        return None
    return Key(bytes.fromhex(found), salt)


def keep(key: Key, *, locked: bool = False) -> None:
    """Keep a key, perhaps of what is `locked` already.

    Raises KeyringUnusable, also where the keyring is a file that anyone may read.
    """
    try:
        import keyring

        if not _is_usable():
            raise KeyringUnusable(locked=locked)
        keyring.set_password(SERVICE, key.salt.hex(), key.secret.hex())
    except Exception as error:
        raise KeyringUnusable(locked=locked) from error
    if taken(key.salt) != key:
        raise KeyringUnusable(locked=locked)


def take_out(env: Env, salts: Iterable[bytes]) -> None:
    """Take the keys of files out again, whatever the settings say; what may be left is told.

    A keyring that waits for its own passphrase is not waited for longer than PATIENCE_SECONDS.
    """
    from threading import Thread

    wanted, gone = list(salts), set[bytes]()
    worker = Thread(target=lambda: gone.update(filter(_is_gone, wanted)), daemon=True)
    worker.start()
    worker.join(PATIENCE_SECONDS)
    # Where no keyring was ever of use, there is nothing in it.
    if not gone.issuperset(wanted) and (env.settings.keyring or _is_usable()):
        env.note(
            _(
                "Kunci data ini mungkin masih ada di penyimpan sandi sistem (keyring). Hapus di "
                "sana entri bernama keseimbangan."
            )
        )


def _is_gone(salt: bytes) -> bool:
    try:
        import keyring

        if keyring.get_password(SERVICE, salt.hex()) is not None:
            keyring.delete_password(SERVICE, salt.hex())
        return keyring.get_password(SERVICE, salt.hex()) is None
    except Exception:
        return False


def _is_usable() -> bool:
    try:
        import keyring

        return bool(keyring.get_keyring().priority >= _LEAST_PRIORITY)
    except Exception:
        return False
