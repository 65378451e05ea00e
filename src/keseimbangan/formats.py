"""Dates, times, durations and numbers as the active language writes them.

It stands below the errors because an error, too, shows a date or an hour.
"""

from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from keseimbangan.i18n import _, language

WEEKDAYS = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = {
    "id": (
        *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
        *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
# The first three letters would do but for August, which Indonesian shortens to "Agu".
_SHORT_MONTHS = {
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
_ZONE_NAMES = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
}


def weekday_name(day: date) -> str:
    """`Senin`."""
    return WEEKDAYS[language()][day.weekday()]


def short_weekday(day: date) -> str:
    """`Sen`."""
    return weekday_name(day)[:3]


def long_date(day: date) -> str:
    """`Senin, 23 November 2026`."""
    return f"{weekday_name(day)}, {plain_date(day)}"


def plain_date(day: date) -> str:
    """`23 November 2026`."""
    return f"{day.day} {_MONTHS[language()][day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """`Sen 23 Nov`."""
    return f"{short_weekday(day)} {day.day} {_SHORT_MONTHS[language()][day.month - 1]}"


def day_number(day: int) -> str:
    """`15`, in English `15th`: a day of any month, 1 to 31."""
    if language() == "id":
        return str(day)
    endings = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
    return f"{day}{endings.get(day, 'th')}"


def month_name(day: date) -> str:
    """`November 2026`."""
    return f"{_MONTHS[language()][day.month - 1]} {day.year}"


def date_span(first: date, last: date) -> str:
    """`23–27 November 2026`, both days included, naming month and year no more than needed."""
    if first == last:
        return plain_date(first)
    if first.year != last.year:
        return f"{plain_date(first)} – {plain_date(last)}"
    if first.month != last.month:
        month = _MONTHS[language()][first.month - 1]
        return f"{first.day} {month} – {plain_date(last)}"
    return f"{first.day}–{plain_date(last)}"


def week_number(name: str) -> str:
    """`pekan 48` for the week called `2026-W48`."""
    return _("pekan {number}").format(number=int(name[6:]))


def week_of_year(name: str) -> str:
    """`pekan 48, 2026` for the week called `2026-W48`."""
    return _("pekan {number}, {year}").format(number=int(name[6:]), year=name[:4])


def clock(moment: time | datetime) -> str:
    """`07.30`, in English `07:30`."""
    separator = "." if language() == "id" else ":"
    return f"{moment.hour:02d}{separator}{moment.minute:02d}"


def clock_span(start: time | datetime, end: time | datetime) -> str:
    """`07.30–10.00`."""
    return f"{clock(start)}–{clock(end)}"


def zone_label(zone: str) -> str:
    """`WIB`, `WITA`, `WIT`, and the IANA name of any other zone."""
    return _ZONE_NAMES.get(zone, zone)


def moment(instant: datetime, zone: str) -> str:
    """`Senin, 23 November 2026, pukul 07.30` on the wall clock of `zone`."""
    local = instant.astimezone(ZoneInfo(zone))
    return _("{day}, pukul {time}").format(day=long_date(local.date()), time=clock(local))


def short_moment(wall_clock: datetime) -> str:
    """`Sen 23 Nov 07.30`, of a moment as the clock on the wall shows it."""
    return f"{short_date(wall_clock.date())} {clock(wall_clock)}"


def exact_moment(wall_clock: datetime) -> str:
    """`Sen 23 Nov 07.30.05`, likewise."""
    separator = "." if language() == "id" else ":"
    return f"{short_moment(wall_clock)}{separator}{wall_clock.second:02d}"


def dated_moment(wall_clock: datetime) -> str:
    """`Sen 23 Nov 2026 07.30`, likewise."""
    return f"{short_date(wall_clock.date())} {wall_clock.year} {clock(wall_clock)}"


def duration(minutes: int) -> str:
    """`6 j 30 m`, `45 m`, `-1 j`, in English `6 h 30 m`."""
    sign, minutes = ("-", -minutes) if minutes < 0 else ("", minutes)
    hours, rest = divmod(minutes, 60)
    if not hours:
        return sign + _("{m} m").format(m=rest)
    if not rest:
        return sign + _("{h} j").format(h=hours)
    return sign + _("{h} j {m} m").format(h=hours, m=rest)


def decimal(value: float, digits: int = 1) -> str:
    """`7,5`, in English `7.5`; a whole number has no decimals."""
    text = f"{value:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",") if language() == "id" else text


def amount(value: float) -> str:
    """`12`, `0,5`, `1.250.000`: up to three decimals; four digits stand without a sign."""
    text = f"{value:,.3f}".rstrip("0").rstrip(".")
    if abs(value) < 10_000:
        text = text.replace(",", "")
    return text.translate(str.maketrans(",.", ".,")) if language() == "id" else text


def enumeration(words: Sequence[str]) -> str:
    """`a, b dan c`."""
    if len(words) < 2:
        return "".join(words)
    return _("{some} dan {last}").format(some=", ".join(words[:-1]), last=words[-1])
