"""The sentences and figures of a report in words: the same in the terminal, Markdown and HTML."""

from typing import NamedTuple

from keseimbangan import formats
from keseimbangan.domain.blocks import BlockStatus
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import DaySpan, week_of
from keseimbangan.domain.report import Figures, Report, is_month
from keseimbangan.domain.report_focus import FocusFigures
from keseimbangan.domain.report_time import AfterHours
from keseimbangan.domain.review import MonthlyReflection
from keseimbangan.i18n import _, ngettext
from keseimbangan.view import words


class Comparison(NamedTuple):
    """One figure now and in the period before, each in words."""

    name: str
    now: str
    before: str
    change: str


def hours(minutes: int) -> str:
    """`157,5 j`."""
    return _("{n} j").format(n=formats.decimal(minutes / 60))


def title(report: Report) -> str:
    """`Laporan November 2026`."""
    return _("Laporan {period}").format(period=period(report.days))


def period(days: DaySpan) -> str:
    """`November 2026`, or the first and last day."""
    return formats.month_name(days.first) if is_month(days) else span(days)


def span(days: DaySpan) -> str:
    """`23–29 November 2026`."""
    return formats.date_span(days.first, days.last)


def short_span(days: DaySpan) -> str:
    """`2–8 Nov`, or `Nov 2026` for a month that stands in a row of months."""
    if is_month(days):
        return formats.month_name(days.first)
    first, last = (formats.short_date(day).split(" ", 1)[1] for day in (days.first, days.last))
    if first == last:
        return last
    same = days.first.month == days.last.month
    return f"{days.first.day}–{last}" if same else f"{first}–{last}"


def part_heading(report: Report) -> str:
    """What the rows of the report are."""
    weekly = all(part.days.end <= week_of(part.days.first).end for part in report.parts)
    return _("Tiap pekan") if weekly else _("Tiap bulan")


def ahead(report: Report) -> str | None:
    """That the span is not over, where it is not."""
    if not report.days_ahead:
        return None
    return ngettext(
        "Belum berakhir: {n} hari lagi.", "Belum berakhir: {n} hari lagi.", report.days_ahead
    ).format(n=report.days_ahead)


def share_sentence(figures: Figures) -> str:
    """`kerja 70%, pribadi 20%, pulih 10%`: shares of what was done."""
    whole = figures.all_elements.done
    shares = [
        f"{words.element(element)} {formats.decimal(100 * minutes.done / whole, 0)}%"
        for element, minutes in figures.elements.items()
        if whole and minutes.done
    ]
    return ", ".join(shares)


def blocks_sentence(figures: Figures) -> str:
    """How many blocks were done, skipped, and not marked."""
    counts = figures.blocks
    total = sum(counts.values())
    return ngettext(
        "{n} blok: {done} selesai, {skipped} dilewati, {planned} belum ditandai.",
        "{n} blok: {done} selesai, {skipped} dilewati, {planned} belum ditandai.",
        total,
    ).format(
        n=total,
        done=counts[BlockStatus.DONE],
        skipped=counts[BlockStatus.SKIPPED],
        planned=counts[BlockStatus.PLANNED],
    )


def minutes_sentence(figures: Figures) -> str:
    """Planned hours against done ones."""
    minutes = figures.all_elements
    return _("Terencana {planned}, terlaksana {done}.").format(
        planned=hours(minutes.planned), done=hours(minutes.done)
    )


def focus_sentence(focus: FocusFigures) -> str:
    """Sessions, time, and interruptions for each."""
    if not focus.sessions:
        return _("Belum ada sesi fokus.")
    text = ngettext(
        "{n} sesi ({completed} selesai), {time}; {each} gangguan per sesi.",
        "{n} sesi ({completed} selesai), {time}; {each} gangguan per sesi.",
        focus.sessions,
    )
    return text.format(
        n=focus.sessions,
        completed=focus.completed,
        time=formats.duration(focus.minutes),
        each=formats.decimal(focus.interruptions_per_session or 0),
    )


def best_hours_sentence(focus: FocusFigures) -> str | None:
    """When most of the focus happened."""
    best = focus.best_hours()
    if not best:
        return None
    listed = formats.enumeration([_hour(hour) for hour in best])
    return _("Jam dengan fokus terbanyak: {hours}.").format(hours=listed)


def tasks_sentence(figures: Figures) -> str:
    """Tasks done and let go of, and estimates against the time they took."""
    tasks = figures.tasks
    text = ngettext(
        "{n} tugas selesai, {dropped} disingkirkan.",
        "{n} tugas selesai, {dropped} disingkirkan.",
        tasks.done,
    ).format(n=tasks.done, dropped=tasks.dropped)
    if not tasks.compared:
        return text
    compared = ngettext(
        "Estimasi {estimate}, waktu fokus {spent} ({n} tugas).",
        "Estimasi {estimate}, waktu fokus {spent} ({n} tugas).",
        tasks.compared,
    ).format(
        n=tasks.compared,
        estimate=formats.duration(tasks.estimated_minutes),
        spent=formats.duration(tasks.spent_minutes),
    )
    return f"{text} {compared}"


def after_hours_sentence(after: AfterHours) -> str:
    """How much, on how many days, how late."""
    if not after.minutes or after.latest is None:
        return _("Tidak ada kerja di luar jam kerja.")
    text = ngettext(
        "{time} pada {n} hari; paling akhir sampai {clock}, {day}.",
        "{time} pada {n} hari; paling akhir sampai {clock}, {day}.",
        after.days,
    )
    return text.format(
        time=formats.duration(after.minutes),
        n=after.days,
        clock=formats.clock(after.latest),
        day=formats.short_date(after.latest.date()),
    )


def comparisons(report: Report) -> list[Comparison]:
    """The figures beside those of the period before; none where nothing was kept then."""
    now, before = report.figures, report.previous
    if before.empty:
        return []
    minutes = [
        (words.element(element), now.elements[element].done, before.elements[element].done)
        for element in Element
    ]
    minutes.append((_("fokus"), now.focus.minutes, before.focus.minutes))
    minutes.append((_("di luar jam"), now.after_hours.minutes, before.after_hours.minutes))
    rows = [
        Comparison(name, hours(one), hours(other), signed_hours(one - other))
        for name, one, other in minutes
        if one or other
    ]
    change = now.tasks.done - before.tasks.done
    done = (str(now.tasks.done), str(before.tasks.done), f"{change:+d}" if change else "0")
    return [*rows, Comparison(_("tugas selesai"), *done)]


def comparison_heading(report: Report) -> str:
    """`Dibandingkan Oktober 2026`."""
    return _("Dibandingkan {period}").format(period=period(report.previous.days))


def signed_hours(minutes: int) -> str:
    """`+2,5 j`."""
    return f"+{hours(minutes)}" if minutes > 0 else hours(minutes)


def reflection_answers(reflection: MonthlyReflection) -> list[tuple[str, str]]:
    """The questions that were answered, each with what was written."""
    asked = [
        (_("Yang berhasil"), reflection.worked),
        (_("Yang perlu diperbaiki"), reflection.improve),
        (_("Penyesuaiannya"), reflection.adjust),
        (_("Satu kebiasaan yang diubah"), reflection.habit),
    ]
    return [(question, answer) for question, answer in asked if answer]


def privacy_sentence() -> str:
    """What a report says at its end."""
    return _("Dibuat di komputer Anda sendiri; tidak dikirim ke mana pun.")


def _hour(hour: int) -> str:
    from datetime import time

    return formats.clock_span(time(hour), time((hour + 1) % 24))
