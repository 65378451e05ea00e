"""Recurring blocks whose rule was altered from outside: named, never followed, and deletable."""

import sqlite3
from contextlib import closing

import pytest

from tests.in_process import Imbang

RULES = (
    *("FREQ=WEEKLY;INTERVAL=0", "FREQ=DAILY;INTERVAL=99999999999999", "FREQ=SECONDLY", "FREQ"),
    *("FREQ=HOURLY;INTERVAL=9", "FREQ=WEEKLY;BYDAY=XX", "FREQ=DAILY;UNTIL=besok", "", "\x1b[2J"),
    *("FREQ=DAILY;UNTIL=2026-12-31", "FREQ=DAILY;COUNT=3", "FREQ=DAILY;INTERVAL=x"),
    "FREQ=DAILY;BYHOUR=7,8;BYMINUTE=0,1,2;BYSECOND=0,1,2",
)
LOOKS = (("hari",), ("minggu",), ("blok", "daftar"), ("blok", "lihat", "2"), ("data", "apa"))


@pytest.fixture
def filled(imbang: Imbang) -> Imbang:
    imbang("blok", "tambah", "Telaah", "13.00-14.00").ok()
    imbang("blok", "tambah", "Apel", "07.00-07.15", "--ulang", "tiap hari kerja").ok()
    return imbang


def alter(imbang: Imbang, rule: str) -> None:
    with closing(sqlite3.connect(imbang.store)) as connection, connection:
        connection.execute("UPDATE blocks SET rule = ? WHERE id = 2", (rule,))


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_that_no_command_keeps_is_named_and_its_series_can_be_deleted(
    filled: Imbang, rule: str
) -> None:
    alter(filled, rule)
    for words in LOOKS:
        result = filled(*words)
        assert result.code in (0, 3), (words, result.err)
        assert result.code == 0 or "imbang blok hapus 2 --semua" in result.err, words
        assert "\x1b" not in result.out + result.err
    result = filled("data", "periksa", "--json")
    (finding,) = result.json["findings"]
    assert (result.code, finding["kind"], finding["numbers"]) == (1, "unreadable_rule", [2])
    assert "imbang blok hapus 2 --semua" in finding["remedy"]
    filled("blok", "hapus", "2", "--semua", "--ya").ok()
    assert filled("data", "periksa", "--json").ok().json["findings"] == []
    assert "Telaah" in filled("hari").ok().out


def test_a_rule_that_cannot_be_followed_is_shown_as_it_stands(filled: Imbang) -> None:
    alter(filled, "FREQ=SECONDLY")
    assert "FREQ=SECONDLY" in filled("blok", "lihat", "2").ok().out
