"""The form of a journal entry for a text editor: written in the active language, read in both.

Each field stands on its own line, `tingkat: 6`; a line that follows belongs to it. Lines that
begin with # are not read. The note comes last: everything below it is the note, as it is.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from keseimbangan.cli import journal_values as values
from keseimbangan.cli import params
from keseimbangan.domain.journal import Answers
from keseimbangan.domain.triggers import known
from keseimbangan.errors import KeseimbanganError
from keseimbangan.errors.journal import (
    FormFieldTwice,
    FormFieldUnreadable,
    FormLineUnknown,
    LevelMissing,
)
from keseimbangan.i18n import _

_READERS: dict[str, Callable[[str], Any]] = {
    "level": values.level,
    "triggers": values.triggers,
    "main_cause": values.cause,
    "coping": values.coping,
    "helped": values.level,
    "demand": values.level,
    "control": values.level,
    "note": params.note,
}
_FIELD_LINE = re.compile(rf"\s*({'|'.join(values.FIELDS)})\s*:(.*)", re.IGNORECASE)
_WIDTH = 76


class _Written(NamedTuple):
    """What stands in one field, and the line on which it begins, counted from 1."""

    line: int
    word: str
    parts: list[str]


def form_text(answers: Answers, week: str) -> str:
    """The form as the editor opens it, with the answers there are; `week` is shown."""
    parts = [_comment(line) for line in _head(week)]
    for field, hint in _hints().items():
        parts += ["", *map(_comment, hint), _filled(field, getattr(answers, field))]
    return "\n".join(parts) + "\n"


def read_form(text: str) -> Answers:
    """The answers of a form, all of its fields that are not empty.

    Raises FormLineUnknown, FormFieldTwice, FormFieldUnreadable, and LevelMissing.
    """
    written = _fields(text)
    answers = {field: _value(field, each) for field, each in written.items()}
    told = Answers(**{field: value for field, value in answers.items() if value is not None})
    if told.level is None:
        raise LevelMissing
    return told


def is_blank(text: str) -> bool:
    """Whether nothing is filled in; what cannot be read counts as something."""
    try:
        return not any(part.strip() for each in _fields(text).values() for part in each.parts)
    except KeseimbanganError:
        return False


def _fields(text: str) -> dict[str, _Written]:
    found: dict[str, _Written] = {}
    current: _Written | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if current and values.FIELDS[current.word] == "note":
            current.parts.append(line)
        elif match := _FIELD_LINE.fullmatch(line):
            current = _begun(found, number, match[1].lower(), match[2])
        elif line.strip() and not line.lstrip().startswith("#"):
            if current is None:
                raise FormLineUnknown(number, line.strip())
            current.parts.append(line)
    return found


def _begun(found: dict[str, _Written], number: int, word: str, rest: str) -> _Written:
    field = values.FIELDS[word]
    if field in found:
        raise FormFieldTwice(number, word)
    found[field] = _Written(number, word, [rest])
    return found[field]


def _value(field: str, written: _Written) -> Any:
    # Only the note has lines; elsewhere an editor has merely wrapped.
    joint = "\n" if field == "note" else ", " if field == "triggers" else " "
    parts = written.parts if field == "note" else [part.strip() for part in written.parts]
    text = joint.join(part for part in parts if part or field == "note")
    if not text.strip():
        return None
    try:
        return _READERS[field](text)
    except KeseimbanganError as error:
        raise FormFieldUnreadable(written.line, written.word, error) from error


def _filled(field: str, value: Any) -> str:
    word = f"{values.word_of(field)}:"
    if value is None or value == ():
        return word
    if field == "note":
        return f"{word}\n{value}"
    if field == "triggers":
        return f"{word} {', '.join(values.words_of(value))}"
    return f"{word} {' '.join(str(value).split(chr(10)))}"


def _comment(line: str) -> str:
    return f"# {line}" if line else "#"


def _head(week: str) -> Iterator[str]:
    yield _("Jurnal stres, pekan {week}").format(week=week)
    yield ""
    yield _("Isi sesudah titik dua. Hanya tingkat yang wajib; yang lain boleh kosong.")
    yield _("Baris berawalan # tidak dibaca. Simpan dan tutup editor untuk mencatat.")


def _hints() -> dict[str, list[str]]:
    from textwrap import wrap

    triggers = ", ".join(values.words_of(known()))
    return {
        "level": [_("Tingkat stres, dari 0 (tidak terasa) sampai 10 (sangat berat)")],
        "triggers": [
            _("Pemicu, pisahkan dengan koma; kata Anda sendiri boleh. Misalnya:"),
            *wrap(triggers, _WIDTH, break_on_hyphens=False),
        ],
        "main_cause": [_("Penyebab utama menurut Anda")],
        "coping": [_("Yang Anda lakukan untuk mengatasinya")],
        "helped": [_("Seberapa membantu cara itu, dari 0 sampai 10")],
        "demand": [_("Seberapa tinggi tuntutan pekerjaan, dari 0 sampai 10")],
        "control": [_("Seberapa besar kendali Anda atas pekerjaan itu, dari 0 sampai 10")],
        "note": [_("Catatan: semua yang tertulis di bawah baris ini, apa adanya")],
    }
