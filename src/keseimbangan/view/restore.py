"""What bringing a backup back changes, as people and programs see it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.backups import TableChange
from keseimbangan.i18n import _
from keseimbangan.view.console import Screen, shown
from keseimbangan.view.data import ORDER, holding_text


class RestoreCard(Screen):
    """A backup that was brought back, or would be; table by table what changes."""

    def __init__(
        self,
        backup: Path,
        changes: Sequence[TableChange],
        zone: str,
        *,
        done: bool,
        kept: Path | None = None,
        aside: Path | None = None,
    ) -> None:
        self.backup, self.changes, self.zone = backup, changes, zone
        self.done, self.kept, self.aside = done, kept, aside

    def document(self) -> dict[str, Any]:
        return {
            "restored": self.done,
            "backup": str(self.backup),
            "changes": [_document(change) for change in self.changes],
            "kept": None if self.kept is None else str(self.kept),
            "damaged_kept": None if self.aside is None else str(self.aside),
        }

    def render(self) -> RenderableType:
        parts: list[RenderableType] = [Text(self._headline())]
        parts.append(Text(shown(str(self.backup)), style="dim", overflow="fold"))
        parts += [Text(line) for line in _lines(self.changes)]
        if self.kept is not None:
            way_back = _(
                "Keadaan sebelumnya disimpan; kembali dengan `imbang data pulihkan {name}`."
            )
            parts.append(Text(way_back.format(name=self.kept.name), overflow="fold"))
        if self.aside is not None:
            parts.append(
                Text(
                    _("Berkas yang rusak disimpan sebagai {path}").format(
                        path=shown(str(self.aside))
                    ),
                    overflow="fold",
                )
            )
        return Group(*parts)

    def _headline(self) -> str:
        if self.done:
            return _("Data dipulihkan dari cadangan ini:")
        if not self.changes:
            return _("Data Anda sudah sama dengan cadangan ini; tidak ada yang diubah.")
        return _("Yang berubah bila cadangan ini dipulihkan:")


def preview_text(backup: Path, changes: Sequence[TableChange], zone: str) -> str:
    """The same in plain lines, for a question."""
    return "\n".join(
        [_("Yang berubah bila cadangan ini dipulihkan:"), str(backup), *_lines(changes)]
    )


def question(changes: Sequence[TableChange]) -> str:
    """Whether to go on, with what goes, changes and comes back."""
    return _(
        "Pulihkan? {gone} baris hilang, {changed} berubah, {returned} kembali; "
        "keadaan sekarang disimpan dahulu sebagai cadangan."
    ).format(
        gone=sum(each.gone for each in changes),
        changed=sum(each.changed for each in changes),
        returned=sum(each.returned for each in changes),
    )


def question_of_damage(store: Path) -> str:
    """Whether to put the backup in the place of a damaged store."""
    return _(
        "Berkas data {path} rusak. Ganti dengan cadangan ini? Yang rusak tetap disimpan."
    ).format(path=store)


def noun(table: str) -> str:
    """What the rows of a table are: the words with which the inventory begins."""
    return holding_text(table).partition(":")[0].rstrip(".") if table in ORDER else table


def _document(change: TableChange) -> dict[str, Any]:
    return {
        "table": change.name,
        "returned": change.returned,
        "gone": change.gone,
        "changed": change.changed,
    }


def _lines(changes: Sequence[TableChange]) -> list[str]:
    places = {name: place for place, name in enumerate(ORDER)}
    ordered = sorted(changes, key=lambda each: places.get(each.name, len(places)))
    return [f"  {noun(change.name)}: {_counts(change)}" for change in ordered]


def _counts(change: TableChange) -> str:
    counted = [
        (change.returned, _("{n} kembali")),
        (change.gone, _("{n} hilang")),
        (change.changed, _("{n} berubah")),
    ]
    return formats.enumeration([words.format(n=n) for n, words in counted if n])
