"""`imbang tugas`: writing down, triage, the matrix, delegating, closing."""

from dataclasses import replace
from typing import Annotated, Any

from keseimbangan.cli import params
from keseimbangan.cli.command import Group
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.cli.workload import overload_sentence
from keseimbangan.domain import tasks as domain
from keseimbangan.domain.elements import Element
from keseimbangan.domain.tasks import Impact, Quadrant, Task, TaskKind
from keseimbangan.errors.tasks import TooFewPieces
from keseimbangan.errors.usage import NothingToChange, OptionsConflict
from keseimbangan.i18n import _, ngettext
from keseimbangan.store.targets import Targets
from keseimbangan.store.tasks import Tasks
from keseimbangan.view.tasks import Surroundings, TaskCard, TaskList

group = Group(default="daftar")

TASK_KINDS = {
    "rutin": TaskKind.ROUTINE,
    "proyek": TaskKind.PROJECT,
    "mendadak": TaskKind.AD_HOC,
    "routine": TaskKind.ROUTINE,
    "project": TaskKind.PROJECT,
    "ad_hoc": TaskKind.AD_HOC,
}
IMPACTS = {
    "tinggi": Impact.HIGH,
    "sedang": Impact.MEDIUM,
    "rendah": Impact.LOW,
    **{impact.value: impact for impact in Impact},
}
QUADRANTS = {
    "kerjakan": Quadrant.DO,
    "jadwalkan": Quadrant.SCHEDULE,
    "delegasikan": Quadrant.DELEGATE,
    "singkirkan": Quadrant.ELIMINATE,
    **{quadrant.value: quadrant for quadrant in Quadrant},
}
ESTIMATE_MOST = 100 * 60

Number = Annotated[int, params.task_argument()]
Title = Annotated[str, params.argument(_("JUDUL"), help=_("Judul tugas."), parser=params.title)]
Due = Annotated[
    str | None, params.option("tenggat", "due", help=_("Tenggat."), metavar=_("TANGGAL"))
]
Important = Annotated[
    bool | None,
    params.option(
        "penting/tidak-penting", "important/not-important", help=_("Penting atau tidak.")
    ),
]
Urgent = Annotated[
    bool | None,
    params.option("mendesak/tidak-mendesak", "urgent/not-urgent", help=_("Mendesak atau tidak.")),
]
Estimate = Annotated[
    int | None,
    params.option(
        "estimasi",
        "estimate",
        help=_("Perkiraan lama pengerjaan."),
        metavar=_("LAMA"),
        parser=params.duration(1, ESTIMATE_MOST),
    ),
]
Kind = Annotated[Any, params.word_option("jenis", "kind", table=TASK_KINDS, help=_("Jenis tugas."))]
Effect = Annotated[
    Any, params.word_option("dampak", "impact", table=IMPACTS, help=_("Dampak hasilnya."))
]
ElementOption = Annotated[Any, params.element_option()]
Target = Annotated[int | None, params.target_option()]
Note = Annotated[str | None, params.note_option()]
Result = Annotated[
    str | None,
    params.option("hasil", "result", help=_("Hasilnya."), metavar=_("TEKS"), parser=params.note),
]


def surroundings(env: Env) -> Surroundings:
    """What tasks are shown against now."""
    return Surroundings(env.today(), env.settings.urgent_days, env.zone)


@group.command("tambah", "add", help=_("Catat tugas baru."))
def add(
    ctx: Context,
    title: Title,
    due: Due = None,
    important: Important = None,
    urgent: Urgent = None,
    estimate: Estimate = None,
    kind: Kind = None,
    target: Target = None,
    impact: Effect = None,
    element: ElementOption = None,
    note: Note = None,
) -> None:
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
        note=note,
    )
    with env.changing() as db:
        if target is not None:
            Targets(db).get(target)
        task = Tasks(db).add(task)
        remark = overload_sentence(env, db)
    env.show(TaskCard(task, surroundings(env), _("Tugas dicatat.")))
    if remark:
        env.note(remark)


