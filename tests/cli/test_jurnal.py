"""`imbang jurnal tulis`, `ubah` and `hapus` as a person and a script meet them."""

import pytest

from tests.cli.journal_steps import ENTRY_KEYS, entry, flat, numbers, secrets, written
from tests.harness import Installed
from tests.in_process import Imbang


class TestWriting:
    def test_a_level_is_enough(self, imbang: Imbang) -> None:
        result = imbang("jurnal", "tulis", "--tingkat", 0).ok()
        assert "Catatan jurnal disimpan." in result.out
        assert "·········· 0/10" in result.out

    def test_the_document_names_every_key(self, imbang: Imbang) -> None:
        document = written(imbang, 10)
        assert set(document) == ENTRY_KEYS
        assert document["number"] == 1
        assert document["triggers"] == []
        assert document["note"] is None

    def test_every_option_arrives_in_the_store(self, imbang: Imbang) -> None:
        options = ("--pemicu", "rapat", "--penyebab", "Rapat beruntun", "--mengatasi", "Jalan kaki")
        rest = ("--terbantu", 0, "--tuntutan", 10, "--kendali", 3, "--catatan", "satu\ndua")
        kept = entry(imbang, written(imbang, 7, *options, *rest)["number"])
        assert kept == {
            "number": 1,
            "uid": kept["uid"],
            "week": "2026-W48",
            "written_at": "2026-11-23T07:30:00+07:00",
            "level": 7,
            "triggers": ["rapat"],
            "main_cause": "Rapat beruntun",
            "coping": "Jalan kaki",
            "helped": 0,
            "demand": 10,
            "control": 3,
            "note": "satu\ndua",
        }

    def test_english_words_work_as_well(self, imbang: Imbang) -> None:
        call = ("journal", "write", "--level", 3, "--trigger", "meetings", "--cause", "x")
        more = ("--coping", "y", "--helped", 1, "--demand", 2, "--control", 3, "--week", "W47")
        imbang(*call, *more, "--note", "z", lang="en").ok()
        kept = entry(imbang)
        assert (kept["triggers"], kept["week"], kept["note"]) == (["rapat"], "2026-W47", "z")

    def test_it_belongs_to_the_running_week_of_the_persons_zone(self, imbang: Imbang) -> None:
        # Sunday evening in Jakarta is Monday in Jayapura.
        sunday = {"now": "2026-11-29T23:30:00+07:00"}
        assert written(imbang, 3, **sunday)["week"] == "2026-W48"
        imbang.home.joinpath("pengaturan.toml").write_text('zona = "WIT"\n')
        document = written(imbang, 3, **sunday)
        assert document["week"] == "2026-W49"
        assert document["written_at"] == "2026-11-30T01:30:00+09:00"

    @pytest.mark.parametrize(
        ("text", "week"),
        [("pekan lalu", "2026-W47"), ("2026-W01", "2026-W01"), ("23/11", "2026-W48")],
    )
    def test_another_week_is_named_as_anywhere(self, imbang: Imbang, text: str, week: str) -> None:
        assert written(imbang, 3, "--minggu", text)["week"] == week

    @pytest.mark.parametrize("text", ["pekan depan", "30/11", "2026-W49"])
    def test_a_week_to_come_is_refused(self, imbang: Imbang, text: str) -> None:
        call = ("jurnal", "tulis", "--tingkat", 3, "--minggu", text)
        assert "Pekan 2026-W49 belum dimulai." in imbang.refused(2, *call).err

    @pytest.mark.parametrize("text", ["2026-W54", "entah", ""])
    def test_an_unknown_week_is_refused(self, imbang: Imbang, text: str) -> None:
        imbang.refused(2, "jurnal", "tulis", "--tingkat", 3, "--minggu", text)

    @pytest.mark.parametrize("option", ["--tingkat", "--terbantu", "--tuntutan", "--kendali"])
    @pytest.mark.parametrize("value", ["-1", "11", "5,5", "lima", "", "٣"])
    def test_levels_outside_0_to_10_are_refused(
        self, imbang: Imbang, option: str, value: str
    ) -> None:
        result = imbang.refused(2, "jurnal", "tulis", "--tingkat", 5, f"{option}={value}")
        assert "Gunakan bilangan bulat 0 sampai 10." in flat(result.err)

    def test_without_a_terminal_and_a_level_the_flag_is_named(self, imbang: Imbang) -> None:
        result = imbang.refused(2, "jurnal", "tulis", "--catatan", "-", stdin="isi")
        assert "Beri jawabannya dengan --tingkat." in flat(result.err)
        english = imbang("journal", "write", "--json", lang="en")
        assert english.error["code"] == "answer_needed"

    def test_the_screen_does_not_repeat_what_was_written(self, imbang: Imbang) -> None:
        result = imbang("jurnal", "tulis", "--tingkat", 5, *secrets()).ok()
        assert "rahasia" not in result.out + result.err


