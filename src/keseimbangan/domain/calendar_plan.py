"""Which events of a calendar are new, changed, unchanged or removed since it was last given some.

A calendar knows an event by its UID, takes a change only with a higher SEQUENCE and a newer
DTSTAMP, and never forgets a UID that was deleted in it. Hence three laws:

- A UID stays with its event through every change of time, title or text.
- A UID that was reported as removed never comes back; the same block then gets another one.
- SEQUENCE and DTSTAMP of an event only grow, and stay when nothing has changed.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from keseimbangan.domain.calendar import CalendarEvent, Exported, Key, uid_of
from keseimbangan.domain.period import week_name

_SECOND = timedelta(seconds=1)


class Change(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


class Item(NamedTuple):
    """An event to be written, its entry, and the entry it does away with, if there is one."""

    event: CalendarEvent
    entry: Exported
    change: Change
    replaces: Exported | None = None


class Plan(NamedTuple):
    """All that an export comes to, in the order of the file."""

    items: list[Item]
    removed: list[Exported]


def plan(
    events: Sequence[CalendarEvent],
    ledger: Iterable[Exported],
    vanished: Sequence[Exported],
    now: datetime,
    used: Callable[[str], bool],
    *,
    anew: bool = False,
) -> Plan:
    """What to give for each event, and which of the vanished entries are removed.

    `ledger` has every entry with a key of the events, `vanished` the live ones whose block is gone;
    `used` tells whether a UID was ever given out. `anew` gives every event a UID of a new
    generation.
    """
    known = list(ledger)
    live = {entry.key: entry for entry in known if entry.removed_at is None}
    latest = _latest_generations(known)
    unknown = [event for event in events if event.key not in live]
    heirs = {} if anew else _heirs(unknown, vanished)
    items = []
    for event in sorted(events, key=lambda one: (one.starts_at, one.ends_at, one.key)):
        entry = live.get(event.key)
        if entry is None and event.key in heirs:
            generation = latest.get(event.key, 0) + 1
            entry = replace(heirs[event.key], key=event.key, generation=generation)
        if entry is None or anew:
            items.append(_new(event, latest.get(event.key, 0), now, used, entry))
        else:
            items.append(_again(event, entry, now))
    inherited = {entry.uid for entry in heirs.values()}
    return Plan(items, [entry for entry in vanished if entry.uid not in inherited])


def delivered(item: Item) -> Exported:
    """The entry of an event whose file is in its place."""
    return replace(item.entry, digest=item.event.digest)


def _latest_generations(entries: Iterable[Exported]) -> dict[Key, int]:
    latest: dict[Key, int] = {}
    for entry in entries:
        latest[entry.key] = max(entry.generation, latest.get(entry.key, 0))
    return latest


def _new(
    event: CalendarEvent,
    generation: int,
    now: datetime,
    used: Callable[[str], bool],
    replaces: Exported | None,
) -> Item:
    generation += 1
    # A series that was divided leaves UIDs of its making with its heirs.
    while used(uid_of(event.key, generation)):
        generation += 1
    entry = Exported(
        number=None,
        uid=uid_of(event.key, generation),
        key=event.key,
        generation=generation,
        sequence=0,
        digest="",
        stamped_at=now,
        title=event.title,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
    )
    return Item(event, entry, Change.NEW, replaces)


def _again(event: CalendarEvent, entry: Exported, now: datetime) -> Item:
    if entry.digest == event.digest:
        return Item(event, entry, Change.UNCHANGED)
    changed = replace(
        entry,
        sequence=entry.sequence + 1,
        digest="",
        # A clock that was set back must not make a change look old.
        stamped_at=max(now, entry.stamped_at + _SECOND),
        title=event.title,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
    )
    return Item(event, changed, Change.CHANGED)


def _heirs(unknown: Iterable[CalendarEvent], vanished: Iterable[Exported]) -> dict[Key, Exported]:
    """Which unknown event is a vanished one in a new guise, by key.

    A series that is divided ("this and the following") goes on as a series of another uid, and one
    that moves to another weekday has other days. To the person these are the same blocks, and the
    calendar would show them twice.
    """
    events, entries = list(unknown), list(vanished)
    found: dict[Key, Exported] = {}
    for likeness in (_same_title_and_day, _same_block_and_week, _same_title_and_week):
        waiting: dict[Any, list[Exported]] = {}
        for entry in entries:
            waiting.setdefault(likeness(entry), []).append(entry)
        for event in events:
            alike = waiting.get(likeness(event)) if likeness(event) else None
            if alike:
                found[event.key] = alike.pop(0)
        taken = {entry.uid for entry in found.values()}
        events = [event for event in events if event.key not in found]
        entries = [entry for entry in entries if entry.uid not in taken]
    return found


def _same_title_and_day(one: CalendarEvent | Exported) -> tuple[str, ...] | None:
    return (one.title, one.key.day) if one.key.day else None


def _same_block_and_week(one: CalendarEvent | Exported) -> tuple[str, ...]:
    return (one.key.block, _week(one))


def _same_title_and_week(one: CalendarEvent | Exported) -> tuple[str, ...] | None:
    return (one.title, _week(one)) if one.key.day else None


def _week(one: CalendarEvent | Exported) -> str:
    return week_name(date.fromisoformat(one.key.day) if one.key.day else one.starts_at.date())
