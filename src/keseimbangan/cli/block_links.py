"""What a block takes over from the task it serves."""

from dataclasses import replace

from keseimbangan.domain.blocks import Block
from keseimbangan.store.database import Database
from keseimbangan.store.targets import Targets
from keseimbangan.store.tasks import Tasks


def linked(db: Database, block: Block, *, element_given: bool) -> Block:
    """The block with the target and element of its task; raises NoSuchNumber for either."""
    if block.target is not None:
        Targets(db).get(block.target)
    if block.task is None:
        return block
    task = Tasks(db).get(block.task)
    return replace(
        block,
        target=block.target or task.target,
        element=block.element if element_given else task.element,
    )
