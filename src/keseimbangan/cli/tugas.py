"""`imbang tugas`: writing down, triage, the matrix, delegating, closing."""

from dataclasses import replace
from typing import Any

from keseimbangan.cli import task_options as given
from keseimbangan.cli.command import Group
from keseimbangan.cli.context import Context, env_of
from keseimbangan.cli.outcome_options import AkhlakValues, akhlak_of
from keseimbangan.cli.surroundings import surroundings
from keseimbangan.cli.task_completion import complete
from keseimbangan.cli.task_refreshing import refresh
from keseimbangan.domain import tasks as domain
from keseimbangan.domain.elements import Element
from keseimbangan.domain.outcomes import moved_on
from keseimbangan.domain.tasks import Task
from keseimbangan.errors.tasks import TooFewPieces
from keseimbangan.errors.usage import NothingToChange, OptionsConflict
from keseimbangan.i18n import _, ngettext
from keseimbangan.store.database import Database
from keseimbangan.store.tasks import Tasks
from keseimbangan.view.tasks import TaskCard, TaskList

group = Group(default="daftar")


@group.command("tambah", "add", help=_("Catat tugas baru."))
def add(
    ctx: Context,
    title: given.Title,
    due: given.Due = None,
    important: given.Important = None,
    urgent: given.Urgent = None,
    estimate: given.Estimate = None,
    kind: given.Kind = None,
    target: given.Target = None,
    impact: given.Effect = None,
    element: given.Element = None,
    akhlak: AkhlakValues = None,
    note: given.Note = None,
    not_before: given.NotBefore = None,
) -> None:
    from keseimbangan.cli.workload import overload_sentence

    env = env_of(ctx)
    task = Task(
        number=None,
        uid=env.new_uid(),
        title=title,
        due=env.optional_day(due),
        important=bool(important),
        urgent=bool(urgent),
        # Saying one of the two is answering the question that triage would ask.
        triaged=important is not None or urgent is not None,
        estimate_minutes=estimate,
        kind=kind,
        target=target,
        impact=impact,
        element=element or Element.WORK,
        akhlak=akhlak_of(akhlak) or (),
        note=note,
        not_before=env.optional_day(not_before),
    )
    domain.in_time(task)
    with env.changing() as db:
        _require_target(db, target)
        task = Tasks(db).add(task)
        remark = overload_sentence(env, db, task)
    env.show(TaskCard(task, surroundings(env), _("Tugas dicatat.")))
    if remark:
        env.note(remark)


def _require_target(db: Database, number: int | None) -> None:
    if number is not None:
        # A millisecond that a task without a target need not wait.
        from keseimbangan.store.targets import Targets

        Targets(db).get(number)


@group.command("daftar", "list", help=_("Tugas yang terbuka, yang terpenting lebih dahulu."))
def list_(
    ctx: Context,
    quadrant: given.InQuadrant = None,
    untriaged: given.Untriaged = False,
    delegated: given.Delegated = False,
    closed: given.Closed = False,
    most: given.Most = 50,
) -> None:
    env = env_of(ctx)
    around = surroundings(env)
    with env.reading() as db:
        found = Tasks(db).closed(most) if closed else Tasks(db).open()
    if not closed:
        found = domain.in_order(found, around.today, around.urgent_days)
    chosen = [
        task
        for task in found
        if (quadrant is None or around.quadrant(task) is quadrant)
        and (not untriaged or not task.triaged)
        and (not delegated or task.delegate is not None)
    ]
    empty = _('Tidak ada tugas di sini. Catat yang pertama: imbang tugas tambah "…"')
    env.show(TaskList(chosen[:most], around, empty, _hidden(len(chosen), most)))


def _hidden(found: int, most: int) -> str | None:
    """What the list leaves out, if it leaves out anything."""
    if found <= most:
        return None
    return ngettext(
        "{n} tugas lain tidak ditampilkan; tambahkan --jumlah {all}.",
        "{n} tugas lain tidak ditampilkan; tambahkan --jumlah {all}.",
        found - most,
    ).format(n=found - most, all=found)


@group.command("lihat", "show", help=_("Satu tugas, lengkap."))
def show(ctx: Context, number: given.Number) -> None:
    env = env_of(ctx)
    with env.reading() as db:
        task = Tasks(db).get(number)
    env.show(TaskCard(task, surroundings(env)))


@group.command("ubah", "edit", help=_("Ubah sebuah tugas."))
def change(
    ctx: Context,
    number: given.Number,
    title: given.NewTitle = None,
    due: given.Due = None,
    no_due: given.NoDue = False,
    not_before: given.NotBefore = None,
    any_time: given.AnyTime = False,
    important: given.Important = None,
    urgent: given.Urgent = None,
    estimate: given.Estimate = None,
    kind: given.Kind = None,
    target: given.Target = None,
    impact: given.Effect = None,
    element: given.Element = None,
    akhlak: AkhlakValues = None,
    note: given.Note = None,
    reopen: given.Reopen = False,
) -> None:
    env = env_of(ctx)
    if due is not None and no_due:
        raise OptionsConflict(_("--tenggat"), _("--tanpa-tenggat"))
    if not_before is not None and any_time:
        raise OptionsConflict(_("--mulai-dari"), _("--kapan-saja"))
    asked: dict[str, Any] = {
        "title": title,
        "due": env.optional_day(due),
        "not_before": env.optional_day(not_before),
        "important": important,
        "urgent": urgent,
        "estimate_minutes": estimate,
        "kind": kind,
        "target": target,
        "impact": impact,
        "element": element,
        "akhlak": akhlak_of(akhlak),
        "note": note,
    }
    changes = {name: value for name, value in asked.items() if value is not None}
    if no_due:
        changes["due"] = None
    if any_time:
        changes["not_before"] = None
    if important is not None or urgent is not None:
        changes["triaged"] = True
    if not changes and not reopen:
        raise NothingToChange(_("imbang tugas ubah"))
    with env.changing() as db:
        _require_target(db, target)
        before = Tasks(db).get(number)
        task = replace(domain.reopen(before) if reopen else before, **changes)
        task = moved_on(before, domain.in_time(task) if due or not_before else task)
        task = Tasks(db).save(task)
    env.show(TaskCard(task, surroundings(env), _("Tugas diubah.")))


