"""`imbang tugas` as a person and a script meet it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.harness import fingerprint
from tests.in_process import Imbang

TASK_KEYS = {
    *("number", "uid", "title", "status", "important", "urgent", "quadrant", "triaged", "due"),
    *("estimate_minutes", "spent_minutes", "kind", "impact", "element", "target", "parent"),
    *("postponed", "delegate", "done_at", "result", "evidence", "note"),
}

CRITERIA = ("specific", "measurable", "achievable", "relevant", "time_bound")


def added(imbang: Imbang, title: str, *options: str) -> int:
    """A new task's number."""
    return int(imbang("tugas", "tambah", title, *options, "--json").ok().json["task"]["number"])


def task(imbang: Imbang, number: int) -> dict[str, object]:
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
    kept = task(imbang, number)
    assert kept["due"] == "2026-12-01"
    assert (kept["important"], kept["urgent"], kept["triaged"]) == (True, False, True)
    assert kept["estimate_minutes"] == 90
    assert (kept["kind"], kept["impact"], kept["element"]) == ("project", "high", "growth")
    assert kept["note"] == "baris satu\nbaris dua"


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
    before = task(imbang, number)
    imbang("tugas", "ubah", number, "--judul", "Susun laporan triwulan", "--tanpa-tenggat").ok()
    changed = {"title": "Susun laporan triwulan", "due": None, "quadrant": "eliminate"}
    assert task(imbang, number) == before | changed


def test_a_finished_task_keeps_result_and_evidence_and_the_minute(imbang: Imbang) -> None:
    number = added(imbang, "Susun laporan")
    result = imbang(
        *("tugas", "selesai", number, "--hasil", "Terkirim", "--bukti", "B-12/2026"),
        now="2026-11-23T10:15:00+07:00",
    ).ok()
    assert "Tugas selesai." in result.out
    kept = task(imbang, number)
    assert (kept["status"], kept["result"], kept["evidence"]) == ("done", "Terkirim", "B-12/2026")
    assert kept["done_at"] == "2026-11-23T10:15:00+07:00"
    assert titles(imbang) == []
    assert titles(imbang, "--ditutup") == ["Susun laporan"]


def test_a_closed_task_is_not_closed_again_but_can_be_opened(imbang: Imbang) -> None:
    number = added(imbang, "Susun laporan")
    imbang("tugas", "selesai", number).ok()
    refused = imbang.refused(1, "tugas", "selesai", number)
    assert "sudah ditutup" in refused.err
    assert f"imbang tugas ubah {number} --buka" in refused.err
    imbang("tugas", "ubah", number, "--buka").ok()
    assert task(imbang, number)["status"] == "open"
    assert task(imbang, number)["done_at"] is None


def test_postponing_is_counted(imbang: Imbang) -> None:
    number = added(imbang, "Susun laporan", "--tenggat", "hari ini")
    imbang("tugas", "tunda", number, "senin depan").ok()
    assert task(imbang, number)["due"] == "2026-11-30"
    assert task(imbang, number)["postponed"] == 1
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
    kept = task(imbang, number)
    assert kept["status"] == "delegated"
    assert kept["delegate"] == {
        "to": "Bu Sari",
        "instruction": "Pakai format baru",
        "expected_result": "Satu lembar rekap",
        "follow_up": "2026-11-26",
    }
    imbang("tugas", "delegasikan", number, "--ambil-kembali").ok()
    assert task(imbang, number)["delegate"] is None


def test_dropping_is_a_decision_with_a_status_of_its_own(imbang: Imbang) -> None:
    number = added(imbang, "Rapikan map lama")
    assert "disingkirkan" in imbang("tugas", "singkirkan", number).ok().out
    assert task(imbang, number)["status"] == "dropped"


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
    kept = task(imbang, 1)
    assert (kept["important"], kept["urgent"], kept["triaged"]) == (True, False, True)
    assert kept["due"] == "2026-11-25"


# What cannot be a title, and a word of the sentence that says why.
BAD_TITLES = {
    "empty": ("", "kosong"),
    "blank": ("   ", "kosong"),
    "ten thousand characters": ("a" * 10_000, "10000"),
    "an escape sequence": ("merah \x1b[31m", "U+001B"),
    "a bell": ("\a", "U+0007"),
    "a line break": ("satu\ndua", "U+000A"),
    "a direction override": ("abc\u202egnp.exe", "U+202E"),
    "a C1 control": ("\x9b31m", "U+009B"),
    "a lone surrogate": ("\udc80", "U+DC80"),
}


@pytest.mark.parametrize(("title", "said"), BAD_TITLES.values(), ids=BAD_TITLES)
def test_what_cannot_be_a_title_is_refused_and_the_store_untouched(
    imbang: Imbang, title: str, said: str
) -> None:
    added(imbang, "Susun laporan")
    for words in (("tambah", title), ("ubah", 1, "--judul", title), ("pecah", 1, "Satu", title)):
        refused = imbang.refused(2, "tugas", *words)
        assert said in refused.err
        assert "\x1b" not in refused.err
    assert imbang("tugas", "tambah", title, "--json").error["code"] in {
        *("empty_text", "text_too_long", "hidden_characters"),
    }


