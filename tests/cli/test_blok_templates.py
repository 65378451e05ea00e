"""`imbang blok templat`: two days that come with the program."""

import pytest

from tests.cli.block_steps import added, day
from tests.in_process import Imbang

MONDAY_A = [
    "Pekerjaan berat 11-23 07.30-09.30",
    "Istirahat singkat 11-23 09.30-09.45",
    "Pekerjaan berat, lanjutan 11-23 09.45-11.30",
    "Penyangga tugas mendadak 11-23 11.30-12.00",
    "Istirahat siang 11-23 12.00-13.00",
    "Kolaborasi dan rapat 11-23 13.00-14.30",
    "Dokumen 11-23 14.30-15.30",
    "Penyangga dan tutup hari 11-23 15.30-16.00",
    "Makan malam keluarga 11-23 18.30-19.30",
]


def test_a_template_makes_a_whole_day(imbang: Imbang) -> None:
    result = imbang("blok", "templat", "a").ok()
    assert "Templat A dipasang." in result.out
    assert day(imbang, "2026-11-23") == MONDAY_A


@pytest.mark.parametrize("name", ["A", "B"])
@pytest.mark.parametrize("date", ["2026-11-23", "2026-11-27"])
def test_every_template_fits_the_hours_and_holds_rest_buffer_and_family(
    imbang: Imbang, name: str, date: str
) -> None:
    imbang("blok", "templat", name, "--hari", date).ok()
    plan = imbang("hari", date, "--json").ok().json
    assert {"break", "buffer", "family"} <= {block["kind"] for block in plan["blocks"]}
    assert plan["warnings"] == []
    assert plan["gaps"] == []
    assert plan["planned_work_minutes"] <= plan["capacity_minutes"]
    assert [b["protected"] for b in plan["blocks"] if b["kind"] == "family"] == [True]


def test_friday_has_the_longer_break(imbang: Imbang) -> None:
    imbang("blok", "templat", "A", "--hari", "jumat").ok()
    assert "Istirahat dan salat Jumat 11-27 11.30-13.00" in day(imbang, "jumat")


def test_a_template_is_placed_in_the_language_of_its_reader(imbang: Imbang) -> None:
    imbang("block", "template", "B", lang="en").ok()
    assert day(imbang, "2026-11-23")[0] == "Plan the day 11-23 07.30-08.00"


def test_a_template_over_another_block_is_refused_with_its_own_ways_out(imbang: Imbang) -> None:
    added(imbang, "Rapat", "08.00-09.00")
    refused = imbang.refused(1, "blok", "templat", "A")
    assert "'Rapat'" in refused.err
    assert "--isi-celah" in refused.err
    assert "--tumpuk" in refused.err
    assert "--geser" not in refused.err


def test_only_the_gaps_can_be_filled(imbang: Imbang) -> None:
    added(imbang, "Rapat", "08.00-09.00")
    result = imbang("blok", "templat", "A", "--isi-celah").ok()
    assert "1 bagian dilewati karena waktunya sudah terisi." in result.err
    assert day(imbang, "2026-11-23") == ["Rapat 11-23 08.00-09.00", *MONDAY_A[1:]]


def test_a_full_day_has_no_gap_to_fill(imbang: Imbang) -> None:
    imbang("blok", "templat", "A").ok()
    result = imbang("blok", "templat", "A", "--isi-celah").ok()
    assert "Tidak ada bagian A yang muat." in result.out
    assert day(imbang, "2026-11-23") == MONDAY_A


def test_both_can_be_kept(imbang: Imbang) -> None:
    added(imbang, "Rapat", "08.00-09.00")
    imbang("blok", "templat", "A", "--tumpuk").ok()
    assert len(day(imbang, "2026-11-23")) == len(MONDAY_A) + 1


def test_last_nights_block_and_recurring_ones_are_seen(imbang: Imbang) -> None:
    added(imbang, "Jaga", "22.00-08.00", "--hari", "kemarin")
    imbang.refused(1, "blok", "templat", "A")
    added(imbang, "Apel", "07.30-08.00", "--ulang", "tiap selasa")
    refused = imbang.refused(1, "blok", "templat", "A", "--hari", "besok")
    assert "'Apel' (Selasa, 24 November 2026" in refused.err


def test_a_template_on_a_day_off_is_placed_and_said(imbang: Imbang) -> None:
    result = imbang("blok", "templat", "A", "--hari", "sabtu").ok()
    assert "Sabtu, 28 November 2026 bukan hari kerja." in result.err
    assert len(day(imbang, "sabtu")) == len(MONDAY_A)


def test_an_unknown_template_names_the_known_ones(imbang: Imbang) -> None:
    refused = imbang.refused(2, "blok", "templat", "C")
    assert "Templat 'C' tidak ada. Yang ada: A dan B." in refused.err


def test_two_ways_at_once_are_one_too_many(imbang: Imbang) -> None:
    imbang.refused(2, "blok", "templat", "A", "--tumpuk", "--isi-celah")


def test_without_a_name_every_template_is_shown(imbang: Imbang) -> None:
    out = imbang("blok", "templat").ok().out
    assert "pagi berat, siang kolaborasi, sore dokumen" in out
    assert "07.30–09.30  Pekerjaan berat" in out
    assert "11.30–13.00  Istirahat dan salat Jumat" in out
    (first, second) = imbang("blok", "templat", "--json").ok().json["templates"]
    assert (first["name"], second["name"]) == ("A", "B")
    assert first["blocks"][0] == {
        "start": "07:30",
        "end": "09:30",
        "title": "Pekerjaan berat",
        "kind": "focus",
    }
    assert len(first["friday"]) == 8
