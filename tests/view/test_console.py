"""Where text leaves the program."""

import io
import json
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console, RenderableType
from rich.text import Text

from keseimbangan.domain.plaintext import hidden_characters
from keseimbangan.errors import FactError
from keseimbangan.view.console import Output, Screen, shown


class Greeting(Screen):
    """A screen with whatever a person typed in it."""

    def __init__(self, text: str) -> None:
        self.text_ = text

    def document(self) -> dict[str, Any]:
        return {"greeting": self.text_, "absent": None}

    def render(self) -> RenderableType:
        return Text(shown(self.text_))


class Refusal(FactError):
    """An error with whatever a person typed in it."""

    code = "refusal"

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text_ = text

    def message(self) -> str:
        return f"'{self.text_}' tidak ada."

    def hint(self) -> str:
        return "Coba yang lain."


class Streams:
    """What an `Output` wrote to each stream."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, terminal: bool = False) -> None:
        self._out, self._err = io.StringIO(), io.StringIO()
        for stream in (self._out, self._err):
            monkeypatch.setattr(stream, "isatty", lambda: terminal, raising=False)
        monkeypatch.setattr(sys, "stdout", self._out)
        monkeypatch.setattr(sys, "stderr", self._err)

    @property
    def out(self) -> str:
        return self._out.getvalue()

    @property
    def err(self) -> str:
        return self._err.getvalue()


def test_a_screen_is_drawn_on_stdout_without_colour_in_a_pipe(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    streams = Streams(monkeypatch)
    Output(as_json=False).show(Greeting("Selamat pagi"))
    assert (streams.out, streams.err) == ("Selamat pagi\n", "")


def test_markup_and_emoji_codes_are_text(monkeypatch: pytest.MonkeyPatch) -> None:
    streams = Streams(monkeypatch)
    Output(as_json=False).show(Greeting("[bold]pagi[/] :smile: [/]"))
    assert streams.out == "[bold]pagi[/] :smile: [/]\n"


def test_a_document_keeps_letters_and_absent_values(monkeypatch: pytest.MonkeyPatch) -> None:
    streams = Streams(monkeypatch)
    Output(as_json=True).show(Greeting("pagi – العربية 🚀"))
    assert "pagi – العربية 🚀" in streams.out
    assert json.loads(streams.out) == {"greeting": "pagi – العربية 🚀", "absent": None}


@pytest.mark.parametrize("text", ["pagi\x7f", "é\x7f\x9b"])
def test_a_document_has_nothing_that_steers_a_terminal(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    streams = Streams(monkeypatch)
    Output(as_json=True).show(Greeting(text))
    assert streams.out.replace("\n", "").isprintable()
    assert json.loads(streams.out)["greeting"] == text


def test_a_document_is_never_broken_to_the_width(monkeypatch: pytest.MonkeyPatch) -> None:
    streams = Streams(monkeypatch)
    monkeypatch.setenv("COLUMNS", "40")
    Output(as_json=True).show(Greeting("kata " * 100))
    assert max(len(line) for line in streams.out.splitlines()) > 500


def test_an_error_is_a_fact_and_a_remedy_on_stderr(monkeypatch: pytest.MonkeyPatch) -> None:
    streams = Streams(monkeypatch)
    Output(as_json=False).error(Refusal("x"))
    assert (streams.out, streams.err) == ("", "'x' tidak ada. Coba yang lain.\n")


def test_an_error_for_programs_has_code_message_and_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    streams = Streams(monkeypatch)
    Output(as_json=True).error(Refusal("x"))
    assert streams.out == ""
    assert json.loads(streams.err) == {
        "error": {"code": "refusal", "message": "'x' tidak ada.", "hint": "Coba yang lain."}
    }


def test_a_long_message_is_broken_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    piped = Streams(monkeypatch)
    Output(as_json=False).note("kata " * 20 + "akhir")
    assert len(piped.err.splitlines()) == 1
    read = Streams(monkeypatch, terminal=True)
    Output(as_json=False).note("kata " * 20 + "akhir")
    assert len(read.err.splitlines()) > 2


def test_a_note_keeps_its_lines_and_is_not_for_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    people = Streams(monkeypatch)
    Output(as_json=False).note("satu\ndua")
    assert people.err == "satu\ndua\n"
    programs = Streams(monkeypatch)
    Output(as_json=True).note("satu")
    assert (programs.out, programs.err) == ("", "")


def test_text_ends_with_one_line_break(monkeypatch: pytest.MonkeyPatch) -> None:
    streams = Streams(monkeypatch)
    Output(as_json=False).text("satu")
    Output(as_json=False).text("dua\n")
    assert streams.out == "satu\ndua\n"


SEEN = {
    "an escape sequence": ("\x1b[31mmerah", "␛[31mmerah"),
    "a bell and a null": ("\a\0", "␇␀"),
    "a line break": ("satu\ndua", "satu␊dua"),
    "a C1 control": ("\x9b31m", "<U+009B>31m"),
    "a delete": ("\x7f", "<U+007F>"),
    "a direction override": ("\u202egnp", "<U+202E>gnp"),
    "a lone surrogate": ("\udcff", "<U+DCFF>"),
    "a line separator": ("\u2028", "<U+2028>"),
}


@pytest.mark.parametrize(("text", "visible"), SEEN.values(), ids=SEEN)
def test_what_could_steer_a_terminal_is_made_visible(text: str, visible: str) -> None:
    assert shown(text) == visible


@pytest.mark.parametrize(
    "text", ["é", "e\u0301", "👩‍👩‍👧", "می\u200cخواهم", "a\u00a0b", "会議", "\ue000"]
)
def test_what_cannot_is_left_alone(text: str) -> None:
    assert shown(text) == text


def test_lines_and_tabs_of_a_note_stay() -> None:
    assert shown("satu\n\tdua\x1b", lines=True) == "satu\n\tdua␛"


@given(st.text(), st.booleans())
def test_nothing_hidden_is_ever_shown(text: str, lines: bool) -> None:
    assert hidden_characters(shown(text, lines=lines), lines=lines) == ()


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_a_document_says_the_same_and_steers_no_terminal(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        streams = Streams(patch)
        Output(as_json=True).show(Greeting(text))
        assert json.loads(streams.out)["greeting"] == text
        assert hidden_characters(streams.out, lines=True) == ()


@given(st.text(min_size=1, max_size=80))
def test_a_screen_on_a_terminal_writes_no_escape_that_a_person_typed(text: str) -> None:
    file = io.StringIO()
    console = Console(file=file, force_terminal=True, color_system=None, width=60, markup=False)
    console.print(Greeting(text).render())
    assert "\x1b" not in file.getvalue()
