"""How the value of every setting is read from what a person wrote, and how it is written back.

Every key is listed once, in `KEYS`. A reader takes the words of both languages and the values of
TOML, and raises ValueError with the accepted forms where it cannot understand them.
"""

from collections.abc import Callable
from datetime import date, time
from typing import Any

from keseimbangan.calendar_settings import (
    extra_leave,
    extra_leave_text,
    ramadan,
    ramadan_text,
)
from keseimbangan.domain.workdays import WorkingDay
from keseimbangan.i18n import _
from keseimbangan.shift_settings import (
    SHIFT_KEYS,
    named_shifts,
    named_shifts_text,
    shift_hours,
    shift_text,
)

WEEKDAY_KEYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
WEEK_MINUTES = 7 * 24 * 60

_ZONES = {"wib": "Asia/Jakarta", "wita": "Asia/Makassar", "wit": "Asia/Jayapura"}
_LOCATIONS = {
    "kantor": "office",
    "rumah": "home",
    "lain": "other",
    "wfo": "office",
    "wfh": "home",
    "wfa": "other",
    "office": "office",
    "home": "home",
    "other": "other",
}
_TRUTHS = {"ya": True, "tidak": False, "yes": True, "no": False, "true": True, "false": False}
# By these a setting that may be absent is.
DASHES = ("–", "-")
NOTHING = (*DASHES, "")
OPTIONAL = ("pegawai.sejak", "cuti.sejak", "lokasi_hari.", "giliran.", "rencana.tutup")
_DAY_OFF = ("libur", "off", "day off")

Plain = str | int | bool


