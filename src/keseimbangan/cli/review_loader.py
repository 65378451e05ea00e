"""Load a weekly review together with the week it is about."""

from keseimbangan.cli.context import Env
from keseimbangan.cli.report_loader import load_material
from keseimbangan.domain.period import DaySpan, week_name, week_of
from keseimbangan.domain.report import figures, finished_on
from keseimbangan.domain.review import WeeklyReview, postponed
from keseimbangan.store.database import Database
from keseimbangan.store.reviews import Reviews
from keseimbangan.store.tasks import Tasks
from keseimbangan.view.review import ReviewPage


def load_page(env: Env, db: Database, week: DaySpan) -> ReviewPage:
    """The review of a week; one that was never begun has neither number nor UUID."""
    name = week_name(week.first)
    review = Reviews(db).of_week(name) or WeeklyReview(None, "", name, env.now())
    # The week after belongs to it: a task that has a block there was planned anew.
    material = load_material(env, db, DaySpan(week.first, week_of(week.end).end))
    late = postponed(Tasks(db).open(), material.blocks, week, env.now())
    return ReviewPage(
        review=review,
        week=week,
        figures=figures(week, material),
        finished=finished_on(week, material),
        waiting=[task for task in late if review.decision(task.number) is None],
        decided=Tasks(db).among(one.task for one in review.decisions),
    )
