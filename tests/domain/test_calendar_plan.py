"""New, changed, unchanged, removed: what a calendar must be given, and under which UID."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from keseimbangan.domain.calendar import CalendarEvent, Exported, Key
from keseimbangan.domain.calendar_plan import Change, Plan, delivered, plan

MONDAY = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def event(block: str, day: str = "", title: str = "Rapat", days: int = 0) -> CalendarEvent:
    start = MONDAY + days * DAY
    return CalendarEvent(Key(block, day), title, start, start + timedelta(hours=1), f"[x] {title}")


class Book:
    """A ledger in a list."""

    def __init__(self) -> None:
        self.entries: dict[str, Exported] = {}

    def plan(self, *events: CalendarEvent, now: datetime = NOW, anew: bool = False) -> Plan:
        keys = {one.key for one in events}
        live = [entry for entry in self.entries.values() if entry.removed_at is None]
        vanished = [entry for entry in live if entry.key not in keys]
        return plan(
            events,
            list(self.entries.values()),
            vanished,
            now,
            self.entries.__contains__,
            anew=anew,
        )

    def export(self, *events: CalendarEvent, now: datetime = NOW, anew: bool = False) -> Plan:
        planned = self.plan(*events, now=now, anew=anew)
        for item in planned.items:
            if item.replaces is not None:
                uid = item.replaces.uid
                self.entries[uid] = replace(item.replaces, removed_at=now)
            self.entries[item.entry.uid] = delivered(item)
        for entry in planned.removed:
            self.entries[entry.uid] = replace(entry, removed_at=now)
        return planned


def changes(planned: Plan) -> list[Change]:
    return [item.change for item in planned.items]


def uids(planned: Plan) -> list[str]:
    return [item.entry.uid for item in planned.items]


def test_a_first_export_is_all_new_with_sequence_0() -> None:
    planned = Book().export(event("b"), event("a", days=1))
    assert changes(planned) == [Change.NEW, Change.NEW]
    assert [item.entry.sequence for item in planned.items] == [0, 0]
    assert uids(planned) == ["b@keseimbangan", "a@keseimbangan"]


def test_an_unchanged_event_keeps_sequence_and_stamp() -> None:
    book = Book()
    first = book.export(event("b"))
    again = book.export(event("b"), now=LATER)
    assert changes(again) == [Change.UNCHANGED]
    assert again.items[0].entry == delivered(first.items[0])


def test_a_changed_event_keeps_its_uid_and_raises_sequence_and_stamp() -> None:
    book = Book()
    book.export(event("b"))
    planned = book.export(event("b", title="Rapat besar"), now=LATER)
    entry = planned.items[0].entry
    assert changes(planned) == [Change.CHANGED]
    assert (entry.uid, entry.sequence, entry.stamped_at) == ("b@keseimbangan", 1, LATER)
    assert entry.title == "Rapat besar"


def test_a_stamp_is_newer_even_when_the_clock_was_set_back() -> None:
    book = Book()
    book.export(event("b"), now=LATER)
    planned = book.export(event("b", title="Rapat besar"), now=NOW)
    assert planned.items[0].entry.stamped_at == LATER + timedelta(seconds=1)


def test_an_event_that_was_promised_but_perhaps_not_given_counts_as_changed() -> None:
    book = Book()
    book.export(event("b"))
    interrupted = book.plan(event("b", title="Lain"))
    book.entries["b@keseimbangan"] = interrupted.items[0].entry
    again = book.plan(event("b", title="Lain"), now=LATER)
    assert changes(again) == [Change.CHANGED]
    assert again.items[0].entry.sequence == 2


def test_what_is_gone_is_removed_once() -> None:
    book = Book()
    book.export(event("a"), event("b"))
    assert [entry.uid for entry in book.export(event("a")).removed] == ["b@keseimbangan"]
    assert book.export(event("a")).removed == []


def test_a_block_that_comes_back_gets_another_uid() -> None:
    book = Book()
    book.export(event("b"))
    book.export()
    planned = book.export(event("b"))
    assert changes(planned) == [Change.NEW]
    assert uids(planned) == ["b-g2@keseimbangan"]


def test_a_new_generation_gives_every_event_another_uid() -> None:
    book = Book()
    book.export(event("a"), event("b", days=1))
    planned = book.export(event("a"), event("b", days=1), anew=True)
    assert uids(planned) == ["a-g2@keseimbangan", "b-g2@keseimbangan"]
    assert planned.removed == []
    assert changes(book.export(event("a"), event("b", days=1))) == [Change.UNCHANGED] * 2


def test_a_new_generation_follows_the_latest_one() -> None:
    book = Book()
    for _time in range(3):
        planned = book.export(event("a"), anew=True)
    assert uids(planned) == ["a-g3@keseimbangan"]


def test_a_divided_series_keeps_the_uids_of_its_days() -> None:
    book = Book()
    before = book.export(event("old", "2026-11-23"), event("old", "2026-11-30", days=7))
    planned = book.export(event("old", "2026-11-23"), event("new", "2026-11-30", days=7))
    assert uids(planned) == uids(before)
    assert changes(planned) == [Change.UNCHANGED, Change.UNCHANGED]
    assert planned.removed == []


def test_a_series_that_moves_to_another_weekday_takes_its_events_along() -> None:
    book = Book()
    before = book.export(event("s", "2026-11-23"), event("s", "2026-11-30", days=7))
    planned = book.export(event("s", "2026-11-24", days=1), event("s", "2026-12-01", days=8))
    assert uids(planned) == uids(before)
    assert changes(planned) == [Change.CHANGED, Change.CHANGED]


def test_a_divided_series_may_go_on_on_another_weekday() -> None:
    book = Book()
    before = book.export(event("old", "2026-11-23"))
    planned = book.export(event("new", "2026-11-25", days=2))
    assert uids(planned) == uids(before)


def test_a_single_block_that_begins_to_repeat_keeps_its_uid() -> None:
    book = Book()
    before = book.export(event("b"))
    planned = book.export(event("b", "2026-11-23"), event("b", "2026-11-24", days=1))
    assert uids(planned) == [*uids(before), "b-20261124@keseimbangan"]


def test_another_single_block_of_the_same_title_is_another_event() -> None:
    book = Book()
    book.export(event("a"))
    planned = book.export(event("b"))
    assert changes(planned) == [Change.NEW]
    assert [entry.uid for entry in planned.removed] == ["a@keseimbangan"]


def test_the_next_occurrence_does_not_inherit_from_one_that_was_deleted() -> None:
    book = Book()
    book.export(event("s", "2026-11-23"))
    planned = book.export(event("s", "2026-11-30", days=7))
    assert changes(planned) == [Change.NEW]
    assert [entry.uid for entry in planned.removed] == ["s-20261123@keseimbangan"]


def test_a_uid_that_an_heir_bears_is_not_made_a_second_time() -> None:
    book = Book()
    book.export(event("old", "2026-11-23"))
    book.export(event("new", "2026-11-23"))
    planned = book.export(event("new", "2026-11-23"), event("old", "2026-11-23", title="Lain"))
    assert sorted(uids(planned)) == ["old-20261123-g2@keseimbangan", "old-20261123@keseimbangan"]


def test_the_order_of_a_file_is_that_of_time_then_of_the_blocks() -> None:
    planned = Book().export(event("c", days=1), event("b"), event("a"))
    assert [item.event.key.block for item in planned.items] == ["a", "b", "c"]


class Google:
    """A calendar that remembers what was deleted and wants higher numbers, as Google's does."""

    def __init__(self) -> None:
        self.events: dict[str, tuple[int, datetime, CalendarEvent]] = {}
        self.deleted: set[str] = set()

    def take(self, planned: Plan, *, changes_only: bool) -> None:
        seen: set[str] = set()
        for item in planned.items:
            if changes_only and item.change is Change.UNCHANGED:
                continue
            entry = item.entry
            assert entry.uid not in seen, "two events with one UID"
            assert entry.uid not in self.deleted, "a deleted UID came back"
            seen.add(entry.uid)
            self._update(entry, item.event)

    def _update(self, entry: Exported, shown: CalendarEvent) -> None:
        if entry.uid in self.events:
            sequence, stamp, before = self.events[entry.uid]
            if before.digest == shown.digest:
                assert (entry.sequence, entry.stamped_at) >= (sequence, stamp)
            else:
                assert entry.sequence > sequence
                assert entry.stamped_at > stamp
        self.events[entry.uid] = (entry.sequence, entry.stamped_at, shown)

    def delete(self, planned: Plan) -> None:
        for entry in planned.removed:
            del self.events[entry.uid]
            self.deleted.add(entry.uid)


