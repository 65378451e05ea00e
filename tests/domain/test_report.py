"""The report: minutes by element and day, after-hours work, tasks, intentions, comparison."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from keseimbangan.domain.blocks import Block, BlockStatus
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import DaySpan, day_of, month_of, week_of
from keseimbangan.domain.report import (
    figures,
    intended,
    is_month,
    period_before,
    report,
)
from keseimbangan.domain.report_time import Minutes, on_days
from keseimbangan.domain.tasks import Quadrant, TaskStatus
from tests.domain.report_examples import (
    MONDAY,
    WIB,
    at,
    block,
    done,
    finished_task,
    material,
    session,
)

NOVEMBER = month_of(MONDAY)
WEEK = week_of(MONDAY)
ZONES = ("Asia/Jakarta", "Asia/Jayapura", "Europe/Berlin", "America/New_York")


def minutes(blocks: list[Block], days: DaySpan = WEEK, element: Element = Element.WORK) -> Minutes:
    return figures(days, material(blocks)).elements[element]


class TestMinutesOfAnElement:
    def test_planned_is_what_was_meant_and_done_what_was_finished(self):
        assert minutes([block(at(23, "08.00"), 90), done(at(23, "10.00"), 60)]) == (150, 60)

    def test_a_finished_block_counts_the_time_it_really_took(self):
        ran = done(
            at(23, "08.00"),
            60,
            actual_starts_at=at(23, "08.10"),
            actual_ends_at=at(23, "09.50"),
        )
        assert minutes([ran]) == (60, 100)

    def test_a_skipped_block_leaves_its_time_free(self):
        assert minutes([block(at(23, "08.00"), 60, status=BlockStatus.SKIPPED)]) == (0, 0)

    def test_time_that_two_blocks_of_one_element_share_counts_once(self):
        assert minutes([done(at(23, "08.00"), 60), done(at(23, "08.30"), 60)]) == (90, 90)

    def test_elements_are_kept_apart(self):
        blocks = [done(at(23, "08.00"), 60), done(at(23, "08.00"), 30, element=Element.LIFE)]
        assert minutes(blocks) == (60, 60)
        assert minutes(blocks, element=Element.LIFE) == (30, 30)

    def test_each_day_has_its_part_of_a_block_over_midnight(self):
        late = [done(at(23, "22.00"), 180)]
        assert minutes(late, day_of(date(2026, 11, 23))) == (120, 120)
        assert minutes(late, day_of(date(2026, 11, 24))) == (60, 60)

    def test_a_block_belongs_to_the_days_of_its_own_zone(self):
        # 23.30 to 00.30 in Jayapura is 21.30 to 22.30 in Jakarta.
        papua = done(at(23, "23.30", zone="Asia/Jayapura"), 60, zone="Asia/Jayapura")
        assert minutes([papua], day_of(date(2026, 11, 24))) == (30, 30)

    def test_a_day_of_25_hours_has_all_of_them(self):
        start = at(24, "22.00", month=10, zone="Europe/Berlin")
        night = done(start, 12 * 60, zone="Europe/Berlin")
        assert minutes([night], day_of(date(2026, 10, 25))) == (600, 600)


class TestBlocksAndTasks:
    def test_blocks_are_counted_by_status_on_the_day_they_start(self):
        blocks = [
            block(at(23, "08.00"), 60),
            done(at(24, "22.00"), 240),
            block(at(25, "08.00"), 60, status=BlockStatus.SKIPPED),
            block(at(30, "08.00"), 60),
        ]
        assert list(figures(WEEK, material(blocks)).blocks.values()) == [1, 1, 1]

    def test_tasks_belong_to_the_day_on_which_they_were_closed_here(self):
        # 18.00 UTC on the 23rd is the 24th in Jakarta.
        late = finished_task(1, datetime(2026, 11, 23, 18, 0, tzinfo=UTC))
        assert figures(day_of(date(2026, 11, 23)), material(closed=[late])).tasks.done == 0
        assert figures(day_of(date(2026, 11, 24)), material(closed=[late])).tasks.done == 1

    def test_estimates_are_held_against_time_only_where_both_are_known(self):
        closed = [
            finished_task(1, at(23, "09.00"), estimate_minutes=60, spent_minutes=90),
            finished_task(2, at(23, "09.00"), estimate_minutes=30),
            finished_task(3, at(23, "09.00"), spent_minutes=20),
            finished_task(4, at(23, "09.00"), status=TaskStatus.DROPPED),
        ]
        assert figures(WEEK, material(closed=closed)).tasks == (3, 1, 1, 60, 90)

    def test_quadrants_of_what_was_done_are_those_of_the_day_it_was_done(self):
        closed = [finished_task(1, at(23, "09.00"), important=True, due=date(2026, 11, 24))]
        waiting = [finished_task(2, at(23, "09.00"), important=True, status=TaskStatus.OPEN)]
        made = report(WEEK, material(closed=closed), waiting, {}, date(2026, 12, 1), 2)
        assert made.quadrants_done[Quadrant.DO] == 1
        assert made.quadrants_open[Quadrant.SCHEDULE] == 1
        assert [task.number for task in made.finished] == [1]


class TestAfterHours:
    def after(self, *blocks: Block, sessions=(), elements=None):
        return figures(WEEK, material(blocks, sessions, elements=elements)).after_hours

    def test_work_within_the_hours_is_none(self):
        assert self.after(done(at(23, "07.30"), 510)) == (0, 0, 0, None)

    def test_the_lunch_break_lies_within_the_hours(self):
        assert self.after(done(at(23, "12.00"), 60)).minutes == 0

    def test_work_before_and_after_the_hours_counts(self):
        after = self.after(done(at(23, "07.00"), 60), done(at(23, "15.30"), 60))
        assert (after.minutes, after.days) == (60, 1)

    def test_all_work_on_a_day_off_counts(self):
        assert self.after(done(at(28, "10.00"), 60)).minutes == 60

    def test_family_time_never_does(self):
        assert self.after(done(at(23, "19.00"), 60, element=Element.LIFE)).minutes == 0

    def test_what_was_only_planned_is_told_apart(self):
        assert self.after(block(at(23, "19.00"), 60)) == (0, 60, 0, None)

    def test_focus_on_work_counts_and_shared_time_counts_once(self):
        late = session(at(23, "19.30"), 60)
        after = self.after(done(at(23, "19.00"), 60), sessions=[late])
        assert after.minutes == 90

    def test_focus_takes_the_element_of_its_block_else_of_its_task(self):
        growth = done(at(23, "19.00"), 60, element=Element.GROWTH, number=7)
        reading = session(at(23, "19.00"), 60, block=7)
        hobby = session(at(23, "21.00"), 60, task=3)
        assert (
            self.after(growth, sessions=[reading, hobby], elements={3: Element.LIFE}).minutes == 0
        )
        assert self.after(sessions=[hobby]).minutes == 60

    def test_one_in_the_morning_is_later_than_eleven_at_night(self):
        after = self.after(done(at(24, "20.00"), 180), done(at(23, "22.00"), 180))
        assert after.latest.isoformat() == "2026-11-24T01:00:00+07:00"
        assert after.days == 2

    def test_an_early_morning_is_not_late(self):
        after = self.after(done(at(23, "05.00"), 60), done(at(24, "18.00"), 60))
        assert after.latest.isoformat() == "2026-11-24T19:00:00+07:00"


class TestTheSpan:
    def test_a_month_is_held_against_the_month_before(self):
        assert period_before(NOVEMBER) == month_of(date(2026, 10, 1))
        assert period_before(month_of(date(2026, 3, 1))) == month_of(date(2026, 2, 1))

    def test_any_other_span_against_as_many_days(self):
        assert period_before(WEEK) == DaySpan(date(2026, 11, 16), date(2026, 11, 23))

    def test_days_that_happen_to_be_a_month_are_one(self):
        assert is_month(DaySpan(date(2026, 2, 1), date(2026, 3, 1)))
        assert not is_month(DaySpan(date(2026, 2, 1), date(2026, 3, 2)))

    def test_weeks_are_cut_at_the_edges_of_the_month(self):
        parts = report(NOVEMBER, material(), [], {}, MONDAY, 2).parts
        assert [len(part.days) for part in parts] == [1, 7, 7, 7, 7, 1]

    def test_a_year_is_shown_by_months(self):
        year = DaySpan(date(2026, 1, 15), date(2027, 1, 1))
        parts = report(year, material(), [], {}, MONDAY, 2).parts
        assert len(parts) == 12
        assert len(parts[0].days) == 17

    def test_days_to_come_are_told(self):
        def ahead(today: date) -> int:
            return report(NOVEMBER, material(), [], {}, today, 2).days_ahead

        assert ahead(date(2026, 11, 27)) == 3
        assert ahead(date(2026, 11, 30)) == 0
        assert ahead(date(2026, 12, 9)) == 0
        assert ahead(date(2026, 10, 1)) == 30


class TestIntentions:
    def test_a_weekly_intention_is_scaled_by_days(self):
        meant = intended(Element.LIFE, NOVEMBER, material(), {Element.LIFE: 700})
        assert meant == 3000

    def test_work_is_meant_for_the_working_time_of_the_days(self):
        assert intended(Element.WORK, WEEK, material(), {}) == 2250
        assert intended(Element.WORK, NOVEMBER, material(), {}) == 21 * 450

    def test_an_intention_of_its_own_comes_before_the_profile(self):
        assert intended(Element.WORK, WEEK, material(), {Element.WORK: 2400}) == 2400

    def test_an_element_without_an_intention_has_none(self):
        assert intended(Element.GROWTH, WEEK, material(), {}) is None


def test_parts_of_a_stretch_lie_on_their_days_and_leave_nothing_out():
    parts = list(on_days(Element.WORK, at(23, "22.00"), at(25, "00.00"), WIB))
    assert [(part.day, part.start, part.end) for part in parts] == [
        (date(2026, 11, 23), at(23, "22.00"), at(24, "00.00")),
        (date(2026, 11, 24), at(24, "00.00"), at(25, "00.00")),
    ]


starts = st.integers(-3 * 1440, 33 * 1440).map(lambda m: at(1, "00.00") + timedelta(minutes=m))
blocks = st.builds(
    lambda start, minutes, element, status, zone, shift, number: block(
        start,
        minutes,
        element=element,
        status=status,
        zone=zone,
        number=number,
        actual_starts_at=start + timedelta(minutes=shift) if shift else None,
        actual_ends_at=start + timedelta(minutes=2 * shift) if shift else None,
    ),
    starts,
    st.integers(1, 1440),
    st.sampled_from(list(Element)),
    st.sampled_from(list(BlockStatus)),
    st.sampled_from(ZONES),
    st.sampled_from([0, 0, 7, 300, 1000]),
    st.integers(1, 5),
)
sessions = st.builds(
    lambda start, minutes, broken, zone, number: session(
        start, minutes, broken, zone=zone, block=number
    ),
    starts,
    st.integers(1, 240),
    st.integers(0, 3),
    st.sampled_from(ZONES),
    st.integers(1, 5),
)
closed = st.builds(
    finished_task,
    st.integers(1, 9),
    starts,
    status=st.sampled_from([TaskStatus.DONE, TaskStatus.DROPPED]),
    estimate_minutes=st.one_of(st.none(), st.integers(1, 200)),
    spent_minutes=st.integers(0, 200),
)


@given(st.lists(blocks, max_size=12), st.lists(sessions, max_size=6), st.lists(closed, max_size=6))
def test_the_report_of_a_month_is_the_sum_of_its_days(blocks, sessions, closed):
    read = material(blocks, sessions, closed)
    month = figures(NOVEMBER, read)
    days = [figures(day_of(day), read) for day in NOVEMBER]
    for element in Element:
        assert month.elements[element].planned == sum(d.elements[element].planned for d in days)
        assert month.elements[element].done == sum(d.elements[element].done for d in days)
    for status in BlockStatus:
        assert month.blocks[status] == sum(day.blocks[status] for day in days)
    assert list(month.tasks) == [sum(each) for each in zip(*(d.tasks for d in days), strict=True)]
    assert month.focus.seconds == sum(day.focus.seconds for day in days)
    assert month.focus.sessions == sum(day.focus.sessions for day in days)
    assert month.focus.interruptions == sum(day.focus.interruptions for day in days)
    hours = [sum(each) for each in zip(*(day.focus.by_hour for day in days), strict=True)]
    assert list(month.focus.by_hour) == hours
    for name in ("minutes", "planned_minutes", "days"):
        whole = getattr(month.after_hours, name)
        assert whole == sum(getattr(day.after_hours, name) for day in days)


@given(st.lists(blocks, max_size=12))
def test_the_parts_of_a_report_add_up_to_it(blocks):
    made = report(NOVEMBER, material(blocks), [], {}, MONDAY, 2)
    for element in Element:
        whole = made.figures.elements[element]
        assert whole.planned == sum(part.elements[element].planned for part in made.parts)
        assert whole.done == sum(part.elements[element].done for part in made.parts)


@given(st.lists(blocks, max_size=12))
def test_no_element_has_more_of_a_day_than_there_is(blocks):
    here = material([replace(one, zone=WIB) for one in blocks])
    for day in NOVEMBER:
        assert all(max(element) <= 1440 for element in figures(day_of(day), here).elements.values())
