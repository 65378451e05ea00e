"""Errors in `pengaturan.toml` and in `atur`."""

import errno
from pathlib import Path

from keseimbangan.errors import StoreProblem, UsageProblem, quoted
from keseimbangan.i18n import _


class BrokenSettings(UsageProblem):
    """The file is not TOML; `text` is the line at which reading it stopped."""

    code = "broken_settings"

    def __init__(self, path: Path, line: int, text: str) -> None:
        super().__init__(str(path), line)
        self.path, self.line, self.text = path, line, text[:60]

    def message(self) -> str:
        return _("{path} baris {line} tidak dapat dibaca: {text}").format(
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
