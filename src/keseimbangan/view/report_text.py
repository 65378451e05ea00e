"""A report in the terminal: charts of characters, 60 columns, readable without colour."""

from collections.abc import Iterator
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import month_key
from keseimbangan.domain.report import Report, is_month
from keseimbangan.domain.tasks import Quadrant
from keseimbangan.i18n import _, ngettext
from keseimbangan.view import charts, words
from keseimbangan.view import report_words as say
from keseimbangan.view.console import Screen, shown
from keseimbangan.view.task_words import QUADRANT_STYLES, QUADRANT_SYMBOLS, quadrant_word
from keseimbangan.view.tasks import Surroundings

SHARE_WIDTH = 56
BAR_WIDTH = 20
ROW_WIDTH = 34
QUADRANT_WIDTH = 20
# Above and below these hours a column is shown only where there was focus.
FIRST_HOUR, LAST_HOUR = 6, 21
# A longer list of what was finished belongs into a file.
MOST_FINISHED = 10

Lines = Iterator[RenderableType]
Row = list[Text | str]


class ReportScreen(Screen):
    """The report of a month or a span."""

    def __init__(self, report: Report, around: Surroundings) -> None:
        self.report, self.around = report, around

    def document(self) -> dict[str, Any]:
        from keseimbangan.view.report_document import report_document

        return report_document(self.report, self.around)

    def render(self) -> RenderableType:
        report = self.report
        parts: list[RenderableType] = [Text(say.title(report), style="bold")]
        parts.append(Text(f"{say.span(report.days)} · {formats.zone_label(self.around.zone)}"))
        if ahead := say.ahead(report):
            parts.append(Text(ahead, style="dim"))
        for section in _SECTIONS:
            lines = list(section(report))
            if lines:
                parts += ["", *lines]
        return Group(*parts)


def _balance(report: Report) -> Lines:
    yield _heading(_("Keseimbangan"))
    done = {element: minutes.done for element, minutes in report.figures.elements.items()}
    if not any(done.values()):
        yield Text(_("Belum ada blok yang selesai pada rentang ini."))
        return
    yield charts.shares(done, SHARE_WIDTH)
    yield Text(say.share_sentence(report.figures), style="dim")


def _elements(report: Report) -> Lines:
    yield _heading(_("Jam tiap unsur"))
    rows: list[Row] = [["", "", *_labels(_("selesai"), _("rencana"), _("niat"))]]
    for element in Element:
        minutes, intended = report.figures.elements[element], report.intended[element]
        measure = charts.Measure(minutes.done, minutes.planned, intended)
        figures = [say.hours(minutes.done), say.hours(minutes.planned)]
        figures.append("–" if intended is None else say.hours(intended))
        rows.append([_element(element), charts.against(measure, element, BAR_WIDTH), *figures])
    yield from charts.lined_up(rows, right=(2, 3, 4))
    yield Text(_("tanda: ■♥○▲ selesai   ░ terencana   │ niat"), style="dim")


def _parts(report: Report) -> Lines:
    totals = [sum(one.done for one in part.elements.values()) for part in report.parts]
    if len(report.parts) < 2 or not any(totals):
        return
    unit = charts.per_sign(totals, ROW_WIDTH - len(Element))
    yield Text.assemble(
        (say.part_heading(report), "bold"),
        ("  " + _("satu tanda = {time}").format(time=formats.duration(unit)), "dim"),
    )
    rows: list[Row] = []
    for part, total in zip(report.parts, totals, strict=True):
        done = {element: minutes.done for element, minutes in part.elements.items()}
        when = Text(say.short_span(part.days), style="dim")
        rows.append([when, charts.stacked(done, unit), say.hours(total)])
    yield from charts.lined_up(rows, right=(0, 2))


def _plan(report: Report) -> Lines:
    yield _heading(_("Rencana dan pelaksanaan"))
    yield Text(f"{say.minutes_sentence(report.figures)} {say.blocks_sentence(report.figures)}")


def _focus(report: Report) -> Lines:
    focus = report.figures.focus
    yield _heading(_("Fokus"))
    yield Text(say.focus_sentence(focus))
    if not focus.sessions:
        return
    shown_hours = [
        hour for hour in range(24) if focus.by_hour[hour] or FIRST_HOUR <= hour <= LAST_HOUR
    ]
    yield Text(charts.sparkline([focus.by_hour[hour] for hour in shown_hours], 2), style="cyan")
    marks = [f"{hour:02d}" if hour % 3 == 0 else "  " for hour in shown_hours]
    yield Text("".join(marks), style="dim")
    if best := say.best_hours_sentence(focus):
        yield Text(best)


