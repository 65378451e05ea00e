"""What the demo says between the commands."""

from datetime import datetime
from pathlib import Path

from keseimbangan import formats
from keseimbangan.i18n import _


def opening(at: datetime, zone: str) -> str:
    """Whose weeks these are and when the example stands."""
    return _(
        "Contoh: delapan pekan seorang perencana di daerah, sampai {moment}.\n"
        "Orangnya rekaan; data Anda tidak disentuh."
    ).format(moment=formats.moment(at, zone))


def heading(command: str) -> str:
    """A command as one would type it."""
    return f"\n$ {command}\n"


def closing(output: str, folder: Path | None) -> str:
    """How to go on: with the example, and with one's own."""
    lines = [
        "",
        _(
            "Berkas {name} siap diimpor ke Google Calendar (sebaiknya ke kalender tersendiri)."
        ).format(name=output),
    ]
    if folder is not None:
        lines.append(_("Contoh ini tersimpan: imbang --home {folder} hari").format(folder=folder))
    else:
        lines.append(_("Untuk mencoba-coba dengan contoh ini: imbang demo --home contoh --timpa"))
    lines.append(_("Untuk mulai dengan milik Anda sendiri: imbang mulai, atau langsung imbang"))
    return "\n".join(lines)
