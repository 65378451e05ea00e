"""Dates, weeks and months as people write them. 2026-11-23 is a Monday, 2026-11-25 a Wednesday."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from keseimbangan.domain.dates import parse_date, parse_month, parse_past_date, parse_week
from keseimbangan.domain.period import DaySpan
from keseimbangan.errors import KeseimbanganError
from keseimbangan.errors.text import AmbiguousDate, UnreadableDate, UnreadablePeriod

WEDNESDAY = date(2026, 11, 25)
SUNDAY = date(2026, 11, 29)


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hari ini", "2026-11-25"),
        ("  Hari   INI ", "2026-11-25"),
        ("sekarang", "2026-11-25"),
        ("besok", "2026-11-26"),
        ("lusa", "2026-11-27"),
        ("kemarin", "2026-11-24"),
        ("kemarin lusa", "2026-11-23"),
        ("senin", "2026-11-30"),
        ("rabu", "2026-11-25"),
        ("kam", "2026-11-26"),
        ("minggu", "2026-11-29"),
        ("ahad", "2026-11-29"),
        ("min", "2026-11-29"),
        ("Jum'at", "2026-11-27"),
        ("senin ini", "2026-11-23"),
        ("jumat ini", "2026-11-27"),
        ("senin depan", "2026-11-30"),
        ("jumat depan", "2026-12-04"),
        ("senin lalu", "2026-11-16"),
        ("senin pekan depan", "2026-11-30"),
        ("jumat minggu lalu", "2026-11-20"),
        ("hari minggu depan", "2026-12-06"),
        ("hari minggu ini", "2026-11-29"),
        ("minggu depan", "2026-11-30"),
        ("pekan depan", "2026-11-30"),
        ("minggu lalu", "2026-11-16"),
        ("pekan lalu", "2026-11-16"),
        ("akhir pekan", "2026-11-28"),
        ("akhir minggu depan", "2026-12-05"),
        ("awal bulan", "2026-11-01"),
        ("awal bulan depan", "2026-12-01"),
        ("akhir bulan", "2026-11-30"),
        ("akhir bulan ini", "2026-11-30"),
        ("akhir bulan depan", "2026-12-31"),
        ("akhir bulan lalu", "2026-10-31"),
        ("akhir tahun", "2026-12-31"),
        ("awal tahun depan", "2027-01-01"),
        ("akhir tahun lalu", "2025-12-31"),
        ("bulan depan", "2026-12-01"),
        ("bulan lalu", "2026-10-01"),
        ("tahun depan", "2027-01-01"),
        ("tanggal 5", "2026-12-05"),
        ("tgl 25", "2026-11-25"),
        ("tanggal 31", "2026-12-31"),
        ("tanggal 23 nov", "2026-11-23"),
        ("+3 hari", "2026-11-28"),
        ("+3", "2026-11-28"),
        ("3 hari lagi", "2026-11-28"),
        ("-2 hari", "2026-11-23"),
        ("2 hari lalu", "2026-11-23"),
        ("2 hari yang lalu", "2026-11-23"),
        ("+1 pekan", "2026-12-02"),
        ("+1 minggu", "2026-12-02"),
        ("2 minggu lalu", "2026-11-11"),
        ("+2 bulan", "2027-01-25"),
        ("+1 tahun", "2027-11-25"),
    ],
)
def test_indonesian_words_are_read_from_a_wednesday(text: str, expected: str) -> None:
    assert parse_date(text, WEDNESDAY) == day(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", "2026-11-25"),
        ("now", "2026-11-25"),
        ("Tomorrow", "2026-11-26"),
        ("day after tomorrow", "2026-11-27"),
        ("the day after tomorrow", "2026-11-27"),
        ("yesterday", "2026-11-24"),
        ("monday", "2026-11-30"),
        ("mon", "2026-11-30"),
        ("wed", "2026-11-25"),
        ("this friday", "2026-11-27"),
        ("next monday", "2026-11-30"),
        ("last monday", "2026-11-16"),
        ("next week", "2026-11-30"),
        ("last week", "2026-11-16"),
        ("end of month", "2026-11-30"),
        ("end of the month", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("the end of last year", "2025-12-31"),
        ("weekend", "2026-11-28"),
        ("this weekend", "2026-11-28"),
        ("next weekend", "2026-12-05"),
        ("next month", "2026-12-01"),
        ("23 nov", "2026-11-23"),
        ("nov 23", "2026-11-23"),
        ("Nov 23, 2027", "2027-11-23"),
        ("the 5th", "2026-12-05"),
        ("+3 days", "2026-11-28"),
        ("in 3 days", "2026-11-28"),
        ("3 days from now", "2026-11-28"),
        ("3 days ago", "2026-11-22"),
        ("+1 week", "2026-12-02"),
        ("in 2 months", "2027-01-25"),
    ],
)
def test_english_words_are_read_from_a_wednesday(text: str, expected: str) -> None:
    assert parse_date(text, WEDNESDAY) == day(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("minggu", "2026-11-29"),
        ("senin", "2026-11-30"),
        ("senin ini", "2026-11-23"),
        ("minggu depan", "2026-11-30"),
        ("akhir pekan", "2026-12-05"),
        ("akhir pekan ini", "2026-11-28"),
    ],
)
def test_a_week_ends_on_sunday(text: str, expected: str) -> None:
    assert parse_date(text, SUNDAY) == day(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-23", "2026-11-23"),
        ("2026-1-2", "2026-01-02"),
        ("23/11", "2026-11-23"),
        ("23-11", "2026-11-23"),
        ("5/12", "2026-12-05"),
        ("23/11/2026", "2026-11-23"),
        ("23-11-2026", "2026-11-23"),
        ("23.11.2026", "2026-11-23"),
        ("23 november 2026", "2026-11-23"),
        ("23 nov 2026", "2026-11-23"),
        ("23-nov-2026", "2026-11-23"),
        ("17 Agustus", "2026-08-17"),
        ("17 agu 2026", "2026-08-17"),
        ("1 des", "2026-12-01"),
        ("1 mei", "2027-05-01"),
        ("Senin, 23 November 2026", "2026-11-23"),
        ("Sen 23 Nov", "2026-11-23"),
        ("29/02/2028", "2028-02-29"),
        ("01/01/1970", "1970-01-01"),
        ("31-12-2200", "2200-12-31"),
    ],
)
def test_written_dates_have_the_day_before_the_month(text: str, expected: str) -> None:
    assert parse_date(text, WEDNESDAY) == day(expected)


@pytest.mark.parametrize(
    ("text", "today", "expected"),
    [
        ("2 jan", "2026-12-30", "2027-01-02"),
        ("30 des", "2027-01-02", "2026-12-30"),
        ("27/5", "2026-11-25", "2026-05-27"),
        ("26/5", "2026-11-25", "2027-05-26"),
        ("1 jul", "2027-12-31", "2028-07-01"),  # 183 days on either side
        ("29/2", "2028-01-10", "2028-02-29"),
        ("tanggal 30", "2027-01-31", "2027-03-30"),
        ("+1 bulan", "2026-01-31", "2026-02-28"),
        ("akhir bulan", "2028-02-01", "2028-02-29"),
    ],
)
def test_what_is_left_out_is_chosen_nearest_to_today(text: str, today: str, expected: str) -> None:
    assert parse_date(text, day(today)) == day(expected)


@pytest.mark.parametrize(
    "text",
    [
        *("", "   ", "31-02", "32-01", "30/02/2026", "2026-13-01", "29/2", "0/1", "11/23"),
        *("23/11/26", "23.11", "20261123", "23/11-2026", "2026-11-23 08.00", "nov", "23"),
        *("senin depan lagi", "hari", "hari depan", "pekan", "bulan", "senin pekan", "tahun ini"),
        *("tanggal 0", "tanggal 32", "3 hari", "in 3", "3 lagi", "+3 jam", "+-3 hari", "99999"),
        *("31/12/1969", "1/1/2201", "+99999 hari", "-99999 bulan", "Selasa, 23 November 2026"),
        *(
            "23/11/٢٠٢٦",
            "٢٣/١١",
            "²3/11",
            "beso\u212a",
            "\x1b[31mbesok",
            "besok\x00",
            "[bold]besok",
        ),
        *("x" * 10_000, "1" * 10_000, " " * 9_999 + "!", "besok " * 2_000),
    ],
)
def test_anything_else_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadableDate):
        parse_date(text, WEDNESDAY)


def test_a_date_that_is_no_date_names_itself_and_the_accepted_forms() -> None:
    with pytest.raises(UnreadableDate) as caught:
        parse_date("32-01", WEDNESDAY)
    assert caught.value.exit_code == 2
    assert str(caught.value).startswith(
        "Tanggal '32-01' tidak dikenali. Gunakan TTTT-BB-HH, misalnya 2026-11-23,"
    )


def test_a_very_long_text_is_quoted_in_part() -> None:
    with pytest.raises(UnreadableDate) as caught:
        parse_date("x" * 10_000, WEDNESDAY)
    assert len(caught.value.message()) < 100


@pytest.mark.parametrize("text", ["minggu ini", "pekan ini", "this week"])
def test_one_day_of_this_week_is_ambiguous(text: str) -> None:
    with pytest.raises(AmbiguousDate) as caught:
        parse_date(text, WEDNESDAY)
    assert caught.value.message() == (
        f"Tanggal '{text}' dapat berarti Senin, 23 November 2026 atau Minggu, 29 November 2026."
    )


@pytest.mark.parametrize("text", ["bulan ini", "this month"])
def test_one_day_of_this_month_is_ambiguous(text: str) -> None:
    with pytest.raises(AmbiguousDate) as caught:
        parse_date(text, WEDNESDAY)
    assert caught.value.readings == (date(2026, 11, 1), date(2026, 11, 30))


@pytest.mark.parametrize(
    ("text", "monday"),
    [
        ("2026-W47", "2026-11-16"),
        ("2026-w53", "2026-12-28"),
        ("W47", "2026-11-16"),
        ("W2", "2027-01-11"),
        *((text, "2026-11-23") for text in ("pekan ini", "minggu ini", "This Week", "minggu")),
        *((text, "2026-11-30") for text in ("pekan depan", "minggu depan", "next week")),
        *((text, "2026-11-16") for text in ("pekan lalu", "minggu lalu", "last week")),
        ("+1 pekan", "2026-11-30"),
        ("2 pekan lalu", "2026-11-09"),
        ("2026-11-29", "2026-11-23"),
        ("kemarin", "2026-11-23"),
    ],
)
def test_a_week_is_named_or_holds_the_day(text: str, monday: str) -> None:
    first = day(monday)
    assert parse_week(text, WEDNESDAY) == DaySpan(first, first + timedelta(days=7))


@pytest.mark.parametrize(
    "text",
    ["", "2025-W53", "W54", "W0", "2026-W00", "9999-W52", "1960-W01", "bulan ini", "31-02", "47"],
)
def test_a_week_that_does_not_exist_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadablePeriod):
        parse_week(text, WEDNESDAY)


@pytest.mark.parametrize(
    ("text", "first", "end"),
    [
        ("2026-11", "2026-11-01", "2026-12-01"),
        ("11/2026", "2026-11-01", "2026-12-01"),
        ("11-2026", "2026-11-01", "2026-12-01"),
        ("november", "2026-11-01", "2026-12-01"),
        ("Desember", "2025-12-01", "2026-01-01"),
        ("jan", "2026-01-01", "2026-02-01"),
        ("nov 2026", "2026-11-01", "2026-12-01"),
        ("december 2026", "2026-12-01", "2027-01-01"),
        ("bulan ini", "2026-11-01", "2026-12-01"),
        ("this month", "2026-11-01", "2026-12-01"),
        ("bulan lalu", "2026-10-01", "2026-11-01"),
        ("last month", "2026-10-01", "2026-11-01"),
        ("bulan depan", "2026-12-01", "2027-01-01"),
        ("next month", "2026-12-01", "2027-01-01"),
    ],
)
def test_a_month_is_named(text: str, first: str, end: str) -> None:
    assert parse_month(text, WEDNESDAY) == DaySpan(day(first), day(end))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("desember", "2026-12-01"),
        ("oktober", "2026-10-01"),
        ("november", "2026-11-01"),
        ("maret", "2027-03-01"),
        ("desember 2025", "2025-12-01"),
        ("bulan lalu", "2026-10-01"),
    ],
)
def test_where_one_looks_ahead_a_month_is_the_nearest(text: str, first: str) -> None:
    assert parse_month(text, WEDNESDAY, ahead=True).first == day(first)


@pytest.mark.parametrize(
    "text", ["", "11", "2026-13", "0/2026", "nov 26", "2026", "1969-12", "besok", "x" * 10_000]
)
def test_what_is_no_month_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadablePeriod):
        parse_month(text, WEDNESDAY)


days = st.dates(date(1971, 1, 1), date(2199, 12, 31))
MONTHS_ID = "Januari Februari Mar April Mei Juni Jul Agustus Sep Okt November Des"
MONTHS_EN = "Jan February March Apr May June July August Sept October Nov December"
NAMES = list(zip(MONTHS_ID.split(), MONTHS_EN.split(), strict=True))


@given(days, days)
def test_a_whole_date_is_read_back_from_every_form(when: date, today: date) -> None:
    d, m, y = when.day, when.month, when.year
    forms = [
        *(when.isoformat(), f"{d}/{m}/{y}", f"{d:02d}-{m:02d}-{y}", f"{d}.{m}.{y}"),
        *(f"{d} {NAMES[m - 1][0]} {y}", f"{NAMES[m - 1][1]} {d}, {y}"),
    ]
    assert {parse_date(form, today) for form in forms} == {when}


@given(days, st.integers(-182, 182))
def test_a_date_without_a_year_is_read_back_within_half_a_year(today: date, away: int) -> None:
    when = today + timedelta(days=away)
    assert parse_date(f"{when.day}/{when.month}", today) == when
    assert parse_date(f"{when.day} {NAMES[when.month - 1][0]}", today) == when


@given(days, st.integers(0, 9_999))
def test_days_ahead_and_days_ago_mirror_each_other(today: date, count: int) -> None:
    try:
        ahead = parse_date(f"+{count} hari", today)
    except UnreadableDate:
        assert (today + timedelta(days=count)).year > 2200
    else:
        assert parse_date(f"{count} days ago", ahead) == today


@given(days, st.sampled_from(["senin", "tue", "rabu", "thursday", "jum", "sabtu", "minggu"]))
def test_a_bare_weekday_is_within_the_coming_seven_days(today: date, name: str) -> None:
    assert 0 <= (parse_date(name, today) - today).days < 7


@pytest.mark.parametrize(
    ("text", "monday"),
    [
        ("pekan 48", date(2026, 11, 23)),
        ("pekan 48, 2025", date(2025, 11, 24)),
        ("week 1 2027", date(2027, 1, 4)),
        ("minggu 53, 2026", date(2026, 12, 28)),
    ],
)
def test_the_name_that_the_program_shows_of_a_week_is_read_back(text: str, monday: date) -> None:
    assert parse_week(text, date(2026, 11, 23)).first == monday


@given(days)
def test_the_iso_name_of_a_week_is_read_back(when: date) -> None:
    year, week, _ = when.isocalendar()
    assert when in parse_week(f"{year}-W{week:02d}", WEDNESDAY)
    assert when in parse_week(f"W{week}", when)


WORDS = (
    "hari ini depan lalu senin minggu pekan akhir awal bulan tahun tanggal + - 3 31 nov week "
    "next last the of in ago 2026 / 23/11 2026-11 W53"
)
some_words = st.lists(st.sampled_from(WORDS.split()), max_size=5)


@given(st.one_of(st.text(), some_words.map(" ".join), some_words.map("".join)), st.dates())
@example("tanggal 31", date.max)
@example("W01", date.min)
@example("akhir bulan", date.max)
@example("minggu ini", date.max)
def test_any_text_gives_a_day_or_one_of_our_errors(text: str, today: date) -> None:
    for parse in (parse_date, parse_week, parse_month):
        with suppress(KeseimbanganError):
            parse(text, today)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("ini", date(2026, 11, 16)),
        ("depan", date(2026, 11, 23)),
        ("lalu", date(2026, 11, 9)),
        ("next", date(2026, 11, 23)),
    ],
)
def test_where_a_week_is_asked_for_the_word_week_may_be_left_out(text: str, first: date) -> None:
    assert parse_week(text, date(2026, 11, 18)).first == first


@pytest.mark.parametrize(
    ("text", "first"),
    [("ini", date(2026, 11, 1)), ("lalu", date(2026, 10, 1)), ("depan", date(2026, 12, 1))],
)
def test_where_a_month_is_asked_for_the_word_month_may_be_left_out(text: str, first: date) -> None:
    assert parse_month(text, date(2026, 11, 18)).first == first


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("senin", "2026-11-23"),
        ("hari rabu", "2026-11-25"),
        ("Jumat", "2026-11-20"),
        ("friday", "2026-11-20"),
        ("minggu", "2026-11-22"),
        ("jumat ini", "2026-11-27"),
        ("kemarin", "2026-11-24"),
        ("23/11", "2026-11-23"),
    ],
)
def test_looking_back_a_weekday_is_the_latest_one(text: str, meant: str) -> None:
    assert parse_past_date(text, WEDNESDAY) == day(meant)


def test_the_end_of_a_range_is_the_first_such_day_since_its_beginning() -> None:
    monday = day("2026-11-23")
    assert parse_past_date("jumat", WEDNESDAY, since=monday) == day("2026-11-27")
    assert parse_past_date("senin", WEDNESDAY, since=monday) == monday


def test_looking_back_the_same_is_unreadable() -> None:
    with pytest.raises(UnreadableDate):
        parse_past_date("entah", WEDNESDAY)
