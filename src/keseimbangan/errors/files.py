"""Why the system refused to write a file, in the person's language."""

import errno

from keseimbangan.i18n import _


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
    if error.errno == errno.ENAMETOOLONG:
        return _("namanya terlalu panjang")
    return error.strerror or str(error)
