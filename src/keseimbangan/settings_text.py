"""The text of `pengaturan.toml`: its keys in a row, and the line on which each stands."""

import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from keseimbangan.errors.settings import BrokenSettings, SettingsNotText, SettingsUnreadable


def text_of(path: Path) -> str:
    """The text of the file; empty where there is none. Windows' editor begins it with a mark."""
    try:
        # A pipe would be waited for and a device never ends.
        if not stat.S_ISREG(path.stat().st_mode):
            raise SettingsUnreadable(path)
        return path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except UnicodeDecodeError as error:
        raise SettingsNotText(path) from error
    except OSError as error:
        raise SettingsUnreadable(path) from error


def keys_of(text: str, path: Path) -> Iterator[tuple[str, Any]]:
    """Every key, `fokus.menit`, with its value. Raises BrokenSettings or SettingsUnreadable."""
    if not text:
        return iter(())
    # Three milliseconds that a person without a file need not wait.
    import tomllib

    try:
        return iter(list(_flat(tomllib.loads(text))))
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        lines = text.splitlines()
        number = int(place[1]) if place else len(lines)
        raise BrokenSettings(path, number, lines[number - 1].strip()) from error
    except RecursionError as error:
        raise SettingsUnreadable(path) from error


def line_of(key: str, text: str) -> int | None:
    """The line on which a key stands, or the inline table in which it does."""
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if bare.startswith("["):
            table = bare.partition("#")[0].strip("[] \t") + "."
        name = re.sub(r"[\"'\s]", "", bare.partition("=")[0])
        if "=" in bare and (key == table + name or key.startswith(f"{table}{name}.")):
            return number
    return None


def _flat(document: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in document.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value
