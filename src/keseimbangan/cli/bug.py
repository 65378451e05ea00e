"""What becomes of an error nobody foresaw: a log with the traceback, and a short sentence."""

import os
import platform
import sys
import tempfile
import traceback
from contextlib import suppress
from pathlib import Path

from keseimbangan import __version__
from keseimbangan.errors.program import ProgramFault
from keseimbangan.private_files import make_folder


def reported(error: Exception, logs: Path) -> ProgramFault:
    """Write the log, in the directory of logs or else in that of temporary files; what to say."""
    text = described(error)
    for directory in (logs, None):
        # On a full disk even the name of the temporary directory cannot be found.
        with suppress(OSError):
            return ProgramFault(_written(directory or Path(tempfile.gettempdir()), text))
    return ProgramFault(None)


def described(error: Exception) -> str:
    """The traceback without messages and values: a log must never hold what a person wrote."""
    parts = [f"keseimbangan {__version__}, Python {platform.python_version()}, {sys.platform}"]
    cause: BaseException | None = error
    seen: list[BaseException] = []
    # An error raised from itself would be a chain without an end.
    while cause is not None and cause not in seen:
        seen.append(cause)
        frames = traceback.extract_tb(cause.__traceback__)
        parts.append(type(cause).__qualname__)
        parts += [f"  {Path(f.filename).name}:{f.lineno} {f.name}" for f in frames]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(parts) + "\n"


def _written(directory: Path, text: str) -> Path:
    make_folder(directory)
    # mkstemp opens it for its owner alone.
    handle, name = tempfile.mkstemp(prefix="galat-", suffix=".txt", dir=directory)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    return Path(name)
