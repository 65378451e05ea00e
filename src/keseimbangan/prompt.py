"""`imbang-prompt`: what runs now, in one line for a shell prompt.

A prompt is drawn after every command, so nothing is imported here but sqlite3 and rendered SQL.
The few rules that are needed are written again, on bare rows, and tests hold them to those of the
domain. Whatever goes wrong, a prompt is no place to say so: then there is no line.
"""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta

from keseimbangan.store import compiled

NAME = "keseimbangan"
LONGEST_TITLE = 40
_DANGLING_AFTER, _GRACE, _GAP = 90, 600, 60
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SIMPLE = {"FREQ", "INTERVAL", "BYDAY", "UNTIL"}


def main() -> None:
    """Print the line, if there is one. Always ends well."""
    try:
        text = line(store_path(), _now())
        if text:
            sys.stdout.buffer.write(f"{text}\n".encode())
            sys.stdout.flush()
    except Exception:
        # Without a reader the interpreter would complain once more at its end.
        os._exit(0)


def line(path: str | os.PathLike[str], now: datetime, point: str = ".") -> str:
    """`● 17m Susun laporan`, `‖ 17m …`, `○ 3m`, `■ Rapat → 10.00`, or nothing.

    `point` stands between hours and minutes. A session left behind is `? Susun laporan`.
    """
    try:
        with closing(_opened(os.fspath(path))) as db:
            return _focus(db, now) or _rest(db, now) or _block(db, now, point)
    except Exception:
        return ""


def store_path() -> str:
    """Where the program keeps its store, as `platformdirs` would say it, without importing that."""
    home = os.environ.get("KESEIMBANGAN_HOME")
    directory = os.path.expanduser(home) if home else os.path.join(_data_directory(), NAME)
    return os.path.join(os.getcwd(), directory, "keseimbangan.db")


def _data_directory() -> str:
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA") or os.path.expanduser(r"~\AppData\Local")
    if os.path.isabs(named := os.environ.get("XDG_DATA_HOME", "")):
        return named
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Application Support")
    return os.path.expanduser("~/.local/share")


def _now() -> datetime:
    fixed = os.environ.get("KESEIMBANGAN_SEKARANG")
    return datetime.fromisoformat(fixed).astimezone(UTC) if fixed else datetime.now(UTC)


def _opened(path: str) -> sqlite3.Connection:
    name = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23").replace(os.sep, "/")
    # A drive letter needs a slash of its own; a Windows share two, or it would be a URI's server.
    root = "//" if name.startswith("//") else "" if name.startswith("/") else "/"
    # Where no other command has the store open, reading it as a fixed file leaves no trace beside
    # it. A command that begins in these milliseconds could at worst spoil one prompt.
    fixed = "" if os.path.exists(f"{path}-wal") else "&immutable=1"
    db = sqlite3.connect(f"file:{root}{name}?mode=ro{fixed}", uri=True, timeout=0.1)
    db.row_factory = sqlite3.Row
    return db


def _focus(db: sqlite3.Connection, now: datetime) -> str:
    rows = db.execute(compiled.LIVE_FOCUS_SESSIONS).fetchall()
    if not rows:
        return ""
    row = rows[-1]
    title = _title_of(db, row["task_id"])
    if is_dangling(row, now):
        return f"? {title}".rstrip()
    sign = "‖" if row["paused_at"] else "●"
    return f"{sign} {_minutes(seconds_left(row, now))} {title}".rstrip()


def seconds_left(row: sqlite3.Row, now: datetime) -> int:
    """Planned seconds of a running session that are not yet counted."""
    left = int(row["planned_minutes"]) * 60 - int(row["focused_seconds"])
    if row["background"] and not row["paused_at"]:
        left -= max(0, int((now - _seen(row)).total_seconds()))
    return max(0, left)


def is_dangling(row: sqlite3.Row, now: datetime) -> bool:
    """Whether a running session was left behind."""
    unseen = (now - _seen(row)).total_seconds()
    if unseen < -_DANGLING_AFTER:
        return True
    if not row["background"]:
        return unseen > _DANGLING_AFTER
    left = int(row["planned_minutes"]) * 60 - int(row["focused_seconds"])
    return not row["paused_at"] and unseen > left + _GRACE


def _rest(db: sqlite3.Connection, now: datetime) -> str:
    row = db.execute(compiled.BREAKING_FOCUS_SESSION).fetchone()
    left = break_seconds_left(row, now) if row else 0
    return f"○ {_minutes(left)}" if left else ""


def break_seconds_left(row: sqlite3.Row, now: datetime) -> int:
    """Seconds left of a break."""
    reached = row["focused_seconds"] >= row["planned_minutes"] * 60
    long = row["round"] == row["rounds"] > 1 and reached
    minutes = int(row["long_break_minutes"] if long else row["break_minutes"])
    gone = int((now - _instant(row["break_started_at"])).total_seconds())
    return 0 if gone < -_GAP else max(0, minutes * 60 - max(0, gone))


