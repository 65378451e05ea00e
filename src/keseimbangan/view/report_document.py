"""A report for programs. `to` is exclusive; minutes are whole; absent values are null."""

from collections.abc import Mapping
from typing import Any

from keseimbangan.domain.blocks import BlockStatus
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import DaySpan
from keseimbangan.domain.report import Figures, Report, TaskFigures
from keseimbangan.domain.report_focus import FocusFigures
from keseimbangan.domain.report_time import AfterHours, Minutes
from keseimbangan.domain.review import MonthlyReflection
from keseimbangan.view import tasks as task_view
from keseimbangan.view.tasks import Surroundings


def report_document(report: Report, around: Surroundings) -> dict[str, Any]:
    """The whole report."""
    figures = report.figures
    return {
        **span_document(report.days),
        "zone": around.zone,
        "elements": _against(figures.elements, report.intended),
        "parts": [
            {**span_document(part.days), "elements": elements_document(part.elements)}
            for part in report.parts
        ],
        "blocks": _blocks(figures),
        "tasks": {
            **_tasks(figures.tasks),
            "finished": [task_view.document(task, around) for task in report.finished],
        },
        "quadrants": {
            "done": {one.value: count for one, count in report.quadrants_done.items()},
            "open": {one.value: count for one, count in report.quadrants_open.items()},
        },
        "focus": focus_document(figures.focus),
        "after_hours": _after_hours(figures.after_hours),
        "stress": _stress(report),
        "reflection": report.reflection and _reflection(report.reflection),
        "previous": _figures(report.previous),
    }


def span_document(days: DaySpan) -> dict[str, str]:
    """`from` and the exclusive `to`."""
    return {"from": days.first.isoformat(), "to": days.end.isoformat()}


def elements_document(elements: Mapping[Element, Minutes]) -> dict[str, Any]:
    """Planned and done minutes of each element."""
    return {
        element.value: {"planned_minutes": minutes.planned, "done_minutes": minutes.done}
        for element, minutes in elements.items()
    }


def focus_document(focus: FocusFigures) -> dict[str, Any]:
    """Sessions, minutes, interruptions, and the minutes in each hour of the day."""
    per_session = focus.interruptions_per_session
    return {
        "sessions": focus.sessions,
        "completed": focus.completed,
        "minutes": focus.minutes,
        "planned_minutes": focus.planned_minutes,
        "interruptions": focus.interruptions,
        "interruptions_per_session": None if per_session is None else round(per_session, 2),
        "best_hours": [f"{hour:02d}:00" for hour in focus.best_hours()],
        "by_hour": [seconds // 60 for seconds in focus.by_hour],
    }


def _against(
    elements: Mapping[Element, Minutes], intended: Mapping[Element, int | None]
) -> dict[str, Any]:
    return {
        name: {**minutes, "intended_minutes": intended[Element(name)]}
        for name, minutes in elements_document(elements).items()
    }


def _figures(figures: Figures) -> dict[str, Any]:
    return {
        **span_document(figures.days),
        "elements": elements_document(figures.elements),
        "blocks": _blocks(figures),
        "tasks": _tasks(figures.tasks),
        "focus": focus_document(figures.focus),
        "after_hours": _after_hours(figures.after_hours),
    }


def _blocks(figures: Figures) -> dict[str, int]:
    counts = {status.value: figures.blocks[status] for status in BlockStatus}
    minutes = figures.all_elements
    return {**counts, "planned_minutes": minutes.planned, "done_minutes": minutes.done}


def _tasks(tasks: TaskFigures) -> dict[str, int]:
    return dict(tasks._asdict())


def _after_hours(after: AfterHours) -> dict[str, Any]:
    return {
        "minutes": after.minutes,
        "planned_minutes": after.planned_minutes,
        "days": after.days,
        "latest": after.latest.isoformat() if after.latest else None,
    }


def _stress(report: Report) -> dict[str, Any] | None:
    stress = report.stress
    if stress is None:
        return None
    return {
        "entries": stress.entries,
        "mean": None if stress.mean is None else round(stress.mean, 2),
        "by_week": [
            {"week": week.name, "entries": week.entries, "mean": round(week.mean, 2)}
            for week in stress.by_week
        ],
        "triggers": [
            {"name": one.name, "entries": one.entries, "mean": round(one.mean, 2)}
            for one in stress.triggers
        ],
    }


def _reflection(reflection: MonthlyReflection) -> dict[str, str | None]:
    return {
        "worked": reflection.worked,
        "improve": reflection.improve,
        "adjust": reflection.adjust,
        "habit": reflection.habit,
    }
