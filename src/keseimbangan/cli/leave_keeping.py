"""Keeping leave: what must not be, the working days it takes, and what is left of the year's."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from keseimbangan import formats
from keseimbangan.cli.context import Env
from keseimbangan.cli.leave_values import terms
from keseimbangan.cli.work_calendar import work_calendar
from keseimbangan.domain.leave import (
    ANNUAL,
    LONGEST_YEARS,
    RULES,
    Leave,
    days_by_year,
    in_the_way,
    months_passed,
    years_missing,
)
from keseimbangan.domain.leave_balance import KindUse, Yearly, annual_balance
from keseimbangan.domain.period import DaySpan
from keseimbangan.domain.workdays import WorkCalendar
from keseimbangan.errors.leave import LeaveInTheWay, LeaveTooLong, LeaveWithoutWork, TooFewYears
from keseimbangan.i18n import _, ngettext
from keseimbangan.store.database import Database
from keseimbangan.store.leaves import Leaves
from keseimbangan.view.words import leave_kind

ByYear = dict[int, float]


def kept(env: Env, db: Database, leave: Leave) -> Leave:
    """Leave kept, new or changed. Raises errors of leave: too long, in the way, and so on."""
    if leave.last.year - leave.first.year > LONGEST_YEARS:
        raise LeaveTooLong(leave.first, leave.last, LONGEST_YEARS)
    if not days_by_year(leave, _calendar(env, db, [leave])):
        raise LeaveWithoutWork(leave.first, leave.last)
    since = env.settings.serving_since
    if since is not None and (years := years_missing(leave, since)):
        raise TooFewYears(leave_kind(leave.kind), years, since)
    shelf = Leaves(db)
    if other := in_the_way(leave, shelf.between(leave.span)):
        raise LeaveInTheWay(other.number or 0, leave_kind(other.kind), other.first, other.last)
    return shelf.add(leave) if leave.number is None else shelf.save(leave)


def counted(env: Env, db: Database, leave: Leave) -> ByYear:
    """The working days a leave takes, by year."""
    return days_by_year(leave, _calendar(env, db, [leave]))


def counted_all(env: Env, db: Database, leaves: Sequence[Leave]) -> list[ByYear]:
    """The same for several."""
    calendar = _calendar(env, db, leaves)
    return [days_by_year(leave, calendar) for leave in leaves]


def yearly(env: Env, db: Database, year: int) -> Yearly:
    """What is used and left of a year."""
    leaves = Leaves(db).all()
    calendar = _calendar(env, db, leaves)
    right = terms(env, min((leave.first.year for leave in leaves), default=None))
    found = annual_balance(year, _used(leaves, calendar, ANNUAL), right)
    ahead = [later for leave in leaves if (later := _from(leave, env.today()))]
    upcoming = _used(ahead, calendar, ANNUAL).get(year, 0)
    return Yearly(found, upcoming, _others(env, leaves, calendar, year), right.since)


def remark(env: Env, db: Database, leave: Leave) -> str | None:
    """Said plainly where more is noted than there is a right to."""
    if months := months_passed(leave, env.settings.status):
        return ngettext(
            "Cuti {kind} paling lama {n} bulan.", "Cuti {kind} paling lama {n} bulan.", months
        ).format(kind=leave_kind(leave.kind), n=months)
    return _overdrawn(env, db, leave) if leave.kind == ANNUAL else None


def _overdrawn(env: Env, db: Database, leave: Leave) -> str | None:
    for year in range(leave.first.year, leave.last.year + 1):
        found = yearly(env, db, year).balance
        if found.remaining < 0:
            return _("Cuti tahunan {year} melebihi hak Anda {days} hari.").format(
                year=year, days=formats.decimal(-found.remaining)
            )
    return None


def _calendar(env: Env, db: Database, leaves: Sequence[Leave]) -> WorkCalendar:
    if not leaves:
        return env.settings.calendar
    first = min(leave.first for leave in leaves)
    last = max(leave.last for leave in leaves)
    return work_calendar(env, db, DaySpan(first, date(last.year + 1, 1, 1)))


def _used(leaves: Sequence[Leave], calendar: WorkCalendar, kind: str) -> ByYear:
    used: ByYear = {}
    for leave in leaves:
        if leave.kind == kind:
            for year, days in days_by_year(leave, calendar).items():
                used[year] = used.get(year, 0) + days
    return used


def _from(leave: Leave, day: date) -> Leave | None:
    """What of a leave is yet to come."""
    return replace(leave, first=max(leave.first, day)) if leave.last >= day else None


def _others(env: Env, leaves: Sequence[Leave], calendar: WorkCalendar, year: int) -> list[KindUse]:
    """Kinds that were used, and the agency's own, which have a bound of their own."""
    own = dict(env.settings.extra_leave)
    kinds = [*RULES, *own, *(leave.kind for leave in leaves)]
    found = []
    for kind in dict.fromkeys(kinds):
        used = _used(leaves, calendar, kind).get(year, 0)
        if kind != ANNUAL and (used or kind in own):
            months = RULES[kind].months.get(env.settings.status) if kind in RULES else None
            found.append(KindUse(kind, used, own.get(kind), months))
    return found
