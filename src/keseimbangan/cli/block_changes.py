"""Carrying out changes and deletions: once, from there on, or in the whole series."""

from dataclasses import replace
from typing import NamedTuple

from keseimbangan import formats
from keseimbangan.cli.block_links import linked
from keseimbangan.cli.block_placing import Manner, make_room, make_room_for_series
from keseimbangan.cli.block_scope import Choice, Chosen, Scope, choose
from keseimbangan.cli.context import Env
from keseimbangan.domain.block_changes import Change, changed
from keseimbangan.domain.blocks import Block, BlockStatus
from keseimbangan.domain.outcomes import moved_on
from keseimbangan.errors.blocks import DayOfSeries, RuleOfOne, UntilWithoutRepeat
from keseimbangan.errors.usage import OptionsConflict
from keseimbangan.i18n import _, ngettext
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database


class Outcome(NamedTuple):
    """The changed block, those pushed for it, and how many single changes went with the rule."""

    block: Block
    pushed: list[Block]
    dropped: int = 0


def apply(
    env: Env,
    db: Database,
    number: int,
    choice: Choice,
    change: Change,
    manner: Manner,
    *,
    today: bool = False,
) -> Outcome:
    """Carry out a change; `today` as in `choose`. Raises what `choose` and `changed` raise."""
    row = Blocks(db).get(number)
    if row.recurring and choice.silent and change.only_ends:
        # Only a series has an end, so there is nothing to ask.
        choice = Choice(all=True)
    if not row.recurring and change.until is not None and change.rule is None:
        raise UntilWithoutRepeat
    chosen = choose(env, db, number, choice, today=today)
    _require_sense(chosen, change)
    if chosen.scope is Scope.ONE:
        return _once(env, db, chosen.block, change, manner)
    return _many(env, db, chosen, change, manner)


def _require_sense(chosen: Chosen, change: Change) -> None:
    """Refuse what only a series can have for one occurrence, and the other way round."""
    ends_or_repeats = change.rule is not None or change.until is not None
    if chosen.scope is Scope.ONE:
        if chosen.block.recurring and ends_or_repeats:
            raise RuleOfOne
        return
    if change.replan:
        raise OptionsConflict(_("--buka"), _("--seterusnya/--semua"))
    if change.day is not None and change.rule is None:
        raise DayOfSeries


def _once(env: Env, db: Database, block: Block, change: Change, manner: Manner) -> Outcome:
    after = moved_on(block, linked(db, changed(block, change), element_given=True))
    if after.rule is not None:
        return _now_recurring(env, db, block, after, manner)
    pushed = make_room(env, db, after, manner) if change.needs_room(block) else []
    return Outcome(Blocks(db).keep(after, env.new_uid()), pushed)


def _now_recurring(env: Env, db: Database, before: Block, after: Block, manner: Manner) -> Outcome:
    """A single block becomes a series; one that was done or skipped stays on record beside it."""
    shelf = Blocks(db)
    if before.status is BlockStatus.PLANNED:
        series = shelf.save(after)
    else:
        series = shelf.add(replace(after, number=None, uid=env.new_uid()))
        if before.period == series.period:
            shelf.save(replace(before, series=series.number, recurrence_id=before.wall.start))
    return Outcome(series, make_room_for_series(env, db, series, manner))


def _many(env: Env, db: Database, chosen: Chosen, change: Change, manner: Manner) -> Outcome:
    from keseimbangan.domain.recurrence import split

    shelf = Blocks(db)
    series = chosen.block if chosen.scope is Scope.ALL else shelf.get(chosen.block.series or 0)
    start, before = series.wall.start, series
    if chosen.scope is Scope.FOLLOWING:
        start = chosen.block.recurrence_id or start
        head, before = split(series, start, env.new_uid())
        if head is not None:
            shelf.save(head)
    after = linked(db, changed(before, change), element_given=True)
    if change.rule is None and after.day != before.day:
        raise DayOfSeries
    kept = shelf.save(after)
    shelf.hand_over(series, kept, start)
    dropped = shelf.drop_orphans(kept, env.now())
    moves = change.needs_room(before)
    return Outcome(kept, make_room_for_series(env, db, kept, manner) if moves else [], dropped)


def delete_question(db: Database, chosen: Chosen) -> str:
    """What would be deleted, by name and number."""
    block = chosen.block
    day = formats.long_date(block.day)
    if chosen.scope is Scope.ONE:
        return _("Hapus blok {n} '{title}' pada {day}?").format(
            n=block.number, title=block.title, day=day
        )
    if chosen.scope is Scope.ALL:
        fact = _("Hapus seluruh rangkaian {n} '{title}'?").format(n=block.number, title=block.title)
    else:
        fact = _("Hapus '{title}' sejak {day} dan seterusnya?").format(title=block.title, day=day)
    done = len([one for one in _own_rows(db, chosen) if one.status is BlockStatus.DONE])
    kept = ngettext(
        "Termasuk {n} yang sudah selesai.", "Termasuk {n} yang sudah selesai.", done
    ).format(n=done)
    return f"{fact} {kept}" if done else fact


def _own_rows(db: Database, chosen: Chosen) -> list[Block]:
    shelf, block = Blocks(db), chosen.block
    if chosen.scope is Scope.ALL:
        return shelf.changed(block)
    start = block.recurrence_id
    rows = shelf.changed(shelf.get(block.series or 0))
    return [one for one in rows if start and one.recurrence_id and one.recurrence_id >= start]


def remove(env: Env, db: Database, chosen: Chosen) -> None:
    """Delete what was chosen; an occurrence is excluded from its series."""
    shelf, block = Blocks(db), chosen.block
    if chosen.scope is Scope.FOLLOWING:
        return _cut(env, shelf, block)
    if not block.virtual:
        shelf.delete(block)
    if block.series is not None:
        shelf.exclude(block, env.new_uid())
    return None


def _cut(env: Env, shelf: Blocks, block: Block) -> None:
    """End a series before one of its occurrences."""
    from keseimbangan.domain.recurrence import split

    series = shelf.get(block.series or 0)
    start = block.recurrence_id or block.wall.start
    head, _tail = split(series, start, env.new_uid())
    if head is None:
        return shelf.delete(series)
    shelf.forget_changes(series, start)
    shelf.save(head)
    return None
