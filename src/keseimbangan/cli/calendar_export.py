"""Carrying out an export so that whatever interrupts it leaves calendar and ledger in order.

A UID must never mean two things, and a SEQUENCE never go back or stand for two texts. So an export
goes in two steps. First, in one transaction, the files are written and checked under other names,
and the ledger promises every new or changed event its UID, SEQUENCE and DTSTAMP without noting what
it says. Then the files take their place, and only then the ledger notes what was given and what is
gone. When something breaks in between, nobody knows whether the person has the files; the next
export counts the promised events as changed and gives them again with a higher SEQUENCE.
"""

import sys
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from keseimbangan import formats
from keseimbangan.cli.context import Env
from keseimbangan.cli.destinations import destination
from keseimbangan.domain.calendar_plan import Change, Item, Plan, delivered, plan
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import DaySpan
from keseimbangan.exchange import calendar
from keseimbangan.exchange.calendar import Draft
from keseimbangan.i18n import _
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.calendar import Ledger, gather
from keseimbangan.store.database import Database
from keseimbangan.store.tasks import Tasks
from keseimbangan.view.calendar import Counts, ExportReport, event


@dataclass(frozen=True)
class Wishes:
    """What is to be exported, and how. No element means all of them."""

    days: DaySpan
    elements: frozenset[Element] = frozenset()
    changes_only: bool = False
    new_uids: bool = False
    prefix: bool = True
    notes: bool = False


def to_file(env: Env, wishes: Wishes, name: str, *, overwrite: bool) -> None:
    """Write a file, or several beside it when there is much, and say what they hold."""
    named = destination(env, name)
    target = calendar.place(named, overwrite=overwrite)

    def draft(items: list[Item]) -> Draft:
        return calendar.draft(items, target, overwrite=overwrite)

    def deliver(made: Draft) -> list[str]:
        made.publish()
        return [str(named.with_name(place.name)) for place in made.places]

    env.show(_export(env, wishes, draft, deliver))


def to_standard_output(env: Env, wishes: Wishes) -> None:
    """Write a single calendar to standard output, and what it holds to the messages."""
    with TemporaryDirectory(prefix="imbang-") as folder:

        def draft(items: list[Item]) -> Draft:
            return calendar.draft(items, Path(folder, "blok.ics"), overwrite=True, most=sys.maxsize)

        report = _export(env, wishes, draft, _copy_out)
    for line in report.lines():
        env.note(line)


def _copy_out(made: Draft) -> list[str]:
    # As bytes: text would get its line ends changed on Windows.
    for piece in made.read():
        sys.stdout.buffer.write(piece)
    sys.stdout.flush()
    return [_("keluaran standar") for _part in made.places]


def _export(
    env: Env,
    wishes: Wishes,
    draft: Callable[[list[Item]], Draft],
    deliver: Callable[[Draft], list[str]],
) -> ExportReport:
    with env.reading() as db:
        first = Ledger(db).is_empty
        nothing = first and not Blocks(db).on(wishes.days)
    if nothing:
        # A store that is not there yet is not made for this.
        return _report(env, wishes, [], [], Plan([], []), first)
    with ExitStack() as cleanup:
        with env.changing() as db:
            planned = _planned(env, db, wishes)
            written = [item for item in planned.items if _is_wanted(item, wishes)]
            made = draft(written)
            cleanup.callback(made.discard)
            promised = [_promise(Ledger(db), item) for item in planned.items]
        files = deliver(made)
    _note_as_given(env, promised, planned)
    return _report(env, wishes, files, written, planned, first)


def _planned(env: Env, db: Database, wishes: Wishes) -> Plan:
    gathered = gather(db, wishes.days, env.zone)
    numbers = {block.task for _key, block in gathered.blocks if block.task is not None}
    titles = {number: task.title for number, task in Tasks(db).among(numbers).items()}
    events = [
        event(key, block, titles.get(block.task or 0), prefix=wishes.prefix, note=wishes.notes)
        for key, block in gathered.blocks
    ]
    ledger = Ledger(db)
    whole = plan(
        events,
        gathered.entries,
        gathered.vanished,
        env.now(),
        ledger.has_given,
        anew=wishes.new_uids,
    )
    chosen = {key for key, block in gathered.blocks if _is_chosen(block.element, wishes)}
    return whole._replace(items=[item for item in whole.items if item.event.key in chosen])


def _is_chosen(element: Element, wishes: Wishes) -> bool:
    return not wishes.elements or element in wishes.elements


def _is_wanted(item: Item, wishes: Wishes) -> bool:
    return not wishes.changes_only or item.change is not Change.UNCHANGED


def _promise(ledger: Ledger, item: Item) -> Item:
    """The item with its entry in the ledger, as yet without a word of what the event says."""
    if item.change is Change.UNCHANGED:
        return item
    if item.replaces is not None:
        ledger.remove(item.replaces, item.entry.stamped_at)
    return item._replace(entry=ledger.promise(item.entry))


def _note_as_given(env: Env, promised: list[Item], planned: Plan) -> None:
    given = [item for item in promised if item.change is not Change.UNCHANGED]
    if not given and not planned.removed:
        return
    with env.changing() as db:
        ledger = Ledger(db)
        for item in given:
            ledger.confirm(delivered(item))
        for entry in planned.removed:
            ledger.remove(entry, env.now())


def _report(
    env: Env,
    wishes: Wishes,
    files: list[str],
    written: list[Item],
    planned: Plan,
    first: bool,
) -> ExportReport:
    counted = Counter(item.change for item in planned.items)
    return ExportReport(
        files=files,
        written=len(written),
        counts=Counts(**{change.value: counted[change] for change in Change}),
        removed=planned.removed,
        zone=env.zone,
        empty=_nothing(wishes, planned),
        first=first,
    )


def _nothing(wishes: Wishes, planned: Plan) -> str:
    days = formats.date_span(wishes.days.first, wishes.days.last)
    if planned.items:
        return _("Tidak ada yang berubah pada {days}; berkas tidak ditulis.").format(days=days)
    return _("Tidak ada blok untuk diekspor pada {days}; berkas tidak ditulis.").format(days=days)
