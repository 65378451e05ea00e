"""What becomes of an error nobody foresaw: a log with the traceback, and a short sentence."""

import os
import platform
import sys
import tempfile
import traceback
from pathlib import Path

from keseimbangan import __version__
from keseimbangan.i18n import _


def report(error: Exception, logs: Path) -> str:
    """Write the log; the sentence that names it."""
    text = describe(error)
    for directory in (logs, Path(tempfile.gettempdir())):
        try:
            path = _write(directory, text)
        except OSError:
            continue
        return _(
            "Terjadi kesalahan program; data Anda tidak diubah oleh perintah ini. "
            "Rinciannya di {path}."
        ).format(path=path)
    return _("Terjadi kesalahan program; data Anda tidak diubah oleh perintah ini.")


def describe(error: Exception) -> str:
    """The traceback without messages and values: a log must never hold what a person wrote."""
    parts = [f"keseimbangan {__version__}, Python {platform.python_version()}, {sys.platform}"]
    cause: BaseException | None = error
    while cause is not None:
        frames = traceback.extract_tb(cause.__traceback__)
        parts.append(type(cause).__qualname__)
        parts += [f"  {Path(f.filename).name}:{f.lineno} {f.name}" for f in frames]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(parts) + "\n"


def _write(directory: Path, text: str) -> Path:
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    # mkstemp opens it for its owner alone.
    handle, name = tempfile.mkstemp(prefix="galat-", suffix=".txt", dir=directory)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    return Path(name)
