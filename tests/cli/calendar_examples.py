"""A week of blocks in a store, and what an export of it came to."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from keseimbangan.domain.blocks import Block, BlockKind
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import instant
from keseimbangan.store import database
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database
from tests.exchange.ics_reading import events
from tests.in_process import Imbang

ZONE = "Asia/Jakarta"
NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
MONDAY = date(2026, 11, 23)


def block(
    uid: str, title: str, day: date = MONDAY, start: str = "08:00", end: str = "09:00", **more: Any
) -> Block:
    zone = more.setdefault("zone", ZONE)
    starts_at = instant(day, time.fromisoformat(start), zone)
    ends_at = instant(day, time.fromisoformat(end), zone)
    if ends_at < starts_at:
        ends_at += timedelta(days=1)
    return Block(None, uid, title, starts_at, ends_at, **more)


WEEK = (
    block("a", "Susun laporan", kind=BlockKind.FOCUS, note="catatan rahasia"),
    block("b", "Rapat tim", date(2026, 11, 24), kind=BlockKind.MEETING),
    block("c", "Makan malam", start="19:00", end="20:00", element=Element.LIFE),
)


@contextmanager
def changing(imbang: Imbang) -> Iterator[Database]:
    with database.changing(imbang.store, NOW) as db:
        yield db


def fill(imbang: Imbang, *blocks: Block) -> list[Block]:
    with changing(imbang) as db:
        return [Blocks(db).add(each) for each in blocks]


def save(imbang: Imbang, changed: Block) -> None:
    with changing(imbang) as db:
        Blocks(db).save(changed)


def delete(imbang: Imbang, gone: Block) -> None:
    with changing(imbang) as db:
        Blocks(db).delete(gone)


def export(imbang: Imbang, *options: str | Path, **settings: Any) -> dict[str, Any]:
    document = imbang("kalender", "ekspor", "--json", *options, **settings).ok().json
    assert isinstance(document, dict)
    return document


def counts(document: dict[str, Any]) -> tuple[int, ...]:
    return tuple(document[name] for name in ("new", "changed", "unchanged", "removed"))


def written(imbang: Imbang, name: str = "blok.ics") -> list[dict[str, str]]:
    return events((imbang.cwd / name).read_bytes())


def by_title(imbang: Imbang, name: str = "blok.ics") -> dict[str, dict[str, str]]:
    return {event["SUMMARY"]: event for event in written(imbang, name)}
