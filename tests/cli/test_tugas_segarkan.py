"""`imbang tugas segarkan`: what is overdue gets new due dates in one step."""

import pytest

from tests.in_process import Imbang

BEFORE = "2026-11-09T08:00:00+07:00"


@pytest.fixture
def away(imbang: Imbang) -> Imbang:
    """Four tasks that became overdue in two weeks away."""
    for title, *options in [
        ("Laporan triwulan", "--penting", "--estimasi", "6j"),
        ("Rekap presensi", "--estimasi", "45m"),
        ("Balas surat",),
        ("Perpanjang STNK", "--unsur", "pribadi"),
    ]:
        imbang("tugas", "tambah", title, "--tenggat", "2026-11-13", *options, now=BEFORE).ok()
    return imbang


def dues(imbang: Imbang) -> dict[int, tuple[str | None, int]]:
    """Due date and number of postponements of every open task."""
    tasks = imbang("tugas", "--json").ok().json["tasks"]
    return {task["number"]: (task["due"], task["postponed"]) for task in tasks}


LATE = ("2026-11-13", 0)
PROPOSED = {
    1: ("2026-11-24", 1),
    2: ("2026-11-24", 1),
    3: ("2026-11-25", 1),
    4: ("2026-11-23", 1),
}


def test_without_a_terminal_it_only_proposes(away: Imbang) -> None:
    result = away("tugas", "segarkan").ok()
    assert "4 tugas lewat tenggat. Usulan tenggat baru:" in result.out
    assert result.out.index("Penting") < result.out.index("Laporan") < result.out.index("Lainnya")
    assert "Jum 13 Nov  → Sel 24 Nov  6 j" in result.out
    assert "1 tanpa estimasi dihitung 1 j." in result.out
    assert "imbang tugas segarkan --terapkan" in result.err
    assert "imbang tugas delegasikan 4" in result.err
    assert set(dues(away).values()) == {LATE}


def test_applied_they_have_their_days_and_count_as_postponed(away: Imbang) -> None:
    result = away("tugas", "segarkan", "--terapkan").ok()
    assert "4 tugas mendapat tenggat baru." in result.out
    assert dues(away) == PROPOSED
    assert away("tugas", "segarkan", "--terapkan").ok().out == (
        "Tidak ada tugas yang lewat tenggat.\n"
    )


def test_a_first_day_and_a_number_of_days_can_be_given(away: Imbang) -> None:
    away("tugas", "segarkan", "--terapkan", "--mulai", "jumat", "--hari", 2).ok()
    assert {due for due, _times in dues(away).values()} <= {"2026-11-27", "2026-11-30"}


def test_leave_and_holidays_are_passed_over(away: Imbang) -> None:
    away("cuti", "tambah", "tahunan", "2026-11-23", "2026-11-25").ok()
    away("tugas", "segarkan", "--terapkan").ok()
    assert min(due or "" for due, _times in dues(away).values()) == "2026-11-26"


def test_what_is_too_much_for_the_days_is_said(away: Imbang) -> None:
    away("blok", "tambah", "Diklat", "07.30-16.00", "--hari", "senin").ok()
    said = away("tugas", "segarkan", "--mulai", "2026-11-23", "--hari", 1).ok().out
    assert "Perlu 7 j 45 m, lebih dari waktu luang sampai Sen 23 Nov (0 m)." in said


def test_programs_read_the_same(away: Imbang) -> None:
    document = away("tugas", "segarkan", "--json").ok().json
    assert set(document) == {"applied", "needed_minutes", "free_minutes", "overdue"}
    assert document["applied"] is False
    assert document["needed_minutes"] == 465
    first = document["overdue"][0]
    assert set(first) == {"task", "from", "to", "minutes"}
    assert (first["from"], first["to"]) == ("2026-11-13", "2026-11-24")
    assert (first["task"]["number"], first["task"]["due"]) == (1, "2026-11-13")
    done = away("tugas", "segarkan", "--terapkan", "--json").ok().json
    assert done["applied"] is True
    assert done["overdue"][0]["task"]["due"] == "2026-11-24"


def test_nothing_overdue_is_said(imbang: Imbang) -> None:
    assert imbang("tugas", "segarkan").ok().out == "Tidak ada tugas yang lewat tenggat.\n"
    assert imbang("tugas", "segarkan", "--json").ok().json == {
        "applied": False,
        "needed_minutes": 0,
        "free_minutes": 0,
        "overdue": [],
    }


def test_a_day_that_has_passed_is_refused(away: Imbang) -> None:
    error = away.refused(2, "tugas", "segarkan", "--mulai", "kemarin", "--json").error
    assert error["code"] == "begins_in_past"


def test_without_a_working_day_ahead_it_says_so(away: Imbang) -> None:
    away("cuti", "tambah", "besar", "2026-11-23", "2027-02-28").ok()
    error = away.refused(1, "tugas", "segarkan", "--json").error
    assert error["code"] == "no_working_day"


class TestAtATerminal:
    """The proposal, then one question."""

    def test_all_of_it_can_be_taken(self, away: Imbang) -> None:
        result = away("tugas", "segarkan", answers=["t"]).ok()
        assert "4 tugas mendapat tenggat baru." in result.err
        assert dues(away) == PROPOSED

    def test_it_can_be_left(self, away: Imbang) -> None:
        assert "Tidak ada yang diubah." in away("tugas", "segarkan", answers=["b"]).ok().err
        assert set(dues(away).values()) == {LATE}

    def test_each_task_can_have_its_own_answer(self, away: Imbang) -> None:
        answers = ["s", "l", "kemarin", "jumat", "d", "Sari", "", "", "", "s", "u"]
        result = away("tugas", "segarkan", answers=answers).ok()
        assert "sudah lewat" in result.err
        assert "2 tugas mendapat tenggat baru." in result.err
        assert "1 tugas didelegasikan." in result.err
        assert "1 tugas disingkirkan." in result.err
        assert dues(away) == {1: ("2026-11-27", 1), 2: LATE, 4: ("2026-11-23", 1)}

    def test_nothing_is_kept_of_a_walk_that_ends_early(self, away: Imbang) -> None:
        assert away("tugas", "segarkan", answers=["s", "u", "u"]).code != 0
        assert set(dues(away).values()) == {LATE}


def test_what_was_worked_in_blocks_is_not_needed_again(away: Imbang) -> None:
    away("blok", "tambah", "Laporan", "08.00-12.00", "--hari", "2026-11-09", "--tugas", 1).ok()
    away("blok", "selesai", 1).ok()
    first = away("tugas", "segarkan", "--json").ok().json["overdue"][0]
    assert (first["task"]["number"], first["task"]["spent_minutes"], first["minutes"]) == (
        1,
        0,
        120,
    )


def test_a_missing_estimate_counts_as_the_settings_say(away: Imbang) -> None:
    away("atur", "ubah", "rencana.taksiran", "30m").ok()
    assert "1 tanpa estimasi dihitung 30 m." in away("tugas", "segarkan").ok().out
