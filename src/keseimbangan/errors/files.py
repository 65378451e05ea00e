"""What can stand in the way of a file that the person wants written."""

import errno
import os
from pathlib import Path

from keseimbangan.errors import FactError, StoreProblem
from keseimbangan.i18n import _


class _FileProblem(FactError):
    """A problem that names the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class FileAlreadyThere(_FileProblem):
    """Nothing is ever written over a file unless that is asked for."""

    code = "file_exists"

    def message(self) -> str:
        return _("Berkas {path} sudah ada.").format(path=self.path)

    def hint(self) -> str:
        return _("Pilih nama lain, atau tambahkan --timpa untuk menggantinya.")


class NotRegularFile(_FileProblem):
    """A folder, a device or a pipe is in the place."""

    code = "not_a_file"

    def message(self) -> str:
        return _("{path} bukan berkas biasa.").format(path=self.path)

    def hint(self) -> str:
        return _("Pilih nama lain.")


class FolderUnreadable(StoreProblem):
    """Nobody can say which files are in a folder of ours, so none of them can be counted on."""

    code = "folder_unreadable"

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(str(path))
        self.path, self.error = path, error

    def message(self) -> str:
        return _("Isi folder {path} tidak dapat dilihat: {reason}.").format(
            path=self.path, reason=refusal(self.error)
        )

    def hint(self) -> str:
        return _("Periksa izin folder itu, lalu ulangi perintah yang sama.")


class OwnFile(_FileProblem):
    """What is named is a file that the program keeps for itself: its store, its settings."""

    code = "own_file"

    def message(self) -> str:
        return _("Berkas {path} dipakai oleh keseimbangan sendiri, jadi tidak ditulisi.").format(
            path=self.path
        )

    def hint(self) -> str:
        return _("Pilih nama lain.")


class OwnFolder(_FileProblem):
    """What is named lies in a folder of the program's own: that of the backups or of the logs."""

    code = "own_folder"

    def __init__(self, path: Path, folder: Path) -> None:
        super().__init__(path)
        self.folder = folder

    def message(self) -> str:
        return _("{path} tidak ditulis: folder {folder} hanya untuk keseimbangan sendiri.").format(
            path=self.path, folder=self.folder
        )

    def hint(self) -> str:
        return _(
            "Pilih folder lain; folder cadangan diisi dengan `imbang data cadangkan` tanpa nama."
        )


class FolderMissing(_FileProblem):
    """A name that ends as a folder's does, and there is no such folder: a disk that is away."""

    code = "folder_missing"

    def message(self) -> str:
        return _("Folder {path} tidak ada.").format(path=os.path.join(self.path, ""))

    def hint(self) -> str:
        return _("Pasang disknya atau periksa namanya.")


class FileNotWritable(_FileProblem):
    """The system refused to write the file."""

    code = "file_not_writable"

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(path)
        self.error = error

    def message(self) -> str:
        return _("Berkas {path} tidak dapat ditulis: {reason}.").format(
            path=self.path, reason=refusal(self.error)
        )

    def hint(self) -> str:
        return _("Periksa folder, izin, dan ruang disknya, atau pilih tempat lain.")


def refusal(error: OSError) -> str:
    """The reason, without a full stop; the system's own word for what is rare."""
    if isinstance(error, PermissionError):
        return _("tidak ada izin")
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return _("foldernya tidak ada")
    if isinstance(error, IsADirectoryError):
        return _("itu sebuah folder")
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _("tidak ada ruang tersisa")
    if error.errno == errno.EROFS:
        return _("disknya hanya dapat dibaca")
    if error.errno == errno.ENAMETOOLONG:
        return _("namanya terlalu panjang")
    return error.strerror or str(error)
