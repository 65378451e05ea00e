"""One sitting over a weekly review: where its questions read and keep."""

from collections.abc import Callable

from keseimbangan.cli.context import Env
from keseimbangan.cli.review_loader import load_page
from keseimbangan.domain.period import DaySpan, week_name
from keseimbangan.domain.review import WeeklyReview
from keseimbangan.store.database import Database
from keseimbangan.store.reviews import Reviews
from keseimbangan.view.review import ReviewPage
from keseimbangan.view.tasks import Surroundings

Change = Callable[[WeeklyReview], WeeklyReview]


class Sitting:
    """The review of `week`; with `redo` what was answered before is asked again."""

    def __init__(self, env: Env, week: DaySpan, around: Surroundings, *, redo: bool) -> None:
        self.env, self.week, self.around, self.redo = env, week, around, redo

    def page(self) -> ReviewPage:
        """The review with what it is about, as it stands now."""
        with self.env.reading() as db:
            return load_page(self.env, db, self.week)

    def review(self, db: Database) -> WeeklyReview:
        """The review as it stands now, or a new one."""
        name = week_name(self.week.first)
        found = Reviews(db).of_week(name)
        return found or WeeklyReview(None, self.env.new_uid(), name, self.env.now())

    def keep(self, change: Change) -> WeeklyReview:
        """Keep a change at once, so that nothing is lost by an interruption."""
        with self.env.changing() as db:
            return Reviews(db).save(change(self.review(db)))

    def heading(self, number: int, text: str) -> None:
        """`3/6  Pelajaran`."""
        self.env.note(f"\n{number}/6  {text}")
