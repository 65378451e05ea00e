"""Settings: frozen, from the environment and `pengaturan.toml`, sensible without either.

Every key is listed once, in `KEYS`, with how its value is read. A key that is not there is a typo
and is said with its line, because a setting that is silently ignored is worse than an error.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from keseimbangan.domain.elements import Element
from keseimbangan.domain.workdays import DEFAULT_PROFILE, Profile, WorkingDay
from keseimbangan.errors.settings import BadSetting, BrokenSettings, UnknownSetting

FILE_NAME = "pengaturan.toml"
DEFAULT_ZONE = "Asia/Jakarta"
WEEKDAY_KEYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")


@dataclass(frozen=True)
class Settings:
    """What a person can choose. `intentions` are minutes a week; absent where none is set."""

    language: str = "id"
    zone: str = DEFAULT_ZONE
    urgent_days: int = 2
    profile: Profile = DEFAULT_PROFILE
    location: str = "office"
    focus_minutes: int = 25
    break_minutes: int = 5
    rounds: int = 4
    long_break_minutes: int = 15
    micro_break_minutes: int = 60
    sound: bool = True
    intentions: Mapping[Element, int] = field(default_factory=dict)

    @property
    def work_week_minutes(self) -> int:
        """Working minutes of a full week by the profile."""
        return sum(_net(day) for day in self.profile if day is not None)

    def intention(self, element: Element) -> int | None:
        """Minutes a week meant for an element; for work, unless set, those of the profile."""
        if element in self.intentions:
            return self.intentions[element]
        return self.work_week_minutes if element is Element.WORK else None


def _net(day: WorkingDay) -> int:
    from datetime import date

    from keseimbangan.domain.workdays import HoursReason, WorkingHours

    return WorkingHours(date(2000, 1, 3), day, HoursReason.REGULAR).minutes


def _language(value: Any) -> str:
    if value not in ("id", "en"):
        raise ValueError("id, en")
    return str(value)


def _zone(value: Any) -> str:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    short = {"wib": "Asia/Jakarta", "wita": "Asia/Makassar", "wit": "Asia/Jayapura"}
    name = short.get(str(value).lower(), str(value))
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError("WIB, WITA, WIT, Asia/Jakarta") from error
    return name


def _whole(least: int, most: int) -> Callable[[Any], int]:
    def read(value: Any) -> int:
        try:
            number = int(str(value))
        except ValueError:
            number = least - 1
        if isinstance(value, bool) or not least <= number <= most:
            raise ValueError(f"{least}–{most}")
        return number

    return read


def _truth(value: Any) -> bool:
    words = {"ya": True, "tidak": False, "yes": True, "no": False, "true": True, "false": False}
    if str(value).lower() not in words:
        raise ValueError("ya, tidak")
    return words[str(value).lower()]


def _location(value: Any) -> str:
    words = {"kantor": "office", "rumah": "home", "lain": "other", "wfo": "office", "wfh": "home"}
    words |= {"wfa": "other", "office": "office", "home": "home", "other": "other"}
    if str(value).lower() not in words:
        raise ValueError("kantor, rumah, lain")
    return words[str(value).lower()]


def _intention(value: Any) -> int:
    from keseimbangan.domain.times import parse_duration
    from keseimbangan.errors import KeseimbanganError

    try:
        return parse_duration(str(value), least=0, most=7 * 24 * 60)
    except KeseimbanganError as error:
        raise ValueError("37j30m, 14 jam") from error


def _working_day(value: Any) -> WorkingDay | None:
    """`07.30-16.00, 12.00-13.00`: the hours, then the break; `libur` for a day off."""
    from keseimbangan.domain.times import parse_time_range
    from keseimbangan.errors import KeseimbanganError

    form = "07.30-16.00, 12.00-13.00; libur"
    text = str(value).strip().lower()
    if text in ("libur", "off"):
        return None
    try:
        ranges = [parse_time_range(part) for part in text.split(",")]
        return WorkingDay(*(mark for one in ranges for mark in (one.start, one.end)))
    except (KeseimbanganError, ValueError, TypeError) as error:
        raise ValueError(form) from error


# key -> how its value is read; each reader raises ValueError with the accepted forms.
KEYS: dict[str, Callable[[Any], Any]] = {
    "bahasa": _language,
    "zona": _zone,
    "lokasi": _location,
    "mendesak_hari": _whole(0, 30),
    **{f"jam_kerja.{day}": _working_day for day in WEEKDAY_KEYS},
    "fokus.menit": _whole(1, 240),
    "fokus.jeda": _whole(1, 120),
    "fokus.putaran": _whole(1, 12),
    "fokus.jeda_panjang": _whole(1, 240),
    "fokus.jeda_kecil": _whole(0, 480),
    "fokus.bunyi": _truth,
    "niat.kerja": _intention,
    "niat.pribadi": _intention,
    "niat.pulih": _intention,
    "niat.kembang": _intention,
}

_FIELDS = {
    "bahasa": "language",
    "zona": "zone",
    "lokasi": "location",
    "mendesak_hari": "urgent_days",
    "fokus.menit": "focus_minutes",
    "fokus.jeda": "break_minutes",
    "fokus.putaran": "rounds",
    "fokus.jeda_panjang": "long_break_minutes",
    "fokus.jeda_kecil": "micro_break_minutes",
    "fokus.bunyi": "sound",
}
_INTENTIONS = {
    "niat.kerja": Element.WORK,
    "niat.pribadi": Element.LIFE,
    "niat.pulih": Element.RECOVERY,
    "niat.kembang": Element.GROWTH,
}


def load(path: Path, environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of the file, if there is one, under those of the environment."""
    values = read_file(path) if path.exists() else {}
    if language := environment.get("KESEIMBANGAN_BAHASA", "").lower():
        values["bahasa"] = _language_of_environment(language)
    if "zona" not in values:
        values["zona"] = system_zone(environment)
    return _settings(values)


