"""Times, ranges and durations as people write them."""

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from keseimbangan.domain.period import Period
from keseimbangan.domain.times import TimeRange, parse_duration, parse_time, parse_time_range
from keseimbangan.errors import KeseimbanganError
from keseimbangan.errors.text import (
    BackwardRange,
    DurationOutOfBounds,
    UnreadableDuration,
    UnreadableRange,
    UnreadableTime,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((text, time(8)) for text in ("08.00", "8:00", "8.00", "0800", "8", "08", " 08.00 ")),
        *((text, time(8)) for text in ("pukul 8", "Jam 8", "pukul 08.00", "8 pagi", "8am", "8 AM")),
        ("8.05", time(8, 5)),
        ("13.30", time(13, 30)),
        ("1330", time(13, 30)),
        ("pukul 14", time(14)),
        ("14", time(14)),
        ("0", time(0)),
        ("00.00", time(0)),
        ("23:59", time(23, 59)),
        ("2 dini hari", time(2)),
        ("08.00 pagi", time(8)),
        ("11 siang", time(11)),
        ("12 siang", time(12)),
        ("1 siang", time(13)),
        ("3 sore", time(15)),
        ("jam 4.30 sore", time(16, 30)),
        ("16.30 sore", time(16, 30)),
        ("6 petang", time(18)),
        ("7 malam", time(19)),
        ("19.00 malam", time(19)),
        ("11.45 malam", time(23, 45)),
        ("3pm", time(15)),
        ("3:30 pm", time(15, 30)),
        ("12am", time(0)),
        ("12 pm", time(12)),
        ("noon", time(12)),
        ("tengah hari", time(12)),
    ],
)
def test_a_time_is_read(text: str, expected: time) -> None:
    assert parse_time(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "24.00", "2400", "24", "25.00", "8.60", "0860", "800", "8.5", "8.005", "-8"),
        *("8 30", "08.00.00", "8 jam", "13pm", "0 am", "9 sore", "1 malam", "12 malam", "8 besok"),
        *("pukul", "tengah malam", "٨", "8\x1b[0m", "pagi", "9" * 10_000, "08.00-10.00"),
    ],
)
def test_what_is_no_time_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadableTime):
        parse_time(text)


EIGHT_TO_TEN = TimeRange(time(8), time(10))


@pytest.mark.parametrize(
    "text",
    [
        *("08.00-10.00", "08.00–10.00", "08.00 — 10.00", "8:00 - 10:00", "0800-1000", "8-10"),
        *("08.00 s.d. 10.00", "08.00 s/d 10.00", "08.00 sd 10.00", "8 sampai 10", "8 hingga 10"),
        *("08.00 to 10.00", "from 8 to 10", "dari 8 sampai 10", "pukul 08.00-10.00"),
        *("jam 8 sampai jam 10", "8 pagi - 10 pagi", "8am-10am", "8-10 pagi", "8-10am"),
        *(
            "08.00+2 jam",
            "08.00 + 120m",
            "08.00+120",
            "8+2h",
            "08.00 2 jam",
            "8.00 2h",
        ),
        *("08.00 selama 2 jam", "8am for 2 hours", "08.00+2:00", "08.00 120m"),
    ],
)
def test_eight_to_ten_is_read_in_every_form(text: str) -> None:
    assert parse_time_range(text) == EIGHT_TO_TEN


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("07.30-16.00", time(7, 30), time(16)),
        ("00.00-00.01", time(0), time(0, 1)),
        ("10.00-noon", time(10), time(12)),
        ("tengah hari - 3 sore", time(12), time(15)),
        ("1-3 pm", time(13), time(15)),
        ("7-9 malam", time(19), time(21)),
        ("11.30-1 siang", time(11, 30), time(13)),
        ("8 pagi-3 sore", time(8), time(15)),
        ("08.00 1j30m", time(8), time(9, 30)),
        ("08.00 setengah jam", time(8), time(8, 30)),
    ],
)
def test_a_range_by_day_is_read(text: str, start: time, end: time) -> None:
    assert parse_time_range(text) == TimeRange(start, end)
    assert not parse_time_range(text).crosses_midnight


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("22.00-01.00", time(22), time(1)),
        ("18.00-12.00", time(18), time(12)),
        ("20.00-00.00", time(20), time(0)),
        ("22.00-24.00", time(22), time(0)),
        ("08.00-24.00", time(8), time(0)),
        ("00.00-24.00", time(0), time(0)),
        ("23.30+90m", time(23, 30), time(1)),
        ("23.00+1 jam", time(23), time(0)),
        ("10.00+23 jam", time(10), time(9)),
        ("10.00+24 jam", time(10), time(10)),
    ],
)
def test_a_range_by_night_or_by_duration_ends_the_next_day(
    text: str, start: time, end: time
) -> None:
    assert parse_time_range(text) == TimeRange(start, end)
    assert parse_time_range(text).crosses_midnight


