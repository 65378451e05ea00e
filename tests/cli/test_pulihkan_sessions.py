"""`imbang data pulihkan` and a session that runs."""

from datetime import UTC, datetime

import pytest

from keseimbangan.store import database
from keseimbangan.store.focus import Focus
from tests.cli.test_urung_sessions import LATER, NOW, live_session
from tests.in_process import Imbang
from tests.undo.state import state


@pytest.fixture
def backed_up(imbang: Imbang) -> Imbang:
    imbang("tugas", "tambah", "A").ok()
    imbang("data", "cadangkan").ok()
    return imbang


def test_a_session_that_another_terminal_counts_is_not_taken_from_under_it(
    backed_up: Imbang,
) -> None:
    live_session(backed_up.store, background=False)
    before = state(backed_up)
    error = backed_up.refused(1, "data", "pulihkan", "--ya", "--json").error
    assert error == {
        "code": "session_in_the_way",
        "message": "Sesi fokus 1 sedang berjalan di terminal lain dan akan ikut berubah.",
        "hint": "Akhiri dahulu dengan `imbang fokus berhenti`.",
    }
    assert "Sesi fokus: 1 hilang" in backed_up("data", "pulihkan", "--tinjau").ok().out
    assert state(backed_up) == before
    backed_up("data", "pulihkan", "--ya", now=LATER).ok()


def test_nor_one_that_began_while_it_was_asked(
    backed_up: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    backed_up("tugas", "tambah", "B").ok()

    def begin(*_arguments: object) -> bool:
        live_session(backed_up.store, background=False)
        return True

    monkeypatch.setattr("keseimbangan.cli.prompts.confirm", begin)
    result = backed_up("data", "pulihkan", answers=())
    assert (result.code, "sesi fokus 1" in result.err.lower()) == (1, True)
    with database.reading(backed_up.store, datetime.now(UTC)) as db:
        assert Focus(db).running() is not None


def test_a_session_that_stays_as_it_is_is_not_in_the_way(imbang: Imbang) -> None:
    live_session(imbang.store, background=False)
    imbang("tugas", "tambah", "A").ok()
    imbang("data", "cadangkan").ok()
    imbang("tugas", "ubah", 1, "--judul", "B").ok()
    assert "Tugas: 1 berubah" in imbang("data", "pulihkan", "--ya").ok().out
    with database.reading(imbang.store, NOW) as db:
        assert Focus(db).running() is not None


def test_one_in_the_background_goes_with_the_rest(backed_up: Imbang) -> None:
    live_session(backed_up.store, background=True)
    assert "Sesi fokus: 1 hilang" in backed_up("data", "pulihkan", "--ya").ok().out
