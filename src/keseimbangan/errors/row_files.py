"""What can be wrong with a file of dated rows: holidays, shifts."""

from pathlib import Path

from keseimbangan.errors import UsageProblem
from keseimbangan.i18n import _


class RowFileUnreadable(UsageProblem):
    """The file is not there, may not be read, or is no text."""

    code = "row_file_unreadable"

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path

    def message(self) -> str:
        return _("Berkas {path} tidak dapat dibaca.").format(path=self.path)

    def hint(self) -> str:
        return _("Gunakan berkas teks UTF-8 berakhiran .csv atau .toml.")


class RowFileWrong(UsageProblem):
    """A line that cannot be taken; then nothing of the file is."""

    code = "row_file_wrong"

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(path, line)
        self.path, self.line, self.problem = path, line, problem

    def message(self) -> str:
        return _("{path} baris {line}: {problem}").format(
            path=self.path, line=self.line, problem=self.problem
        )

    def hint(self) -> str:
        return _("Tidak ada yang diimpor. Perbaiki baris itu, lalu impor lagi.")
