"""Looking through the store for what no command would have written.

SQLModel is imported here: which columns hold instants, days and zones stands in the tables alone.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from keseimbangan.domain.checkup import Finding, FindingKind, Stretch, overlapping
from keseimbangan.domain.focus import is_dangling
from keseimbangan.domain.leave import in_the_way
from keseimbangan.domain.period import Period
from keseimbangan.domain.timeline import takes_time
from keseimbangan.store import tables
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database
from keseimbangan.store.focus import Focus
from keseimbangan.store.leaves import Leaves
from keseimbangan.store.nonsense import nonsense
from keseimbangan.store.overtimes import Overtimes
from keseimbangan.store.soundness import open_file, schema_differences
from keseimbangan.store.spans import spans

# How far ahead blocks on top of each other are looked for.
AHEAD = timedelta(weeks=4)


def of_the_schema(path: Path) -> list[Finding]:
    """Whether the schema is another than this program's."""
    with closing(open_file(path)) as connection:
        differences = schema_differences(connection)
    if not differences:
        return []
    return [Finding(FindingKind.SCHEMA_DIFFERS, detail=", ".join(differences))]


def examine(db: Database, now: datetime) -> list[Finding]:
    """Everything that is found in the rows, what lies deepest first."""
    found = [*_strays(db), *_unreadable(db), *_spans(db)]
    # What cannot be read cannot be understood: first the one, then the other.
    unreadable = {finding.table for finding in found if finding.kind in _HINDRANCES}
    for table, look in _MEANINGS:
        if table not in unreadable:
            found += look(db, now)
    return found


_HINDRANCES = (
    *(FindingKind.UNREADABLE_TIME, FindingKind.UNKNOWN_ZONE, FindingKind.ENDS_BEFORE_START),
    *(FindingKind.UNREADABLE_RULE, FindingKind.UNREADABLE_VALUE, FindingKind.TOO_LONG),
)
# What is wrong with a column is a time, unless it says otherwise here.
_KINDS = {
    "zone": FindingKind.UNKNOWN_ZONE,
    "rule": FindingKind.UNREADABLE_RULE,
    "akhlak": FindingKind.UNREADABLE_VALUE,
}


def _strays(db: Database) -> Iterator[Finding]:
    strays = defaultdict(set)
    for row in db.all("PRAGMA foreign_key_check"):
        strays[row["table"]].add(row["rowid"])
    for table, numbers in sorted(strays.items()):
        yield Finding(FindingKind.STRAY_ROWS, table, tuple(sorted(numbers)))


def _unreadable(db: Database) -> Iterator[Finding]:
    found: dict[tuple[str, FindingKind], set[int]] = defaultdict(set)
    for each in nonsense(db):
        found[each.table, _KINDS.get(each.column, FindingKind.UNREADABLE_TIME)] |= {*each.numbers}
    for (table, kind), numbers in found.items():
        yield Finding(kind, table, tuple(sorted(numbers)))


def _spans(db: Database) -> Iterator[Finding]:
    for table in tables.Row.metadata.sorted_tables:
        for span in spans(table.name, table.columns.keys()):
            sql = f'SELECT id FROM "{table.name}" WHERE {{}} ORDER BY id'
            if numbers := _numbers(db, sql.format(span.backwards_sql)):
                yield Finding(FindingKind.ENDS_BEFORE_START, table.name, numbers)
            if span.longest and (numbers := _numbers(db, sql.format(span.too_long_sql))):
                yield Finding(FindingKind.TOO_LONG, table.name, numbers)


def _occurrences(db: Database, _now: datetime) -> Iterator[Finding]:
    for table in ("blocks", "exclusions"):
        sql = f"""SELECT one.id FROM {table} AS one JOIN blocks AS series
            ON series.id = one.series_id WHERE series.rule IS NULL ORDER BY one.id"""
        if numbers := _numbers(db, sql):
            yield Finding(FindingKind.STRAY_OCCURRENCE, table, numbers)
        # Not by the index that forbids them: it is what may be broken.
        sql = f"""SELECT max(id) FROM {table} WHERE series_id NOTNULL
            GROUP BY +series_id, +recurrence_id HAVING count(*) > 1 ORDER BY 1"""
        if numbers := _numbers(db, sql):
            yield Finding(FindingKind.DOUBLE_OCCURRENCE, table, numbers)


def _stacked(db: Database, now: datetime) -> Iterator[Finding]:
    ahead = Blocks(db).during(Period(now, now + AHEAD))
    found = overlapping([Stretch(b.number or 0, b.period) for b in ahead if takes_time(b)])
    if found:
        numbers = tuple(sorted({each.number for each in found}))
        day = next(b.day for b in ahead if b.period == found[0].period)
        yield Finding(FindingKind.STACKED_BLOCKS, "blocks", numbers, detail=day.isoformat())


def _overtimes(db: Database, _now: datetime) -> Iterator[Finding]:
    always = Period(datetime(1900, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC))
    every = Overtimes(db).starting(always)
    if found := overlapping([Stretch(each.number or 0, each.period) for each in every]):
        yield Finding(FindingKind.OVERLAP, "overtimes", tuple(each.number for each in found))


def _leaves(db: Database, _now: datetime) -> Iterator[Finding]:
    every = Leaves(db).all()
    found = [
        leave.number or 0 for place, leave in enumerate(every) if in_the_way(leave, every[:place])
    ]
    if found:
        yield Finding(FindingKind.OVERLAP, "leaves", tuple(found))


def _sessions(db: Database, now: datetime) -> Iterator[Finding]:
    session = Focus(db).running()
    if session and is_dangling(session, now):
        yield Finding(FindingKind.DANGLING_SESSION, "focus_sessions", (session.number or 0,))


def _numbers(db: Database, sql: str) -> tuple[int, ...]:
    return tuple(row[0] for row in db.all(sql))


_MEANINGS: tuple[tuple[str, Callable[[Database, datetime], Iterator[Finding]]], ...] = (
    ("blocks", _stacked),
    ("exclusions", _occurrences),
    ("overtimes", _overtimes),
    ("leaves", _leaves),
    ("focus_sessions", _sessions),
)
