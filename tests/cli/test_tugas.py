"""`imbang tugas` as a person and a script meet it."""

from tests.in_process import Imbang

TASK_KEYS = {
    *("number", "uid", "title", "status", "important", "urgent", "quadrant", "triaged", "due"),
    *("estimate_minutes", "spent_minutes", "kind", "impact", "element", "target", "parent"),
    *("postponed", "delegate", "done_at", "result", "evidence", "note", "not_before"),
    *("indicator", "realisation", "akhlak"),
}

CRITERIA = ("specific", "measurable", "achievable", "relevant", "time_bound")


def added(imbang: Imbang, title: str, *options: str) -> int:
    """A new task's number."""
    return int(imbang("tugas", "tambah", title, *options, "--json").ok().json["task"]["number"])


def kept(imbang: Imbang, number: int) -> dict[str, object]:
    """What the store holds of a task."""
    return dict(imbang("tugas", "lihat", number, "--json").ok().json["task"])


def titles(imbang: Imbang, *options: str) -> list[str]:
    """The titles of a list, in its order."""
    return [t["title"] for t in imbang("tugas", "daftar", *options, "--json").ok().json["tasks"]]


def test_a_new_task_is_shown_with_its_number_and_quadrant(imbang: Imbang) -> None:
    result = imbang("tugas", "tambah", "Susun laporan", "--penting", "--tenggat", "besok").ok()
    assert "Tugas dicatat." in result.out
    assert "1  Susun laporan" in result.out
    assert "● Kerjakan (penting dan mendesak)" in result.out
    assert "Selasa, 24 November 2026" in result.out


def test_the_document_of_a_task_names_every_key_even_where_nothing_is_known(imbang: Imbang) -> None:
    document = imbang("tugas", "tambah", "Susun laporan", "--json").ok().json["task"]
    assert set(document) == TASK_KEYS
    assert document["quadrant"] == "eliminate"
    assert document["due"] is None
    assert document["delegate"] is None


def test_every_option_of_a_new_task_arrives_in_the_store(imbang: Imbang) -> None:
    imbang("skp", "tambah", "Layanan tepat waktu")
    number = added(
        imbang,
        "Periksa draf",
        *("--tenggat", "2026-12-01", "--penting", "--tidak-mendesak", "--estimasi", "1j30m"),
        *("--jenis", "proyek", "--dampak", "tinggi", "--unsur", "kembang"),
        *("--catatan", "baris satu\nbaris dua"),
    )
    stored = kept(imbang, number)
    assert stored["due"] == "2026-12-01"
    assert (stored["important"], stored["urgent"], stored["triaged"]) == (True, False, True)
    assert stored["estimate_minutes"] == 90
    assert (stored["kind"], stored["impact"], stored["element"]) == ("project", "high", "growth")
    assert stored["note"] == "baris satu\nbaris dua"


def test_english_words_and_options_do_the_same(imbang: Imbang) -> None:
    result = imbang(
        *("task", "add", "Draft", "--due", "tomorrow", "--important", "--kind", "routine"),
        "--json",
        lang="en",
    ).ok()
    assert result.json["task"]["kind"] == "routine"
    assert result.json["task"]["quadrant"] == "do"


def test_a_task_without_triage_says_so_in_the_list(imbang: Imbang) -> None:
    added(imbang, "Balas surat")
    assert "Balas surat  (belum ditriase)" in imbang("tugas").ok().out


def test_the_list_puts_first_what_to_look_at_first(imbang: Imbang) -> None:
    added(imbang, "Nanti")
    added(imbang, "Penting kelak", "--penting", "--tenggat", "2026-12-20")
    added(imbang, "Serahkan", "--mendesak")
    added(imbang, "Penting lusa", "--penting", "--tenggat", "lusa")
    added(imbang, "Penting besok", "--penting", "--tenggat", "besok")
    assert titles(imbang) == ["Penting besok", "Penting lusa", "Penting kelak", "Serahkan", "Nanti"]


def test_the_list_can_be_narrowed(imbang: Imbang) -> None:
    added(imbang, "A", "--penting", "--mendesak")
    added(imbang, "B", "--penting")
    added(imbang, "C")
    given_away = added(imbang, "D", "--mendesak")
    imbang("tugas", "delegasikan", given_away, "--ke", "Bu Sari", "--tindak-lanjut", "rabu").ok()
    assert titles(imbang, "--kuadran", "jadwalkan") == ["B"]
    assert titles(imbang, "--belum-triase") == ["C"]
    assert titles(imbang, "--didelegasikan") == ["D"]
    assert titles(imbang, "--ditutup") == []


