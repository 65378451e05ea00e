"""Recurring blocks are what python-dateutil makes of their rules, however they are looked at."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from keseimbangan.domain.blocks import Block, BlockStatus
from keseimbangan.domain.period import Period
from keseimbangan.domain.recurrence import (
    ending,
    handed_over,
    is_orphan,
    is_rule,
    last_day,
    next_occurrence,
    occurrence,
    occurrences,
    rule_parts,
    rule_text,
    split,
)
from tests.domain.block_examples import MONDAY, block, clock, rules, series

MORNING = clock("2026-11-23T07:30")
# No zone of the tests changes its clocks by day; at 02.30 an hour may be missing.
BY_DAY = (5, 22)


def naive(one: Block, span: Period) -> list[datetime]:
    """The starts by a plain walk from the very beginning, those that touch a span."""
    length = one.wall.end - one.wall.start
    found = []
    for start in rrulestr(one.rule, dtstart=one.wall.start):
        if start >= span.end:
            break
        if start + length > span.start:
            found.append(start)
    return found


def starts(one: Block, span: Period, taken: frozenset[datetime] = frozenset()) -> list[datetime]:
    return [each.recurrence_id for each in occurrences(one, span, taken) if each.recurrence_id]


@st.composite
def spans(draw: st.DrawFn, one: Block, most: int = 1200) -> Period:
    begin = one.wall.start + timedelta(hours=draw(st.integers(-1000, most * 24)))
    return Period(begin, begin + timedelta(hours=draw(st.integers(1, 60 * 24))))


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_occurrences_are_those_of_a_plain_walk(data):
    one = data.draw(series())
    span = data.draw(spans(one))
    assert starts(one, span) == naive(one, span)


@settings(deadline=None)
@given(st.data())
def test_what_is_taken_is_left_out_and_nothing_else(data):
    one = data.draw(series())
    span = data.draw(spans(one, most=100))
    everything = naive(one, span)
    taken = frozenset(data.draw(st.sets(st.sampled_from(everything))) if everything else ())
    assert starts(one, span, taken) == [start for start in everything if start not in taken]


@settings(deadline=None)
@given(st.data())
def test_an_occurrence_keeps_its_hour_through_every_change_of_clocks(data):
    one = data.draw(series(hours=BY_DAY))
    for each in occurrences(one, data.draw(spans(one))):
        assert each.wall.start == each.recurrence_id
        assert each.wall.start.time() == one.wall.start.time()
        assert (each.number, each.series, each.virtual) == (one.number, one.number, True)


@settings(deadline=None)
@given(rules(), st.integers(1, 40), st.dates(date(2024, 1, 1), date(2027, 1, 1)))
def test_a_counted_rule_ends_after_exactly_so_many_occurrences(rule, count, day):
    begin = datetime.combine(day, time(8))
    ended = ending(f"{rule};COUNT={count}", begin, None)
    assert "COUNT" not in ended
    walked = list(rrulestr(f"{rule};COUNT={count}", dtstart=begin))
    # Beyond fifty years nothing is counted.
    assume((walked[-1] - begin).days < 50 * 365)
    assert list(rrulestr(ended, dtstart=begin)) == walked


@settings(deadline=None, max_examples=200)
@given(st.data())
def test_a_split_series_and_its_rest_are_the_series(data):
    one = data.draw(series(hours=BY_DAY))
    years = Period(one.wall.start, one.wall.start + timedelta(days=900))
    everything = naive(one, years)
    at = data.draw(st.sampled_from(everything))
    head, tail = split(one, at, "new")
    first = [] if head is None else naive(head, years)
    assert first + naive(tail, years) == everything
    assert tail.wall.start == at
    assert (head is None) == (at == everything[0])


def test_the_rest_of_a_series_split_at_its_first_occurrence_is_the_series_itself():
    daily = block("07:30", "08:00", rule="FREQ=DAILY")
    head, tail = split(daily, MORNING, "new")
    assert head is None
    assert tail == daily


def test_the_rest_of_a_series_is_a_series_with_the_same_end():
    weekly = block("07:30", "08:00", rule="FREQ=WEEKLY;UNTIL=20261231T235959", note="Aula")
    head, tail = split(weekly, MORNING + timedelta(days=14), "new")
    assert head is not None
    assert head.rule == "FREQ=WEEKLY;UNTIL=20261130T235959"
    assert (tail.number, tail.uid, tail.rule) == (None, "new", weekly.rule)
    assert (tail.note, tail.series, tail.recurrence_id) == ("Aula", None, None)


def test_a_night_is_found_from_the_day_on_which_it_ends():
    nightly = block("22:00", "01:00", rule="FREQ=DAILY")
    tuesday = Period(clock("2026-11-24T00:00"), clock("2026-11-24T00:30"))
    assert starts(nightly, tuesday) == [clock("2026-11-23T22:00")]


def test_the_last_day_of_a_night_is_the_day_on_which_it_ends():
    nightly = block("22:00", "01:00", rule="FREQ=DAILY;UNTIL=20261125T235959")
    assert last_day(nightly) == date(2026, 11, 26)


def test_a_series_without_end_has_no_last_day():
    assert last_day(block("08:00", "09:00", rule="FREQ=DAILY")) is None


def test_the_last_day_is_that_of_the_last_occurrence_not_the_one_that_was_named():
    weekly = block("08:00", "09:00", rule="FREQ=WEEKLY;UNTIL=20261203T235959")
    assert last_day(weekly) == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("rule", "last", "ended"),
    [
        ("FREQ=DAILY", None, "FREQ=DAILY"),
        ("FREQ=DAILY", date(2026, 12, 1), "FREQ=DAILY;UNTIL=20261201T235959"),
        ("FREQ=DAILY;COUNT=3", None, "FREQ=DAILY;UNTIL=20261125T235959"),
        ("FREQ=DAILY;COUNT=3", date(2026, 12, 1), "FREQ=DAILY;UNTIL=20261125T235959"),
        ("FREQ=DAILY;COUNT=30", date(2026, 12, 1), "FREQ=DAILY;UNTIL=20261201T235959"),
        ("FREQ=DAILY;UNTIL=20270101T235959", date(2026, 12, 1), "FREQ=DAILY;UNTIL=20261201T235959"),
    ],
)
def test_a_rule_ends_at_its_count_or_its_day_whichever_is_earlier(rule, last, ended):
    assert ending(rule, MORNING, last) == ended


def test_a_rule_that_never_fires_is_given_up():
    never = block("08:00", "09:00", rule="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")
    assert next_occurrence(never, MORNING) is None


def test_an_hour_that_the_zone_skips_does_not_lose_the_block():
    spring = block("2026-03-28T02:15", "2026-03-28T02:45", zone="Europe/Berlin", rule="FREQ=DAILY")
    skipped = occurrence(spring, clock("2026-03-29T02:15"))
    assert skipped.minutes == 30
    assert skipped.wall.start == clock("2026-03-29T03:15")


def test_an_hour_that_the_zone_repeats_does_not_turn_the_block_around():
    autumn = block("2026-10-24T01:30", "2026-10-24T03:30", zone="Europe/Berlin", rule="FREQ=DAILY")
    repeated = occurrence(autumn, clock("2026-10-25T01:30"))
    assert repeated.minutes == 180
    assert repeated.wall.end == clock("2026-10-25T03:30")


def test_the_parts_of_a_rule_keep_their_order():
    rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE"
    assert rule_text(rule_parts(rule)) == rule


class TestHandingOver:
    """A changed occurrence follows its series in what it has in common with it."""

    old = block("07:30", "08:00", 2, title="Apel", rule="FREQ=WEEKLY")
    own = replace(occurrence(old, clock("2026-11-30T07:30")), number=4, uid="own")
    late = block("09:00", "09:30", 3, title="Apel pagi", rule="FREQ=WEEKLY")

    def test_what_was_not_changed_itself_changes_with_the_series(self):
        followed = handed_over(self.own, self.old, self.late)
        assert (followed.title, followed.series, followed.number) == ("Apel pagi", 3, 4)
        assert followed.wall.start == clock("2026-11-30T09:00")
        assert followed.recurrence_id == clock("2026-11-30T09:00")

    def test_what_was_changed_itself_stays(self):
        moved = replace(block("10:00", "11:00", 4, day=date(2026, 12, 1)), title="Apel gabungan")
        changed = replace(moved, series=2, recurrence_id=self.own.recurrence_id)
        followed = handed_over(changed, self.old, self.late)
        assert (followed.title, followed.wall) == ("Apel gabungan", changed.wall)
        assert followed.recurrence_id == clock("2026-11-30T09:00")

    @pytest.mark.parametrize("status", [BlockStatus.DONE, BlockStatus.SKIPPED])
    def test_what_was_done_or_skipped_is_history(self, status):
        past = replace(self.own, status=status)
        followed = handed_over(past, self.old, self.late)
        assert (followed.title, followed.period) == ("Apel", past.period)
        assert (followed.series, followed.recurrence_id) == (3, clock("2026-11-30T09:00"))

    def test_an_occurrence_whose_day_the_rule_lost_is_an_orphan(self):
        tuesdays = replace(self.old, rule="FREQ=WEEKLY;BYDAY=TU")
        assert is_orphan(self.own, tuesdays)
        assert not is_orphan(self.own, self.old)


def test_an_occurrence_is_on_its_own_day_wherever_the_series_was_planned():
    jayapura = block("08:00", "09:00", zone="Asia/Jayapura", rule="FREQ=WEEKLY;BYDAY=FR")
    friday = Period(clock("2026-11-27T00:00"), clock("2026-11-28T00:00"))
    (found,) = occurrences(jayapura, friday)
    assert found.day == date(2026, 11, 27)
    assert found.starts_at.hour == 23
    assert found.starts_at.date() == MONDAY + timedelta(days=3)


@pytest.mark.parametrize(
    "rule",
    [
        *("FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        *("FREQ=DAILY;UNTIL=20261231T235959", "FREQ=DAILY;UNTIL=20261231T235959Z"),
        "FREQ=YEARLY;BYMONTHDAY=17;BYMONTH=8",
    ],
)
def test_a_rule_as_a_command_keeps_it_is_one(rule: str) -> None:
    assert is_rule(rule)


@pytest.mark.parametrize(
    "rule",
    [
        *("", "x", "FREQ=SECONDLY", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=-1"),
        *("FREQ=WEEKLY;BYDAY=XX", "FREQ=DAILY;UNTIL=besok", "FREQ=DAILY\nFREQ=DAILY"),
        *("FREQ=DAILY;COUNT=3", "FREQ=DAILY;BYHOUR=7,8", "FREQ=DAILY;INTERVAL=401"),
        *("FREQ=DAILY;FREQ=WEEKLY", "FREQ=DAILY;UNTIL=2026-12-31", "tiap hari", "freq=daily"),
        *("FREQ=DAILY;DTSTART=20260101", "FREQ=DAILY;INTERVAL=٣", "FREQ=DAILY;" + "X" * 500),
    ],
)
def test_what_would_not_fire_or_never_end_is_no_rule(rule: str) -> None:
    assert not is_rule(rule)
