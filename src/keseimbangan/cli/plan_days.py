"""Which days a plan is for."""

from datetime import date
from typing import NamedTuple

from keseimbangan.cli.context import Env
from keseimbangan.cli.planning import AHEAD, open_days
from keseimbangan.domain.period import ONE_DAY, DaySpan, day_of, week_of
from keseimbangan.errors.planning import PlanBackwards, PlanInPast, PlanTooLong
from keseimbangan.store.database import Database


class Wish(NamedTuple):
    """The days as they were asked for; without a `day` those that come next."""

    day: date | None = None
    week: bool = False
    last: date | None = None


class Days(NamedTuple):
    """The days of a plan; `later` says that the ones that were meant have no working time left."""

    span: DaySpan
    later: bool = False


def checked(env: Env, wish: Wish) -> Wish:
    """The same; raises PlanInPast, PlanBackwards or PlanTooLong."""
    today, first = env.today(), wish.day or env.today()
    end = week_of(first).last if wish.week else wish.last or first
    if wish.last is not None and wish.last < first:
        raise PlanBackwards(first, wish.last)
    if end < today or (first < today and not wish.week):
        raise PlanInPast(first)
    if (end - first).days >= AHEAD.days:
        raise PlanTooLong((end - first).days + 1, AHEAD.days)
    return wish


def planned_days(env: Env, db: Database, wish: Wish) -> Days:
    """The days of a plan. Without a date the next that has working time, or the next such week."""
    today, first = env.today(), wish.day or env.today()
    if wish.last is not None:
        return Days(DaySpan(first, wish.last + ONE_DAY))
    span = week_of(first) if wish.week else day_of(first)
    span = DaySpan(max(span.first, today), span.end)
    if wish.day is not None or open_days(env, db, span):
        return Days(span)
    ahead = open_days(env, db, DaySpan(span.end, span.end + AHEAD))
    if not ahead:
        return Days(span)
    return Days(week_of(ahead[0].first) if wish.week else ahead[0], later=True)


def compared_days(env: Env, wish: Wish) -> DaySpan:
    """The days whose plans are compared with what came of them: past ones too."""
    first = wish.day or env.today()
    if wish.last is not None and wish.last < first:
        raise PlanBackwards(first, wish.last)
    if wish.last is not None and (wish.last - first).days >= AHEAD.days:
        raise PlanTooLong((wish.last - first).days + 1, AHEAD.days)
    if wish.week:
        return week_of(first)
    return DaySpan(first, (wish.last or first) + ONE_DAY)