def test_a_shortened_list_says_how_many_are_left_out(imbang: Imbang) -> None:
    for title in "ABC":
        added(imbang, title)
    result = imbang("tugas", "daftar", "--jumlah", "1").ok()
    assert "2 tugas lain tidak ditampilkan; tambahkan --jumlah 3." in result.out


def test_an_empty_list_says_how_to_begin(imbang: Imbang) -> None:
    assert "imbang tugas tambah" in imbang("tugas").ok().out
    assert imbang("tugas", "--json").ok().json == {"tasks": []}
    assert not imbang.store.exists()


def test_a_change_touches_only_what_it_names(imbang: Imbang) -> None:
    number = added(imbang, "Susun laporan", "--estimasi", "2 jam", "--tenggat", "besok")
    before = kept(imbang, number)
    imbang("tugas", "ubah", number, "--judul", "Susun laporan triwulan", "--tanpa-tenggat").ok()
    changed = {"title": "Susun laporan triwulan", "due": None, "quadrant": "eliminate"}
    assert kept(imbang, number) == before | changed


def test_a_finished_task_keeps_result_and_evidence_and_the_minute(imbang: Imbang) -> None:
    number = added(imbang, "Susun laporan")
    result = imbang(
        *("tugas", "selesai", number, "--hasil", "Terkirim", "--bukti", "B-12/2026"),
        now="2026-11-23T10:15:00+07:00",
    ).ok()
    assert "Tugas selesai." in result.out
    stored = kept(imbang, number)
    assert (stored["status"], stored["result"], stored["evidence"]) == (
        "done",
        "Terkirim",
        "B-12/2026",
    )
    assert stored["done_at"] == "2026-11-23T10:15:00+07:00"
    assert titles(imbang) == []
    assert titles(imbang, "--ditutup") == ["Susun laporan"]


def test_a_closed_task_is_not_closed_again_but_can_be_opened(imbang: Imbang) -> None:
    number = added(imbang, "Susun laporan")
    imbang("tugas", "selesai", number).ok()
    refused = imbang.refused(1, "tugas", "selesai", number)
    assert "sudah ditutup" in refused.err
    assert f"imbang tugas ubah {number} --buka" in refused.err
    imbang("tugas", "ubah", number, "--buka").ok()
    assert kept(imbang, number)["status"] == "open"
    assert kept(imbang, number)["done_at"] is None


def test_postponing_is_counted(imbang: Imbang) -> None:
    number = added(imbang, "Susun laporan", "--tenggat", "hari ini")
    imbang("tugas", "tunda", number, "senin depan").ok()
    assert kept(imbang, number)["due"] == "2026-11-30"
    assert kept(imbang, number)["postponed"] == 1
    assert "1 kali" in imbang("tugas", "lihat", number).ok().out


def test_pieces_remember_the_whole_and_the_last_one_reminds_of_it(imbang: Imbang) -> None:
    number = added(imbang, "Laporan tahunan", "--penting", "--jenis", "proyek")
    pieces = imbang("tugas", "pecah", number, "Data", "Tulis", "--json").ok().json["tasks"]
    assert [piece["parent"] for piece in pieces] == [number, number]
    assert [piece["kind"] for piece in pieces] == ["project", "project"]
    first, second = (piece["number"] for piece in pieces)
    assert not imbang("tugas", "selesai", first).ok().err
    assert f"imbang tugas selesai {number}" in imbang("tugas", "selesai", second).ok().err


def test_deleting_needs_a_word(imbang: Imbang) -> None:
    number = added(imbang, "Susun laporan")
    refused = imbang.refused(2, "tugas", "hapus", number)
    assert "Hapus tugas 1 'Susun laporan'?" in refused.err
    assert "--ya" in refused.err
    imbang("tugas", "hapus", number, answers=["t"]).ok()
    assert titles(imbang) == ["Susun laporan"]
    imbang("tugas", "hapus", number, "--ya").ok()
    assert titles(imbang) == []


