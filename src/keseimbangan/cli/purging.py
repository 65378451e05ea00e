"""`imbang data hapus`: what is to be gone for good, with its traces in the log and the backups."""

from datetime import date
from typing import Annotated, Any

from keseimbangan.cli import params
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.cli.erased_kinds import kind_in
from keseimbangan.cli.purging_all import erase_all
from keseimbangan.cli.purging_rows import erase_rows
from keseimbangan.errors.purging import NothingNamed
from keseimbangan.errors.text import DayToCome
from keseimbangan.errors.usage import OptionsConflict
from keseimbangan.i18n import _

# The words of the commands, each with the table whose rows carry the others along.
NOUNS = {
    "tugas": "tasks",
    "blok": "blocks",
    "fokus": "focus_sessions",
    "jurnal": "stress_entries",
    "evaluasi": "weekly_reviews",
    "refleksi": "monthly_reflections",
    "skp": "targets",
    "indikator": "indicators",
    "dialog": "dialogues",
    "rencana": "plans",
    "cuti": "leaves",
    "libur": "holidays",
    "giliran": "shifts",
    "lokasi": "location_days",
    "lembur": "overtimes",
    "kalender": "exported_events",
}
ENGLISH = {
    "task": "tasks",
    "block": "blocks",
    "focus": "focus_sessions",
    "journal": "stress_entries",
    "review": "weekly_reviews",
    "reflection": "monthly_reflections",
    "target": "targets",
    "indicator": "indicators",
    "dialogue": "dialogues",
    "plan": "plans",
    "leave": "leaves",
    "holiday": "holidays",
    "shift": "shifts",
    "location": "location_days",
    "overtime": "overtimes",
    "calendar": "exported_events",
}
# What was deleted lives on in these two; all that there is now stays.
HISTORY = "history"
WORDS = {**NOUNS, **ENGLISH, "riwayat": HISTORY, "history": HISTORY}


def purge(
    ctx: Context,
    table: Annotated[
        Any,
        params.argument(
            _("JENIS"),
            help=_(
                "Yang dihapus, dengan kata perintahnya: jurnal, tugas, blok, dan seterusnya; atau "
                "riwayat: hanya riwayat urung dan cadangan."
            ),
            parser=kind_in(WORDS),
            complete=lambda: params.shown_words(WORDS),
        ),
    ] = None,
    everything: Annotated[
        bool,
        params.option(
            "semua", "all", help=_("Semua data, cadangan, catatan galat, dan pengaturan.")
        ),
    ] = False,
    before: Annotated[
        str | None,
        params.option(
            "sebelum",
            "before",
            help=_("Hanya yang dicatat sebelum tanggal ini."),
            metavar=_("TANGGAL"),
        ),
    ] = None,
    yes: Annotated[bool, params.yes_option()] = False,
) -> None:
    """`hapus`."""
    env = env_of(ctx)
    if everything and table is not None:
        raise OptionsConflict(_("JENIS"), _("--semua"))
    if not everything and table is None:
        raise NothingNamed
    if table == HISTORY:
        if before is not None:
            raise OptionsConflict(_("riwayat"), _("--sebelum"))
        return erase_rows(env, [], None, yes=yes)
    day = _past(env, before)
    if everything and day is None:
        return erase_all(env, yes=yes)
    return erase_rows(env, [table] if table else list(NOUNS.values()), day, yes=yes)


def _past(env: Env, text: str | None) -> date | None:
    """What cannot be taken back must not reach further than a person thinks: no day to come."""
    day = env.optional_day(text)
    if day is not None and day > env.today():
        remedy = _("Isi --sebelum dengan hari ini atau hari yang lebih awal, misalnya 2026-01-01.")
        raise DayToCome(day, remedy)
    return day
