"""What people bring along from other programs, and what of it has no place here."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from keseimbangan.domain.blocks import Block
from keseimbangan.domain.elements import Element
from keseimbangan.domain.plaintext import NOTE_LENGTH, TITLE_LENGTH, is_blank, without_hidden
from keseimbangan.domain.tasks import Task

# Stands for a change nobody dated: whatever is here is later.
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
FIRST, LAST = date(1970, 1, 1), date(2200, 12, 31)

_ELEMENTS = {
    **dict.fromkeys(("kerja", "kantor", "work", "office"), Element.WORK),
    **dict.fromkeys(("pribadi", "keluarga", "rumah", "life", "personal", "family"), Element.LIFE),
    **dict.fromkeys(("pulih", "pemulihan", "istirahat", "recovery", "rest"), Element.RECOVERY),
    **dict.fromkeys(("kembang", "belajar", "growth", "learning"), Element.GROWTH),
}


class SkipReason(StrEnum):
    """Why something was left where it was."""

    DELETED = "deleted"
    TEMPLATE = "recurring_template"
    RUNNING = "still_running"
    NO_TITLE = "no_title"
    NO_TIME = "no_time"
    TOO_LONG = "too_long"
    BACKWARDS = "ends_before_start"
    NO_LEVEL = "no_level"
    TWICE = "twice"
    CUT = "note_cut"
    UNREADABLE = "unreadable"


class Skipped(NamedTuple):
    """Something that was left out; `position` counts from 1 in the order of the file."""

    position: int
    title: str
    reason: SkipReason


class Left(NamedTuple):
    """What stays behind of a file: whole things, and how many of the others had which field."""

    skipped: Sequence[Skipped] = ()
    fields: Mapping[str, int] = MappingProxyType({})


class TaskArrival(NamedTuple):
    """A task with the UUID of the one it is a piece of, and when it last changed."""

    task: Task
    parent: str | None
    changed_at: datetime


class BlockArrival(NamedTuple):
    """A block, and when it last changed."""

    block: Block
    changed_at: datetime


@dataclass
class Arrivals:
    """All of a file, each thing once."""

    tasks: list[TaskArrival] = field(default_factory=list)
    blocks: list[BlockArrival] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    # What of the things that come has no place here: by its name there, how many had it.
    fields: Counter[str] = field(default_factory=Counter)
    _seen: set[str] = field(default_factory=set)

    def take_task(self, position: int, task: Task, parent: str | None, at: datetime) -> None:
        """Add a task that last changed at an instant, unless the file had it before."""
        if self._is_first(position, task.uid, task.title):
            self._tell_if_cut(position, task.title, task.note)
            self.tasks.append(TaskArrival(task, parent, at))

    def take_block(self, position: int, block: Block, at: datetime) -> None:
        """Add a block that last changed at an instant, unless the file had it before."""
        if self._is_first(position, block.uid, block.title):
            self._tell_if_cut(position, block.title, block.note)
            self.blocks.append(BlockArrival(block, at))

    def skip(self, position: int, title: str, reason: SkipReason) -> None:
        """Leave something out."""
        self.skipped.append(Skipped(position, title, reason))

    def leave_fields(self, names: Iterable[str]) -> None:
        """Count fields that stay behind, by their names in the file."""
        self.fields.update(names)

    def _tell_if_cut(self, position: int, title: str, note: str | None) -> None:
        if is_cut(note):
            self.skip(position, title, SkipReason.CUT)

    def _is_first(self, position: int, uid: str, title: str) -> bool:
        if uid in self._seen:
            self.skip(position, title, SkipReason.TWICE)
            return False
        self._seen.add(uid)
        return True


def title_and_rest(text: str) -> tuple[str, str | None]:
    """A title of one line, and the whole text where that cuts it short."""
    line = " ".join(without_hidden(text, lines=False).split())
    if len(line) <= TITLE_LENGTH:
        return ("" if is_blank(line) else line), None
    return line[: TITLE_LENGTH - 1] + "…", line


def note_of(*parts: str | None) -> str | None:
    """Parts below each other as one note; where it is too long for one, `is_cut` tells so."""
    texts = [
        without_hidden(part.replace("\r\n", "\n"), lines=True).strip() for part in parts if part
    ]
    whole = "\n".join(text for text in texts if text)
    return _shortened(whole) or None


def is_cut(note: str | None) -> bool:
    """Whether a note is not all that there was to say."""
    return note is not None and len(note) > NOTE_LENGTH - _LONGEST_WORD and note.endswith(_CUT)


_CUT = " […]"
_LONGEST_WORD = 200


def _shortened(text: str) -> str:
    if len(text) <= NOTE_LENGTH:
        return text
    room = text[: NOTE_LENGTH - len(_CUT)]
    whole_words = room[: max(room.rfind(" "), room.rfind("\n"), 0)].rstrip()
    return (whole_words if len(room) - len(whole_words) < _LONGEST_WORD // 2 else room) + _CUT


def element_of(*words: str) -> Element:
    """The element that a tag or the first part of a project names; work where none does."""
    for word in words:
        found = _ELEMENTS.get(word.strip().lower().partition(".")[0])
        if found:
            return found
    return Element.WORK


def understood(moment: datetime | None) -> datetime | None:
    """The instant in UTC, whole seconds, if it lies where dates are understood."""
    if moment is None or not FIRST < moment.date() < LAST:
        return None
    return moment.astimezone(UTC).replace(microsecond=0)
