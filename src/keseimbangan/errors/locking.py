"""What can stand in the way of a locked store: no passphrase, a wrong one, no means to open it."""

from pathlib import Path

from keseimbangan.errors import FactError, StoreProblem, UsageProblem
from keseimbangan.i18n import _

LEAST_CHARACTERS = 8
# Of what a descriptor holds: a passphrase is a line, not a file.
MOST_BYTES = 4096


class PassphraseNeeded(StoreProblem):
    """The file is locked, and nobody can be asked."""

    code = "passphrase_needed"

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path

    def message(self) -> str:
        return _("Berkas {path} terkunci, dan sandinya tidak dapat ditanyakan di sini.").format(
            path=self.path
        )

    def hint(self) -> str:
        return _(
            "Jalankan di terminal, atau berikan sandi lewat deskriptor berkas yang disebut "
            "KESEIMBANGAN_SANDI_FD."
        )


class PassphraseWrong(StoreProblem):
    """The passphrase does not open the file; `backup` may be tried instead of the `store`."""

    code = "passphrase_wrong"

    def __init__(self, path: Path, backup: Path | None = None, *, store: bool = False) -> None:
        super().__init__(str(path))
        self.path, self.backup, self.store = path, backup, store

    def message(self) -> str:
        return _("Sandi itu tidak membuka berkas {path}; tidak ada yang diubah.").format(
            path=self.path
        )

    def hint(self) -> str:
        hints = [_("Periksa huruf besar dan tata letak papan ketik, lalu ulangi.")]
        if self.backup is not None:
            damaged = _(
                "Bila Anda yakin sandinya benar, awal berkas itu mungkin rusak: coba sebuah "
                "cadangan dengan `imbang data pulihkan {backup}`."
            )
            hints.append(damaged.format(backup=self.backup))
        if self.store:
            hints.append(
                _(
                    "Sandi terlupa? Data ini tidak dapat dibuka tanpanya: coba cadangan yang lebih "
                    "lama, atau mulai dari kosong dengan `imbang data hapus --semua`."
                )
            )
        return " ".join(hints)


class LockedByNewer(StoreProblem):
    """The file is locked in a way that this program does not know."""

    code = "locked_by_newer"

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path

    def message(self) -> str:
        return _("Berkas {path} dikunci dengan cara yang belum dikenal program ini.").format(
            path=self.path
        )

    def hint(self) -> str:
        return _("Perbarui keseimbangan di komputer ini; berkas itu tidak diubah.")


class EncryptionMissing(StoreProblem):
    """The library that locks and opens is not installed."""

    code = "encryption_missing"

    def message(self) -> str:
        return _("Pustaka untuk mengunci dan membuka data belum terpasang.")

    def hint(self) -> str:
        return _("Pasang dengan `pip install 'keseimbangan[kunci]'`.")


class KeyringUnusable(FactError):
    """There is no keyring, or it refuses; the data may be `locked` already."""

    code = "keyring_unusable"

    def __init__(self, *, locked: bool = False) -> None:
        super().__init__()
        self.locked = locked

    def message(self) -> str:
        return _("Penyimpan sandi sistem (keyring) tidak dapat dipakai di sini.")

    def hint(self) -> str:
        if self.locked:
            return _(
                "Pasang dengan `pip install 'keseimbangan[kunci]'` dan buka penyimpan sandi "
                "sistem (keyring) Anda."
            )
        return _(
            "Pasang dengan `pip install 'keseimbangan[kunci]'` dan buka penyimpan sandi sistem "
            "(keyring) Anda, atau kunci data tanpa --gantungan."
        )


class PassphraseWeak(UsageProblem):
    """The new passphrase is too short, or holds what nobody can type again."""

    code = "passphrase_weak"

    def message(self) -> str:
        return _("Sandi perlu paling sedikit {n} huruf, angka, atau tanda.").format(
            n=LEAST_CHARACTERS
        )

    def hint(self) -> str:
        return _("Beberapa kata yang tidak berhubungan mudah diingat dan sulit ditebak.")


