"""What done blocks add to the time spent on tasks."""

from collections.abc import Iterable

from keseimbangan.store import compiled
from keseimbangan.store.blocks import block_of
from keseimbangan.store.database import Database


def worked_minutes(db: Database, tasks: Iterable[int]) -> dict[int, int]:
    """Whole minutes that done blocks of tasks took beyond the focus sessions held on them."""
    blocks = [block_of(row) for row in db.all(compiled.DONE_BLOCKS_OF_TASKS, tasks=_listed(tasks))]
    minutes: dict[int, int] = {}
    for block in blocks:
        minutes[block.task or 0] = minutes.get(block.task or 0, 0) + block.actual_minutes
    numbers = _listed(block.number or 0 for block in blocks)
    for row in db.all(compiled.FOCUSED_ON_BLOCKS, blocks=numbers) if blocks else ():
        number = row["task_id"]
        minutes[number] = max(0, minutes[number] - row["seconds"] // 60)
    return minutes


def _listed(numbers: Iterable[int]) -> str:
    # JSON, without the module of that name: every look at a day asks this.
    return "[" + ",".join(map(str, numbers)) + "]"
