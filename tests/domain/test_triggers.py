"""Known triggers and a person's own."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keseimbangan.domain.triggers import (
    distinct,
    known,
    named,
    recognised,
    trigger_key,
)


def test_the_seeds_name_the_causes_that_are_offered():
    codes = set(known())
    # Seed 003, section 1.
    assert {"beban-berlebih", "kurang-otonomi", "minim-dukungan"} <= codes
    # Seed 004, section 1.
    assert {"target-unit", "target-program", "atasan", "publik", "audit", "layanan"} <= codes
    assert {"media", "laporan", "dokumen", "rapat", "hierarki", "komunikasi-lambat"} <= codes
    assert {"jam-panjang", "sumber-daya", "kebijakan-berubah", "keluarga"} <= codes
    assert {"anggaran", "pensiun", "batas-kabur"} <= codes


def test_each_known_trigger_has_two_words_and_a_source():
    for code, trigger in known().items():
        assert trigger.code == code == code.lower()
        assert trigger.indonesian
        assert trigger.english
        assert trigger.source[:3] in ("000", "001", "002", "003", "004")


def test_no_word_means_two_triggers():
    words = Counter(
        (trigger_key(word), trigger.code)
        for trigger in known().values()
        for word in {trigger.code, trigger.indonesian, trigger.english}
    )
    keys = Counter(key for key, _code in words)
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize(
    "text",
    ["beban-berlebih", "Beban Kerja Berlebih", "beban kerja  berlebih", "EXCESSIVE workload"],
)
def test_a_known_trigger_is_recognised_by_code_and_word(text: str):
    assert recognised(text) == "beban-berlebih"


def test_anything_else_stays_as_typed():
    assert recognised("Suara bor gedung sebelah") == "Suara bor gedung sebelah"


def test_the_word_shown_follows_the_language():
    assert named("rapat", "id") == "rapat"
    assert named("rapat", "en") == "meetings"
    assert named("Suara bor", "en") == "Suara bor"


def test_the_first_spelling_of_each_is_kept_in_order():
    assert distinct(["Bising", "rapat", "bising", "BÍSING"]) == ("Bising", "rapat")


@given(st.lists(st.text(max_size=8)))
def test_distinct_triggers_have_distinct_keys(names: list[str]):
    kept = distinct(names)
    assert len({trigger_key(name) for name in kept}) == len(kept)
    assert {trigger_key(name) for name in kept} == {trigger_key(name) for name in names}


@given(st.sampled_from(sorted(known())), st.sampled_from(["id", "en"]))
def test_the_shown_word_leads_back_to_the_code(code: str, language: str):
    assert recognised(named(code, language)) == code
