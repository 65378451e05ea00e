"""The English catalogue is whole, and texts are written so that they can be translated."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from keseimbangan.i18n import language
from tests.in_process import Imbang
from tests.texts import LANGUAGES, calls, commands, texts

TOOL = Path(__file__).resolve().parent.parent / "tools" / "translations.py"

# These follow another text on the same line; each is said with what it follows in mind.
CONTINUATIONS = {
    "{path} baris {line}: ",
    ", istirahat {hours}",
    ", tanyakan {day}",
    "; sesi {n} berjalan",
}
# Words that both languages know, though only one has them for a command.
SHARED = {"target"}


def test_the_english_catalogue_is_whole_and_compiled() -> None:
    done = subprocess.run(
        [sys.executable, str(TOOL), "check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_every_text_to_translate_is_a_literal() -> None:
    computed = [
        f"{call.path}:{call.line}"
        for call in calls()
        for argument in call.arguments
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str))
    ]
    assert not computed, f"an f-string or a name cannot be looked up: {computed}"


def test_no_text_is_a_fragment_to_be_glued_to_another() -> None:
    fragments = [
        f"{call.path}:{call.line} {argument.value!r}"
        for call in calls()
        for argument in call.arguments
        if isinstance(argument, ast.Constant)
        and argument.value not in CONTINUATIONS
        and (argument.value != argument.value.strip() or argument.value[:1] in {",", ";"})
    ]
    assert not fragments, fragments


def test_no_text_shouts_or_is_empty() -> None:
    loud = [
        f"{call.path}:{call.line} {argument.value!r}"
        for call in calls()
        for argument in call.arguments
        if isinstance(argument, ast.Constant) and ("!" in argument.value or not argument.value)
    ]
    assert not loud, loud


def test_an_english_text_ends_as_its_source_does_and_shouts_no_more() -> None:
    pairs = list(zip(texts("id"), texts("en"), strict=True))
    assert pairs
    for source, translated in pairs:
        assert _end(source.text) == _end(translated.text), (source, translated)
        assert "!" not in translated.text, translated


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_help_of_every_command_keeps_to_one_language(imbang: Imbang, spoken: str) -> None:
    imbang("--version", lang=spoken)
    assert language() == spoken
    other = next(each for each in LANGUAGES if each != spoken)
    mine, theirs = _words(spoken), _words(other)
    foreign = theirs - mine - SHARED
    mixed = {}
    for words in {taken.words[:depth] for taken in commands(spoken) for depth in (1, 2)}:
        page = imbang(*words, "--help", lang=spoken).ok().out
        if found := _typed(page) & foreign:
            mixed[words] = found
    assert not mixed, mixed


def test_the_first_help_page_names_every_command_of_its_language(imbang: Imbang) -> None:
    for spoken in LANGUAGES:
        page = imbang("--help", lang=spoken).ok().out
        assert {taken.words[0] for taken in commands(spoken)} <= _typed(page)


def test_both_languages_have_the_same_commands_and_options() -> None:
    assert len(commands("id")) == len(commands("en"))
    for one, other in zip(commands("id"), commands("en"), strict=True):
        assert len(one.options) == len(other.options), (one.words, one.options, other.options)


def _end(text: str) -> str:
    """The sign a sentence ends with, if it is one."""
    return text[-1] if text[-1:] in {".", ":", "?", ","} else ""


def _words(spoken: str) -> set[str]:
    """All that can be typed for a command or an option."""
    return {name for taken in commands(spoken) for name in (*taken.words, *taken.options)}


def _typed(page: str) -> set[str]:
    """The words of a help page without the signs around them; `SKP` is not the command `skp`."""
    words = page.replace("/--", " --").replace("`", " ").split()
    return {word.strip(".,;:()[]\"'…") for word in words}
