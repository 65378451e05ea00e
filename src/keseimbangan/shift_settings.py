"""How the hours of shifts are read from the settings, from a roster and from a file.

`21.00-07.00` is a night; what runs into the next day from earlier than 18.00 is written with its
length (`08.00+24j`), because `16.00-08.00` is too often two hours swapped.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import time
from typing import Any

from keseimbangan.domain.working_day import AFTERNOON, MORNING, NIGHT, OFF, WorkingDay
from keseimbangan.i18n import _

# The words of the settings, by the code of the shift.
SHIFT_KEYS = {"pagi": MORNING, "siang": AFTERNOON, "malam": NIGHT}
# Common in hospitals; the agency's own hours replace them.
DEFAULT_SHIFTS: tuple[WorkingDay | None, ...] = (
    WorkingDay(time(7), time(14)),
    WorkingDay(time(14), time(21)),
    WorkingDay(time(21), time(7), overnight=True),
)
# What a roster and the program itself call something else cannot be a shift of one's own.
RESERVED = ("libur", "lepas", "sore", OFF, MORNING, AFTERNOON, NIGHT, *SHIFT_KEYS)

NamedShifts = tuple[tuple[str, WorkingDay], ...]


def shift_hours(value: Any) -> WorkingDay:
    """`21.00-07.00`, or `08.00-20.00, 12.00-13.00` with a break; raises ValueError."""
    from keseimbangan.domain.times import parse_time_range
    from keseimbangan.errors import KeseimbanganError

    try:
        ranges = [parse_time_range(part) for part in str(value).strip().lower().split(",")]
        (start, end), rest = ranges[0], ranges[1:]
        marks = [mark for one in rest for mark in (one.start, one.end)]
        return WorkingDay(start, end, *marks, overnight=end <= start)
    except (KeseimbanganError, ValueError, TypeError) as error:
        raise ValueError(shift_forms()) from error


def named_shifts(value: Any) -> NamedShifts:
    """`dinas 08.00+24j; tengah 10.00-17.00`: shifts of the agency's own; raises ValueError."""
    parts = [part.strip() for part in str(value).split(";") if part.strip(" –-")]
    found = [re.fullmatch(r"([^\W\d_]+) +(\S.*)", part) for part in parts]
    names = [match[1].lower() for match in found if match]
    if not all(found) or len(set(names)) < len(names) or set(names) & set(RESERVED):
        raise ValueError(_("dinas 08.00+24j; tengah 10.00-17.00 (nama, lalu jam)"))
    return tuple((m[1].lower(), shift_hours(m[2])) for m in found if m)


def shift_forms() -> str:
    """The forms in which hours of a shift can be written."""
    return _("21.00-07.00, 08.00+24j, atau 08.00-20.00, 12.00-13.00 dengan istirahat")


def shift_text(hours: WorkingDay) -> str:
    """The hours as `shift_hours` reads them again."""
    spans = [_span(hours)]
    if hours.break_start is not None and hours.break_end is not None:
        spans.append(f"{hours.break_start:%H.%M}-{hours.break_end:%H.%M}")
    return ", ".join(spans)


def named_shifts_text(shifts: Iterable[tuple[str, WorkingDay]]) -> str:
    """`dinas 08.00+24j; tengah 10.00-17.00`."""
    return "; ".join(f"{name} {shift_text(hours)}" for name, hours in shifts)


def kinds(usual: Iterable[WorkingDay | None], own: NamedShifts) -> dict[str, WorkingDay | None]:
    """Every shift by its code or name, a day off among them; those without hours are not in use."""
    named = zip(SHIFT_KEYS.values(), usual, strict=True)
    found: dict[str, WorkingDay | None] = {name: hours for name, hours in (*named, *own) if hours}
    return {name: hours and replace(hours, name=name) for name, hours in found.items()} | {
        OFF: None
    }


def _span(hours: WorkingDay) -> str:
    if hours.overnight and hours.start < time(18):
        start, end = hours.ends
        whole, rest = divmod(end - start, 60)
        return f"{hours.start:%H.%M}+{whole}j{rest or ''}"
    return f"{hours.start:%H.%M}-{hours.end:%H.%M}"
