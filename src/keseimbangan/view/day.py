"""The day: the screen a person looks at at 07.30."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.day import DayPlan, DayWarning, WarningCode
from keseimbangan.domain.period import Period
from keseimbangan.i18n import _, ngettext
from keseimbangan.view import blocks as block_view
from keseimbangan.view import tasks as task_view
from keseimbangan.view import words
from keseimbangan.view.console import Screen, shown
from keseimbangan.view.exits import overcommitted_sentence
from keseimbangan.view.grid import Grid
from keseimbangan.view.hours import flexible_line, hours_document, hours_line, occasion_document
from keseimbangan.view.tasks import Surroundings
from keseimbangan.view.timeline import timeline

BAR_WIDTH = 20
OVERLAPS_SHOWN = 2


class DayScreen(Screen):
    """One day. `now` is an instant, given when the day is today."""

    def __init__(self, plan: DayPlan, around: Surroundings, now: datetime | None = None) -> None:
        self.plan, self.around, self.now = plan, around, now

    def document(self) -> dict[str, Any]:
        return document(self.plan, self.around)

    def render(self) -> RenderableType:
        plan = self.plan
        parts: list[RenderableType] = [self._title(), hours_line(plan.hours)]
        if count := flexible_line(plan.flexible):
            parts.append(Text(count, style="dim"))
        parts.append("")
        parts += [timeline(plan, self.around.zone, self.now), "", load_line(plan)]
        if plan.tasks:
            parts += ["", *self._tasks()]
        if plan.follow_ups:
            parts += ["", Text(_("Tanyakan hasilnya"), style="bold"), *self._follow_ups()]
        if line := focus_line(plan):
            parts += ["", line]
        if plan.warnings:
            parts += ["", *warning_lines(plan.warnings, self.around.today)]
        return Group(*parts)

    def _title(self) -> Text:
        title = Text(formats.long_date(self.plan.day), style="bold")
        place = words.location(self.plan.location)
        if self.plan.hours.minutes or self.plan.planned_work_minutes:
            title.append(f" · {place}", style="")
        return title

    def _tasks(self) -> list[RenderableType]:
        today = self.plan.day == self.around.today
        title = _("Tugas yang penting hari ini") if today else _("Tugas bertenggat hari itu")
        lines: list[RenderableType] = [Text(title, style="bold")]
        lines += [task_view.line(task, self.around) for task in self.plan.tasks]
        if more := self.plan.more_tasks:
            text = ngettext(
                "dan {n} lagi: imbang tugas daftar", "dan {n} lagi: imbang tugas daftar", more
            )
            lines.append(Text("  " + text.format(n=more), style="dim"))
        return lines

    def _follow_ups(self) -> list[RenderableType]:
        lines: list[RenderableType] = []
        for task in self.plan.follow_ups:
            name = shown(task.delegate.to) if task.delegate else ""
            text = Text().append("→ ", style="bold yellow").append(f"{task.number} ", style="dim")
            lines.append(text.append(f"{shown(task.title)} · {name}", style=""))
        return lines


def document(plan: DayPlan, around: Surroundings) -> dict[str, Any]:
    """A day for programs."""
    zone = around.zone
    return {
        "date": plan.day.isoformat(),
        "zone": zone,
        "location": plan.location.value,
        "working_hours": hours_document(plan.hours, zone),
        **occasion_document(plan.hours),
        "flexible_days": plan.flexible._asdict(),
        "capacity_minutes": plan.capacity_minutes,
        "planned_work_minutes": plan.planned_work_minutes,
        "blocks": [block_view.document(block) for block in plan.blocks],
        "gaps": [_gap_document(gap, zone) for gap in plan.gaps],
        "tasks": [task_view.document(task, around) for task in plan.tasks],
        "follow_ups": [task_view.document(task, around) for task in plan.follow_ups],
        "focus": {
            "completed": plan.focus.completed,
            "minutes": plan.focus.minutes,
            "running": plan.focus.running,
        },
        "warnings": [warning_document(warning, around.today) for warning in plan.warnings],
    }


def warning_document(warning: DayWarning, today: date) -> dict[str, Any]:
    """A warning for programs; `minutes` is how much is too much, absent where nothing is."""
    return {
        "code": warning.code.value,
        "blocks": [block.number for block in warning.blocks],
        "tasks": [task.number for task in warning.tasks],
        "minutes": warning.minutes or None,
        "message": warning_sentence(warning, today),
    }


def _gap_document(gap: Period, zone: str) -> dict[str, Any]:
    place = ZoneInfo(zone)
    return {
        "starts_at": gap.start.replace(tzinfo=place).isoformat(),
        "ends_at": gap.end.replace(tzinfo=place).isoformat(),
        "minutes": gap.minutes,
    }


def load_line(plan: DayPlan) -> RenderableType:
    """`Terencana 6 j 30 m dari 7 j 30 m`, with a bar that needs no colour."""
    planned, capacity = plan.planned_work_minutes, plan.capacity_minutes
    if not capacity:
        if not planned:
            return Text(_("Tidak ada pekerjaan terencana."), style="dim")
        return Text(
            _("Terencana {planned} kerja pada hari libur").format(planned=formats.duration(planned))
        )
    text = _("Terencana {planned} dari {capacity}").format(
        planned=formats.duration(planned), capacity=formats.duration(capacity)
    )
    line = Text(f"{text}  ")
    return line.append(
        bar(planned, capacity), style="bold yellow" if planned > capacity else "blue"
    )


def bar(value: int, whole: int, width: int = BAR_WIDTH) -> str:
    """`█████░░░░░`, full at most; more than full ends in `+`."""
    filled = min(width, round(value * width / whole)) if whole else 0
    if value and not filled:
        filled = 1
    return "█" * filled + "░" * (width - filled) + ("+" if value > whole else "")


def focus_line(plan: DayPlan) -> Text | None:
    """Rounds done, minutes focused, and whether one is running."""
    focus = plan.focus
    if not (focus.completed or focus.minutes or focus.running):
        return None
    text = ngettext("Fokus: {n} putaran, {time}", "Fokus: {n} putaran, {time}", focus.completed)
    line = Text(text.format(n=focus.completed, time=formats.duration(focus.minutes)))
    left_behind = any(w.code is WarningCode.DANGLING_FOCUS for w in plan.warnings)
    if focus.running and not left_behind:
        line.append(_("; sesi {n} berjalan").format(n=focus.running), style="bold")
    return line


def warning_lines(warnings: Sequence[DayWarning], today: date) -> list[RenderableType]:
    """One line for each warning; of many overlaps the first ones, for the timeline shows them."""
    shared = [w for w in warnings if w.code is WarningCode.OVERLAP]
    others = [w for w in warnings if w.code is not WarningCode.OVERLAP]
    lines = [warning_sentence(warning, today) for warning in shared[:OVERLAPS_SHOWN]]
    if more := len(shared) - len(lines):
        lines.append(
            ngettext("{n} tumpukan lain.", "{n} tumpukan lain.", more).format(n=more),
        )
    lines += [warning_sentence(warning, today) for warning in others]
    return [Text().append("! ", style="bold yellow").append(line) for line in lines]


def warning_sentence(warning: DayWarning, today: date | None = None) -> str:
    """The warning in words, with what can be done."""
    titles = formats.enumeration([f"'{shown(block.title)}'" for block in warning.blocks])
    if warning.code is WarningCode.OVERLAP:
        return _("Bertumpuk: {titles}. Geser salah satunya: imbang blok geser {n} +30m").format(
            titles=titles, n=warning.blocks[-1].number
        )
    if warning.code is WarningCode.OUT_OF_HOURS:
        return _("Kerja di luar jam kerja: {titles}.").format(titles=titles)
    if warning.code is WarningCode.OVERCOMMITTED:
        return overcommitted_sentence(warning, today)
    if warning.code is WarningCode.OVERDUE:
        n = len(warning.tasks)
        return ngettext(
            "{n} tugas lewat tenggat. Atur ulang sekaligus: imbang tugas segarkan",
            "{n} tugas lewat tenggat. Atur ulang sekaligus: imbang tugas segarkan",
            n,
        ).format(n=n)
    if warning.code is WarningCode.NO_HOLIDAYS:
        return _(
            "Hari libur {year} belum diketahui dan tidak dihitung. Catat: imbang libur tambah"
        ).format(year=warning.year)
    if warning.code is WarningCode.NO_COLLECTIVE_LEAVE:
        return _(
            "Cuti bersama {year} belum diketahui dan tidak dihitung. Catat: imbang libur tambah"
        ).format(year=warning.year)
    return {
        WarningCode.DANGLING_FOCUS: _(
            "Sesi fokus terputus. Tentukan waktunya: imbang fokus berhenti"
        ),
        WarningCode.REVIEW_DUE: _("Jumat sore: waktunya menutup pekan dengan imbang evaluasi"),
        WarningCode.REFLECTION_DUE: _("Akhir bulan: luangkan sepuluh menit untuk imbang refleksi"),
    }[warning.code]


class Lost(NamedTuple):
    """A store that is gone, how many backups of it there are, and when the newest was made."""

    store: Path
    backups: int
    newest: datetime


class Welcome(Screen):
    """What an empty store says: three commands to try; one that is gone, how it comes back."""

    def __init__(self, plan: DayPlan, around: Surroundings, lost: Lost | None = None) -> None:
        self.plan, self.around, self.lost = plan, around, lost

    def document(self) -> dict[str, Any]:
        return document(self.plan, self.around)

    def render(self) -> RenderableType:
        if self.lost is None:
            return self._begin()
        # Hardly ever needed.
        from keseimbangan.view.lost_store import way_back

        return way_back(self.lost.store, _backups(self.lost))

    def _begin(self) -> RenderableType:
        table = Grid()
        table.add_column(style="bold")
        table.add_row(_('imbang tugas tambah "Susun laporan" --tenggat jumat'))
        table.add_row(_("imbang blok templat A"))
        table.add_row(_("imbang fokus mulai"))
        return Group(
            Text(_("Selamat datang. Belum ada catatan apa pun di sini.")),
            Text(_("Tiga perintah untuk mulai:")),
            "",
            table,
            "",
            Text(_("Ingin melihat contoh dahulu? imbang demo"), style="dim"),
        )


def _backups(lost: Lost) -> str:
    count = ngettext(
        "{n} cadangan, yang terbaru {moment}.", "{n} cadangan, yang terbaru {moment}.", lost.backups
    )
    return count.format(n=lost.backups, moment=formats.dated_moment(lost.newest))
