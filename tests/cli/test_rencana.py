"""`imbang rencana`: proposing, applying, planning anew, and what is refused."""

from typing import Any

import pytest

from tests.cli.block_steps import added
from tests.cli.planning_steps import places, plan
from tests.in_process import Imbang

MORNING = "2026-11-23T07:30:00+07:00"
EVENING = "2026-11-23T16:30:00+07:00"
SATURDAY = "2026-11-28T10:00:00+07:00"


def task(imbang: Imbang, title: str, *more: str) -> int:
    """The number of a new task."""
    number: int = imbang("tugas", "tambah", title, *more, "--json").ok().json["task"]["number"]
    return number


def blocks(imbang: Imbang, *days: str) -> list[dict[str, Any]]:
    """The blocks of the week, or of a day."""
    call = ("--hari", days[0]) if days else ("--minggu", "pekan ini")
    found: list[dict[str, Any]] = imbang("blok", "daftar", *call, "--json").ok().json["blocks"]
    return found


def test_a_proposal_writes_nothing_and_says_how_to_apply_it(imbang: Imbang) -> None:
    task(imbang, "Susun laporan", "--estimasi", "2j")
    screen = imbang("rencana").ok().out
    assert "+ 07.30–09.00" in screen
    assert "Terapkan: imbang rencana --terapkan" in screen
    assert blocks(imbang) == []


def test_what_is_proposed_has_neither_number_nor_uid_until_it_is_applied(imbang: Imbang) -> None:
    task(imbang, "Susun laporan", "--estimasi", "2j")
    proposed = plan(imbang)["blocks"]
    assert [(block["number"], block["uid"]) for block in proposed] == [(None, None)] * 2
    applied = plan(imbang, "--terapkan")["blocks"]
    assert [block["number"] for block in applied] == [1, 2]
    assert [block["uid"] for block in applied] == [block["uid"] for block in blocks(imbang)]


def test_applied_blocks_carry_their_task_and_its_target(imbang: Imbang) -> None:
    imbang("skp", "tambah", "RHK 1").ok()
    task(imbang, "Susun laporan", "--estimasi", "1j", "--skp", "1", "--jenis", "proyek")
    task(imbang, "Rapat bidang", "--estimasi", "1j")
    task(imbang, "Isi logbook", "--estimasi", "30m")
    plan(imbang, "--terapkan")
    found = {block["task"]: (block["kind"], block["target"]) for block in blocks(imbang)}
    assert found == {1: ("focus", 1), 2: ("meeting", None), 3: ("administration", None)}


def test_planning_twice_changes_nothing(imbang: Imbang) -> None:
    for number in range(5):
        task(imbang, f"Tugas {number}", "--estimasi", "2j", "--tenggat", "jumat")
    plan(imbang, "--minggu", "--terapkan")
    before = blocks(imbang)
    assert plan(imbang, "--minggu", "--terapkan")["blocks"] == []
    anew = plan(imbang, "--minggu", "--dari-awal", "--terapkan")
    assert anew["removed"] == []
    assert all(block["moved_from"] is None for block in anew["blocks"])
    assert blocks(imbang) == before
    screen = imbang("rencana", "--minggu", "--dari-awal").ok().out
    assert "Rencana sudah seperti ini; tidak ada yang berubah." in screen


def test_planning_anew_moves_blocks_rather_than_making_them_again(imbang: Imbang) -> None:
    task(imbang, "Susun laporan", "--estimasi", "1j")
    plan(imbang, "--terapkan")
    (before,) = blocks(imbang)
    added(imbang, "Rapat mendadak", "07.30-08.30", "--jenis", "rapat", "--tumpuk")
    made = plan(imbang, "--dari-awal", "--terapkan")
    (block,) = made["blocks"]
    assert (block["number"], block["uid"]) == (before["number"], before["uid"])
    assert block["moved_from"] == "2026-11-23T07:30:00+07:00"
    assert block["starts_at"] >= "2026-11-23T08:30:00+07:00"