BAD_CALLS = {
    "a day that is not in the calendar": ("tambah", "A", "--tenggat", "31-02"),
    "an empty date": ("tambah", "A", "--tenggat", ""),
    "a date in no form": ("tambah", "A", "--tenggat", "kapan-kapan"),
    "no minutes": ("tambah", "A", "--estimasi", "0"),
    "negative minutes": ("tambah", "A", "--estimasi", "-5"),
    "negative minutes, glued": ("tambah", "A", "--estimasi=-5m"),
    "a hundred hours": ("tambah", "A", "--estimasi", "100 jam"),
    "a duration in no form": ("tambah", "A", "--estimasi", "sebentar"),
    "a kind that is none": ("tambah", "A", "--jenis", "besar"),
    "two titles": ("tambah", "Susun", "laporan"),
    "no title": ("tambah",),
    "an option without its value": ("tambah", "A", "--tenggat"),
    "an option that is none": ("tambah", "A", "--tengat", "besok"),
    "a value for a switch": ("tambah", "A", "--penting=ya"),
    "a number that is a word": ("lihat", "satu"),
    "nought": ("lihat", "0"),
    "a fraction": ("lihat", "1.5"),
    "digits of another script": ("lihat", "١"),
    "a number beyond any row": ("lihat", "99999999999999999999"),
    "a list of none": ("daftar", "--jumlah", "0"),
    "nothing to change": ("ubah", "1"),
    "two options that exclude each other": ("ubah", "1", "--tenggat", "rabu", "--tanpa-tenggat"),
    "one piece": ("pecah", "1", "Satu"),
    "a day that has gone": ("tunda", "1", "kemarin"),
    "a question without a terminal": ("triase",),
    "another question without a terminal": ("delegasikan", "1"),
    "a command that is none": ("susun",),
}


@pytest.mark.parametrize("words", BAD_CALLS.values(), ids=BAD_CALLS)
def test_what_cannot_be_understood_is_a_fact_and_a_remedy(
    imbang: Imbang, words: tuple[str, ...]
) -> None:
    added(imbang, "Susun laporan")
    refused = imbang.refused(2, "tugas", *words)
    assert len(refused.err.splitlines()) == 1
    assert refused.err.endswith((".\n", "`.\n", ").\n"))
    body = imbang.refused(2, "tugas", *words, "--json").error
    assert body["code"]
    assert body["message"]
    assert body["hint"]


MISSING = {
    "show": ("lihat", "7"),
    "change": ("ubah", "7", "--penting"),
    "complete": ("selesai", "7"),
    "postpone": ("tunda", "7", "besok"),
    "split": ("pecah", "7", "A", "B"),
    "delete": ("hapus", "7", "--ya"),
    "drop": ("singkirkan", "7"),
    "delegate": ("delegasikan", "7", "--ke", "Bu Sari"),
    "ask": ("smart", "7"),
    "serve a target that is not there": ("tambah", "A", "--skp", "7"),
}


@pytest.mark.parametrize("words", MISSING.values(), ids=MISSING)
def test_a_number_that_does_not_exist_is_named(imbang: Imbang, words: tuple[str, ...]) -> None:
    added(imbang, "Susun laporan")
    refused = imbang.refused(1, "tugas", *words)
    assert "nomor 7 tidak ada" in refused.err
    assert imbang("tugas", *words, "--json").error["code"] == "not_found"


VERBATIM = {
    "Rich markup": "[bold red]merah[/] [link=http://x]y[/link] :smile:",
    "an unclosed tag": "[/]",
    "HTML": "<b>tebal</b> &amp;",
    "a formula": '=HYPERLINK("http://x")',
    "a script from right to left": "تقرير 12 العربية",
    "emoji": "Rapat 🚀 👩‍👩‍👧",
    "wide letters": "会議の準備",
    "quotes and a backslash": "'\" \\n {n} %s",
    "combining marks": "e\u0301le\u0300ve",
    "a hard blank from a word processor": "Rapat\u00a0koordinasi",
    "joiners of other scripts": "می\u200cخواهم ක\u200dෂ",
}


@pytest.mark.parametrize("title", VERBATIM.values(), ids=VERBATIM)
def test_a_title_is_shown_as_typed(imbang: Imbang, title: str) -> None:
    number = added(imbang, title)
    for words in (("lihat", number), ("daftar", "--jumlah", 5)):
        assert title in imbang("tugas", *words, columns=200).ok().out
    assert task(imbang, number)["title"] == title


def test_reading_leaves_the_home_byte_for_byte_as_it_was(imbang: Imbang) -> None:
    added(imbang, "Susun laporan", "--penting")
    before = fingerprint(imbang.home)
    for words in (("daftar",), ("lihat", 1), ("matriks",), ("smart", 1)):
        imbang("tugas", *words).ok()
    assert fingerprint(imbang.home) == before
    assert [path.name for path in imbang.home.iterdir()] == ["keseimbangan.db"]


# One home serves all the examples of a law.
LAW = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)


@LAW
@given(st.text(min_size=1, max_size=60))
def test_any_text_is_kept_exactly_or_refused_in_words(imbang: Imbang, title: str) -> None:
    result = imbang("tugas", "tambah", "--json", "--", title)
    if result.code == 0:
        assert result.json["task"]["title"] == title.strip()
    else:
        assert result.code == 2
        assert result.error["code"] in {"empty_text", "hidden_characters"}


@LAW
@given(st.lists(st.text(max_size=12), max_size=4))
def test_no_words_whatsoever_are_a_bug(imbang: Imbang, words: list[str]) -> None:
    assert imbang("tugas", *words).code in (0, 1, 2)
