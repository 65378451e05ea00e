"""Every read and write of the program, as SQLModel statements with named parameters.

The names become the constants of `compiled.py`. What varies from call to call is a parameter;
statements are never put together at run time. Only `compile.py` imports them.
"""

from sqlalchemy import Executable

from keseimbangan.store.statements.blocks import BLOCKS
from keseimbangan.store.statements.calendar import CALENDAR
from keseimbangan.store.statements.deletions import DELETIONS
from keseimbangan.store.statements.focus import FOCUS
from keseimbangan.store.statements.inventory import INVENTORY
from keseimbangan.store.statements.journal import JOURNAL
from keseimbangan.store.statements.plans import PLANS
from keseimbangan.store.statements.review import REVIEWS
from keseimbangan.store.statements.steps import STEPS
from keseimbangan.store.statements.targets import TARGETS
from keseimbangan.store.statements.tasks import TASKS
from keseimbangan.store.statements.workdays import WORKING_DAYS

# In the order of `compiled.py`.
STATEMENTS: dict[str, Executable] = {
    **TASKS,
    **TARGETS,
    **BLOCKS,
    **FOCUS,
    **JOURNAL,
    **REVIEWS,
    **CALENDAR,
    **WORKING_DAYS,
    **PLANS,
    **STEPS,
    **DELETIONS,
    **INVENTORY,
}
