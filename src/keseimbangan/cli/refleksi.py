"""`imbang refleksi`: the monthly reflection.

Without a month it is that of the running one, until the fifth that of the month before. On a
terminal it asks what has no answer yet, with `--ulangi` everything; flags answer without asking.
"""

from dataclasses import replace
from datetime import date
from typing import Annotated

from keseimbangan.cli import params
from keseimbangan.cli.command import Entry
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.domain.period import ONE_DAY, month_key
from keseimbangan.domain.review import MonthlyReflection, month_to_reflect
from keseimbangan.errors.review import MonthAhead
from keseimbangan.errors.usage import NothingToChange
from keseimbangan.formats import month_name
from keseimbangan.i18n import _
from keseimbangan.store.database import Database
from keseimbangan.store.reviews import Reviews
from keseimbangan.view.reflection import ReflectionScreen, habit_sentence

FIELDS = ("worked", "improve", "adjust", "habit")


def reflect(
    ctx: Context,
    month: Annotated[
        str | None,
        params.argument(_("BULAN"), help=_("Bulan itu: 2026-11, november, bulan lalu.")),
    ] = None,
    show_only: Annotated[
        bool, params.option("tampil", "show", help=_("Tampilkan saja, jangan bertanya."))
    ] = False,
    worked: Annotated[
        str | None,
        params.option(
            "berhasil",
            "worked",
            help=_("Yang berhasil bulan itu."),
            metavar=_("TEKS"),
            parser=params.note,
        ),
    ] = None,
    improve: Annotated[
        str | None,
        params.option(
            "perbaiki",
            "improve",
            help=_("Yang perlu diperbaiki."),
            metavar=_("TEKS"),
            parser=params.note,
        ),
    ] = None,
    adjust: Annotated[
        str | None,
        params.option(
            "sesuaikan",
            "adjust",
            help=_("Bagaimana menyesuaikannya."),
            metavar=_("TEKS"),
            parser=params.note,
        ),
    ] = None,
    habit: Annotated[
        str | None,
        params.option(
            "kebiasaan",
            "habit",
            help=_("Satu kebiasaan yang diubah."),
            metavar=_("TEKS"),
            parser=params.note,
        ),
    ] = None,
    redo: Annotated[
        bool, params.option("ulangi", "redo", help=_("Tanyakan lagi yang sudah terjawab."))
    ] = False,
) -> None:
    env = env_of(ctx)
    first = _month(env, month)
    answers = dict(zip(FIELDS, (worked, improve, adjust, habit), strict=True))
    given = {name: text for name, text in answers.items() if text is not None}
    if given:
        _keep(env, first, given)
    elif env.interactive and not show_only:
        try:
            _ask(env, first, redo=redo)
        except (KeyboardInterrupt, EOFError):
            how = _("Jawaban Anda tersimpan. Lanjutkan dengan: imbang refleksi {month}")
            env.note(how.format(month=month_key(first)))
            raise
    elif redo:
        raise NothingToChange(_("imbang refleksi"))
    with env.reading() as db:
        reflection, before = _load(db, first)
    env.show(ReflectionScreen(first, reflection, before, env.zone))


entry = Entry("refleksi", "reflection", _("Refleksi bulanan: empat pertanyaan."), reflect)


def _month(env: Env, text: str | None) -> date:
    if text is None:
        return month_to_reflect(env.today()).first
    first = env.month(text).first
    if first > env.today():
        raise MonthAhead(first)
    return first


def _load(db: Database, first: date) -> tuple[MonthlyReflection | None, str | None]:
    """The reflection of a month, and the habit chosen in the one before."""
    before = Reviews(db).reflection_of(month_key(first - ONE_DAY))
    return Reviews(db).reflection_of(month_key(first)), before.habit if before else None


def _keep(env: Env, first: date, given: dict[str, str]) -> None:
    with env.changing() as db:
        found = Reviews(db).reflection_of(month_key(first))
        reflection = found or MonthlyReflection(None, env.new_uid(), month_key(first), env.now())
        Reviews(db).save_reflection(replace(reflection, **given))  # type: ignore[arg-type]


def _ask(env: Env, first: date, *, redo: bool) -> None:
    """The four questions; each answer is kept at once."""
    from keseimbangan.cli.prompts import ask_optional

    with env.reading() as db:
        reflection, habit = _load(db, first)
    env.note(_("Refleksi {month}").format(month=month_name(first)))
    env.note(_("Angkanya: imbang laporan {month}").format(month=month_key(first)))
    if habit:
        env.note(habit_sentence(habit))
    for name, flag, question in _questions():
        written = getattr(reflection, name) if reflection else None
        if written and not redo:
            continue
        if written:
            env.note(_("Sudah tertulis: {text}").format(text=written))
            question = _("{question} (kosongkan untuk membiarkannya)").format(question=question)
        if answer := ask_optional(env, question, flag, params.note):
            _keep(env, first, {name: answer})
    env.note("")


def _questions() -> list[tuple[str, str, str]]:
    return [
        ("worked", _("--berhasil"), _("Apa yang berhasil bulan itu?")),
        ("improve", _("--perbaiki"), _("Apa yang perlu diperbaiki?")),
        ("adjust", _("--sesuaikan"), _("Bagaimana Anda akan menyesuaikannya?")),
        ("habit", _("--kebiasaan"), _("Satu kebiasaan yang Anda ubah:")),
    ]