def test_planning_anew_leaves_what_is_protected_recurring_begun_or_with_others(
    imbang: Imbang,
) -> None:
    task(imbang, "Susun laporan", "--estimasi", "10j", "--tenggat", "besok")
    for title, hours, *more in (
        ("Terkunci", "13.00-13.30", "--kunci"),
        ("Berulang", "13.30-14.00", "--ulang", "tiap senin"),
        ("Bersama", "14.00-14.30", "--jenis", "rapat"),
        ("Berjalan", "07.15-07.45"),
        ("Bergerak", "15.35-16.00"),
    ):
        added(imbang, title, hours, "--tugas", "1", *more)
    moved = plan(imbang, "--dari-awal")["blocks"]
    assert [block["title"] for block in moved if block["moved_from"]] == ["Bergerak"]


def test_blocks_that_find_no_place_any_more_are_named_and_removed(imbang: Imbang) -> None:
    task(imbang, "Susun laporan", "--estimasi", "1j")
    plan(imbang, "--terapkan")
    imbang("tugas", "ubah", 1, "--mulai-dari", "2026-11-24").ok()
    assert "Akan dihapus: 'Susun laporan'." in imbang("rencana", "--dari-awal").ok().out
    assert len(plan(imbang, "--dari-awal", "--terapkan")["removed"]) == 1
    assert blocks(imbang) == []


def test_time_already_worked_or_planned_counts_against_the_estimate(imbang: Imbang) -> None:
    task(imbang, "Susun laporan", "--estimasi", "4j")
    done = added(imbang, "Pagi", "07.30-08.30", "--tugas", "1")
    imbang("blok", "selesai", done, now="2026-11-23T08:30:00+07:00").ok()
    added(imbang, "Besok", "08.00-09.00", "--tugas", "1", "--hari", "besok")
    # The hour that was worked is part of the first stretch.
    document = plan(imbang, now="2026-11-23T08:30:00+07:00")
    assert places(document) == ["23 08:30-09:00 #1", "23 09:10-10:40 #1"]


def test_nothing_is_planned_before_the_present_rounded_up_to_the_grid(imbang: Imbang) -> None:
    task(imbang, "Susun laporan", "--estimasi", "1j")
    assert places(plan(imbang, now="2026-11-23T09:12:00+07:00")) == ["23 09:15-10:15 #1"]


@pytest.mark.parametrize(
    ("now", "first"), [(MORNING, "23"), (EVENING, "24"), (SATURDAY, "30")], ids=str
)
def test_without_a_date_the_next_day_with_working_time_is_planned(
    imbang: Imbang, now: str, first: str
) -> None:
    task(imbang, "Susun laporan", "--estimasi", "1j")
    assert plan(imbang, now=now)["from"] == f"2026-11-{first}"
    screen = imbang("rencana", now=now).ok().out
    assert ("Hari ini tidak ada jam kerja lagi." in screen) == (now != MORNING)


def test_on_a_weekend_the_week_that_is_planned_is_the_next_one(imbang: Imbang) -> None:
    task(imbang, "Susun laporan", "--estimasi", "1j")
    assert plan(imbang, "--minggu", now=SATURDAY)["from"] == "2026-11-30"
    assert "Pekan ini tidak ada jam kerja lagi." in imbang("rencana", "--minggu", now=SATURDAY).out


def test_days_without_working_time_are_an_empty_plan_that_says_so(imbang: Imbang) -> None:
    task(imbang, "Susun laporan", "--estimasi", "1j")
    document = plan(imbang, "2026-12-24", "--sampai", "2026-12-27")
    assert document["blocks"] == []
    assert [one["reason"] for one in document["unplaced"]] == ["no_working_time"]
    screen = imbang("rencana", "2026-12-24", "--sampai", "2026-12-27").ok().out
    assert "Tidak ada jam kerja yang tersisa untuk direncanakan." in screen
    imbang("rencana", "2026-12-25", "--terapkan").ok()


