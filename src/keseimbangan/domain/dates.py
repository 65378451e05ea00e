"""Dates, weeks and months as a person writes them, in Indonesian or English, whichever is active.

A bare name (`senin`, `akhir pekan`, `tanggal 5`) is the next such day, today included. `ini`,
`depan` and `lalu` count whole weeks from Monday, or months. Where one day is wanted, the next or
last week or month is its first day, so `minggu depan` is a Monday, for that is how people say
"next week"; within the running one nobody knows which day is meant, so it is refused as ambiguous.
`awal bulan` and `akhir bulan` are the edges of the running month. The day stands before the month,
always.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

from keseimbangan.domain.period import ONE_DAY, DaySpan, month_of, week_of
from keseimbangan.errors.text import AmbiguousDate, Unreadable, UnreadableDate, UnreadablePeriod

FIRST_YEAR, LAST_YEAR = 1970, 2200

_WEEKDAY_WORDS = (
    "senin sen monday mon",
    "selasa sel tuesday tues tue",
    "rabu rab wednesday wed",
    "kamis kam thursday thurs thur thu",
    "jumat jum'at jum friday fri",
    "sabtu sab saturday sat",
    "minggu ahad min sunday sun",
)
_MONTH_WORDS = (
    "januari january jan",
    "februari pebruari february feb",
    "maret march mar",
    "april apr",
    "mei may",
    "juni june jun",
    "juli july jul",
    "agustus august agu agt aug",
    "september sept sep",
    "oktober october okt oct",
    "november nopember nov",
    "desember december des dec",
)
WEEKDAYS = {word: day for day, words in enumerate(_WEEKDAY_WORDS) for word in words.split()}
MONTHS = {word: month for month, words in enumerate(_MONTH_WORDS, 1) for word in words.split()}

_NEAR_WORDS = {
    -2: ("kemarin lusa", "kemarin dulu", "day before yesterday"),
    -1: ("kemarin", "yesterday"),
    0: ("hari ini", "sekarang", "today", "now"),
    1: ("besok", "esok", "tomorrow"),
    2: ("lusa", "day after tomorrow"),
}
_NEAR = {word: days for days, words in _NEAR_WORDS.items() for word in words}
_NAMED_DAYS = {**WEEKDAYS, "weekend": 5}
_STEPS = {"ini": 0, "this": 0, "depan": 1, "next": 1, "lalu": -1, "last": -1}
_STEP = f"({'|'.join(_STEPS)})"
_WEEK = "(?:pekan|minggu|week)"
_UNIT_DAYS = {"hari": 1, "day": 1, "days": 1, "pekan": 7, "minggu": 7, "week": 7, "weeks": 7}
_UNIT_MONTHS = {"bulan": 1, "month": 1, "months": 1, "tahun": 12, "year": 12, "years": 12}
_OFFSET = (
    r"(?P<ahead>\+ ?|in |dalam )?(?P<back>- ?)?(?P<count>\d{1,5})(?: ?(?P<unit>[a-z]+?))?"
    r"(?P<later> lagi| from now)?(?P<ago> lalu| yang lalu| ago)?"
)
_WRITTEN = (
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})",
    r"(?P<d>\d{1,2})([/-])(?P<m>\d{1,2})(?:\2(?P<y>\d{4}))?",
    # Only with a year: 23.11 is a time.
    r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})",
    r"(?P<d>\d{1,2})[ -](?P<m>[a-z]+)(?:[ -](?P<y>\d{4}))?",
    r"(?P<m>[a-z]+) (?P<d>\d{1,2})(?:,? (?P<y>\d{4}))?",
)
# A year of 53 weeks has 371 days.
_HALF_A_YEAR = timedelta(days=186)


def parse_date(text: str, today: date) -> date:
    """The day a text means, 1970 to 2200; without a year the nearest to today, on a tie ahead.

    Raises UnreadableDate, or AmbiguousDate for a text that could be two days.
    """
    words = _one_grammar(folded(text))
    try:
        if span := _running_span(words, today):
            raise AmbiguousDate(text, (span.first, span.last))
        return _within_reach(_read_date(words, today))
    except (ValueError, OverflowError):
        raise UnreadableDate(text) from None


def parse_past_date(text: str, today: date, *, since: date | None = None) -> date:
    """As `parse_date`, for what lies behind: a weekday alone is the latest one, today included.

    As the end of a range it is the first one from the beginning `since` on.
    """
    weekday = WEEKDAYS.get(folded(text).removeprefix("hari "))
    if weekday is None:
        return parse_date(text, today)
    if since is not None:
        return since + timedelta(days=(weekday - since.weekday()) % 7)
    return today - timedelta(days=(today.weekday() - weekday) % 7)


def parse_week(text: str, today: date) -> DaySpan:
    """The week, Monday to Sunday: by its ISO name, by a word, or by any day in it.

    `W47` or `pekan 47` without a year is the nearest one. Raises UnreadablePeriod.
    """
    words = _named(_one_grammar(folded(text)), "pekan")
    try:
        if match := re.fullmatch(r"(?:(\d{4})-)?w(\d{1,2})", words):
            return week_of(_within_reach(_iso_week(match[1], int(match[2]), today)))
        # As the program itself names a week, and only with the word, for `48` is no date either.
        if match := re.fullmatch(rf"{_WEEK} (\d{{1,2}})(?:,? (\d{{4}}))?", words):
            return week_of(_within_reach(_iso_week(match[2], int(match[1]), today)))
        this_week = re.fullmatch(rf"{_WEEK} (ini|this)", words)
        return week_of(today if this_week else parse_date(words, today))
    except (ValueError, OverflowError, Unreadable):
        raise UnreadablePeriod(text) from None


def parse_month(text: str, today: date, *, ahead: bool = False) -> DaySpan:
    """The month; a bare name is the latest such month that has begun, for a report looks back.

    With `ahead`, for what is planned as well, the nearest one. Raises UnreadablePeriod.
    """
    words = _named(_one_grammar(folded(text)), "bulan")
    try:
        return month_of(_within_reach(_first_of_month(words, today, ahead=ahead)))
    except (ValueError, OverflowError):
        raise UnreadablePeriod(text) from None


def folded(text: str, most: int = 60) -> str:
    """Lower case, single spaces; empty where a text is longer than `most` or not plain ASCII."""
    words = " ".join(text.split())
    return words.lower() if words.isascii() and len(words) <= most else ""


def _one_grammar(words: str) -> str:
    # From here on "next monday" has the order of "senin depan".
    words = re.sub(r"\b(this|next|last) ([a-z]+)", r"\2 \1", words.removeprefix("the "))
    return re.sub(r"\bakhir (pekan|minggu)\b", "weekend", words)


def _named(words: str, unit: str) -> str:
    """`depan` as `pekan depan`: where a week or month is asked for, its name can go unsaid."""
    return f"{unit} {words}" if words in ("ini", "depan", "lalu", "this", "next", "last") else words


def _within_reach(day: date | None) -> date:
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError
    return day


def _running_span(words: str, today: date) -> DaySpan | None:
    if not (match := re.fullmatch(rf"({_WEEK}|bulan|month) (?:ini|this)", words)):
        return None
    return month_of(today) if match[1] in _UNIT_MONTHS else week_of(today)


def _read_date(words: str, today: date) -> date | None:
    if words in _NEAR:
        return today + timedelta(days=_NEAR[words])
    return (
        _named_day(words, today)
        or _edge(words, today)
        or _offset(words, today)
        or _day_of_month(words, today)
        or _dated(words, today)
    )


def _named_day(words: str, today: date) -> date | None:
    monday = today - timedelta(days=today.weekday())
    if match := re.fullmatch(rf"{_WEEK} {_STEP}", words):
        return monday + timedelta(weeks=_STEPS[match[1]])
    match = re.fullmatch(rf"(?:hari )?([a-z']+)(?:(?: {_WEEK})? {_STEP})?", words)
    if not match or match[1] not in _NAMED_DAYS:
        return None
    weekday = _NAMED_DAYS[match[1]]
    if match[2]:
        return monday + timedelta(days=weekday, weeks=_STEPS[match[2]])
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def _edge(words: str, today: date) -> date | None:
    edges = r"(?:(?:awal|(?:start|beginning) of)|(akhir|end of)) (?:the )?"
    match = re.fullmatch(rf"({edges})?(bulan|month|tahun|year)(?: {_STEP})?", words)
    # "bulan" alone is no day, and neither is a running year.
    if not match or not (match[1] or _STEPS.get(match[4])):
        return None
    months = _UNIT_MONTHS[match[3]]
    first = today.replace(day=1) if months == 1 else today.replace(month=1, day=1)
    first = _months_later(first, months * _STEPS.get(match[4], 0))
    return _months_later(first, months) - ONE_DAY if match[2] else first


def _offset(words: str, today: date) -> date | None:
    match = re.fullmatch(_OFFSET, words)
    signs = [match[name] for name in ("ahead", "back", "later", "ago") if match and match[name]]
    if not match or len(signs) != 1:
        return None
    count = -int(match["count"]) if match["back"] or match["ago"] else int(match["count"])
    unit = match["unit"] or ("hari" if signs[0][0] in "+-" else "")
    if unit in _UNIT_MONTHS:
        return _months_later(today, count * _UNIT_MONTHS[unit])
    return today + timedelta(days=count * _UNIT_DAYS[unit]) if unit in _UNIT_DAYS else None


def _months_later(day: date, months: int) -> date:
    # The 31st becomes the last day of a shorter month.
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = month_of(date(year, month + 1, 1)).last
    return last.replace(day=min(day.day, last.day))


def _day_of_month(words: str, today: date) -> date | None:
    match = re.fullmatch(r"(?:tanggal|tgl) (\d{1,2})|(\d{1,2})(?:st|nd|rd|th)", words)
    number = int(match[1] or match[2]) if match else 0
    month = month_of(today)
    # Three months suffice: the 30th asked for on 31 January is in March.
    months = (month, month_of(month.end), month_of(month.end + timedelta(days=31)))
    days = (each.first.replace(day=number) for each in months if 1 <= number <= each.last.day)
    return next((day for day in days if day >= today), None)


def _dated(words: str, today: date) -> date | None:
    match = re.fullmatch(r"(?:(?:tanggal|tgl) |([a-z']+),? )?(.+)", words)
    if not match or (match[1] and match[1] not in WEEKDAYS):
        return _written(words, today)
    day = _written(match[2], today)
    return day if day and WEEKDAYS.get(match[1], day.weekday()) == day.weekday() else None


def _written(words: str, today: date) -> date | None:
    match = next(filter(None, (re.fullmatch(form, words) for form in _WRITTEN)), None)
    if not match:
        return None
    day, month, year = int(match["d"]), MONTHS.get(match["m"]) or int(match["m"]), match["y"]
    if year:
        return date(int(year), month, day)
    return _nearest(lambda year: date(year, month, day), today)


def _iso_week(year: str | None, week: int, today: date) -> date | None:
    if year:
        return date.fromisocalendar(int(year), week, 1)
    return _nearest(lambda year: date.fromisocalendar(year, week, 1), today)


def _nearest(in_year: Callable[[int], date], today: date) -> date | None:
    days = []
    for year in (today.year - 1, today.year, today.year + 1):
        with suppress(ValueError):
            days.append(in_year(year))
    near = [day for day in days if abs(day - today) <= _HALF_A_YEAR]
    return min(near, key=lambda day: (abs(day - today), day < today), default=None)


def _first_of_month(words: str, today: date, *, ahead: bool) -> date | None:
    if match := re.fullmatch(rf"(?:bulan|month) {_STEP}", words):
        return _months_later(today.replace(day=1), _STEPS[match[1]])
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})|(\d{1,2})[/-](\d{4})", words):
        return date(int(match[1] or match[4]), int(match[2] or match[3]), 1)
    match = re.fullmatch(r"([a-z]+)(?:[ -](\d{4}))?", words)
    if not match or match[1] not in MONTHS:
        return None
    month = MONTHS[match[1]]
    if ahead and not match[2]:
        return _nearest(lambda year: date(year, month, 1), today.replace(day=1))
    return date(int(match[2] or today.year - (month > today.month)), month, 1)
