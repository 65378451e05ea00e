"""How often something repeats, as a person writes it, as the value of an RRULE (RFC 5545).

The rule has no DTSTART, for that is the block's own start, and no UNTIL, for that is asked apart.
`tiap minggu` is every week; Sunday is `tiap hari minggu`, `tiap ahad`, or `minggu` among several
days. As in iCalendar, `tiap tanggal 31` and `tiap senin kelima` fall only in the months that have
them; the last day of every month is `tiap akhir bulan`.
"""

import re

from keseimbangan.domain.dates import WEEKDAYS, folded
from keseimbangan.errors.text import UnreadableRepeat

DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
MOST_INTERVAL, MOST_COUNT = 400, 1000

_UNIT_WORDS = (
    *("DAILY hari day days", "WEEKLY pekan minggu week weeks"),
    *("MONTHLY bulan month months", "YEARLY tahun year years"),
)
_COUNT_WORDS = (
    *("1 satu one", "2 dua two other", "3 tiga three", "4 empat four", "5 lima five"),
    *("6 enam six", "7 tujuh seven", "8 delapan eight", "9 sembilan nine", "10 sepuluh ten"),
)
_ORDINAL_WORDS = (
    *("1 pertama first 1st", "2 kedua second 2nd", "3 ketiga third 3rd"),
    *("4 keempat fourth 4th", "5 kelima fifth 5th", "-1 terakhir last"),
)


def _by_word(lines: tuple[str, ...]) -> dict[str, str]:
    return {word: line.split()[0] for line in lines for word in line.split()[1:]}


