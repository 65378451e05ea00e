"""A report as Markdown: plain tables that any reader or word processor takes."""

from collections.abc import Iterator

from keseimbangan import formats
from keseimbangan.domain.elements import Element
from keseimbangan.domain.report import Report
from keseimbangan.domain.tasks import Quadrant
from keseimbangan.i18n import _
from keseimbangan.view import markdown as md
from keseimbangan.view import report_words as say
from keseimbangan.view import words
from keseimbangan.view.task_words import quadrant_word
from keseimbangan.view.tasks import Surroundings


def report_markdown(report: Report, around: Surroundings) -> str:
    """The whole report."""
    sections = (
        _elements,
        _parts,
        _plan,
        _focus,
        _tasks,
        _after_hours,
        _stress,
        _comparison,
        _reflection,
        _finished,
    )
    head = [md.heading(say.title(report), 1), _subtitle(report, around)]
    body = [part for section in sections for part in section(report)]
    return md.document([*head, *body, f"_{say.privacy_sentence()}_"])


def _subtitle(report: Report, around: Surroundings) -> str:
    line = f"{say.span(report.days)} · {formats.zone_label(around.zone)}"
    return " · ".join(part for part in (line, say.ahead(report)) if part)


def _elements(report: Report) -> Iterator[str]:
    yield md.heading(_("Jam tiap unsur"))
    rows = []
    for element, minutes in report.figures.elements.items():
        intended = report.intended[element]
        rows.append(
            (
                words.element(element),
                say.hours(minutes.done),
                say.hours(minutes.planned),
                "–" if intended is None else say.hours(intended),
            )
        )
    yield md.table((_("unsur"), _("selesai"), _("rencana"), _("niat")), rows)


def _parts(report: Report) -> Iterator[str]:
    if len(report.parts) < 2:
        return
    yield md.heading(say.part_heading(report))
    rows = [
        (say.short_span(part.days), *(say.hours(part.elements[one].done) for one in Element))
        for part in report.parts
    ]
    yield md.table((_("kapan"), *(words.element(element) for element in Element)), rows)


def _plan(report: Report) -> Iterator[str]:
    yield md.heading(_("Rencana dan pelaksanaan"))
    yield f"{say.minutes_sentence(report.figures)} {say.blocks_sentence(report.figures)}"


def _focus(report: Report) -> Iterator[str]:
    focus = report.figures.focus
    yield md.heading(_("Fokus"))
    yield " ".join(filter(None, (say.focus_sentence(focus), say.best_hours_sentence(focus))))


def _tasks(report: Report) -> Iterator[str]:
    yield md.heading(_("Tugas tiap kuadran"))
    yield say.tasks_sentence(report.figures)
    rows = [
        (quadrant_word(one), str(report.quadrants_done[one]), str(report.quadrants_open[one]))
        for one in Quadrant
    ]
    yield md.table((_("kuadran"), _("selesai"), _("kini terbuka")), rows)


def _after_hours(report: Report) -> Iterator[str]:
    yield md.heading(_("Di luar jam kerja"))
    yield say.after_hours_sentence(report.figures.after_hours)


def _stress(report: Report) -> Iterator[str]:
    stress = report.stress
    if stress is None:
        return
    from keseimbangan.view.report_stress import level_text, stress_sentence, trigger_word

    yield md.heading(_("Stres"))
    yield stress_sentence(stress)
    if stress.by_week:
        rows = [(formats.week_of_year(week.name), level_text(week)) for week in stress.by_week]
        yield md.table((_("pekan"), _("tingkat")), rows)
    yield md.bullets(
        f"{md.escaped(trigger_word(one))}: {level_text(one)}" for one in stress.triggers
    )


def _comparison(report: Report) -> Iterator[str]:
    rows = say.comparisons(report)
    if rows:
        yield md.heading(say.comparison_heading(report))
        yield md.table(("", _("kini"), _("sebelumnya"), _("perubahan")), rows)


def _reflection(report: Report) -> Iterator[str]:
    if report.reflection is None:
        return
    yield md.heading(_("Refleksi"))
    for question, answer in say.reflection_answers(report.reflection):
        yield f"**{question}**"
        yield md.quotation(answer)


def _finished(report: Report) -> Iterator[str]:
    if not report.finished:
        return
    yield md.heading(_("Yang diselesaikan"))
    rows = [
        (
            str(task.number),
            md.escaped(task.title),
            md.escaped(task.result or ""),
            md.escaped(task.evidence or ""),
        )
        for task in report.finished
    ]
    yield md.table((_("no"), _("tugas"), _("hasil"), _("bukti")), rows, numbers=False)
