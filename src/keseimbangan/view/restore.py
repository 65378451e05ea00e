"""What bringing a backup back changes, as people and programs see it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.backups import Backup, BackupReason, TableChange
from keseimbangan.domain.period import local
from keseimbangan.domain.steps import Effect
from keseimbangan.i18n import _
from keseimbangan.view.backups import daily_text, reason_text
from keseimbangan.view.console import PathLine, Screen, shown
from keseimbangan.view.data_export import place
from keseimbangan.view.step_words import PARTS, titles
from keseimbangan.view.table_words import nouns


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
        made: Backup | None = None,
        whole: bool = False,
        call: str = "",
    ) -> None:
        """`whole` where the backup stands in for a lost store; `call` does what is previewed."""
        self.whole, self.call = whole, call
        self.backup, self.changes, self.zone = backup, changes, zone
        self.done, self.kept, self.aside, self.made = done, kept, aside, made

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
        parts.append(PathLine(shown(str(self.backup)), style="dim"))
        parts += [Text(line, style="dim") for line in _state_lines(self.made)]
        parts += [Text(line) for line in _lines(self.changes)]
        if self.whole:
            parts.append(Text(_not_in_it(self.made, self.zone)))
        if self.call and self.changes:
            parts.append(PathLine(_("Pulihkan dengan: {call}").format(call=shown(self.call))))
        if self.kept is not None:
            call = _("Urungkan dengan: {call}").format(call=_("imbang urung"))
            kept = _("Cadangan sebelum pemulihan: {name}").format(name=self.kept.name)
            parts += [PathLine(line, style="dim") for line in (call, kept)]
        if self.aside is not None:
            words = _("Berkas yang rusak disimpan sebagai {path}")
            parts.append(PathLine(words.format(path=shown(str(self.aside)))))
        return Group(*parts)

    def _headline(self) -> str:
        which = which_text(self.made, self.zone)
        if self.done:
            return _("Data dipulihkan dari cadangan {which}.").format(which=which)
        if not self.changes:
            same = _("Data Anda sudah sama dengan cadangan {which}; tidak ada yang diubah.")
            return same.format(which=which)
        return _preview_title(which)


def which_text(made: Backup | None, zone: str) -> str:
    """Which backup: by its moment and reason where its name tells, else the one named below."""
    if made is None:
        return _("di bawah ini")
    moment = formats.dated_moment(local(made.at, zone))
    return _("{moment} ({reason})").format(moment=moment, reason=reason_text(made.reason))


def preview_text(
    backup: Path, changes: Sequence[TableChange], zone: str, made: Backup | None
) -> str:
    """The same in plain lines, for a question."""
    title = _preview_title(which_text(made, zone))
    return "\n".join([title, str(backup), *_state_lines(made), *_lines(changes)])


def _state_lines(made: Backup | None) -> list[str]:
    return [daily_text()] if made and made.reason is BackupReason.DAILY else []


def _preview_title(which: str) -> str:
    return _("Yang berubah bila cadangan {which} dipulihkan:").format(which=which)


def question(changes: Sequence[TableChange]) -> str:
    """Whether to go on, with what goes, changes and comes back."""
    seen = _seen(changes)
    whole = TableChange(
        "",
        returned=sum(each.returned for each in seen),
        gone=sum(each.gone for each in seen),
        changed=sum(each.changed for each in seen),
    )
    asked = _("Pulihkan ({counts})? Keadaan sekarang disimpan dahulu sebagai cadangan.")
    return asked.format(counts=_counts(whole))


def question_of_damage(made: Backup | None, zone: str) -> str:
    """Whether to put the backup in the place of a damaged store."""
    asked = _("Berkas data rusak. Ganti dengan cadangan ini? {lost} Yang rusak tetap disimpan.")
    return asked.format(lost=_not_in_it(made, zone))


def _not_in_it(made: Backup | None, zone: str) -> str:
    if made is None:
        return _("Yang dicatat sesudah cadangan itu dibuat tidak ada di dalamnya.")
    moment = formats.dated_moment(local(made.at, zone))
    return _("Yang dicatat sesudah {moment} tidak ada di dalamnya.").format(moment=moment)


def _document(change: TableChange) -> dict[str, Any]:
    return {
        "table": change.name,
        "returned": change.returned,
        "gone": change.gone,
        "changed": change.changed,
    }


def _lines(changes: Sequence[TableChange]) -> list[str]:
    ordered = sorted(_seen(changes), key=lambda each: place(each.name))
    return [line for change in ordered for line in _about(change)]


def _seen(changes: Sequence[TableChange]) -> list[TableChange]:
    """Those of a thing a person knows: not its parts, where that itself is among them."""
    names = {each.name for each in changes}
    return [each for each in changes if PARTS.get(each.name) not in names]


def _about(change: TableChange) -> Iterator[str]:
    yield f"  {nouns(change.name)}: {_counts(change)}"
    for effect, n, word in (
        (Effect.ADDED, change.returned, _("kembali")),
        (Effect.REMOVED, change.gone, _("hilang")),
        (Effect.CHANGED, change.changed, _("berubah")),
    ):
        if named := titles([each for each in change.named if each.effect is effect], n):
            yield f"    {word}: {named}"


def _counts(change: TableChange) -> str:
    counted = [
        (change.returned, _("{n} kembali")),
        (change.gone, _("{n} hilang")),
        (change.changed, _("{n} berubah")),
    ]
    return formats.enumeration([words.format(n=n) for n, words in counted if n])