@pytest.mark.parametrize(
    "text",
    [
        *("10.00-09.00", "17.59-01.00", "18.00-12.01", "22.00-13.00", "08.00-00.00"),
        *("08.00-08.00", "22.00-22.00", "00.00-00.00", "14-8"),
    ],
)
def test_a_range_that_ends_before_it_starts_is_refused(text: str) -> None:
    with pytest.raises(BackwardRange):
        parse_time_range(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "08.00", "08.00-", "-10.00", "08.00-10.00-12.00", "25.00-26.00", "8.60-10.00"),
        *("24.00-01.00", "24.00+1 jam", "08.00 10.00", "08.00 90", "8 2 jam", "08.00+", "+90m"),
        *("08.00+besok", "pagi-sore", "08.00-25.00", "08.00\x00-10.00", "8-10" * 3_000),
        # Which half of the day the other hour means is a guess.
        *("7 malam-9", "10-12pm", "9-5pm", "1-3 sore", "11-1 am"),
    ],
)
def test_what_is_no_range_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadableRange):
        parse_time_range(text)


@pytest.mark.parametrize("text", ["08.00+0", "08.00+-5m", "08.00+25 jam", "08.00 0m"])
def test_a_range_lasts_from_a_minute_to_a_day(text: str) -> None:
    with pytest.raises(DurationOutOfBounds):
        parse_time_range(text)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        *((text, 90) for text in ("90", "90m", "90 menit", "90 mnt", "90 min", "90 minutes")),
        *((text, 90) for text in ("1j30m", "1j 30m", "1j30", "1 J 30 M", "1 jam 30 menit")),
        *((text, 90) for text in ("1,5 jam", "1.5h", "1,5j", "1h30", "1h 30min", "1:30")),
        *((text, 90) for text in ("1 hour 30 minutes", "satu setengah jam")),
        ("25 menit", 25),
        ("2h", 120),
        ("2 jam", 120),
        ("2 hrs", 120),
        ("setengah jam", 30),
        ("half an hour", 30),
        ("sejam", 60),
        ("an hour", 60),
        ("1,25 jam", 75),
        ("0,333 jam", 20),
        ("0,125 jam", 8),
        ("0:45", 45),
        ("1", 1),
        ("1440", 1440),
        ("24 jam", 1440),
        ("24:00", 1440),
    ],
)
def test_a_duration_is_read_in_minutes(text: str, minutes: int) -> None:
    assert parse_duration(text) == minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        *(("0", 0), ("0m", 0), ("0,001 jam", 0), ("-5", -5), ("−5", -5), ("- 1j30m", -90)),
        *(("1441", 1441), ("24j1m", 1441), ("100 jam", 6000), ("100 hours", 6000)),
    ],
)
def test_a_duration_outside_a_minute_and_a_day_names_what_was_said(text: str, minutes: int) -> None:
    with pytest.raises(DurationOutOfBounds) as caught:
        parse_duration(text)
    assert (caught.value.minutes, caught.value.least, caught.value.most) == (minutes, 1, 1440)


def test_other_bounds_can_be_asked_for() -> None:
    assert parse_duration("0", least=0) == 0
    assert parse_duration("40 jam", most=5 * 1440) == 2400
    with pytest.raises(DurationOutOfBounds) as caught:
        parse_duration("3 jam", least=5, most=120)
    assert str(caught.value) == "Lama waktu 3 j di luar batas. Gunakan antara 5 m dan 2 j."


@pytest.mark.parametrize(
    "text",
    [
        *("", "m", "jam", "1.30", "1,5", "1,5 menit", "1j90m", "1:60", "1:5", "--5", "1 hari"),
        *("1m30j", "1e3", "٩٠", "½ jam", "1.5.5 jam", "9999999", "90x", "1j" * 5_000),
    ],
)
def test_what_is_no_duration_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadableDuration):
        parse_duration(text)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "start", "end"),
    [
        ("Asia/Jakarta", "2026-11-23T01:00", "2026-11-23T03:00"),
        ("Asia/Makassar", "2026-11-23T00:00", "2026-11-23T02:00"),
        ("Asia/Jayapura", "2026-11-22T23:00", "2026-11-23T01:00"),
    ],
)
def test_a_range_on_a_day_is_two_instants(zone: str, start: str, end: str) -> None:
    assert EIGHT_TO_TEN.on(date(2026, 11, 23), zone) == Period(utc(start), utc(end))


