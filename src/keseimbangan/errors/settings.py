"""Errors in `pengaturan.toml` and in `atur`."""

from difflib import get_close_matches
from pathlib import Path

from keseimbangan.errors import UsageProblem
from keseimbangan.i18n import _


class BrokenSettings(UsageProblem):
    """The file is not TOML, or cannot be read; `detail` is the parser's word with line and column."""

    code = "broken_settings"

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(str(path), detail)
        self.path, self.detail = path, detail

    def message(self) -> str:
        return _("Berkas pengaturan {path} tidak dapat dibaca: {detail}.").format(
            path=self.path, detail=self.detail
        )

    def hint(self) -> str:
        return _("Perbaiki baris itu, atau pindahkan berkasnya agar pengaturan bawaan dipakai.")


class _SettingProblem(UsageProblem):
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


class UnknownSetting(_SettingProblem):
    code = "unknown_setting"

    def __init__(
        self, key: str, known: tuple[str, ...], path: Path | None, line: int | None
    ) -> None:
        super().__init__(key, path, line)
        self.known = known

    def message(self) -> str:
        return self.place() + _("pengaturan '{key}' tidak dikenal.").format(key=self.key)

    def hint(self) -> str:
        close = get_close_matches(self.key, self.known, n=1)
        if close:
            return _("Mungkin maksud Anda '{key}'.").format(key=close[0])
        return _("Lihat semua pengaturan dengan `imbang atur`.")


class BadSetting(_SettingProblem):
    """A value that does not fit its key; `forms` are the accepted ones."""

    code = "bad_setting"

    def __init__(
        self, key: str, value: str, forms: str, path: Path | None, line: int | None
    ) -> None:
        super().__init__(key, path, line)
        self.value, self.forms = value, forms

    def message(self) -> str:
        return self.place() + _("nilai '{value}' untuk '{key}' tidak dapat dipakai.").format(
            value=self.value, key=self.key
        )

    def hint(self) -> str:
        return _("Gunakan: {forms}.").format(forms=self.forms)