def zone(value: Any) -> str:
    """The IANA name of a zone; WIB, WITA and WIT will do."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    name = _ZONES.get(str(value).lower(), str(value))
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError("WIB, WITA, WIT, Asia/Jakarta") from error
    return name


def language(value: Any) -> str:
    """`id` or `en`."""
    if str(value).lower() not in ("id", "en"):
        raise ValueError("id, en")
    return str(value).lower()


def _whole(least: int, most: int) -> Callable[[Any], int]:
    def read(value: Any) -> int:
        text = str(value).strip()
        # int() alone would take "1_0" and the digits of every script.
        plain = text.isascii() and text.isdecimal() and len(text) <= 9
        if isinstance(value, bool) or not plain or not least <= int(text) <= most:
            raise ValueError(f"{least}–{most}")
        return int(text)

    return read


def _minutes(least: int, most: int) -> Callable[[Any], int]:
    """Minutes: a bare number, or a length of time such as `1j30m`."""

    def read(value: Any) -> int:
        if isinstance(value, str) and not value.strip().isdecimal():
            return _duration(value, least, most, _("{least}–{most} menit"))
        return whole(value)

    whole = _whole(least, most)
    return read


def _duration(value: str, least: int, most: int, forms: str) -> int:
    from keseimbangan.domain.times import parse_duration
    from keseimbangan.errors import KeseimbanganError

    try:
        return parse_duration(value, least=least, most=most)
    except KeseimbanganError as error:
        raise ValueError(forms.format(least=least, most=most)) from error


def _intention(value: Any) -> int:
    """Minutes a week; a bare number is hours, for nobody plans a week in minutes."""
    text = str(value).strip()
    if text.replace(",", "", 1).replace(".", "", 1).isdecimal():
        text += " jam"
    return _duration(text, 0, WEEK_MINUTES, _("37j30m, 14 jam, paling banyak 168 jam"))


def _truth(value: Any) -> bool:
    if str(value).lower() not in _TRUTHS:
        raise ValueError(_("ya, tidak"))
    return _TRUTHS[str(value).lower()]


def _location(value: Any) -> str:
    if str(value).lower() not in _LOCATIONS:
        raise ValueError(_("kantor, rumah, lain"))
    return _LOCATIONS[str(value).lower()]


def _usual_location(value: Any) -> str | None:
    return None if str(value).strip() in DASHES else _location(value)


def _working_day(value: Any) -> WorkingDay | None:
    """`07.30-16.00, 12.00-13.00`: the hours, then the break; `libur` for a day off."""
    from keseimbangan.domain.times import parse_time_range
    from keseimbangan.errors import KeseimbanganError

    text = str(value).strip().lower()
    if text in _DAY_OFF:
        return None
    try:
        ranges = [parse_time_range(part) for part in text.split(",")]
        return WorkingDay(*(mark for one in ranges for mark in (one.start, one.end)))
    except (KeseimbanganError, ValueError, TypeError) as error:
        raise ValueError(_("07.30-16.00, 12.00-13.00 (jam, lalu istirahat), atau libur")) from error


def _status(value: Any) -> str:
    if str(value).lower() not in ("pns", "pppk"):
        raise ValueError("pns, pppk")
    return str(value).lower()


def _day(value: Any) -> date | None:
    if str(value).strip() in NOTHING:
        return None
    try:
        return date.fromisoformat(str(value).strip())
    except ValueError as error:
        raise ValueError(_("2019-03-01 (TTTT-BB-HH)")) from error


def _step(value: Any) -> int:
    """Minutes that divide the hour, and are long enough to plan with."""
    text = str(value).strip().removesuffix("m").rstrip()
    if isinstance(value, bool) or text not in ("5", "10", "15", "20", "30"):
        raise ValueError("5, 10, 15, 20, 30")
    return int(text)


def _clock(value: Any) -> time:
    from keseimbangan.domain.times import parse_time
    from keseimbangan.errors import KeseimbanganError

    try:
        return parse_time(str(value))
    except KeseimbanganError as error:
        raise ValueError(_("08.00, 13.30")) from error


def _optional_clock(value: Any) -> time | None:
    return None if str(value).strip() in NOTHING else _clock(value)


def _year(value: Any) -> int | None:
    return None if str(value).strip() in NOTHING else _whole(2000, 2100)(value)


def _shift(value: Any) -> WorkingDay | None:
    return None if str(value).strip() in DASHES else shift_hours(value)


KEYS: dict[str, Callable[[Any], Any]] = {
    "bahasa": language,
    "zona": zone,
    "lokasi": _location,
    "mendesak_hari": _whole(0, 30),
    **{f"lokasi_hari.{day}": _usual_location for day in WEEKDAY_KEYS},
    "hari_fleksibel": _whole(0, 7),
    "hari_kerja": _whole(5, 6),
    "ramadan": ramadan,
    "pegawai.status": _status,
    "pegawai.sejak": _day,
    "cuti.jatah": _whole(0, 60),
    "cuti.sejak": _year,
    "cuti.bawaan": _whole(0, 60),
    "cuti.tambahan": extra_leave,
    **{f"jam_kerja.{day}": _working_day for day in WEEKDAY_KEYS},
    **{f"jam_ramadan.{day}": _working_day for day in WEEKDAY_KEYS},
    **{f"giliran.{name}": _shift for name in SHIFT_KEYS},
    "giliran.lain": named_shifts,
    "lembur.acuan": _truth,
    "lembur.sehari": _minutes(1, 24 * 60),
    "lembur.sepekan": _minutes(1, WEEK_MINUTES),
    "niat.kerja": _intention,
    "niat.pribadi": _intention,
    "niat.pulih": _intention,
    "niat.kembang": _intention,
    "fokus.menit": _minutes(1, 240),
    "fokus.jeda": _minutes(1, 120),
    "fokus.putaran": _whole(1, 12),
    "fokus.jeda_panjang": _minutes(1, 240),
    "fokus.jeda_kecil": _minutes(0, 480),
    "fokus.bunyi": _truth,
    "kunci.gantungan": _truth,
    "rencana.penyangga": _whole(0, 60),
    "rencana.terpanjang": _minutes(5, 480),
    "rencana.jeda": _minutes(5, 120),
    "rencana.potongan": _minutes(5, 480),
    "rencana.kisi": _step,
    "rencana.pagi": _truth,
    "rencana.rapat_mulai": _clock,
    "rencana.rapat_selesai": _clock,
    "rencana.tambahan": _whole(0, 200),
    "rencana.tutup": _optional_clock,
    "rencana.taksiran": _minutes(0, 480),
}


def plain(key: str, value: Any) -> Plain:
    """A value as it stands in the file, where a reader finds the same again."""
    if value is None and key.startswith(OPTIONAL):
        return NOTHING[0]
    if key == "giliran.lain":
        return named_shifts_text(value)
    if key.startswith("giliran."):
        return shift_text(value)
    if value is None or isinstance(value, WorkingDay):
        return working_day_text(value, _DAY_OFF[0])
    if key.startswith("lokasi"):
        return next(word for word, meant in _LOCATIONS.items() if meant == value)
    if key.startswith("niat."):
        return f"{value // 60}j{value % 60}m" if value % 60 else f"{value // 60}j"
    if key == "cuti.tambahan":
        return extra_leave_text(value)
    if key == "ramadan":
        return ramadan_text(value)
    if key in ("lembur.sehari", "lembur.sepekan"):
        return f"{value}m"
    if isinstance(value, time):
        return value.strftime("%H.%M")
    if isinstance(value, (bool, int)):
        return value
    return str(value)


def working_day_text(day: WorkingDay | None, off: str) -> str:
    """`07.30-16.00, 12.00-13.00`, or the word for a day off."""
    if day is None:
        return off
    hours = f"{day.start:%H.%M}-{day.end:%H.%M}"
    if day.break_start is None or day.break_end is None:
        return hours
    return f"{hours}, {day.break_start:%H.%M}-{day.break_end:%H.%M}"
