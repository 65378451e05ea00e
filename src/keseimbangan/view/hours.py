"""The hours of a day and why they are so, as people and programs see them."""

from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.holidays import Certainty, Holiday
from keseimbangan.domain.locations import FlexibleDays
from keseimbangan.domain.workdays import FRIDAY, Half, HoursReason, WorkingHours
from keseimbangan.i18n import _, language
from keseimbangan.view import words
from keseimbangan.view.console import shown


def hours_document(hours: WorkingHours, zone: str) -> dict[str, Any]:
    """The hours for programs."""
    times = hours.hours

    def iso(at: time | None) -> str | None:
        return None if at is None else datetime.combine(hours.day, at, ZoneInfo(zone)).isoformat()

    return {
        "start": iso(times.start) if times else None,
        "end": iso(times.end) if times else None,
        "break_start": iso(times.break_start) if times else None,
        "break_end": iso(times.break_end) if times else None,
        "minutes": hours.minutes,
        "reason": hours.reason.value,
    }


def occasion_document(hours: WorkingHours) -> dict[str, Any]:
    """The holiday and the own leave of a day for programs, null where there is none."""
    holiday, absence = hours.holiday, hours.absence
    return {
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
    reason = hours_reason(hours)
    if hours.hours is None:
        return Text(_("Tidak ada jam kerja: {reason}").format(reason=reason), style="dim")
    text = _("Jam kerja {hours}").format(
        hours=formats.clock_span(hours.hours.start, hours.hours.end)
    )
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
        return _leave(shown(words.leave_kind(hours.absence.kind)), hours.absence.half)
    if hours.reason is HoursReason.RAMADAN and hours.day.weekday() == FRIDAY:
        return _("Ramadan, Jumat")
    return {
        HoursReason.REGULAR: "",
        HoursReason.FRIDAY: _("Jumat"),
        HoursReason.RAMADAN: _("Ramadan"),
        HoursReason.SHIFT: _("giliran"),
    }.get(hours.reason, _("libur"))


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
