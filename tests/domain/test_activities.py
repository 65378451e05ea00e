"""The lines of a performance log: from done work alone, no hour twice, nothing private."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keseimbangan.domain.activities import Activity, activities
from keseimbangan.domain.akhlak import Akhlak
from keseimbangan.domain.blocks import Block, BlockKind, BlockStatus
from keseimbangan.domain.elements import Element
from keseimbangan.domain.focus import FocusSession, FocusState
from keseimbangan.domain.period import ONE_DAY, DaySpan, day_of, instant
from keseimbangan.domain.tasks import Task, TaskStatus

ZONE = "Asia/Jakarta"
MONDAY = date(2026, 11, 23)
TUESDAY = MONDAY + ONE_DAY
WEEK = DaySpan(MONDAY, date(2026, 11, 30))


def at(clock: str, day: date = MONDAY, zone: str = ZONE) -> datetime:
    return instant(day, time.fromisoformat(clock), zone)


def block(number: int, start: str, end: str, day: date = MONDAY, **fields: object) -> Block:
    values = {"status": BlockStatus.DONE, "title": f"Blok {number}", "zone": ZONE} | fields
    zone = str(values["zone"])
    return Block(
        number=number,
        uid=f"b{number}",
        starts_at=at(start, day, zone),
        ends_at=at(end, day, zone),
        **values,  # type: ignore[arg-type]
    )


def task(number: int = 1, done: str = "15:00", day: date = MONDAY, **fields: object) -> Task:
    values = {"status": TaskStatus.DONE, "title": f"Tugas {number}"} | fields
    return Task(number=number, uid=f"t{number}", done_at=at(done, day), **values)  # type: ignore[arg-type]


def session(
    start: str, end: str, minutes: int, day: date = MONDAY, of: int | None = 1
) -> FocusSession:
    return FocusSession(
        number=1,
        uid=start,
        started_at=at(start, day),
        ended_at=at(end, day),
        zone=ZONE,
        planned_minutes=25,
        break_minutes=5,
        state=FocusState.COMPLETED,
        task=of,
        focused_seconds=minutes * 60,
    )


def lines(
    *blocks: Block,
    tasks: tuple[Task, ...] = (),
    sessions: tuple[FocusSession, ...] = (),
    days: DaySpan = WEEK,
) -> list[Activity]:
    return activities(days, blocks, {t.number or 0: t for t in tasks}, sessions, ZONE)


def clock(line: Activity) -> str:
    if line.starts_at is None or line.ends_at is None:
        return ""
    ends = (each + timedelta(hours=7) for each in (line.starts_at, line.ends_at))
    return "-".join(f"{each:%H.%M}" for each in ends)


def told(found: list[Activity]) -> list[tuple[str, str, str | None]]:
    return [(clock(line), line.title, line.result) for line in found]


def test_a_done_block_is_a_line_with_what_came_of_it() -> None:
    (line,) = lines(
        block(3, "08:00", "10:00", target=1, result="Bab 1", evidence="a.pdf", realisation=2.0)
    )
    assert (line.day, clock(line), line.minutes) == (MONDAY, "08.00-10.00", 120)
    assert (line.target, line.result, line.evidence, line.realisation) == (1, "Bab 1", "a.pdf", 2)
    assert (line.block, line.task) == (3, None)


@pytest.mark.parametrize("status", [BlockStatus.PLANNED, BlockStatus.SKIPPED])
def test_what_is_not_done_is_no_line(status: BlockStatus) -> None:
    assert lines(block(1, "08:00", "10:00", status=status)) == []


@pytest.mark.parametrize("status", [TaskStatus.OPEN, TaskStatus.DROPPED, TaskStatus.DELEGATED])
def test_a_task_that_is_not_done_is_no_line(status: TaskStatus) -> None:
    one = task(status=status)
    assert lines(tasks=(one,), sessions=(session("08:00", "08:25", 25),)) == []


def test_real_times_count_where_they_are_known() -> None:
    ran = {"actual_starts_at": at("08:10"), "actual_ends_at": at("09:50")}
    (line,) = lines(block(1, "08:00", "10:00", **ran))
    assert (clock(line), line.minutes) == ("08.10-09.50", 100)


@pytest.mark.parametrize(
    "private",
    [
        {"element": Element.LIFE},
        {"element": Element.RECOVERY},
        {"element": Element.GROWTH},
        {"kind": BlockKind.BREAK},
        {"kind": BlockKind.FAMILY},
        {"kind": BlockKind.BUFFER},
    ],
)
def test_what_is_not_office_work_stays_out_unless_it_serves_a_target(
    private: dict[str, object],
) -> None:
    assert lines(block(1, "08:00", "10:00", **private)) == []
    assert len(lines(block(1, "08:00", "10:00", target=1, **private))) == 1


def test_a_private_task_stays_out_unless_it_serves_a_target() -> None:
    assert lines(tasks=(task(element=Element.LIFE),)) == []
    assert len(lines(tasks=(task(element=Element.GROWTH, target=1),))) == 1


def test_a_task_without_a_block_has_the_time_of_its_focus_that_day() -> None:
    found = lines(
        tasks=(task(result="14 halaman", target=1),),
        sessions=(session("08:00", "08:25", 25), session("09:00", "09:30", 20)),
    )
    assert told(found) == [("08.00-09.30", "Tugas 1", "14 halaman")]
    assert found[0].minutes == 45


def test_a_task_without_any_time_comes_last_on_its_day_with_none() -> None:
    found = lines(block(1, "16:00", "17:00"), tasks=(task(result="x"),))
    assert told(found) == [("16.00-17.00", "Blok 1", None), ("", "Tugas 1", "x")]
    assert found[1].minutes == 0


def test_the_last_block_of_a_task_on_its_last_day_tells_what_came_of_it() -> None:
    found = lines(
        block(1, "08:00", "10:00", task=1),
        block(2, "13:00", "15:00", task=1),
        tasks=(task(result="14 halaman", realisation=1.0, indicator=4),),
    )
    assert told(found) == [
        ("08.00-10.00", "Blok 1", None),
        ("13.00-15.00", "Blok 2", "14 halaman"),
    ]
    assert (found[1].realisation, found[1].indicator, found[1].task) == (1, 4, 1)


def test_a_block_keeps_its_own_result_when_its_task_ends_in_it() -> None:
    found = lines(
        block(1, "08:00", "10:00", task=1, result="Bab 1"), tasks=(task(result="14 halaman"),)
    )
    assert told(found) == [("08.00-10.00", "Blok 1", "Bab 1")]


def test_two_amounts_are_two_lines() -> None:
    found = lines(
        block(1, "08:00", "10:00", task=1, realisation=2.0), tasks=(task(realisation=1.0),)
    )
    assert [line.realisation for line in found] == [2, 1]


def test_a_task_that_ended_on_another_day_than_its_blocks_has_a_line_of_its_own() -> None:
    found = lines(block(1, "08:00", "10:00", task=1), tasks=(task(day=TUESDAY, result="x"),))
    assert [(line.day, line.block, line.result) for line in found] == [
        (MONDAY, 1, None),
        (TUESDAY, None, "x"),
    ]


def test_what_proves_a_task_proves_the_work_on_it() -> None:
    values = (Akhlak.LOYAL,)
    done = task(day=TUESDAY, evidence="a.pdf", akhlak=values)
    found = lines(
        block(1, "08:00", "10:00", task=1),
        block(2, "10:00", "11:00", task=1, evidence="b.pdf"),
        tasks=(done,),
    )
    assert [line.evidence for line in found] == ["a.pdf", "b.pdf", "a.pdf"]
    assert {line.akhlak for line in found} == {values}


def test_focus_in_the_time_of_a_block_is_not_counted_again() -> None:
    sessions = (
        session("08:00", "08:25", 25),
        session("09:50", "10:15", 25),
        session("10:00", "10:25", 25),
        session("11:00", "11:25", 25),
    )
    found = lines(block(1, "08:00", "10:00"), tasks=(task(),), sessions=sessions)
    assert [(clock(line), line.minutes) for line in found] == [
        ("08.00-10.00", 120),
        ("10.00-11.25", 50),
    ]


def test_focus_for_a_done_task_on_an_earlier_day_is_a_line_of_that_day() -> None:
    found = lines(
        tasks=(task(day=TUESDAY, result="x"),),
        sessions=(session("08:00", "08:25", 25), session("09:00", "09:25", 25, TUESDAY)),
    )
    assert [(line.day, line.minutes, line.result) for line in found] == [
        (MONDAY, 25, None),
        (TUESDAY, 25, "x"),
    ]


def test_a_block_belongs_to_the_day_of_its_own_zone() -> None:
    jayapura = block(1, "00:30", "01:30", TUESDAY, zone="Asia/Jayapura")
    assert [line.day for line in lines(jayapura)] == [TUESDAY]
    assert lines(jayapura, days=day_of(MONDAY)) == []


def test_a_night_belongs_to_the_day_on_which_it_began() -> None:
    night = Block(
        **{
            **block(1, "22:00", "23:00").__dict__,
            "ends_at": at("01:00", TUESDAY),
        }
    )
    assert [(line.day, line.minutes) for line in lines(night)] == [(MONDAY, 180)]
    assert lines(night, days=day_of(TUESDAY)) == []


HOURS = st.integers(7, 17)
DONE_BLOCKS = st.lists(
    st.tuples(st.integers(0, 6), HOURS, st.integers(1, 3), st.sampled_from([None, 1, 2])),
    max_size=8,
)
SESSIONS = st.lists(
    st.tuples(st.integers(0, 6), HOURS, st.sampled_from([None, 1, 2, 3])), max_size=8
)
ENDS = st.lists(st.integers(0, 6), min_size=3, max_size=3)


@given(DONE_BLOCKS, SESSIONS, ENDS)
def test_the_lines_of_a_week_are_those_of_its_days_and_no_hour_counts_twice(
    done: list[tuple[int, int, int, int | None]],
    focused: list[tuple[int, int, int | None]],
    ends: list[int],
) -> None:
    blocks = [
        block(n, f"{hour:02d}:00", f"{hour + long:02d}:00", MONDAY + ONE_DAY * day, task=of)
        for n, (day, hour, long, of) in enumerate(done, 1)
    ]
    sessions = tuple(
        session(f"{hour:02d}:30", f"{hour:02d}:55", 25, MONDAY + ONE_DAY * day, of)
        for day, hour, of in focused
    )
    tasks = tuple(task(n, day=MONDAY + ONE_DAY * day) for n, day in enumerate(ends, 1))
    week = lines(*blocks, tasks=tasks, sessions=sessions)
    by_day = [
        line
        for day in WEEK
        for line in lines(*blocks, tasks=tasks, sessions=sessions, days=day_of(day))
    ]
    assert week == by_day
    assert sum(1 for line in week if line.block) == len(blocks)
    free = [s for s in sessions if s.task and not any(_overlap(b, s) for b in blocks)]
    assert sum(line.minutes for line in week if not line.block) == 25 * len(free)


def _overlap(one: Block, other: FocusSession) -> bool:
    ended = other.ended_at or datetime.max.replace(tzinfo=UTC)
    return one.starts_at < ended and other.started_at < one.ends_at
