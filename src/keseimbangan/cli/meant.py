"""What a first word that is no command was probably meant for."""

from collections.abc import Iterator
from importlib import import_module

from keseimbangan.cli.command import Group
from keseimbangan.cli.places import Place, find, places
from keseimbangan.errors.usage import UnknownCommand

# Of a word that most groups know, such as `hapus`, some examples are enough.
MOST_NAMED = 3
_UNDO = ("batal", "batalkan", "membatalkan", "urungkan", "cancel", "revert", "rollback")


def unknown(word: str) -> UnknownCommand:
    """The error for a first word; it names the commands which that very word belongs to."""
    shown = [place.shown for place in places()]
    return UnknownCommand(word, "imbang", shown, _meant(word.lower())[:MOST_NAMED])


def _meant(word: str) -> list[str]:
    undo = find("urung")
    if word in _UNDO and undo:
        return [undo.shown]
    return [command for place in places() for command in _in_group(place, word)]


def _in_group(place: Place, word: str) -> Iterator[str]:
    group = getattr(import_module(f"keseimbangan.cli.{place.module}"), "group", None)
    for entry in group.entries if isinstance(group, Group) else ():
        if word in (entry.word, entry.english) and not entry.hidden:
            yield f"{place.shown} {entry.shown}"
