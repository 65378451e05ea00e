"""The form of an entry for an editor: what is written into it comes out again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keseimbangan import i18n
from keseimbangan.cli.journal_form import form_text, is_blank, read_form
from keseimbangan.domain.journal import Answers
from keseimbangan.domain.plaintext import hidden_characters
from keseimbangan.domain.triggers import known, recognised
from keseimbangan.errors.journal import (
    FormFieldTwice,
    FormFieldUnreadable,
    FormLineUnknown,
    LevelMissing,
)

WEEK = "23–29 November 2026 (2026-W48)"


def test_an_empty_form_is_blank_and_has_no_level() -> None:
    text = form_text(Answers(), WEEK)
    assert is_blank(text)
    with pytest.raises(LevelMissing):
        read_form(text)


def test_the_form_names_the_week_the_fields_and_the_known_triggers() -> None:
    text = form_text(Answers(), WEEK)
    assert WEEK in text
    for field in ("tingkat:", "pemicu:", "penyebab:", "mengatasi:", "terbantu:", "catatan:"):
        assert f"\n{field}\n" in text
    assert "beban kerja berlebih" in text
    assert all(len(line) <= 78 for line in text.split("\n"))


def test_what_is_filled_in_is_read() -> None:
    text = form_text(Answers(), WEEK).replace("tingkat:", "tingkat: 6")
    text = text.replace("pemicu:", "Pemicu : rapat, Suara bor").replace("kendali:", "KENDALI:3")
    assert read_form(text) == Answers(6, ("rapat", "Suara bor"), control=3)


def test_words_of_both_languages_are_read() -> None:
    assert read_form("level: 4\ncause: Meetings\nkendali: 2\nnote: x\n") == Answers(
        4, main_cause="Meetings", control=2, note="x"
    )


def test_a_wrapped_line_belongs_to_its_field() -> None:
    form = "tingkat: 4\npenyebab: Rapat yang\n  tidak selesai\n\npemicu: rapat\n audit\n"
    told = read_form(form)
    assert told.main_cause == "Rapat yang tidak selesai"
    assert told.triggers == ("rapat", "audit")


def test_everything_below_the_note_is_the_note() -> None:
    note = "# judul\n\ntingkat: 9\n  dalam"
    assert read_form(f"tingkat: 4\ncatatan:\n{note}\n\n") == Answers(4, note=note)


def test_comments_elsewhere_are_not_read() -> None:
    assert read_form("# tingkat: 9\ntingkat: 4\n # penyebab: x\n") == Answers(4)


def test_a_line_of_no_field_is_named() -> None:
    with pytest.raises(FormLineUnknown, match="Baris 2 formulir, 'lelah sekali'"):
        read_form("# x\nlelah sekali\ntingkat: 4\n")
    assert not is_blank("lelah sekali")


def test_a_field_that_stands_twice_is_named() -> None:
    with pytest.raises(FormFieldTwice, match="Ruas 'level' muncul lagi pada baris 2"):
        read_form("tingkat: 4\nlevel: 5\n")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("tingkat: 11", "Ruas 'tingkat' pada baris 1 formulir: Angka '11'"),
        ("tingkat: enam", "Angka 'enam' tidak dapat dipakai. Gunakan bilangan bulat 0 sampai 10."),
        ("terbantu: 5,5", "Ruas 'terbantu'"),
        ("pemicu: 12", "Pemicu '12' bukan kata."),
        ("penyebab: \x1b[31mmerah", "Penyebab memuat karakter tak terlihat: U+001B."),
        ("catatan: \x07", "Catatan memuat karakter tak terlihat: U+0007."),
        ("mengatasi: " + "x" * 1001, "terlalu panjang"),
    ],
)
def test_a_field_that_cannot_be_read_says_why(line: str, said: str) -> None:
    with pytest.raises(FormFieldUnreadable) as refused:
        read_form(line)
    assert said in str(refused.value)
    assert not is_blank(line)


LEVELS = st.none() | st.integers(0, 10)


def texts(most: int, *, lines: bool) -> st.SearchStrategy[str]:
    allowed = st.characters(exclude_categories=["Cs"]) | st.sampled_from("#:\n \t,;-")
    return (
        st.text(allowed, min_size=1, max_size=most)
        .map(str.strip)
        .filter(lambda text: text and not hidden_characters(text, lines=lines))
    )


def is_own(text: str) -> bool:
    return not set(",;") & set(text) and any(c.isalpha() for c in text)


# A known trigger is never stored by its word: what is typed becomes its code.
OWN = texts(20, lines=False).filter(lambda text: is_own(text) and recognised(text) == text)
ANSWERS = st.builds(
    Answers,
    level=st.integers(0, 10),
    triggers=st.lists(OWN | st.sampled_from(sorted(known())), max_size=4).map(
        lambda names: tuple({name.casefold(): name for name in names}.values())
    ),
    main_cause=st.none() | texts(40, lines=False),
    coping=st.none() | texts(40, lines=False),
    helped=LEVELS,
    demand=LEVELS,
    control=LEVELS,
    note=st.none() | texts(80, lines=True),
)


@given(ANSWERS, st.sampled_from(["id", "en"]), st.sampled_from(["id", "en"]))
def test_any_answers_come_out_as_they_went_in(answers: Answers, one: str, other: str) -> None:
    try:
        i18n.activate(one)
        text = form_text(answers, WEEK)
        i18n.activate(other)
        told = read_form(text)
    finally:
        i18n.activate("id")
    assert told._replace(triggers=()) == answers._replace(triggers=())
    # Two of one's own that differ in accents alone are one.
    assert set(told.triggers) <= set(answers.triggers)
    assert bool(told.triggers) == bool(answers.triggers)
