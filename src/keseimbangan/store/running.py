"""A focus session that still runs on the other computer is counted there, not here."""

from keseimbangan.domain.arrivals import Skipped, SkipReason
from keseimbangan.store.database import Database
from keseimbangan.store.incoming import Incoming

_RUNNING = """
SELECT focus_sessions.id, focus_sessions.uid, tasks.title
FROM focus_sessions LEFT JOIN tasks ON tasks.id = focus_sessions.task_id
WHERE focus_sessions.ended_at IS NULL ORDER BY focus_sessions.id
"""
_HERE = "SELECT 1 FROM focus_sessions WHERE uid = :uid"


def leave_running(db: Database, incoming: Incoming) -> list[Skipped]:
    """Take the sessions that run elsewhere out of what comes in: they come once they have ended.

    Here they would be stopped in place of one's own, and what they became there would be lost.
    """
    left = []
    for row in incoming.db.all(_RUNNING):
        if db.one(_HERE, uid=row["uid"]) is None:
            number = incoming.wish("focus_sessions", row["uid"]) or row["id"]
            incoming.db.put("DELETE FROM interruptions WHERE session_id = :id", {"id": row["id"]})
            incoming.db.put("DELETE FROM focus_sessions WHERE id = :id", {"id": row["id"]})
            left.append(Skipped(number, row["title"] or "", SkipReason.RUNNING))
    return left
