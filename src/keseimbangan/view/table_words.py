"""What the tables are called where a person reads of them."""

import re

from keseimbangan import formats
from keseimbangan.i18n import _
from keseimbangan.view.console import shown


def noun(table: str) -> str:
    """What the rows of a table are called, in a word or two."""
    return {
        "tasks": _("Tugas"),
        "targets": _("SKP"),
        "blocks": _("Blok waktu"),
        "exclusions": _("Kejadian yang dikeluarkan"),
        "focus_sessions": _("Sesi fokus"),
        "interruptions": _("Gangguan"),
        "stress_entries": _("Jurnal stres"),
        "stress_triggers": _("Pemicu dalam jurnal"),
        "weekly_reviews": _("Evaluasi mingguan"),
        "review_items": _("Isi evaluasi"),
        "review_decisions": _("Keputusan evaluasi"),
        "monthly_reflections": _("Refleksi bulanan"),
        "holidays": _("Hari libur"),
        "leaves": _("Cuti"),
        "location_days": _("Lokasi kerja"),
        "overtimes": _("Lembur"),
        "shifts": _("Giliran"),
        "plans": _("Rencana yang diterapkan"),
        "plan_pieces": _("Isi rencana"),
        "indicators": _("Indikator"),
        "dialogues": _("Dialog kinerja"),
        "deletions": _("Catatan penghapusan"),
        "exported_events": _("Catatan ekspor kalender"),
        "steps": _("Langkah yang dapat diurungkan"),
    }.get(table, table)


def row_text(table: str, number: int | None, label: str | None) -> str:
    """A row as a person knows it: its noun, number and label, of which the last two may lack."""
    week = label is not None and _WEEK.fullmatch(label)
    text = formats.week_of_year(label or "") if week else shown(label or "")
    return " ".join(filter(None, (noun(table), str(number or ""), text)))


_WEEK = re.compile(r"\d{4}-W\d\d")
