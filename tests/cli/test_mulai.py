"""`imbang mulai`: every question has a flag, an empty answer keeps, and nothing is half-written."""

import tomllib
from typing import Any

import pytest

from tests.in_process import Imbang

# bahasa, zona, hari kerja, jam kerja?, lokasi, other places?, four intentions, session, break
ENTER = [""] * 12


def kept(imbang: Imbang) -> dict[str, Any]:
    path = imbang.home / "pengaturan.toml"
    return tomllib.loads(path.read_text()) if path.exists() else {}


def answers(**given: str) -> list[str]:
    places = [
        "bahasa",
        "zona",
        "hari",
        "jam",
        "lokasi",
        "hari_lokasi",
        "kerja",
        "pribadi",
        "pulih",
        "kembang",
    ]
    return [given.get(name, "") for name in [*places, "menit", "jeda"]]


def test_without_a_terminal_nothing_is_asked_and_the_flags_are_kept(imbang: Imbang) -> None:
    result = imbang("mulai", "--zona", "WIT", "--jumat", "libur", "--niat-pulih", "14", stdin="")
    assert result.ok().err == ""
    assert kept(imbang) == {
        "zona": "Asia/Jayapura",
        "jam_kerja": {"jumat": "libur"},
        "niat": {"pulih": "14j"},
    }


def test_without_a_terminal_and_without_flags_nothing_is_written(imbang: Imbang) -> None:
    assert "tetap seperti semula" in imbang("mulai", stdin="").ok().out
    assert not imbang.home.exists()


def test_every_question_can_be_answered_by_its_flag(imbang: Imbang) -> None:
    flags = {
        "bahasa": "id",
        "zona": "WITA",
        "senin": "08.00-16.30, 12.00-13.00",
        "selasa": "08.00-16.30",
        "rabu": "08.00-16.30",
        "kamis": "08.00-16.30",
        "jumat": "07.00-11.30",
        "sabtu": "libur",
        "minggu": "libur",
        "hari-kerja": "5",
        "lokasi": "rumah",
        "lokasi-senin": "kantor",
        "lokasi-jumat": "lain",
        "niat-kerja": "37j30m",
        "niat-pribadi": "20 jam",
        "niat-pulih": "14",
        "niat-kembang": "3,5 jam",
        "menit": "50",
        "jeda": "10",
    }
    words = [word for flag, value in flags.items() for word in (f"--{flag}", value)]
    # Answers there are none: a question would find the end of input, and the exit code be 130.
    result = imbang("mulai", *words, answers=[])
    assert result.ok().err.count("?") == 1, "only the sentence before the intentions is said"
    assert kept(imbang) == {
        "bahasa": "id",
        "zona": "Asia/Makassar",
        "jam_kerja": {
            "senin": "08.00-16.30, 12.00-13.00",
            "selasa": "08.00-16.30",
            "rabu": "08.00-16.30",
            "kamis": "08.00-16.30",
            "jumat": "07.00-11.30",
            "sabtu": "libur",
            "minggu": "libur",
        },
        "hari_kerja": 5,
        "lokasi": "rumah",
        "lokasi_hari": {"senin": "kantor", "jumat": "lain"},
        "niat": {"kerja": "37j30m", "pribadi": "20j", "pulih": "14j", "kembang": "3j30m"},
        "fokus": {"menit": 50, "jeda": 10},
    }


def test_the_english_flags_do_the_same(imbang: Imbang) -> None:
    words = ("--zone", "WIT", "--friday", "off", "--recovery-intention", "14", "--minutes", "50")
    imbang("setup", *words, "--location", "home", "--break", "10", stdin="").ok()
    assert kept(imbang) == {
        "zona": "Asia/Jayapura",
        "jam_kerja": {"jumat": "libur"},
        "lokasi": "rumah",
        "niat": {"pulih": "14j"},
        "fokus": {"menit": 50, "jeda": 10},
    }


def test_empty_answers_keep_everything_and_write_nothing(imbang: Imbang) -> None:
    result = imbang("mulai", answers=ENTER).ok()
    assert "[WIB]:" in result.err
    assert not imbang.home.exists()


