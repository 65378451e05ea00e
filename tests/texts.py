"""Every text of the program in both languages, and the commands that a person can type."""

import ast
import gettext
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from keseimbangan.cli.places import places
from tests.harness import SOURCE

LANGUAGES = ("id", "en")
MARKS = ("_", "ngettext")
# The parser's own, and those of the root.
COMMON_OPTIONS = frozenset({"--help", "--json", "--home", "--version"})


class Call(NamedTuple):
    """One call of `_` or `ngettext`, where it stands, and what it is given."""

    path: Path
    line: int
    name: str
    arguments: list[ast.expr]


class Shown(NamedTuple):
    """One text as it is shown in one language, and where it stands."""

    place: str
    text: str


class Taken(NamedTuple):
    """What a command takes: its words in a language, and its options."""

    words: tuple[str, ...]
    options: frozenset[str]


@cache
def calls() -> tuple[Call, ...]:
    """Every call of `_` and `ngettext` in the program."""
    return tuple(call for path in sorted(SOURCE.rglob("*.py")) for call in _calls_in(path))


def _calls_in(path: Path) -> Iterator[Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
            most = 1 if node.func.id == "_" else 2
            yield Call(path.relative_to(SOURCE), node.lineno, node.func.id, node.args[:most])


def texts(language: str) -> list[Shown]:
    """Every text in one language, both forms of a plural."""
    found = []
    for call in calls():
        sources = [a.value for a in call.arguments if isinstance(a, ast.Constant)]
        place = f"{call.path}:{call.line}"
        found += [Shown(place, text) for text in _in_language(sources, language)]
    return found


def _in_language(sources: list[str], language: str) -> list[str]:
    if language == "id":
        return sources
    catalogue = _english()
    if len(sources) == 1:
        return [catalogue.gettext(sources[0])]
    return [catalogue.ngettext(sources[0], sources[1], n) for n in (1, 2)]


@cache
def _english() -> gettext.GNUTranslations:
    return gettext.translation("keseimbangan", SOURCE / "locale", ["en"])


@cache
def commands(language: str) -> tuple[Taken, ...]:
    """Every command with all its words, `("tugas", "tambah")`, and its options in a language.

    A group that means one of its commands where none is named stands here with that, too.
    """
    found = []
    for place in places():
        module = import_module(f"keseimbangan.cli.{place.module}")
        root = place.english if language == "en" else place.word
        group = getattr(module, "group", None)
        for entry in group.entries if group else [module.entry]:
            options = _options(entry.callback, language)
            word = entry.english if language == "en" else entry.word
            found.append(Taken((root, word) if group else (root,), options))
            if group and entry.word == group.default:
                found.append(Taken((root,), options))
    return tuple(found)


def _options(callback: object, language: str) -> frozenset[str]:
    """Of each option the first name is Indonesian, the last English; `-o` serves both."""
    import typer
    from typer.main import get_command

    app = typer.Typer(add_completion=False)
    app.command()(callback)  # type: ignore[type-var]
    chosen = set(COMMON_OPTIONS)
    for param in get_command(app).params:
        if param.param_type_name == "option":
            for names in (param.opts, param.secondary_opts):
                long = [name for name in names if name.startswith("--")]
                chosen |= {name for name in names if not name.startswith("--")}
                chosen |= {long[-1] if language == "en" else long[0]} if long else set()
    return frozenset(chosen)
