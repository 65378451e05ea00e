"""Reading the values of conduct as a person types them."""

from collections.abc import Iterable

from keseimbangan.domain.akhlak import Akhlak
from keseimbangan.errors.targets import AmbiguousWord
from keseimbangan.errors.text import UnknownWord

INDONESIAN = (
    *("berorientasi-pelayanan", "akuntabel", "kompeten", "harmonis", "loyal", "adaptif"),
    "kolaboratif",
)
ENGLISH = tuple(value.value.replace("_", "-") for value in Akhlak)
_WORDS = {
    **dict(zip(INDONESIAN, Akhlak, strict=True)),
    **dict(zip(ENGLISH, Akhlak, strict=True)),
    "pelayanan": Akhlak.SERVICE_ORIENTED,
}


def parse_akhlak(text: str, shown: tuple[str, ...] = INDONESIAN) -> tuple[Akhlak, ...]:
    """Values with commas between, each by its word or by as much of it as is clear.

    `shown` are the words that an error names. Raises UnknownWord and AmbiguousWord.
    """
    return in_order(_one(part, shown) for part in text.split(","))


def in_order(values: Iterable[Akhlak]) -> tuple[Akhlak, ...]:
    """Each once, in the order of the letters."""
    given = set(values)
    return tuple(value for value in Akhlak if value in given)


def _one(text: str, shown: tuple[str, ...]) -> Akhlak:
    key = "-".join(text.lower().replace("_", " ").split())
    if key in _WORDS:
        return _WORDS[key]
    found = {value for word, value in _WORDS.items() if key and word.startswith(key)}
    if not found:
        raise UnknownWord(text, shown)
    if len(found) > 1:
        names = dict(zip(Akhlak, shown, strict=True))
        raise AmbiguousWord(text, tuple(names[value] for value in in_order(found)))
    return found.pop()
