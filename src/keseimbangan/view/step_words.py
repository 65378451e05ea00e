"""Words for the rows that a step touched: how many of what, and how one of them is called."""

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from keseimbangan import formats
from keseimbangan.domain.steps import SETTINGS, Change, Row
from keseimbangan.i18n import _, ngettext
from keseimbangan.view.console import shown
from keseimbangan.view.words import shift_name

# Rows that belong to another are not counted beside it.
PARTS = {
    "exclusions": "blocks",
    "interruptions": "focus_sessions",
    "stress_triggers": "stress_entries",
    "review_items": "weekly_reviews",
    "review_decisions": "weekly_reviews",
    "plan_pieces": "plans",
}


def counted(table: str, n: int) -> str:
    """`2 tugas`."""
    return _nouns(n).get(table, ngettext("{n} data lain", "{n} data lain", n)).format(n=n)


def has_noun(table: str) -> bool:
    """Whether the rows of a table have a word of their own."""
    return table in _nouns(1)


def _nouns(n: int) -> dict[str, str]:
    return {
        "tasks": ngettext("{n} tugas", "{n} tugas", n),
        "targets": ngettext("{n} SKP", "{n} SKP", n),
        "blocks": ngettext("{n} blok", "{n} blok", n),
        "exclusions": ngettext("{n} pengecualian blok", "{n} pengecualian blok", n),
        "focus_sessions": ngettext("{n} sesi fokus", "{n} sesi fokus", n),
        "interruptions": ngettext("{n} gangguan", "{n} gangguan", n),
        "stress_entries": ngettext("{n} catatan jurnal", "{n} catatan jurnal", n),
        "stress_triggers": ngettext("{n} pemicu", "{n} pemicu", n),
        "weekly_reviews": ngettext("{n} evaluasi", "{n} evaluasi", n),
        "review_items": ngettext("{n} butir evaluasi", "{n} butir evaluasi", n),
        "review_decisions": ngettext("{n} keputusan evaluasi", "{n} keputusan evaluasi", n),
        "monthly_reflections": ngettext("{n} refleksi", "{n} refleksi", n),
        "holidays": ngettext("{n} hari libur", "{n} hari libur", n),
        "leaves": ngettext("{n} cuti", "{n} cuti", n),
        "location_days": ngettext("{n} lokasi kerja", "{n} lokasi kerja", n),
        "overtimes": ngettext("{n} lembur", "{n} lembur", n),
        "shifts": ngettext("{n} giliran", "{n} giliran", n),
        "plans": ngettext("{n} rencana", "{n} rencana", n),
        "plan_pieces": ngettext("{n} bagian rencana", "{n} bagian rencana", n),
        "indicators": ngettext("{n} indikator", "{n} indikator", n),
        "dialogues": ngettext("{n} dialog kinerja", "{n} dialog kinerja", n),
        "deletions": ngettext("{n} catatan penghapusan", "{n} catatan penghapusan", n),
        SETTINGS: ngettext("{n} pengaturan", "{n} pengaturan", n),
    }


def title(change: Change) -> str:
    """What a person knows a row by: its title, its time, or both; empty where it has neither.

    Of the stress journal only the day: this is shown unasked.
    """
    row = change.content
    if change.table == SETTINGS:
        return ", ".join(shown(key) for key in row)
    called = name(change) or ""
    # The shifts there are by themselves are kept by code words.
    text = shift_name(called) if change.table == "shifts" else shown(called)
    return ", ".join(filter(None, (text, _time(row))))


def name(change: Change) -> str | None:
    """The title or name that a row was given."""
    row = change.content
    found = row.get("title") or row.get("name") or row.get("partner")
    return None if found is None else str(found)


def _time(row: Row) -> str:
    """By the columns there are, so that a table yet to come needs no line here."""
    if row.get("rule"):
        return _("berulang")
    for column, text in _TIMES.items():
        if row.get(column):
            return text(row)
    return ""


def _span(row: Row) -> str:
    start, end = _local(row, "starts_at"), _local(row, "ends_at")
    return f"{formats.short_date(start.date())} {formats.clock_span(start, end)}"


def _moment(column: str) -> Callable[[Row], str]:
    def text(row: Row) -> str:
        moment = _local(row, column)
        return f"{formats.short_date(moment.date())} {formats.clock(moment)}"

    return text


def _local(row: Row, column: str) -> datetime:
    return datetime.fromisoformat(row[column]).astimezone(ZoneInfo(row.get("zone") or "UTC"))


def _days(row: Row) -> str:
    return formats.date_span(date.fromisoformat(row["first"]), date.fromisoformat(row["last"]))


_TIMES: dict[str, Callable[[Row], str]] = {
    "starts_at": _span,
    "week": lambda row: str(row["week"]),
    "started_at": _moment("started_at"),
    "month": lambda row: formats.month_name(date.fromisoformat(f"{row['month']}-01")),
    "day": lambda row: formats.short_date(date.fromisoformat(row["day"])),
    "first": _days,
}
