"""The root: from the words of a call to the app that holds just the command they name."""

from collections.abc import Sequence
from importlib import import_module

import typer

from keseimbangan.cli.command import Entry, Group, new_app, register
from keseimbangan.cli.places import Place, find


def build(rest: Sequence[str]) -> tuple[typer.Typer, list[str]]:
    """The app for a call, and the call with its defaults filled in."""
    app = new_app()
    app.callback()(_root)
    place = find(rest[0]) if rest else None
    if place is None:
        return app, list(rest)
    module = import_module(f"keseimbangan.cli.{place.module}")
    if isinstance(getattr(module, "group", None), Group):
        return app, [rest[0], *_add_group(app, module.group, place, rest)]
    entry: Entry = module.entry
    register(app, entry, rest[0])
    return app, list(rest)


def command_name(words: Sequence[str], *, english: bool = False) -> str:
    """The words of the command that a call names and nothing that it is given; empty for none."""
    place = find(words[0]) if words else None
    if place is None:
        return ""
    group = getattr(import_module(f"keseimbangan.cli.{place.module}"), "group", None)
    entries = group.entries if isinstance(group, Group) else []
    chosen = [entry for entry in entries if {entry.word, entry.english} & set(words[1:2])]
    named: list[Place | Entry] = [place, *chosen[:1]]
    return " ".join(one.english if english else one.word for one in named)


def _add_group(app: typer.Typer, group: Group, place: Place, rest: Sequence[str]) -> list[str]:
    words = group.complete(rest[1:])
    app.add_typer(group.app(words), name=rest[0], help=place.help)
    return words


def _root(home: str = typer.Option(None, "--home")) -> None:
    """Read before anything else, in `run`; declared here for the parser."""
