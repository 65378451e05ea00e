"""A day named to `data pulihkan` is the state in which that day ended."""

from collections.abc import Callable

import pytest

from tests.in_process import Imbang

FRIDAY = "2026-11-20T09:00:00+07:00"
FRIDAY_EVENING = "2026-11-20T17:00:00+07:00"
MONDAY = "2026-11-23T08:00:00+07:00"
MONDAY_EVENING = "2026-11-23T17:00:00+07:00"
TUESDAY = "2026-11-24T08:00:00+07:00"
NOON = "2026-11-24T12:00:00+07:00"
HOLDS = "Cadangan harian memuat keadaan sebelum perubahan pertama hari itu."

Held = Callable[[str], list[str]]


@pytest.fixture
def days(imbang: Imbang) -> Imbang:
    """Tasks of Friday, of Monday and of Tuesday; the daily backups are of Monday and Tuesday."""
    for moment, title in (
        (FRIDAY, "Jumat pagi"),
        (FRIDAY_EVENING, "Jumat sore"),
        (MONDAY, "Senin pagi"),
        (MONDAY_EVENING, "Senin sore"),
        (TUESDAY, "Selasa pagi"),
    ):
        imbang("tugas", "tambah", title, now=moment).ok()
    return imbang


@pytest.fixture
def held(days: Imbang) -> Held:
    """What is there after a restore of a day."""

    def titles(which: str) -> list[str]:
        days("data", "pulihkan", which, "--ya", now=NOON).ok()
        found = days("tugas", "--json", now=NOON).ok().json["tasks"]
        return [each["title"] for each in sorted(found, key=lambda each: each["number"])]

    return titles


def test_yesterday_is_with_all_that_was_noted_on_it(held: Held) -> None:
    assert held("kemarin") == ["Jumat pagi", "Jumat sore", "Senin pagi", "Senin sore"]


@pytest.mark.parametrize("which", ["20/11", "21/11", "22/11"])
def test_a_day_before_days_without_a_note_is_that_of_the_next_backup(
    held: Held, which: str
) -> None:
    assert held(which) == ["Jumat pagi", "Jumat sore"]


def test_a_day_before_the_beginning_has_none(days: Imbang) -> None:
    error = days.refused(1, "data", "pulihkan", "19/11", "--json", now=NOON).error
    assert error["code"] == "no_backup"


def test_what_was_noted_between_a_day_and_the_next_backup_is_not_brought(days: Imbang) -> None:
    monday = next((days.home / "cadangan").glob("2026-11-23*-harian-*"))
    monday.unlink()
    error = days.refused(1, "data", "pulihkan", "20/11", "--json", now=NOON).error
    assert error["code"] == "no_backup", "Tuesday's holds what was noted on Monday"


def test_a_backup_of_the_day_itself_serves_where_none_holds_its_end(days: Imbang) -> None:
    days("data", "cadangkan", now=FRIDAY_EVENING).ok()
    next((days.home / "cadangan").glob("2026-11-23*-harian-*")).unlink()
    document = days("data", "pulihkan", "20/11", "--tinjau", "--json", now=NOON).ok().json
    assert "2026-11-20" in document["backup"]


def test_the_preview_and_the_list_say_what_a_daily_one_holds(days: Imbang) -> None:
    preview = days("data", "pulihkan", "kemarin", "--tinjau", now=NOON, columns=200).ok().out
    assert "Sel 24 Nov 2026 08.00 (harian)" in preview
    assert HOLDS in preview
    assert HOLDS in days("data", "cadangkan", "--daftar", now=NOON, columns=200).ok().out
    days("data", "cadangkan", now=NOON).ok()
    assert HOLDS not in days("data", "pulihkan", "--tinjau", now=NOON, columns=200).ok().out
