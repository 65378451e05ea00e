"""`imbang data periksa`: what no command would have written is found, and told with a remedy."""

import sys
from pathlib import Path

import pytest

from tests.cli.checkup_steps import spoil, written
from tests.harness import fingerprint
from tests.in_process import Imbang

MONDAY = "2026-11-23T07:30:00+07:00"
TUESDAY = "2026-11-24T07:30:00+07:00"
STAMPS = "'2026-11-23T00:30:00Z', '2026-11-23T00:30:00Z'"
CHECKED = {"store", "sound", "findings", "newest_backup"}
FINDING = {"kind", "severity", "table", "numbers", "detail", "message", "remedy"}


@pytest.fixture
def filled(imbang: Imbang) -> Imbang:
    written(imbang)
    imbang("blok", "geser", "1", "+30m", "--pada", "26/11").ok()
    imbang("cuti", "tambah", "tahunan", "7/12").ok()
    return imbang


def found(imbang: Imbang, code: int = 1) -> list[tuple[str, str | None, list[int]]]:
    result = imbang("data", "periksa", "--json")
    assert result.code == code, result.err
    assert set(result.json) == CHECKED
    assert result.json["sound"] is (code == 0)
    for each in result.json["findings"]:
        assert set(each) == FINDING
        assert each["message"].endswith(".")
        assert each["remedy"].endswith(".")
    return [(each["kind"], each["table"], each["numbers"]) for each in result.json["findings"]]


def test_a_sound_store_is_said_to_be_sound_and_not_a_byte_changes(filled: Imbang) -> None:
    before = fingerprint(filled.home)
    assert found(filled, 0) == []
    assert "Data Anda utuh" in filled("data", "periksa").ok().out
    assert fingerprint(filled.home) == before


def test_before_the_first_write_there_is_nothing_to_examine(imbang: Imbang) -> None:
    assert found(imbang, 0) == []
    assert imbang("data", "check", "--json", lang="en").json["store"] is None
    assert "Belum ada data" in imbang("data", "periksa").ok().out
    assert not imbang.home.exists()


FAULTS = {
    "a time that cannot be read": (
        "UPDATE overtimes SET changed_at = 'kemarin' WHERE id = 2",
        ("unreadable_time", "overtimes", [2]),
    ),
    "a day that cannot be read": (
        "UPDATE tasks SET due = '2026-02-31'",
        ("unreadable_time", "tasks", [1]),
    ),
    "an instant of no zone": (
        "UPDATE tasks SET changed_at = '2026-11-23T00:30:00'",
        ("unreadable_time", "tasks", [1]),
    ),
    "a zone that is none": (
        "UPDATE blocks SET zone = 'Nusantara/Baru' WHERE id = 1",
        ("unknown_zone", "blocks", [1]),
    ),
    "a zone that is a path": (
        "UPDATE overtimes SET zone = '../../etc/passwd' WHERE id = 1",
        ("unknown_zone", "overtimes", [1]),
    ),
    "a block that points nowhere": (
        "UPDATE blocks SET task_id = 99 WHERE id = 3",
        ("stray_rows", "blocks", [3]),
    ),
    "a rule that cannot be read": (
        "UPDATE blocks SET rule = 'FREQ=SETIAP' WHERE id = 1",
        ("unreadable_rule", "blocks", [1]),
    ),
    "overtime on overtime": (
        "UPDATE overtimes SET starts_at = '2026-11-23T10:30:00Z' WHERE id = 2",
        ("overlap", "overtimes", [2]),
    ),
    "leave on leave": (
        f"INSERT INTO leaves SELECT 9, 'u', {STAMPS}, kind, first, last, half, letter, note"
        " FROM leaves",
        ("overlap", "leaves", [9]),
    ),
    "an exclusion of no series": (
        "UPDATE exclusions SET series_id = 3",
        ("stray_occurrence", "exclusions", [1]),
    ),
    "a session that ends before it starts": (
        "INSERT INTO focus_sessions (id, uid, created_at, changed_at, started_at, ended_at, zone,"
        " planned_minutes, break_minutes, long_break_minutes, state, round, rounds,"
        f" focused_seconds, background) VALUES (1, 'u', {STAMPS}, '2026-11-23T00:30:00Z',"
        " '2026-11-22T00:30:00Z', 'Asia/Jakarta', 25, 5, 15, 'completed', 1, 1, 60, 0)",
        ("ends_before_start", "focus_sessions", [1]),
    ),
}


