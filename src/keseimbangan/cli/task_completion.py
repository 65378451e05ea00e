"""`imbang tugas selesai`: a task is done, with what came of it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from keseimbangan.cli import outcome_options as options
from keseimbangan.cli import task_options as given
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.cli.surroundings import surroundings
from keseimbangan.domain import tasks as domain
from keseimbangan.domain.tasks import Task, TaskStatus
from keseimbangan.i18n import _, ngettext
from keseimbangan.store.tasks import Tasks
from keseimbangan.view.tasks import TaskCard

if TYPE_CHECKING:
    from keseimbangan.cli.outcomes import Told


def complete(
    ctx: Context,
    number: given.Number,
    result: options.Result = None,
    evidence: options.Evidence = None,
    realised: options.Realised = None,
    indicator: options.Indicator = None,
    akhlak: options.AkhlakValues = None,
    yes: options.Yes = False,
) -> None:
    """`selesai`; of a task that is done already only what came of it can still be told."""
    # Most calls of `imbang tugas` finish nothing.
    from keseimbangan.cli.outcomes import Told, progress_sentence, settled
    from keseimbangan.domain.outcomes import recorded

    env = env_of(ctx)
    told = Told(result, evidence, realised, indicator, akhlak)
    if env.interactive and not yes:
        told = _asked(env, number, told)
    with env.changing() as db:
        shelf = Tasks(db)
        before = shelf.get(number)
        task = before if _told_later(before, told) else domain.complete(before, env.now())
        outcome = settled(db, task, told)
        task = shelf.save(recorded(task, outcome))
        remark = progress_sentence(db, outcome)
        siblings = shelf.children(task.parent) if task.parent else []
        pieces = [piece for piece in shelf.children(number) if piece.is_open]
    headline = (
        _("Tugas selesai.") if before.is_open else _("Dicatat pada tugas yang sudah selesai.")
    )
    env.show(TaskCard(task, surroundings(env), headline))
    if remark:
        env.note(remark)
    if before.is_open:
        _say_what_is_left(env, task, pieces, siblings)


def _asked(env: Env, number: int, told: "Told") -> "Told":
    from keseimbangan.cli.outcomes import completed, settled

    with env.reading() as db:
        task = Tasks(db).get(number)
        if not _told_later(task, told):
            # Before any question: what cannot be done is not worth one.
            domain.complete(task, env.now())
        settled(db, task, told)
    return completed(env, task, told) if task.is_open else told


def _told_later(task: Task, told: "Told") -> bool:
    return task.status is TaskStatus.DONE and told.anything


def _say_what_is_left(
    env: Env, task: Task, pieces: Sequence[Task], siblings: Sequence[Task]
) -> None:
    if pieces:
        left = ngettext(
            "{n} bagiannya masih terbuka: {numbers}.",
            "{n} bagiannya masih terbuka: {numbers}.",
            len(pieces),
        )
        numbers = ", ".join(str(piece.number) for piece in pieces)
        env.note(left.format(n=len(pieces), numbers=numbers))
    if siblings and not any(piece.is_open for piece in siblings):
        done = _("Semua bagian tugas {n} sudah ditutup: imbang tugas selesai {n}")
        env.note(done.format(n=task.parent))
