"""Words for the rows that a step touched: how many of what, and how one of them is called."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from keseimbangan import formats
from keseimbangan.domain.steps import NAMED, SETTINGS, Change, Effect, Row
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


def _nouns(n: int) -> dict[str, str]:
    return {
        "tasks": ngettext("{n} tugas", "{n} tugas", n),
        "targets": ngettext("{n} SKP", "{n} SKP", n),
        "blocks": ngettext("{n} blok", "{n} blok", n),
        "exclusions": ngettext("{n} kejadian berulang", "{n} kejadian berulang", n),
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
        "exported_events": ngettext("{n} catatan kalender", "{n} catatan kalender", n),
        "deletions": ngettext("{n} catatan penghapusan", "{n} catatan penghapusan", n),
        SETTINGS: ngettext("{n} pengaturan", "{n} pengaturan", n),
    }


def title(change: Change) -> str:
    """What a person knows a row by: its title, its time, or both; empty where it has neither.

    Of the stress journal only the day: this is shown unasked.
    """
    row = change.content
    if change.table == SETTINGS:
        after = change.after or {}
        # What they are now the log does not say.
        return ", ".join(
            _setting(key, after[key]) if key in after else shown(key)
            for key in setting_keys(change)
        )
    called = name(change) or ""
    # The shifts there are by themselves are kept by code words.
    text = shift_name(called) if change.table == "shifts" else shown(called)
    if change.table == "blocks" and change.after is None and row.get("series_id"):
        # It is where its series has it again.
        return f"{text}, {_wall_clock(row['recurrence_id'])}"
    return ", ".join(filter(None, (text, _time(row))))


def titles(changes: Sequence[Change], n: int | None = None) -> str:
    """The titles of some rows of `n`, or of as many as are given; empty where they have none."""
    names = [text for change in changes if (text := title(change))][:NAMED]
    rest = (len(changes) if n is None else n) - len(names)
    more = ngettext("{n} lagi", "{n} lagi", rest).format(n=rest)
    return "; ".join([*names, *([more] if rest else [])]) if names else ""


def setting_keys(change: Change) -> list[str]:
    """The settings that a step changed."""
    return list({**(change.before or {}), **(change.after or {})})


def seen_effect(change: Change) -> Effect | None:
    """What became of the thing a person knows.

    A row that takes an occurrence or a holiday away stands for the contrary of itself, and one
    that says how an occurrence differs from its series is no thing of its own.
    """
    if change.table == "blocks" and change.content.get("series_id"):
        return change.effect and Effect.CHANGED
    if change.table == "exclusions" or change.content.get("cancelled"):
        return _CONTRARY.get(change.effect or Effect.CHANGED, change.effect)
    return change.effect


_CONTRARY = {Effect.ADDED: Effect.REMOVED, Effect.REMOVED: Effect.ADDED}


def _setting(key: str, value: object) -> str:
    if value is None:
        text = _("bawaan")
    elif isinstance(value, bool):
        text = _("ya") if value else _("tidak")
    else:
        text = shown(str(value))
    return f"{shown(key)} = {text}"


def name(change: Change) -> str | None:
    """The title or name that a row was given, or that of the row in whose name it stands."""
    row = change.owner or change.content
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
        return formats.short_moment(_local(row, column))

    return text


def _local(row: Row, column: str) -> datetime:
    return datetime.fromisoformat(row[column]).astimezone(ZoneInfo(row.get("zone") or "UTC"))


def _wall_clock(text: str) -> str:
    return formats.short_moment(datetime.fromisoformat(text))


def _days(row: Row) -> str:
    return formats.date_span(date.fromisoformat(row["first"]), date.fromisoformat(row["last"]))


_TIMES: dict[str, Callable[[Row], str]] = {
    "starts_at": _span,
    "recurrence_id": lambda row: _wall_clock(row["recurrence_id"]),
    "week": lambda row: formats.week_of_year(row["week"]),
    "started_at": _moment("started_at"),
    "month": lambda row: formats.month_name(date.fromisoformat(f"{row['month']}-01")),
    "day": lambda row: formats.short_date(date.fromisoformat(row["day"])),
    "first": _days,
}
