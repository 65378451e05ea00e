"""Reading the JSON of other programs: whatever stands in it, a value or nothing comes out."""

import json
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from keseimbangan.domain.arrivals import understood
from keseimbangan.errors.exchange import (
    ExportFileTooLarge,
    ForeignFileBroken,
    ImportFileUnreadable,
)
from keseimbangan.exchange.store_file import encoding_of

MOST_BYTES = 64_000_000


def load(path: Path, broken: ForeignFileBroken) -> Any:
    """The document of a file; one object to a line is read as a list of them."""
    text = _text(path, broken)
    if not text.strip():
        raise broken
    try:
        return json.loads(text)
    except RecursionError as error:
        raise broken from error
    except ValueError:
        pass
    try:
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError) as error:
        raise broken from error


def _text(path: Path, broken: ForeignFileBroken) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise ImportFileUnreadable(path) from error
    if len(raw) > MOST_BYTES:
        raise ExportFileTooLarge(path, MOST_BYTES)
    try:
        return raw.decode(encoding_of(raw))
    except UnicodeDecodeError as error:
        raise broken from error


def text(row: dict[str, Any], name: str) -> str:
    """A text, or an empty one."""
    value = row.get(name)
    return value if isinstance(value, str) else ""


def texts(row: dict[str, Any], name: str) -> list[str]:
    """The texts of a list, or none."""
    value = row.get(name)
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def rows(value: Any) -> list[dict[str, Any]]:
    """The objects of a list, or of an object's values."""
    found = value.values() if isinstance(value, dict) else value
    return [each for each in found if isinstance(each, dict)] if _many(found) else []


def listed(items: list[Any]) -> list[dict[str, Any]]:
    """The objects of a list; what is none is an empty one, so that all keep their positions."""
    return [each if isinstance(each, dict) else {} for each in items]


def _many(value: Any) -> bool:
    return isinstance(value, list) or type(value).__name__ == "dict_values"


def number(row: dict[str, Any], name: str) -> float:
    """A number, or 0."""
    value = row.get(name)
    plain = isinstance(value, (int, float)) and not isinstance(value, bool)
    return float(value) if plain and abs(value) < 1e15 else 0.0  # type: ignore[arg-type]


def compact_instant(row: dict[str, Any], name: str) -> datetime | None:
    """`20141018T050231Z`, as Taskwarrior and Timewarrior write an instant."""
    try:
        moment = datetime.strptime(text(row, name), "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None
    return understood(moment)


def epoch_instant(row: dict[str, Any], name: str) -> datetime | None:
    """Milliseconds since 1970, as JavaScript counts them."""
    seconds = number(row, name) / 1000
    if not 0 < seconds < 1e11:
        return None
    try:
        return understood(datetime.fromtimestamp(seconds, UTC))
    except (ValueError, OverflowError, OSError):
        return None


def filled(row: dict[str, Any], names: Iterable[str]) -> list[str]:
    """Those of some fields that hold anything."""
    return [name for name in names if row.get(name) not in (None, False, "", [], {})]


def derived_uid(program: str, key: str) -> str:
    """The UUID of something that has none of its own, the same at every import."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{program} {key}"))
