"""A report as one HTML file: no script, nothing fetched; every text of a person is escaped."""

from collections.abc import Iterable, Sequence
from html import escape as _escaped

from keseimbangan import formats
from keseimbangan.domain.elements import Element
from keseimbangan.domain.report import Report
from keseimbangan.domain.tasks import Quadrant
from keseimbangan.i18n import _, language
from keseimbangan.view import charts, report_svg, words
from keseimbangan.view import report_words as say
from keseimbangan.view.console import shown
from keseimbangan.view.report_style import STYLE
from keseimbangan.view.task_words import QUADRANT_SYMBOLS, quadrant_reason, quadrant_word
from keseimbangan.view.tasks import Surroundings

_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def report_html(report: Report, around: Surroundings) -> str:
    """The whole report."""
    grid = [_balance(report), _elements(report), _parts(report), _focus(report), _tasks(report)]
    grid += [_plan(report), _comparison(report), _stress(report)]
    body = [
        _header(report, around),
        _cards(report),
        f'<div class="grid">\n{_joined(grid)}\n</div>',
        _reflection(report),
        _finished(report),
        f"<footer>{escape(say.privacy_sentence())}</footer>",
    ]
    return _PAGE.format(
        language=language(), title=escape(say.title(report)), style=STYLE, body=_joined(body)
    )


def escape(text: str) -> str:
    """Text with nothing in it that HTML or a terminal would act on."""
    return _escaped(shown(text, lines=True))


def _header(report: Report, around: Surroundings) -> str:
    line = f"{say.span(report.days)} · {formats.zone_label(around.zone)}"
    ahead = say.ahead(report)
    extra = f'<p class="soft">{escape(ahead)}</p>' if ahead else ""
    return (
        f"<header><h1>{escape(say.title(report))}</h1>"
        f'<p class="soft">{escape(line)}</p>{extra}</header>'
    )


def _cards(report: Report) -> str:
    now, before = report.figures, report.previous
    done = now.elements[Element.WORK].done
    cards = [
        (_("kerja"), say.hours(done), done - before.elements[Element.WORK].done),
        (_("fokus"), say.hours(now.focus.minutes), now.focus.minutes - before.focus.minutes),
        (
            _("di luar jam kerja"),
            say.hours(now.after_hours.minutes),
            now.after_hours.minutes - before.after_hours.minutes,
        ),
    ]
    shown_cards = [_card(name, value, say.signed_hours(change)) for name, value, change in cards]
    change = now.tasks.done - before.tasks.done
    shown_cards.append(_card(_("tugas selesai"), str(now.tasks.done), f"{change:+d}"))
    if before.empty:
        shown_cards = [_card(name, value, None) for name, value, _change in cards]
        shown_cards.append(_card(_("tugas selesai"), str(now.tasks.done), None))
    return f'<div class="cards">{"".join(shown_cards)}</div>'


def _card(name: str, value: str, change: str | None) -> str:
    since = _("{change} dari sebelumnya").format(change=change) if change else ""
    return (
        f'<div class="card"><span class="soft">{escape(name)}</span><b>{escape(value)}</b>'
        f'<span class="soft">{escape(since)}</span></div>'
    )


def _balance(report: Report) -> str:
    done = {element: minutes.done for element, minutes in report.figures.elements.items()}
    whole = sum(done.values())
    if not whole:
        return _section(_("Keseimbangan"), _p(_("Belum ada blok yang selesai pada rentang ini.")))
    rows = [
        f'<span class="sign {element.value}">{words.ELEMENT_SYMBOLS[element]}</span>'
        f"<span>{escape(words.element(element))}</span>"
        f'<span class="number">{escape(say.hours(minutes))}</span>'
        f'<span class="number soft">{formats.decimal(100 * minutes / whole, 0)}%</span>'
        for element, minutes in done.items()
    ]
    drawing = report_svg.ring(done, say.hours(whole), say.share_sentence(report.figures))
    key = f'<div class="key">{"".join(rows)}</div>'
    return _section(_("Keseimbangan"), f'<div class="balance">{drawing}{key}</div>')


def _elements(report: Report) -> str:
    measures = {
        element: charts.Measure(minutes.done, minutes.planned, report.intended[element])
        for element, minutes in report.figures.elements.items()
    }
    hours = {element: say.hours(measure.done) for element, measure in measures.items()}
    legend = _("Penuh: selesai. Pucat: terencana. Garis: niat Anda.")
    drawing = report_svg.against(measures, hours, legend)
    return _section(_("Jam tiap unsur"), drawing + _p(legend, "soft"))


