"""What has no place in a plan: what presses with its ways out, the rest by its causes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.period import week_of
from keseimbangan.domain.planning_question import Question
from keseimbangan.domain.planning_values import Refusal, Unplaced
from keseimbangan.i18n import _, ngettext
from keseimbangan.view.console import shown
from keseimbangan.view.plan_words import exits, refusal_text

# As many as a person can decide about in one go.
SHOWN = 5
# A later day for each task.
Later = Mapping[int, date | None]
_ASKING = (Refusal.NO_ESTIMATE, Refusal.ESTIMATE_SPENT)
_WAITING = (Refusal.NOT_YET, Refusal.OTHER_ELEMENT)
_SMALL = (Refusal.BELOW_GRID, Refusal.BELOW_SHORTEST)


def unplaced_document(one: Unplaced, question: Question, later: Later) -> dict[str, Any]:
    """Minutes without a place for programs, and the day by which there would be time for them."""
    other_day = later[one.task]
    return {
        "task": one.task,
        "title": question.tasks[one.task].title,
        "minutes": one.minutes,
        "reason": one.reason.value,
        "due": one.due.isoformat() if one.due else None,
        "other_day": other_day.isoformat() if other_day else None,
    }


def unplaced_lines(
    unplaced: Sequence[Unplaced], question: Question, later: Later
) -> list[RenderableType]:
    """The same for people; without any working time only what is due in these days."""
    if not question.free:
        unplaced = [one for one in unplaced if one.due is not None and one.due in question.horizon]
    pressing = [one for one in unplaced if _presses(one, question)]
    lines: list[RenderableType] = []
    if pressing:
        lines.append(Text(_("Perlu keputusan Anda"), style="bold"))
    for one in pressing[:SHOWN]:
        lines += _with_exits(one, question, later)
    if more := len(pressing[SHOWN:]):
        text = ngettext(
            "dan {n} lagi; beri yang lewat tenggat hari baru sekaligus: imbang tugas segarkan",
            "dan {n} lagi; beri yang lewat tenggat hari baru sekaligus: imbang tugas segarkan",
            more,
        )
        lines.append(Text("  " + text.format(n=more)))
    rest = [one for one in unplaced if not _presses(one, question)]
    return [*lines, *_causes(rest), *_further(rest, question)]


def presses(unplaced: Iterable[Unplaced], question: Question) -> bool:
    """Whether something without a place is due within the days, or was due before."""
    return any(_presses(one, question) for one in unplaced if one.reason not in _ASKING)


def _presses(one: Unplaced, question: Question) -> bool:
    if one.reason in _ASKING:
        return True
    due = one.due is not None and one.due <= question.horizon.last
    return due and one.reason not in (*_WAITING, *_SMALL)


def _with_exits(one: Unplaced, question: Question, later: Later) -> list[RenderableType]:
    line = Text().append("! ", style="bold yellow").append(f"{one.task} ", style="dim")
    line.append(shown(question.tasks[one.task].title))
    facts = [formats.duration(one.minutes)] if one.minutes else []
    line.append(" · " + " · ".join([*facts, refusal_text(one)]))
    spent = question.spent_minutes(one.task) if one.reason is Refusal.ESTIMATE_SPENT else 0
    ways = exits(one, later[one.task], spent)
    return [line, *(Text(f"    {way}", style="dim") for way in ways)]


def _causes(rest: list[Unplaced]) -> list[RenderableType]:
    """One line for each reason, with the numbers of the tasks."""
    found: list[RenderableType] = []
    for reasons, text in _groups():
        numbers = sorted(one.task for one in rest if one.reason in reasons)
        if numbers:
            found.append(Text(text.format(tasks=", ".join(map(str, numbers))), style="dim"))
    return found


def _further(rest: list[Unplaced], question: Question) -> list[RenderableType]:
    """How to plan more days, where they would have time for what these have not."""
    following = question.next_day(question.horizon.last)
    waiting = any(one.reason is Refusal.BEYOND_HORIZON for one in rest)
    if following is None or not waiting:
        return []
    text = _("Rencanakan lebih jauh: imbang rencana --sampai {day}")
    return [Text(text.format(day=week_of(following).last.isoformat()), style="dim")]


def _groups() -> list[tuple[tuple[Refusal, ...], str]]:
    room = tuple(set(Refusal) - {*_ASKING, *_WAITING, *_SMALL})
    return [
        (room, _("Belum mendapat waktu: tugas {tasks}.")),
        (_SMALL, _("Sisanya terlalu pendek untuk satu blok: tugas {tasks}.")),
        ((Refusal.NOT_YET,), _("Baru mulai kemudian: tugas {tasks}.")),
        ((Refusal.OTHER_ELEMENT,), _("Di luar pekerjaan, tidak direncanakan: tugas {tasks}.")),
    ]
