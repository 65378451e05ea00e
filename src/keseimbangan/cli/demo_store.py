"""Keep the demo's sample in a store of its own, through the same doors as everything else."""

import tomllib
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from keseimbangan.cli.context import Env, Home
from keseimbangan.cli.demo_office import keep_office
from keseimbangan.domain.period import DaySpan, instant, month_key, week_name, week_of
from keseimbangan.domain.recurrence import is_virtual
from keseimbangan.domain.review import MonthlyReflection, Priority, ReviewStep, WeeklyReview
from keseimbangan.domain.sample import Sample, SampleMaker
from keseimbangan.domain.sample_office import Office, OfficeMaker
from keseimbangan.domain.targets import PerformanceTarget
from keseimbangan.errors.settings import SettingsUnwritable
from keseimbangan.i18n import language
from keseimbangan.private_files import make_folder
from keseimbangan.store import database
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database
from keseimbangan.store.focus import Focus
from keseimbangan.store.journal import Journal
from keseimbangan.store.reviews import Reviews
from keseimbangan.store.targets import Indicators, Targets
from keseimbangan.store.tasks import Tasks

TEXTS = Path(__file__).parent.parent / "data" / "sample.toml"

# Mid-morning: some of the day is behind, most of it ahead.
HOUR = time(10, 20)
FRIDAY = 4

INTENTIONS = """\
[niat]
pribadi = "14 jam"
pulih = "5 jam"
kembang = "2 jam"
"""


def moment_of(env: Env) -> datetime:
    """The instant at which the demo stands: this morning, or Friday's on a weekend."""
    today = env.today()
    day = today - timedelta(days=max(0, today.weekday() - FRIDAY))
    return instant(day, HOUR, env.zone)


def fill(env: Env, home: Home, at: datetime) -> None:
    """Write the eight weeks up to an instant into a new store."""
    texts = tomllib.loads(TEXTS.read_text(encoding="utf-8"))
    day = env.today() - timedelta(days=max(0, env.today().weekday() - FRIDAY))
    maker = SampleMaker(at, day, env.zone, language(), texts)
    sample = maker.make()
    _keep_intentions(home.settings)
    with database.changing(home.store, at, env.run) as db:
        office = OfficeMaker(maker).make(sample.blocks)
        _keep_plans(db, maker, sample, office, day)
        keep_office(db, office)
        for entry in sample.entries:
            Journal(db).add(entry)
        _keep_reviews(db, maker, at, day)


def _keep_intentions(path: Path) -> None:
    try:
        make_folder(path.parent)
        path.touch(mode=0o600)
        path.write_text(INTENTIONS, encoding="utf-8")
    except OSError as error:
        raise SettingsUnwritable(path) from error


def _keep_plans(
    db: Database, maker: SampleMaker, sample: Sample, office: Office, day: date
) -> None:
    for title in sample.targets:
        Targets(db).add(PerformanceTarget(None, maker.uid(), title, day.year))
    for indicator in office.indicators:
        Indicators(db).add(indicator)
    tasks = [Tasks(db).add(task) for task in sample.tasks]
    blocks = [Blocks(db).add(block) for block in sample.blocks]
    for session in sample.sessions:
        task = None if session.task is None else tasks[session.task].number
        block = None if session.block is None else blocks[session.block].number
        Focus(db).add(replace(session, task=task, block=block))
    _keep_series(db, maker, sample, day)


def _keep_series(db: Database, maker: SampleMaker, sample: Sample, day: date) -> None:
    shelf = Blocks(db)
    for series in sample.series:
        shelf.add(series)
    for block in shelf.on(DaySpan(maker.first, day + timedelta(days=1))):
        if is_virtual(block) and (lived := maker.happened(block)):
            shelf.add(lived)


def _keep_reviews(db: Database, maker: SampleMaker, at: datetime, day: date) -> None:
    monday = maker.first
    while monday < week_of(day).first:
        friday = instant(monday + timedelta(days=FRIDAY), time(15, 40), maker.zone)
        review = WeeklyReview(
            number=None,
            uid=maker.uid(),
            week=week_name(monday),
            started_at=friday,
            step=ReviewStep.FINISHED,
            finished_at=friday + timedelta(minutes=12),
            learned=maker.pick("learned"),
            wins=(maker.pick("win"),),
            priorities=tuple(Priority(text, settled=True) for text in maker.say_all("priority")),
        )
        Reviews(db).save(review)
        monday += timedelta(weeks=1)
    Reviews(db).save_reflection(_reflection(maker, at, day))


def _reflection(maker: SampleMaker, at: datetime, day: date) -> MonthlyReflection:
    last_month = day.replace(day=1) - timedelta(days=1)
    return MonthlyReflection(
        number=None,
        uid=maker.uid(),
        month=month_key(last_month),
        written_at=min(at, instant(last_month, time(16, 0), maker.zone)),
        worked=maker.say("reflection", "worked"),
        improve=maker.say("reflection", "improve"),
        adjust=maker.say("reflection", "adjust"),
        habit=maker.say("reflection", "habit"),
    )
