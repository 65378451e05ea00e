"""Blocks that tests are made of, and strategies for more of them."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from hypothesis import reject
from hypothesis import strategies as st

from keseimbangan.domain.blocks import Block, BlockStatus
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import instant
from keseimbangan.errors.blocks import NeverOccurs

ZONES = ("Asia/Jakarta", "Asia/Jayapura", "Europe/Berlin")
MONDAY = date(2026, 11, 23)


def at(text: str, zone: str = "Asia/Jakarta") -> datetime:
    """The instant of `2026-11-23T08:00` on the wall clock of a zone."""
    wall = datetime.fromisoformat(text)
    return instant(wall.date(), wall.time(), zone)


def clock(text: str) -> datetime:
    """A wall clock, naive, from `2026-11-23T08:00`."""
    return datetime.fromisoformat(text)


def block(start: str, end: str, number: int | None = 1, **more: Any) -> Block:
    """A block from `08:00` to `10:00` on Monday 23 November 2026, or with whole wall clocks.

    `day` moves it, `zone` says where it was planned, everything else is a field.
    """
    day, zone = more.pop("day", MONDAY), more.pop("zone", "Asia/Jakarta")
    begin, finish = _wall(day, start), _wall(day, end)
    if finish <= begin:
        finish += timedelta(days=1)
    given = {"uid": f"uid-{number}", "title": f"Blok {number}", **more}
    return Block(
        number=number,
        starts_at=instant(begin.date(), begin.time(), zone),
        ends_at=instant(finish.date(), finish.time(), zone),
        zone=zone,
        **given,
    )


def done(one: Block, start: str | None = None, end: str | None = None) -> Block:
    """The same block, finished, perhaps at another time of its day."""
    ran = block(start, end, day=one.day, zone=one.zone) if start and end else None
    return replace(
        one,
        status=BlockStatus.DONE,
        actual_starts_at=ran and ran.starts_at,
        actual_ends_at=ran and ran.ends_at,
    )


def skipped(one: Block) -> Block:
    """The same block, left out."""
    return replace(one, status=BlockStatus.SKIPPED)


def _wall(day: date, text: str) -> datetime:
    if "T" in text:
        return datetime.fromisoformat(text)
    return datetime.combine(day, time.fromisoformat(text))


@st.composite
def blocks_of_a_day(draw: st.DrawFn, most: int = 8, day: date = MONDAY) -> list[Block]:
    """Blocks that start on one day, in quarters of an hour, of every status and element."""
    found = []
    for number in range(1, draw(st.integers(0, most)) + 1):
        start = draw(st.integers(0, 95)) * 15
        length = draw(st.integers(1, 24)) * 15
        begin = datetime.combine(day, time()) + timedelta(minutes=start)
        one = Block(
            number=number,
            uid=f"uid-{number}",
            title=f"Blok {number}",
            starts_at=instant(begin.date(), begin.time(), "Asia/Jakarta"),
            ends_at=instant(begin.date(), begin.time(), "Asia/Jakarta") + timedelta(minutes=length),
            zone="Asia/Jakarta",
            status=draw(st.sampled_from(BlockStatus)),
            element=draw(st.sampled_from(Element)),
            protected=draw(st.booleans()),
        )
        found.append(one)
    return found


WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Rules as they are stored, without an end."""
    parts = {"FREQ": draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))}
    if (interval := draw(st.integers(1, 5))) > 1:
        parts["INTERVAL"] = str(interval)
    days = draw(st.lists(st.sampled_from(WEEKDAYS), unique=True, max_size=4))
    listed = ",".join(sorted(days, key=WEEKDAYS.index))
    if parts["FREQ"] in ("DAILY", "WEEKLY") and listed:
        parts["BYDAY"] = listed
    if parts["FREQ"] == "WEEKLY" and draw(st.booleans()):
        parts["WKST"] = "SU"
    if parts["FREQ"] == "MONTHLY":
        parts |= draw(st.sampled_from(_MONTHLY))
    if parts["FREQ"] == "YEARLY" and draw(st.booleans()):
        parts["BYMONTH"] = draw(st.sampled_from(["1", "6,11", "12"]))
    return ";".join(f"{name}={value}" for name, value in parts.items())


_MONTHLY: tuple[dict[str, str], ...] = (
    {},
    {"BYMONTHDAY": "-1"},
    {"BYMONTHDAY": "1,15"},
    {"BYMONTHDAY": "31"},
    {"BYDAY": "1MO"},
    {"BYDAY": "2TU,-1FR"},
    {"BYDAY": "MO,TU,WE,TH,FR", "BYSETPOS": "-1"},
)


@st.composite
def series(
    draw: st.DrawFn, zones: tuple[str, ...] = ZONES, hours: tuple[int, int] = (0, 23)
) -> Any:
    """Series that begin with their first occurrence, as they are stored."""
    from keseimbangan.domain.block_changes import repeating
    from keseimbangan.domain.recurrence import next_occurrence

    zone = draw(st.sampled_from(zones))
    day = draw(st.dates(date(2024, 1, 1), date(2027, 12, 31)))
    begin = datetime.combine(day, time(draw(st.integers(*hours)), draw(st.sampled_from([0, 30]))))
    length = timedelta(minutes=draw(st.integers(1, 96)) * 15)
    starts_at = instant(begin.date(), begin.time(), zone)
    end = begin + length
    ends_at = max(instant(end.date(), end.time(), zone), starts_at + timedelta(minutes=15))
    single = Block(
        number=7, uid="uid-7", title="Apel", starts_at=starts_at, ends_at=ends_at, zone=zone
    )
    rule = draw(rules())
    endless = replace(single, rule=rule)
    first = next_occurrence(endless, endless.wall.start)
    until = None
    if first is not None and draw(st.booleans()):
        until = first.date() + timedelta(days=draw(st.integers(0, 800)))
    try:
        return repeating(single, rule, until)
    except NeverOccurs:
        # A 31st in June and November alone: refused at the door, so no series is kept that has it.
        reject()


def utc(text: str) -> datetime:
    """An instant from `2026-11-23T01:00`."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
