"""Making a plan: missing estimates are asked for, then all is computed in one state."""

from dataclasses import replace
from typing import NamedTuple

from keseimbangan import formats
from keseimbangan.cli.context import Env
from keseimbangan.cli.plan_days import Days, Wish, planned_days
from keseimbangan.cli.planning import apply, planned_steps, planning_question
from keseimbangan.domain.planning_question import Question
from keseimbangan.domain.tasks import Task
from keseimbangan.domain.times import TimeRange
from keseimbangan.i18n import _
from keseimbangan.store.database import Database
from keseimbangan.store.tasks import Tasks
from keseimbangan.view.plan import Occasion, PlanScreen

# More questions than this would keep a person from planning at all.
QUESTIONS = 5


class Way(NamedTuple):
    """How a plan is made: `usual` minutes stand for a missing estimate, which is asked for if None.

    `overtime` are hours beyond those of work that may be planned too.
    """

    wish: Wish
    afresh: bool = False
    overtime: TimeRange | None = None
    usual: int | None = None


def made(env: Env, db: Database, way: Way, *, put: bool) -> PlanScreen:
    """The plan as the store stands now, and written if it is to be `put`."""
    days = planned_days(env, db, way.wish)
    question = _question(env, db, way, days)
    answer, steps = planned_steps(env, question)
    if put:
        steps = apply(env, db, question.horizon, steps)
    usual = env.settings.planning.estimate if way.usual is None else way.usual
    occasion = Occasion(
        env.today(), put, days.later, usual, _command(way), way.overtime is not None
    )
    return PlanScreen(question, answer, steps, occasion)


def ask_estimates(env: Env, way: Way) -> None:
    """Ask at a terminal how long the first tasks without an estimate take, and keep the answers."""
    if not env.interactive or way.usual is not None:
        return
    with env.reading() as db:
        question = _question(env, db, way, planned_days(env, db, way.wish))
    answers = [(task.number or 0, _asked(env, task)) for task in _without_estimate(question)]
    given = {number: minutes for number, minutes in answers if minutes}
    if given:
        with env.changing() as db:
            _keep(db, given)


def _question(env: Env, db: Database, way: Way, days: Days) -> Question:
    return planning_question(
        env, db, days.span, release=way.afresh, overtime=way.overtime, usual=way.usual
    )


def _without_estimate(question: Question) -> list[Task]:
    """The first of them in the order in which they would be planned."""
    tasks = [question.tasks[demand.task] for demand in question.asked]
    return [task for task in tasks if task.estimate_minutes is None][:QUESTIONS]


def _asked(env: Env, task: Task) -> int | None:
    from keseimbangan.cli import params
    from keseimbangan.cli.prompts import ask, ask_optional
    from keseimbangan.cli.task_options import LONGEST_ESTIMATE

    read = params.duration(1, LONGEST_ESTIMATE)
    usual = env.settings.planning.estimate
    text = _("Berapa lama '{title}'?").format(title=task.title)
    if not usual:
        return ask_optional(env, f"{text} {_('[kosong: lewati]')}", _("--taksiran"), read)
    return ask(env, f"{text} [{formats.duration(usual)}]", _("--taksiran"), read, usual)


def _keep(db: Database, estimates: dict[int, int]) -> None:
    shelf = Tasks(db)
    for number, task in shelf.among(estimates).items():
        shelf.save(replace(task, estimate_minutes=estimates[number]))


def _command(way: Way) -> str:
    """The call that makes the same plan."""
    day, week, last = way.wish
    words = [_("imbang rencana"), day and day.isoformat(), week and _("--minggu")]
    words += [last and _("--sampai {day}").format(day=last.isoformat())]
    words += [way.afresh and _("--dari-awal")]
    if way.overtime is not None:
        hours = formats.clock_span(way.overtime.start, way.overtime.end)
        words.append(_("--lembur {hours}").format(hours=hours.replace("–", "-")))
    if way.usual is not None:
        words.append(_("--taksiran {n}m").format(n=way.usual))
    return " ".join(word for word in words if word)
