"""Where what has no place in a plan could go."""

from datetime import date, datetime, time

from keseimbangan.domain.period import week_of
from keseimbangan.domain.planning import plan
from keseimbangan.domain.planning_exits import later_days
from keseimbangan.domain.planning_question import Question, free_time
from keseimbangan.domain.planning_values import Demand, Rules
from keseimbangan.domain.workdays import WorkCalendar, working_hours
from tests.domain.planning_examples import demand

MONDAY = date(2026, 11, 23)
WEEK, MIDNIGHT = week_of(MONDAY), datetime.combine(MONDAY, time())
CALENDAR = WorkCalendar()


def later(*demands: Demand) -> dict[int, date | None]:
    """The days to which what has no place in the week could be put off."""
    hours = [working_hours(day, CALENDAR) for day in WEEK]
    free = free_time(hours, MIDNIGHT)
    asked = Question(
        *(WEEK, "Asia/Jakarta", MIDNIGHT, CALENDAR, hours, free, (), (), demands, Rules(), {})
    )
    return dict(later_days(asked, plan(WEEK, free, (), demands, asked.rules)))


def test_the_earliest_due_date_by_which_there_is_time_is_offered() -> None:
    # A day holds 6 h 20 m beside its buffer: Monday takes them, Tuesday the rest.
    assert later(demand(1, 600, due=MONDAY)) == {1: date(2026, 11, 24)}


def test_two_that_have_no_place_do_not_both_get_the_same_time() -> None:
    both = later(demand(1, 760, due=MONDAY), demand(2, 760, due=MONDAY, rank=2))
    assert sorted(filter(None, both.values())) == [date(2026, 11, 25), date(2026, 11, 26)]


def test_what_finds_no_time_in_the_week_is_put_off_to_the_first_working_day_after_it() -> None:
    assert later(demand(1, 10_000, due=MONDAY)) == {1: date(2026, 11, 30)}
    assert later(demand(1, 10_000)) == {1: date(2026, 11, 30)}
