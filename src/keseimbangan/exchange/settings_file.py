"""Changing `pengaturan.toml` and nothing else in it: a person's comments and order stay."""

import os
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.container import Container
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import Table

from keseimbangan.errors.settings import SettingsUnwritable
from keseimbangan.private_files import make_folder, put_in_place, remove_forgotten

Plain = str | int | bool

# Not `.*.toml`: where the folder is a person's own, that may be a file of theirs.
_PREFIX = ".pengaturan-"


def change(path: Path, changes: Mapping[str, Plain | None], heading: str) -> None:
    """Set keys (`fokus.menit`) to plain values, or take out those that are None, all at once.

    A new file begins with `heading` as a comment. The file is replaced whole or not at all and is
    its owner's alone. Raises SettingsUnwritable.
    """
    # What a link points to is replaced, not the link: dotfiles are often kept elsewhere.
    target = path.resolve()
    try:
        before = _text(target) if target.exists() else f"# {heading}\n"
        _replace(target, _changed(before, changes))
    except (OSError, TOMLKitError) as error:
        raise SettingsUnwritable(path) from error


def present(path: Path, keys: Iterable[str]) -> dict[str, Any]:
    """What the file says of some keys, None where it says nothing. Raises SettingsUnwritable."""
    try:
        said = _flat(tomllib.loads(_text(path))) if path.exists() else {}
    except (OSError, ValueError) as error:
        raise SettingsUnwritable(path) from error
    return {key: said.get(key) for key in keys}


def _text(path: Path) -> str:
    # Bytes, because reading text would turn a Windows file's line ends into others.
    return path.read_bytes().decode("utf-8-sig")


def _changed(text: str, changes: Mapping[str, Plain | None]) -> str:
    document = tomlkit.parse(text)
    for key, value in changes.items():
        *groups, name = key.split(".")
        if value is None:
            _remove(document, groups, name)
        else:
            _set(document, groups, name, value)
    changed = tomlkit.dumps(document)
    _verify(text, changes, changed)
    return changed


def _set(document: Any, groups: list[str], name: str, value: Plain) -> None:
    place = document
    for group in groups:
        if group not in place:
            place[group] = tomlkit.table()
        place = place[group]
    if name not in place and isinstance(place, Table):
        _append(place, name, value)
    else:
        place[name] = value


def _append(table: Table, name: str, value: Plain) -> None:
    """Below the last key, for what follows it in the text belongs to the next table."""
    inner: Container = table.value
    keys = [key for key, _item in inner.body if key is not None]
    if keys:
        inner._insert_after(keys[-1].key, name, tomlkit.item(value))
    else:
        table[name] = value


def _remove(document: Any, groups: list[str], name: str) -> None:
    place = document
    for group in groups:
        place = place.get(group, {})
    with suppress(KeyError):
        del place[name]
    if groups and isinstance(place, Table) and not place.as_string().strip():
        _remove(document, groups[:-1], groups[-1])


def _verify(before: str, changes: Mapping[str, Plain | None], after: str) -> None:
    """That the other program's writer has done exactly what was asked."""
    wanted = {**_flat(tomllib.loads(before)), **changes}
    if _flat(tomllib.loads(after)) != {k: v for k, v in wanted.items() if v is not None}:
        raise TOMLKitError("the file would say something else")


def _flat(document: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    pairs: dict[str, Any] = {}
    for name, value in document.items():
        if isinstance(value, dict):
            pairs |= _flat(value, f"{prefix}{name}.")
        else:
            pairs[prefix + name] = value
    return pairs


def _replace(path: Path, text: str) -> None:
    make_folder(path.parent)
    # mkstemp makes a file that only its owner can read, whatever the umask.
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=".tmp", dir=path.parent)
    try:
        remove_forgotten(path.parent, f"{_PREFIX}*.tmp", Path(name).stat().st_mtime)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        put_in_place(Path(name), path, overwrite=True)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
