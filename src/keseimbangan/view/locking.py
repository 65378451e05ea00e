"""What locking and unlocking came to, as people and programs see it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan.i18n import _, ngettext
from keseimbangan.view.console import PathLine, Screen, shown


class Locked(Screen):
    """A store that was locked, and the copies that are still readable."""

    def __init__(
        self,
        path: Path,
        backups: int,
        plain: Sequence[Path],
        unclear: Sequence[Path],
        *,
        keyring: bool,
        headline: str,
        closed: int = 0,
        plain_backups: bool = False,
    ) -> None:
        self.path, self.backups, self.plain, self.keyring = path, backups, plain, keyring
        self.unclear, self.headline, self.closed = unclear, headline, closed
        self.plain_backups = plain_backups

    def document(self) -> dict[str, Any]:
        return _document(
            locked=True,
            path=str(self.path),
            keyring=self.keyring,
            backups_locked=self.backups,
            backups_of_other_passphrases=self.closed,
            plaintext=[str(path) for path in self.plain],
            unclear=[str(path) for path in self.unclear],
        )

    def render(self) -> RenderableType:
        lines = [self.headline, _("Simpan sandinya di tempat yang aman."), *self._asking()]
        lines += [*self._backups(), *self._readable(), "", _out_of_reach()]
        return Group(*(PathLine(line) for line in lines))

    def _asking(self) -> list[str]:
        if self.keyring:
            return [
                _("Kuncinya ada di penyimpan sandi sistem (keyring), jadi sandi tidak ditanyakan.")
            ]
        call = _("imbang data kunci --gantungan")
        return [_("Sandi ditanyakan pada tiap perintah. Agar tidak:"), f"  {call}"]

    def _backups(self) -> list[str]:
        lines = []
        if self.backups:
            count = ngettext(
                "{n} cadangan lama juga terkunci.", "{n} cadangan lama juga terkunci.", self.backups
            )
            lines.append(count.format(n=self.backups))
        if self.closed:
            count = ngettext(
                "{n} cadangan tetap terkunci dengan sandi sebelumnya; jangan lupakan sandi itu.",
                "{n} cadangan tetap terkunci dengan sandi sebelumnya; jangan lupakan sandi itu.",
                self.closed,
            )
            lines.append(count.format(n=self.closed))
        return lines

    def _readable(self) -> list[str]:
        return [
            *_listed(_("Masih dapat dibaca tanpa sandi:"), self.plain),
            *([_further()] if self.plain_backups else []),
            *_listed(_("Awalnya rusak, jadi mungkin dapat dibaca tanpa sandi:"), self.unclear),
        ]


class Unlocked(Screen):
    """A store that was unlocked; `backups` are still locked."""

    def __init__(self, path: Path, backups: int) -> None:
        self.path, self.backups = path, backups

    def document(self) -> dict[str, Any]:
        return _document(
            locked=False,
            path=str(self.path),
            keyring=False,
            backups_still_locked=self.backups,
        )

    def render(self) -> RenderableType:
        lines = [_("Data Anda tidak lagi terkunci.")]
        if self.backups:
            count = ngettext(
                "{n} cadangan tetap terkunci dengan sandi saat itu dibuat; simpan sandi itu.",
                "{n} cadangan tetap terkunci dengan sandi saat masing-masing dibuat; simpan "
                "sandi itu.",
                self.backups,
            )
            lines.append(count.format(n=self.backups))
        return Group(*(Text(line) for line in lines))


def _further() -> str:
    call = _("imbang data kunci")
    return _("Kunci cadangan itu juga dengan: {call}").format(call=call)


def _listed(heading: str, paths: Sequence[Path]) -> list[str]:
    return ["", heading, *(f"  {shown(str(path))}" for path in paths)] if paths else []


# Of whatever becomes of a lock; what one of them cannot tell is null.
_KEYS = (
    "locked",
    "path",
    "keyring",
    "backups_locked",
    "backups_still_locked",
    "backups_of_other_passphrases",
    "plaintext",
    "unclear",
)


def _document(**known: Any) -> dict[str, Any]:
    return {"encryption": {key: known.get(key) for key in _KEYS}}


def _out_of_reach() -> str:
    return _(
        "Di luar jangkauan: berkas ekspor, laporan, dan salinan di tempat lain, salinan "
        "milik penyunting teks, riwayat shell, serta sisa di SSD. Pengaturan dan catatan "
        "galat tidak dikunci; isinya bukan tulisan Anda."
    )
