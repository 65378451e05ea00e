"""What was worked on tasks beside their focus sessions, for sums of what they still need."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from keseimbangan.domain.tasks import Task
from keseimbangan.store.database import Database


def with_work(db: Database, tasks: Sequence[Task], last: date) -> list[Task]:
    """The tasks, with finished blocks counted as spent for those that are due up to a day."""
    due = [t.number or 0 for t in tasks if t.due and t.due <= last and t.estimate_minutes]
    if not due:
        return list(tasks)
    from keseimbangan.store.worked import worked_minutes

    worked = worked_minutes(db, due)
    return [
        replace(task, spent_minutes=task.spent_minutes + worked[number])
        if (number := task.number or 0) in worked
        else task
        for task in tasks
    ]