def test_a_delegated_task_keeps_to_whom_and_prints_a_message_to_send(imbang: Imbang) -> None:
    number = added(imbang, "Rekap presensi", "--mendesak", "--tenggat", "jumat ini")
    result = imbang(
        *("tugas", "delegasikan", number, "--ke", "Bu Sari", "--instruksi", "Pakai format baru"),
        *("--hasil", "Satu lembar rekap", "--tindak-lanjut", "kamis"),
    ).ok()
    for part in ("Bu Sari", "Pakai format baru", "Satu lembar rekap"):
        assert part in result.out
    stored = kept(imbang, number)
    assert stored["status"] == "delegated"
    assert stored["delegate"] == {
        "to": "Bu Sari",
        "instruction": "Pakai format baru",
        "expected_result": "Satu lembar rekap",
        "follow_up": "2026-11-26",
    }
    imbang("tugas", "delegasikan", number, "--ambil-kembali").ok()
    assert kept(imbang, number)["delegate"] is None


def test_dropping_is_a_decision_with_a_status_of_its_own(imbang: Imbang) -> None:
    number = added(imbang, "Rapikan map lama")
    assert "disingkirkan" in imbang("tugas", "singkirkan", number).ok().out
    assert kept(imbang, number)["status"] == "dropped"


def test_the_matrix_has_four_fields_at_any_width(imbang: Imbang) -> None:
    added(imbang, "Susun laporan", "--penting", "--mendesak")
    for columns in (60, 80, 120):
        out = imbang("tugas", "matriks", columns=columns).ok().out
        for word in ("Kerjakan", "Jadwalkan", "Delegasikan", "Singkirkan", "Susun laporan"):
            assert word in out
        assert max(len(line) for line in out.splitlines()) <= columns


def test_smart_names_what_to_add(imbang: Imbang) -> None:
    vague = added(imbang, "Laporan")
    assert imbang("tugas", "smart", vague, "--json").ok().json["smart"] == {
        "task": vague,
        **dict.fromkeys(CRITERIA, False),
    }
    assert f"imbang tugas ubah {vague} --tenggat jumat" in imbang("tugas", "smart", vague).out
    clear = added(
        *(imbang, "Susun 3 halaman laporan", "--estimasi", "2 jam", "--dampak", "tinggi"),
        *("--tenggat", "jumat ini"),
    )
    assert imbang("tugas", "smart", clear, "--json").ok().json["smart"] == {
        "task": clear,
        **dict.fromkeys(CRITERIA, True),
    }


def test_more_urgent_work_than_the_week_holds_is_said_with_a_wording_for_no(
    imbang: Imbang,
) -> None:
    friday = "2026-11-27T13:00:00+07:00"
    for title in ("A", "B"):
        result = imbang("tugas", "tambah", title, "--mendesak", "--estimasi", "8 jam", now=friday)
    assert "2 tugas mendesak perlu 16 j" in result.ok().err
    assert "Bila diminta lagi" in result.err
    assert "␊" not in result.err


def test_triage_in_process_walks_through_what_waits(imbang: Imbang) -> None:
    added(imbang, "Susun laporan")
    added(imbang, "Rapikan map", "--mendesak")
    result = imbang("tugas", "triase", answers=["y", "t", "rabu"]).ok()
    assert "[1/1] 1  Susun laporan" in result.err
    stored = kept(imbang, 1)
    assert (stored["important"], stored["urgent"], stored["triaged"]) == (True, False, True)
    assert stored["due"] == "2026-11-25"


def test_a_task_keeps_the_day_before_which_it_is_not_begun(imbang: Imbang) -> None:
    imbang("tugas", "tambah", "Susun laporan", "--mulai-dari", "2026-11-30").ok()
    shown = imbang("tugas", "lihat", 1).ok().out
    assert "mulai dari" in shown
    assert "Senin, 30 November 2026" in shown
    changed = imbang("tugas", "ubah", 1, "--not-before", "2026-12-01", "--json").ok().json["task"]
    assert changed["not_before"] == "2026-12-01"
    cleared = imbang("tugas", "ubah", 1, "--kapan-saja", "--json").ok().json["task"]
    assert cleared["not_before"] is None


def test_a_task_that_could_begin_only_after_it_is_due_is_refused(imbang: Imbang) -> None:
    both = ("--tenggat", "2026-11-25", "--mulai-dari", "2026-11-26")
    assert "sesudah tenggat" in imbang.refused(2, "tugas", "tambah", "Susun laporan", *both).err
    imbang("tugas", "tambah", "Susun laporan", "--tenggat", "2026-11-25").ok()
    imbang.refused(2, "tugas", "ubah", 1, "--mulai-dari", "2026-11-26")
    imbang.refused(2, "tugas", "ubah", 1, "--mulai-dari", "2026-11-24", "--kapan-saja")
