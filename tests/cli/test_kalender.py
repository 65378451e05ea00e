"""`imbang kalender ekspor`: what stands in the file."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import icalendar
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keseimbangan.domain.blocks import BlockStatus, WorkLocation
from keseimbangan.domain.elements import Element
from keseimbangan.domain.journal import StressEntry
from keseimbangan.domain.tasks import Task
from keseimbangan.store.journal import Journal
from keseimbangan.store.tasks import Tasks
from tests.cli.calendar_examples import (
    NOW,
    WEEK,
    ZONE,
    block,
    by_title,
    changing,
    counts,
    export,
    fill,
    written,
)
from tests.in_process import Imbang


class TestTheFile:
    def test_the_running_week_goes_to_blok_ics(self, imbang: Imbang) -> None:
        fill(imbang, *WEEK, block("x", "Pekan depan", date(2026, 11, 30)))
        document = export(imbang)
        assert document == {
            "files": ["blok.ics"],
            "new": 3,
            "changed": 0,
            "unchanged": 0,
            "removed": 0,
            "removed_events": [],
        }
        assert [
            (event["SUMMARY"], event["DTSTART"], event["UID"]) for event in written(imbang)
        ] == [
            ("[fokus] Susun laporan", "20261123T010000Z", "a@keseimbangan"),
            ("[pribadi] Makan malam", "20261123T120000Z", "c@keseimbangan"),
            ("[rapat] Rapat tim", "20261124T010000Z", "b@keseimbangan"),
        ]

    @pytest.mark.parametrize(
        ("options", "titles"),
        [
            (("--minggu", "pekan depan"), ["Depan"]),
            (("--week", "2026-W49"), ["Depan"]),
            (("--bulan", "november"), ["Kini", "Depan"]),
            (("--month", "2026-12"), ["Desember"]),
            (("--dari", "2026-11-30", "--sampai", "2026-12-15"), ["Depan", "Desember"]),
            (("--from", "2026-11-23", "--to", "2026-11-23"), ["Kini"]),
            (("--sampai", "2026-11-30"), ["Kini", "Depan"]),
        ],
    )
    def test_the_days_can_be_chosen(
        self, imbang: Imbang, options: tuple[str, ...], titles: list[str]
    ) -> None:
        fill(
            imbang,
            block("a", "Kini"),
            block("b", "Depan", date(2026, 11, 30)),
            block("c", "Desember", date(2026, 12, 15)),
        )
        export(imbang, "--tanpa-awalan", *options)
        assert [event["SUMMARY"] for event in written(imbang)] == titles

    def test_the_description_names_element_kind_and_task(self, imbang: Imbang) -> None:
        with changing(imbang) as db:
            task = Tasks(db).add(Task(None, "t", "Laporan triwulan"))
        place = WorkLocation.HOME
        fill(imbang, replace(WEEK[0], task=task.number, location=place))
        export(imbang)
        [event] = written(imbang)
        assert event["DESCRIPTION"] == "Unsur: kerja\nJenis: fokus\nTugas: Laporan triwulan"
        assert event["LOCATION"] == "rumah"

    def test_a_note_stays_at_home_unless_it_is_asked_for(self, imbang: Imbang) -> None:
        fill(imbang, *WEEK)
        export(imbang)
        assert b"rahasia" not in (imbang.cwd / "blok.ics").read_bytes()
        export(imbang, "--dengan-catatan")
        assert "catatan rahasia" in by_title(imbang)["[fokus] Susun laporan"]["DESCRIPTION"]

    def test_elements_can_be_chosen(self, imbang: Imbang) -> None:
        fill(
            imbang, *WEEK, block("d", "Kursus", start="20:00", end="21:00", element=Element.GROWTH)
        )
        export(imbang, "--unsur", "pribadi", "--element", "kembang", "--tanpa-awalan")
        assert [event["SUMMARY"] for event in written(imbang)] == ["Makan malam", "Kursus"]

    def test_skipped_blocks_are_left_out(self, imbang: Imbang) -> None:
        fill(imbang, WEEK[0], replace(WEEK[1], status=BlockStatus.SKIPPED))
        assert counts(export(imbang)) == (1, 0, 0, 0)

    def test_a_series_is_exported_as_its_occurrences(self, imbang: Imbang) -> None:
        fill(imbang, block("s", "Apel", rule="FREQ=WEEKLY;BYDAY=MO,WE"))
        export(imbang)
        assert [(event["DTSTART"], event["UID"]) for event in written(imbang)] == [
            ("20261123T010000Z", "s-20261123@keseimbangan"),
            ("20261125T010000Z", "s-20261125@keseimbangan"),
        ]
        assert b"RRULE" not in (imbang.cwd / "blok.ics").read_bytes()

    def test_each_occurrence_keeps_its_hour_in_jayapura_and_berlin(self, imbang: Imbang) -> None:
        saturday = date(2026, 10, 24)
        fill(
            imbang,
            block("j", "Pagi", saturday, "07:30", "08:00", zone="Asia/Jayapura", rule="FREQ=DAILY"),
            block("e", "Früh", saturday, "08:00", "09:00", zone="Europe/Berlin", rule="FREQ=DAILY"),
        )
        export(imbang, "--dari", "2026-10-24", "--sampai", "2026-10-26", "--tanpa-awalan")
        starts: dict[str, list[str]] = {}
        for event in written(imbang):
            starts.setdefault(event["SUMMARY"], []).append(event["DTSTART"])
        assert starts == {
            "Pagi": ["20261023T223000Z", "20261024T223000Z", "20261025T223000Z"],
            "Früh": ["20261024T060000Z", "20261025T070000Z", "20261026T070000Z"],
        }

    def test_a_block_over_midnight_ends_on_the_next_day(self, imbang: Imbang) -> None:
        fill(imbang, block("r", "Ronda", start="22:00", end="01:00"))
        export(imbang)
        [event] = written(imbang)
        assert (event["DTSTART"], event["DTEND"]) == ("20261123T150000Z", "20261123T180000Z")

    def test_english_words_are_written_for_an_english_reader(self, imbang: Imbang) -> None:
        fill(imbang, WEEK[0])
        assert counts(export(imbang, lang="en")) == (1, 0, 0, 0)
        assert imbang("calendar", "export", "--no-prefix", lang="en").ok()

    def test_nothing_reaches_the_calendar_that_google_would_refuse(self, imbang: Imbang) -> None:
        fill(imbang, *WEEK)
        export(imbang, "--dengan-catatan")
        content = (imbang.cwd / "blok.ics").read_bytes()
        assert not content.startswith(b"\xef\xbb\xbf")
        assert b"METHOD:PUBLISH\r\n" in content
        for word in (b"VALARM", b"ORGANIZER", b"ATTENDEE", b"TZID", b"CLASS"):
            assert word not in content

    def test_a_month_of_much_text_is_parted(self, imbang: Imbang) -> None:
        first = date(2026, 11, 1)
        days = [first + timedelta(days=number) for number in range(30)]
        hours = [(f"{hour:02d}:00", f"{hour:02d}:30") for hour in range(8, 12)]
        fill(
            imbang,
            *(
                block(f"{day}{start}", "Panjang", day, start, end, note="é" * 10_000)
                for day in days
                for start, end in hours
            ),
        )
        document = export(imbang, "--bulan", "november", "--dengan-catatan", "-o", "bulan.ics")
        assert document["files"] == ["bulan-1.ics", "bulan-2.ics", "bulan-3.ics"]
        assert sum(len(written(imbang, name)) for name in document["files"]) == 120
        assert not (imbang.cwd / "bulan.ics").exists()


class TestPrivacy:
    def test_the_journal_never_reaches_a_calendar(self, imbang: Imbang) -> None:
        with changing(imbang) as db:
            Journal(db).add(
                StressEntry(
                    number=None,
                    uid="s",
                    week="2026-W48",
                    written_at=NOW,
                    zone=ZONE,
                    level=9,
                    triggers=("pemicu-rahasia",),
                    main_cause="penyebab-rahasia",
                    coping="cara-rahasia",
                    note="jurnal-rahasia",
                )
            )
        fill(imbang, *WEEK)
        result = imbang("kalender", "ekspor", "--dengan-catatan").ok()
        content = (imbang.cwd / "blok.ics").read_text(encoding="utf-8")
        for secret in ("pemicu-", "penyebab-", "cara-", "jurnal-"):
            assert secret not in content + result.out + result.err

    def test_an_export_needs_no_journal_at_all(self, imbang: Imbang) -> None:
        fill(imbang, *WEEK)
        with closing(sqlite3.connect(imbang.store)) as connection:
            connection.execute("DROP TABLE stress_triggers")
            connection.execute("DROP TABLE stress_entries")
            connection.commit()
        assert counts(export(imbang)) == (3, 0, 0, 0)


HOSTILE = st.one_of(
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=200),
    st.sampled_from(
        (
            "BEGIN:VEVENT",
            "a\r\nEND:VEVENT\r\nBEGIN:VEVENT",
            "a,b;c\\d\ne",
            "😀" * 100,
            "عربي",
            "x" * 10_000,
        )
    ),
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(HOSTILE, HOSTILE), min_size=1, max_size=4))
def test_whatever_was_written_is_read_back_with_its_time(
    imbang: Imbang, texts: list[tuple[str, str]]
) -> None:
    imbang.store.unlink(missing_ok=True)
    blocks = [
        block(
            f"b{number}", title, start=f"{8 + number:02d}:00", end=f"{9 + number:02d}:00", note=note
        )
        for number, (title, note) in enumerate(texts)
    ]
    fill(imbang, *blocks)
    export(imbang, "--dengan-catatan")
    calendar: Any = icalendar.Calendar.from_ical((imbang.cwd / "blok.ics").read_bytes())
    found = calendar.walk("VEVENT")
    assert len(found) == len(blocks)
    for event, each in zip(found, blocks, strict=True):
        assert (event.start, event.end) == (each.starts_at, each.ends_at)
        assert event["UID"] == f"{each.uid}@keseimbangan"
        assert not event.errors


def test_files_are_in_the_order_of_time(imbang: Imbang) -> None:
    fill(imbang, *reversed(WEEK))
    export(imbang)
    starts = [event["DTSTART"] for event in written(imbang)]
    assert all(one <= other for one, other in pairwise(starts))
