"""Which block a number means: a single one, one occurrence of a series, from there on, or all."""

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from keseimbangan.cli.context import Env
from keseimbangan.domain.blocks import Block
from keseimbangan.domain.period import Period, local
from keseimbangan.errors.blocks import NoOccurrence, NotRecurring, ScopeNeeded
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database


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


class Chosen(NamedTuple):
    """The block that is meant, for `ALL` the series itself, and how much of it."""

    block: Block
    scope: Scope


def choose(env: Env, db: Database, number: int, choice: Choice, *, today: bool = False) -> Chosen:
    """Settle what is meant; with `today`, a series without a word means today's occurrence."""
    shelf = Blocks(db)
    row = shelf.get(number)
    if row.series is not None and (choice.following or choice.all):
        row, choice = shelf.get(row.series), choice._replace(on=choice.on or _own_day(row))
    if row.rule is None:
        if choice.on not in (None, row.day) or choice.following or choice.all:
            raise NotRecurring(number)
        return Chosen(row, Scope.ONE)
    if choice.all:
        return Chosen(row, Scope.ALL)
    day = choice.on or (env.today() if today or choice.following else None)
    if day is None:
        raise ScopeNeeded(number, row.title)
    scope = Scope.FOLLOWING if choice.following else Scope.ONE
    return Chosen(occurrence_on(shelf, row, day), scope)


def occurrence_on(shelf: Blocks, series: Block, day: date) -> Block:
    """The occurrence of a series on a day, changed or not; raises NoOccurrence."""
    from keseimbangan.domain.recurrence import occurrences

    for block in shelf.changed(series):
        if day in (block.day, _own_day(block)):
            return block
    midnight = datetime.combine(day, time())
    span = Period(midnight, midnight + timedelta(days=1))
    for block in occurrences(series, span, shelf.taken(series, span)):
        if block.day == day:
            return block
    raise NoOccurrence(series.number or 0, series.title, day, _coming(series, day))


def _own_day(block: Block) -> date | None:
    return block.recurrence_id.date() if block.recurrence_id else None


def _coming(series: Block, day: date) -> tuple[date, ...]:
    from keseimbangan.domain.recurrence import next_occurrence

    days: list[date] = []
    after = datetime.combine(day, time())
    while len(days) < 3 and (start := next_occurrence(series, after)) is not None:
        days.append(start.date())
        after = datetime.combine(start.date() + timedelta(days=1), time())
    return tuple(days)


def local_day(env: Env, block: Block) -> date:
    """Today on the wall clock of a block."""
    return local(env.now(), block.zone).date()