def test_hours_beyond_work_are_planned_only_when_told(imbang: Imbang) -> None:
    imbang("atur", "rencana.tutup", "15.00").ok()
    task(imbang, "Susun laporan", "--estimasi", "10j", "--tenggat", "2026-11-23")
    assert all(place[9:14] <= "15:00" for place in places(plan(imbang)))
    late = places(plan(imbang, "--lembur", "16.00-18.00"))
    assert any("16:00" <= place[3:8] < "18:00" for place in late)
    assert plan(imbang, "--minggu", "--lembur", "16.00-18.00")["unplaced"]
    weekend = places(plan(imbang, "sabtu", "--lembur", "08.00-10.00"))
    assert [place[:2] for place in weekend] == ["28"]


def test_each_thing_without_a_place_comes_with_ready_ways_out(imbang: Imbang) -> None:
    task(imbang, "Susun laporan", "--estimasi", "20j", "--tenggat", "besok")
    screen = imbang("rencana", "--minggu").ok().out
    for way in (
        "imbang tugas tunda 1 2026-11-26",
        "imbang tugas delegasikan 1",
        "imbang tugas singkirkan 1",
        "imbang rencana --minggu --lembur 16.00-18.00",
    ):
        assert way in " ".join(screen.split())
    (one,) = plan(imbang, "--minggu")["unplaced"]
    assert (one["task"], one["reason"]) == (1, "no_time_before_due")
    assert one["other_day"] == "2026-11-26"


def test_an_estimate_that_is_missing_is_asked_for_and_kept(imbang: Imbang) -> None:
    task(imbang, "Susun laporan")
    task(imbang, "Isi logbook")
    asked = imbang("rencana", answers=["2 jam", ""]).ok()
    assert "Berapa lama 'Susun laporan'? [1 j]" in asked.err
    listed = imbang("tugas", "daftar", "--json").ok().json["tasks"]
    assert {one["number"]: one["estimate_minutes"] for one in listed} == {1: 120, 2: 60}


def test_without_a_terminal_the_usual_estimate_stands_in_and_is_named(imbang: Imbang) -> None:
    task(imbang, "Susun laporan")
    assert "Tanpa estimasi, dihitung 1 j: tugas 1." in imbang("rencana").ok().out
    document = plan(imbang, "--taksiran", "30m")
    assert document["assumed"] == {"tasks": [1], "minutes": 30}
    assert places(document) == ["23 07:30-08:00 #1"]
    imbang("atur", "rencana.taksiran", "0").ok()
    (one,) = plan(imbang)["unplaced"]
    assert one["reason"] == "no_estimate"
    assert "imbang tugas ubah 1 --estimasi 1j" in imbang("rencana").ok().out


def test_a_used_up_estimate_is_raised_above_what_was_worked(imbang: Imbang) -> None:
    task(imbang, "Susun laporan", "--estimasi", "45m", "--tenggat", "besok")
    number = added(imbang, "Susun laporan", "07.30-09.40", "--tugas", 1)
    imbang("blok", "selesai", number, now="2026-11-23T10:00:00+07:00").ok()
    now = "2026-11-23T10:00:00+07:00"
    assert "imbang tugas ubah 1 --estimasi 4j" in imbang("rencana", now=now).ok().out
    imbang("tugas", "ubah", 1, "--estimasi", "4j", now=now).ok()
    assert sum(int(b["ends_at"] > now) for b in plan(imbang, now=now)["blocks"]) >= 1


def test_what_these_days_have_no_time_for_is_offered_the_next(imbang: Imbang) -> None:
    task(imbang, "Laporan", "--penting", "--estimasi", "10j")
    said = imbang("rencana", now=MORNING).ok().out
    assert "Rencanakan lebih jauh: imbang rencana --sampai 2026-11-29" in said
    assert not plan(imbang, "--sampai", "2026-11-29", now=MORNING)["unplaced"]
    assert "lebih jauh" not in imbang("rencana", "--sampai", "2026-11-29", now=MORNING).ok().out


