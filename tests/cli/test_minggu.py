"""`imbang minggu`: seven days and the balance of their elements."""

from collections.abc import Callable

import pytest

from tests.cli.block_steps import added
from tests.in_process import Imbang


@pytest.fixture
def week(imbang: Imbang) -> Imbang:
    """A week with work, family, a night, something done and something skipped."""
    imbang("atur", "niat.pribadi", "10 jam").ok()
    imbang("blok", "templat", "A").ok()
    imbang("blok", "templat", "B", "--hari", "jumat").ok()
    added(imbang, "Apel", "07.00-07.30", "--ulang", "tiap selasa dan kamis")
    added(imbang, "Jaga malam", "22.00-01.00", "--hari", "rabu")
    added(imbang, "Rapat koordinasi triwulan dengan seluruh kepala bidang", "13.00-15.00",
          "--hari", "rabu")  # fmt: skip
    imbang("blok", "lewati", added(imbang, "Arsip", "15.00-16.00", "--hari", "rabu")).ok()
    imbang("blok", "selesai", 1, "--nyata", "07.30-09.00", now="2026-11-23T10:00:00+07:00").ok()
    return imbang


@pytest.mark.parametrize("columns", [60, 80, 130])
def test_the_week_is_laid_out_for_its_width(
    week: Imbang, golden: Callable[[str, str], None], columns: int
) -> None:
    shown = week("minggu", columns=columns).ok().out
    golden(f"minggu-{columns}.txt", "".join(f"{line.rstrip()}\n" for line in shown.splitlines()))


def test_a_week_is_named_by_any_of_its_days(imbang: Imbang) -> None:
    for said in ("jumat", "2026-W48", "pekan ini", "29/11"):
        assert imbang("minggu", said, "--json").ok().json["from"] == "2026-11-23"
    for said in ("pekan depan", "senin depan", "2026-W49"):
        assert imbang("minggu", said, "--json").ok().json["from"] == "2026-11-30"


def test_the_days_of_a_week_are_those_of_the_day(week: Imbang) -> None:
    document = week("minggu", "--json").ok().json
    assert (document["from"], document["to"]) == ("2026-11-23", "2026-11-30")
    for day in document["days"]:
        assert day == week("hari", day["date"], "--json").ok().json


def test_minutes_are_counted_against_what_was_intended(week: Imbang) -> None:
    elements = week("minggu", "--json").ok().json["elements"]
    assert elements["life"] == {
        "planned_minutes": 120,
        "done_minutes": 0,
        "intended_minutes": 600,
    }
    assert elements["work"]["intended_minutes"] == 2250
    assert elements["work"]["done_minutes"] == 90
    assert elements["growth"] == {
        "planned_minutes": 0,
        "done_minutes": 0,
        "intended_minutes": None,
    }


def test_the_planned_minutes_of_a_week_are_those_of_its_days(week: Imbang) -> None:
    document = week("minggu", "--json").ok().json
    daily = sum(day["planned_work_minutes"] for day in document["days"])
    assert document["elements"]["work"]["planned_minutes"] == daily


def test_what_really_ran_on_another_day_counts_where_it_ran(imbang: Imbang) -> None:
    night = added(imbang, "Jaga", "22.00-01.00", "--hari", "29/11")
    after = "2026-11-30T02:00:00+07:00"
    imbang("blok", "selesai", night, "--nyata", "22.30-01.00", now=after).ok()
    this_week = imbang("minggu", "2026-W48", "--json").ok().json["elements"]["work"]
    next_week = imbang("minggu", "2026-W49", "--json").ok().json["elements"]["work"]
    assert (this_week["done_minutes"], next_week["done_minutes"]) == (90, 60)
    assert (this_week["planned_minutes"], next_week["planned_minutes"]) == (120, 60)


def test_today_is_marked(week: Imbang) -> None:
    for columns in (60, 130):
        shown = week("minggu", columns=columns, now="2026-11-25T08:00:00+07:00").ok().out
        assert shown.count("▶") == 1
        assert "▶ Rab 25 Nov" in shown


def test_an_empty_week_is_still_a_week(imbang: Imbang) -> None:
    shown = imbang("minggu").ok().out
    assert "Pekan 23–29 November 2026" in shown
    assert "Sab 28 Nov libur" in shown
    assert not imbang.home.exists()


def test_the_week_speaks_english(week: Imbang) -> None:
    assert "Week of 23–29 November 2026" in week("week", lang="en").ok().out
