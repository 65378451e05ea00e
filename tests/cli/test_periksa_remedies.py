"""Every remedy that `imbang data periksa` can give works when it is typed as it stands."""

import re
import shlex
import subprocess
import sys

import pytest

from keseimbangan.domain.checkup import Finding, FindingKind
from keseimbangan.view.checkup import remedy
from tests.cli.checkup_steps import spoil, written
from tests.in_process import Imbang

TUESDAY = "2026-11-24T07:30:00+07:00"
SPOILED = {
    FindingKind.SCHEMA_DIFFERS: "CREATE TABLE catatan (x)",
    FindingKind.STRAY_ROWS: "UPDATE blocks SET task_id = 99 WHERE id = 2",
    FindingKind.UNREADABLE_TIME: "UPDATE tasks SET due = 'kemarin'",
    FindingKind.UNKNOWN_ZONE: "UPDATE blocks SET zone = 'Nusantara/Baru' WHERE id = 2",
    FindingKind.UNREADABLE_VALUE: "UPDATE tasks SET akhlak = 'loyal, adaptive'",
    FindingKind.ENDS_BEFORE_START: "UPDATE focus_sessions SET ended_at = '2026-11-22T00:00:00Z'",
    FindingKind.TOO_LONG: "UPDATE overtimes SET ends_at = '2026-12-22T01:00:00Z' WHERE id = 2",
    FindingKind.UNREADABLE_RULE: "UPDATE blocks SET rule = 'FREQ=WEEKLY;INTERVAL=0' WHERE id = 1",
    FindingKind.STRAY_OCCURRENCE: "UPDATE exclusions SET series_id = 2",
    FindingKind.DOUBLE_OCCURRENCE: "",
    FindingKind.OVERLAP: "UPDATE overtimes SET starts_at = '2026-11-23T10:30:00Z' WHERE id = 2",
}
# What commands bring about themselves, and so must be shown by them.
DONE = {
    FindingKind.STACKED_BLOCKS: (
        ("blok", "tambah", "Tamu", "07.05-07.30", "--hari", "27/11", "--ulang", "tiap jumat"),
        "--tumpuk",
    ),
    FindingKind.DANGLING_SESSION: (("fokus", "mulai", "1", "--latar"),),
    FindingKind.NO_BACKUP: (),
    FindingKind.OPEN_TO_OTHERS: (),
}


@pytest.fixture
def filled(imbang: Imbang) -> Imbang:
    written(imbang)
    imbang("fokus", "mulai", "1", "--latar").ok()
    imbang("fokus", "berhenti").ok()
    return imbang


def remedies(
    imbang: Imbang, now: str | None = None, lang: str | None = None
) -> dict[str, list[str]]:
    """By kind of finding, the commands of its remedy."""
    found = imbang("data", "periksa", "--json", now=now, lang=lang).json["findings"]
    return {each["kind"]: re.findall("`([^`]+)`", each["remedy"]) for each in found}


def typed(imbang: Imbang, command: str, now: str | None = None, lang: str | None = None) -> None:
    program, *words = shlex.split(command)
    if program == "imbang":
        # What is left of a session is discarded; anything else is confirmed.
        answer = "b" if "fokus" in words else "y"
        imbang(*words, answers=[answer, answer], now=now, lang=lang).ok()
    else:
        subprocess.run(shlex.split(command), check=True)


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("kind", [kind for kind in SPOILED if SPOILED[kind]])
def test_the_remedy_for_a_fault_removes_it(filled: Imbang, kind: FindingKind, lang: str) -> None:
    filled("data", "cadangkan").ok()
    spoil(filled, SPOILED[kind])
    (command,) = remedies(filled, lang=lang)[kind]
    typed(filled, command, lang=lang)
    assert kind not in remedies(filled)
    assert "Susun laporan" in filled("tugas", "daftar").ok().out


def test_an_occurrence_that_stands_twice_asks_for_what_is_typed_above() -> None:
    # The tables forbid it, so that a store which has one is hardly ever opened.
    twice = Finding(FindingKind.DOUBLE_OCCURRENCE, "exclusions", (2,))
    unread = Finding(FindingKind.UNREADABLE_TIME, "tasks", (1,))
    assert remedy(twice, backed_up=True) == remedy(unread, backed_up=True)


def test_blocks_on_top_of_each_other_are_shown_where_they_can_be_moved(filled: Imbang) -> None:
    words, stack = DONE[FindingKind.STACKED_BLOCKS]
    filled(*words, stack).ok()
    (command,) = remedies(filled)[FindingKind.STACKED_BLOCKS]
    assert "2026-11-27" in command
    typed(filled, command)
    assert "Bertumpuk" in filled("hari", "2026-11-27").ok().out


def test_a_session_left_behind_and_a_missing_backup_can_be_seen_to(filled: Imbang) -> None:
    filled(*DONE[FindingKind.DANGLING_SESSION][0]).ok()
    for kind in (FindingKind.NO_BACKUP, FindingKind.DANGLING_SESSION):
        (command,) = remedies(filled, TUESDAY)[kind]
        typed(filled, command, TUESDAY)
        assert kind not in remedies(filled, TUESDAY)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_a_file_that_others_can_open_is_closed(filled: Imbang) -> None:
    filled.store.chmod(0o644)
    (command,) = remedies(filled)[FindingKind.OPEN_TO_OTHERS]
    typed(filled, command)
    assert FindingKind.OPEN_TO_OTHERS not in remedies(filled)


def test_without_a_backup_the_remedy_asks_for_one_from_elsewhere(filled: Imbang) -> None:
    spoil(filled, SPOILED[FindingKind.UNKNOWN_ZONE])
    assert remedies(filled)[FindingKind.UNKNOWN_ZONE] == ["imbang data pulihkan BERKAS"]


def test_no_kind_of_finding_is_forgotten_here() -> None:
    assert {*SPOILED, *DONE} == set(FindingKind)