def _tasks(report: Report) -> Lines:
    yield _heading(_("Tugas tiap kuadran"))
    yield Text(say.tasks_sentence(report.figures))
    rows: list[Row] = [["", "", *_labels(_("selesai"), _("kini terbuka"))]]
    most = max(report.quadrants_done.values(), default=0)
    for one in Quadrant:
        done = report.quadrants_done[one]
        filled = charts.cells([done, most - done], QUADRANT_WIDTH)[0] if most else 0
        name = Text(f"{QUADRANT_SYMBOLS[one]} ", style=QUADRANT_STYLES[one])
        name.append(quadrant_word(one), style="")
        bar = Text("█" * filled, style=QUADRANT_STYLES[one])
        bar.append(" " * (QUADRANT_WIDTH - filled))
        rows.append([name, bar, str(done), str(report.quadrants_open[one])])
    yield from charts.lined_up(rows, right=(2, 3))


def _after_hours(report: Report) -> Lines:
    yield _heading(_("Di luar jam kerja"))
    yield Text(say.after_hours_sentence(report.figures.after_hours))


def _comparison(report: Report) -> Lines:
    yield _heading(say.comparison_heading(report))
    rows = say.comparisons(report)
    if not rows:
        yield Text(_("Belum ada catatan dari waktu itu."))
        return
    cells: list[Row] = [
        [row.name, f" {row.now}", Text(f" {row.before}", style="dim"), f" {row.change}"]
        for row in rows
    ]
    yield from charts.lined_up(cells, right=(1, 2, 3))


def _stress(report: Report) -> Lines:
    stress = report.stress
    if stress is None:
        return
    from keseimbangan.view.report_stress import level_text, stress_sentence, trigger_word

    yield _heading(_("Stres"))
    yield Text(stress_sentence(stress))
    rows: list[Row] = []
    for week in stress.by_week:
        bar = "█" * round(week.mean * 2)
        level = f"{formats.decimal(week.mean)} ({week.entries})"
        rows.append(
            [
                Text(formats.week_number(week.name), style="dim"),
                bar.ljust(20, charts.NOTHING),
                level,
            ]
        )
    yield from charts.lined_up(rows)
    for trigger in stress.triggers[:5]:
        yield Text(f"  {shown(trigger_word(trigger))}: {level_text(trigger)}")


def _reflection(report: Report) -> Lines:
    if report.reflection is None:
        return
    yield _heading(_("Refleksi"))
    for question, answer in say.reflection_answers(report.reflection):
        yield Text(question, style="dim")
        yield Text(shown(answer, lines=True))


def _finished(report: Report) -> Lines:
    if not report.finished:
        return
    yield _heading(_("Yang diselesaikan"))
    for task in report.finished[-MOST_FINISHED:]:
        line = Text("✓ ").append(f"{task.number} ", style="dim").append(shown(task.title))
        yield line.append(f" · {shown(task.result)}" if task.result else "", style="dim")
    more = len(report.finished) - MOST_FINISHED
    if more > 0:
        yield Text(_more(report, more), style="dim")


def _more(report: Report, count: int) -> str:
    """How to see the rest: the command for this very report."""
    days = report.days
    if is_month(days):
        return ngettext(
            "dan {n} lagi: imbang laporan {month} --format md",
            "dan {n} lagi: imbang laporan {month} --format md",
            count,
        ).format(n=count, month=month_key(days.first))
    return ngettext(
        "dan {n} lagi: imbang laporan --dari {first} --sampai {last} --format md",
        "dan {n} lagi: imbang laporan --dari {first} --sampai {last} --format md",
        count,
    ).format(n=count, first=days.first.isoformat(), last=days.last.isoformat())


_SECTIONS = (
    _balance,
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


def _labels(*words: str) -> list[Text]:
    return [Text(word, style="dim") for word in words]


def _heading(text: str) -> Text:
    return Text(text, style="bold")


def _element(element: Element) -> Text:
    symbol = Text(words.ELEMENT_SYMBOLS[element], style=words.ELEMENT_STYLES[element])
    return symbol.append(f" {words.element(element)}", style="")
