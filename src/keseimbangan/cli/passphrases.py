"""Where a passphrase comes from: a file descriptor, the system's keyring, or a question.

Never from the command line, which other accounts can list and the shell remembers, nor from a
variable of the environment, which every program started later inherits. A variable only names the
descriptor.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from keseimbangan.cli.context import Env
from keseimbangan.cli.typed_line import typed_line
from keseimbangan.errors.locking import (
    LEAST_CHARACTERS,
    MOST_BYTES,
    DescriptorIsTerminal,
    DescriptorUnreadable,
    PassphraseLong,
    PassphraseNeeded,
    PassphrasesDiffer,
    PassphraseWeak,
    PassphraseWrong,
)
from keseimbangan.i18n import _
from keseimbangan.store.encrypted import fits
from keseimbangan.store.keys import Key, derived

VARIABLE = "KESEIMBANGAN_SANDI_FD"
TRIES = 3
PATIENCE_SECONDS = 3.0


class Passphrases:
    """The passphrases of one call: what was given once is not asked again."""

    def __init__(self, env: Env) -> None:
        self._env = env
        self._given: list[str] = []

    def find(self, path: Path, salt: bytes) -> Key:
        """The key that opens a locked file. Raises PassphraseNeeded or PassphraseWrong."""
        _leave_no_core()
        try:
            return self._found(path, salt)
        except PassphraseWrong:
            store = path == self._env.home.store
            raise PassphraseWrong(path, self._backup(path), store=store) from None

    def _backup(self, path: Path) -> Path | None:
        """A backup to try in the place of the store: its own beginning may be damaged."""
        from keseimbangan.store.backup_folder import folder_of
        from keseimbangan.store.backup_reading import newest_good
        from keseimbangan.store.keys import without_asking

        if path != self._env.home.store:
            return None
        with without_asking():
            return newest_good(folder_of(path), self._env.now())

    def _found(self, path: Path, salt: bytes) -> Key:
        if (key := self.given(path, salt)) is not None:
            return key
        # What was said for this one call comes before what is kept for all.
        if number := os.environ.get(VARIABLE):
            return self._described(path, salt, number)
        if (kept := self._kept(path, salt)) is not None:
            return kept
        if not self._env.interactive:
            raise PassphraseNeeded(path)
        return self._asked(path, salt)

    def given(self, path: Path, salt: bytes) -> Key | None:
        """The key that opens a locked file by what was given before in this call."""
        keys = (derived(passphrase, salt) for passphrase in self._given)
        return next((key for key in keys if fits(path, key)), None)

    def _described(self, path: Path, salt: bytes, number: str) -> Key:
        if not self._given:
            return self._accepted(path, salt, from_descriptor(number))
        # The descriptor is empty; a backup of another time may still be known to the keyring.
        if (kept := self._kept(path, salt)) is not None:
            return kept
        raise PassphraseWrong(path)

    def _kept(self, path: Path, salt: bytes) -> Key | None:
        if not self._env.settings.keyring:
            return None
        from keseimbangan.cli import system_keyring

        with self._said_if_slow():
            key = system_keyring.taken(salt)
        return key if key and fits(path, key) else None

    @contextmanager
    def _said_if_slow(self) -> Iterator[None]:
        """A keyring may be waiting for its own passphrase in a window that nobody sees."""
        from threading import Timer

        words = _(
            "Menunggu penyimpan sandi sistem (keyring). Buka di layarnya, atau hentikan dengan "
            "Ctrl-C."
        )
        timer = Timer(PATIENCE_SECONDS, self._env.note, [words])
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _accepted(self, path: Path, salt: bytes, passphrase: str) -> Key:
        self._given.append(passphrase)
        key = derived(passphrase, salt)
        if not fits(path, key):
            raise PassphraseWrong(path)
        return key

    def _asked(self, path: Path, salt: bytes) -> Key:
        question = _question(path, self._env.zone)
        for _try in range(TRIES - 1):
            try:
                return self._accepted(path, salt, typed(question))
            except PassphraseWrong:
                self._env.note(_("Sandi itu tidak cocok."))
        return self._accepted(path, salt, typed(question))


def _question(path: Path, zone: str) -> str:
    from keseimbangan import formats
    from keseimbangan.domain.period import local
    from keseimbangan.store.backup_folder import moment_in

    if at := moment_in(path.name):
        moment = formats.dated_moment(local(at, zone))
        return _("Sandi cadangan {moment}:").format(moment=moment)
    return _("Sandi untuk {name}:").format(name=path.name)


def new_passphrase(env: Env, descriptor: int | None) -> str:
    """A passphrase to lock with, from a descriptor or typed twice. Raises PassphraseWeak."""
    _leave_no_core()
    if descriptor is not None:
        return _strong(from_descriptor(str(descriptor)))
    if not env.interactive:
        from keseimbangan.errors.usage import AnswerNeeded

        raise AnswerNeeded(_("--sandi-fd"), _("Apa sandi yang baru?"))
    env.note(_("Tanpa sandi ini data Anda tidak dapat dibuka lagi oleh siapa pun, juga oleh Anda."))
    for _try in range(TRIES):
        try:
            return _typed_twice()
        except (PassphraseWeak, PassphrasesDiffer) as problem:
            env.output.error(problem)
    return _typed_twice()


def from_descriptor(number: str) -> str:
    """The first line of what an open descriptor holds, whole.

    Raises DescriptorUnreadable, DescriptorIsTerminal or PassphraseLong.
    """
    try:
        handle = int(number)
        # There it would be shown while it is typed.
        if os.isatty(handle):
            raise DescriptorIsTerminal(number)
        line = _first_line(handle)
        words = line.removesuffix(b"\r").decode()
    except (OSError, ValueError, OverflowError):
        words = ""
    if not words:
        raise DescriptorUnreadable(number)
    return words


def _leave_no_core() -> None:
    """What a killed process leaves to be examined would hold passphrase and journal, readable."""
    if sys.platform != "win32":
        import resource

        _soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard))


def _first_line(handle: int) -> bytes:
    data = b""
    while b"\n" not in data and (piece := os.read(handle, MOST_BYTES)):
        data += piece
        if len(data.partition(b"\n")[0]) > MOST_BYTES:
            raise PassphraseLong
    return data.partition(b"\n")[0]


def typed(question: str) -> str:
    """What a person types at the terminal, without showing it."""
    try:
        with _unseen():
            # Not before: what is typed as soon as it is asked for would be shown and thrown away.
            sys.stderr.write(f"{question} ")
            sys.stderr.flush()
            line = typed_line()
    finally:
        # The line end that was typed was not shown either.
        sys.stderr.write("\n")
    if not line:
        raise EOFError
    return line.rstrip("\r\n")


def _typed_twice() -> str:
    first = _strong(typed(_("Sandi baru:")))
    if typed(_("Sandi baru, sekali lagi:")) != first:
        raise PassphrasesDiffer
    return first


def _strong(passphrase: str) -> str:
    if len(passphrase) < LEAST_CHARACTERS or not passphrase.isprintable():
        raise PassphraseWeak
    return passphrase


@contextmanager
def _unseen() -> Iterator[None]:
    if sys.platform == "win32":
        from keseimbangan.cli.unseen_windows import unseen

        with unseen():
            yield
        return
    import io
    import termios

    try:
        handle = sys.stdin.fileno()
    except io.UnsupportedOperation:
        # Not a real terminal: there is nothing that would show it.
        yield
        return
    before = termios.tcgetattr(handle)
    quiet = [*before]
    quiet[3] &= ~termios.ECHO
    # What was typed ahead is thrown away: it was shown.
    termios.tcsetattr(handle, termios.TCSAFLUSH, quiet)
    try:
        yield
    finally:
        termios.tcsetattr(handle, termios.TCSAFLUSH, before)
