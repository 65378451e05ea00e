"""A task against the five SMART questions."""

from keseimbangan.cli.context import Env
from keseimbangan.domain.smart import smart
from keseimbangan.domain.workdays import week_minutes
from keseimbangan.store.tasks import Tasks
from keseimbangan.view.smart import SmartCheck


def check(env: Env, number: int) -> None:
    """Show what the questions find; more than the longest working day is too big for one task."""
    with env.reading() as db:
        task = Tasks(db).get(number)
    longest = max(week_minutes([day]) for day in env.settings.profile)
    env.show(SmartCheck(task, smart(task, longest)))
