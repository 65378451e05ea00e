"""`imbang dialog`: notes of performance talks."""

from tests.in_process import Imbang

TALK = ("--hari", "20/11", "--skp", "1", "--catatan", "Capaian dibahas")
AGREED = ("--kesepakatan", "Data tiap tanggal 5", "--tindak-lanjut", "5/12")


def test_a_talk_is_written_down_and_shown(imbang: Imbang) -> None:
    imbang("skp", "tambah", "A").ok()
    card = imbang("dialog", "tambah", "Kabid", *TALK, *AGREED).ok().out
    assert card.splitlines() == [
        "Dialog kinerja dicatat.",
        "1  Kabid",
        "tanggal        Jumat, 20 November 2026",
        "SKP            1",
        "catatan        Capaian dibahas",
        "kesepakatan    Data tiap tanggal 5",
        "tindak lanjut  Sabtu, 5 Desember 2026",
    ]
    document = imbang("dialog", "lihat", 1, "--json").ok().json["dialogue"]
    assert document.pop("uid")
    assert document == {
        "number": 1,
        "date": "2026-11-20",
        "with": "Kabid",
        "target": 1,
        "note": "Capaian dibahas",
        "agreement": "Data tiap tanggal 5",
        "follow_up": "2026-12-05",
    }


def test_talks_are_listed_by_year(imbang: Imbang) -> None:
    imbang("dialog", "tambah", "Kabid").ok()
    imbang("dialog", "tambah", "Sekda", "--hari", "2025-06-02").ok()
    assert "Sen 23 Nov  Kabid" in imbang("dialog").ok().out
    found = imbang("dialog", "daftar", 2025, "--json").ok().json["dialogues"]
    assert [one["with"] for one in found] == ["Sekda"]
    assert "Belum ada dialog kinerja pada 2024." in imbang("dialog", "daftar", 2024).out


def test_the_list_tells_when_an_agreement_is_looked_at_again(imbang: Imbang) -> None:
    imbang("dialog", "tambah", "Kabid").ok()
    assert "ditinjau" not in imbang("dialog").ok().out
    imbang("dialog", "tambah", "Sekda", *AGREED).ok()
    lines = [line.split() for line in imbang("dialog").ok().out.splitlines()]
    assert lines[2][-1] == "ditinjau"
    assert [line[-3:] for line in lines if "Sekda" in line] == [["Sab", "5", "Des"]]


def test_a_talk_is_changed_and_deleted(imbang: Imbang) -> None:
    imbang("dialog", "tambah", "Kabid").ok()
    change = ("dialog", "ubah", 1, "--dengan", "Sekda", "--kesepakatan", "Dua laporan")
    changed = imbang(*change, "--json").ok().json["dialogue"]
    assert (changed["with"], changed["agreement"]) == ("Sekda", "Dua laporan")
    assert imbang.refused(2, "dialog", "ubah", 1, "--json").error["code"] == "nothing_to_change"
    kept = imbang("dialog", "hapus", 1, answers=["t"]).ok()
    assert "Hapus dialog 1 dengan Sekda, Senin, 23 November 2026?" in kept.err
    imbang("dialog", "hapus", 1, answers=["y"]).ok()
    assert imbang("dialog", "--json").ok().json == {"dialogues": []}


def test_a_talk_names_a_target_that_exists(imbang: Imbang) -> None:
    imbang("skp", "tambah", "A").ok()
    result = imbang.refused(1, "dialog", "tambah", "Kabid", "--skp", 9, "--json")
    assert result.error["code"] == "not_found"
    assert imbang.refused(1, "dialog", "lihat", 9, "--json").error["code"] == "not_found"


def test_english_words_do_the_same(imbang: Imbang) -> None:
    talk = ("dialogue", "add", "Head", "--day", "yesterday", "--note", "x", "--agreement", "y")
    imbang(*talk, lang="en").ok()
    assert "Sunday, 22 November 2026" in imbang("dialogue", "show", 1, lang="en").ok().out