class TestTriggers:
    def test_they_are_taken_by_code_and_by_word_of_either_language(self, imbang: Imbang) -> None:
        typed = ("beban-berlebih", "Sorotan Media", "PAPERWORK", "suara bor")
        options = [word for name in typed for word in ("--pemicu", name)]
        assert written(imbang, 5, *options)["triggers"] == [
            "beban-berlebih",
            "media",
            "dokumen",
            "suara bor",
        ]

    def test_several_may_stand_in_one_and_none_comes_twice(self, imbang: Imbang) -> None:
        options = ("--pemicu", "rapat, Bising; meetings", "--pemicu", "bising,,")
        assert written(imbang, 5, *options)["triggers"] == ["rapat", "Bising"]

    def test_they_are_shown_in_the_words_of_the_language(self, imbang: Imbang) -> None:
        written(imbang, 5, "--pemicu", "beban-berlebih, suara bor")
        assert "beban kerja berlebih, suara bor" in imbang("jurnal", "lihat", 1).ok().out
        english = imbang("journal", "show", 1, lang="en").ok()
        assert "excessive workload, suara bor" in english.out

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("3", "trigger_without_word"),
            ("?!", "trigger_without_word"),
            ("", "empty_text"),
            (" , ", "empty_text"),
            ("x" * 101, "text_too_long"),
            ("a\x1b[31mb", "hidden_characters"),
            ("a\nb", "hidden_characters"),
            ("a\u202eb", "hidden_characters"),
            ("a\uffffb", "hidden_characters"),
        ],
    )
    def test_what_is_no_word_is_refused(self, imbang: Imbang, text: str, code: str) -> None:
        call = ("jurnal", "tulis", "--tingkat", 5, "--pemicu", text, "--json")
        assert imbang.refused(2, *call).error["code"] == code


class TestNotes:
    def test_a_note_comes_from_standard_input(self, imbang: Imbang) -> None:
        kept = written(imbang, 5, "--catatan", "-", stdin="\ufeffbaris satu\r\nbaris dua\r\n")
        assert kept["note"] == "baris satu\nbaris dua"

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("", "empty_text"),
            (" \n\t\n", "empty_text"),
            ("x" * 10_001, "text_too_long"),
            ("x\x1b]0;judul\x07", "hidden_characters"),
            ("x\x00", "hidden_characters"),
        ],
    )
    def test_a_note_that_cannot_be_kept_is_refused(
        self, imbang: Imbang, text: str, code: str
    ) -> None:
        call = ("jurnal", "tulis", "--tingkat", 5, "--catatan", "-", "--json")
        assert imbang.refused(2, *call, stdin=text).error["code"] == code

    def test_a_closed_input_is_an_empty_note(self, installed: Installed) -> None:
        result = installed.shell("imbang jurnal tulis --tingkat 5 --catatan - <&-")
        assert result.code == 2
        assert "Catatan kosong." in result.err

    def test_bytes_that_are_no_text_are_named(self, installed: Installed) -> None:
        line = "printf 'caf\\xe9' | imbang jurnal tulis --tingkat 5 --catatan -"
        result = installed.shell(line, env={"LANG": "C"})
        assert result.code == 2
        assert "Catatan memuat karakter tak terlihat: U+DCE9." in flat(result.err)

    @pytest.mark.parametrize(
        "text",
        ["x" * 10_000, "[red]x[/red] {x} %s $(id) ' \"", "اجتماع طويل", "😀👩‍👩‍👧 ٪", "=1+1"],
    )
    def test_any_text_is_kept_and_shown_as_typed(self, imbang: Imbang, text: str) -> None:
        assert written(imbang, 5, "--catatan", "-", stdin=text)["note"] == text
        shown = imbang("jurnal", "lihat", 1, columns=400).ok().out
        assert text in "".join(line.strip() for line in shown.replace("catatan", "").split("\n"))


