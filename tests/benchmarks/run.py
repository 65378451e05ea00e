"""Measure the program against the floor: `python -m tests.benchmarks.run [--pairs 15] [WORD …]`.

`--write FILE` puts the table into that page, between `<!-- everyday -->` and `<!-- /everyday -->`.
Makes a clean virtual environment with the package installed, or takes the interpreter of one by
`--python`; makes the store of ten years; then runs each command and the floor in turn. The ratio
is the median of the ratios of neighbours, so that a machine that slows down slows both. That of
instructions, counted by valgrind where it is here, is the same on a busy machine.
"""

import statistics
from collections.abc import Iterable, Iterator

from tests.benchmarks.bench import Bench, Case, Run, machine, parser, prepared, told
from tests.benchmarks.counters import instructions
from tests.marked_page import put

BARE = "`python -c 'import sqlite3'`"


FIRST_OF_DAY = "tugas tambah Pertama-{n}"
CASES = (
    Case("--version"),
    Case("--help"),
    Case("hari"),
    Case("minggu"),
    Case("tugas daftar"),
    Case("tugas tambah Tugas-{n} --tenggat besok --penting", writes=True),
    Case("blok tambah Blok-{n} 06.00-06.30 --hari {day}", writes=True),
    # A step of the change log, written back and kept to be done again.
    Case("urung", writes=True),
    # Without a backup of the day there is one to be made and verified first, of all ten years.
    Case(FIRST_OF_DAY, most=None, most_seconds=1.5, writes=True, afresh=True),
    Case("fokus status"),
    Case("laporan 2026-10", most=1.6),
    Case("rencana --minggu", most=1.6),
    # Nothing stands in that week, and 150 open tasks wait for a place in it.
    Case("rencana 2027-06-14 --minggu", most=1.6),
    Case(
        "kalender ekspor --dari 2026-01-01 --sampai 2026-12-31 -o {out}",
        most=None,
        most_seconds=1.5,
        most_mib=80,
        writes=True,
        afresh=True,
    ),
    Case("", most=2.5, program="imbang-prompt"),
)


def measure(bench: Bench, case: Case, pairs: int) -> str:
    """One row of the table."""
    name = f"`{case.program} {case.words}".rstrip() + "`"
    if not bench.python.with_name(case.program + bench.python.suffix).exists():
        return f"| {name} | not there | | | | | |"
    if case.writes:
        bench.renew()
    floor = bench.floor(case.program)
    bench.run(floor)
    warm = bench.run(bench.call(case))
    if warm.code:
        return f"| {name} | missing: exit {warm.code} | | | | | |"
    ours: list[Run] = []
    floors: list[Run] = []
    for number in range(pairs):
        steps = [
            lambda: ours.append(bench.run(bench.call(case))),
            lambda: floors.append(bench.run(floor)),
        ]
        for step in steps if number % 2 else reversed(steps):
            step()
    return _row(name, case, ours, floors, _counted(bench, case))


def _counted(bench: Bench, case: Case) -> str:
    """The instructions as a part of the floor's, where they can be counted."""
    ours, floor = (
        instructions(words, bench.environment(home))
        for words, home in (bench.call(case), bench.floor(case.program))
    )
    return f"{ours / floor:.2f}" if ours and floor else "–"


def _row(name: str, case: Case, ours: list[Run], floors: list[Run], counted: str) -> str:
    seconds = statistics.median(run.seconds for run in ours)
    floor = statistics.median(run.seconds for run in floors)
    ratio = statistics.median(o.seconds / f.seconds for o, f in zip(ours, floors, strict=True))
    mib = max(run.mib for run in ours)
    bounds = [
        (case.most, ratio, "× floor"),
        (case.most_seconds, seconds, " s"),
        (case.most_mib, mib, " MiB"),
    ]
    wanted = ", ".join(f"≤ {most:g}{unit}" for most, _got, unit in bounds if most)
    kept = all(got <= most for most, got, _unit in bounds if most)
    figures = f"{seconds * 1000:.0f} | {floor * 1000:.0f} | {ratio:.2f} | {counted} | {mib:.0f}"
    return f"| {name} | {figures} | {wanted} {'✓' if kept else '✗'} |"


def _table(bench: Bench, cases: Iterable[Case], pairs: int) -> Iterator[str]:
    yield (
        f"{machine()}, {pairs} pairs. "
        f"`imbang-prompt` is measured against {BARE}, the rest against `floor.py`.\n"
    )
    yield "| command | median ms | floor ms | ratio | instructions | peak MiB | wanted |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | --- |"
    for case in cases:
        yield measure(bench, case, pairs)


def main() -> None:
    """Print the table."""
    given = parser("Measure the program against the floor.", 15).parse_args()
    cases = [case for case in CASES if case.words.startswith(tuple(given.words) or "")]
    with prepared(given.python) as bench:
        table = told(_table(bench, cases, given.pairs))
    if given.write:
        put(given.write, "everyday", table)


if __name__ == "__main__":
    main()
