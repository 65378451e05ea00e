"""The second question of a review: what becomes of each task that was not done."""

from collections.abc import Callable
from datetime import date

from keseimbangan.cli import params
from keseimbangan.cli.prompts import ask, ask_optional, choose, confirm
from keseimbangan.cli.review_sitting import Sitting
from keseimbangan.domain.review import Choice, Decision, decide
from keseimbangan.domain.tasks import Task, TaskStatus
from keseimbangan.errors import KeseimbanganError
from keseimbangan.errors.tasks import PostponedIntoPast
from keseimbangan.i18n import _
from keseimbangan.store.reviews import Reviews
from keseimbangan.store.tasks import Tasks
from keseimbangan.view import tasks as task_view
from keseimbangan.view.review import decision_text

FLAG = _("--putuskan")


def ask_decisions(sitting: Sitting) -> None:
    """Ask about each postponed task once; each decision is carried out at once."""
    sitting.heading(2, _("Yang tertunda"))
    page = sitting.page()
    if not page.waiting and not page.review.decisions:
        sitting.env.note(_("Tidak ada tugas yang tertunda."))
    if sitting.redo:
        for decision in page.review.decisions:
            _ask_again(sitting, page.decided.get(decision.task), decision)
    asked: set[int | None] = set()
    while waiting := [task for task in sitting.page().waiting if task.number not in asked]:
        _ask(sitting, waiting[0], len(waiting) - 1)
        asked.add(waiting[0].number)


def _ask_again(sitting: Sitting, task: Task | None, decision: Decision) -> None:
    if task is None or task.status is TaskStatus.DONE:
        return
    question = _("{n}  {title}: {decision}. Ubah?").format(
        n=task.number, title=task.title, decision=decision_text(decision)
    )
    if confirm(sitting.env, question, FLAG):
        _ask(sitting, task, 0)


def _ask(sitting: Sitting, task: Task, more: int) -> None:
    env = sitting.env
    env.note(f"{task.number}  {task.title}{_about(sitting, task)}")
    question = _("Apa keputusan Anda? ({n} lagi sesudah ini)") if more else _("Apa keputusan Anda?")
    choice = choose(
        env,
        question.format(n=more),
        FLAG,
        [
            ("j", _("jadwalkan"), Choice.RESCHEDULE),
            ("d", _("delegasikan"), Choice.DELEGATE),
            ("s", _("singkirkan"), Choice.DROP),
            ("b", _("biarkan"), Choice.KEEP),
        ],
    )
    decision = _completed(sitting, task, choice)
    try:
        _carry_out(sitting, decision)
    except KeseimbanganError as error:
        # Another terminal may have closed the task meanwhile; the review goes on.
        return env.output.error(error)
    return env.note(f"→ {decision_text(decision)}")


def _about(sitting: Sitting, task: Task) -> str:
    due = task_view.due_text(task, sitting.around.today).plain
    times = _("ditunda {n} kali").format(n=task.postponed) if task.postponed else ""
    details = ", ".join(part for part in (due, times) if part)
    return f" ({details})" if details else ""


def _completed(sitting: Sitting, task: Task, choice: Choice) -> Decision:
    env, number = sitting.env, task.number or 0
    if choice is Choice.RESCHEDULE:
        day = ask(env, _("Tenggat yang baru:"), FLAG, _later_day(sitting, number))
        return Decision(number, choice, until=day)
    if choice is Choice.DELEGATE:
        to = ask(env, _("Kepada siapa?"), FLAG, params.short_text)
        question = _("Tanyakan lagi kapan (boleh kosong):")
        return Decision(number, choice, until=ask_optional(env, question, FLAG, env.day), to=to)
    return Decision(number, choice)


def _later_day(sitting: Sitting, number: int) -> Callable[[str], date]:
    def read(text: str) -> date:
        day = sitting.env.day(text)
        if day < sitting.env.today():
            raise PostponedIntoPast(number, day)
        return day

    return read


def _carry_out(sitting: Sitting, decision: Decision) -> None:
    env = sitting.env
    with env.changing() as db:
        task = Tasks(db).get(decision.task)
        review, task = decide(sitting.review(db), task, decision, env.now(), env.today())
        Tasks(db).save(task)
        Reviews(db).save(review)
