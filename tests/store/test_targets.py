"""Targets, indicators, what was realised of them, and performance talks in a real store."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from keseimbangan.domain.akhlak import Akhlak
from keseimbangan.domain.blocks import Block, BlockStatus
from keseimbangan.domain.dialogues import Dialogue
from keseimbangan.domain.period import DaySpan
from keseimbangan.domain.targets import Aspect, Indicator, PerformanceTarget, Realisation
from keseimbangan.domain.tasks import Task, TaskStatus
from keseimbangan.errors.store import NoSuchNumber
from keseimbangan.store import database
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database
from keseimbangan.store.dialogues import Dialogues
from keseimbangan.store.targets import Indicators, Targets
from keseimbangan.store.tasks import Tasks

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with database.changing(tmp_path / "home" / "keseimbangan.db", NOW) as opened:
        yield opened


def target(db: Database, uid: str = "t") -> PerformanceTarget:
    new = PerformanceTarget(None, uid, "Menyusun laporan", 2026, first_month=10, last_month=12)
    return Targets(db).add(new)


def indicator(db: Database, of: PerformanceTarget, uid: str = "i") -> Indicator:
    new = Indicator(None, uid, of.number or 0, Aspect.COST, "Serapan", 1_250_000.5, "rupiah")
    return Indicators(db).add(new)


def test_a_target_comes_back_as_it_was_kept(db: Database) -> None:
    kept = target(db)
    assert Targets(db).get(1) == kept
    changed = Targets(db).save(replace(kept, title="Lain", archived=True, first_month=1))
    assert Targets(db).all() == [changed]


def test_an_indicator_comes_back_as_it_was_kept(db: Database) -> None:
    kept = indicator(db, target(db))
    other = target(db, "u")
    assert Indicators(db).get(1) == kept
    changed = Indicators(db).save(replace(kept, aspect=Aspect.TIME, amount=2.0, unit="hari"))
    assert Indicators(db).of([1, None]) == [changed]
    assert Indicators(db).of([other.number]) == []
    Indicators(db).delete(changed)
    with pytest.raises(NoSuchNumber):
        Indicators(db).get(1)


def test_what_is_done_realises_and_nothing_else(db: Database) -> None:
    one = indicator(db, target(db))
    done = Task(
        None, "a", "A", TaskStatus.DONE, target=1, indicator=1, realisation=2.5, done_at=NOW
    )
    Tasks(db).add(done)
    Tasks(db).add(replace(done, uid="b", status=TaskStatus.DROPPED))
    Tasks(db).add(replace(done, uid="c", realisation=None))
    ran = Block(
        *(None, "d", "Blok", NOW, NOW + HOUR, "Asia/Jakarta"),
        status=BlockStatus.DONE,
        target=1,
        indicator=1,
        realisation=3.0,
    )
    Blocks(db).add(ran)
    Blocks(db).add(replace(ran, uid="e", status=BlockStatus.PLANNED))
    late = {"actual_starts_at": NOW + HOUR, "actual_ends_at": NOW + 3 * HOUR}
    Blocks(db).add(replace(ran, uid="f", **late))  # type: ignore[arg-type]
    assert sorted(Indicators(db).realisations([one])) == [
        Realisation(1, 2.5, NOW),
        Realisation(1, 3.0, NOW + HOUR),
        Realisation(1, 3.0, NOW + 3 * HOUR),
    ]


def test_outcomes_come_back_as_they_were_kept(db: Database) -> None:
    indicator(db, target(db))
    told = {
        "result": "14 halaman",
        "evidence": "a.pdf",
        "indicator": 1,
        "realisation": 0.125,
        "akhlak": (Akhlak.ACCOUNTABLE, Akhlak.LOYAL),
    }
    task = Tasks(db).add(Task(None, "a", "A", **told))  # type: ignore[arg-type]
    assert Tasks(db).get(1) == task
    block = Block(None, "b", "B", NOW, NOW + HOUR, "Asia/Jakarta", **told)  # type: ignore[arg-type]
    assert Blocks(db).get(Blocks(db).add(block).number or 0) == replace(block, number=1)


def test_without_its_indicator_an_amount_stays_without_a_unit(db: Database) -> None:
    one = indicator(db, target(db))
    Tasks(db).add(Task(None, "a", "A", target=1, indicator=1, realisation=2.0))
    Indicators(db).delete(one)
    kept = Tasks(db).get(1)
    assert (kept.indicator, kept.realisation) == (None, 2.0)


def test_a_talk_comes_back_as_it_was_kept(db: Database) -> None:
    target(db)
    new = Dialogue(
        *(None, "d", date(2026, 11, 20), "Kabid", 1, "Dibahas\nlama", "Tiap tanggal 5"),
        follow_up=date(2026, 12, 5),
    )
    kept = Dialogues(db).add(new)
    assert Dialogues(db).get(1) == kept == replace(new, number=1)
    bare = Dialogues(db).save(Dialogue(1, "d", date(2026, 11, 21), "Sekda"))
    november = DaySpan(date(2026, 11, 1), date(2026, 12, 1))
    assert Dialogues(db).between(november) == [bare]
    assert Dialogues(db).between(DaySpan(november.end, date(2027, 1, 1))) == []
    Dialogues(db).delete(bare)
    with pytest.raises(NoSuchNumber):
        Dialogues(db).get(1)
