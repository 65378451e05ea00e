"""`imbang evaluasi`: the weekly review.

Without a week it is, until Wednesday noon, the review of the week before, and from then on that of
the running week. On a terminal it asks; with a flag that answers, with `--tampil`, `--format` or
`--json`, and without a terminal it does not.
"""

from enum import StrEnum
from typing import Annotated, Any

from keseimbangan.cli import params
from keseimbangan.cli.command import Entry
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.cli.review_answers import Answers, keep
from keseimbangan.cli.review_loader import load_page
from keseimbangan.cli.surroundings import surroundings
from keseimbangan.domain.period import DaySpan, local, week_name
from keseimbangan.domain.review import week_to_review
from keseimbangan.errors.review import WeekAhead
from keseimbangan.errors.usage import NothingToChange
from keseimbangan.i18n import _
from keseimbangan.view.review import ReviewScreen
from keseimbangan.view.tasks import Surroundings


class Form(StrEnum):
    """How a review can come out."""

    TEXT = "text"
    MARKDOWN = "md"
    JSON = "json"


FORMS = {"teks": Form.TEXT, "md": Form.MARKDOWN, "json": Form.JSON, "text": Form.TEXT}


def review(
    ctx: Context,
    week: Annotated[
        str | None,
        params.argument(_("PEKAN"), help=_("Pekan itu: pekan lalu, 2026-W48, atau sebuah hari.")),
    ] = None,
    show_only: Annotated[
        bool, params.option("tampil", "show", help=_("Tampilkan saja, jangan bertanya."))
    ] = False,
    form: Annotated[
        Any, params.word_option("format", table=FORMS, help=_("Bentuk keluaran."))
    ] = None,
    decisions: Annotated[
        list[str] | None,
        params.option(
            "putuskan",
            "decide",
            help=_("Keputusan untuk tugas yang tertunda, misalnya 12=jadwalkan:besok."),
            metavar=_("NOMOR=KEPUTUSAN"),
        ),
    ] = None,
    learned: Annotated[
        str | None,
        params.option(
            "pelajaran",
            "learned",
            help=_("Yang Anda pelajari."),
            metavar=_("TEKS"),
            parser=params.note,
        ),
    ] = None,
    wins: Annotated[
        list[str] | None,
        params.option(
            "kemenangan",
            "win",
            help=_("Satu kemenangan kecil."),
            metavar=_("TEKS"),
            parser=params.short_text,
        ),
    ] = None,
    priorities: Annotated[
        list[str] | None,
        params.option(
            "prioritas",
            "priority",
            help=_("Satu prioritas pekan depan: nomor tugas atau tulisan."),
            metavar=_("TEKS"),
            parser=params.title,
            complete=params.task_numbers,
        ),
    ] = None,
    redo: Annotated[
        bool, params.option("ulangi", "redo", help=_("Buka lagi evaluasi yang sudah selesai."))
    ] = False,
    finish: Annotated[
        bool, params.option("selesai", "finish", help=_("Akhiri evaluasi apa adanya."))
    ] = False,
) -> None:
    env = env_of(ctx)
    span = _week(env, week)
    answers = Answers(
        decisions or (), learned, wins or (), priorities or (), redo=redo, finish=finish
    )
    around = surroundings(env)
    if answers.given:
        keep(env, span, answers)
    elif env.interactive and not show_only and form is None:
        return _ask(env, span, around, redo=redo)
    elif redo:
        raise NothingToChange(_("imbang evaluasi"))
    return _show(env, span, around, form or Form.TEXT)


entry = Entry("evaluasi", "review", _("Evaluasi mingguan: tinjau dan siapkan pekan."), review)


def _week(env: Env, text: str | None) -> DaySpan:
    if text is None:
        return week_to_review(local(env.now(), env.zone))
    span = env.week(text)
    if span.first > env.today():
        raise WeekAhead(week_name(span.first))
    return span


def _ask(env: Env, span: DaySpan, around: Surroundings, *, redo: bool) -> None:
    with env.reading() as db:
        finished = load_page(env, db, span).review.finished
    if finished and not redo:
        _show(env, span, around, Form.TEXT)
        return env.note("\n" + _("Evaluasi ini sudah selesai; ubah dengan --ulangi."))
    from keseimbangan.cli.review_sitting import Sitting
    from keseimbangan.cli.review_walk import walk

    walk(Sitting(env, span, around, redo=redo))
    env.note("\n" + _("Evaluasi selesai.") + "\n")
    return _show(env, span, around, Form.TEXT)


def _show(env: Env, span: DaySpan, around: Surroundings, form: Form) -> None:
    with env.reading() as db:
        page = load_page(env, db, span)
    screen = ReviewScreen(page, around)
    if form is Form.MARKDOWN and not env.output.as_json:
        from keseimbangan.view.review_markdown import review_markdown

        return env.output.text(review_markdown(page))
    if form is Form.JSON:
        return env.output.document(screen.document())
    return env.show(screen)
