"""`imbang kalender ekspor` again: what the ledger knows, and what an interruption leaves."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.cli.calendar_examples import (
    WEEK,
    by_title,
    counts,
    delete,
    export,
    fill,
    save,
    written,
)
from tests.harness import fingerprint
from tests.in_process import Imbang

LATER = "2026-11-23T09:00:00+07:00"


class TestAgain:
    def test_an_unchanged_export_is_the_same_to_the_byte(self, imbang: Imbang) -> None:
        fill(imbang, *WEEK)
        export(imbang)
        before = (imbang.cwd / "blok.ics").read_bytes()
        assert counts(export(imbang, now=LATER)) == (0, 0, 3, 0)
        assert (imbang.cwd / "blok.ics").read_bytes() == before

    def test_an_unchanged_export_leaves_the_ledger_alone(self, imbang: Imbang) -> None:
        fill(imbang, *WEEK)
        export(imbang)
        before = fingerprint(imbang.home)
        export(imbang, now=LATER)
        assert fingerprint(imbang.home) == before

    def test_a_change_keeps_the_uid_and_raises_sequence_and_stamp(self, imbang: Imbang) -> None:
        first, *_rest = fill(imbang, *WEEK)
        export(imbang)
        save(imbang, replace(first, title="Susun laporan akhir"))
        assert counts(export(imbang, now=LATER)) == (0, 1, 2, 0)
        event = by_title(imbang)["[fokus] Susun laporan akhir"]
        assert (event["UID"], event["SEQUENCE"]) == ("a@keseimbangan", "1")
        assert event["DTSTAMP"] == "20261123T020000Z"
        untouched = by_title(imbang)["[rapat] Rapat tim"]
        assert (untouched["SEQUENCE"], untouched["DTSTAMP"]) == ("0", "20261123T003000Z")

    def test_only_what_changed_can_be_written(self, imbang: Imbang) -> None:
        first, *_rest = fill(imbang, *WEEK)
        export(imbang)
        save(imbang, replace(first, title="Lain"))
        assert counts(export(imbang, "--hanya-perubahan", "-o", "x.ics")) == (0, 1, 2, 0)
        assert [event["SUMMARY"] for event in written(imbang, "x.ics")] == ["[fokus] Lain"]

    def test_without_a_change_no_file_of_changes_is_written(self, imbang: Imbang) -> None:
        fill(imbang, *WEEK)
        export(imbang)
        result = imbang("kalender", "ekspor", "--hanya-perubahan", "-o", "x.ics").ok()
        assert "Tidak ada yang berubah pada 23–29 November 2026" in result.out
        assert not (imbang.cwd / "x.ics").exists()

    def test_what_is_gone_is_named_once_with_advice(self, imbang: Imbang) -> None:
        first, *_rest = fill(imbang, *WEEK)
        export(imbang)
        delete(imbang, first)
        result = imbang("kalender", "ekspor").ok()
        text = " ".join(result.out.split())
        assert "1 blok yang pernah diekspor sudah tidak ada." in text
        assert "hapus sendiri di Google Calendar" in text
        assert "Sen 23 Nov 08.00–09.00 Susun laporan" in text
        assert "kalender tersendiri" in text
        assert "hapus sendiri" not in imbang("kalender", "ekspor").ok().out

    def test_programs_are_told_what_is_gone(self, imbang: Imbang) -> None:
        first, *_rest = fill(imbang, *WEEK)
        export(imbang)
        delete(imbang, first)
        document = export(imbang)
        assert counts(document) == (0, 0, 2, 1)
        assert document["removed_events"] == [
            {
                "uid": "a@keseimbangan",
                "title": "Susun laporan",
                "starts_at": "2026-11-23T08:00:00+07:00",
                "ends_at": "2026-11-23T09:00:00+07:00",
            }
        ]

    def test_the_last_block_of_a_week_can_go_without_a_file(self, imbang: Imbang) -> None:
        [only] = fill(imbang, WEEK[0])
        export(imbang)
        delete(imbang, only)
        document = export(imbang, "-o", "x.ics")
        assert (document["files"], counts(document)) == ([], (0, 0, 0, 1))
        assert not (imbang.cwd / "x.ics").exists()

    def test_choosing_elements_does_not_make_the_others_gone(self, imbang: Imbang) -> None:
        fill(imbang, *WEEK)
        export(imbang)
        assert counts(export(imbang, "--unsur", "pribadi")) == (0, 0, 1, 0)
        assert counts(export(imbang)) == (0, 0, 3, 0)

    def test_an_element_that_was_left_out_is_new_when_it_comes(self, imbang: Imbang) -> None:
        fill(imbang, *WEEK)
        assert counts(export(imbang, "--unsur", "kerja")) == (2, 0, 0, 0)
        assert counts(export(imbang)) == (1, 0, 2, 0)

    def test_a_block_that_left_the_week_is_moved_in_the_calendar(self, imbang: Imbang) -> None:
        first, *_rest = fill(imbang, *WEEK)
        export(imbang)
        far = timedelta(days=60)
        moved = replace(first, starts_at=first.starts_at + far, ends_at=first.ends_at + far)
        save(imbang, moved)
        assert counts(export(imbang)) == (0, 1, 2, 0)
        assert by_title(imbang)["[fokus] Susun laporan"]["DTSTART"] == "20270122T010000Z"
        assert counts(export(imbang)) == (0, 0, 2, 0)

    def test_new_uids_are_given_when_asked_for_and_stay(self, imbang: Imbang) -> None:
        fill(imbang, WEEK[0])
        export(imbang)
        assert counts(export(imbang, "--uid-baru")) == (1, 0, 0, 0)
        [event] = written(imbang)
        assert (event["UID"], event["SEQUENCE"]) == ("a-g2@keseimbangan", "0")
        assert counts(export(imbang)) == (0, 0, 1, 0)
        assert written(imbang) == [event]


class TestInterrupted:
    def test_a_file_that_cannot_take_its_place_leaves_the_old_one(
        self, imbang: Imbang, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first, *_rest = fill(imbang, *WEEK)
        export(imbang)
        before = (imbang.cwd / "blok.ics").read_bytes()
        save(imbang, replace(first, title="Lain"))
        with monkeypatch.context() as patch:
            patch.setattr(os, "replace", self._refuse)
            result = imbang("kalender", "ekspor")
        assert (result.code, result.out) == (1, "")
        assert "tidak dapat ditulis: tidak ada izin." in result.err
        assert (imbang.cwd / "blok.ics").read_bytes() == before
        assert [path.name for path in imbang.cwd.iterdir()] == ["blok.ics"]

    def test_what_was_promised_and_not_given_is_given_by_the_next_export(
        self, imbang: Imbang, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first, *_rest = fill(imbang, *WEEK)
        export(imbang)
        save(imbang, replace(first, title="Lain"))
        with monkeypatch.context() as patch:
            patch.setattr(os, "replace", self._refuse)
            assert imbang("kalender", "ekspor").code == 1
        assert counts(export(imbang, "--hanya-perubahan")) == (0, 1, 2, 0)
        [event] = written(imbang)
        assert (event["SUMMARY"], event["SEQUENCE"]) == ("[fokus] Lain", "2")

    def test_after_a_power_cut_a_sequence_never_stands_for_two_texts(
        self, imbang: Imbang, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first, *_rest = fill(imbang, *WEEK)
        export(imbang)
        save(imbang, replace(first, title="Satu"))
        with monkeypatch.context() as patch:
            patch.setattr(os, "replace", self._cut(os.replace))
            assert imbang("kalender", "ekspor").code == 130
        # The file is in its place and may be imported; the ledger does not know.
        given = by_title(imbang)["[fokus] Satu"]
        save(imbang, replace(first, title="Dua"))
        export(imbang)
        after = by_title(imbang)["[fokus] Dua"]
        assert after["UID"] == given["UID"]
        assert int(after["SEQUENCE"]) > int(given["SEQUENCE"])
        assert after["DTSTAMP"] > given["DTSTAMP"]

    def test_what_was_gone_is_still_named_after_a_power_cut(
        self, imbang: Imbang, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first, *_rest = fill(imbang, *WEEK)
        export(imbang)
        delete(imbang, first)
        with monkeypatch.context() as patch:
            patch.setattr(os, "replace", self._cut(os.replace))
            assert imbang("kalender", "ekspor").code == 130
        assert counts(export(imbang)) == (0, 0, 2, 1)

    @staticmethod
    def _refuse(_from: object, _to: object) -> None:
        raise PermissionError(13, "Permission denied")

    @staticmethod
    def _cut(real: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
        def put_and_stop(source: Any, target: Any) -> None:
            real(source, target)
            raise KeyboardInterrupt

        return put_and_stop
