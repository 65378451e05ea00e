"""Words for the columns in which two versions of a row differ, and for what stands in them."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from keseimbangan import formats
from keseimbangan.domain.blocks import BlockKind, BlockStatus, WorkLocation
from keseimbangan.domain.elements import Element
from keseimbangan.domain.merging import FieldDifference, Plain
from keseimbangan.domain.tasks import Impact, TaskKind, TaskStatus
from keseimbangan.i18n import _
from keseimbangan.view import task_words, words
from keseimbangan.view.console import shown


def readable(table: str, field: FieldDifference, zone: str) -> tuple[str, str, str] | None:
    """A column's word, what it says here and in the file; None where only the word is shown.

    Of the journal, of reviews, notes and results only the words: this is shown unasked.
    """
    show = _COMMON.get(field.name) or _VALUES.get((table, field.name))
    if show is None or table in _PRIVATE:
        return None
    here, there = (_value(each, show, zone) for each in (field.here, field.there))
    return _word(field.name), here, there


def unread(table: str, fields: Iterable[FieldDifference]) -> list[str]:
    """The words of the columns whose content is not shown, each once."""
    found = [_word(each.name) for each in fields if readable(table, each, "UTC") is None]
    return [*dict.fromkeys(found)]


def moment(text: str, zone: str) -> str:
    """`Kam 26 Nov 10.30` in a zone, of an instant as it stands in a row."""
    return formats.short_moment(datetime.fromisoformat(text).astimezone(ZoneInfo(zone)))


def moments(one: str, other: str, zone: str) -> tuple[str, str]:
    """Two of them side by side, with their seconds where these alone tell them apart."""
    texts = moment(one, zone), moment(other, zone)
    if one == other or texts[0] != texts[1]:
        return texts
    walls = (datetime.fromisoformat(each).astimezone(ZoneInfo(zone)) for each in (one, other))
    first, second = map(formats.exact_moment, walls)
    return first, second


_PRIVATE = frozenset({"stress_entries", "weekly_reviews", "monthly_reflections"})

Show = Callable[[str, str], str]


def _value(value: Plain, show: Show, zone: str) -> str:
    return "–" if value is None else show(str(value), zone)


def _plain(text: str, _zone: str) -> str:
    return shown(text)


def _day(text: str, _zone: str) -> str:
    return formats.short_date(date.fromisoformat(text))


def _yes(text: str, _zone: str) -> str:
    return _("ya") if text == "1" else _("tidak")


# What means the same in every table.
_COMMON: Mapping[str, Show] = {
    **dict.fromkeys(("title", "name", "partner", "delegate_to"), _plain),
    **dict.fromkeys(("due", "not_before", "delegate_follow_up", "follow_up", "day"), _day),
    **dict.fromkeys(("first", "last", "last_day"), _day),
    **dict.fromkeys(("important", "urgent", "protected", "archived", "cancelled"), _yes),
    **dict.fromkeys(("starts_at", "ends_at", "started_at", "ended_at", "done_at"), moment),
    "estimate_minutes": lambda text, _zone: formats.duration(int(text)),
    "element": lambda text, _zone: words.element(Element(text)),
    "location": lambda text, _zone: words.location(WorkLocation(text)),
    "impact": lambda text, _zone: task_words.impact_word(Impact(text)),
}
_VALUES: Mapping[tuple[str, str], Show] = {
    ("tasks", "status"): lambda text, _zone: task_words.status_word(TaskStatus(text)),
    ("tasks", "kind"): lambda text, _zone: task_words.kind_word(TaskKind(text)),
    ("blocks", "status"): lambda text, _zone: words.block_status(BlockStatus(text)),
    ("blocks", "kind"): lambda text, _zone: words.block_kind(BlockKind(text)),
}


def _word(column: str) -> str:
    return {
        "title": _("judul"),
        "name": _("nama"),
        "partner": _("dengan"),
        "status": _("status"),
        "important": _("penting"),
        "urgent": _("mendesak"),
        "due": _("tenggat"),
        "not_before": _("mulai dari"),
        "estimate_minutes": _("estimasi"),
        "kind": _("jenis"),
        "impact": _("dampak"),
        "element": _("unsur"),
        "target_id": _("SKP"),
        "task_id": _("tugas"),
        "delegate_to": _("delegasi ke"),
        "delegate_follow_up": _("tindak lanjut"),
        "follow_up": _("tindak lanjut"),
        "done_at": _("ditutup"),
        "result": _("hasil"),
        "evidence": _("bukti"),
        "realisation": _("realisasi"),
        "note": _("catatan"),
        "learned": _("pelajaran"),
        "agreement": _("kesepakatan"),
        "starts_at": _("jam mulai"),
        "started_at": _("mulai"),
        "ends_at": _("berakhir"),
        "ended_at": _("berakhir"),
        "location": _("lokasi"),
        "rule": _("ulang"),
        "protected": _("terkunci"),
        "day": _("hari"),
        "first": _("dari"),
        "last": _("sampai"),
        "last_day": _("sampai"),
        "archived": _("diarsipkan"),
        "cancelled": _("dibatalkan"),
        "level": _("tingkat"),
        "week": _("pekan"),
    }.get(column, _("hal lain"))
