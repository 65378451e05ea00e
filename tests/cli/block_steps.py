"""Short words for what the tests of blocks do again and again."""

from datetime import datetime
from typing import Any

from tests.in_process import Imbang


def added(imbang: Imbang, title: str, hours: str, *options: str | int, **more: Any) -> int:
    """A new block's number."""
    result = imbang("blok", "tambah", title, hours, *options, "--json", **more)
    return int(result.ok().json["block"]["number"])


def kept(imbang: Imbang, number: int, *options: str) -> dict[str, Any]:
    """What the store holds of a block."""
    return dict(imbang("blok", "lihat", number, *options, "--json").ok().json["block"])


def hours(block: dict[str, Any]) -> str:
    """`Sen 08.00-10.00` on the clock of the block's own zone."""
    start, end = (datetime.fromisoformat(block[key]) for key in ("starts_at", "ends_at"))
    return f"{start:%m-%d %H.%M}-{end:%H.%M}"


def day(imbang: Imbang, date: str) -> list[str]:
    """`Apel 11-23 07.30-08.00` for every block of a day."""
    found = imbang("blok", "daftar", "--hari", date, "--json").ok().json["blocks"]
    return [f"{block['title']} {hours(block)}" for block in found]


def days(imbang: Imbang, first: str, last: str) -> list[str]:
    """The same for every block from one day to another."""
    found = imbang("blok", "daftar", "--dari", first, "--sampai", last, "--json").ok().json
    return [f"{block['title']} {hours(block)}" for block in found["blocks"]]


def statuses(imbang: Imbang, first: str, last: str) -> list[str]:
    """`11-23 done` for every block from one day to another."""
    found = imbang("blok", "daftar", "--dari", first, "--sampai", last, "--json").ok().json
    return [f"{block['starts_at'][5:10]} {block['status']}" for block in found["blocks"]]


# Mondays and Thursdays from Monday, 23 November 2026.
SPAN = ("2026-11-23", "2026-12-07")
MEETINGS = [
    "Apel 11-23 08.00-08.30",
    "Apel 11-26 08.00-08.30",
    "Apel 11-30 08.00-08.30",
    "Apel 12-03 08.00-08.30",
    "Apel 12-07 08.00-08.30",
]


def without(*gone: str) -> list[str]:
    return [each for each in MEETINGS if not any(date in each for date in gone)]


def as_(old: str, new: str, *dates: str) -> list[str]:
    """The meetings with something else on some dates."""
    return [m.replace(old, new) if any(date in m for date in dates) else m for m in MEETINGS]
