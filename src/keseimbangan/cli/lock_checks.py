"""What must be so before a store is locked, unlocked or locked anew."""

from keseimbangan.cli.context import Env
from keseimbangan.cli.lost_store import refuse_lost
from keseimbangan.store.keys import Key, has_changed, is_locked, key_of


def require_store(env: Env) -> None:
    """There is something to lock, and the library that does it.

    Raises StoreUnreachable, StoreGone, NothingToLock or EncryptionMissing.
    """
    from keseimbangan.errors.locking import NothingToLock
    from keseimbangan.store.connections import refuse_dead_link

    if not env.home.store.exists():
        refuse_dead_link(env.home.store)
        refuse_lost(env)
        raise NothingToLock
    # Raises where the library is not there.
    from keseimbangan.store import encrypted  # noqa: F401


def present_key(env: Env) -> Key:
    """The key that opens the store, asked for where need be. Raises NotLocked."""
    from keseimbangan.errors.locking import NotLocked

    if not is_locked(env.home.store):
        raise NotLocked
    key = key_of(env.home.store)
    assert key is not None
    return key


def require_unchanged(env: Env) -> None:
    """While a person typed, another terminal may have locked or unlocked. Raises LockChanged."""
    from keseimbangan.errors.locking import LockChanged

    if has_changed(env.home.store):
        raise LockChanged


def require_rest(env: Env) -> None:
    """Nobody is counting a session: a countdown cannot ask for a passphrase."""
    from keseimbangan.domain.focus import is_dangling
    from keseimbangan.errors.locking import SessionCounting
    from keseimbangan.store.focus import Focus

    # Opening it also brings an older store to this schema.
    with env.reading() as db:
        session = Focus(db).running()
    if session and not session.background and not is_dangling(session, env.now()):
        raise SessionCounting
