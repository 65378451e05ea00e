"""The last question of a review: a focus block next week for each priority, where there is room."""

from datetime import date, timedelta

from keseimbangan import formats
from keseimbangan.cli.context import Env
from keseimbangan.cli.prompts import ask, choose
from keseimbangan.cli.review_sitting import Sitting
from keseimbangan.cli.work_calendar import work_calendar
from keseimbangan.domain.blocks import Block, BlockKind
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import DaySpan, Period, instant, local, week_name, week_of
from keseimbangan.domain.review import Priority, settle
from keseimbangan.domain.review_blocks import free_time, proposed, wanted_minutes
from keseimbangan.domain.tasks import Task
from keseimbangan.domain.timeline import first_in_the_way
from keseimbangan.errors import KeseimbanganError
from keseimbangan.errors.review import TimeTaken
from keseimbangan.errors.text import UnreadableRange
from keseimbangan.i18n import _
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database
from keseimbangan.store.reviews import Reviews
from keseimbangan.store.tasks import Tasks


def place_blocks(sitting: Sitting) -> None:
    """Propose a block for each priority that has not been settled."""
    env, week = sitting.env, sitting.week
    waiting = [one for one in sitting.page().review.priorities if not one.settled]
    coming = week_of(week.end)
    sitting.heading(6, _("Blok pekan depan"))
    if not waiting or coming.end <= env.today():
        env.note(_("Tidak ada blok yang perlu diusulkan."))
        return
    for priority in waiting:
        _settle(env, week, priority)


def _settle(env: Env, week: DaySpan, priority: Priority) -> None:
    while True:
        period = _asked(env, week, priority)
        try:
            _keep(env, week, priority, period)
        except KeseimbanganError as error:
            # The time was taken between question and answer.
            env.output.error(error)
            continue
        return env.note("→ {day} {time}".format(**_words(period))) if period else None


def _asked(env: Env, week: DaySpan, priority: Priority) -> Period | None:
    """The wall-clock time that was chosen, or none where the block was declined."""
    where = _proposal(env, week, priority)
    if where is None:
        question = _("Tidak ada waktu kosong yang cukup untuk '{title}'.")
        choices = []
    else:
        question = _("'{title}': {day} {time} ({length})?")
        choices = [("p", _("pasang"), "accept")]
    question = question.format(title=priority.text, **_words(where))
    choices += [("w", _("waktu lain"), "other"), ("l", _("lewati"), "skip")]
    answer = choose(env, question, _("imbang blok tambah"), choices)
    if answer == "other":
        default = where.start.date() if where else week.end
        form = _("Kapan? (selasa 08.00-10.00, atau jam saja untuk {day})")
        form = form.format(day=formats.short_date(default))
        return ask(env, form, _("imbang blok tambah"), lambda text: _free(env, text, default))
    return where if answer == "accept" else None


def _words(where: Period | None) -> dict[str, str]:
    if where is None:
        return {}
    return {
        "day": formats.short_date(where.start.date()),
        "time": formats.clock_span(where.start, where.end),
        "length": formats.duration(where.minutes),
    }


def _proposal(env: Env, week: DaySpan, priority: Priority) -> Period | None:
    days = week_of(week.end)
    with env.reading() as db:
        blocks = Blocks(db).on(days)
        task = _task(db, priority)
        calendar = work_calendar(env, db, days)
    full = {block.day for block in blocks if block.kind is BlockKind.FOCUS}
    now = local(env.now(), env.zone)
    free = free_time(days, blocks, calendar, now, env.zone)
    return proposed(free, wanted_minutes(task), full)


def _free(env: Env, text: str, default: date) -> Period:
    """A day and a range as typed, wall clock; raises UnreadableRange or TimeTaken."""
    period = _read(env, text, default)
    with env.reading() as db:
        _require_free(db, _block(env, Priority(text), None, period))
    return period


def _read(env: Env, text: str, default: date) -> Period:
    from keseimbangan.domain.times import parse_time_range

    words = text.split()
    for count in range(len(words)):
        try:
            day = env.day(" ".join(words[:count])) if count else default
            whole = parse_time_range(" ".join(words[count:])).on(day, env.zone)
        except KeseimbanganError:
            continue
        return Period(local(whole.start, env.zone), local(whole.end, env.zone))
    raise UnreadableRange(text)


def _keep(env: Env, week: DaySpan, priority: Priority, period: Period | None) -> None:
    with env.changing() as db:
        review = Reviews(db).of_week(week_name(week.first))
        if period is not None:
            block = _block(env, priority, _task(db, priority), period)
            _require_free(db, block)
            Blocks(db).add(block)
        if review is not None:
            Reviews(db).save(settle(review, priority))


def _task(db: Database, priority: Priority) -> Task | None:
    return Tasks(db).get(priority.task) if priority.task else None


def _require_free(db: Database, block: Block) -> None:
    around = DaySpan(block.day, block.wall.end.date() + timedelta(days=1))
    if taken := first_in_the_way(block, Blocks(db).on(around)):
        raise TimeTaken(taken.title, taken.wall.start, taken.wall.end)


def _block(env: Env, priority: Priority, task: Task | None, period: Period) -> Block:
    start, end = (
        instant(moment.date(), moment.time(), env.zone) for moment in (period.start, period.end)
    )
    return Block(
        number=None,
        uid=env.new_uid(),
        title=priority.text,
        starts_at=start,
        ends_at=end,
        zone=env.zone,
        element=task.element if task else Element.WORK,
        kind=BlockKind.FOCUS,
        task=task.number if task else None,
        target=task.target if task else None,
    )
