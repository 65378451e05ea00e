"""Loading what was planned for some days, and what came of it."""

from keseimbangan.cli.context import Env
from keseimbangan.domain.blocks import BlockStatus
from keseimbangan.domain.period import DaySpan
from keseimbangan.domain.plans import compare
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database
from keseimbangan.store.plans import Plans
from keseimbangan.view.plan_result import PlanResultScreen


def compared(env: Env, db: Database, days: DaySpan) -> PlanResultScreen:
    """The plans of some days beside what was done."""
    shelf, plans = Blocks(db), Plans(db)
    span = days.instants(env.zone)
    found = plans.pieces(span)
    pieces = [piece for _number, piece in found]
    blocks = plans.blocks_named(piece.block_uid for piece in pieces)
    focused = {uid: shelf.focused_minutes(block) for uid, block in blocks.items()}
    done = [block for block in shelf.during(span) if block.status is BlockStatus.DONE]
    comparison = compare(pieces, blocks, focused, done, env.now())
    return PlanResultScreen(
        days, plans.among(number for number, _piece in found), comparison, env.zone
    )
