"""A rule in words says what was asked for, and can be asked for again."""

import pytest

from keseimbangan.domain.repeats import parse_repeat
from keseimbangan.view.rules import rule_text

WORDS = {
    "FREQ=DAILY": "tiap hari",
    "FREQ=DAILY;INTERVAL=3": "tiap 3 hari",
    "FREQ=WEEKLY": "tiap pekan",
    "FREQ=WEEKLY;INTERVAL=2": "tiap 2 pekan",
    "FREQ=MONTHLY": "tiap bulan",
    "FREQ=MONTHLY;INTERVAL=3": "tiap 3 bulan",
    "FREQ=YEARLY": "tiap tahun",
    "FREQ=YEARLY;INTERVAL=2": "tiap 2 tahun",
    "FREQ=WEEKLY;BYDAY=MO": "tiap Senin",
    "FREQ=WEEKLY;BYDAY=SU": "tiap hari Minggu",
    "FREQ=WEEKLY;BYDAY=MO,TH": "tiap Senin dan Kamis",
    "FREQ=WEEKLY;BYDAY=MO,WE,FR": "tiap Senin, Rabu dan Jumat",
    "FREQ=WEEKLY;BYDAY=SA,SU": "tiap Sabtu dan Minggu",
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR": "tiap hari kerja",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR": "tiap 2 pekan pada Jumat",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR": (
        "tiap 2 pekan pada Senin, Selasa, Rabu, Kamis dan Jumat"
    ),
    "FREQ=MONTHLY;BYMONTHDAY=-1": "tiap akhir bulan",
    "FREQ=MONTHLY;BYMONTHDAY=1,15": "tiap tanggal 1 dan 15",
    "FREQ=MONTHLY;BYDAY=1MO": "tiap Senin pertama tiap bulan",
    "FREQ=MONTHLY;BYDAY=5FR": "tiap Jumat kelima tiap bulan",
    "FREQ=MONTHLY;BYDAY=-1FR": "tiap Jumat terakhir tiap bulan",
    "FREQ=MONTHLY;BYDAY=1MO,3MO": "tiap Senin pertama dan Senin ketiga tiap bulan",
}
BEYOND_WORDS = (
    "FREQ=DAILY;BYDAY=MO",
    "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1",
    "FREQ=MONTHLY;BYMONTHDAY=1,-1",
    "FREQ=MONTHLY;BYDAY=-2FR",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=YEARLY;BYMONTH=8",
)


@pytest.mark.parametrize(("rule", "words"), WORDS.items())
def test_a_rule_is_said_in_words(rule, words):
    assert rule_text(rule) == words


@pytest.mark.parametrize("rule", WORDS)
def test_the_words_for_a_rule_are_understood_as_that_rule(rule):
    assert parse_repeat(rule_text(rule)) == rule


@pytest.mark.parametrize("rule", BEYOND_WORDS)
def test_a_rule_beyond_words_is_shown_as_it_is(rule):
    assert rule_text(rule) == rule


@pytest.mark.parametrize("rule", ["FREQ=WEEKLY;BYDAY=MO", "FREQ=YEARLY;BYMONTH=8"])
def test_the_end_of_a_rule_is_said_in_words(rule):
    words = WORDS.get(rule, rule)
    assert rule_text(f"{rule};UNTIL=20261231T235959") == f"{words}, sampai 31 Desember 2026"


def test_the_day_on_which_a_week_begins_is_nobodys_concern():
    assert rule_text("FREQ=WEEKLY;INTERVAL=2;WKST=SU") == "tiap 2 pekan"
