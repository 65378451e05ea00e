"""What the tables are called where a person reads of them."""

import re

from keseimbangan import formats
from keseimbangan.i18n import ngettext
from keseimbangan.view.console import shown


def noun(table: str) -> str:
    """What one row of a table is called, in a word or two."""
    return _called(table, 1)


def nouns(table: str) -> str:
    """What the rows of a table are called; in Indonesian the same."""
    return _called(table, 2)


def row_text(table: str, number: int | None, label: str | None) -> str:
    """A row as a person knows it: its noun, number and label, of which the last two may lack."""
    week = label is not None and _WEEK.fullmatch(label)
    text = formats.week_of_year(label or "") if week else shown(label or "")
    return " ".join(filter(None, (noun(table), str(number or ""), text)))


_WEEK = re.compile(r"\d{4}-W\d\d")


def _called(table: str, n: int) -> str:
    return {
        "tasks": ngettext("Tugas", "Tugas", n),
        "targets": ngettext("SKP", "SKP", n),
        "blocks": ngettext("Blok", "Blok", n),
        "exclusions": ngettext("Kejadian yang dikeluarkan", "Kejadian yang dikeluarkan", n),
        "focus_sessions": ngettext("Sesi fokus", "Sesi fokus", n),
        "interruptions": ngettext("Gangguan", "Gangguan", n),
        "stress_entries": ngettext("Catatan jurnal", "Catatan jurnal", n),
        "stress_triggers": ngettext("Pemicu dalam jurnal", "Pemicu dalam jurnal", n),
        "weekly_reviews": ngettext("Evaluasi mingguan", "Evaluasi mingguan", n),
        "review_items": ngettext("Isi evaluasi", "Isi evaluasi", n),
        "review_decisions": ngettext("Keputusan evaluasi", "Keputusan evaluasi", n),
        "monthly_reflections": ngettext("Refleksi bulanan", "Refleksi bulanan", n),
        "holidays": ngettext("Hari libur", "Hari libur", n),
        "leaves": ngettext("Cuti", "Cuti", n),
        "location_days": ngettext("Lokasi kerja", "Lokasi kerja", n),
        "overtimes": ngettext("Lembur", "Lembur", n),
        "shifts": ngettext("Giliran", "Giliran", n),
        "plans": ngettext("Rencana yang diterapkan", "Rencana yang diterapkan", n),
        "plan_pieces": ngettext("Isi rencana", "Isi rencana", n),
        "indicators": ngettext("Indikator", "Indikator", n),
        "dialogues": ngettext("Dialog kinerja", "Dialog kinerja", n),
        "deletions": ngettext("Catatan penghapusan", "Catatan penghapusan", n),
        "exported_events": ngettext("Catatan ekspor kalender", "Catatan ekspor kalender", n),
        "steps": ngettext("Langkah yang dapat diurungkan", "Langkah yang dapat diurungkan", n),
    }.get(table, table)
