"""What the tests of the journal have in common."""

from typing import Any

from tests.in_process import Imbang

ENTRY_KEYS = {
    *("number", "uid", "week", "written_at", "level", "triggers", "main_cause", "coping"),
    *("helped", "demand", "control", "note"),
}
SECRETS = {"--penyebab": "sebab rahasia", "--mengatasi": "cara rahasia", "--catatan": "isi rahasia"}


def written(imbang: Imbang, level: int, *options: str | int, **settings: Any) -> dict[str, Any]:
    """A new entry as the program gives it back."""
    call = ("jurnal", "tulis", "--tingkat", level, *options, "--json")
    return dict(imbang(*call, **settings).ok().json["entry"])


def entry(imbang: Imbang, number: int = 1) -> dict[str, Any]:
    """What the store holds of an entry."""
    return dict(imbang("jurnal", "lihat", number, "--json").ok().json["entry"])


def numbers(imbang: Imbang, *call: str | int) -> list[int]:
    """The numbers of a list, in its order."""
    return [each["number"] for each in imbang("jurnal", *call, "--json").ok().json["entries"]]


def secrets() -> list[str]:
    """Options with texts that only one command may show."""
    return [word for pair in SECRETS.items() for word in pair]


def flat(text: str) -> str:
    """A text without the line breaks of a narrow terminal."""
    return " ".join(text.split())
