"""Changing, moving and deleting blocks: once, from there on, or the whole series."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from keseimbangan import formats
from keseimbangan.cli.block_placing import Manner, make_room, require_free
from keseimbangan.cli.block_scope import Choice, Chosen, Scope, choose
from keseimbangan.cli.context import Env
from keseimbangan.domain import blocks as domain
from keseimbangan.domain.blocks import Block, BlockStatus
from keseimbangan.domain.period import Period, instant
from keseimbangan.errors.blocks import EndsBeforeItRepeats, NeverOccurs
from keseimbangan.i18n import _, ngettext
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database


class Change(NamedTuple):
    """What `ubah` was asked for."""

    fields: dict[str, Any]
    range: str | None
    day: date | None
    repeat: str | None
    until: date | None
    replan: bool

    @property
    def empty(self) -> bool:
        """Whether nothing was asked for."""
        return not any(self)


def apply(
    env: Env, db: Database, number: int, choice: Choice, change: Change, manner: Manner
) -> tuple[Block, list[Block]]:
    """Carry out a change; the changed block and those that were pushed for it."""
    if change.repeat is not None and not (choice.following or choice.all):
        choice = _whole_of_a_single(db, number, choice)
    chosen = choose(env, db, number, choice)
    changed = _changed(env, chosen.block, change)
    if chosen.scope is Scope.ONE:
        return _apply_to_one(env, db, changed, manner, timed=_timed(change))
    return _apply_to_many(env, db, chosen, changed, manner)


def _whole_of_a_single(db: Database, number: int, choice: Choice) -> Choice:
    """A single block that is told to repeat becomes a series; no scope is needed for it."""
    recurring = Blocks(db).get(number).recurring
    return choice if recurring or choice.on else Choice()


def _timed(change: Change) -> bool:
    return change.range is not None or change.day is not None or change.repeat is not None


def _changed(env: Env, block: Block, change: Change) -> Block:
    block = replace(block, **change.fields)
    if change.replan:
        block = domain.replan(block)
    if change.range is not None:
        block = domain.moved(block, _range(change.range, change.day or block.day, block.zone))
    elif change.day is not None:
        block = on_another_day(block, change.day)
    if change.repeat is not None:
        block = with_rule(block, change.repeat, change.until)
    elif change.until is not None:
        block = _ending(block, change.until)
    return block


def _apply_to_one(
    env: Env, db: Database, block: Block, manner: Manner, *, timed: bool
) -> tuple[Block, list[Block]]:
    from keseimbangan.domain.recurrence import as_changed

    pushed: list[Block] = []
    if timed and block.rule is None:
        pushed = make_room(env, db, block, manner)
    elif timed and not manner.stack:
        require_free(Blocks(db), block)
    if block.series is not None and block.rule is None:
        block = as_changed(block, env.new_uid())
    return Blocks(db).save(block), pushed


def _apply_to_many(
    env: Env, db: Database, chosen: Chosen, changed: Block, manner: Manner
) -> tuple[Block, list[Block]]:
    from keseimbangan.domain.recurrence import split

    shelf = Blocks(db)
    if chosen.scope is Scope.ALL:
        if not manner.stack:
            require_free(shelf, changed)
        shelf.save(changed)
        shelf.hand_over(changed, changed, chosen.block.wall.start)
        return changed, []
    series = shelf.get(chosen.block.series or 0)
    start = chosen.block.recurrence_id or chosen.block.wall.start
    head, tail = split(series, start, env.new_uid())
    wanted = replace(
        tail,
        **{name: getattr(changed, name) for name in _CARRIED},
        rule=changed.rule or tail.rule,
    )
    if head is not None:
        shelf.save(head)
    if not manner.stack:
        require_free(shelf, wanted, own=[series.number])
    kept = shelf.save(wanted)
    shelf.hand_over(series, kept, start)
    return kept, []


# What a change of "this and the following" takes over from the changed occurrence.
_CARRIED = (
    "title",
    "starts_at",
    "ends_at",
    "element",
    "kind",
    "protected",
    "location",
    "task",
    "target",
    "note",
)


def with_rule(block: Block, repeat: str, until: date | None) -> Block:
    """A series that begins with the first occurrence on or after the block's day."""
    from keseimbangan.domain.recurrence import ending, next_occurrence
    from keseimbangan.domain.repeats import parse_repeat

    if until is not None and until < block.day:
        raise EndsBeforeItRepeats(block.day, until)
    start = block.wall.start
    series = replace(block, rule=ending(parse_repeat(repeat), start, until), series=None)
    first = next_occurrence(series, start)
    if first is None:
        raise NeverOccurs
    return on_another_day(replace(series, recurrence_id=None), first.date())


