"""What can be wrong with a file that comes in, and in the way of one that goes out."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from keseimbangan.errors import FactError, UsageProblem, quoted
from keseimbangan.i18n import _, ngettext


class _FileProblem(UsageProblem):
    """A problem that names the file; nothing of it is taken."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class ImportFileUnreadable(_FileProblem):
    """The file is not there, may not be read, or is no text."""

    code = "import_file_unreadable"

    def message(self) -> str:
        return _("Berkas {path} tidak dapat dibaca.").format(path=self.path)

    def hint(self) -> str:
        return _("Periksa nama dan foldernya.")


class ExportFileBroken(_FileProblem):
    """It is no export of this program, or only a part of one."""

    code = "export_file_broken"

    def message(self) -> str:
        return _("Berkas {path} bukan ekspor keseimbangan yang utuh.").format(path=self.path)

    def hint(self) -> str:
        if self.path.suffix == ".db":
            return _("Cadangan dikembalikan dengan `imbang data pulihkan {path}`.").format(
                path=self.path
            )
        return _(
            "Buat lagi dengan `imbang data ekspor`; berkas program lain memerlukan --dari, "
            "misalnya --dari taskwarrior."
        )


class ExportFileTooLarge(_FileProblem):
    """More than any store could fill."""

    code = "export_file_too_large"

    def __init__(self, path: Path, most: int) -> None:
        super().__init__(path)
        self.most = most

    def message(self) -> str:
        return _("Berkas {path} terlalu besar; paling besar {n} MB.").format(
            path=self.path, n=self.most // 1_000_000
        )

    def hint(self) -> str:
        return _("Periksa apakah itu benar berkas yang Anda maksud.")


class TooManyRows(_FileProblem):
    """More than any store would have."""

    code = "import_too_many_rows"

    def __init__(self, path: Path, most: int) -> None:
        super().__init__(path)
        self.most = most

    def message(self) -> str:
        return _("Berkas {path} memuat lebih dari {n} baris.").format(path=self.path, n=self.most)

    def hint(self) -> str:
        return _("Periksa apakah itu benar berkas yang Anda maksud.")


class ExportFileNewer(_FileProblem):
    """A later program wrote it; what it means there is not known here."""

    code = "export_file_newer"

    def __init__(self, path: Path, schema: int, known: int) -> None:
        super().__init__(path)
        self.schema, self.known = schema, known

    def message(self) -> str:
        return _(
            "Berkas {path} dibuat oleh versi keseimbangan yang lebih baru "
            "(skema {schema}; program ini mengenal {known})."
        ).format(path=self.path, schema=self.schema, known=self.known)

    def hint(self) -> str:
        return _("Perbarui keseimbangan di komputer ini, lalu impor lagi.")


class RowProblem(NamedTuple):
    """A row that cannot be taken: the how-manieth of its table, and which of its fields."""

    table: str
    position: int
    field: str | None
    text: str


class RowsWrong(_FileProblem):
    """Rows that cannot be taken; then nothing of the file is."""

    code = "import_rows_wrong"

    # An error is read on a screen; the first ones show what is the matter.
    SHOWN = 5

    def __init__(self, path: Path, problems: Sequence[RowProblem], *, more: bool = False) -> None:
        super().__init__(path)
        self.problems, self.more = tuple(problems), more

    def message(self) -> str:
        count = len(self.problems)
        listed = "; ".join(_place(problem) for problem in self.problems[: self.SHOWN])
        if self.more or count > self.SHOWN:
            listed = _("{first}; dan lainnya").format(first=listed)
        return ngettext(
            "Berkas {path} tidak diimpor, sebab {n} hal: {listed}.",
            "Berkas {path} tidak diimpor, sebab {n} hal: {listed}.",
            count,
        ).format(path=self.path, n=f"≥ {count}" if self.more else count, listed=listed)

    def hint(self) -> str:
        return _(
            "Tidak ada yang berubah. Jalankan `imbang data periksa` di komputer asalnya, "
            "lalu ekspor lagi."
        )


def _place(problem: RowProblem) -> str:
    table, text = quoted(problem.table), problem.text
    if problem.field is None:
        return _("{table} baris {n}: {text}").format(table=table, n=problem.position, text=text)
    return _("{table} baris {n}, {field}: {text}").format(
        table=table, n=problem.position, field=quoted(problem.field), text=text
    )


class MergeRefused(FactError):
    """What is in the file and what is here cannot both be true, in a way nobody foresaw."""

    code = "merge_refused"

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(str(path))
        self.path, self.detail = path, detail

    def message(self) -> str:
        return _("Isi {path} tidak dapat disatukan dengan data Anda: {detail}.").format(
            path=self.path, detail=self.detail
        )

    def hint(self) -> str:
        return _("Tidak ada yang berubah. Periksa data Anda dan asal berkas itu.")


class ForeignFileBroken(_FileProblem):
    """It is not what that program exports."""

    code = "foreign_file_broken"

    def __init__(self, path: Path, program: str, command: str) -> None:
        super().__init__(path)
        self.program, self.command = program, command

    def message(self) -> str:
        return _("Berkas {path} bukan ekspor JSON dari {program}.").format(
            path=self.path, program=self.program
        )

    def hint(self) -> str:
        return _("Buat berkasnya dengan {command}.").format(command=self.command)


class LevelForNothing(UsageProblem):
    """`--tingkat` beside a file that holds no journal."""

    code = "level_for_nothing"

    def message(self) -> str:
        return _("--tingkat hanya berarti bersama --dari jrnl.")

    def hint(self) -> str:
        return _("Hapus --tingkat dari perintah itu.")
