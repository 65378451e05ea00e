"""Load what figures are made of, for spans of days at once: a few queries however long the span."""

from dataclasses import replace

from keseimbangan.cli.context import Env
from keseimbangan.cli.work_calendar import work_calendar
from keseimbangan.domain.period import ONE_DAY, DaySpan, month_key
from keseimbangan.domain.report import Material, Report, is_month, period_before, report
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database
from keseimbangan.store.focus import Focus
from keseimbangan.store.reports import task_elements
from keseimbangan.store.reviews import Reviews
from keseimbangan.store.tasks import Tasks


def load_material(env: Env, db: Database, days: DaySpan) -> Material:
    """Everything that can have to do with the days."""
    # One day more on either side: rows belong to the days of their own zone, and a block may really
    # have run on the day beside the one for which it was planned.
    around = DaySpan(days.first - ONE_DAY, days.end + ONE_DAY)
    instants = around.instants(env.zone)
    sessions = Focus(db).between(instants.start, instants.end)
    numbers = {session.task for session in sessions if session.task}
    return Material(
        blocks=Blocks(db).on(around),
        sessions=sessions,
        closed=Tasks(db).closed_between(instants.start, instants.end),
        elements=task_elements(db, numbers),
        calendar=work_calendar(env, db, around),
        zone=env.zone,
    )


def load_report(env: Env, db: Database, days: DaySpan, *, stress: bool) -> Report:
    """The report of a span; the journal is opened only where `stress` asks for it."""
    settings = env.settings
    made = report(
        days,
        load_material(env, db, DaySpan(period_before(days).first, days.end)),
        Tasks(db).open(),
        settings.intentions,
        env.today(),
        settings.urgent_days,
    )
    if is_month(days):
        made = replace(made, reflection=Reviews(db).reflection_of(month_key(days.first)))
    return _with_stress(db, made) if stress else made


def _with_stress(db: Database, made: Report) -> Report:
    from keseimbangan.domain.report_stress import stress_figures
    from keseimbangan.store.journal import Journal

    return replace(made, stress=stress_figures(Journal(db).between(made.days)))