class PassphrasesDiffer(UsageProblem):
    code = "passphrases_differ"

    def message(self) -> str:
        return _("Kedua sandi tidak sama.")

    def hint(self) -> str:
        return _("Ketik sandi yang sama dua kali.")


class DescriptorUnreadable(UsageProblem):
    """No passphrase can be read from a file descriptor."""

    code = "descriptor_unreadable"

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number

    def message(self) -> str:
        return _("Tidak ada sandi yang dapat dibaca dari deskriptor berkas {n}.").format(
            n=self.number
        )

    def hint(self) -> str:
        return _("Buka deskriptor itu untuk perintah ini, misalnya `3< berkas-sandi`.")


class DescriptorIsTerminal(UsageProblem):
    """A descriptor that is a terminal would show what is typed."""

    code = "descriptor_is_terminal"

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number

    def message(self) -> str:
        return _(
            "Deskriptor berkas {n} adalah terminal; sandi yang diketik di sana akan terlihat."
        ).format(n=self.number)

    def hint(self) -> str:
        return _("Jalankan tanpa deskriptor: sandi lalu ditanyakan tanpa terlihat.")


class PassphraseLong(UsageProblem):
    """More than anybody means as a passphrase: probably the wrong file."""

    code = "passphrase_long"

    def message(self) -> str:
        return _("Sandi dalam deskriptor berkas itu lebih panjang dari {n} byte.").format(
            n=MOST_BYTES
        )

    def hint(self) -> str:
        return _("Pakai satu baris yang lebih pendek.")


class AlreadyLocked(FactError):
    code = "already_locked"

    def message(self) -> str:
        return _("Data Anda sudah terkunci.")

    def hint(self) -> str:
        return _("Ganti sandinya dengan `imbang data ganti-sandi`.")


class NotLocked(FactError):
    code = "not_locked"

    def message(self) -> str:
        return _("Data Anda tidak terkunci.")

    def hint(self) -> str:
        return _("Kunci dengan `imbang data kunci`.")


class LockChanged(FactError):
    """Another terminal has locked or unlocked the data since this command looked."""

    code = "lock_changed"

    def message(self) -> str:
        return _(
            "Penguncian data Anda baru saja diubah di terminal lain; di sini tidak ada yang diubah."
        )

    def hint(self) -> str:
        return _("Ulangi perintah ini bila masih perlu.")


class NothingToLock(FactError):
    code = "nothing_to_lock"

    def message(self) -> str:
        return _("Belum ada data untuk dikunci.")

    def hint(self) -> str:
        return _("Catat sesuatu dahulu, misalnya dengan `imbang tugas tambah`.")


class LockedExport(UsageProblem):
    """What is meant for other programs cannot be locked, and the store is."""

    code = "locked_export"

    def __init__(self, option: str) -> None:
        super().__init__(option)
        self.option = option

    def message(self) -> str:
        return _("Data Anda terkunci, tetapi keluaran dengan {option} tidak dapat dikunci.").format(
            option=self.option
        )

    def hint(self) -> str:
        return _("Tambahkan --terbuka bila isinya boleh dapat dibaca.")


class SessionCounting(FactError):
    """A focus session is being counted in a terminal, which could not go on with the new file."""

    code = "session_counting"

    def message(self) -> str:
        return _("Sebuah sesi fokus sedang dihitung di terminal lain.")

    def hint(self) -> str:
        return _("Akhiri dahulu dengan `imbang fokus berhenti`, lalu ulangi.")


class ConversionFailed(StoreProblem):
    """The rewritten store is not the same; the present one stands."""

    code = "conversion_failed"

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path

    def message(self) -> str:
        return _("Salinan baru dari {path} tidak sama dengan datanya, jadi tidak dipakai.").format(
            path=self.path
        )

    def hint(self) -> str:
        return _("Data Anda tetap seperti semula. Periksa dengan `imbang data periksa`.")