@pytest.mark.parametrize(("statement", "finding"), FAULTS.values(), ids=FAULTS)
def test_what_is_wrong_is_found_where_it_is(
    filled: Imbang, statement: str, finding: tuple[str, str, list[int]]
) -> None:
    spoil(filled, statement)
    assert found(filled) == [finding]
    out = filled("data", "periksa", columns=60).out
    assert "! " in out
    assert all(len(line) <= 60 for line in out.splitlines())


def test_a_block_that_ends_before_it_starts_is_damage_that_the_tables_forbid(
    filled: Imbang,
) -> None:
    spoil(filled, "UPDATE blocks SET ends_at = starts_at WHERE id = 3")
    assert filled("data", "periksa", "--json").error["code"] == "store_damaged"


def test_a_missing_index_is_a_difference_of_schema_and_all_still_works(filled: Imbang) -> None:
    spoil(filled, "DROP INDEX ix_blocks_time", "CREATE TABLE catatan (x)")
    assert found(filled) == [("schema_differs", None, [])]
    detail = filled("data", "periksa", "--json").json["findings"][0]["detail"]
    assert detail == "index ix_blocks_time, table catatan"


def test_blocks_on_top_of_each_other_are_a_remark_for_somebody_wanted_them_so(
    filled: Imbang,
) -> None:
    filled("blok", "tambah", "Tamu", "13.30-14.30", "--tumpuk").ok()
    filled("blok", "tambah", "Batal", "13.00-14.00", "--tumpuk").ok()
    filled("blok", "lewati", "5").ok()
    assert found(filled, 0) == [("stacked_blocks", "blocks", [4])]
    out = filled("data", "periksa").ok().out
    assert "imbang hari 2026-11-23" in out


def test_a_session_left_behind_is_a_remark(filled: Imbang) -> None:
    filled("fokus", "mulai", "1", "--latar").ok()
    result = filled("data", "periksa", "--json", now=TUESDAY).ok().json["findings"]
    assert [each["kind"] for each in result if each["kind"] != "no_backup"] == ["dangling_session"]


def test_a_store_of_yesterday_without_a_backup_is_a_remark(filled: Imbang) -> None:
    findings = filled("data", "periksa", "--json", now=TUESDAY).ok().json["findings"]
    assert [each["kind"] for each in findings] == ["no_backup"]
    filled("data", "cadangkan", now=TUESDAY).ok()
    document = filled("data", "periksa", "--json", now=TUESDAY).ok().json
    assert document["findings"] == []
    assert document["newest_backup"]["reason"] == "manual"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_files_that_others_can_open_are_named_with_the_command_that_closes_them(
    filled: Imbang,
) -> None:
    filled("data", "cadangkan").ok()
    (backup,) = (filled.home / "cadangan").iterdir()
    for path in (filled.store, backup, filled.home / "cadangan"):
        path.chmod(0o755)
    filled.home.chmod(0o777)
    findings = filled("data", "periksa", "--json").json["findings"]
    assert {each["detail"] for each in findings} == {
        *(str(filled.home), str(filled.store), str(backup), str(backup.parent))
    }
    assert f"chmod go= {filled.store}" in filled("data", "periksa", columns=300).out


def test_many_numbers_are_told_in_part(filled: Imbang) -> None:
    for number in range(12):
        spoil(
            filled,
            "INSERT INTO exclusions (uid, created_at, changed_at, series_id, recurrence_id)"
            f" VALUES ('x{number}', {STAMPS}, 3, '2026-11-{number + 1:02d}T07:00')",
        )
    assert "dan 4 lainnya" in " ".join(filled("data", "periksa").out.split())


def test_a_store_that_cannot_be_used_is_an_error_of_its_own(filled: Imbang) -> None:
    filled.store.write_text("bukan basis data " * 99)
    assert filled.refused(3, "data", "periksa", "--json").error["code"] == "store_damaged"


def test_a_drill_reads_the_newest_backup_back_and_touches_nothing(filled: Imbang) -> None:
    filled("data", "cadangkan").ok()
    before = fingerprint(filled.home)
    drill = filled("data", "periksa", "--latihan", "--json").ok().json["drill"]
    assert drill["tables"]["blocks"] == 3
    assert drill["rows"] == sum(drill["tables"].values())
    assert drill["seconds"] >= 0
    out = filled("data", "check", "--drill", lang="en").ok().out
    assert "2026" in out
    assert fingerprint(filled.home) == before


def test_a_drill_needs_a_backup(filled: Imbang) -> None:
    error = filled.refused(1, "data", "periksa", "--latihan", "--json").error
    assert error["code"] == "no_backup"


def test_an_examination_needs_no_leave_to_write(filled: Imbang, tmp_path: Path) -> None:
    filled("data", "periksa").ok()
    assert sorted(path.name for path in filled.home.iterdir()) == ["keseimbangan.db"]
