"""The statements about what was deleted: noting it, reading it, forgetting it."""

from sqlalchemy import Executable, Table, bindparam, delete, select

from keseimbangan.store import tables
from keseimbangan.store.log_tables import ChangeRow

_METADATA = tables.Row.metadata

deletions = _METADATA.tables["deletions"]
changes = ChangeRow.metadata.tables["changes"]

DELETIONS: dict[str, Executable] = {
    "DELETIONS": select(deletions.c.uid, deletions.c.table_name, deletions.c.changed_at),
    "FORGET_DELETIONS": delete(deletions).where(deletions.c.table_name == bindparam("table_name")),
    "TABLES_CHANGED_BY_STEP": select(changes.c.table_name)
    .where(changes.c.step_id == bindparam("id"), changes.c.image.is_not(None))
    .distinct(),
}


def noting(table: Table) -> str:
    """Note the rows of a table that were there before a step and are not any more.

    A row that a clock stamped ahead is deleted at its stamp, else it would count as changed since.
    One that came back after it was deleted is deleted anew.
    """
    place = {column.name: at for at, column in enumerate(table.columns)}
    uid, changed_at = (f"json_extract(image, '$[{place[n]}]')" for n in ("uid", "changed_at"))
    return f"""\
INSERT INTO deletions (uid, table_name, created_at, changed_at)
SELECT {uid}, '{table.name}', :at, max(:at, {changed_at})
FROM changes
WHERE step_id = :id AND table_name = '{table.name}' AND image IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM {table.name} WHERE id = row_id)
ON CONFLICT (uid) DO UPDATE SET changed_at = max(changed_at, excluded.changed_at)"""