def _ending(block: Block, until: date) -> Block:
    from keseimbangan.domain.recurrence import ending

    if until < block.day:
        raise EndsBeforeItRepeats(block.day, until)
    rule = block.rule or ""
    return replace(block, rule=ending(rule, block.wall.start, until)) if rule else block


def on_another_day(block: Block, day: date) -> Block:
    """At the same hours of another day."""
    shift = day - block.day
    return domain.moved(block, _wall(block, block.wall.start + shift, block.wall.end + shift))


def move_to(block: Block, to: str | None, earlier: int | None, day: date | None) -> Block:
    """By `+30m`, to a new start or to a new range, earlier by minutes, on another day."""
    if day is not None:
        block = on_another_day(block, day)
    if earlier is not None:
        return _shifted(block, -earlier)
    if to is None:
        return block
    if to.strip().startswith("+"):
        from keseimbangan.domain.times import parse_duration

        return _shifted(block, parse_duration(to.strip()[1:]))
    return domain.moved(block, _target(block, to))


def _target(block: Block, to: str) -> Period:
    from keseimbangan.domain.times import parse_time
    from keseimbangan.errors.text import UnreadableTime

    try:
        start = instant(block.day, parse_time(to), block.zone)
    except UnreadableTime:
        return _range(to, block.day, block.zone)
    return Period(start, start + (block.ends_at - block.starts_at))


def _shifted(block: Block, minutes: int) -> Block:
    step = timedelta(minutes=minutes)
    return domain.moved(block, Period(block.starts_at + step, block.ends_at + step))


def _range(text: str, day: date, zone: str) -> Period:
    from keseimbangan.domain.times import parse_time_range

    return parse_time_range(text).on(day, zone)


def _wall(block: Block, start: datetime, end: datetime) -> Period:
    return Period(
        instant(start.date(), start.time(), block.zone), instant(end.date(), end.time(), block.zone)
    )


def delete_question(db: Database, chosen: Chosen) -> str:
    """What would be deleted, by name and number."""
    block = chosen.block
    if chosen.scope is Scope.ONE:
        return _("Hapus blok '{title}' pada {day}?").format(
            title=block.title, day=formats.long_date(block.day)
        )
    series = block if chosen.scope is Scope.ALL else Blocks(db).get(block.series or 0)
    start = block.wall.start
    done = [
        one
        for one in Blocks(db).changed(series)
        if one.status is BlockStatus.DONE and one.wall.start >= start
    ]
    since = "" if chosen.scope is Scope.ALL else formats.long_date(block.day)
    fact = (
        _("Hapus seluruh rangkaian '{title}'?").format(title=block.title)
        if not since
        else _("Hapus '{title}' sejak {day} dan seterusnya?").format(title=block.title, day=since)
    )
    kept = ngettext(
        "Termasuk {n} yang sudah selesai.", "Termasuk {n} yang sudah selesai.", len(done)
    ).format(n=len(done))
    return f"{fact} {kept}" if done else fact


def remove(env: Env, db: Database, chosen: Chosen) -> None:
    """Delete what was chosen; an occurrence is excluded from its series."""
    from keseimbangan.domain.recurrence import is_virtual, split

    shelf, block = Blocks(db), chosen.block
    if chosen.scope is Scope.ALL or (chosen.scope is Scope.ONE and block.series is None):
        return shelf.delete(block)
    if chosen.scope is Scope.ONE:
        if not is_virtual(block):
            shelf.delete(block)
        return shelf.exclude(block, env.new_uid())
    series = shelf.get(block.series or 0)
    start = block.recurrence_id or block.wall.start
    head, _tail = split(series, start, env.new_uid())
    if head is None:
        return shelf.delete(series)
    shelf.forget_changes(series, start)
    shelf.save(head)
    return None