@group.command("daftar", "list", help=_("Tugas yang terbuka, yang terpenting lebih dahulu."))
def list_(
    ctx: Context,
    quadrant: Annotated[
        Any,
        params.word_option("kuadran", "quadrant", table=QUADRANTS, help=_("Hanya kuadran ini.")),
    ] = None,
    untriaged: Annotated[
        bool, params.option("belum-triase", "untriaged", help=_("Hanya yang belum ditriase."))
    ] = False,
    delegated: Annotated[
        bool, params.option("didelegasikan", "delegated", help=_("Hanya yang didelegasikan."))
    ] = False,
    closed: Annotated[
        bool, params.option("ditutup", "closed", help=_("Yang terakhir ditutup."))
    ] = False,
    most: Annotated[
        int,
        params.option(
            "jumlah",
            "limit",
            help=_("Paling banyak sekian."),
            metavar=_("ANGKA"),
            parser=params.whole_number(1, 100_000),
        ),
    ] = 50,
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
    hidden = len(chosen) - most
    remark = None
    if hidden > 0:
        remark = ngettext(
            "{n} tugas lain tidak ditampilkan; tambahkan --jumlah {all}.",
            "{n} tugas lain tidak ditampilkan; tambahkan --jumlah {all}.",
            hidden,
        ).format(n=hidden, all=len(chosen))
    empty = _('Tidak ada tugas di sini. Catat yang pertama: imbang tugas tambah "…"')
    env.show(TaskList(chosen[:most], around, empty, remark))


@group.command("lihat", "show", help=_("Satu tugas, lengkap."))
def show(ctx: Context, number: Number) -> None:
    env = env_of(ctx)
    with env.reading() as db:
        task = Tasks(db).get(number)
    env.show(TaskCard(task, surroundings(env)))


@group.command("ubah", "edit", help=_("Ubah sebuah tugas."))
def change(
    ctx: Context,
    number: Number,
    title: Annotated[
        str | None,
        params.option(
            "judul", "title", help=_("Judul baru."), metavar=_("TEKS"), parser=params.title
        ),
    ] = None,
    due: Due = None,
    no_due: Annotated[
        bool, params.option("tanpa-tenggat", "no-due", help=_("Hapus tenggatnya."))
    ] = False,
    important: Important = None,
    urgent: Urgent = None,
    estimate: Estimate = None,
    kind: Kind = None,
    target: Target = None,
    impact: Effect = None,
    element: ElementOption = None,
    note: Note = None,
    reopen: Annotated[
        bool, params.option("buka", "reopen", help=_("Buka lagi tugas yang sudah ditutup."))
    ] = False,
) -> None:
    env = env_of(ctx)
    if due is not None and no_due:
        raise OptionsConflict(_("--tenggat"), _("--tanpa-tenggat"))
    given: dict[str, Any] = {
        "title": title,
        "due": env.optional_day(due),
        "important": important,
        "urgent": urgent,
        "estimate_minutes": estimate,
        "kind": kind,
        "target": target,
        "impact": impact,
        "element": element,
        "note": note,
    }
    changes = {name: value for name, value in given.items() if value is not None}
    if no_due:
        changes["due"] = None
    if important is not None or urgent is not None:
        changes["triaged"] = True
    if not changes and not reopen:
        raise NothingToChange("imbang tugas ubah")
    with env.changing() as db:
        if target is not None:
            Targets(db).get(target)
        task = Tasks(db).get(number)
        task = replace(domain.reopen(task) if reopen else task, **changes)
        Tasks(db).save(task)
    env.show(TaskCard(task, surroundings(env), _("Tugas diubah.")))


@group.command("selesai", "done", help=_("Tandai selesai, dengan hasil dan buktinya."))
def complete(
    ctx: Context,
    number: Number,
    result: Result = None,
    evidence: Annotated[
        str | None,
        params.option(
            "bukti",
            "evidence",
            help=_("Bukti: nama berkas, tautan, atau nomor surat."),
            metavar=_("TEKS"),
            parser=params.short_text,
        ),
    ] = None,
) -> None:
    env = env_of(ctx)
    with env.changing() as db:
        shelf = Tasks(db)
        task = shelf.save(domain.complete(shelf.get(number), env.now(), result, evidence))
        siblings = shelf.children(task.parent) if task.parent else []
    env.show(TaskCard(task, surroundings(env), _("Tugas selesai.")))
    if siblings and not any(piece.is_open for piece in siblings):
        env.note(
            _("Semua bagian tugas {n} sudah ditutup: imbang tugas selesai {n}").format(
                n=task.parent
            )
        )


@group.command("tunda", "postpone", help=_("Beri tenggat lain."))
def postpone(
    ctx: Context,
    number: Number,
    until: Annotated[str, params.argument(_("TANGGAL"), help=_("Tenggat yang baru."))],
) -> None:
    env = env_of(ctx)
    day = env.day(until)
    with env.changing() as db:
        task = domain.postpone(Tasks(db).get(number), day, env.today())
        Tasks(db).save(task)
    env.show(TaskCard(task, surroundings(env), _("Tugas ditunda.")))


@group.command("pecah", "split", help=_("Pecah menjadi langkah-langkah kecil."))
def split(
    ctx: Context,
    number: Number,
    titles: Annotated[
        list[str],
        params.argument(_("JUDUL"), help=_("Judul tiap bagian."), parser=params.title),
    ],
) -> None:
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
def delete(ctx: Context, number: Number, yes: Annotated[bool, params.yes_option()] = False) -> None:
    from keseimbangan.cli.prompts import confirm

    env = env_of(ctx)
    with env.reading() as db:
        task = Tasks(db).get(number)
    question = _("Hapus tugas {n} '{title}'?").format(n=number, title=task.title)
    if not yes and not confirm(env, question):
        return env.note(_("Tidak ada yang dihapus."))
    with env.changing() as db:
        task = Tasks(db).get(number)
        Tasks(db).delete(task)
    env.show(TaskCard(task, surroundings(env), _("Tugas dihapus.")))
    return None


@group.command("singkirkan", "drop", help=_("Lepaskan tugas yang tidak perlu dikerjakan."))
def drop(ctx: Context, number: Number) -> None:
    env = env_of(ctx)
    with env.changing() as db:
        task = Tasks(db).save(domain.drop(Tasks(db).get(number), env.now()))
    env.show(TaskCard(task, surroundings(env), _("Tugas disingkirkan.")))


@group.command("delegasikan", "delegate", help=_("Serahkan kepada orang lain."))
def delegate(
    ctx: Context,
    number: Number,
    to: Annotated[
        str | None,
        params.option(
            "ke", "to", help=_("Kepada siapa."), metavar=_("NAMA"), parser=params.short_text
        ),
    ] = None,
    instruction: Annotated[
        str | None,
        params.option(
            "instruksi",
            "instruction",
            help=_("Instruksi singkat."),
            metavar=_("TEKS"),
            parser=params.note,
        ),
    ] = None,
    expected: Annotated[
        str | None,
        params.option(
            "hasil",
            "result",
            help=_("Hasil yang diharapkan."),
            metavar=_("TEKS"),
            parser=params.note,
        ),
    ] = None,
    follow_up: Annotated[
        str | None,
        params.option(
            "tindak-lanjut",
            "follow-up",
            help=_("Kapan Anda menanyakan hasilnya."),
            metavar=_("TANGGAL"),
        ),
    ] = None,
    take_back: Annotated[
        bool, params.option("ambil-kembali", "take-back", help=_("Kerjakan sendiri lagi."))
    ] = False,
) -> None:
    from keseimbangan.cli.delegation import completed_delegation, show_message

    env = env_of(ctx)
    day = env.optional_day(follow_up)
    with env.reading() as db:
        task = Tasks(db).get(number)
    if take_back:
        with env.changing() as db:
            task = Tasks(db).save(domain.take_back(Tasks(db).get(number)))
        return env.show(TaskCard(task, surroundings(env), _("Tugas kembali kepada Anda.")))
    delegation = completed_delegation(env, to, instruction, expected, day)
    with env.changing() as db:
        task = Tasks(db).save(domain.delegate(Tasks(db).get(number), delegation))
    return show_message(env, task)


@group.command("triase", "triage", help=_("Tentukan kuadran tugas yang belum ditriase."))
def triage(ctx: Context) -> None:
    from keseimbangan.cli.triage import walk

    walk(env_of(ctx))


@group.command("matriks", "matrix", help=_("Matriks Eisenhower."))
def matrix(ctx: Context) -> None:
    from keseimbangan.view.matrix import Matrix

    env = env_of(ctx)
    around = surroundings(env)
    with env.reading() as db:
        found = domain.without_umbrellas(Tasks(db).open())
        remark = overload_sentence(env, db)
    found = domain.in_order(found, around.today, around.urgent_days)
    env.show(Matrix(found, around, remark))


@group.command("smart", "smart", help=_("Periksa sebuah tugas dengan lima pertanyaan SMART."))
def smart(ctx: Context, number: Number) -> None:
    from keseimbangan.domain.period import day_of
    from keseimbangan.domain.smart import smart as questions
    from keseimbangan.domain.workdays import capacity
    from keseimbangan.view.smart import SmartCheck

    env = env_of(ctx)
    with env.reading() as db:
        task = Tasks(db).get(number)
    monday = day_of(env.week(None).first)
    env.show(SmartCheck(task, questions(task, capacity(monday, env.settings.profile))))
