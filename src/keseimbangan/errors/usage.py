"""Errors in how a command was called, in our words instead of the parser's."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from keseimbangan.errors import UsageProblem, quoted
from keseimbangan.i18n import _


class UnknownCommand(UsageProblem):
    """A word that is no command; `path` is what stands before it, `meant` what it may be for."""

    code = "unknown_command"

    def __init__(
        self, word: str, path: str, known: Iterable[str], meant: Iterable[str] = ()
    ) -> None:
        super().__init__(word)
        self.word, self.path, self.known, self.meant = word, path, tuple(known), tuple(meant)

    def message(self) -> str:
        return _("Perintah '{path} {word}' tidak ada.").format(
            path=self.path, word=quoted(self.word)
        )

    def hint(self) -> str:
        close = self.meant or get_close_matches(self.word, self.known, n=1)
        if close:
            return _("Mungkin maksud Anda {commands}.").format(commands=self._listed(close))
        return _("Lihat daftarnya dengan `{path} --help`.").format(path=self.path)

    def _listed(self, words: Sequence[str]) -> str:
        *others, last = [f"`{self.path} {word}`" for word in words]
        if not others:
            return last
        return _("{commands} atau {last}").format(commands=", ".join(others), last=last)


class UnknownOption(UsageProblem):
    code = "unknown_option"

    def __init__(self, option: str, path: str, known: Iterable[str]) -> None:
        super().__init__(option)
        self.option, self.path, self.known = option, path, tuple(known)

    def message(self) -> str:
        return _("Pilihan '{option}' tidak ada pada `{path}`.").format(
            option=quoted(self.option), path=self.path
        )

    def hint(self) -> str:
        close = get_close_matches(self.option, self.known, n=1)
        if close:
            return _("Mungkin maksud Anda {option}.").format(option=close[0])
        return _("Lihat pilihannya dengan `{path} --help`.").format(path=self.path)


class MinusReadAsOption(UsageProblem):
    """A value such as `-30m`, which the shell's customs make an option."""

    code = "minus_read_as_option"

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path

    def message(self) -> str:
        return _("Nilai yang diawali tanda minus dibaca sebagai pilihan pada `{path}`.").format(
            path=self.path
        )

    def hint(self) -> str:
        if self.path == _("imbang blok geser"):
            return _("Untuk memajukan blok gunakan --lebih-awal, misalnya --lebih-awal 30m.")
        return _("Lihat cara pakainya dengan `{path} --help`.").format(path=self.path)


class MissingValue(UsageProblem):
    """An option or argument that the command cannot do without."""

    code = "missing_value"

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name)
        self.name, self.path = name, path

    def message(self) -> str:
        return _("{name} belum diisi.").format(name=self.name)

    def hint(self) -> str:
        return _("Lihat cara pakainya dengan `{path} --help`.").format(path=self.path)


class OptionWithoutValue(UsageProblem):
    code = "option_without_value"

    def __init__(self, option: str) -> None:
        super().__init__(option)
        self.option = option

    def message(self) -> str:
        return _("Pilihan {option} memerlukan nilai.").format(option=self.option)

    def hint(self) -> str:
        return _("Tulis nilainya sesudah {option}.").format(option=self.option)


class OptionTakesNoValue(UsageProblem):
    """A switch that was given a value, as in `--penting=ya`."""

    code = "option_takes_no_value"

    def __init__(self, option: str) -> None:
        super().__init__(option)
        self.option = option

    def message(self) -> str:
        return _("Pilihan {option} tidak memakai nilai.").format(option=self.option)

    def hint(self) -> str:
        return _("Tulis {option} saja.").format(option=self.option)


class TooManyWords(UsageProblem):
    """More words than the command takes, nearly always a title or date without quotes."""

    code = "too_many_words"

    def __init__(self, path: str, detail: str) -> None:
        super().__init__(detail)
        self.path, self.detail = path, detail

    def message(self) -> str:
        return _("Ada kata yang berlebih pada `{path}`: {detail}.").format(
            path=self.path, detail=quoted(self.detail)
        )

    def hint(self) -> str:
        return _(
            'Apit yang terdiri atas beberapa kata dengan tanda kutip, misalnya "Susun laporan" '
            'atau "hari ini".'
        )


class FileWithoutOption(TooManyWords):
    """A file that stands where the command wants it behind an option."""

    def __init__(self, path: str, detail: str, option: str) -> None:
        super().__init__(path, detail)
        self.option = option

    def hint(self) -> str:
        return _("Nama berkas ditulis sesudah {option}: `{path} {option} {file}`.").format(
            option=self.option, path=self.path, file=quoted(self.detail)
        )


class PassphraseInCall(UsageProblem):
    """A word after a command that locks or unlocks, not said again: it may be a passphrase."""

    code = "passphrase_in_call"

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path

    def message(self) -> str:
        return _("Sandi tidak pernah ditulis sesudah `{path}`; tidak ada yang diubah.").format(
            path=self.path
        )

    def hint(self) -> str:
        return _(
            "Jalankan perintah itu tanpa kata lain; sandinya ditanyakan tanpa terlihat. Yang tadi "
            "Anda tulis kini ada dalam riwayat shell. Bila itu sebuah sandi, pilih yang lain dan "
            "hapus barisnya: di bash dengan `history -d -2`, di zsh dari berkas ~/.zsh_history, di "
            "PowerShell dari berkas (Get-PSReadLineOption).HistorySavePath."
        )


class OtherUsage(UsageProblem):
    """What the parser refused for a reason of its own."""

    def __init__(self, path: str, detail: str) -> None:
        super().__init__(detail)
        self.path, self.detail = path, detail

    def message(self) -> str:
        return _("Perintah `{path}` tidak dapat dipahami: {detail}").format(
            path=self.path, detail=self.detail
        )

    def hint(self) -> str:
        return _("Lihat cara pakainya dengan `{path} --help`.").format(path=self.path)


class AnswerNeeded(UsageProblem):
    """A question that cannot be asked, because there is no terminal to ask it on."""

    code = "answer_needed"

    def __init__(self, flag: str, question: str) -> None:
        super().__init__(flag)
        self.flag, self.question = flag, question

    def message(self) -> str:
        return _("Tidak ada terminal untuk bertanya: {question}").format(question=self.question)

    def hint(self) -> str:
        return _("Beri jawabannya dengan {flag}.").format(flag=self.flag)


class OptionsConflict(UsageProblem):
    """Two options that exclude each other."""

    code = "options_conflict"

    def __init__(self, first: str, second: str) -> None:
        super().__init__(first, second)
        self.first, self.second = first, second

    def message(self) -> str:
        return _("{first} dan {second} tidak dapat dipakai bersama.").format(
            first=self.first, second=self.second
        )

    def hint(self) -> str:
        return _("Pilih salah satu.")


class NothingToChange(UsageProblem):
    """A change command without anything to change."""

    code = "nothing_to_change"

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path

    def message(self) -> str:
        return _("Tidak ada yang diminta untuk diubah.")

    def hint(self) -> str:
        return _("Sebutkan yang berubah; lihat `{path} --help`.").format(path=self.path)