def test_what_is_typed_is_written_and_only_that(imbang: Imbang) -> None:
    typed = answers(zona="wita", lokasi="wfh", pulih="14", menit="50")
    result = imbang("mulai", answers=typed).ok()
    assert kept(imbang) == {
        "zona": "Asia/Makassar",
        "lokasi": "rumah",
        "niat": {"pulih": "14j"},
        "fokus": {"menit": 50},
    }
    assert "imbang blok templat" in result.out
    assert imbang("blok", "--json").json["blocks"] == [], "a template is offered, not put in place"


def test_hours_that_do_not_fit_are_asked_day_by_day(imbang: Imbang) -> None:
    typed = [*["", "", "", "t"], "08.00-16.30", *[""] * 5, "07.00-12.00", *[""] * 8]
    result = imbang("mulai", answers=typed).ok()
    assert "Senin–Kamis: 07.30–16.00, 12.00–13.00" in result.err
    assert kept(imbang) == {"jam_kerja": {"senin": "08.00-16.30", "minggu": "07.00-12.00"}}


def test_the_place_of_each_working_day_is_asked_where_some_are_elsewhere(imbang: Imbang) -> None:
    typed = [*["", "", "6", "", "", "y"], *["", "", "", "", "rumah", "kantor"], *[""] * 6]
    result = imbang("mulai", answers=typed).ok()
    assert "Sabtu: 07.30–12.30" in result.err
    assert "tempat kerja biasa Minggu" not in result.err
    assert kept(imbang) == {
        "hari_kerja": 6,
        "lokasi_hari": {"jumat": "rumah", "sabtu": "kantor"},
    }
    assert imbang("hari", "2026-11-27", "--json").ok().json["location"] == "home"


def test_places_by_flag_are_not_asked(imbang: Imbang) -> None:
    result = imbang("setup", "--friday-location", "home", "--work-days", "6", stdin="").ok()
    assert kept(imbang) == {"hari_kerja": 6, "lokasi_hari": {"jumat": "rumah"}}
    result = imbang("mulai", "--lokasi-jumat", "kantor", answers=[""] * 11).ok()
    assert "tempat lain" not in result.err


def test_an_answer_that_cannot_be_understood_is_asked_again(imbang: Imbang) -> None:
    typed = ["", "Jakarta", "WIT", *[""] * 10]
    result = imbang("mulai", answers=typed).ok()
    assert "Nilai 'Jakarta' untuk 'zona' tidak dapat dipakai." in result.err
    assert kept(imbang) == {"zona": "Asia/Jayapura"}


def test_a_second_run_shows_what_was_settled_by_the_first(imbang: Imbang) -> None:
    imbang("mulai", "--zona", "WIT", "--niat-pulih", "14", "--menit", "50", stdin="").ok()
    err = imbang("mulai", answers=ENTER).ok().err
    assert all(present in err for present in ("[WIT]:", "[14 j]:", "[50]:"))
    assert kept(imbang)["zona"] == "Asia/Jayapura"


def test_a_run_that_stops_halfway_has_written_nothing(imbang: Imbang) -> None:
    result = imbang("mulai", "--menit", "50", answers=["", "WIT", ""])
    assert result.code == 130
    assert not imbang.home.exists()


def test_yes_asks_nothing_even_at_a_terminal(imbang: Imbang) -> None:
    imbang("mulai", "--ya", "--zona", "WIT", answers=[]).ok()
    assert kept(imbang) == {"zona": "Asia/Jayapura"}


def test_the_document_lists_what_was_settled(imbang: Imbang) -> None:
    document = imbang("mulai", "--zona", "WIT", "--json", answers=[]).ok().json
    assert [(each["key"], each["value"]) for each in document["settings"]] == [
        ("zona", "Asia/Jayapura")
    ]


def test_the_questions_after_the_language_are_asked_in_it(imbang: Imbang) -> None:
    imbang("mulai", answers=answers(bahasa="en")).ok()
    assert kept(imbang) == {"bahasa": "en"}


@pytest.mark.parametrize(
    "flags",
    [
        ("--zona", "Jakarta"),
        ("--senin", "16.00-07.30"),
        ("--menit", "0"),
        ("--menit", "-5"),
        ("--niat-pulih", "200 jam"),
        ("--bahasa", "fr"),
        ("--lokasi", ""),
        ("--nama", "Budi"),
    ],
)
def test_a_flag_that_cannot_be_understood_writes_nothing(
    imbang: Imbang, flags: tuple[str, ...]
) -> None:
    imbang.refused(2, "mulai", "--zona", "WIB", *flags, answers=[])
    assert not imbang.home.exists()
