"""The plan of a week: what stands where, why, and what has no place."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from keseimbangan.domain.blocks import BlockKind
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import DaySpan
from keseimbangan.domain.planning import released
from keseimbangan.domain.planning_values import Fixed, Reason, Refusal, Rules, WorkKind
from tests.domain.planning_examples import MONDAY, block, demand, lines, planned, span

FRIDAY, NEXT_WEEK = date(2026, 11, 27), date(2026, 12, 2)


def refused(*demands: Any, **more: Any) -> list[tuple[int, int, str]]:
    """What has no place: task, minutes, reason."""
    return [(one.task, one.minutes, one.reason) for one in planned(*demands, **more).unplaced]


def test_nothing_to_do_is_an_empty_plan() -> None:
    assert planned() == ((), ())


def test_a_long_task_pauses_after_the_longest_stretch() -> None:
    assert lines(planned(demand(1, 200))) == [
        "23 07.30-09.00 #1 fills_gap",
        "23 09.10-10.35 #1 continues",
        "23 10.45-11.10 #1 continues",
    ]


def test_demanding_work_has_the_morning_and_light_work_what_follows() -> None:
    made = planned(
        demand(1, 60),
        demand(2, 60, kind=WorkKind.FOCUS, important=True, rank=1),
    )
    assert lines(made) == [
        "23 07.30-08.30 #2 morning_for_demanding",
        "23 08.40-09.40 #1 fills_gap",
    ]


def test_without_the_rule_the_morning_goes_by_rank() -> None:
    made = planned(
        demand(1, 60, rank=0),
        demand(2, 60, kind=WorkKind.FOCUS, rank=3),
        rules=Rules(morning=False),
    )
    assert [p.task for p in made.placements] == [1, 2]


def test_important_work_comes_first_where_no_deadline_presses() -> None:
    made = planned(demand(1, 60, rank=3), demand(2, 60, important=True, rank=1))
    assert lines(made)[0] == "23 07.30-08.30 #2 important_first"


def test_meetings_stand_between_nine_and_three() -> None:
    made = planned(demand(1, 90, kind=WorkKind.MEETING))
    assert lines(made) == ["23 09.00-10.30 #1 meeting_hours"]


def test_a_deadline_goes_before_what_is_only_important() -> None:
    made = planned(
        demand(1, 360, important=True, rank=1), demand(2, 120, due=MONDAY, rank=2), rules=Rules()
    )
    assert sum(p.period.minutes for p in made.placements if p.task == 2) == 120
    assert {p.period.start.date() for p in made.placements if p.task == 2} == {MONDAY}
    assert made.unplaced == ()


def test_the_near_and_the_far_deadline_and_the_missed_one_say_so() -> None:
    made = planned(
        demand(1, 30, due=MONDAY - timedelta(days=4)),
        demand(2, 30, due=MONDAY + timedelta(days=2)),
        demand(3, 30, due=FRIDAY),
    )
    assert {p.task: p.reason for p in made.placements} == {
        1: Reason.OVERDUE,
        2: Reason.DUE_SOON,
        3: Reason.BEFORE_DUE,
    }


def test_what_is_overdue_comes_behind_what_is_due_and_before_what_has_time() -> None:
    today = DaySpan(MONDAY, MONDAY + timedelta(days=1))
    late = demand(1, 60, due=MONDAY - timedelta(days=1))
    far = demand(2, 600, due=FRIDAY, important=True, rank=1)
    made = planned(far, late, horizon=today)
    assert sum(p.period.minutes for p in made.placements if p.task == 1) == 60
    due = demand(3, 600, due=MONDAY)
    assert not [p for p in planned(due, late, horizon=today).placements if p.task == 1]


def test_a_day_keeps_its_buffer() -> None:
    made = planned(demand(1, 10_000))
    monday = [p.period.minutes for p in made.placements if p.period.start.date() == MONDAY]
    assert sum(monday) == 380
    assert sum(monday) <= 450 * 0.85


def test_a_block_for_what_comes_up_is_part_of_the_buffer() -> None:
    met, kept = (
        sum(
            p.period.minutes
            for p in planned(demand(1, 10_000), fixed=fixed).placements
            if p.period.start.date() == MONDAY
        )
        for fixed in (
            [block(23, "15.00", "16.00", BlockKind.MEETING)],
            [block(23, "15.00", "16.00", BlockKind.BUFFER)],
        )
    )
    assert met == 380 - 60
    assert kept > met


def test_work_beside_a_meeting_counts_its_stretch() -> None:
    made = planned(demand(1, 60), fixed=[block(23, "07.30", "09.00")])
    assert lines(made) == ["23 09.10-10.10 #1 fills_gap"]


def test_a_break_is_no_work() -> None:
    made = planned(demand(1, 90), fixed=[block(23, "07.30", "09.00", BlockKind.BREAK)])
    assert lines(made) == ["23 09.00-10.30 #1 fills_gap"]


def test_a_task_shorter_than_a_piece_stays_whole() -> None:
    made = planned(demand(1, 15), fixed=[block(23, "07.40", "08.00")])
    assert lines(made) == ["23 08.00-08.15 #1 fills_gap"]


def test_nothing_is_planned_after_the_shutdown() -> None:
    made = planned(demand(1, 10_000), rules=Rules(shutdown=time(14)))
    assert max(p.period.end.time() for p in made.placements) <= time(14)


def test_estimates_are_inflated_when_wished() -> None:
    made = planned(demand(1, 50), rules=Rules(inflation=20))
    assert sum(p.period.minutes for p in made.placements) == 60


def test_time_already_planned_for_a_task_is_not_planned_again() -> None:
    made = planned(demand(1, 90), fixed=[Fixed(span(24, "08.00", "09.00"), task=1)])
    assert lines(made) == ["23 07.30-08.00 #1 fills_gap"]


def test_parts_are_counted() -> None:
    made = planned(demand(1, 200))
    assert [(p.part, p.parts) for p in made.placements] == [(1, 3), (2, 3), (3, 3)]


def test_what_is_in_the_task_itself_is_the_first_reason() -> None:
    assert refused(
        demand(1, None),
        demand(2, 0),
        demand(3, 60, element=Element.LIFE),
        demand(4, 3),
    ) == [
        (1, 0, Refusal.NO_ESTIMATE),
        (2, 0, Refusal.ESTIMATE_SPENT),
        (3, 60, Refusal.OTHER_ELEMENT),
        (4, 3, Refusal.BELOW_GRID),
    ]


def test_the_rest_of_a_longer_task_may_be_too_short_for_a_piece() -> None:
    fixed = [Fixed(span(23, "08.00", "09.00"), task=1)]
    assert refused(demand(1, 75), fixed=fixed) == [(1, 15, Refusal.BELOW_SHORTEST)]


def test_dates_stand_in_the_way() -> None:
    assert refused(
        demand(1, 60, not_before=NEXT_WEEK),
        demand(2, 60, not_before=FRIDAY, due=MONDAY),
        demand(3, 600, due=MONDAY),
        demand(4, 60, not_before=FRIDAY + timedelta(days=1)),
    ) == [
        (1, 60, Refusal.NOT_YET),
        (2, 60, Refusal.NO_TIME_BEFORE_DUE),
        (3, 220, Refusal.NO_TIME_BEFORE_DUE),
        (4, 60, Refusal.NO_WORKING_TIME),
    ]


def test_a_task_longer_than_the_horizon_keeps_its_rest() -> None:
    reason = planned(demand(1, 10_000)).unplaced[0].reason
    assert reason is Refusal.BEYOND_HORIZON


def test_gaps_can_be_too_short() -> None:
    free = [span(23, start, end) for start, end in (("08.00", "08.20"), ("10.00", "10.20"))]
    monday = DaySpan(MONDAY, MONDAY + timedelta(days=1))
    made = planned(demand(1, 30), free=free, horizon=monday, rules=Rules(buffer=0))
    assert made.placements == ()
    assert made.unplaced[0].reason is Refusal.GAPS_TOO_SHORT


def test_no_working_time_at_all_is_said() -> None:
    assert refused(demand(1, 60), free=[]) == [(1, 60, Refusal.NO_WORKING_TIME)]


def test_planning_anew_releases_only_unprotected_blocks_of_the_tasks() -> None:
    kept = Fixed(span(23, "08.00", "09.00"), protected=True, task=1)
    other = Fixed(span(23, "09.00", "10.00"), task=2)
    loose = Fixed(span(23, "10.00", "11.00"), task=1)
    assert released([kept, other, loose], [demand(1, 60)]) == [kept, other]


@pytest.mark.parametrize(
    "bad",
    [
        {"grid": 7},
        {"shortest": 27},
        {"shortest": 95},
        {"pause": 0},
        {"buffer": 100},
        {"inflation": -1},
        {"meetings_until": time(8)},
    ],
)
def test_rules_that_cannot_be_kept_are_not_born(bad: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Rules(**bad)
