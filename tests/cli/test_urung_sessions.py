"""`imbang urung` and a session that runs."""

from datetime import UTC, datetime
from pathlib import Path

from keseimbangan.domain import focus_steps
from keseimbangan.store import database
from keseimbangan.store.database import Run
from keseimbangan.store.focus import Focus
from tests.in_process import Imbang
from tests.undo.state import state

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
LATER = "2026-11-24T09:15:00+07:00"


def live_session(store: Path, *, background: bool) -> None:
    with database.changing(store, NOW, Run("fokus mulai")) as db:
        session = focus_steps.begin(
            "uid",
            NOW,
            "Asia/Jakarta",
            planned_minutes=25,
            break_minutes=5,
            long_break_minutes=15,
            rounds=4,
            task=None,
            block=None,
            background=background,
        )
        Focus(db).add(session)


def test_a_session_that_another_terminal_counts_is_not_taken_from_under_it(
    imbang: Imbang,
) -> None:
    live_session(imbang.store, background=False)
    imbang("tugas", "tambah", "A").ok()
    error = imbang.refused(1, "urung", 2, "--json").error
    assert error["code"] == "session_in_the_way"
    assert "imbang fokus berhenti" in error["hint"]
    assert "tugas tambah" in imbang("urung").ok().out
    assert "fokus mulai" in imbang("urung", now=LATER).ok().out, "nobody counts it any more"


def test_a_session_that_undoing_has_made_to_run_again_is_counted_by_nobody(
    imbang: Imbang,
) -> None:
    live_session(imbang.store, background=False)
    imbang("fokus", "berhenti").ok()
    before = state(imbang)
    imbang("urung").ok()
    assert imbang("fokus", "status", "--json").json["session"]["state"] == "running"
    imbang("ulang").ok()
    assert state(imbang) == before
    imbang("urung").ok()
    imbang("urung").ok()
    assert imbang("fokus", "status", "--json").json["session"] is None


def test_a_session_in_the_background_can_be_taken_back(imbang: Imbang) -> None:
    live_session(imbang.store, background=True)
    assert "dihapus  1 sesi fokus: Sen 23 Nov 07.30" in imbang("urung").ok().out
    assert imbang("fokus", "status", "--json").ok().json["session"] is None
