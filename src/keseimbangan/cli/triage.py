"""Triage: two questions for each task, then what its quadrant asks for."""

from contextlib import suppress
from dataclasses import fields, replace

from keseimbangan.cli import params
from keseimbangan.cli.context import Env
from keseimbangan.cli.delegation import completed_delegation
from keseimbangan.cli.prompts import ask_optional, choose, confirm
from keseimbangan.cli.surroundings import surroundings
from keseimbangan.cli.task_options import LONGEST_ESTIMATE
from keseimbangan.domain import tasks as domain
from keseimbangan.domain.tasks import Quadrant, Task, TaskStatus
from keseimbangan.errors.store import NoSuchNumber
from keseimbangan.errors.usage import AnswerNeeded
from keseimbangan.i18n import _, ngettext
from keseimbangan.store.tasks import Tasks
from keseimbangan.view.matrix import Matrix
from keseimbangan.view.task_words import quadrant_reason, quadrant_word


def walk(env: Env) -> None:
    """Go through what is not yet triaged; each answer is kept at once: stopping loses nothing."""
    with env.reading() as db:
        found = sorted(Tasks(db).open(), key=lambda task: task.number or 0)
    waiting = [task for task in found if not task.triaged]
    if waiting and not env.interactive:
        raise AnswerNeeded(_("imbang tugas ubah --penting --mendesak"), waiting[0].title)
    if not waiting:
        env.note(_("Semua tugas sudah ditriase."))
    for position, task in enumerate(waiting, 1):
        env.note(f"\n[{position}/{len(waiting)}] {task.number}  {task.title}")
        _triage_one(env, task)
    _show_matrix(env)


def _triage_one(env: Env, task: Task) -> None:
    important = confirm(env, _("Penting bagi hasil kerja atau hidup Anda?"), _("--penting"))
    around = surroundings(env)
    if domain.is_near(task, around.today, around.urgent_days):
        env.note(_("Mendesak, karena tenggatnya sudah dekat."))
        urgent = task.urgent
    else:
        urgent = confirm(env, _("Mendesak, harus segera?"), _("--mendesak"))
    sorted_ = domain.triage(task, important=important, urgent=urgent)
    where = around.quadrant(sorted_)
    env.note(f"→ {quadrant_word(where)} ({quadrant_reason(where)})")
    _save(env, task, _act(env, sorted_, where))


def _save(env: Env, asked: Task, answered: Task) -> None:
    """Keep what was answered, and what another terminal changed while we asked."""
    answers = {
        field.name: getattr(answered, field.name)
        for field in fields(Task)
        if getattr(answered, field.name) != getattr(asked, field.name)
    }
    # It may have been deleted there, too: the walk goes on to the next.
    with suppress(NoSuchNumber), env.changing() as db:
        present = Tasks(db).get(asked.number or 0)
        if present.status is asked.status:
            Tasks(db).save(replace(present, **answers))
            return
    env.note(_("Tugas ini sementara itu diubah di terminal lain, jadi dibiarkan."))


def _act(env: Env, task: Task, where: Quadrant) -> Task:
    if where is Quadrant.SCHEDULE and task.due is None:
        due = ask_optional(
            env, _("Kapan dijadwalkan? (tanggal, boleh kosong)"), _("--tenggat"), env.day
        )
        return replace(task, due=due)
    if where is Quadrant.DELEGATE:
        return _delegate_or_keep(env, task)
    if where is Quadrant.ELIMINATE and confirm(
        env, _("Singkirkan tugas ini?"), _("imbang tugas singkirkan")
    ):
        return domain.drop(task, env.now())
    if where is Quadrant.DO and task.estimate_minutes is None:
        estimate = ask_optional(
            env,
            _("Berapa estimasi lamanya? (misalnya 45m, boleh kosong)"),
            _("--estimasi"),
            params.duration(1, LONGEST_ESTIMATE),
        )
        return replace(task, estimate_minutes=estimate)
    return task


def _delegate_or_keep(env: Env, task: Task) -> Task:
    keep, give = _("kerjakan sendiri"), _("delegasikan")
    answer = choose(
        env,
        _("Siapa yang mengerjakan?"),
        _("imbang tugas delegasikan"),
        [("d", give, True), ("s", keep, False)],
    )
    if not answer:
        return task
    return domain.delegate(task, completed_delegation(env, None, None, None, None))


def _show_matrix(env: Env) -> None:
    around = surroundings(env)
    with env.reading() as db:
        found = domain.without_umbrellas(Tasks(db).open())
    ordered = domain.in_order(found, around.today, around.urgent_days)
    mine = sum(1 for task in ordered if task.status is TaskStatus.OPEN)
    remark = ngettext("{n} tugas terbuka.", "{n} tugas terbuka.", mine).format(n=mine)
    env.show(Matrix(ordered, around, remark))
