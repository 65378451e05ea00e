"""A recurrence rule in words."""

from datetime import datetime

from keseimbangan import formats
from keseimbangan.i18n import _, language, ngettext

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def rule_text(rule: str) -> str:
    """`tiap Senin dan Kamis, sampai 31 Desember 2026`; a rule beyond words is shown as it is."""
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    end = parts.pop("UNTIL", None)
    text = _every(parts) or rule
    if end is None:
        return text
    last = datetime.strptime(end[:8], "%Y%m%d").date()  # noqa: DTZ007 -- a day has no zone
    return _("{rule}, sampai {day}").format(rule=text, day=formats.plain_date(last))


def _every(parts: dict[str, str]) -> str | None:
    parts.pop("WKST", None)
    count = int(parts.pop("INTERVAL", "1"))
    frequency = parts.pop("FREQ")
    days, dates = parts.pop("BYDAY", None), parts.pop("BYMONTHDAY", None)
    if parts:
        return None
    text = _unit(frequency, count)
    if frequency == "WEEKLY" and days:
        return _on_weekdays(days, count)
    if frequency == "MONTHLY" and dates:
        return _on_dates(dates) if count == 1 else None
    if frequency == "MONTHLY" and days:
        return _on_nth(days) if count == 1 else None
    return text if days is None and dates is None else None


def _unit(frequency: str, n: int) -> str:
    if frequency == "DAILY":
        return ngettext("tiap hari", "tiap {n} hari", n).format(n=n) if n > 1 else _("tiap hari")
    if frequency == "WEEKLY":
        return _("tiap {n} pekan").format(n=n) if n > 1 else _("tiap pekan")
    if frequency == "MONTHLY":
        return _("tiap {n} bulan").format(n=n) if n > 1 else _("tiap bulan")
    return _("tiap {n} tahun").format(n=n) if n > 1 else _("tiap tahun")


def _on_weekdays(days: str, count: int) -> str:
    if days == "MO,TU,WE,TH,FR" and count == 1:
        return _("tiap hari kerja")
    names = formats.enumeration([_day_name(code) for code in days.split(",")])
    if count == 1:
        return _("tiap {days}").format(days=names)
    return _("tiap {n} pekan pada {days}").format(n=count, days=names)


def _on_dates(dates: str) -> str:
    if dates == "-1":
        return _("tiap akhir bulan")
    return _("tiap tanggal {dates}").format(dates=formats.enumeration(dates.split(",")))


def _on_nth(days: str) -> str | None:
    places = {
        "1": _("pertama"),
        "2": _("kedua"),
        "3": _("ketiga"),
        "4": _("keempat"),
        "-1": _("terakhir"),
    }
    place = days[:-2].lstrip("+")
    if "," in days or place not in places:
        return None
    return _("tiap {day} {nth} dalam bulan").format(day=_day_name(days[-2:]), nth=places[place])


def _day_name(code: str) -> str:
    return formats.WEEKDAYS[language()][_CODES.index(code[-2:])]
