"""Starting a session: what must be there, what may not run, which block it belongs to."""

from datetime import datetime, timedelta
from typing import NamedTuple

from keseimbangan import formats
from keseimbangan.cli.block_scope import Choice, choose
from keseimbangan.cli.context import Env
from keseimbangan.cli.focus_answer import Answer, asked, left_behind
from keseimbangan.domain import focus_steps as steps
from keseimbangan.domain.blocks import Block, BlockKind, BlockStatus
from keseimbangan.domain.focus import FocusSession, is_dangling
from keseimbangan.domain.period import Period
from keseimbangan.errors.focus import AlreadyRunning
from keseimbangan.errors.tasks import AlreadyClosed
from keseimbangan.i18n import _
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database
from keseimbangan.store.focus import Focus
from keseimbangan.store.tasks import Tasks

# Nobody spends a focus session on these.
_NOT_FOCUSED = (BlockKind.BREAK, BlockKind.FAMILY, BlockKind.MEETING, BlockKind.BUFFER)


class Plan(NamedTuple):
    """What a session is to be; lengths in minutes."""

    minutes: int
    break_minutes: int
    rounds: int
    long_break_minutes: int
    task: int | None
    block: int | None
    background: bool


def begin(env: Env, plan: Plan, answer: Answer | None) -> FocusSession:
    """Start and keep a session, settling one that was left behind by the answer or a question.

    Raises AlreadyRunning, AlreadyClosed, NoSuchNumber, AnswerNeeded.
    """
    answer = answer or _answer_if_needed(env, plan)
    now = env.now()
    with env.changing() as db:
        settled = _make_room(Focus(db), answer, now)
        session = Focus(db).add(_planned(env, _placed(env, db, plan), now))
    if settled is not None:
        sentence = _("Sesi fokus {n} dicatat {time}.")
        time = formats.duration(settled.focused_minutes)
        env.note(sentence.format(n=settled.number, time=time))
    return session


def running_block(db: Database, now: datetime, task: int | None) -> Block | None:
    """The planned block that runs now and can be meant: one for the task, or for none."""
    found = Blocks(db).during(Period(now, now + timedelta(seconds=1)))
    open_ = [
        block
        for block in found
        if block.status is BlockStatus.PLANNED and block.kind not in _NOT_FOCUSED
    ]
    meant = [block for block in open_ if task is None or block.task in (None, task)]
    return min(meant, key=lambda block: (block.task != task, block.starts_at), default=None)


def _answer_if_needed(env: Env, plan: Plan) -> Answer | None:
    with env.reading() as db:
        # What is wrong with the call is said before a question is asked.
        _meant(env, db, plan)
        session = Focus(db).running()
    if session is None or not is_dangling(session, env.now()):
        return None
    return asked(env, session)


def _make_room(focus: Focus, answer: Answer | None, now: datetime) -> FocusSession | None:
    """End what stands in the way if it may be ended; the settled session."""
    if resting := focus.on_break():
        focus.save(steps.end_break(resting))
    session = focus.running()
    if session is None:
        return None
    if not is_dangling(session, now):
        title = focus.titles([session]).get(session.task or 0)
        raise AlreadyRunning(session.number, title)
    if answer is None:
        raise left_behind(session, now)
    return focus.save(answer.applied(session, now))


def _placed(env: Env, db: Database, plan: Plan) -> Plan:
    """The plan with its block, and with the block's task where none was named."""
    block = _meant(env, db, plan)
    if block is None:
        return plan
    # A session is held on one occurrence, not on its whole series.
    kept = Blocks(db).materialised(block, env.new_uid())
    return plan._replace(block=kept.number, task=plan.task or _open_task_of(db, block))


def _meant(env: Env, db: Database, plan: Plan) -> Block | None:
    """The block that was named, of a series today's occurrence, else the one that runs now."""
    _require_open(db, plan.task)
    if plan.block is not None:
        return choose(env, db, plan.block, Choice(), today=True).block
    return running_block(db, env.now(), plan.task)


def _require_open(db: Database, number: int | None) -> None:
    if number is not None:
        task = Tasks(db).get(number)
        if not task.is_open:
            raise AlreadyClosed(number, task.title)


def _open_task_of(db: Database, block: Block) -> int | None:
    if block.task is None or not Tasks(db).get(block.task).is_open:
        return None
    return block.task


def _planned(env: Env, plan: Plan, now: datetime) -> FocusSession:
    return steps.begin(
        env.new_uid(),
        now,
        env.zone,
        planned_minutes=plan.minutes,
        break_minutes=plan.break_minutes,
        long_break_minutes=plan.long_break_minutes,
        rounds=plan.rounds,
        task=plan.task,
        block=plan.block,
        background=plan.background,
    )