# A block that runs: when it began, when it ends, its row.
Running = tuple[datetime, datetime, sqlite3.Row]


def _block(db: sqlite3.Connection, now: datetime, point: str) -> str:
    running = [*_single(db, now), *_occurrences(db, now)]
    planned = [found for found in running if found[2]["status"] == "planned"]
    if not planned:
        return ""
    _start, end, row = max(planned, key=lambda found: found[0])
    return f"■ {_shown(row['title'])} → {_wall(end, row['zone']):%H{point}%M}"


def _single(db: sqlite3.Connection, now: datetime) -> Iterator[Running]:
    span = {
        "earliest": _text(now - timedelta(days=1)),
        "start": _text(now),
        "end": _text(now + timedelta(seconds=1)),
    }
    for row in db.execute(compiled.BLOCKS_BETWEEN, span):
        yield _instant(row["starts_at"]), _instant(row["ends_at"]), row


def _occurrences(db: sqlite3.Connection, now: datetime) -> Iterator[Running]:
    """The untouched occurrences of recurring blocks."""
    since = (now - timedelta(days=2)).date().isoformat()
    for row in db.execute(compiled.SERIES_BETWEEN, {"first_day": since}):
        wall = _wall(now, row["zone"])
        begin = _wall(_instant(row["starts_at"]), row["zone"])
        length = _wall(_instant(row["ends_at"]), row["zone"]) - begin
        for day in (wall.date(), wall.date() - timedelta(days=1)):
            start = datetime.combine(day, begin.time())
            if not start <= wall < start + length or not occurs(row["rule"], begin, start):
                continue
            if not _taken(db, row["id"], start):
                yield now - (wall - start), now + (start + length - wall), row


def occurs(rule: str, begin: datetime, start: datetime) -> bool:
    """Whether a series that began on the wall clock at `begin` has an occurrence at `start`."""
    parts = dict(part.split("=") for part in rule.split(";"))
    until = parts.get("UNTIL", "99991231T235959")
    if start < begin or f"{start:%Y%m%dT%H%M%S}" > until:
        return False
    interval = int(parts.get("INTERVAL", "1"))
    if parts.keys() <= _SIMPLE and parts["FREQ"] in ("DAILY", "WEEKLY"):
        return _occurs_simply(parts, interval, begin.date(), start.date())
    # Monthly and rarer ones are worth the import; they are few, and their hour has come.
    from dateutil.rrule import rrulestr

    bounded = ";".join(f"{k}={v}" for k, v in parts.items() if k != "UNTIL")
    last = f"{start:%Y%m%dT%H%M%S}"
    return start in list(rrulestr(f"{bounded};UNTIL={last}", dtstart=begin))[-1:]


def _occurs_simply(parts: dict[str, str], interval: int, begin: date, day: date) -> bool:
    days = parts.get("BYDAY", "").split(",") if "BYDAY" in parts else None
    if parts["FREQ"] == "DAILY":
        fits = days is None or _DAYS[day.weekday()] in days
        return fits and (day - begin).days % interval == 0
    monday, first = day - timedelta(day.weekday()), begin - timedelta(begin.weekday())
    fits = _DAYS[day.weekday()] in (days or [_DAYS[begin.weekday()]])
    return fits and (monday - first).days // 7 % interval == 0


def _taken(db: sqlite3.Connection, series: int, start: datetime) -> bool:
    """Whether an occurrence was changed or taken out."""
    values = {
        "series": f"[{series}]",
        "start": f"{start:%Y-%m-%dT%H:%M}",
        "end": f"{start + timedelta(minutes=1):%Y-%m-%dT%H:%M}",
    }
    return db.execute(compiled.RECURRENCE_IDS_TAKEN, values).fetchone() is not None


def _title_of(db: sqlite3.Connection, task: int | None) -> str:
    if task is None:
        return ""
    row = db.execute(compiled.TASK_TITLES_AMONG, {"numbers": f"[{task}]"}).fetchone()
    return _shown(row["title"]) if row else ""


def _shown(title: str) -> str:
    """What could steer a terminal is left out; the rest is cut to a prompt's length."""
    plain = "".join(character for character in title if character.isprintable())
    return plain if len(plain) <= LONGEST_TITLE else plain[: LONGEST_TITLE - 1].rstrip() + "…"


def _minutes(seconds: int) -> str:
    return f"{-(-seconds // 60)}m"


def _seen(row: sqlite3.Row) -> datetime:
    return _instant(row["seen_at"] or row["started_at"])


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _text(instant: datetime) -> str:
    return f"{instant:%Y-%m-%dT%H:%M:%SZ}"


def _wall(instant: datetime, zone: str) -> datetime:
    from zoneinfo import ZoneInfo

    return instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


if __name__ == "__main__":
    main()
