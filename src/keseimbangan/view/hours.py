"""The hours of a day and why they are so, as people and programs see them."""

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.holidays import Certainty, Holiday
from keseimbangan.domain.locations import FlexibleDays
from keseimbangan.domain.workdays import (
    FRIDAY,
    Absence,
    Half,
    HoursReason,
    WorkingDay,
    WorkingHours,
)
from keseimbangan.i18n import _, language
from keseimbangan.view import words
from keseimbangan.view.console import shown


def hours_document(hours: WorkingHours, zone: str) -> dict[str, Any]:
    """The hours for programs; a shift may end on the next day, the minutes are those of the day."""
    midnight = datetime.combine(hours.day, time())

    def iso(minutes: int | None) -> str | None:
        if minutes is None:
            return None
        # Wall clock first: on a day of changing clocks the hours are what the clock shows.
        return (midnight + timedelta(minutes=minutes)).replace(tzinfo=ZoneInfo(zone)).isoformat()

    start, end = hours.hours.ends if hours.hours else (None, None)
    pause = (hours.hours.pause if hours.hours else None) or (None, None)
    return {
        "start": iso(start),
        "end": iso(end),
        "break_start": iso(pause[0]),
        "break_end": iso(pause[1]),
        "minutes": hours.minutes,
        "reason": hours.reason.value,
    }


def occasion_document(hours: WorkingHours) -> dict[str, Any]:
    """Holiday, own leave and shift of a day for programs, null where there is none."""
    holiday, absence = hours.holiday, hours.absence
    return {
        "shift": hours.hours.name if hours.hours else None,
        "holiday": holiday
        and {
            "name": holiday.name,
            "kind": holiday.kind.value,
            "certainty": holiday.certainty.value,
            "basis": holiday.basis,
        },
        "leave": absence
        and {"kind": absence.kind, "half": absence.half.value if absence.half else None},
    }


def hours_line(hours: WorkingHours) -> Text:
    """`Jam kerja 07.30–16.30, istirahat 11.30–13.00 (Jumat)`."""
    if not hours.before:
        return _of_the_day(hours)
    since = _("Giliran kemarin sampai {time}").format(time=formats.clock(hours.before[-1].end))
    rest = Text(hours_reason(hours), style="dim") if hours.hours is None else _of_the_day(hours)
    return Text(f"{since} · ", style="dim").append_text(rest)


def _of_the_day(hours: WorkingHours) -> Text:
    reason = hours_reason(hours)
    if hours.hours is None:
        return Text(_("Tidak ada jam kerja: {reason}").format(reason=reason), style="dim")
    text = _("Jam kerja {hours}").format(hours=span_text(hours.hours))
    if hours.hours.break_start and hours.hours.break_end:
        text += _(", istirahat {hours}").format(
            hours=formats.clock_span(hours.hours.break_start, hours.hours.break_end)
        )
    return Text(f"{text} ({reason})" if reason else text, style="dim")


def flexible_line(days: FlexibleDays) -> str | None:
    """`Hari fleksibel pekan ini 1/2`; nothing in a week without any."""
    if not days.used:
        return None
    text = _("Hari fleksibel pekan ini {n}/{limit}")
    if days.used > days.limit:
        text = _("Hari fleksibel pekan ini {n}/{limit}, melebihi batas")
    return text.format(n=days.used, limit=days.limit)


def hours_reason(hours: WorkingHours) -> str:
    """Why the day has these hours, where they are not the everyday ones."""
    if hours.holiday is not None:
        return holiday_name(hours.holiday)
    if hours.absence is not None:
        return absence_text(hours.absence)
    if hours.reason is HoursReason.RAMADAN and hours.day.weekday() == FRIDAY:
        return _("Ramadan, Jumat")
    return {
        HoursReason.REGULAR: "",
        HoursReason.FRIDAY: _("Jumat"),
        HoursReason.RAMADAN: _("Ramadan"),
        HoursReason.SHIFT: _shift(hours.hours),
    }.get(hours.reason, _("libur"))


def span_text(hours: WorkingDay) -> str:
    """`07.30–16.00`, `21.00–07.00 besok`."""
    span = formats.clock_span(hours.start, hours.end)
    return _("{hours} besok").format(hours=span) if hours.overnight else span


def absence_text(absence: Absence) -> str:
    """`cuti tahunan`, `cuti tahunan, pagi`."""
    return _leave(shown(words.leave_kind(absence.kind)), absence.half)


def _shift(hours: WorkingDay | None) -> str:
    if hours is None or hours.name is None:
        return _("giliran")
    return _("giliran {name}").format(name=words.shift_name(hours.name))


def holiday_name(holiday: Holiday) -> str:
    """The name in the active language, and that it is an estimate where it is one."""
    name = plain_name(holiday)
    if holiday.certainty is Certainty.ESTIMATE:
        return _("{name} (perkiraan)").format(name=name)
    return name


def plain_name(holiday: Holiday) -> str:
    """The name in the active language; a person's own has only the one they gave."""
    return shown(holiday.english if language() == "en" and holiday.english else holiday.name)


def _leave(kind: str, half: Half | None) -> str:
    if half is Half.MORNING:
        return _("cuti {kind}, pagi").format(kind=kind)
    if half is Half.AFTERNOON:
        return _("cuti {kind}, siang").format(kind=kind)
    return _("cuti {kind}").format(kind=kind)
