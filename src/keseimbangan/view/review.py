"""The weekly review as people and programs see it: facts and decisions, no judgement."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.blocks import BlockStatus
from keseimbangan.domain.period import DaySpan
from keseimbangan.domain.report import Figures
from keseimbangan.domain.review import Choice, Decision, Priority, ReviewStep, WeeklyReview
from keseimbangan.domain.tasks import Task
from keseimbangan.i18n import _, ngettext
from keseimbangan.view import report_words as say
from keseimbangan.view import tasks as task_view
from keseimbangan.view import words
from keseimbangan.view.console import Screen, shown
from keseimbangan.view.tasks import Surroundings

Lines = Iterator[RenderableType]

CHOICE_SYMBOLS = {
    Choice.RESCHEDULE: "↷",
    Choice.DELEGATE: "→",
    Choice.DROP: "×",
    Choice.KEEP: "=",
}


@dataclass(frozen=True)
class ReviewPage:
    """A review with what it is about. `waiting` are the postponed tasks without a decision."""

    review: WeeklyReview
    week: DaySpan
    figures: Figures
    finished: Sequence[Task]
    waiting: Sequence[Task]
    decided: Mapping[int, Task]

    @property
    def undecided(self) -> Sequence[Task]:
        """The tasks about which the review still asks."""
        return () if self.review.finished else self.waiting


class ReviewScreen(Screen):
    """The review of a week, as far as it has come."""

    def __init__(self, page: ReviewPage, around: Surroundings) -> None:
        self.page, self.around = page, around

    def document(self) -> dict[str, Any]:
        return {"review": document(self.page, self.around)}

    def render(self) -> RenderableType:
        page = self.page
        parts: list[RenderableType] = [Text(title(page), style="bold")]
        if line := standing(page.review):
            parts.append(Text(line, style="dim"))
        sections = [
            (_("Tercapai"), achieved(page)),
            (_("Tertunda"), self._postponed()),
            (_("Pelajaran"), _texts([page.review.learned or ""])),
            (_("Kemenangan kecil"), _texts(page.review.wins, "★ ")),
            (_("Prioritas pekan depan"), _priorities(page.review.priorities)),
        ]
        for heading, lines in sections:
            if listed := list(lines):
                parts += ["", Text(heading, style="bold"), *listed]
        return Group(*parts)

    def _postponed(self) -> Lines:
        for decision in self.page.review.decisions:
            task = self.page.decided.get(decision.task)
            if task is not None:
                line = _task(task, CHOICE_SYMBOLS[decision.choice])
                yield line.append(f" · {decision_text(decision)}", style="dim")
        for task in self.page.undecided:
            line = _task(task, "?").append(" · ", style="dim")
            line.append_text(task_view.due_text(task, self.around.today))
            yield line.append(" " + _("(belum diputuskan)"), style="dim")


def document(page: ReviewPage, around: Surroundings) -> dict[str, Any]:
    """A review for programs; `to` is exclusive, `achieved` tells what the store knows now."""
    from keseimbangan.view.report_document import elements_document, focus_document, span_document

    review = page.review
    return {
        "number": review.number,
        "uid": review.uid or None,
        "week": review.week,
        **span_document(page.week),
        "step": review.step.value,
        "achieved": {
            "tasks": [task_view.document(task, around) for task in page.finished],
            "blocks_done": page.figures.blocks[BlockStatus.DONE],
            "elements": elements_document(page.figures.elements),
            "focus": focus_document(page.figures.focus),
        },
        "postponed": [
            task_view.document(task, around) for task in [*page.decided.values(), *page.undecided]
        ],
        "decisions": [_decision_document(decision) for decision in review.decisions],
        "learned": review.learned,
        "wins": list(review.wins),
        "priorities": [{"text": one.text, "task": one.task} for one in review.priorities],
        "started_at": _iso(review.started_at if review.uid else None, around.zone),
        "finished_at": _iso(review.finished_at, around.zone),
    }


def title(page: ReviewPage) -> str:
    """`Evaluasi pekan 48 · 23–29 November 2026`."""
    number = page.week.first.isocalendar().week
    return _("Evaluasi pekan {number} · {days}").format(number=number, days=say.span(page.week))


def standing(review: WeeklyReview) -> str | None:
    """Where a review stands that is not finished."""
    if review.finished:
        return None
    if not review.uid:
        return _("Belum dimulai.")
    return _("Belum selesai; berikutnya: {question}.").format(question=step_word(review.step))


def step_word(step: ReviewStep) -> str:
    """`pelajaran`: what a step asks for."""
    return {
        ReviewStep.DECISIONS: _("keputusan untuk yang tertunda"),
        ReviewStep.LEARNED: _("pelajaran"),
        ReviewStep.WINS: _("kemenangan kecil"),
        ReviewStep.PRIORITIES: _("prioritas pekan depan"),
        ReviewStep.BLOCKS: _("blok pekan depan"),
        ReviewStep.FINISHED: _("tidak ada"),
    }[step]


def achieved(page: ReviewPage) -> Lines:
    """Tasks done with their results, hours of each element, focus: facts, in that order."""
    for task in page.finished:
        result = f" · {shown(task.result)}" if task.result else ""
        yield _task(task, "✓").append(result, style="dim")
    if page.figures.all_elements.done:
        yield _element_hours(page.figures)
        done = page.figures.blocks[BlockStatus.DONE]
        yield Text(ngettext("{n} blok selesai.", "{n} blok selesai.", done).format(n=done))
    if page.figures.focus.sessions:
        sentence = say.focus_sentence(page.figures.focus)
        yield Text(_("Fokus: {figures}").format(figures=sentence))
    if not (page.finished or page.figures.all_elements.done or page.figures.focus.sessions):
        yield Text(_("Belum ada yang tercatat pada pekan ini."), style="dim")


def decision_text(decision: Decision) -> str:
    """`dijadwalkan ulang ke Sen 30 Nov`."""
    day = formats.short_date(decision.until) if decision.until else ""
    if decision.choice is Choice.RESCHEDULE:
        return _("dijadwalkan ulang ke {day}").format(day=day)
    if decision.choice is Choice.DELEGATE:
        text = _("didelegasikan kepada {name}").format(name=shown(decision.to or ""))
        return text + (_(", tanyakan {day}").format(day=day) if day else "")
    return _("disingkirkan") if decision.choice is Choice.DROP else _("dibiarkan seperti adanya")


def element_hours(figures: Figures) -> list[tuple[str, str]]:
    """`kerja`, `21,5 j` for each element of which something was done."""
    return [
        (words.element(element), say.hours(minutes.done))
        for element, minutes in figures.elements.items()
        if minutes.done
    ]


def _element_hours(figures: Figures) -> Text:
    text = Text()
    for element, minutes in figures.elements.items():
        if minutes.done:
            text.append("  " if text else "")
            text.append(words.ELEMENT_SYMBOLS[element], style=words.ELEMENT_STYLES[element])
            text.append(f" {words.element(element)} {say.hours(minutes.done)}")
    return text


def _task(task: Task, symbol: str) -> Text:
    text = Text(f"{symbol} ").append(f"{task.number} ", style="dim")
    return text.append(shown(task.title), style="")


def _texts(texts: Sequence[str], sign: str = "") -> Lines:
    for text in texts:
        if text:
            yield Text(sign + shown(text, lines=True))


def _priorities(priorities: Sequence[Priority]) -> Lines:
    for place, priority in enumerate(priorities, 1):
        text = Text(f"{place}. {shown(priority.text)}")
        yield text.append(f" ({priority.task})", style="dim") if priority.task else text


def _decision_document(decision: Decision) -> dict[str, Any]:
    return {
        "task": decision.task,
        "choice": decision.choice.value,
        "until": decision.until.isoformat() if decision.until else None,
        "to": decision.to,
    }


def _iso(moment: datetime | None, zone: str) -> str | None:
    return moment.astimezone(ZoneInfo(zone)).isoformat() if moment else None
