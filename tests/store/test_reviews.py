"""Reviews and reflections in a real store."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keseimbangan.domain.review import (
    Choice,
    Decision,
    MonthlyReflection,
    Priority,
    ReviewStep,
    WeeklyReview,
)
from keseimbangan.domain.tasks import Task
from keseimbangan.store import database
from keseimbangan.store.database import Database
from keseimbangan.store.reviews import Reviews
from keseimbangan.store.tasks import Tasks

NOW = datetime(2026, 11, 27, 8, 30, tzinfo=UTC)
EMPTY = WeeklyReview(None, "1b4e28ba-2fa1-4d2e-8f00-aa0000000001", "2026-W48", NOW)
FULL = replace(
    EMPTY,
    step=ReviewStep.FINISHED,
    finished_at=NOW,
    learned="Baris satu\nbaris dua 😀 [bold]",
    wins=("Pulang tepat waktu", "Jalan sore"),
    priorities=(Priority("Susun laporan", 1, settled=True), Priority("Naskah")),
    decisions=(
        Decision(2, Choice.RESCHEDULE, until=date(2026, 12, 1)),
        Decision(1, Choice.DELEGATE, to="Budi"),
    ),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "keseimbangan.db"
    with changing(path) as db:
        for number in (1, 2, 3):
            Tasks(db).add(Task(None, f"t{number}", f"Tugas {number}"))
    return path


@contextmanager
def changing(path: Path) -> Iterator[Database]:
    with database.changing(path, NOW) as db:
        yield db


def kept(path: Path, review: WeeklyReview) -> WeeklyReview:
    with changing(path) as db:
        return Reviews(db).save(review)


def read(path: Path, week: str = "2026-W48") -> WeeklyReview | None:
    with database.reading(path, NOW) as db:
        return Reviews(db).of_week(week)


def item_uids(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT uid FROM review_items ORDER BY kind, position")
        return [uid for (uid,) in rows]


def test_a_week_without_a_review_has_none(path: Path):
    assert read(path) is None


def test_a_review_comes_back_as_it_was_kept(path: Path):
    first = kept(path, FULL)
    assert first == replace(FULL, number=1)
    assert read(path) == first


def test_a_changed_review_takes_the_place_of_the_earlier_one(path: Path):
    first = kept(path, FULL)
    changed = replace(
        first,
        step=ReviewStep.WINS,
        finished_at=None,
        wins=("Lain",),
        priorities=(),
        decisions=(Decision(3, Choice.KEEP),),
    )
    kept(path, changed)
    assert read(path) == changed


def test_what_stays_keeps_its_uuid(path: Path):
    first = kept(path, FULL)
    before = item_uids(path)
    kept(path, replace(first, wins=(*first.wins, "Satu lagi")))
    after = item_uids(path)
    assert set(before) < set(after)
    assert len(after) == len(before) + 1


def test_there_is_one_review_for_a_week(path: Path):
    kept(path, EMPTY)
    with pytest.raises(sqlite3.IntegrityError):
        kept(path, replace(EMPTY, uid="1b4e28ba-2fa1-4d2e-8f00-aa0000000002"))


def test_reviews_are_listed_in_the_order_of_their_weeks(path: Path):
    weeks = ["2026-W53", "2026-W09", "2027-W01"]
    for place, week in enumerate(weeks):
        kept(path, replace(EMPTY, uid=f"1b4e28ba-2fa1-4d2e-8f00-aa000000000{place}", week=week))
    with database.reading(path, NOW) as db:
        found = Reviews(db).between("2026-W09", "2026-W53")
    assert [review.week for review in found] == ["2026-W09", "2026-W53"]


def test_a_deleted_task_takes_its_decision_along_and_leaves_its_priority(path: Path):
    kept(path, FULL)
    with changing(path) as db:
        Tasks(db).delete(Tasks(db).get(1))
    after = read(path)
    assert after is not None
    assert [one.task for one in after.decisions] == [2]
    assert after.priorities[0] == Priority("Susun laporan", None, settled=True)


def test_a_reflection_comes_back_and_can_be_changed(path: Path):
    written = MonthlyReflection(None, "m1", "2026-11", NOW, worked="Pagi", habit="Jalan\nkaki")
    with changing(path) as db:
        first = Reviews(db).save_reflection(written)
        assert Reviews(db).reflection_of("2026-11") == first == replace(written, number=1)
        assert Reviews(db).reflection_of("2026-10") is None
        changed = Reviews(db).save_reflection(replace(first, improve="Sore", habit=None))
        assert Reviews(db).reflection_of("2026-11") == changed


texts = st.text(min_size=1, max_size=40).filter(lambda text: "\x00" not in text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    wins=st.lists(texts, max_size=4),
    priorities=st.lists(
        st.builds(Priority, texts, st.sampled_from([None, 1, 2, 3]), st.booleans()), max_size=3
    ),
    decisions=st.lists(
        st.builds(
            Decision,
            st.integers(1, 3),
            st.sampled_from(Choice),
            st.one_of(st.none(), st.dates(date(1970, 1, 1), date(2200, 12, 31))),
            st.one_of(st.none(), texts),
        ),
        unique_by=lambda one: one.task,
    ),
    step=st.sampled_from(ReviewStep),
)
def test_whatever_a_review_holds_comes_back(path: Path, wins, priorities, decisions, step):
    review = read(path) or kept(path, EMPTY)
    changed = replace(
        review,
        step=step,
        wins=tuple(wins),
        priorities=tuple(priorities),
        decisions=tuple(decisions),
    )
    assert kept(path, changed) == read(path) == changed
