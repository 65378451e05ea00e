"""Which block a number means: a single one, one occurrence of a series, from there on, or all."""

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from keseimbangan.cli.context import Env
from keseimbangan.domain.blocks import Block, BlockStatus
from keseimbangan.domain.period import Period, day_of
from keseimbangan.errors.blocks import NoOccurrence, NotRecurring, ScopeNeeded
from keseimbangan.errors.usage import OptionsConflict
from keseimbangan.i18n import _
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database

# As many of the coming days of a series as an error names.
DAYS_NAMED = 3


class Scope(StrEnum):
    """How much of a series is meant."""

    ONE = "one"
    FOLLOWING = "following"
    ALL = "all"


class Choice(NamedTuple):
    """What was said about it: a day, this and the following, all."""

    on: date | None = None
    following: bool = False
    all: bool = False

    @property
    def silent(self) -> bool:
        """Whether nothing was said."""
        return not any(self)


class Chosen(NamedTuple):
    """The block that is meant, for `ALL` the series itself, and how much of it."""

    block: Block
    scope: Scope


def choose(env: Env, db: Database, number: int, choice: Choice, *, today: bool = False) -> Chosen:
    """Settle what is meant; with `today`, a series without a word means today's occurrence.

    Raises NoSuchNumber, NotRecurring, ScopeNeeded and NoOccurrence.
    """
    require_consistent(choice)
    shelf = Blocks(db)
    row = shelf.get(number)
    if not row.recurring and choice not in (Choice(), Choice(on=row.day)):
        raise NotRecurring(number)
    if row.series is not None and not (choice.following or choice.all):
        if choice.on in (None, row.day, _own_day(row)):
            return Chosen(row, Scope.ONE)
    elif row.series is None and row.rule is None:
        return Chosen(row, Scope.ONE)
    return _of_series(env, shelf, row, choice, today)


def require_consistent(choice: Choice) -> None:
    """Refuse `--semua` beside a word that says less."""
    if choice.all and choice.following:
        raise OptionsConflict(_("--semua"), _("--seterusnya"))
    if choice.all and choice.on is not None:
        raise OptionsConflict(_("--semua"), _("--pada"))


def _of_series(env: Env, shelf: Blocks, row: Block, choice: Choice, today: bool) -> Chosen:
    series = row if row.series is None else shelf.get(row.series)
    if choice.all:
        return Chosen(series, Scope.ALL)
    if choice.following:
        return Chosen(_first_of(env, shelf, series, row, choice.on), Scope.FOLLOWING)
    if choice.on is not None:
        return Chosen(occurrence_on(shelf, series, choice.on), Scope.ONE)
    if not today:
        raise ScopeNeeded(row.number or 0, row.title)
    running = _running(shelf, series, env.now())
    return Chosen(running or occurrence_on(shelf, series, env.today()), Scope.ONE)


def _first_of(env: Env, shelf: Blocks, series: Block, row: Block, on: date | None) -> Block:
    """The occurrence with which "this and the following" begins: without a day the next one."""
    if on is None and row.series is not None:
        return row
    day = on or next(iter(_coming(shelf, series, env.today())), env.today())
    return occurrence_on(shelf, series, day)


def occurrence_on(shelf: Blocks, series: Block, day: date) -> Block:
    """The occurrence of a series on a day, changed or not; raises NoOccurrence.

    One that was moved away is found by either of its days, after those that stand on that day.
    """
    there = [b for b in shelf.on(day_of(day)) if b.series == series.number and b.day == day]
    if there:
        return min(there, key=lambda block: block.number != series.number)
    for block in shelf.changed(series):
        if _own_day(block) == day:
            return block
    raise NoOccurrence(series.number or 0, series.title, day, _coming(shelf, series, day))


def _own_day(block: Block) -> date | None:
    return block.recurrence_id.date() if block.recurrence_id else None


def _running(shelf: Blocks, series: Block, now: datetime) -> Block | None:
    """The planned occurrence whose time it is, perhaps since yesterday evening."""
    found = shelf.during(Period(now, now + timedelta(seconds=1)))
    mine = [b for b in found if b.series == series.number and b.status is BlockStatus.PLANNED]
    return mine[-1] if mine else None


def _coming(shelf: Blocks, series: Block, day: date) -> tuple[date, ...]:
    """The next days, from a day on, on which the series has an occurrence, changed or not."""
    from keseimbangan.domain.recurrence import FURTHEST, following

    start = datetime.combine(day, time())
    taken = shelf.taken(series, Period(start, start + FURTHEST))
    untouched = (one.date() for one in following(series, start) if one not in taken)
    moved = [block.day for block in shelf.changed(series) if block.day >= day]
    return tuple(sorted([*islice(untouched, DAYS_NAMED), *moved])[:DAYS_NAMED])
