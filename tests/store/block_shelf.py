"""Shelves full of blocks for the laws of the store."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from keseimbangan.domain.blocks import Block, BlockStatus
from keseimbangan.domain.period import Period, week_of
from keseimbangan.domain.recurrence import occurrences
from keseimbangan.store import database
from keseimbangan.store.blocks import Blocks
from tests.domain.block_examples import MONDAY, block, clock, series

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
WEEK = week_of(MONDAY)
YEAR = Period(clock("2026-01-01T00:00"), clock("2027-01-01T00:00"))
# A store takes a moment to make.
slow = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@contextmanager
def fresh() -> Iterator[Blocks]:
    """A shelf of its own for one example among many."""
    with (
        tempfile.TemporaryDirectory() as place,
        database.changing(Path(place) / "keseimbangan.db", NOW) as db,
    ):
        yield Blocks(db)


def fill(shelf: Blocks, data: st.DataObject) -> list[Block]:
    """Some series, some of their occurrences changed and excluded, some single blocks."""
    kept = []
    for number in range(data.draw(st.integers(0, 3))):
        one = shelf.add(replace(data.draw(series()), number=None, uid=f"s{number}"))
        kept.append(one)
        for each in data.draw(some_of(occurrences(one, YEAR))):
            fate = data.draw(st.sampled_from(["excluded", "moved", "done"]))
            if fate == "excluded":
                shelf.exclude(each, f"x{number}{each.recurrence_id}")
                continue
            step = timedelta(hours=data.draw(st.integers(-100, 100))) if fate == "moved" else None
            changed = (
                replace(each, starts_at=each.starts_at + step, ends_at=each.ends_at + step)
                if step
                else replace(each, status=BlockStatus.DONE)
            )
            kept.append(shelf.keep(changed, f"c{number}{each.recurrence_id}"))
    for number in range(data.draw(st.integers(0, 4))):
        day = data.draw(st.dates(date(2026, 1, 1), date(2027, 1, 1)))
        kept.append(shelf.add(block("21:00", "02:00", None, uid=f"b{number}", day=day)))
    return kept


def some_of(found: list[Block]) -> st.SearchStrategy[list[Block]]:
    by_start = st.lists(
        st.sampled_from(found), max_size=3, unique_by=lambda each: each.recurrence_id
    )
    return by_start if found else st.just([])
