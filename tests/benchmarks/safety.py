"""What change log and daily backup cost: `python -m tests.benchmarks.safety [--pairs 41] [WORD …]`.

Each command runs with them, without them, and the floor runs, in turns and in every order. A cost
is the difference between the first two as a part of the floor beside them: the median of all turns,
and between which of them it lies with 95 % certainty. Options as in `tests.benchmarks.run`;
`--write FILE` looks for `<!-- safety -->` and `<!-- /safety -->`.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import cycle, islice, permutations
from math import comb
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.benchmarks.bench import NOW, STORE, Bench, Call, Run, machine, parser, prepared, told
from tests.benchmarks.counters import calls, instructions, missing
from tests.marked_page import put

ARM = Path(__file__).with_name("safety_arm.py")
WITH, WITHOUT, FLOOR = "with", "without", "floor"
MOST = 0.03
FEWEST_PAIRS = 6

# `{n}` and `{day}` differ from run to run. There is no `urung` without a change log.
COMMANDS = (
    "tugas tambah Tugas-{n} --tenggat besok --penting",
    "tugas ubah 19990 --judul Judul-{n}",
    "tugas tunda 19991 {day}",
    "blok tambah Blok-{n} 06.00-06.30 --hari {day}",
    "blok ubah 24990 --judul Judul-{n}",
    "jurnal tulis --tingkat 5 --pemicu tenggat-mepet --catatan Catatan-{n}",
    "hari",
    "minggu",
    "tugas daftar",
    "fokus status",
)


class Middle(NamedTuple):
    """A median, and between what it lies with 95 % certainty."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:+.3f} ({self.low:+.3f} … {self.high:+.3f})"


class Counts(NamedTuple):
    """Instructions, and calls of the system: all, and those that wait for the disk."""

    instructions: int | None
    calls: tuple[int, int] | None


def middle(values: Sequence[float]) -> Middle:
    """The median of at least six values; by the sign test, so noise may be of any kind."""
    ordered, cut, tail = sorted(values), 0, 0.0
    while (tail := tail + comb(len(ordered), cut) / 2 ** len(ordered)) <= 0.025:
        cut += 1
    return Middle(median(ordered), ordered[cut - 1], ordered[-cut])


def verdict(cost: Middle) -> str:
    """Whether the wish is kept; a question where noise leaves it open."""
    if cost.high <= MOST:
        return "✓"
    return "✗" if cost.low > MOST else "?"


def make_homes(bench: Bench) -> None:
    """The store twice: beside a year's backups, and without a trigger of the change log."""
    for arm in (WITH, WITHOUT):
        home = bench.place / arm
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir()
        shutil.copyfile(bench.home / STORE, home / STORE)
    _fill_backups(bench.place / WITH / "cadangan")
    with closing(sqlite3.connect(bench.place / WITHOUT / STORE)) as connection:
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        for (name,) in names.fetchall():
            connection.execute(f"DROP TRIGGER {name}")


def _fill_backups(folder: Path) -> None:
    """Names are all that is looked at: 7 daily, 4 weekly and 12 monthly ones, today's included."""
    folder.mkdir()
    now = datetime.fromisoformat(NOW).astimezone(UTC)
    for back in (*range(7), *range(7, 35, 7), *range(35, 395, 30)):
        stamp = now - timedelta(days=back)
        (folder / f"{stamp:%Y-%m-%dT%H.%M.%SZ}-harian-skema1.db").touch()


def runs(bench: Bench, command: str, pairs: int) -> dict[str, list[Run]]:
    """Each arm and the floor so many times, in every order by turns, warmed up."""
    found: dict[str, list[Run]] = {arm: [] for arm in (WITH, WITHOUT, FLOOR)}
    for number, order in enumerate(islice(cycle(permutations(found)), pairs + 1)):
        for arm in order:
            run = bench.run(_call(bench, arm, command, number))
            if run.code:
                raise SystemExit(f"{command}: exit {run.code}")
            found[arm].append(run)
    return {arm: each[1:] for arm, each in found.items()}


def counts(bench: Bench, command: str, number: int) -> dict[str, Counts]:
    """What each arm and the floor do, counted in two runs more."""
    found = {}
    for arm in (WITH, WITHOUT, FLOOR):
        (first, home), (second, _home) = (
            _call(bench, arm, command, number + more) for more in (0, 1)
        )
        around = bench.environment(home)
        found[arm] = Counts(instructions(first, around), calls(second, around))
    return found


def _call(bench: Bench, arm: str, command: str, number: int) -> Call:
    if arm == FLOOR:
        return bench.floor()
    day = date(2027, 1, 4) + timedelta(days=number)
    words = [word.format(n=number, day=day) for word in command.split()]
    return [bench.python, ARM, arm, *words], bench.place / arm


def cost(found: dict[str, list[Run]], of: Callable[[Run], float]) -> Middle:
    """The nets as a part of the floor, by one figure of each run."""
    turns = zip(*(found[arm] for arm in (WITH, WITHOUT, FLOOR)), strict=True)
    return middle([(of(on) - of(off)) / of(floor) for on, off, floor in turns])


def row(command: str, found: dict[str, list[Run]], counted: dict[str, Counts]) -> str:
    """One row of the table."""
    seconds = cost(found, lambda run: run.seconds)
    cpu = cost(found, lambda run: run.cpu)
    on, off, floor = (counted[arm] for arm in (WITH, WITHOUT, FLOOR))
    share = "–"
    if on.instructions and off.instructions and floor.instructions:
        share = f"{(on.instructions - off.instructions) / floor.instructions:+.3f}"
    asked, waited = ("–", "–")
    if on.calls and off.calls:
        asked, waited = (f"{a} / {b}" for a, b in zip(on.calls, off.calls, strict=True))
    figures = f"{seconds} | {cpu} | {share} | {asked} | {waited}"
    return f"| `imbang {command}` | {figures} | {verdict(seconds)} |"


def _table(bench: Bench, commands: Sequence[str], pairs: int) -> Iterator[str]:
    yield f"{machine()}, {pairs} turns. In parts of the floor; in brackets with 95 % certainty.\n"
    yield f"| command | time | processor | instructions | calls | syncs | ≤ {MOST:g} |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | --- |"
    for command in commands:
        make_homes(bench)
        found = runs(bench, command, pairs)
        yield row(command, found, counts(bench, command, pairs + 1))
    for tool in missing():
        yield f"\n`{tool}` is not here: what it counts was left out."


def main() -> None:
    """Print the table."""
    given = parser("Measure what change log and daily backup cost.", 41).parse_args()
    commands = [each for each in COMMANDS if each.startswith(tuple(given.words) or "")]
    with prepared(given.python) as bench:
        (bench.place / FLOOR).mkdir()
        table = told(_table(bench, commands, max(given.pairs, FEWEST_PAIRS)))
    if given.write:
        put(given.write, "safety", table)


if __name__ == "__main__":
    main()