def _parts(report: Report) -> str:
    columns = [
        report_svg.Column(
            say.short_span(part.days),
            say.hours(sum(minutes.done for minutes in part.elements.values())),
            {element: minutes.done for element, minutes in part.elements.items()},
        )
        for part in report.parts
    ]
    if len(columns) < 2:
        return ""
    label = "; ".join(f"{column.label}: {column.value}" for column in columns)
    return _section(say.part_heading(report), report_svg.columns(columns, label), wide=True)


def _focus(report: Report) -> str:
    focus = report.figures.focus
    body = _p(say.focus_sentence(focus))
    if focus.sessions:
        used = [hour for hour in range(24) if focus.by_hour[hour]]
        first, last = min(6, *used), max(21, *used)
        label = say.best_hours_sentence(focus) or ""
        body += report_svg.by_hour(focus.by_hour, first, last, label) + _p(label)
    return _section(_("Fokus"), body)


def _tasks(report: Report) -> str:
    cells = [
        f"<div><strong>{QUADRANT_SYMBOLS[one]} {escape(quadrant_word(one))}</strong>"
        f'<br><span class="soft">{escape(quadrant_reason(one))}</span><br>'
        + escape(
            _("{done} selesai, kini {open} terbuka").format(
                done=report.quadrants_done[one], open=report.quadrants_open[one]
            )
        )
        + "</div>"
        for one in Quadrant
    ]
    grid = f'<div class="quadrants">{"".join(cells)}</div>'
    return _section(_("Tugas tiap kuadran"), _p(say.tasks_sentence(report.figures)) + grid)


def _plan(report: Report) -> str:
    figures = report.figures
    body = _p(say.minutes_sentence(figures)) + _p(say.blocks_sentence(figures))
    after = _p(say.after_hours_sentence(figures.after_hours))
    heading = f"<h2>{escape(_('Di luar jam kerja'))}</h2>"
    return _section(_("Rencana dan pelaksanaan"), f"{body}<br>{heading}{after}")


def _comparison(report: Report) -> str:
    rows = say.comparisons(report)
    heading = say.comparison_heading(report)
    if not rows:
        return _section(heading, _p(_("Belum ada catatan dari waktu itu.")))
    labels = ("", _("kini"), _("sebelumnya"), _("perubahan"))
    return _section(heading, _table(labels, rows, numbers=True))


def _stress(report: Report) -> str:
    stress = report.stress
    if stress is None:
        return ""
    from keseimbangan.view.report_stress import level_text, stress_sentence, trigger_word

    body = _p(stress_sentence(stress))
    if stress.by_week:
        values = [(str(int(week.name[6:])), week.mean) for week in stress.by_week]
        label = "; ".join(
            f"{formats.week_number(week.name)}: {level_text(week)}" for week in stress.by_week
        )
        body += report_svg.levels(values, label)
    rows = [(trigger_word(one), level_text(one)) for one in stress.triggers]
    body += _table((_("pemicu"), _("tingkat")), rows) if rows else ""
    return _section(_("Stres"), body, wide=True)


def _reflection(report: Report) -> str:
    answers = say.reflection_answers(report.reflection) if report.reflection else []
    if not answers:
        return ""
    quotations = [
        f'<span class="soft">{escape(question)}</span><blockquote>{escape(answer)}</blockquote>'
        for question, answer in answers
    ]
    return _section(_("Refleksi"), "".join(quotations))


def _finished(report: Report) -> str:
    if not report.finished:
        return ""
    rows = [
        (str(task.number), task.title, task.result or "", task.evidence or "")
        for task in report.finished
    ]
    labels = (_("no"), _("tugas"), _("hasil"), _("bukti"))
    return _section(_("Yang diselesaikan"), _table(labels, rows))


def _section(heading: str, body: str, *, wide: bool = False) -> str:
    kind = ' class="wide"' if wide else ""
    return f"<section{kind}><h2>{escape(heading)}</h2>{body}</section>"


def _table(labels: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: bool = False) -> str:
    def cells(tag: str, values: Sequence[str]) -> str:
        kinds = [' class="number"' if numbers and place else "" for place in range(len(values))]
        return "".join(
            f"<{tag}{kind}>{escape(value)}</{tag}>"
            for kind, value in zip(kinds, values, strict=True)
        )

    body = "".join(f"<tr>{cells('td', row)}</tr>" for row in rows)
    kind = "" if numbers else ' class="texts"'
    return (
        f"<table{kind}><thead><tr>{cells('th', labels)}</tr></thead><tbody>{body}</tbody></table>"
    )


def _p(text: str, kind: str = "") -> str:
    attribute = f' class="{kind}"' if kind else ""
    return f"<p{attribute}>{escape(text)}</p>"


def _joined(parts: Iterable[str]) -> str:
    return "\n".join(part for part in parts if part)