class TestChanging:
    def test_only_what_is_said_changes(self, imbang: Imbang) -> None:
        before = written(imbang, 7, "--pemicu", "rapat, audit", *secrets())
        result = imbang("jurnal", "ubah", 1, "--tingkat", 2, "--pemicu", "media").ok()
        assert "Catatan jurnal diubah." in result.out
        assert "rahasia" not in result.out
        assert entry(imbang) == before | {"level": 2, "triggers": ["media"]}

    def test_it_can_be_moved_to_another_week_and_given_a_note(self, imbang: Imbang) -> None:
        before = written(imbang, 7)
        call = ("jurnal", "ubah", 1, "--minggu", "pekan lalu", "--catatan", "-")
        imbang(*call, stdin="isi baru").ok()
        assert entry(imbang) == before | {"week": "2026-W47", "note": "isi baru"}

    def test_answers_can_be_taken_back(self, imbang: Imbang) -> None:
        before = written(imbang, 7, "--pemicu", "rapat", *secrets())
        fields = ("--kosongkan", "pemicu", "--clear", "note", "--kosongkan", "penyebab")
        imbang("jurnal", "ubah", 1, *fields).ok()
        assert entry(imbang) == before | {"triggers": [], "note": None, "main_cause": None}

    @pytest.mark.parametrize(
        "options",
        [
            (),
            ("--kosongkan", "tingkat"),
            ("--kosongkan", "catatan", "--catatan", "x"),
            ("--tingkat", "11"),
            ("--minggu", "pekan depan"),
        ],
    )
    def test_a_change_that_makes_no_sense_is_refused(
        self, imbang: Imbang, options: tuple[str, ...]
    ) -> None:
        written(imbang, 7, *secrets())
        imbang.refused(2, "jurnal", "ubah", 1, *options)


class TestDeleting:
    def test_it_is_asked_first_naming_entry_and_week(self, imbang: Imbang) -> None:
        written(imbang, 7, *secrets())
        result = imbang("jurnal", "hapus", 1, answers=["t"]).ok()
        assert "Hapus catatan jurnal 1, pekan 23–29 November 2026" in flat(result.err)
        assert numbers(imbang, "daftar") == [1]
        gone = imbang("jurnal", "hapus", 1, answers=["y"]).ok()
        assert "Catatan jurnal dihapus." in gone.out
        assert "rahasia" not in gone.out
        assert numbers(imbang, "daftar") == []

    def test_in_a_script_it_takes_a_flag(self, imbang: Imbang) -> None:
        written(imbang, 7)
        assert "--ya" in imbang.refused(2, "jurnal", "hapus", 1).err
        imbang("jurnal", "hapus", 1, "--ya").ok()
        assert numbers(imbang, "daftar") == []

    def test_the_text_is_gone_from_the_list_of_triggers_too(self, imbang: Imbang) -> None:
        written(imbang, 7, "--pemicu", "kata sendiri")
        imbang("jurnal", "hapus", 1, "--ya").ok()
        asked = imbang("jurnal", "tulis", answers=["5", "", "", "", "", "", "", ""]).ok()
        assert "kata sendiri" not in asked.err


class TestCompletion:
    """What the shell is offered; nothing that an entry says is among it."""

    def offered(self, installed: Installed, line: str, lang: str = "id") -> str:
        question = {"_IMBANG_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": line}
        return installed(env=question, lang=lang).ok().out

    def test_numbers_come_with_their_weeks_alone(
        self, imbang: Imbang, installed: Installed
    ) -> None:
        written(imbang, 5, "--pemicu", "rapat", *secrets())
        assert self.offered(installed, "imbang jurnal lihat ") == "1:2026-W48\n"

    def test_triggers_come_as_one_word_in_the_language(self, installed: Installed) -> None:
        line = "imbang jurnal tulis --pemicu be"
        assert self.offered(installed, line) == "beban-kerja-berlebih\n"
        english = self.offered(installed, "imbang journal write --trigger ex", lang="en")
        assert english == "excessive-workload\n"
