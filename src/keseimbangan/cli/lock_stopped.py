"""Ctrl-C once the store is rewritten: it goes no further, and says what is so by then."""

from collections.abc import Iterator
from contextlib import contextmanager

from keseimbangan.cli.context import Env
from keseimbangan.i18n import _
from keseimbangan.store.keys import Key, salt_of


@contextmanager
def said_if_stopped(env: Env, key: Key | None) -> Iterator[None]:
    """Whoever stops what has taken place already is told so; without a key it is an unlocking."""
    try:
        yield
    except KeyboardInterrupt:
        if salt_of(env.home.store) == (key and key.salt):
            env.note(_stopped(locked=key is not None))
        raise


def _stopped(*, locked: bool) -> str:
    if not locked:
        return _("Dihentikan, tetapi data Anda sudah tidak terkunci.")
    return _(
        "Dihentikan, tetapi data Anda sudah terkunci dengan sandi yang baru. Cadangan lama mungkin "
        "belum; lihat dengan `imbang data cadangkan --daftar`."
    )
