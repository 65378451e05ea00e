"""A recurrence rule in words that `--ulang` would understand again."""

from datetime import date

from keseimbangan import formats
from keseimbangan.i18n import _, language, ngettext

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORKING_DAYS = "MO,TU,WE,TH,FR"


def rule_text(rule: str) -> str:
    """`tiap Senin dan Kamis, sampai 31 Desember 2026`; a rule beyond words is shown as it is."""
    try:
        return _in_words(rule)
    except (ValueError, LookupError):
        # No command wrote it; one that deletes it has to call it something.
        return rule


def _in_words(rule: str) -> str:
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    end = parts.pop("UNTIL", None)
    as_it_is = ";".join(f"{name}={value}" for name, value in parts.items())
    text = _every(parts) or as_it_is
    if end is None:
        return text
    last = date.fromisoformat(end[:8])
    return _("{rule}, sampai {day}").format(rule=text, day=formats.plain_date(last))


def _every(parts: dict[str, str]) -> str | None:
    parts.pop("WKST", None)
    n = int(parts.pop("INTERVAL", "1"))
    if n < 1:
        return None
    match parts:
        case {"FREQ": frequency} if len(parts) == 1:
            return _unit(frequency, n)
        case {"FREQ": "WEEKLY", "BYDAY": days} if len(parts) == 2:
            return _on_weekdays(days, n)
        case {"FREQ": "MONTHLY", "BYMONTHDAY": dates} if len(parts) == 2 and n == 1:
            return _on_dates(dates)
        case {"FREQ": "MONTHLY", "BYDAY": days} if len(parts) == 2 and n == 1:
            return _on_nth(days)
    return None


def _unit(frequency: str, n: int) -> str | None:
    if frequency == "DAILY":
        return ngettext("tiap hari", "tiap {n} hari", n).format(n=n) if n > 1 else _("tiap hari")
    if frequency == "WEEKLY":
        return _("tiap {n} pekan").format(n=n) if n > 1 else _("tiap pekan")
    if frequency == "MONTHLY":
        return _("tiap {n} bulan").format(n=n) if n > 1 else _("tiap bulan")
    if frequency == "YEARLY":
        return _("tiap {n} tahun").format(n=n) if n > 1 else _("tiap tahun")
    return None


def _on_weekdays(days: str, n: int) -> str:
    if days == _WORKING_DAYS and n == 1:
        return _("tiap hari kerja")
    names = formats.enumeration([_day_name(code) for code in days.split(",")])
    if n > 1:
        return _("tiap {n} pekan pada {days}").format(n=n, days=names)
    # "tiap Minggu" alone would be every week.
    return (_("tiap hari {days}") if days == "SU" else _("tiap {days}")).format(days=names)


def _on_dates(dates: str) -> str | None:
    if dates == "-1":
        return _("tiap akhir bulan")
    if "-" in dates:
        return None
    named = [formats.day_number(int(day)) for day in dates.split(",")]
    return _("tiap tanggal {dates}").format(dates=formats.enumeration(named))


def _on_nth(days: str) -> str | None:
    places = {
        "1": _("pertama"),
        "2": _("kedua"),
        "3": _("ketiga"),
        "4": _("keempat"),
        "5": _("kelima"),
        "-1": _("terakhir"),
    }
    listed = [(code[:-2].lstrip("+"), code[-2:]) for code in days.split(",")]
    if any(nth not in places for nth, _code in listed):
        return None
    named = [_nth(code).format(day=_day_name(code), nth=places[nth]) for nth, code in listed]
    return _("tiap {days} tiap bulan").format(days=formats.enumeration(named))


def _nth(code: str) -> str:
    # "Minggu pertama" alone would be the first week.
    return _("hari {day} {nth}") if code == "SU" else _("{day} {nth}")


def _day_name(code: str) -> str:
    return formats.WEEKDAYS[language()][_CODES.index(code[-2:])]
