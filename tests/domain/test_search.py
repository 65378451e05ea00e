"""What a search compares."""

from hypothesis import given
from hypothesis import strategies as st

from keseimbangan.domain.search import search_key


def test_case_and_accents_make_no_difference():
    assert search_key("Résumé RAPAT") == search_key("resume rapat")
    assert search_key("İstirahat") == search_key("istirahat")
    assert search_key("ﬁnal") == search_key("FINAL")


def test_letters_of_other_scripts_are_kept():
    assert search_key("会議") == "会議"
    assert search_key("اجتماع") in search_key("قبل اجتماع")


@given(st.text())
def test_a_key_is_its_own_key(text: str):
    assert search_key(search_key(text)) == search_key(text)


@given(st.text(alphabet=st.characters(max_codepoint=0x24F)), st.text(max_size=5))
def test_a_text_is_found_in_what_contains_it(text: str, around: str):
    assert search_key(text) in search_key(f"{around} {text} {around}")
