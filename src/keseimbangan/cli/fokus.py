"""`imbang fokus`: starting, watching, interrupting, pausing and ending focus sessions."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated

from keseimbangan.cli import params
from keseimbangan.cli.command import Group
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.domain.focus import (
    MOST_BREAK_MINUTES,
    MOST_FOCUS_MINUTES,
    MOST_LONG_BREAK_MINUTES,
    MOST_ROUNDS,
    FocusSession,
    is_dangling,
)
from keseimbangan.errors.focus import NothingRunning
from keseimbangan.i18n import _, ngettext
from keseimbangan.store.focus import Focus
from keseimbangan.view.focus import SessionCard

group = Group(default="status")


def _minutes(indonesian: str, english: str, help: str, most: int) -> object:
    return params.option(
        indonesian, english, help=help, metavar=_("LAMA"), parser=params.duration(1, most)
    )


Keep = Annotated[
    int | None,
    params.option(
        "simpan",
        "keep",
        help=_("Sesi yang terputus: catat sekian lama seluruhnya."),
        metavar=_("LAMA"),
        parser=params.duration(0),
    ),
]
UntilNow = Annotated[
    bool,
    params.option("sampai-kini", "until-now", help=_("Sesi yang terputus: catat sampai kini.")),
]
Discard = Annotated[
    bool,
    params.option(
        "buang", "discard", help=_("Sesi yang terputus: buang waktu yang tidak tercatat.")
    ),
]


@group.command("mulai", "start", help=_("Mulai sesi fokus dengan hitung mundur."))
def start(
    ctx: Context,
    task: Annotated[
        int | None,
        params.argument(
            _("TUGAS"),
            help=_("Nomor tugas, boleh kosong."),
            parser=params.whole_number(1),
            complete=params.task_numbers,
        ),
    ] = None,
    minutes: Annotated[
        int | None, _minutes("menit", "minutes", _("Lama fokus."), MOST_FOCUS_MINUTES)
    ] = None,
    pause_minutes: Annotated[
        int | None, _minutes("jeda", "break", _("Lama jeda."), MOST_BREAK_MINUTES)
    ] = None,
    rounds: Annotated[
        int | None,
        params.option(
            "putaran",
            "rounds",
            help=_("Banyaknya putaran."),
            metavar=_("ANGKA"),
            parser=params.whole_number(1, MOST_ROUNDS),
        ),
    ] = None,
    long_break: Annotated[
        int | None,
        _minutes(
            "jeda-panjang",
            "long-break",
            _("Lama jeda sesudah putaran terakhir."),
            MOST_LONG_BREAK_MINUTES,
        ),
    ] = None,
    block: Annotated[
        int | None,
        params.option(
            "blok",
            "block",
            help=_("Nomor blok waktu; bila kosong, blok yang sedang berjalan."),
            metavar=_("NOMOR"),
            parser=params.whole_number(1),
            complete=params.blocks,
        ),
    ] = None,
    background: Annotated[
        bool, params.option("latar", "background", help=_("Mulai di latar, tanpa hitung mundur."))
    ] = False,
    keep: Keep = None,
    until_now: UntilNow = False,
    discard: Discard = False,
) -> None:
    from keseimbangan.cli.focus_answer import from_flags
    from keseimbangan.cli.focus_begin import Plan, begin

    env = env_of(ctx)
    chosen = env.settings
    unseen = background or not _has_terminal(env)
    plan = Plan(
        minutes or chosen.focus_minutes,
        pause_minutes or chosen.break_minutes,
        rounds or chosen.rounds,
        long_break or chosen.long_break_minutes,
        task,
        block,
        unseen,
    )
    session = begin(env, plan, from_flags(keep, until_now, discard))
    if not unseen:
        return _watch(env, session)
    env.show(_card(env, session, _("Sesi fokus berjalan di latar.")))
    return env.note(_("Akhiri dengan `imbang fokus berhenti`."))


@group.command("status", "status", help=_("Sesi yang berjalan dan hasil hari ini."))
def status(
    ctx: Context,
    brief: Annotated[
        bool, params.option("ringkas", "brief", help=_("Satu baris untuk prompt shell."))
    ] = False,
) -> None:
    env = env_of(ctx)
    if brief and not env.output.as_json:
        from keseimbangan.prompt import line

        return env.output.text(line(env.home.store, env.now()))
    from keseimbangan.cli.focus_status import current_status

    return env.show(current_status(env))


@group.command("gangguan", "interruption", help=_("Catat apa yang menyela; waktu terus dihitung."))
def interruption(
    ctx: Context,
    words: Annotated[list[str], params.argument(_("CATATAN"), help=_("Apa yang menyela."))],
) -> None:
    from keseimbangan.domain.focus_steps import interrupt

    env = env_of(ctx)
    note, uid = params.short_text(" ".join(words)), env.new_uid()
    session = _changed(env, lambda session, now: interrupt(session, now, note, uid))
    env.show(_card(env, session, _("Gangguan dicatat.")))


@group.command("jeda", "pause", help=_("Tahan sesi; waktunya berhenti dihitung."))
def pause(ctx: Context) -> None:
    from keseimbangan.domain import focus_steps as steps
    from keseimbangan.domain.focus import remaining_seconds

    env = env_of(ctx)
    session = _changed(env, steps.pause)
    env.show(_card(env, session, _("Sesi fokus ditahan.")))
    if remaining_seconds(session, env.now()):
        return env.note(_("Lanjutkan dengan `imbang fokus lanjut`."))
    return env.note(_("Waktunya habis. Akhiri dengan `imbang fokus berhenti`."))


@group.command("lanjut", "resume", help=_("Lanjutkan sesi yang ditahan."))
def resume(ctx: Context) -> None:
    from keseimbangan.domain import focus_steps as steps

    env = env_of(ctx)
    env.show(_card(env, _changed(env, steps.resume), _("Sesi fokus dilanjutkan.")))


@group.command("pantau", "watch", help=_("Hitung mundur untuk sesi yang berjalan di latar."))
def watch(ctx: Context) -> None:
    from keseimbangan.domain import focus_steps as steps
    from keseimbangan.errors.focus import InAnotherTerminal, NoTerminal

    env = env_of(ctx)
    if not _has_terminal(env):
        raise NoTerminal

    def attend(session: FocusSession, now: datetime) -> FocusSession:
        if not session.background:
            raise InAnotherTerminal(session.number or 0)
        return steps.attend(session, now)

    _watch(env, _changed(env, attend))


@group.command("berhenti", "stop", help=_("Akhiri sesi, juga yang terputus."))
def stop(
    ctx: Context, keep: Keep = None, until_now: UntilNow = False, discard: Discard = False
) -> None:
    from keseimbangan.cli.focus_answer import asked, from_flags
    from keseimbangan.cli.focus_end import end, summary

    env = env_of(ctx)
    answer = from_flags(keep, until_now, discard)
    with env.reading() as db:
        session = Focus(db).running()
    if answer is None and session is not None and is_dangling(session, env.now()):
        answer = asked(env, session)
    env.show(summary(env, end(env, answer)))


@group.command("riwayat", "history", help=_("Sesi yang lalu, yang terbaru lebih dahulu."))
def history(
    ctx: Context,
    first: Annotated[
        str | None,
        params.option("dari", "from", help=_("Hari pertama."), metavar=_("TANGGAL")),
    ] = None,
    last: Annotated[
        str | None,
        params.option("sampai", "to", help=_("Hari terakhir."), metavar=_("TANGGAL")),
    ] = None,
    most: Annotated[
        int,
        params.option(
            "jumlah",
            "limit",
            help=_("Paling banyak sekian."),
            metavar=_("ANGKA"),
            parser=params.whole_number(1, 100_000),
        ),
    ] = 20,
) -> None:
    from keseimbangan.view.focus_history import FocusHistory

    env = env_of(ctx)
    asked = first is not None or last is not None
    span = params.past_span(env, first, last).instants(env.zone) if asked else None
    with env.reading() as db:
        focus = Focus(db)
        # One more than is shown tells whether there are older ones.
        found = focus.between(span.start, span.end)[::-1] if span else focus.latest(most + 1)
        titles = focus.titles(found[:most])
    remark = _left_out(len(found), most, counted=span is not None) if len(found) > most else None
    env.show(FocusHistory(found[:most], titles, env.now(), remark))


def _left_out(found: int, most: int, *, counted: bool) -> str:
    if not counted:
        return _("Masih ada yang lebih lama; tambahkan --jumlah {n}.").format(n=most * 2)
    return ngettext(
        "{n} sesi lain tidak ditampilkan; tambahkan --jumlah {all}.",
        "{n} sesi lain tidak ditampilkan; tambahkan --jumlah {all}.",
        found - most,
    ).format(n=found - most, all=found)


def _changed(env: Env, step: Callable[[FocusSession, datetime], FocusSession]) -> FocusSession:
    """Take a step with the running session; raises NothingRunning or LeftDangling."""
    now = env.now()
    with env.changing() as db:
        session = Focus(db).running()
        if session is None:
            raise NothingRunning
        if is_dangling(session, now):
            from keseimbangan.cli.focus_answer import left_behind

            raise left_behind(session, now)
        return Focus(db).save(step(session, now))


def _card(env: Env, session: FocusSession, headline: str) -> SessionCard:
    with env.reading() as db:
        title = Focus(db).titles([session]).get(session.task or 0)
    return SessionCard(session, env.now(), title, headline)


def _has_terminal(env: Env) -> bool:
    console = env.output.console
    return env.interactive and console.is_terminal and not console.is_dumb_terminal


def _watch(env: Env, session: FocusSession) -> None:
    from keseimbangan.cli.focus_live import run

    run(env, session)
