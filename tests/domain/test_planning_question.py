"""What the planner is asked: free time, fixed blocks, and what tasks ask for."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from keseimbangan.domain.blocks import Block, BlockKind, BlockStatus
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import Period, instant
from keseimbangan.domain.planning_question import (
    demand_of,
    fixed_of,
    free_time,
    on_grid,
    releasable,
    work_kind,
)
from keseimbangan.domain.planning_values import WorkKind
from keseimbangan.domain.tasks import Impact, Task, TaskKind
from keseimbangan.domain.times import TimeRange
from keseimbangan.domain.workdays import Absence, Half, WorkCalendar, working_hours

MONDAY, FRIDAY, SATURDAY = date(2026, 11, 23), date(2026, 11, 27), date(2026, 11, 28)
WIB, WIT = "Asia/Jakarta", "Asia/Jayapura"
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # 09.00 in Jakarta


def free(*days: date, since: str = "00:00", **more: Any) -> list[str]:
    """The free time of days, as text."""
    hours = [working_hours(day, more.pop("calendar", WorkCalendar())) for day in days]
    begin = datetime.combine(days[0], time.fromisoformat(since))
    return [f"{p.start:%d %H.%M}-{p.end:%H.%M}" for p in free_time(hours, begin, **more)]


def block(start: str, end: str, zone: str = WIB, **more: Any) -> Block:
    """A block of that Monday."""
    begin, stop = (instant(MONDAY, time.fromisoformat(at), zone) for at in (start, end))
    return Block(1, "u", "Blok", begin, stop, zone, **more)


def fixed(one: Block, now: datetime = NOW) -> list[tuple[str, str, int | None]]:
    """A block as the planner sees it: hours, kind, task."""
    found = fixed_of(one, WIB, now)
    return [(f"{f.period.start:%H.%M}-{f.period.end:%H.%M}", f.kind, f.task) for f in found]


def test_breaks_and_the_prayer_of_friday_are_not_free() -> None:
    assert free(MONDAY) == ["23 07.30-12.00", "23 13.00-16.00"]
    assert free(FRIDAY) == ["27 07.30-11.30", "27 13.00-16.30"]


def test_what_is_behind_and_what_lies_after_the_shutdown_is_not_free() -> None:
    assert free(MONDAY, since="09:15") == ["23 09.15-12.00", "23 13.00-16.00"]
    assert free(MONDAY, shutdown=time(14)) == ["23 07.30-12.00", "23 13.00-14.00"]
    assert free(MONDAY, since="16:00") == []


def test_leave_takes_the_day_or_its_half() -> None:
    away = {MONDAY: Absence("annual", Half.MORNING), FRIDAY: Absence("annual")}
    assert free(MONDAY, calendar=WorkCalendar(absences=away)) == ["23 13.00-16.00"]
    assert free(FRIDAY, calendar=WorkCalendar(absences=away)) == []


def test_overtime_opens_hours_of_working_days_and_of_the_one_day_asked_for() -> None:
    late = TimeRange(time(16), time(18))
    both = free(MONDAY, SATURDAY, overtime=late, shutdown=time(12))
    assert both == ["23 07.30-12.00", "23 16.00-18.00"]
    assert free(SATURDAY, overtime=late) == ["28 16.00-18.00"]
    assert free(MONDAY, overtime=TimeRange(time(22), time(1)))[-1] == "23 22.00-01.00"


@pytest.mark.parametrize(
    ("clock", "grid", "expected"),
    [("09:00:00", 5, "09.00"), ("09:00:01", 5, "09.05"), ("23:58:00", 15, "00.00")],
)
def test_the_present_is_rounded_up_to_the_grid(clock: str, grid: int, expected: str) -> None:
    moment = datetime.combine(MONDAY, time.fromisoformat(clock))
    assert f"{on_grid(moment, grid):%H.%M}" == expected


def test_a_block_stands_on_the_clock_of_the_person() -> None:
    assert fixed(block("12:00", "13:00", WIT)) == [("10.00-11.00", "other", None)]


def test_of_a_running_block_only_the_time_ahead_is_planned_for_its_task() -> None:
    one = block("08:00", "10:00", task=7, kind=BlockKind.FOCUS)
    assert fixed(one) == [("09.00-10.00", "focus", 7), ("08.00-09.00", "focus", None)]


def test_what_is_over_done_or_skipped_is_not_planned_for_its_task() -> None:
    past = block("07:30", "08:30", task=7)
    assert fixed(past) == [("07.30-08.30", "other", None)]
    done = replace(past, status=BlockStatus.DONE)
    assert fixed(done) == [("07.30-08.30", "other", None)]
    assert fixed(replace(past, status=BlockStatus.SKIPPED)) == []


def test_one_s_own_life_is_no_work_whatever_it_is_called() -> None:
    school = block("10:00", "11:00", element=Element.LIFE, kind=BlockKind.MEETING)
    sport = block("10:00", "11:00", element=Element.RECOVERY)
    assert [fixed(one)[0][1] for one in (school, sport)] == ["family", "break"]


def demand(**more: Any) -> Any:
    """What a task asks for; `worked` and `usual` minutes as given."""
    worked, usual = more.pop("worked", 0), more.pop("usual", 60)
    return demand_of(Task(1, "u", more.pop("title", "T"), **more), MONDAY, 2, worked, usual)


def test_a_task_asks_for_what_is_left_of_its_estimate() -> None:
    assert demand(estimate_minutes=240, spent_minutes=60, worked=30).minutes == 150
    assert demand(estimate_minutes=60, spent_minutes=90).minutes == -30


def test_the_usual_minutes_stand_for_a_missing_estimate_where_there_are_any() -> None:
    assert demand(spent_minutes=20).minutes == 40
    assert demand(usual=0).minutes is None


def test_importance_and_rank_follow_the_quadrant() -> None:
    first = demand(target=3, due=MONDAY)
    assert (first.important, first.urgent, first.rank) == (True, True, 0)
    last = demand()
    assert (last.important, last.urgent, last.rank) == (False, False, 3)


@pytest.mark.parametrize(
    ("task", "kind"),
    [
        ({"title": "Rapat bidang", "kind": TaskKind.PROJECT}, WorkKind.MEETING),
        ({"title": "Meeting with Biro"}, WorkKind.MEETING),
        ({"title": "Siapkan rapat"}, WorkKind.LIGHT),
        ({"title": "Telaah", "kind": TaskKind.PROJECT}, WorkKind.FOCUS),
        ({"title": "Telaah", "impact": Impact.HIGH}, WorkKind.FOCUS),
        ({"title": "Arsip", "kind": TaskKind.ROUTINE}, WorkKind.LIGHT),
    ],
)
def test_the_kind_of_work_follows_from_what_is_known_of_the_task(
    task: dict[str, Any], kind: WorkKind
) -> None:
    assert work_kind(Task(1, "u", **task)) is kind


def test_only_what_is_one_s_own_ahead_and_unprotected_is_released() -> None:
    ahead = block("10:00", "11:00", task=7)
    assert releasable(ahead, NOW, made=False)
    meeting = replace(ahead, kind=BlockKind.MEETING)
    assert releasable(meeting, NOW, made=True)
    firm = (
        meeting,
        replace(ahead, protected=True),
        replace(ahead, task=None),
        replace(ahead, series=3, recurrence_id=datetime.combine(MONDAY, time(10))),
        replace(ahead, status=BlockStatus.DONE),
        replace(ahead, starts_at=datetime(2026, 11, 23, 1, tzinfo=UTC)),
    )
    assert not any(releasable(one, NOW, made=False) for one in firm)


def test_a_piece_keeps_its_length_where_clocks_change() -> None:
    from keseimbangan.domain.planning_steps import instants

    # In Berlin 02.00 to 03.00 did not happen on that night.
    day = date(2026, 3, 29)
    night = Period(datetime.combine(day, time(2)), datetime.combine(day, time(3)))
    assert instants(night, "Europe/Berlin").minutes == 60