group.command("selesai", "done", help=_("Tandai selesai, dengan hasil dan buktinya."))(complete)


@group.command("tunda", "postpone", help=_("Beri tenggat lain."))
def postpone(ctx: Context, number: given.Number, until: given.Until) -> None:
    env = env_of(ctx)
    day = env.day(until)
    with env.changing() as db:
        task = domain.postpone(Tasks(db).get(number), day, env.today())
        Tasks(db).save(task)
    env.show(TaskCard(task, surroundings(env), _("Tugas ditunda.")))


group.command("segarkan", "refresh", help=_("Beri tenggat baru untuk semua yang lewat tenggat."))(
    refresh
)


@group.command("pecah", "split", help=_("Pecah menjadi langkah-langkah kecil."))
def split(ctx: Context, number: given.Number, titles: given.Pieces) -> None:
    env = env_of(ctx)
    if len(titles) < 2:
        raise TooFewPieces
    with env.changing() as db:
        shelf = Tasks(db)
        pieces = domain.split(shelf.get(number), titles, [env.new_uid() for _title in titles])
        kept = [shelf.add(piece) for piece in pieces]
    headline = _("Tugas {n} dipecah menjadi {count} bagian.").format(n=number, count=len(kept))
    env.show(TaskList(kept, surroundings(env), "", headline=headline))


@group.command("hapus", "delete", help=_("Hapus sebuah tugas."))
def delete(ctx: Context, number: given.Number, yes: given.Yes = False) -> None:
    from keseimbangan.cli.prompts import confirm
    from keseimbangan.view.deleted import Deleted

    env = env_of(ctx)
    with env.reading() as db:
        task = Tasks(db).get(number)
    question = _("Hapus tugas {n} '{title}'?").format(n=number, title=task.title)
    if not yes and not confirm(env, question):
        return env.note(_("Tidak ada yang dihapus."))
    with env.changing() as db:
        task = Tasks(db).get(number)
        Tasks(db).delete(task)
    gone = _("Tugas {n} '{title}' dihapus.").format(n=number, title=task.title)
    return env.show(Deleted(TaskCard(task, surroundings(env)), gone))


@group.command("singkirkan", "drop", help=_("Lepaskan tugas yang tidak perlu dikerjakan."))
def drop(ctx: Context, number: given.Number) -> None:
    env = env_of(ctx)
    with env.changing() as db:
        task = Tasks(db).save(domain.drop(Tasks(db).get(number), env.now()))
    env.show(TaskCard(task, surroundings(env), _("Tugas disingkirkan.")))


@group.command("delegasikan", "delegate", help=_("Serahkan kepada orang lain."))
def delegate(
    ctx: Context,
    number: given.Number,
    to: given.To = None,
    instruction: given.Instruction = None,
    expected: given.ExpectedResult = None,
    follow_up: given.FollowUp = None,
    take_back: given.TakeBack = False,
) -> None:
    from keseimbangan.cli.delegation import completed_delegation
    from keseimbangan.view.delegation import DelegationMessage

    env = env_of(ctx)
    day = env.optional_day(follow_up)
    with env.reading() as db:
        # Before any question: a number that does not exist is not worth one.
        Tasks(db).get(number)
    if take_back:
        with env.changing() as db:
            task = Tasks(db).save(domain.take_back(Tasks(db).get(number)))
        return env.show(TaskCard(task, surroundings(env), _("Tugas kembali kepada Anda.")))
    delegation = completed_delegation(env, to, instruction, expected, day)
    with env.changing() as db:
        task = Tasks(db).save(domain.delegate(Tasks(db).get(number), delegation))
    return env.show(DelegationMessage(task, surroundings(env)))


@group.command("triase", "triage", help=_("Tentukan kuadran tugas yang belum ditriase."))
def triage(ctx: Context) -> None:
    from keseimbangan.cli.triage import walk

    walk(env_of(ctx))


@group.command("matriks", "matrix", help=_("Matriks Eisenhower."))
def matrix(ctx: Context) -> None:
    from keseimbangan.cli.workload import overload_sentence
    from keseimbangan.view.matrix import Matrix

    env = env_of(ctx)
    around = surroundings(env)
    with env.reading() as db:
        found = domain.without_umbrellas(Tasks(db).open())
        remark = overload_sentence(env, db)
    found = domain.in_order(found, around.today, around.urgent_days)
    env.show(Matrix(found, around, remark))


@group.command("smart", "smart", help=_("Periksa sebuah tugas dengan lima pertanyaan SMART."))
def smart(ctx: Context, number: given.Number) -> None:
    from keseimbangan.cli.task_smart import check

    check(env_of(ctx), number)
