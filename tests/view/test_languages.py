"""What a text tells a person to type can be typed, in the language of the text."""

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any

import pytest

from keseimbangan.domain.dates import parse_date, parse_month, parse_week
from keseimbangan.domain.repeats import parse_repeat
from keseimbangan.domain.times import parse_duration, parse_time, parse_time_range
from keseimbangan.errors.text import (
    UnreadableDate,
    UnreadableDuration,
    UnreadablePeriod,
    UnreadableRange,
    UnreadableRepeat,
    UnreadableTime,
)
from keseimbangan.i18n import activate
from keseimbangan.view.rules import rule_text
from tests.harness import SOURCE
from tests.in_process import Imbang
from tests.texts import LANGUAGES, Shown, Taken, commands, texts

TODAY = date(2026, 11, 25)
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
# An example ends with its backtick, sentence, line or column, or where the next one begins.
EXAMPLE = re.compile(r"\bimbang\b(?![-.])(.*?)(?=`|[.;:](?:\s|$)|\n|  |\bimbang\b|$)")
# `imbang` as the program's name, followed by a word of a sentence and no command.
# Here both languages stand side by side: declarations, and the commands of the demo.
BOTH_SIDE_BY_SIDE = {"cli/demo.py"}
SAID_OF_THE_PROGRAM = {"id": {"saja", "sama"}, "en": {"alone", "is"}}


@pytest.fixture(autouse=True)
def indonesian_modules(imbang: Imbang) -> None:
    """The command modules are imported by now, in one language."""
    imbang("--version")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_that_a_text_names_exists(language: str) -> None:
    table = commands(language)
    wrong = [
        f"{shown.place}: imbang{example} ({why})"
        for shown in texts(language)
        for example in EXAMPLE.findall(shown.text)
        if (why := _complaint(example, table, language))
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_option_that_a_text_names_exists(language: str) -> None:
    known = {option for taken in commands(language) for option in taken.options}
    wrong = [
        f"{shown.place}: {option}"
        for shown in texts(language)
        for option in OPTION.findall(shown.text)
        if option not in known
    ]
    assert not wrong, "\n".join(wrong)


def test_no_command_or_option_is_named_outside_the_catalogue() -> None:
    fine = _same_in_both()
    wrong = [
        f"{shown.place}: {shown.text!r}"
        for shown in _bare_texts()
        if re.match(r"imbang [a-z]", shown.text) or OPTION.match(shown.text)
        if shown.text.strip("= ") not in fine
        if shown.place.partition(":")[0] not in BOTH_SIDE_BY_SIDE
    ]
    assert not wrong, "\n".join(wrong)


def _forms(hint: str) -> list[str]:
    """`Gunakan 08.00, 8:00, atau pukul 14.` as its three forms."""
    listed = re.sub(r"^(?:Gunakan|Use) |\.$", "", hint)
    return [form for form in re.split(r",? (?:atau|or) |, ", listed) if form]


def _any_of(*readers: Callable[[str], Any]) -> Callable[[str], Any]:
    def read(text: str) -> Any:
        for reader in readers[:-1]:
            try:
                return reader(text)
            except Exception:  # the last reader speaks for all
                continue
        return readers[-1](text)

    return read


_on = {"today": TODAY}
ACCEPTED = [
    (UnreadableDate, partial(parse_date, **_on)),
    (UnreadablePeriod, _any_of(partial(parse_month, **_on), partial(parse_week, **_on))),
    (UnreadableTime, parse_time),
    (UnreadableRange, parse_time_range),
    (UnreadableDuration, parse_duration),
    (UnreadableRepeat, parse_repeat),
]
# What is said between the forms.
PROSE = re.compile(
    r"TTTT-BB-HH|YYYY-MM-DD|misalnya |such as |^untuk pekan: |; untuk pekan: |; for a week: |"
    r"; yang melewati tengah malam: |; past midnight: |satu tanggal di dalamnya|a date in it"
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("error", "read"), ACCEPTED, ids=[e.__name__ for e, _ in ACCEPTED])
def test_every_form_that_a_hint_offers_is_understood(
    error: Any, read: Callable[[str], Any], language: str
) -> None:
    activate(language)
    hint = PROSE.sub(", ", error("x").hint())
    forms = [form.strip(" ,") for form in _forms(hint)]
    for form in filter(None, forms):
        read(form)
    assert len(forms) > 1


RULES = [
    *("FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=WEEKLY;BYDAY=SU", "FREQ=WEEKLY;BYDAY=MO,TH"),
    *("FREQ=MONTHLY;BYMONTHDAY=1,2,3,11,21,31", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    *("FREQ=MONTHLY;BYDAY=1SU", "FREQ=MONTHLY;BYDAY=2MO,-1FR", "FREQ=YEARLY;INTERVAL=2"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES)
def test_a_rule_in_words_is_understood_in_its_language(rule: str, language: str) -> None:
    activate(language)
    assert parse_repeat(rule_text(rule)) == rule


def _complaint(example: str, table: Sequence[Taken], language: str) -> str | None:
    """Why a person cannot type an example, or nothing."""
    words = re.sub(r"^(?: --home \S+)+", "", example).split()
    plain = [word.strip("`'\",()") for word in words]
    if not plain or not plain[0] or plain[0] in SAID_OF_THE_PROGRAM[language]:
        return None
    named = [taken for taken in table if list(taken.words) == plain[: len(taken.words)]]
    if not named:
        return "no such command"
    chosen = max(named, key=lambda taken: len(taken.words))
    missing = [option for option in OPTION.findall(example) if option not in chosen.options]
    if missing:
        return f"no such option: {missing}"
    is_group = any(len(taken.words) > 1 and taken.words[0] == plain[0] for taken in table)
    follows = plain[1:2] if is_group and len(chosen.words) == 1 else []
    return f"no such command: {follows[0]}" if follows and follows[0].isalpha() else None


def _same_in_both() -> set[str]:
    one, other = (
        {f"imbang {' '.join(taken.words)}" for taken in commands(language)}
        | {option for taken in commands(language) for option in taken.options}
        for language in LANGUAGES
    )
    return one & other


def _bare_texts() -> Iterator[Shown]:
    """Texts of the command line and its screens that no `_` translates, without docstrings."""
    for folder in ("cli", "view", "errors"):
        for path in sorted((SOURCE / folder).rglob("*.py")):
            for node in _untranslated(ast.parse(path.read_text(encoding="utf-8"))):
                yield Shown(f"{path.relative_to(SOURCE)}:{node.lineno}", node.value)


def _untranslated(node: ast.AST) -> Iterator[ast.Constant]:
    for child in ast.iter_child_nodes(node):
        named = child.func if isinstance(child, ast.Call) else None
        if isinstance(named, ast.Name) and named.id in ("_", "ngettext"):
            continue
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue
        if isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child
        yield from _untranslated(child)
