"""Entries of the stress journal."""

from datetime import UTC, date, datetime

import pytest

from keseimbangan.domain.journal import (
    Answers,
    StressEntry,
    answers_of,
    in_span,
    require_begun,
    revise,
    weeks_touching,
    write,
)
from keseimbangan.domain.journal_search import Field, search
from keseimbangan.domain.period import DaySpan, month_of, week_of
from keseimbangan.errors.journal import LevelMissing, WeekNotBegun

# Friday, 27 November 2026, 15.30 in Jakarta.
FRIDAY = datetime(2026, 11, 27, 8, 30, tzinfo=UTC)
WIB = "Asia/Jakarta"


def entry(week: str = "2026-W48", at: datetime = FRIDAY, **told: object) -> StressEntry:
    answers = Answers(**{"level": 5, **told})  # type: ignore[arg-type]
    return write(answers, uid=f"{week}-{at}-{told}", week=week, at=at, zone=WIB)


class TestWriting:
    def test_an_entry_holds_what_was_answered(self):
        written = write(
            Answers(7, ("rapat",), "Rapat beruntun", "Jalan kaki", 6, 8, 3, "Panjang"),
            uid="e1",
            week="2026-W48",
            at=FRIDAY,
            zone=WIB,
        )
        assert written == StressEntry(
            number=None,
            uid="e1",
            week="2026-W48",
            written_at=FRIDAY,
            zone=WIB,
            level=7,
            triggers=("rapat",),
            main_cause="Rapat beruntun",
            coping="Jalan kaki",
            helped=6,
            demand=8,
            control=3,
            note="Panjang",
        )

    def test_only_the_level_is_required(self):
        assert entry(level=0).level == 0
        with pytest.raises(LevelMissing):
            entry(level=None)

    @pytest.mark.parametrize("field", ["level", "helped", "demand", "control"])
    @pytest.mark.parametrize("value", [-1, 11])
    def test_levels_lie_between_0_and_10(self, field: str, value: int):
        with pytest.raises(ValueError, match="between 0 and 10"):
            entry(**{field: value})

    def test_a_revision_replaces_every_answer_and_nothing_else(self):
        first = entry(triggers=("rapat",), note="lama", helped=3)
        second = revise(first, Answers(level=2, note="baru"))
        assert answers_of(second) == Answers(level=2, note="baru")
        assert (second.uid, second.week, second.written_at) == (first.uid, "2026-W48", FRIDAY)

    def test_a_revision_may_move_it_to_another_week(self):
        assert revise(entry(), answers_of(entry()), "2026-W47").week == "2026-W47"

    def test_a_week_to_come_has_nothing_to_tell(self):
        assert require_begun(week_of(date(2026, 11, 23)), date(2026, 11, 23)) == "2026-W48"
        with pytest.raises(WeekNotBegun):
            require_begun(week_of(date(2026, 11, 30)), date(2026, 11, 29))


class TestTheDayItStandsOn:
    def test_it_is_the_day_of_writing_within_its_week(self):
        assert entry().day == date(2026, 11, 27)

    def test_the_wall_clock_of_its_zone_decides(self):
        # 18.00 UTC on Sunday is Monday, 01.00 in Jakarta.
        assert entry("2026-W49", datetime(2026, 11, 29, 18, tzinfo=UTC)).day == date(2026, 11, 30)

    def test_it_is_the_thursday_of_another_week_it_is_about(self):
        assert entry("2026-W44").day == date(2026, 10, 29)
        assert entry("2020-W53").day == date(2020, 12, 31)

    def test_a_month_has_the_entries_of_its_days(self):
        written, about_october = entry(), entry("2026-W44")
        assert in_span([written, about_october], month_of(date(2026, 10, 1))) == [about_october]
        assert in_span([written, about_october], month_of(date(2026, 11, 1))) == [written]

    def test_the_weeks_of_a_span_reach_over_its_edges(self):
        november = DaySpan(date(2026, 11, 1), date(2026, 12, 1))
        assert weeks_touching(november) == ("2026-W44", "2026-W49")


class TestSearching:
    def test_it_looks_into_every_text_whatever_the_case_and_accents(self):
        one = entry(note="Menunggu RÉSUMÉ disposisi")
        two = entry(main_cause="resume belum ada")
        three = entry(coping="jalan kaki")
        found = search([one, two, three], ["resume"])
        assert [(each.entry, each.fields) for each in found] == [
            (one, (Field.NOTE,)),
            (two, (Field.MAIN_CAUSE,)),
        ]

    @pytest.mark.parametrize("word", ["beban-berlebih", "kerja berlebih", "Excessive", "workl"])
    def test_a_known_trigger_is_found_by_code_and_by_both_words(self, word: str):
        (found,) = search([entry(triggers=("beban-berlebih",))], [word])
        assert found.fields == (Field.TRIGGERS,)

    def test_every_word_must_occur_somewhere(self):
        both = entry(note="rapat panjang", main_cause="anggaran")
        assert search([both], ["rapat", "anggaran"])[0].fields == (Field.MAIN_CAUSE, Field.NOTE)
        assert search([both], ["rapat", "audit"]) == []
