"""Errors in `pengaturan.toml` and in `atur`."""

import errno
from datetime import time
from pathlib import Path

from keseimbangan.errors import StoreProblem, UsageProblem, quoted
from keseimbangan.formats import clock
from keseimbangan.i18n import _


class BrokenSettings(UsageProblem):
    """The file is not TOML; `text` is the line at which reading it stopped."""

    code = "broken_settings"

    def __init__(self, path: Path, line: int, text: str) -> None:
        super().__init__(str(path), line)
        self.path, self.line, self.text = path, line, text[:60]

    def message(self) -> str:
        return _("{path} baris {line} tidak dapat dibaca: '{text}'.").format(
            path=self.path, line=self.line, text=self.text
        )

    def hint(self) -> str:
        return _(
            "Tulis satu pengaturan pada satu baris, teksnya di antara tanda kutip, "
            'misalnya zona = "WITA"; atau pindahkan berkas itu agar pengaturan bawaan dipakai.'
        )


class SettingProblem(UsageProblem):
    """What is wrong with one key, in the file (`path`, `line`) or as it was typed."""

    def __init__(self, key: str, path: Path | None, line: int | None) -> None:
        super().__init__(key)
        self.key, self.path, self.line = key, path, line

    def place(self) -> str:
        """`pengaturan.toml baris 3: `, or nothing when it was typed."""
        if self.path is None:
            return ""
        if self.line is None:
            return f"{self.path}: "
        return _("{path} baris {line}: ").format(path=self.path, line=self.line)

    def placed(self, fact: str) -> str:
        """The fact after its place, or as a sentence of its own."""
        place = self.place()
        return place + fact if place else fact[0].upper() + fact[1:]

    def repair(self) -> str:
        """How to be rid of the key, where it stands in the file."""
        if self.path is None:
            return ""
        return " " + _("Membuangnya: imbang atur buang {key}").format(key=self.key)


class UnknownSetting(SettingProblem):
    code = "unknown_setting"

    def __init__(
        self, key: str, known: tuple[str, ...], path: Path | None, line: int | None
    ) -> None:
        super().__init__(key, path, line)
        self.known = known

    def message(self) -> str:
        return self.placed(_("pengaturan '{key}' tidak dikenal.").format(key=quoted(self.key)))

    def hint(self) -> str:
        # Needed by nobody who makes no mistake.
        from difflib import get_close_matches

        close = get_close_matches(self.key, self.known, n=1)
        if close:
            return _("Mungkin maksud Anda '{key}'.").format(key=close[0]) + self.repair()
        return _("Lihat semua pengaturan dengan `imbang atur`.") + self.repair()


class BadSetting(SettingProblem):
    """A value that does not fit its key; `forms` are the accepted ones."""

    code = "bad_setting"

    def __init__(
        self, key: str, value: str, forms: str, path: Path | None, line: int | None
    ) -> None:
        super().__init__(key, path, line)
        self.value, self.forms = value[:60], forms

    def message(self) -> str:
        fact = _("nilai '{value}' untuk '{key}' tidak dapat dipakai.")
        return self.placed(fact.format(value=self.value, key=self.key))

    def hint(self) -> str:
        return _("Gunakan: {forms}.").format(forms=self.forms) + self.repair()


class SettingsContradict(SettingProblem):
    """Two settings for planning that cannot both be had; `instead` would do for the first."""

    code = "settings_contradict"

    def __init__(
        self,
        key: str,
        value: object,
        other: str,
        other_value: object,
        instead: int | None,
        path: Path | None,
        line: int | None,
    ) -> None:
        super().__init__(key, path, line)
        self.value, self.other, self.other_value = value, other, other_value
        self.instead = instead

    def message(self) -> str:
        fact = _("pengaturan {key} ({value}) tidak cocok dengan {other} ({other_value}).")
        return self.placed(
            fact.format(
                key=self.key,
                value=_plain(self.value),
                other=self.other,
                other_value=_plain(self.other_value),
            )
        )

    def hint(self) -> str:
        if self.instead is None:
            return _rule(self.key, self.other)
        way = _("Coba: imbang atur ubah {key} {value}").format(key=self.key, value=self.instead)
        return _rule(self.key, self.other) + " " + way


def _plain(value: object) -> str:
    return clock(value) if isinstance(value, time) else str(value)


def _rule(key: str, other: str) -> str:
    if "rencana.kisi" in (key, other):
        return _("Potongan, jeda, dan waktu terpanjang adalah kelipatan rencana.kisi.")
    if "rencana.potongan" in (key, other):
        return _("Potongan terpendek tidak melebihi rencana.terpanjang.")
    return _("Jam rapat selesai sesudah mulai.")


class _SettingsFileProblem(StoreProblem):
    """Not the words in the file but the file itself."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class SettingsUnreadable(_SettingsFileProblem):
    code = "settings_unreadable"

    def message(self) -> str:
        return _("Berkas pengaturan {path} tidak dapat dibaca.").format(path=self.path)

    def hint(self) -> str:
        return _("Periksa izinnya, atau pindahkan berkas itu agar pengaturan bawaan dipakai.")


class SettingsNotText(SettingsUnreadable):
    code = "settings_not_text"

    def message(self) -> str:
        return _("Berkas pengaturan {path} bukan teks UTF-8.").format(path=self.path)

    def hint(self) -> str:
        return _("Simpan ulang sebagai UTF-8, atau pindahkan agar pengaturan bawaan dipakai.")


class SettingsUnwritable(_SettingsFileProblem):
    code = "settings_unwritable"

    def message(self) -> str:
        return _("Berkas pengaturan {path} tidak dapat ditulis; tidak ada yang diubah.").format(
            path=self.path
        )

    def hint(self) -> str:
        if getattr(self.__cause__, "errno", None) in (errno.ENOSPC, errno.EDQUOT):
            return _("Kosongkan sebagian ruang disk, lalu ulangi.")
        return _("Beri izin tulis, atau pilih folder lain dengan KESEIMBANGAN_HOME atau --home.")
