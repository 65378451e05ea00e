"""The seven values of conduct by their words and by their beginnings."""

import pytest

from keseimbangan.domain.akhlak import Akhlak
from keseimbangan.domain.akhlak_words import ENGLISH, INDONESIAN, parse_akhlak
from keseimbangan.errors.targets import AmbiguousWord
from keseimbangan.errors.text import UnknownWord


@pytest.mark.parametrize("words", [INDONESIAN, ENGLISH])
def test_the_seven_words_of_either_language_are_the_seven_values(words: tuple[str, ...]) -> None:
    assert parse_akhlak(",".join(words)) == tuple(Akhlak)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("ak", [Akhlak.ACCOUNTABLE]),
        ("kom", [Akhlak.COMPETENT]),
        ("kol", [Akhlak.COLLABORATIVE]),
        ("L", [Akhlak.LOYAL]),
        ("har", [Akhlak.HARMONIOUS]),
        ("adap", [Akhlak.ADAPTIVE]),
        ("Berorientasi Pelayanan", [Akhlak.SERVICE_ORIENTED]),
        ("service_oriented", [Akhlak.SERVICE_ORIENTED]),
        ("pel", [Akhlak.SERVICE_ORIENTED]),
        ("loyal, ak,loyal", [Akhlak.ACCOUNTABLE, Akhlak.LOYAL]),
    ],
)
def test_a_clear_beginning_is_enough(text: str, values: list[Akhlak]) -> None:
    assert list(parse_akhlak(text)) == values


@pytest.mark.parametrize(
    ("text", "named"), [("ko", "kompeten dan kolaboratif"), ("a", "akuntabel")]
)
def test_a_beginning_of_several_words_names_them(text: str, named: str) -> None:
    with pytest.raises(AmbiguousWord) as caught:
        parse_akhlak(text)
    assert named in str(caught.value)


@pytest.mark.parametrize("text", ["", "jujur", "akuntabel,", "akuntabelx"])
def test_another_word_is_refused_with_the_seven(text: str) -> None:
    with pytest.raises(UnknownWord) as caught:
        parse_akhlak(text)
    assert "berorientasi-pelayanan" in str(caught.value)
