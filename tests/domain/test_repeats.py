"""Repeats as people write them; dateutil, which expands the rules, is the judge of their sense."""

from contextlib import suppress
from datetime import date, datetime

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from keseimbangan.domain.repeats import parse_repeat
from keseimbangan.errors.text import UnreadableRepeat

MONDAY = datetime(2026, 11, 23, 8, 0)  # noqa: DTZ001 - a rule counts on the wall clock
WORKING_DAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("tiap hari", "FREQ=DAILY"),
        ("Setiap  Hari", "FREQ=DAILY"),
        ("harian", "FREQ=DAILY"),
        ("tiap hari kerja", WORKING_DAYS),
        ("hari kerja", WORKING_DAYS),
        ("tiap akhir pekan", "FREQ=WEEKLY;BYDAY=SA,SU"),
        ("tiap senin", "FREQ=WEEKLY;BYDAY=MO"),
        ("senin", "FREQ=WEEKLY;BYDAY=MO"),
        ("tiap hari senin", "FREQ=WEEKLY;BYDAY=MO"),
        ("tiap Jum'at", "FREQ=WEEKLY;BYDAY=FR"),
        *(
            (text, "FREQ=WEEKLY;BYDAY=MO,TH")
            for text in ("tiap senin dan kamis", "senin, kamis", "tiap kamis & senin", "sen,kam")
        ),
        ("tiap senin, rabu, dan jumat", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("tiap minggu", "FREQ=WEEKLY"),
        ("tiap pekan", "FREQ=WEEKLY"),
        ("seminggu sekali", "FREQ=WEEKLY"),
        ("tiap hari minggu", "FREQ=WEEKLY;BYDAY=SU"),
        ("tiap ahad", "FREQ=WEEKLY;BYDAY=SU"),
        ("hari minggu", "FREQ=WEEKLY;BYDAY=SU"),
        ("tiap sabtu dan minggu", "FREQ=WEEKLY;BYDAY=SA,SU"),
        ("tiap minggu dan rabu", "FREQ=WEEKLY;BYDAY=WE,SU"),
        ("tiap minggu, rabu", "FREQ=WEEKLY;BYDAY=WE,SU"),
        ("tiap minggu pada hari rabu", "FREQ=WEEKLY;BYDAY=WE"),
        ("tiap minggu hari rabu", "FREQ=WEEKLY;BYDAY=WE"),
        ("tiap 2 pekan", "FREQ=WEEKLY;INTERVAL=2"),
        ("tiap dua minggu", "FREQ=WEEKLY;INTERVAL=2"),
        ("dua pekan sekali", "FREQ=WEEKLY;INTERVAL=2"),
        ("tiap 2 minggu sekali", "FREQ=WEEKLY;INTERVAL=2"),
        ("tiap 1 pekan", "FREQ=WEEKLY"),
        ("tiap 2 pekan pada senin dan rabu", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE"),
        ("tiap 2 pekan pada minggu", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU"),
        ("dua pekan sekali pada hari jumat", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("tiap 2 hari", "FREQ=DAILY;INTERVAL=2"),
        ("tiap sepuluh hari", "FREQ=DAILY;INTERVAL=10"),
        ("tiap 400 hari", "FREQ=DAILY;INTERVAL=400"),
        ("tiap bulan", "FREQ=MONTHLY"),
        ("sebulan sekali", "FREQ=MONTHLY"),
        ("tiap 3 bulan", "FREQ=MONTHLY;INTERVAL=3"),
        ("tiap tanggal 1", "FREQ=MONTHLY;BYMONTHDAY=1"),
        ("tiap tgl 31", "FREQ=MONTHLY;BYMONTHDAY=31"),
        ("tiap tanggal 15 dan 1", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
        ("tiap bulan tanggal 5", "FREQ=MONTHLY;BYMONTHDAY=5"),
        ("tiap 3 bulan pada tanggal 5", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5"),
        ("tiap awal bulan", "FREQ=MONTHLY;BYMONTHDAY=1"),
        ("tiap akhir bulan", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("tiap senin pertama", "FREQ=MONTHLY;BYDAY=1MO"),
        ("tiap senin kedua", "FREQ=MONTHLY;BYDAY=2MO"),
        ("senin pertama tiap bulan", "FREQ=MONTHLY;BYDAY=1MO"),
        ("tiap bulan pada senin pertama", "FREQ=MONTHLY;BYDAY=1MO"),
        ("tiap jumat terakhir", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("tiap hari minggu pertama", "FREQ=MONTHLY;BYDAY=1SU"),
        ("tiap senin pertama dan senin ketiga", "FREQ=MONTHLY;BYDAY=1MO,3MO"),
        ("tiap tahun", "FREQ=YEARLY"),
        ("tiap dua tahun", "FREQ=YEARLY;INTERVAL=2"),
    ],
)
def test_indonesian_repeats_become_rules(text: str, rule: str) -> None:
    assert parse_repeat(text) == rule


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        *((text, "FREQ=DAILY") for text in ("every day", "daily", "Each Day")),
        *((text, WORKING_DAYS) for text in ("every weekday", "weekdays", "every working day")),
        ("every weekend", "FREQ=WEEKLY;BYDAY=SA,SU"),
        ("every monday", "FREQ=WEEKLY;BYDAY=MO"),
        ("mondays", "FREQ=WEEKLY;BYDAY=MO"),
        ("every sunday", "FREQ=WEEKLY;BYDAY=SU"),
        ("every monday and thursday", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("every mon, wed and fri", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("every week", "FREQ=WEEKLY"),
        ("weekly on friday", "FREQ=WEEKLY;BYDAY=FR"),
        ("every 2 weeks", "FREQ=WEEKLY;INTERVAL=2"),
        ("every two weeks", "FREQ=WEEKLY;INTERVAL=2"),
        ("every other week", "FREQ=WEEKLY;INTERVAL=2"),
        ("every other day", "FREQ=DAILY;INTERVAL=2"),
        ("every 2 weeks on monday and wednesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE"),
        ("monthly", "FREQ=MONTHLY"),
        ("every month", "FREQ=MONTHLY"),
        ("every month on the 1st", "FREQ=MONTHLY;BYMONTHDAY=1"),
        ("monthly on the 15th", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("every 1st", "FREQ=MONTHLY;BYMONTHDAY=1"),
        ("the 1st and 15th of every month", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
        ("end of the month", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("last day of the month", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("first monday of the month", "FREQ=MONTHLY;BYDAY=1MO"),
        ("every first monday", "FREQ=MONTHLY;BYDAY=1MO"),
        ("every second monday of the month", "FREQ=MONTHLY;BYDAY=2MO"),
        ("last friday", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("the last friday of each month", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("every year", "FREQ=YEARLY"),
        ("yearly", "FREQ=YEARLY"),
    ],
)
def test_english_repeats_become_rules(text: str, rule: str) -> None:
    assert parse_repeat(text) == rule


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("FREQ=DAILY", "FREQ=DAILY"),
        ("RRULE:FREQ=DAILY;INTERVAL=1", "FREQ=DAILY"),
        ("rrule:freq=weekly;byday=fr,mo,fr", "FREQ=WEEKLY;BYDAY=MO,FR"),
        ("BYDAY=MO;INTERVAL=2;FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("FREQ=MONTHLY;BYDAY=+1MO", "FREQ=MONTHLY;BYDAY=1MO"),
        ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=12", "FREQ=MONTHLY;COUNT=12;BYDAY=-1FR"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1,15,01", "FREQ=MONTHLY;BYMONTHDAY=1,15,-1"),
        (
            "FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO,TU,WE,TH,FR",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        ),
        ("FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=17", "FREQ=YEARLY;BYMONTHDAY=17;BYMONTH=8"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=YEARLY;BYMONTHDAY=29;BYMONTH=2"),
        ("FREQ=YEARLY;BYDAY=20MO", "FREQ=YEARLY;BYDAY=20MO"),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=SU", "FREQ=WEEKLY;INTERVAL=2;WKST=SU"),
        ("FREQ=WEEKLY;WKST=MO", "FREQ=WEEKLY"),
    ],
)
def test_an_rrule_is_taken_in_its_canonical_form(text: str, rule: str) -> None:
    assert parse_repeat(text) == rule


@pytest.mark.parametrize(
    "text",
    [
        *("", "tiap", "besok", "hari ini", "hari", "2 pekan", "bulan", "tiap jam", "sekali"),
        *("tiap 0 hari", "tiap 401 hari", "tiap -1 hari", "tiap sebelas hari", "tiap 2 hari kerja"),
        *(
            "tiap tanggal 0",
            "tiap tanggal 32",
            "tiap tanggal 1 dan",
            "tiap 15",
            "tiap senin keenam",
        ),
        *("tiap hari pada senin", "tiap bulan pada senin", "senin tiap bulan", "tiap senin dan 5"),
        # Each of these could be two things.
        *("minggu", "tiap minggu pertama", "tiap minggu terakhir", "tiap minggu rabu"),
        *("every second monday", "every 2nd week", "every third day"),
        *("tiap s\u0435nin", "tiap senin\x00", "tiap senin\nCOUNT=3", "tiap " * 5_000),
    ],
)
def test_other_words_are_unreadable(text: str) -> None:
    with pytest.raises(UnreadableRepeat):
        parse_repeat(text)


@pytest.mark.parametrize(
    "text",
    [
        *("FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=HOURLY", "FREQ=", "INTERVAL=2", "=", "FREQ"),
        *("FREQ=DAILY;", "FREQ=DAILY;FREQ=DAILY", "FREQ=DAILY;BYHOUR=8", "FREQ=DAILY;X=1"),
        *("FREQ=DAILY;UNTIL=20261231T000000Z", "DTSTART=20261123", "RRULE:RRULE:FREQ=DAILY"),
        *("FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=401", "FREQ=DAILY;INTERVAL=1,2"),
        *("FREQ=DAILY;COUNT=0", "FREQ=DAILY;COUNT=1001", "FREQ=DAILY;COUNT=-1"),
        *("FREQ=WEEKLY;BYDAY=", "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;BYDAY=1MO"),
        *("FREQ=MONTHLY;BYDAY=6MO", "FREQ=MONTHLY;BYDAY=0MO", "FREQ=YEARLY;BYDAY=54MO"),
        *("FREQ=YEARLY;BYMONTH=2;BYDAY=6MO", "FREQ=YEARLY;BYMONTH=13", "FREQ=YEARLY;BYMONTH=-1"),
        *("FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=MONTHLY;BYMONTHDAY=1,"),
        *("FREQ=WEEKLY;BYMONTHDAY=1", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;WKST=1"),
        *("FREQ=YEARLY;BYMONTH=4,6;BYMONTHDAY=-31", "FREQ=MONTHLY;BYSETPOS=1"),
        *("FREQ=DAILY;BYDAY=MO;BYSETPOS=2",),
        *("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=367", "FREQ=DAILY\r\nATTENDEE:x", "FREQ=DAILY;" * 1_000),
    ],
)
def test_a_rule_outside_what_a_calendar_of_blocks_needs_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadableRepeat):
        parse_repeat(text)


def days_of(text: str, count: int) -> list[date]:
    rule = rrulestr(parse_repeat(text), dtstart=MONDAY)
    return [moment.date() for moment, _ in zip(rule, range(count), strict=False)]


def test_the_thirty_first_falls_only_in_months_that_have_one() -> None:
    assert days_of("tiap tanggal 31", 3) == [
        date(2026, 12, 31),
        date(2027, 1, 31),
        date(2027, 3, 31),
    ]


def test_the_end_of_the_month_falls_in_every_month() -> None:
    assert days_of("tiap akhir bulan", 4) == [
        date(2026, 11, 30),
        date(2026, 12, 31),
        date(2027, 1, 31),
        date(2027, 2, 28),
    ]


def test_every_two_weeks_on_two_days_skips_a_week() -> None:
    assert days_of("tiap 2 pekan pada senin dan rabu", 4) == [
        date(2026, 11, 23),
        date(2026, 11, 25),
        date(2026, 12, 7),
        date(2026, 12, 9),
    ]


NAMES = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@given(st.lists(st.integers(0, 6), min_size=2, max_size=9), st.integers(1, 400))
def test_any_list_of_weekdays_is_read_in_the_order_of_the_week(days: list[int], n: int) -> None:
    rule = parse_repeat(f"tiap {n} pekan pada {' dan '.join(NAMES[day] for day in days)}")
    byday = ",".join(CODES[day] for day in sorted(set(days)))
    assert rule == f"FREQ=WEEKLY;{f'INTERVAL={n};' if n > 1 else ''}BYDAY={byday}"


numbers = st.integers(-40, 40).map(str)
day_codes = st.builds(
    "{}{}".format, st.sampled_from(["", "1", "-1", "+2", "5", "0"]), st.sampled_from(CODES)
)
parts = st.fixed_dictionaries(
    {"FREQ": st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY"])},
    optional={
        "INTERVAL": numbers,
        "COUNT": numbers,
        "BYDAY": st.lists(day_codes, max_size=3).map(",".join),
        "BYMONTHDAY": st.lists(numbers, max_size=3).map(",".join),
        "BYMONTH": numbers,
        "BYSETPOS": numbers,
        "WKST": st.sampled_from(CODES),
    },
)
rules = parts.map(lambda chosen: ";".join(f"{name}={value}" for name, value in chosen.items()))
WORDS = (
    "tiap every 2 dua other hari pekan minggu bulan senin kamis dan , pada on the pertama last "
    "1st tanggal 31 akhir sekali of month FREQ=DAILY ;COUNT=3"
)
phrases = st.lists(st.sampled_from(WORDS.split()), max_size=6).map(" ".join)


@given(st.one_of(rules, phrases, st.text()))
def test_whatever_is_accepted_is_a_rule_that_reads_as_itself(text: str) -> None:
    with suppress(UnreadableRepeat):
        rule = parse_repeat(text)
        assert parse_repeat(rule) == rule
        assert "UNTIL" not in rule
        rrulestr(rule, dtstart=MONDAY)
