"""Writing in one's own editor, so that a text passes neither the command line nor its history.

The form lies in a directory of its own, closed to others, inside the program's home: an editor
leaves its swap and backup copies beside the file, and all of it goes when the editing ends.
"""

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

from keseimbangan.cli.context import Env
from keseimbangan.cli.prompts import confirm
from keseimbangan.errors import KeseimbanganError
from keseimbangan.errors.journal import (
    EditorFailed,
    EditorNeedsTerminal,
    EditorNotFound,
    FormNotKept,
    FormNotText,
)
from keseimbangan.i18n import _
from keseimbangan.private_files import make_folder
from keseimbangan.store.files import FORM, FORMS

T = TypeVar("T")

_USUAL = ("sensible-editor", "editor", "nano", "vi", "notepad")

# What a killed program could not remove; a day later nobody is still writing in it.
_LEFT_BEHIND = timedelta(days=1)


def edited(env: Env, text: str, accept: Callable[[str], T]) -> T | None:
    """What `accept` makes of the text once it is edited; None where the person lets go of it.

    What `accept` refuses is offered again as it stands, so that nothing written is lost.
    """
    if not env.interactive:
        raise EditorNeedsTerminal
    command = editor_command()
    with _form(env, text) as path:
        while True:
            try:
                _run(command, path)
                if _touched(path, text):
                    return accept(_read(path))
                env.note(_("Formulir belum berubah."))
            except KeseimbanganError as error:
                env.output.error(error)
            question = _("Buka lagi formulirnya? Bila tidak, isinya dibuang.")
            if not confirm(env, question, "", default=_touched(path, text)):
                return None


def editor_command() -> list[str]:
    """The person's editor with its options: VISUAL, EDITOR, else one that is usual here."""
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    if chosen.strip():
        words = _words(chosen)
        if shutil.which(words[0]) is None:
            raise EditorNotFound(words[0])
        return words
    found = next((name for name in _USUAL if shutil.which(name)), None)
    if found is None:
        raise EditorNotFound("")
    return [found]


def _words(command: str) -> list[str]:
    if os.name == "nt":
        # A backslash there parts folders and does not quote.
        return [word.strip('"') for word in shlex.split(command, posix=False)]
    try:
        return shlex.split(command)
    except ValueError as error:
        raise EditorNotFound(command) from error


def _run(command: list[str], path: Path) -> None:
    # Ctrl-C belongs to the editor meanwhile. A handler, unlike SIG_IGN, is not passed on to it.
    before = signal.signal(signal.SIGINT, lambda *_arguments: None)
    try:
        status = subprocess.call([*command, str(path)])
    except OSError as error:
        raise EditorNotFound(command[0]) from error
    finally:
        signal.signal(signal.SIGINT, before)
    if status:
        raise EditorFailed(command[0], status)


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise FormNotText from error
    except OSError as error:
        raise FormNotKept(path.parent) from error


def _touched(path: Path, text: str) -> bool:
    try:
        return _read(path) != text
    except KeseimbanganError:
        return True


@contextmanager
def _form(env: Env, text: str) -> Iterator[Path]:
    """The form as a file that is there for the time of the editing, whatever ends it."""
    with _closed_terminal_as_interrupt():
        directory = _private_directory(env)
        try:
            yield _written(directory / "formulir.txt", text)
        finally:
            shutil.rmtree(directory, ignore_errors=True)
            if directory.exists():
                env.note(_("Folder {path} belum terhapus. Hapus sendiri.").format(path=directory))


def _private_directory(env: Env) -> Path:
    home = env.home.data
    try:
        make_folder(home)
        _remove_left_behind(env)
        return Path(tempfile.mkdtemp(prefix=FORM, dir=home))
    except OSError as error:
        raise FormNotKept(home) from error


def _remove_left_behind(env: Env) -> None:
    oldest = (env.now() - _LEFT_BEHIND).timestamp()
    for directory in env.home.data.glob(FORMS):
        if directory.stat().st_mtime < oldest:
            shutil.rmtree(directory, ignore_errors=True)


def _written(path: Path, text: str) -> Path:
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with open(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise FormNotKept(path.parent) from error
    return path


@contextmanager
def _closed_terminal_as_interrupt() -> Iterator[None]:
    # These signals would otherwise end the program on the spot and leave the form lying there.
    names = [name for name in ("SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), _interrupt) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


def _interrupt(*_arguments: Any) -> None:
    raise KeyboardInterrupt
