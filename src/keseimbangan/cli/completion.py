"""Values for the shell to complete. Whatever goes wrong, completion stays silent."""

import os
from contextlib import suppress

from keseimbangan.cli.context import Clock, home_from
from keseimbangan.store import database
from keseimbangan.store.tasks import Tasks


def open_task_titles() -> list[tuple[str, str]]:
    """Numbers of the open tasks with their titles."""
    with suppress(Exception):
        home = home_from(os.environ.get("KESEIMBANGAN_HOME"))
        with database.reading(home.store, Clock(None).now()) as db:
            return [(str(number), title) for number, title in Tasks(db).titles()]
    return []
