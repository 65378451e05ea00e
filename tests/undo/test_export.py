"""Undo after an export: whatever is taken back, Google can take every later file."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.ics_reading import events
from tests.in_process import Imbang
from tests.undo.state import fresh

BEGIN = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
FILE = "blok.ics"
EXPORT = ("kalender", "ekspor", "--dari", "2026-11-23", "--sampai", "2026-12-13", "--timpa")

# So that there is something in the calendar, and steps that can be undone, from the beginning.
_BEGUN = [
    ("blok", "tambah", "Rapat", "09.00-10.00", "--tumpuk"),
    ("blok", "tambah", "Apel", "07.00-07.30", "--ulang", "tiap hari", "--tumpuk"),
    ("blok", "geser", "1", "+30m", "--tumpuk"),
    EXPORT,
]
_DEEDS = [
    ("blok", "geser", "1", "+30m", "--tumpuk"),
    ("blok", "geser", "2", "+30m", "--pada", "besok", "--tumpuk"),
    ("blok", "ubah", "2", "--pada", "lusa", "--seterusnya", "--judul", "Apel", "--tumpuk"),
    ("blok", "ubah", "1", "--judul", "Lain"),
    ("blok", "lewati", "1"),
    ("blok", "hapus", "1", "--ya"),
    ("blok", "hapus", "2", "--semua", "--ya"),
    ("urung", "2"),
]
_UNDOING = [("urung",), ("urung",), ("ulang",)]
_STORY = st.lists(
    st.sampled_from([*_DEEDS, *_UNDOING, *_UNDOING, *[EXPORT] * 6]), min_size=4, max_size=12
)


class Google:
    """What a calendar holds against a file: RFC 5545's SEQUENCE, and UIDs it has seen go."""

    def __init__(self) -> None:
        self.events: dict[str, dict[str, str]] = {}

    def take(self, file: Path, gone: set[str]) -> None:
        found = {event["UID"]: event for event in events(file.read_bytes())}
        assert not found.keys() & gone, "a UID came back that was reported as removed"
        for uid, event in found.items():
            known = self.events.get(uid, event)
            before, after = (int(each["SEQUENCE"]) for each in (known, event))
            if _content(known) != _content(event):
                assert after > before, "a change that would be ignored"
                assert event["DTSTAMP"] > known["DTSTAMP"]
            assert after >= before
            assert event["DTSTAMP"] >= known["DTSTAMP"]
        self.events |= found


def _content(event: dict[str, str]) -> dict[str, str]:
    return {name: event[name] for name in event if name not in ("SEQUENCE", "DTSTAMP")}


def _removed(store: Path) -> set[str]:
    with closing(sqlite3.connect(store)) as db:
        query = "SELECT uid FROM exported_events WHERE removed_at IS NOT NULL"
        return {uid for (uid,) in db.execute(query)}


@settings(max_examples=max(1, settings.default.max_examples // 10))
@given(_STORY)
def test_no_file_after_any_undoing_is_one_that_google_would_ignore_or_refuse(
    story: list[tuple[str, ...]],
) -> None:
    with fresh() as imbang:
        google, file = Google(), imbang.cwd / FILE
        for number, words in enumerate([*_BEGUN, *story, EXPORT]):
            file.unlink(missing_ok=True)
            now = (BEGIN + timedelta(minutes=number)).isoformat()
            assert imbang(*words, now=now).code in (0, 1, 2)
            if file.exists():
                google.take(file, _removed(imbang.store))


def test_an_export_is_no_step_and_undoing_what_came_before_is_given_as_a_new_change(
    imbang: Imbang, cwd: Path
) -> None:
    imbang("blok", "tambah", "Rapat", "09.00-10.00").ok()
    imbang("blok", "ubah", 1, "--judul", "Rapat besar").ok()
    imbang(*EXPORT).ok()
    (before,) = events((cwd / FILE).read_bytes())
    undone = imbang("urung", "--json").ok().json["steps"]
    assert [step["command"] for step in undone] == ["blok ubah"]
    imbang(*EXPORT, now="2026-11-23T08:00:00+07:00").ok()
    (after,) = events((cwd / FILE).read_bytes())
    assert (before["SEQUENCE"], after["SEQUENCE"]) == ("0", "1")
    assert (after["UID"], after["SUMMARY"]) == (before["UID"], "[kerja] Rapat")


def test_a_block_that_comes_back_after_its_event_was_reported_as_gone_gets_another_uid(
    imbang: Imbang, cwd: Path
) -> None:
    imbang("blok", "tambah", "Rapat", "09.00-10.00").ok()
    imbang(*EXPORT).ok()
    (before,) = events((cwd / FILE).read_bytes())
    imbang("blok", "hapus", 1, "--ya").ok()
    assert imbang(*EXPORT, "--json").ok().json["removed"] == 1
    imbang("urung").ok()
    imbang(*EXPORT).ok()
    (after,) = events((cwd / FILE).read_bytes())
    assert after["UID"] != before["UID"]
