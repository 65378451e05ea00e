"""`imbang blok` across midnight and across the country."""

import pytest

from tests.cli.block_steps import added, day, kept
from tests.in_process import Imbang

MONDAY = "2026-11-23"


class TestNights:
    """Blocks across midnight (Timewarrior 186, 295, 360)."""

    def test_a_night_is_listed_on_both_days(self, imbang: Imbang) -> None:
        added(imbang, "Jaga", "22.00-01.00")
        night = ["Jaga 11-23 22.00-01.00"]
        assert day(imbang, MONDAY) == night
        assert day(imbang, "2026-11-24") == night
        assert day(imbang, "2026-11-25") == []

    def test_a_night_can_be_deleted_moved_and_finished(self, imbang: Imbang) -> None:
        number = added(imbang, "Jaga", "22.00-01.00")
        imbang("blok", "geser", number, "+30m").ok()
        assert day(imbang, "2026-11-24") == ["Jaga 11-23 22.30-01.30"]
        done = imbang("blok", "selesai", number, now="2026-11-24T02:00:00+07:00")
        assert "status  selesai" in done.ok().out
        imbang("blok", "hapus", number, "--ya").ok()
        assert day(imbang, MONDAY) == []
        assert day(imbang, "2026-11-24") == []

    @pytest.mark.parametrize(
        ("said", "start", "end"),
        [
            ("22.10-00.50", "11-23T22:10", "11-24T00:50"),
            ("00.10-00.50", "11-24T00:10", "11-24T00:50"),
            ("21.30-23.00", "11-23T21:30", "11-23T23:00"),
        ],
    )
    def test_what_ran_in_a_night_is_on_the_day_on_which_it_ran(
        self, imbang: Imbang, said: str, start: str, end: str
    ) -> None:
        number = added(imbang, "Jaga", "22.00-01.00")
        now = "2026-11-24T02:00:00+07:00"
        imbang("blok", "selesai", number, "--nyata", said, now=now).ok()
        block = kept(imbang, number)
        assert block["actual_starts_at"] == f"2026-{start}:00+07:00"
        assert block["actual_ends_at"] == f"2026-{end}:00+07:00"


class TestZones:
    """A block keeps its day and hour when the person travels (Super Productivity 5461, 5555)."""

    def travel(self, imbang: Imbang, zone: str) -> None:
        imbang("atur", "zona", zone).ok()

    def test_a_block_planned_in_jayapura_keeps_its_hours_in_jakarta(self, imbang: Imbang) -> None:
        self.travel(imbang, "WIT")
        number = added(imbang, "Rapat daerah", "08.00-10.00", "--hari", "jumat")
        self.travel(imbang, "WIB")
        block = kept(imbang, number)
        assert block["starts_at"] == "2026-11-27T08:00:00+09:00"
        assert block["zone"] == "Asia/Jayapura"
        out = imbang("hari", "jumat").ok().out
        assert "08.00–10.00 WIT" in out
        assert "WIT" in imbang("minggu", columns=60).ok().out
        assert "WIT" in imbang("minggu", columns=130).ok().out

    def test_a_block_early_in_jayapura_is_on_its_own_day(self, imbang: Imbang) -> None:
        self.travel(imbang, "WIT")
        added(imbang, "Apel", "00.30-01.30", "--hari", "jumat")
        self.travel(imbang, "WIB")
        assert day(imbang, "jumat") == ["Apel 11-27 00.30-01.30"]
        assert day(imbang, "kamis") == []

    def test_what_really_overlaps_is_refused_with_its_zone(self, imbang: Imbang) -> None:
        self.travel(imbang, "WIT")
        added(imbang, "Rapat daerah", "10.00-12.00")
        self.travel(imbang, "WIB")
        refused = imbang.refused(1, "blok", "tambah", "Telaah", "08.00-09.00")
        assert "10.00–12.00 WIT" in refused.err
        added(imbang, "Telaah", "10.00-11.00")

    def test_a_recurring_block_keeps_its_weekday(self, imbang: Imbang) -> None:
        self.travel(imbang, "WIT")
        added(imbang, "Apel", "07.30-08.00", "--ulang", "tiap jumat")
        self.travel(imbang, "WIB")
        assert day(imbang, "jumat") == ["Apel 11-27 07.30-08.00"]

    def test_the_present_is_where_it_really_is(self, imbang: Imbang) -> None:
        self.travel(imbang, "WIT")
        added(imbang, "Rapat daerah", "10.00-12.00")
        self.travel(imbang, "WIB")
        lines = imbang("hari", now="2026-11-23T08:30:00+07:00").ok().out.splitlines()
        assert any(line.startswith("▶ 10.00–12.00 WIT") for line in lines)
        lines = imbang("hari", now="2026-11-23T11:00:00+07:00").ok().out.splitlines()
        assert not any(line.startswith("▶ 10.00–12.00 WIT") for line in lines)
