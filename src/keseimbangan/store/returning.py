"""What was deleted here and comes back with a file: a file says what is there, not what is gone."""

from keseimbangan.store.database import Database
from keseimbangan.store.portable import Shape

# What a command changed and what it deleted; the caller knows what is still there.
_CHANGED = """
SELECT DISTINCT json_extract(changes.image, :place) AS uid
FROM changes JOIN steps ON steps.id = changes.step_id
WHERE changes.table_name = :name AND changes.image IS NOT NULL AND steps.state = 'done'
"""


def once_here(db: Database, shape: Shape) -> frozenset[str]:
    """The UUIDs of rows of a table that the log of changes knows, deleted ones among them."""
    place = f"$[{shape.columns.index('uid')}]"
    return frozenset(row["uid"] for row in db.all(_CHANGED, place=place, name=shape.name))