def read_file(path: Path) -> dict[str, Any]:
    """Every key of the file with its value as the program uses it."""
    import tomllib

    try:
        text = path.read_text(encoding="utf-8")
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BrokenSettings(path, str(error)) from error
    except UnicodeDecodeError as error:
        raise BrokenSettings(path, "UTF-8") from error
    except OSError as error:
        raise BrokenSettings(path, error.strerror or "") from error
    return {key: _value(key, raw, path, text) for key, raw in _flat(document)}


def read_value(key: str, raw: Any) -> Any:
    """One value as the program uses it; raises UnknownSetting or BadSetting."""
    return _value(key, raw, None, "")


def _value(key: str, raw: Any, path: Path | None, text: str) -> Any:
    if key not in KEYS:
        raise UnknownSetting(key, tuple(KEYS), path, _line_of(key, text))
    try:
        return KEYS[key](raw)
    except ValueError as error:
        raise BadSetting(key, str(raw), str(error), path, _line_of(key, text)) from error


def _flat(document: Mapping[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    pairs: list[tuple[str, Any]] = []
    for name, value in document.items():
        if isinstance(value, dict):
            pairs += _flat(value, f"{prefix}{name}.")
        else:
            pairs.append((prefix + name, value))
    return pairs


def _line_of(key: str, text: str) -> int | None:
    """The line on which a key stands, looking inside its own table first."""
    table, _, name = key.rpartition(".")
    current = ""
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.split("#")[0].strip()
        if bare.startswith("["):
            current = bare.strip("[] ")
        found = bare.partition("=")[0].strip().strip("\"'")
        if (current == table and found == name) or (not current and found == key):
            return number
    return None


def _language_of_environment(language: str) -> str:
    try:
        return _language(language)
    except ValueError as error:
        raise BadSetting("KESEIMBANGAN_BAHASA", language, str(error), None, None) from error


def _settings(values: Mapping[str, Any]) -> Settings:
    chosen = {_FIELDS[key]: value for key, value in values.items() if key in _FIELDS}
    days = [
        values.get(f"jam_kerja.{name}", DEFAULT_PROFILE[index])
        for index, name in enumerate(WEEKDAY_KEYS)
    ]
    intentions = {_INTENTIONS[key]: value for key, value in values.items() if key in _INTENTIONS}
    return Settings(**chosen, profile=tuple(days), intentions=intentions)


# Windows has its own names for the three Indonesian zones.
_WINDOWS_ZONES = {
    "SE Asia Standard Time": "Asia/Jakarta",
    "Singapore Standard Time": "Asia/Makassar",
    "Tokyo Standard Time": "Asia/Jayapura",
}


def system_zone(environment: Mapping[str, str] = os.environ) -> str:
    """The zone of the machine where it has one of its own, else that of Jakarta.

    Servers and containers stand on UTC, which is nobody's home in Indonesia.
    """
    name = environment.get("TZ", "").lstrip(":") or _linked_zone()
    if "/" not in name or name.startswith(("/", "Etc/")):
        return DEFAULT_ZONE
    try:
        return _zone(name)
    except ValueError:
        return DEFAULT_ZONE


def _linked_zone() -> str:
    if os.name == "nt":
        import time

        return _WINDOWS_ZONES.get(time.tzname[0], "")
    try:
        return os.readlink("/etc/localtime").rpartition("zoneinfo/")[2]
    except OSError:
        return ""
