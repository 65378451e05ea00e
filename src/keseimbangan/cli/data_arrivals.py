"""What other programs exported, put into a store of its own before it is merged with one's own."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from keseimbangan.cli.context import Env
from keseimbangan.cli.data_import import JRNL
from keseimbangan.cli.data_merging import foreign_report
from keseimbangan.domain.arrivals import Arrivals, Left, TaskArrival
from keseimbangan.domain.period import instant, week_name
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database
from keseimbangan.store.incoming import Incoming, empty
from keseimbangan.store.tasks import Tasks
from keseimbangan.view.imports import ImportReport


def foreign(
    env: Env, path: Path, program: str, level: int | None, *, preview: bool
) -> ImportReport:
    """Merge the export of another program. What was changed here later stays as it is."""
    with empty() as incoming:
        if program == JRNL:
            left = _journal(env, path, level, incoming)
        else:
            left = _work(incoming, _read(path, program, env.zone))
        return foreign_report(env, path, program, incoming, left, preview=preview)


def _read(path: Path, program: str, zone: str) -> Arrivals:
    from keseimbangan.exchange import super_productivity, taskwarrior, timewarrior

    readers = {
        "taskwarrior": taskwarrior.read,
        "timewarrior": timewarrior.read,
        "super-productivity": super_productivity.read,
    }
    return readers[program](path, zone)


def _work(incoming: Incoming, arrivals: Arrivals) -> Left:
    _tasks(incoming, arrivals.tasks)
    for block, changed_at in arrivals.blocks:
        Blocks(Database(incoming.connection, changed_at)).add(block)
    return Left(arrivals.skipped, arrivals.fields)


def _tasks(incoming: Incoming, arrivals: Sequence[TaskArrival]) -> None:
    uids = {arrival.task.uid for arrival in arrivals}
    numbers: dict[str | None, int | None] = {}
    # A whole before its pieces; one that never comes leaves its pieces as they are.
    for task, parent, changed_at in sorted(arrivals, key=lambda each: each.parent in uids):
        shelf = Tasks(Database(incoming.connection, changed_at))
        numbers[task.uid] = shelf.add(replace(task, parent=numbers.get(parent))).number


def _journal(env: Env, path: Path, level: int | None, incoming: Incoming) -> Left:
    from keseimbangan.domain.journal import StressEntry
    from keseimbangan.domain.triggers import distinct, known, recognised
    from keseimbangan.exchange import jrnl
    from keseimbangan.store.journal import Journal

    found = jrnl.read(path, level)
    for one in found.entries:
        written_at = instant(one.wall.date(), one.wall.time(), env.zone)
        names = (recognised(tag) for tag in one.tags)
        entry = StressEntry(
            number=None,
            uid=one.uid,
            week=week_name(one.wall.date()),
            written_at=written_at,
            zone=env.zone,
            level=one.level,
            # Any other tag stays in the text, where it was written.
            triggers=distinct(name for name in names if name in known()),
            note=one.text,
        )
        Journal(Database(incoming.connection, written_at)).add(entry)
    return Left(found.skipped, found.fields)
