"""What is typed for the journal and how it becomes values; what the shell completes."""

import re
import string
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from keseimbangan.cli import params
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.domain.journal import HIGHEST, LOWEST
from keseimbangan.domain.triggers import distinct, known, named, recognised
from keseimbangan.errors.journal import TriggerWithoutWord
from keseimbangan.errors.text import EmptyText
from keseimbangan.i18n import _, language

TRIGGER_LENGTH = 100
LINE_LENGTH = 1000

# Field -> its word in Indonesian and in English; options and the form share them.
WORDS = {
    "level": ("tingkat", "level"),
    "triggers": ("pemicu", "trigger"),
    "main_cause": ("penyebab", "cause"),
    "coping": ("mengatasi", "coping"),
    "helped": ("terbantu", "helped"),
    "demand": ("tuntutan", "demand"),
    "control": ("kendali", "control"),
    "note": ("catatan", "note"),
}
FIELDS = {word: field for field, both in WORDS.items() for word in both}

# `--catatan -`: the note comes from standard input and so into no shell history.
FROM_STDIN = "-"
_MOST_BYTES = 1_000_000
_NO_WORD = frozenset(string.digits + string.punctuation + string.whitespace)

level = params.whole_number(LOWEST, HIGHEST)


def cause(text: Any) -> str:
    """A reader for a main cause: one line, up to 1,000 characters."""
    return params.plain_text(str(text), _("Penyebab"), LINE_LENGTH)


def coping(text: Any) -> str:
    """A reader for a way of coping: one line, up to 1,000 characters."""
    return params.plain_text(str(text), _("Cara mengatasi"), LINE_LENGTH)


def triggers(text: str, menu: Sequence[str] = ()) -> tuple[str, ...]:
    """Triggers separated by commas: codes, words of either language, or a person's own words.

    Where a menu was shown its numbers, counted from 1, are understood too.
    """
    pieces = [piece for piece in re.split(r"[,;]", text) if piece.strip()]
    if menu and re.fullmatch(r"[0-9\s]+", "".join(pieces)):
        pieces = re.split(r"[,;\s]+", text.strip(" ,;"))
    if not pieces:
        raise EmptyText(_("Pemicu"))
    return distinct(_trigger(piece, menu) for piece in pieces)


def note_from_stdin(env: Env) -> str:
    """The note from standard input, whatever its line ends and byte order mark."""
    if sys.stdin is None:
        raise EmptyText(_("Catatan"))
    if env.interactive:
        env.note(_("Tulis catatan Anda. Akhiri dengan Ctrl-D (Windows: Ctrl-Z) di baris baru."))
    # As bytes: what is no UTF-8 is then named as such, whatever the locale.
    text = sys.stdin.buffer.read(_MOST_BYTES).decode("utf-8-sig", "surrogateescape")
    return params.note(text.replace("\r\n", "\n"))


def trigger_completions() -> list[str]:
    """The words of the known triggers in the active language, without a blank to be quoted."""
    return [word.replace(" ", "-") for word in words_of(known())]


def entry_numbers(ctx: Context) -> list[tuple[str, str]]:
    """Numbers of the latest entries with their weeks, and nothing that they say."""
    from keseimbangan.store.journal import Journal

    with env_of(ctx).reading() as db:
        return [(str(entry.number), entry.week) for entry in Journal(db).latest(20)]


def word_of(field: str) -> str:
    """The word of a field in the active language."""
    return WORDS[field][language() == "en"]


def words_of(names: Iterable[str]) -> list[str]:
    """Stored triggers in the words of the active language."""
    return [named(name, language()) for name in names]


def _trigger(piece: str, menu: Sequence[str]) -> str:
    text = params.plain_text(piece, _("Pemicu"), TRIGGER_LENGTH)
    if menu and text.isascii() and text.isdecimal():
        return menu[params.whole_number(1, len(menu))(text) - 1]
    if _NO_WORD.issuperset(text):
        raise TriggerWithoutWord(text)
    return recognised(text)
