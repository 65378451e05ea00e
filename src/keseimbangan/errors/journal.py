"""What can stand in the way of the stress journal."""

from pathlib import Path

from keseimbangan.errors import FactError, KeseimbanganError, StoreProblem, UsageProblem
from keseimbangan.i18n import _


class LevelMissing(UsageProblem):
    code = "level_missing"

    def message(self) -> str:
        return _("Tingkat stres belum diisi.")

    def hint(self) -> str:
        return _("Isi dengan bilangan bulat 0 sampai 10.")


class WeekNotBegun(UsageProblem):
    """The journal looks back: a week still to come has nothing to tell."""

    code = "week_not_begun"

    def __init__(self, week: str) -> None:
        super().__init__(week)
        self.week = week

    def message(self) -> str:
        return _("Pekan {week} belum dimulai.").format(week=self.week)

    def hint(self) -> str:
        return _("Gunakan pekan ini atau yang sudah lewat, misalnya pekan lalu.")


class TriggerWithoutWord(UsageProblem):
    """A trigger of digits or signs alone; numbers are understood only where a list is shown."""

    code = "trigger_without_word"

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def message(self) -> str:
        return _("Pemicu '{text}' bukan kata.").format(text=self.text)

    def hint(self) -> str:
        return _("Tulis dengan kata, misalnya rapat atau beban kerja berlebih.")


class FormLineUnknown(UsageProblem):
    """A line of the form that belongs to no field."""

    code = "form_line_unknown"

    def __init__(self, line: int, text: str) -> None:
        super().__init__(line)
        self.line, self.text = line, text if len(text) <= 40 else text[:39] + "…"

    def message(self) -> str:
        return _("Baris {line} formulir, '{text}', bukan bagian dari ruas mana pun.").format(
            line=self.line, text=self.text
        )

    def hint(self) -> str:
        return _("Tulis sesudah titik dua sebuah ruas, misalnya `tingkat: 6`.")


class FormFieldTwice(UsageProblem):
    code = "form_field_twice"

    def __init__(self, line: int, field: str) -> None:
        super().__init__(line, field)
        self.line, self.field = line, field

    def message(self) -> str:
        return _("Ruas '{field}' muncul lagi pada baris {line} formulir.").format(
            field=self.field, line=self.line
        )

    def hint(self) -> str:
        return _("Sisakan satu saja.")


class FormFieldUnreadable(UsageProblem):
    """A field of the form whose content was refused; `cause` says why."""

    code = "form_field_unreadable"

    def __init__(self, line: int, field: str, cause: KeseimbanganError) -> None:
        super().__init__(line, field)
        self.line, self.field, self.cause = line, field, cause

    def message(self) -> str:
        return _("Ruas '{field}' pada baris {line} formulir: {fact}").format(
            field=self.field, line=self.line, fact=self.cause.message()
        )

    def hint(self) -> str | None:
        return self.cause.hint()


class FormNotText(UsageProblem):
    """What the editor left is not UTF-8."""

    code = "form_not_text"

    def message(self) -> str:
        return _("Formulir itu tidak disimpan sebagai teks UTF-8.")

    def hint(self) -> str:
        return _("Simpan lagi dari editor dengan penyandian UTF-8.")


class EditorNeedsTerminal(UsageProblem):
    code = "editor_needs_terminal"

    def message(self) -> str:
        return _("Editor hanya dapat dibuka dari terminal.")

    def hint(self) -> str:
        return _("Tanpa terminal, gunakan --tingkat dan --catatan -.")


class EditorNotFound(FactError):
    code = "editor_not_found"

    def __init__(self, command: str) -> None:
        super().__init__(command)
        self.command = command

    def message(self) -> str:
        if not self.command:
            return _("Tidak ada editor teks yang ditemukan.")
        return _("Editor '{command}' tidak ditemukan.").format(command=self.command)

    def hint(self) -> str:
        # Whoever has no nano is not helped by its name.
        if self.command == "nano":
            return _("Sebutkan editor Anda dalam VISUAL atau EDITOR, misalnya EDITOR=vi.")
        return _("Sebutkan editor Anda dalam VISUAL atau EDITOR, misalnya EDITOR=nano.")


class EditorFailed(FactError):
    """The editor ended with an error, which is also how one says "leave it" (`:cq` in vi)."""

    code = "editor_failed"

    def __init__(self, command: str, status: int) -> None:
        super().__init__(command, status)
        self.command, self.status = command, status

    def message(self) -> str:
        return _("Editor '{command}' berakhir dengan kode {status}.").format(
            command=self.command, status=self.status
        )

    def hint(self) -> str:
        return _("Formulir belum dicatat.")


class FormNotKept(StoreProblem):
    """The temporary file of the form cannot be written or read."""

    code = "form_not_kept"

    def __init__(self, directory: Path) -> None:
        super().__init__(str(directory))
        self.directory = directory

    def message(self) -> str:
        return _("Formulir tidak dapat disimpan atau dibaca di {directory}.").format(
            directory=self.directory
        )

    def hint(self) -> str:
        return _("Beri izin tulis dan ruang di sana, atau pilih folder lain dengan --home.")
