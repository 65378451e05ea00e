"""The three ways out of too much work, as commands that are ready to run (after Sunsama)."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from keseimbangan import formats
from keseimbangan.domain.period import ONE_DAY
from keseimbangan.domain.tasks import Task
from keseimbangan.i18n import _
from keseimbangan.view.console import shown

if TYPE_CHECKING:
    from keseimbangan.domain.blocks import Block
    from keseimbangan.domain.day import DayWarning


class Exits(NamedTuple):
    """What could give way, and the commands for it; work without a task is nobody else's."""

    title: str
    later: str
    drop: str
    delegate: str | None = None

    @property
    def sentence(self) -> str:
        """All three ways in one sentence."""
        text = _("Biarkan, pindahkan '{title}' ({later}), atau lepaskan ({drop}).")
        if self.delegate:
            text = _(
                "Biarkan, pindahkan '{title}' ({later}), serahkan ({delegate}), "
                "atau lepaskan ({drop})."
            )
        return text.format(**self._asdict())


def overcommitted_sentence(warning: "DayWarning", today: date | None) -> str:
    """How much is too much on a day, and what could be done about it."""
    by_blocks = warning.blocks or not warning.tasks
    fact = (
        _("Rencana melebihi jam kerja {more}.")
        if by_blocks
        else _("Waktu untuk tugas yang bertenggat hari ini kurang {more}.")
    )
    return f"{fact.format(more=formats.duration(warning.minutes))} {ways_out(warning, today)}"


def overcommitted_week_sentence(warning: "DayWarning", today: date | None) -> str:
    """The same of the due dates of a week."""
    fact = _("Waktu untuk tugas yang bertenggat pekan itu kurang {more}.")
    return f"{fact.format(more=formats.duration(warning.minutes))} {ways_out(warning, today)}"


def ways_out(warning: "DayWarning", today: date | None) -> str:
    """The three ways, for what gives way most easily; without such a thing in words alone."""
    if warning.blocks:
        return exits_of_block(warning.blocks[0], warning.other_day, today).sentence
    if warning.tasks:
        return exits_of_task(warning.tasks[0], warning.other_day, today).sentence
    return _("Biarkan, pindahkan ke hari lain, atau delegasikan sebagian.")


def exits_of_task(task: Task, other_day: date | None, today: date | None) -> Exits:
    """The ways out for a task: another due date, somebody else, or not at all."""
    n = task.number
    return Exits(
        shown(task.title),
        _("imbang tugas tunda {n} {day}").format(n=n, day=_typed(other_day, today)),
        _("imbang tugas singkirkan {n}").format(n=n),
        _("imbang tugas delegasikan {n}").format(n=n),
    )


def exits_of_block(block: "Block", other_day: date | None, today: date | None) -> Exits:
    """The ways out for a block: another day, its task to somebody else, or not at all."""
    later = another_day_command(block, other_day, today)
    drop = _("imbang blok lewati {n}").format(n=block.number) + occurrence_option(block)
    give = _("imbang tugas delegasikan {n}").format(n=block.task) if block.task else None
    return Exits(shown(block.title), later, drop, give)


def another_day_command(block: "Block", other_day: date | None, today: date | None = None) -> str:
    """The command that gives a block the same hours of another day."""
    text = _("imbang blok geser {n} --hari {day}")
    typed = text.format(n=block.number, day=_typed(other_day, today))
    return typed + occurrence_option(block)


def occurrence_option(block: "Block") -> str:
    """What a command needs beside the number where a block recurs, with a blank before it."""
    if not block.recurring:
        return ""
    return " " + _("--pada {day}").format(day=(block.recurrence_id or block.wall.start).date())


def _typed(day: date | None, today: date | None) -> str:
    """A day as a person would type it."""
    if day is None:
        return _("TANGGAL")
    return _("besok") if today and day == today + ONE_DAY else day.isoformat()
