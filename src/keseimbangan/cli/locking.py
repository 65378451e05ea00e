"""`imbang data kunci`, `buka-kunci`, `ganti-sandi`: the store behind a passphrase, and back."""

from pathlib import Path
from typing import Annotated

from keseimbangan.cli import params
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.cli.home_files import backup_files
from keseimbangan.cli.lock_checks import present_key, require_rest, require_store, require_unchanged
from keseimbangan.cli.lock_deeds import lock_store, note_keyring, show_locked
from keseimbangan.cli.lock_stopped import said_if_stopped
from keseimbangan.cli.locked_backups import (
    are_wanted,
    back_up_anew,
    closed_to,
    lock_all,
    lockable,
    still_readable,
)
from keseimbangan.cli.system_keyring import keep, take_out
from keseimbangan.i18n import _
from keseimbangan.store.keys import Key, hold, is_locked, new_salt

# Not 0: what is piped in leaves no way to be asked anything.
Descriptor = Annotated[
    int | None,
    params.option(
        "sandi-fd",
        "passphrase-fd",
        help=_(
            "Baca sandi baru dari deskriptor berkas ini, misalnya 3. Deskriptor sandi yang "
            "sekarang disebut oleh variabel KESEIMBANGAN_SANDI_FD."
        ),
        metavar=_("ANGKA"),
        parser=params.whole_number(1, 1023),
    ),
]
Keyring = Annotated[
    bool | None,
    params.option(
        "gantungan/tanpa-gantungan",
        "keyring/no-keyring",
        help=_(
            "Simpan kuncinya di penyimpan sandi sistem (keyring), agar sandi tidak perlu diketik."
        ),
    ),
]
Backups = Annotated[
    bool | None,
    params.option(
        "cadangan/tanpa-cadangan",
        "backups/no-backups",
        help=_("Kunci juga cadangan yang sudah ada, atau biarkan."),
    ),
]


def lock(
    ctx: Context, descriptor: Descriptor = None, keyring: Keyring = None, backups: Backups = None
) -> None:
    """`kunci`."""
    env = env_of(ctx)
    require_store(env)
    if is_locked(env.home.store):
        return _lock_further(env, descriptor, keyring, backups)
    old = lockable(env, None)
    return _lock_with(env, None, old, descriptor, bool(keyring), backups)


def _lock_further(
    env: Env, descriptor: int | None, keyring: bool | None, backups: bool | None
) -> None:
    """The key into the keyring or out of it, and what a locking that was cut short left.

    The passphrase stays what it was.
    """
    from keseimbangan.errors.locking import AlreadyLocked

    plain = bool(still_readable(env))
    if not plain and keyring is None:
        raise AlreadyLocked
    key = present_key(env)
    if descriptor is not None and not _is_of(key, descriptor):
        raise AlreadyLocked
    old = [path for path in backup_files(env.home) if not is_locked(path)]
    # Where nobody can be asked, the key alone is moved.
    moved = keyring is not None and backups is None and not env.interactive
    wanted = bool(old) and not moved and are_wanted(env, len(old), backups, again=False)
    kept = env.settings.keyring if keyring is None else keyring
    if keyring:
        keep(key, locked=True)
    note_keyring(env, wanted=kept)
    if not kept:
        take_out(env, [key.salt])
    failed = lock_all(old, key) if wanted else old
    headline = _("Data Anda tetap terkunci, dengan sandi yang sama.")
    show_locked(env, len(old) - len(failed), wanted=wanted, keyring=kept, headline=headline)


def _is_of(key: Key, descriptor: int) -> bool:
    from keseimbangan.cli.passphrases import from_descriptor
    from keseimbangan.store.keys import derived

    return derived(from_descriptor(str(descriptor)), key.salt) == key


def change_passphrase(
    ctx: Context, descriptor: Descriptor = None, keyring: Keyring = None, backups: Backups = None
) -> None:
    """`ganti-sandi`."""
    env = env_of(ctx)
    before = present_key(env)
    old = lockable(env, before)
    kept = env.settings.keyring if keyring is None else keyring
    _lock_with(env, before, old, descriptor, kept, backups)


def unlock(ctx: Context, yes: Annotated[bool, params.yes_option()] = False) -> None:
    """`buka-kunci`."""
    from keseimbangan.cli.backup_keeping import back_up_before
    from keseimbangan.cli.prompts import confirm
    from keseimbangan.domain.backups import BackupReason
    from keseimbangan.store.conversion import convert
    from keseimbangan.view.locking import Unlocked

    env = env_of(ctx)
    before = present_key(env)
    question = _(
        "Buka kunci data Anda? Sesudah itu siapa pun yang dapat membaca berkas Anda dapat membaca "
        "isinya, juga jurnal. `imbang urung` tidak menguncinya lagi."
    )
    if not yes and not confirm(env, question):
        return env.note(_("Tidak ada yang diubah."))
    require_unchanged(env)
    back_up_before(env, BackupReason.ENCRYPTION)
    with said_if_stopped(env, None):
        with env.lasting():
            convert(env.home.store, None)
        note_keyring(env, wanted=False)
        take_out(env, [before.salt])
    locked = [path for path in backup_files(env.home) if is_locked(path)]
    return env.show(Unlocked(env.home.store, len(locked)))


def _lock_with(
    env: Env,
    before: Key | None,
    old: list[Path],
    descriptor: int | None,
    keyring: bool,
    backups: bool | None,
) -> None:
    from keseimbangan.cli.passphrases import new_passphrase
    from keseimbangan.store.keys import derived

    require_rest(env)
    if before is None and env.interactive:
        env.note(
            _(
                "Semua data akan dikunci dengan sandi. Membukanya kembali: "
                "`imbang data buka-kunci`, bukan `imbang urung`."
            )
        )
    wanted = bool(old) and are_wanted(env, len(old), backups, again=before is not None)
    passphrase = new_passphrase(env, descriptor)
    key = derived(passphrase, new_salt())
    require_unchanged(env)
    with said_if_stopped(env, key):
        lock_store(env, key, keyring=keyring)
        hold(key)
        note_keyring(env, wanted=keyring)
        if before is not None:
            take_out(env, [before.salt])
        back_up_anew(env)
        failed = lock_all(old, key) if wanted else old
        show_locked(
            env,
            len(old) - len(failed),
            wanted=wanted,
            keyring=keyring,
            headline=_headline(before, passphrase),
            closed=closed_to(env, passphrase),
        )


def _headline(before: Key | None, passphrase: str) -> str:
    from keseimbangan.store.keys import derived

    if before is None:
        return _("Data Anda terkunci.")
    if derived(passphrase, before.salt) == before:
        return _("Sandinya tetap yang lama; data Anda dikunci ulang dengannya.")
    return _("Sandinya sudah diganti.")
