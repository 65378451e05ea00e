"""What sets stress off: known triggers, drawn from the seeds, and a person's own words.

A known trigger is stored as its code, anything else as typed. The known ones stand in
`data/triggers.toml`, which is read as a constant of the program.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from keseimbangan.domain.search import search_key

_FILE = Path(__file__).parent.parent / "data" / "triggers.toml"


class Trigger(NamedTuple):
    """A known trigger: its stored code, its words, and the seed that names it."""

    code: str
    indonesian: str
    english: str
    source: str

    def word(self, language: str) -> str:
        """How it is called in `id` or `en`."""
        return self.english if language == "en" else self.indonesian


@cache
def known() -> Mapping[str, Trigger]:
    """The known triggers by code, related ones together."""
    import tomllib

    rows = tomllib.loads(_FILE.read_text(encoding="utf-8"))["trigger"]
    return {row["code"]: Trigger(row["code"], row["id"], row["en"], row["source"]) for row in rows}


def recognised(text: str) -> str:
    """The code of the known trigger that a text names in either language, else the text itself."""
    return _codes().get(trigger_key(text), text)


def named(name: str, language: str) -> str:
    """The word for a stored trigger: that of the language for a known one, else as typed."""
    trigger = known().get(name)
    return trigger.word(language) if trigger else name


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Names in their order, the first spelling of each."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(trigger_key(name), name)
    return tuple(first.values())


def trigger_key(name: str) -> str:
    """What the spellings of one trigger have in common: `Beban-Berlebih`, `beban berlebih`."""
    return " ".join(search_key(name).replace("-", " ").split())


@cache
def _codes() -> Mapping[str, str]:
    return {
        trigger_key(word): trigger.code
        for trigger in known().values()
        for word in (trigger.code, trigger.indonesian, trigger.english)
    }
