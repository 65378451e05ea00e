"""How much there is of everything."""

from sqlalchemy import Executable, func, literal_column, select, union_all

from keseimbangan.store.statements.shared import METADATA

INVENTORY: dict[str, Executable] = {
    "INVENTORY": union_all(
        *(
            select(
                literal_column(f"'{table.name}'").label("name"),
                func.count().label("rows"),
                func.min(table.c.created_at).label("oldest"),
                func.max(table.c.changed_at).label("newest"),
            ).select_from(table)
            for table in METADATA.sorted_tables
            if "created_at" in table.c
        )
    )
}