def test_a_night_ends_on_the_next_day() -> None:
    night = TimeRange(time(22), time(1)).on(date(2026, 12, 31), "Asia/Jakarta")
    assert night == Period(utc("2026-12-31T15:00"), utc("2026-12-31T18:00"))


@pytest.mark.parametrize(
    ("day", "text", "start", "end"),
    [
        # On 29 March 2026 the hour from 02.00 to 03.00 does not exist in Berlin.
        (date(2026, 3, 29), "01.00-04.00", "2026-03-29T00:00", "2026-03-29T02:00"),
        (date(2026, 3, 29), "02.30-03.00", "2026-03-29T01:30", "2026-03-29T02:00"),
        (date(2026, 3, 28), "22.00-06.00", "2026-03-28T21:00", "2026-03-29T04:00"),
        # On 25 October 2026 it comes twice.
        (date(2026, 10, 25), "01.00-04.00", "2026-10-24T23:00", "2026-10-25T03:00"),
        (date(2026, 10, 24), "22.00-06.00", "2026-10-24T20:00", "2026-10-25T05:00"),
    ],
)
def test_a_range_keeps_its_clock_when_clocks_change(
    day: date, text: str, start: str, end: str
) -> None:
    on = parse_time_range(text).on(day, "Europe/Berlin")
    assert on == Period(utc(start), utc(end))


minutes = st.integers(0, 1439)


def at(minute: int) -> time:
    return time(minute // 60, minute % 60)


@given(minutes)
def test_a_time_is_read_back_from_every_form(minute: int) -> None:
    moment = at(minute)
    forms = ("%H.%M", "%H:%M", "%H%M", "pukul %H.%M", "%I:%M %p")
    assert {parse_time(moment.strftime(form)) for form in forms} == {moment}


@given(minutes, minutes)
def test_a_range_is_read_back_or_runs_backward(start: int, end: int) -> None:
    text = f"{at(start):%H.%M}-{at(end):%H.%M}"
    if start < end or (start >= 18 * 60 and end <= 12 * 60):
        assert parse_time_range(text) == TimeRange(at(start), at(end))
    else:
        with pytest.raises(BackwardRange):
            parse_time_range(text)


@given(minutes, st.integers(1, 1440))
def test_a_start_and_a_duration_last_as_long_as_they_say(start: int, lasts: int) -> None:
    text = f"{at(start):%H:%M}+{lasts}m"
    assert parse_time_range(text).on(date(2026, 11, 23), "Asia/Jakarta").minutes == lasts


@given(st.integers(1, 1440))
def test_a_duration_is_read_back_from_every_form(size: int) -> None:
    h, m = divmod(size, 60)
    forms = [
        f"{size}",
        f"{size} menit",
        f"{h}j{m}m",
        f"{h} j {m} m",
        f"{h}:{m:02d}",
        f"{h}h {m}min",
    ]
    assert {parse_duration(form) for form in forms} == {size}


berlin_days = st.one_of(
    st.sampled_from([date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 24), date(2026, 10, 25)]),
    st.dates(date(1970, 1, 1), date(2200, 12, 31)),
)


@given(berlin_days, minutes, minutes)
@example(date(2026, 3, 29), 150, 180)
@example(date(2026, 3, 29), 120, 121)
def test_a_range_ends_after_it_starts_on_any_day(day: date, start: int, end: int) -> None:
    lasts = TimeRange(at(start), at(end)).on(day, "Europe/Berlin").minutes
    wall = (end - start - 1) % 1440 + 1
    assert wall - 60 <= lasts <= wall + 60


@given(berlin_days, st.lists(minutes, min_size=2, max_size=6, unique=True))
def test_ranges_that_touch_tile_a_day_without_a_gap(day: date, cuts: list[int]) -> None:
    # Inside the hour that does not exist an edge has no instant of its own.
    cuts = sorted(cut for cut in cuts if not 120 <= cut < 180)
    periods = [TimeRange(at(a), at(b)).on(day, "Europe/Berlin") for a, b in pairwise(cuts)]
    assert all(one.end == other.start for one, other in pairwise(periods))


WORDS = "08.00 8 10 24.00 - + – s.d. pagi sore malam pm jam 1j30m 90 menit"
words = st.sampled_from(WORDS.split())


@given(st.one_of(st.text(), st.lists(words, max_size=5).map(" ".join)))
def test_any_text_gives_a_value_or_one_of_our_errors(text: str) -> None:
    with suppress(UnreadableTime):
        assert parse_time(text) < time.max
    with suppress(KeseimbanganError):
        assert parse_time_range(text).on(date(2026, 11, 23), "UTC").minutes <= 1440
    with suppress(KeseimbanganError):
        assert timedelta(0) < timedelta(minutes=parse_duration(text)) <= timedelta(days=1)
