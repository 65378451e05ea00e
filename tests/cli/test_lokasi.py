"""`imbang lokasi`: where one works, and how many days away there are."""

from typing import Any

import pytest

from tests.cli.block_steps import added
from tests.in_process import Imbang


def week(imbang: Imbang, *call: str) -> dict[str, Any]:
    return dict(imbang("lokasi", "daftar", *call, "--json").ok().json)


def test_a_day_is_noted_with_all_that_belongs_to_it(imbang: Imbang) -> None:
    call = ("lokasi", "catat", "WFH", "besok", "--dasar", "SE 3/2026", "--jam", "07.30-16.00")
    more = ("--hasil", "Laporan", "--bukti", "tautan", "--kendala", "listrik padam")
    document = imbang(*call, *more, "--json").ok().json
    assert document["location"].pop("uid")
    assert document == {
        "location": {
            "number": 1,
            "date": "2026-11-24",
            "location": "home",
            "basis": "SE 3/2026",
            "start": "07:30",
            "end": "16:00",
            "output": "Laporan",
            "evidence": "tautan",
            "obstacle": "listrik padam",
        },
        "flexible_days": {"used": 1, "limit": 2},
    }


def test_the_day_shows_where_and_how_many(imbang: Imbang) -> None:
    imbang("lokasi", "catat", "rumah", "besok").ok()
    added(imbang, "Rapat", "09.00-10.00", "--hari", "besok", "--lokasi", "kantor")
    out = imbang("hari", "besok").ok().out
    # The note stands above what a block of the day says.
    assert "Selasa, 24 November 2026 · rumah" in out
    assert "Hari fleksibel pekan ini 1/2" in out
    assert imbang("hari", "--json").ok().json["flexible_days"] == {"used": 1, "limit": 2}
    assert imbang("hari", "senin depan", "--json").json["flexible_days"]["used"] == 0


def test_what_came_of_a_day_is_added_later(imbang: Imbang) -> None:
    imbang("lokasi", "catat", "rumah", "--dasar", "SE 3/2026").ok()
    imbang("lokasi", "catat", "rumah", "--hasil", "Laporan").ok()
    (noted,) = (each["noted"] for each in week(imbang)["locations"] if each["noted"])
    assert (noted["number"], noted["basis"], noted["output"]) == (1, "SE 3/2026", "Laporan")


def test_a_weekday_has_its_usual_place(imbang: Imbang) -> None:
    imbang("atur", "lokasi_hari.jumat", "rumah").ok()
    assert imbang("hari", "jumat", "--json").ok().json["location"] == "home"
    imbang("lokasi", "catat", "kantor", "jumat").ok()
    assert imbang("hari", "jumat", "--json").ok().json["location"] == "office"
    imbang("lokasi", "hapus", "jumat", "--ya").ok()
    assert imbang("hari", "jumat", "--json").ok().json["location"] == "home"


def test_more_days_than_the_limit_are_said_and_the_limit_is_a_setting(imbang: Imbang) -> None:
    for day in ("senin", "selasa", "rabu"):
        imbang("lokasi", "catat", "rumah", day).ok()
    assert "Hari fleksibel pekan ini 3/2, melebihi batas" in imbang("lokasi").ok().out
    imbang("atur", "hari_fleksibel", "3").ok()
    assert "Hari fleksibel pekan ini 3/3\n" in imbang("lokasi").ok().out


def test_the_week_shows_every_day(imbang: Imbang) -> None:
    imbang("lokasi", "catat", "lain", "rabu", "--dasar", "ST 5").ok()
    lines = imbang("lokasi").ok().out.splitlines()
    assert lines[2] == "Sen 23 Nov kantor"
    assert lines[4] == "Rab 25 Nov tempat lain Dasar: ST 5"
    assert lines[7] == "Sab 28 Nov –           libur"
    document = week(imbang, "pekan depan")
    assert (document["from"], document["to"]) == ("2026-11-30", "2026-12-07")
    assert [day["working_day"] for day in document["locations"]] == [True] * 5 + [False] * 2


def test_english_words_do_the_same(imbang: Imbang) -> None:
    call = ("location", "set", "home", "tomorrow", "--basis", "SE 3", "--output", "Report")
    out = imbang(*call, lang="en").ok().out
    assert "Tuesday, 24 November 2026 · home" in out
    assert "Flexible days this week 1/2" in out


@pytest.mark.parametrize(
    ("code", "call"),
    [
        (2, ("catat", "bulan")),
        (2, ("catat", "rumah", "32/11")),
        (2, ("catat", "rumah", "--jam", "16.00-07.30")),
        (2, ("catat", "rumah", "--jam", "22.00-01.00")),
        (2, ("catat", "rumah", "--hasil", " ")),
        (1, ("hapus", "besok", "--ya")),
        (2, ("hapus", "hari ini")),
        (2, ("daftar", "pekan entah")),
    ],
)
def test_what_cannot_be_changes_nothing(imbang: Imbang, code: int, call: tuple[str, ...]) -> None:
    imbang("lokasi", "catat", "rumah").ok()
    assert imbang.refused(code, "lokasi", *call, "--json").error["hint"]
