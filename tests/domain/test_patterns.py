"""What repeats in the journal, and when nothing may be said."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keseimbangan.domain.journal import StressEntry
from keseimbangan.domain.patterns import (
    LEAST,
    Figure,
    Patterns,
    figure,
    last_weeks,
    patterns,
)
from keseimbangan.domain.period import DaySpan, week_name, week_of

MONDAY = date(2026, 11, 23)
EIGHT_WEEKS = last_weeks(week_of(MONDAY), 8)
WIB = "Asia/Jakarta"


def entry(number: int, weeks_ago: int = 0, level: int = 5, **told: object) -> StressEntry:
    at = datetime(2026, 11, 27, 8, tzinfo=UTC) - timedelta(weeks=weeks_ago) + timedelta(0, number)
    week = week_name(MONDAY - timedelta(weeks=weeks_ago))
    return StressEntry(number, f"e{number}", week, at, WIB, level, **told)  # type: ignore[arg-type]


def levels(*values: int) -> list[StressEntry]:
    return [entry(number, level=value) for number, value in enumerate(values)]


class TestTheNumberBehind:
    def test_two_values_say_nothing(self):
        assert figure([9, 10]) is None
        assert patterns(levels(9, 10), EIGHT_WEEKS).level is None

    def test_three_values_say_their_mean_and_their_number(self):
        assert figure([4, 5, 9]) == Figure(3, 6.0)
        assert patterns(levels(4, 5, 9), EIGHT_WEEKS).level == Figure(3, 6.0)

    def test_nothing_gives_empty_patterns(self):
        found = patterns([], EIGHT_WEEKS)
        assert found.entries == 0
        assert (found.level, found.change, found.helped, found.balance) == (None,) * 4
        assert found.triggers == found.coping == ()
        assert [week.levels for week in found.weeks] == [()] * 8


class TestWeeks:
    def test_eight_weeks_end_with_the_running_one(self):
        assert DaySpan(date(2026, 10, 5), date(2026, 11, 30)) == EIGHT_WEEKS

    def test_each_week_is_there_in_order_with_its_levels(self):
        found = patterns([entry(1, 7, 8), entry(2, 0, 3), entry(3, 0, 4)], EIGHT_WEEKS)
        assert [week.week for week in found.weeks][::7] == ["2026-W41", "2026-W48"]
        assert [week.mean for week in found.weeks] == [8, *[None] * 6, 3.5]

    def test_entries_about_other_weeks_do_not_count(self):
        found = patterns([*levels(1, 1, 1), entry(9, 8, 10)], EIGHT_WEEKS)
        assert found.level == Figure(3, 1.0)

    def test_a_month_takes_every_week_that_touches_it(self):
        found = patterns([], DaySpan(date(2026, 11, 1), date(2026, 12, 1)))
        assert [week.week for week in found.weeks] == [f"2026-W{n}" for n in range(44, 50)]

    def test_the_later_half_is_set_against_the_earlier(self):
        early = [entry(n, 4 + n, 4) for n in range(3)]
        late = [entry(3 + n, n, 7) for n in range(3)]
        change = patterns([*early, *late], EIGHT_WEEKS).change
        assert change is not None
        assert (change.weeks, change.earlier, change.later) == (4, Figure(3, 4.0), Figure(3, 7.0))
        assert patterns([*early, *late[:2]], EIGHT_WEEKS).change is None

    def test_a_single_week_has_no_halves(self):
        assert patterns(levels(1, 2, 3, 4, 5, 6), week_of(MONDAY)).change is None


class TestTriggers:
    def test_the_level_with_a_trigger_is_set_against_that_without(self):
        with_it = [entry(n, level=8, triggers=("rapat",)) for n in range(3)]
        without = [entry(3 + n, level=3) for n in range(4)]
        (found,) = patterns([*with_it, *without], EIGHT_WEEKS).triggers
        assert (found.name, found.level, found.without) == (
            "rapat",
            Figure(3, 8.0),
            Figure(4, 3.0),
        )

    def test_two_entries_without_it_are_no_comparison(self):
        with_it = [entry(n, triggers=("rapat",)) for n in range(3)]
        (found,) = patterns([*with_it, entry(8), entry(9)], EIGHT_WEEKS).triggers
        assert found.without is None

    def test_what_was_named_twice_is_only_counted(self):
        told = [entry(n, triggers=("rapat", f"sendiri {n}")) for n in range(3)]
        found = patterns([*told, entry(5, triggers=("audit",))], EIGHT_WEEKS)
        assert [each.name for each in found.triggers] == ["rapat"]
        assert found.rare == 4

    def test_spellings_of_ones_own_words_are_one_and_the_last_is_shown(self):
        spellings = ["suara bor", "Suara Bor", "SUARA BÓR"]
        told = [entry(n, triggers=(name,)) for n, name in enumerate(spellings)]
        (found,) = patterns(told, EIGHT_WEEKS).triggers
        assert (found.name, found.level.n) == ("SUARA BÓR", 3)

    def test_the_most_frequent_comes_first(self):
        told = [entry(n, triggers=("audit", "rapat")[: 1 + n % 2]) for n in range(6)]
        found = patterns(told, EIGHT_WEEKS).triggers
        assert [(each.name, each.level.n) for each in found] == [("audit", 6), ("rapat", 3)]


class TestWhatHelped:
    def test_each_way_of_an_answer_counts_by_itself(self):
        told = [entry(n, coping="Jalan kaki, napas dalam", helped=6 + n) for n in range(3)]
        told.append(entry(5, coping="jalan  kaki", helped=1))
        found = patterns(told, EIGHT_WEEKS)
        assert [(each.text, each.helped) for each in found.coping] == [
            ("napas dalam", Figure(3, 7.0)),
            ("jalan kaki", Figure(4, 5.5)),
        ]
        assert found.helped == Figure(4, 5.5)

    def test_without_a_word_on_how_much_it_helped_nothing_is_said(self):
        told = [entry(n, coping="jalan kaki") for n in range(5)]
        found = patterns(told, EIGHT_WEEKS)
        assert found.coping == ()
        assert found.helped is None


class TestDemandAndControl:
    def test_they_are_taken_from_entries_that_give_both(self):
        told = [entry(n, demand=8, control=2, level=9) for n in range(3)]
        told += [entry(3 + n, demand=4, control=6, level=3) for n in range(3)]
        told += [entry(6, demand=10), entry(7, control=0)]
        balance = patterns(told, EIGHT_WEEKS).balance
        assert balance is not None
        assert (balance.demand, balance.control) == (Figure(6, 6.0), Figure(6, 4.0))
        assert balance.above == 3
        assert (balance.level_above, balance.level_else) == (Figure(3, 9.0), Figure(3, 3.0))

    def test_equal_demand_and_control_are_not_above(self):
        told = [entry(n, demand=5, control=5) for n in range(3)]
        balance = patterns(told, EIGHT_WEEKS).balance
        assert balance is not None
        assert balance.above == 0
        assert balance.level_above is None

    def test_two_entries_are_too_few(self):
        assert (
            patterns([entry(n, demand=9, control=1) for n in range(2)], EIGHT_WEEKS).balance is None
        )


TOLD = st.fixed_dictionaries(
    {
        "weeks_ago": st.integers(0, 9),
        "level": st.integers(0, 10),
        "triggers": st.lists(
            st.sampled_from(["rapat", "audit", "bising", "Hujan"]), unique=True
        ).map(tuple),
        "coping": st.none() | st.sampled_from(["jalan kaki", "tidur, Jalan kaki", ";,"]),
        "helped": st.none() | st.integers(0, 10),
        "demand": st.none() | st.integers(0, 10),
        "control": st.none() | st.integers(0, 10),
    }
)
JOURNALS = st.lists(TOLD, max_size=20).map(
    lambda many: [entry(number, **told) for number, told in enumerate(many)]
)


def figures(found: Patterns) -> list[Figure]:
    balance, change = found.balance, found.change
    several = [found.level, found.helped]
    several += [each.level for each in found.triggers] + [each.without for each in found.triggers]
    several += [each.helped for each in found.coping]
    several += [change.earlier, change.later] if change else []
    several += list(balance[:2]) + list(balance[3:]) if balance else []
    return [each for each in several if each is not None]


@given(JOURNALS)
def test_no_figure_stands_on_fewer_than_three(journal: list[StressEntry]):
    for each in figures(patterns(journal, EIGHT_WEEKS)):
        assert each.n >= LEAST
        assert 0 <= each.mean <= 10


@given(JOURNALS, st.randoms(use_true_random=False))
def test_the_order_of_reading_makes_no_difference(journal: list[StressEntry], random):
    shuffled = list(journal)
    random.shuffle(shuffled)
    assert patterns(shuffled, EIGHT_WEEKS) == patterns(journal, EIGHT_WEEKS)


@given(JOURNALS)
def test_every_entry_stands_in_one_week(journal: list[StressEntry]):
    found = patterns(journal, EIGHT_WEEKS)
    assert sum(len(week.levels) for week in found.weeks) == found.entries
    mine = [each for each in journal if each.day in EIGHT_WEEKS]
    assert found.entries == len(mine)


@given(JOURNALS)
def test_with_and_without_a_trigger_make_up_the_whole(journal: list[StressEntry]):
    found = patterns(journal, EIGHT_WEEKS)
    assert found.level or not found.triggers
    for each in found.triggers:
        if each.without and found.level:
            total = each.level.n * each.level.mean + each.without.n * each.without.mean
            assert total == pytest.approx(found.level.n * found.level.mean)
            assert each.level.n + each.without.n == found.entries


@given(JOURNALS.filter(bool))
def test_a_note_changes_no_pattern(journal: list[StressEntry]):
    noted = [replace(each, note="x", main_cause="y") for each in journal]
    assert patterns(noted, EIGHT_WEEKS) == patterns(journal, EIGHT_WEEKS)
