"""The statements of the change log: ending a step, forgetting old ones, playing one back."""

from sqlalchemy import (
    BindParameter,
    ColumnClause,
    Executable,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    select,
    table,
    update,
)
from sqlalchemy import column as named

from keseimbangan.domain.steps import KEPT_FOR, MOST_STEPS, SETTINGS, StepState
from keseimbangan.store.log_tables import ChangeRow

_METADATA = ChangeRow.metadata

steps = _METADATA.tables["steps"]
changes = _METADATA.tables["changes"]
# The view into which the triggers write too.
log = table("log", named("table_name"), named("row_id"), named("image"))

_ID: BindParameter[int] = bindparam("id")
_AT: BindParameter[str] = bindparam("at")
_OPEN: ColumnClause[str] = literal_column(f"'{StepState.OPEN}'")
_DONE: ColumnClause[str] = literal_column(f"'{StepState.DONE}'")
_UNDONE: ColumnClause[str] = literal_column(f"'{StepState.UNDONE}'")
# In SQL and not in Python, so that a command that writes need not import the domain's module.
_FORM: ColumnClause[str] = literal_column("'%Y-%m-%dT%H:%M:%SZ'")
_KEPT: ColumnClause[str] = literal_column(f"'-{KEPT_FOR.days} days'")
_OF_SETTINGS = changes.c.table_name == literal_column(f"'{SETTINGS}'")
_newest_first = select(steps.c.id).order_by(steps.c.id.desc())
_newest = _newest_first.limit(literal_column("1"))

_a_day_before = (
    select(steps.c.created_at)
    .where(steps.c.created_at <= func.strftime(_FORM, _AT, literal_column("'-1 days'")))
    .order_by(steps.c.id.desc())
    .limit(literal_column("1"))
    .scalar_subquery()
)

STEPS: dict[str, Executable] = {
    # Whatever another program wrote into the store is a step of its own.
    "CLOSE_STRANGE_STEP": update(steps)
    .where(steps.c.id == _newest.scalar_subquery(), steps.c.state == _OPEN)
    .values(state=_DONE),
    "TWO_NEWEST_STEPS": select(
        steps.c.id,
        (steps.c.state == _OPEN).label("open"),
        (steps.c.state == _UNDONE).label("undone"),
    )
    .order_by(steps.c.id.desc())
    .limit(literal_column("2")),
    "CLOSE_STEP": update(steps)
    .where(steps.c.id == _ID)
    .values(command=bindparam("command"), created_at=_AT, changed_at=_AT, state=_DONE),
    # What the earlier part of the step has kept of a row is the older image, and stays.
    "JOIN_CHANGES": update(changes)
    .prefix_with("OR IGNORE")
    .where(changes.c.step_id == _ID)
    .values(step_id=bindparam("joined")),
    "TOUCH_STEP": update(steps).where(steps.c.id == _ID).values(changed_at=_AT),
    "DELETE_STEP": delete(steps).where(steps.c.id == _ID),
    # Settings are not in a table: no trigger logs their other side.
    "DELETE_CHANGES": delete(changes).where(changes.c.step_id == _ID, ~_OF_SETTINGS),
    "REPLACE_SETTINGS": update(changes)
    .where(changes.c.step_id == _ID, _OF_SETTINGS)
    .values(image=bindparam("image")),
    "FORGET_UNDONE_STEPS": delete(steps).where(steps.c.state == _UNDONE),
    "FORGET_STEPS_BEYOND": delete(steps).where(
        steps.c.id
        <= _newest_first.limit(literal_column("1"))
        .offset(literal_column(str(MOST_STEPS)))
        .scalar_subquery()
    ),
    # Numbers ascend with time, so this looks at the oldest step and hardly ever further. The days
    # count from a step of yesterday: a command under a clock a year ahead must not forget them all.
    "FORGET_STEPS_BEFORE": delete(steps).where(
        steps.c.id
        < select(steps.c.id)
        .where(steps.c.created_at >= func.strftime(_FORM, _a_day_before, _KEPT))
        .order_by(steps.c.id)
        .limit(literal_column("1"))
        .scalar_subquery()
    ),
    # An open one, too, which only another program can have left.
    "STEPS_TO_UNDO": select(steps)
    .where(steps.c.state != _UNDONE)
    .order_by(steps.c.id.desc())
    .limit(bindparam("limit")),
    "STEPS_TO_REDO": select(steps)
    .where(steps.c.state == _UNDONE)
    .order_by(steps.c.id)
    .limit(bindparam("limit")),
    "COUNT_STEPS_TO_REDO": select(func.count().label("n"))
    .select_from(steps)
    .where(steps.c.state == _UNDONE),
    "CHANGES_OF_STEP": select(changes.c.table_name, changes.c.row_id, changes.c.image)
    .where(changes.c.step_id == _ID)
    .order_by(changes.c.table_name, changes.c.row_id),
    "MARK_STEP": update(steps)
    .where(steps.c.id == _ID)
    .values(state=bindparam("state"), changed_at=bindparam("changed_at")),
    "LOG_IMAGE": insert(log).values(
        table_name=bindparam("table_name"), row_id=bindparam("row_id"), image=bindparam("image")
    ),
}
