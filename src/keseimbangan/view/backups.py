"""Backups as people and programs see them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.backups import Backup, BackupReason
from keseimbangan.i18n import _, ngettext
from keseimbangan.view.console import PathLine, Screen, shown
from keseimbangan.view.data import size_text
from keseimbangan.view.grid import Grid


def reason_text(reason: BackupReason) -> str:
    """Why a backup was made, in a word or two."""
    return {
        BackupReason.DAILY: _("harian"),
        BackupReason.MANUAL: _("Anda minta"),
        BackupReason.MIGRATION: _("sebelum pembaruan skema"),
        BackupReason.RESTORE: _("sebelum pemulihan"),
        BackupReason.RESTORED: _("sesudah pemulihan"),
        BackupReason.IMPORT: _("sebelum impor"),
        BackupReason.ENCRYPTION: _("ganti kunci"),
        BackupReason.ERASURE: _("sesudah menghapus"),
    }[reason]


def daily_text() -> str:
    """What a daily backup holds, which its date does not say."""
    return _("Cadangan harian memuat keadaan sebelum perubahan pertama hari itu.")


def document(backup: Backup, zone: str) -> dict[str, Any]:
    """A backup for programs."""
    return {
        "path": str(backup.path),
        "made_at": backup.at.astimezone(ZoneInfo(zone)).isoformat(),
        "reason": backup.reason.value,
        "schema": backup.schema,
        "bytes": backup.size,
    }


class BackupCard(Screen):
    """A backup that was made."""

    def __init__(self, path: Path, size: int) -> None:
        self.path, self.size = path, size

    def document(self) -> dict[str, Any]:
        return {"backup": {"path": str(self.path), "bytes": self.size, "verified": True}}

    def render(self) -> RenderableType:
        facts = _("{size}; isinya sama dengan data Anda, sudah diperiksa.")
        return Group(
            Text(_("Cadangan dibuat.")),
            PathLine(shown(str(self.path)), style="bold"),
            Text(facts.format(size=size_text(self.size)), style="dim"),
        )


class BackupList(Screen):
    """All backups of a folder, in the order in which they are given."""

    def __init__(
        self,
        folder: Path,
        backups: Sequence[Backup],
        zone: str,
        locked: frozenset[Path] = frozenset(),
    ) -> None:
        self.folder, self.backups = folder, backups
        self.zone, self.locked = zone, locked

    def document(self) -> dict[str, Any]:
        return {
            "folder": str(self.folder),
            "backups": [
                {**document(backup, self.zone), "locked": backup.path in self.locked}
                for backup in self.backups
            ],
        }

    def render(self) -> RenderableType:
        if not self.backups:
            return Text(
                _(
                    "Belum ada cadangan. Buat dengan `imbang data cadangkan`; "
                    "cadangan harian dibuat sendiri mulai hari kedua."
                )
            )
        grid = Grid(gap=2)
        grid.add_column()
        grid.add_column(justify="right", no_wrap=True)
        for backup in self.backups:
            grid.add_row(self._entry(backup), size_text(backup.size))
        count = ngettext("{n} cadangan di {path}", "{n} cadangan di {path}", len(self.backups))
        where = count.format(n=len(self.backups), path=shown(str(self.folder)))
        told: list[RenderableType] = [grid, ""]
        if any(backup.reason is BackupReason.DAILY for backup in self.backups):
            told.append(Text(daily_text(), style="dim"))
        return Group(*told, PathLine(where, style="dim"))

    def _entry(self, backup: Backup) -> Text:
        """When and why, and below it the name, by which it can be brought back."""
        at = backup.at.astimezone(ZoneInfo(self.zone))
        words = f"{formats.dated_moment(at)}, {reason_text(backup.reason)}"
        if backup.path in self.locked:
            words = _("{backup}, terkunci").format(backup=words)
        entry = Text(f"{words}\n")
        return entry.append(f"  {backup.path.name}", style="dim")