DAYS = ("", "2026-11-23", "2026-11-24", "2026-11-30")
EVENTS = st.lists(
    st.builds(
        event,
        st.sampled_from("abc"),
        st.sampled_from(DAYS),
        st.sampled_from(("Rapat", "Fokus")),
        st.integers(0, 9),
    ),
    max_size=8,
    unique_by=lambda one: one.key,
)
CLOCK = st.integers(-5, 5)
EXPORTS = st.lists(st.tuples(EVENTS, CLOCK, st.booleans(), st.booleans()), max_size=8)


@settings(max_examples=300, deadline=None)
@given(EXPORTS)
def test_a_calendar_that_is_given_every_export_shows_the_blocks_and_nothing_else(
    exports: list[tuple[list[CalendarEvent], int, bool, bool]],
) -> None:
    book, google = Book(), Google()
    for events, clock, changes_only, interrupted in exports:
        now = NOW + timedelta(minutes=clock)
        if interrupted:
            # Power fails after the file is in place and before the ledger knows.
            planned = book.plan(*events, now=now)
            google.take(planned, changes_only=changes_only)
            book.entries |= {item.entry.uid: item.entry for item in planned.items}
        planned = book.export(*events, now=now)
        google.take(planned, changes_only=changes_only)
        google.delete(planned)
        shown = sorted(one.digest for _sequence, _stamp, one in google.events.values())
        assert shown == sorted(one.digest for one in events)
