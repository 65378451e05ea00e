"""The system's keyring: it keeps the key of a store, so that nobody has to type.

The key, not the passphrase: it opens these files and nothing else, and needs no derivation.
"""

import re

from keseimbangan.errors.encryption import KeyringUnusable
from keseimbangan.store.keys import Key

SERVICE = "keseimbangan"
# Below it are those that `keyring` does not recommend: none, and files without a lock.
_LEAST_PRIORITY = 1


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


def keep(key: Key) -> None:
    """Keep a key; raises KeyringUnusable, also where the keyring is a file that anyone may read."""
    try:
        import keyring

        if keyring.get_keyring().priority < _LEAST_PRIORITY:
            raise KeyringUnusable
        keyring.set_password(SERVICE, key.salt.hex(), key.secret.hex())
    except Exception as error:
        raise KeyringUnusable from error
    if taken(key.salt) != key:
        raise KeyringUnusable


def forget(salt: bytes) -> None:
    """Take a key out again, if it is there."""
    try:
        import keyring

        keyring.delete_password(SERVICE, salt.hex())
    except Exception:
        return