def test_what_is_overdue_has_its_place_before_what_has_time_yet(imbang: Imbang) -> None:
    task(imbang, "Laporan", "--penting", "--estimasi", "10j", "--tenggat", "2026-11-27")
    task(imbang, "Balas surat", "--mendesak", "--estimasi", "30m", "--tenggat", "hari ini")
    found = plan(imbang, now="2026-11-24T07:00:00+07:00")
    assert [b["task"] for b in found["blocks"] if b["task"] == 2] == [2]
    assert [one["task"] for one in found["unplaced"]] == [1]


def test_what_is_due_early_has_its_place_where_the_important_can_wait(imbang: Imbang) -> None:
    task(imbang, "Laporan", "--penting", "--estimasi", "15j", "--tenggat", "2026-11-27")
    task(imbang, "Rekap", "--estimasi", "6j", "--tenggat", "2026-11-23")
    task(imbang, "Verifikasi", "--estimasi", "8j", "--tenggat", "2026-11-24")
    found = plan(imbang, "--minggu", now="2026-11-23T07:00:00+07:00")
    lacking = {one["task"]: one["minutes"] for one in found["unplaced"]}
    assert set(lacking) == {3}
    # A day takes 6 hours and 20 minutes beside its buffer.
    assert lacking[3] <= 14 * 60 - 2 * 380 + 45


def test_umbrellas_and_delegated_tasks_are_not_planned(imbang: Imbang) -> None:
    task(imbang, "Payung", "--estimasi", "5j")
    imbang("tugas", "pecah", 1, "Bagian satu", "Bagian dua").ok()
    task(imbang, "Titipan", "--estimasi", "1j")
    imbang("tugas", "delegasikan", 4, "--ke", "Sari", "--tindak-lanjut", "besok").ok()
    assert {block["task"] for block in plan(imbang, "--minggu")["blocks"]} == {2, 3}


def test_a_block_of_another_zone_takes_the_time_it_really_takes(imbang: Imbang) -> None:
    imbang("atur", "zona", "WIT").ok()
    added(imbang, "Rapat daring", "09.30-12.00", "--jenis", "rapat")
    imbang("atur", "zona", "WIB").ok()
    task(imbang, "Susun laporan", "--estimasi", "90m")
    assert places(plan(imbang)) == ["23 10:10-11:40 #1"]


def test_a_night_block_takes_its_hours_on_both_days(imbang: Imbang) -> None:
    imbang("atur", "jam_kerja.selasa", "00.00-06.00").ok()
    added(imbang, "Jaga malam", "22.00-02.00")
    task(imbang, "Susun laporan", "--estimasi", "1j")
    assert places(plan(imbang, "besok")) == ["24 02:10-03:10 #1"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("kemarin",), "sudah lewat"),
        (("--sampai", "kemarin"), "mendahului"),
        (("--sampai", "2027-01-01"), "terlalu panjang"),
        (("2026-11-16", "--minggu"), "sudah lewat"),
        (("--minggu", "--sampai", "besok"), "--minggu"),
        (("--bandingkan", "--terapkan"), "--terapkan"),
        (("--lembur", "18"), "18"),
        (("--taksiran", "0"), "5"),
        (("entah",), "entah"),
    ],
)
def test_what_cannot_be_planned_is_refused(
    imbang: Imbang, words: tuple[str, ...], said: str
) -> None:
    task(imbang, "Susun laporan")
    assert said in imbang.refused(2, "rencana", *words).err


def test_a_year_without_collective_leave_is_planned_and_said(imbang: Imbang) -> None:
    task(imbang, "Susun laporan", "--estimasi", "1j")
    document = plan(imbang, "2028-03-01")
    assert len(document["blocks"]) == 1
    assert [one["code"] for one in document["warnings"]] == ["no_collective_leave"]


def test_an_empty_store_is_told_how_to_begin_and_stays_absent(imbang: Imbang) -> None:
    assert "imbang tugas tambah" in imbang("rencana").ok().out
    assert not imbang.store.exists()


def test_english_words_do_the_same(imbang: Imbang) -> None:
    task(imbang, "Report", "--estimasi", "1j")
    screen = imbang("plan", "--week", "--apply", lang="en").ok().out
    assert "Plan applied: 1 block added." in screen