_UNITS, _COUNTS, _ORDINALS = map(_by_word, (_UNIT_WORDS, _COUNT_WORDS, _ORDINAL_WORDS))
_ADVERBS = {
    **dict.fromkeys(("harian", "daily", "sehari"), "tiap hari"),
    **dict.fromkeys(("mingguan", "weekly", "seminggu", "sepekan"), "tiap pekan"),
    **dict.fromkeys(("bulanan", "monthly", "sebulan"), "tiap bulan"),
    **dict.fromkeys(("tahunan", "yearly", "annually", "setahun"), "tiap tahun"),
}
_WORKING_DAYS = ("hari kerja", "weekday", "weekdays", "workday", "working day")
_WEEKENDS = ("akhir pekan", "akhir minggu", "weekend", "weekends")
_FIRST_DAYS = ("awal bulan", "start of month", "start of the month", "first day")
_LAST_DAYS = ("akhir bulan", "end of month", "end of the month", "hari terakhir", "last day")
_FIXED = {
    **dict.fromkeys(_WORKING_DAYS, ("WEEKLY", "BYDAY=MO,TU,WE,TH,FR")),
    **dict.fromkeys(_WEEKENDS, ("WEEKLY", "BYDAY=SA,SU")),
    **dict.fromkeys(_FIRST_DAYS, ("MONTHLY", "BYMONTHDAY=1")),
    **dict.fromkeys(_LAST_DAYS, ("MONTHLY", "BYMONTHDAY=-1")),
}
_EVERY_UNIT = (
    rf"(?:(\d{{1,3}}|{'|'.join(_COUNTS)}) )?({'|'.join(_UNITS)})( sekali)?"
    r"(?:,? (pada |on |tiap |setiap |(?=hari ))?(.+))?"
)
_OF_MONTH = r" (?:of (?:the|every|each) month|(?:(?:di|tiap|setiap) )?bulan)$"
_NTH_FORMS = (
    rf"(?P<day>(?:hari )?[a-z']+) (?P<nth>{'|'.join(_ORDINALS)})",
    rf"(?:the )?(?P<nth>{'|'.join(_ORDINALS)}) (?P<day>[a-z]+)",
)
# Every part a rule may have, in the order in which it is written.
_PARTS = ("FREQ", "INTERVAL", "COUNT", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST")
_MOST = {
    "INTERVAL": MOST_INTERVAL,
    "COUNT": MOST_COUNT,
    "BYMONTHDAY": 31,
    "BYMONTH": 12,
    "BYSETPOS": 366,
}
_HOLDS_ANYWAY = (("INTERVAL", "1"), ("WKST", "MO"))
_MONTH_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def parse_repeat(text: str) -> str:
    """The rule a text means, in words or as an RRULE, its parts always in the same order.

    FREQ is DAILY to YEARLY, INTERVAL 1 to 400, COUNT 1 to 1000. Raises UnreadableRepeat.
    """
    words = folded(text, most=200)
    try:
        rule = words.upper().removeprefix("RRULE:") if "=" in words else _phrase(words)
        return _canonical(rule)
    except ValueError:
        raise UnreadableRepeat(text) from None


def _phrase(words: str) -> str:
    first, space, rest = words.partition(" ")
    words = _ADVERBS.get(first, first) + space + rest
    body = re.sub(r"^(?:tiap|setiap|every|each) ", "", words)
    # "every second monday" may be every other Monday, and "minggu" alone a week or a Sunday.
    unclear = r"(?:every|each) (?:second|third|fourth|fifth|[2-5](?:nd|rd|th)) [a-z]+|minggu"
    if re.fullmatch(unclear, words):
        return ""
    if rule := _unit_rule(body, said_every=body != words):
        return rule
    return "FREQ={};{}".format(*detail) if (detail := _detail(body)) else ""


def _unit_rule(body: str, said_every: bool) -> str:
    match = re.fullmatch(_EVERY_UNIT, body)
    if not match or not (said_every or match[3]):
        return ""
    count, unit, _, joint, days = match.groups()
    rule = f"FREQ={_UNITS[unit]};INTERVAL={_COUNTS.get(count, count) or 1}"
    if not days:
        return rule
    detail = _detail(days)
    # In "minggu dan rabu" it is a Sunday, in "minggu pada rabu" a week.
    if not detail or detail[0] != _UNITS[unit] or (joint is None and unit == "minggu"):
        return ""
    return f"{rule};{detail[1]}"


def _detail(words: str) -> tuple[str, str] | None:
    """The frequency that some days imply, and the part of a rule that names them."""
    words = words.removeprefix("the ")
    base = re.sub(_OF_MONTH, "", words)
    found = _FIXED.get(words) or _FIXED.get(base) or _listed(base)
    # "senin tiap bulan" does not say which Monday.
    return None if found and found[0] == "WEEKLY" and base != words else found


def _listed(words: str) -> tuple[str, str] | None:
    items = re.split(r",? (?:dan|and|serta) | ?& ?|, ?", words)
    if all(days := [_weekday(item) for item in items]):
        return "WEEKLY", f"BYDAY={','.join(days)}"
    if all(days := [_nth_weekday(item) for item in items]):
        return "MONTHLY", f"BYDAY={','.join(days)}"
    if all(days := _month_days(items)):
        return "MONTHLY", f"BYMONTHDAY={','.join(days)}"
    return None


def _weekday(item: str) -> str:
    name = item.removeprefix("hari ")
    day = WEEKDAYS.get(name, WEEKDAYS.get(name.removesuffix("s")))
    return "" if day is None else DAY_CODES[day]


def _nth_weekday(item: str) -> str:
    match = next(filter(None, (re.fullmatch(form, item) for form in _NTH_FORMS)), None)
    # "minggu pertama" may be the first week.
    if not match or match["day"] == "minggu":
        return ""
    day = _weekday(match["day"])
    return day and _ORDINALS[match["nth"]] + day


def _month_days(items: list[str]) -> list[str]:
    form = r"(tanggal |tgl )?(?:the )?(\d{1,2})(st|nd|rd|th)?"
    matches = [re.fullmatch(form, item) for item in items]
    # "tanggal 1 dan 15", "1st and 15th", but a bare 15 is no day.
    if not (matches[0] and matches[0][1]):
        return [match[2] if match and match[3] else "" for match in matches]
    return [match[2] if match else "" for match in matches]


def _canonical(rule: str) -> str:
    pairs = [part.partition("=") for part in rule.split(";")]
    parts = {name: value for name, _, value in pairs}
    if len(parts) != len(pairs) or "FREQ" not in parts or not parts.keys() <= set(_PARTS):
        raise ValueError
    read = {name: _value(name, parts) for name in _PARTS if name in parts}
    _refuse_contradictions(read)
    return ";".join(f"{k}={v}" for k, v in read.items() if (k, v) not in _HOLDS_ANYWAY)


def _value(name: str, parts: dict[str, str]) -> str:
    if name in _MOST:
        return _numbers(name, parts[name])
    if name == "BYDAY":
        months = parts["FREQ"] == "MONTHLY" or (parts["FREQ"] == "YEARLY" and "BYMONTH" in parts)
        return _days(parts[name], 5 if months else 53 if parts["FREQ"] == "YEARLY" else 0)
    if parts[name] not in (DAY_CODES if name == "WKST" else FREQUENCIES):
        raise ValueError
    return parts[name]


def _numbers(name: str, text: str) -> str:
    if not re.fullmatch(r"[+-]?\d{1,4}(,[+-]?\d{1,4})*", text):
        raise ValueError
    numbers = sorted({int(number) for number in text.split(",")}, key=lambda n: (n < 0, n))
    least = -_MOST[name] if name in ("BYMONTHDAY", "BYSETPOS") else 1
    several = name in ("INTERVAL", "COUNT") and "," in text
    if several or 0 in numbers or min(numbers) < least or max(numbers) > _MOST[name]:
        raise ValueError
    return ",".join(map(str, numbers))


def _days(text: str, most_nth: int) -> str:
    """Weekdays in the order of the week; `most_nth` is 0 where a "first Monday" makes no sense."""
    found = set()
    for item in text.split(","):
        match = re.fullmatch(rf"([+-]?\d{{1,2}})?({'|'.join(DAY_CODES)})", item)
        nth = int(match[1] or 0) if match else 0
        if not match or abs(nth) > most_nth or (match[1] and not nth):
            raise ValueError
        found.add((DAY_CODES.index(match[2]), nth < 0, nth))
    return ",".join(f"{nth or ''}{DAY_CODES[day]}" for day, _, nth in sorted(found))


def _refuse_contradictions(parts: dict[str, str]) -> None:
    if parts["FREQ"] == "WEEKLY" and "BYMONTHDAY" in parts:
        raise ValueError
    chooses = parts["FREQ"] != "DAILY" and parts.keys() & {"BYDAY", "BYMONTHDAY", "BYMONTH"}
    if "BYSETPOS" in parts and not chooses:
        raise ValueError
    # 30 February would be looked for until the last year there is.
    days = [abs(int(day)) for day in parts.get("BYMONTHDAY", "1").split(",")]
    months = [int(month) for month in parts.get("BYMONTH", "1").split(",")]
    if min(days) > max(_MONTH_LENGTHS[month - 1] for month in months):
        raise ValueError
