"""`imbang data`: what is held about the person, and where."""

import sys
from pathlib import Path

from keseimbangan.cli import data_export, data_import
from keseimbangan.cli.backups import backup
from keseimbangan.cli.checkup import check
from keseimbangan.cli.command import Group
from keseimbangan.cli.context import Context, Home, env_of
from keseimbangan.cli.locking import change_passphrase, lock, unlock
from keseimbangan.cli.purging import purge
from keseimbangan.cli.restore import restore
from keseimbangan.domain.inventory import Place
from keseimbangan.i18n import _
from keseimbangan.store.files import BACKUPS, companions
from keseimbangan.store.inventory import inventory
from keseimbangan.view.data import Inventory, Places

group = Group(default="apa")


@group.command("apa", "what", help=_("Apa yang disimpan tentang Anda, dan di mana."))
def what(ctx: Context) -> None:
    env = env_of(ctx)
    with env.reading() as db:
        holdings = inventory(db)
    env.show(Inventory(holdings, _places(env.home), env.zone))


def _places(home: Home) -> Places:
    return Places(
        _place(home.store, [home.store, *companions(home.store)]),
        _place(home.settings, [home.settings]),
        _place(home.data / BACKUPS),
        _place(home.logs),
    )


def _place(path: Path, files: list[Path] | None = None) -> Place:
    """The facts of a path, from its own files or, for a directory, from those in it."""
    inside = [file for file in files or path.glob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in inside)
    return Place(path, len(inside), size, _mode([path, *inside]) if inside else None)


def _mode(paths: list[Path]) -> int | None:
    """All that anybody may do with any of them."""
    if sys.platform == "win32":
        return None
    mode = 0
    for path in paths:
        mode |= path.stat().st_mode & 0o777
    return mode


group.command("cadangkan", "backup", help=_("Buat cadangan sekarang, atau lihat daftarnya."))(
    backup
)
group.command("pulihkan", "restore", help=_("Kembalikan data dari sebuah cadangan."))(restore)
group.command("periksa", "check", help=_("Periksa apakah data Anda utuh, atau coba cadangannya."))(
    check
)
group.command("ekspor", "export", help=data_export.HELP)(data_export.export)
group.command("impor", "import", help=data_import.HELP)(data_import.import_)
group.command("kunci", "lock", help=_("Kunci semua data dengan sandi."))(lock)
group.command(
    "buka-kunci",
    "unlock",
    help=_(
        "Simpan data tanpa sandi lagi. Dalam skrip, KESEIMBANGAN_SANDI_FD menyebut deskriptor "
        "sandinya."
    ),
)(unlock)
group.command("ganti-sandi", "change-passphrase", help=_("Kunci data dengan sandi lain."))(
    change_passphrase
)
group.command("hapus", "erase", help=_("Hapus selamanya, dengan riwayat dan cadangannya."))(purge)
