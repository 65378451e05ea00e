"""The long run, with its figures as Markdown: `python -m tests.faults.run [--only kills …]`.

`--write FILE` puts each table between its marks in that page, `<!-- kills -->`, `<!-- /kills -->`.
"""

import argparse
import os
import platform
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.faults import (
    clock,
    concurrency,
    full_disk,
    hostile,
    kills,
    migrations,
    modes,
    mutations,
)
from tests.faults.figures import Figures
from tests.faults.homes import surroundings
from tests.marked_page import put

# What stands there already, or says nothing of the figures.
_NOT_TOLD = ("only", "seed", "write")

Numbers = argparse.Namespace


class Part(NamedTuple):
    """One kind of fault: its name, its title, how it is run."""

    name: str
    title: str
    run: Callable[[Figures, Path, Numbers], object]
    # How long one waits for others is a matter of the disk; all else does not wait for one.
    on_disk: bool = False


def _kills(figures: Figures, root: Path, wanted: Numbers) -> None:
    kills.run(figures, root, wanted.kills, wanted.seed)


def _concurrency(figures: Figures, root: Path, wanted: Numbers) -> None:
    concurrency.run(figures, root, wanted.processes, wanted.writes)
    concurrency.run_installed(figures, root, wanted.processes, max(2, wanted.writes // 20))


def _full_disk(figures: Figures, root: Path, wanted: Numbers) -> None:
    full_disk.injected(figures, root / "injected", wanted.operations, wanted.seed)
    full_disk.page_limit(figures, root / "pages", wanted.operations, wanted.seed)
    if not full_disk.small_disk(figures, root / "disk", wanted.operations, wanted.seed):
        figures.remarks.append("No small disk could be mounted here: that part was left out.")


def _mutations(figures: Figures, root: Path, wanted: Numbers) -> None:
    mutations.run(figures, root, wanted.stores, wanted.seed)


def _migrations(figures: Figures, root: Path, wanted: Numbers) -> None:
    migrations.run(figures, root, wanted.examples, wanted.kills, wanted.seed)


def _clock(figures: Figures, root: Path, wanted: Numbers) -> None:
    clock.run(figures, root, wanted.walks, wanted.seed)


def _hostile(figures: Figures, root: Path, wanted: Numbers) -> None:
    hostile.run(figures, root, wanted.texts, wanted.seed, wanted.workers)


def _modes(figures: Figures, root: Path, _wanted: Numbers) -> None:
    modes.run(figures, root)


PARTS = (
    Part("kills", "Killed", _kills),
    Part("concurrency", "At once", _concurrency, on_disk=True),
    Part("disk", "Full disk", _full_disk),
    Part("damage", "Damaged stores", _mutations),
    Part("migrations", "Earlier schemas", _migrations),
    Part("clock", "Clocks", _clock),
    Part("text", "Hostile text", _hostile),
    Part("modes", "Who may read it", _modes),
)


def main(arguments: list[str] | None = None) -> int:
    """Run the parts that are wanted; 1 where anything was not as it should be."""
    wanted = _parser().parse_args(arguments)
    failed = False
    for part in PARTS:
        if not wanted.only or part.name in wanted.only:
            figures, seconds = run(part, wanted)
            table = f"{figures.table()}\n\n{_circumstances(part, wanted, seconds)}"
            sys.stdout.write(f"## {part.title}\n\n{table}\n\n")
            sys.stdout.flush()
            for failure in list(dict.fromkeys(figures.failures))[:40]:
                sys.stderr.write(f"{failure[:400]}\n")
            failed = failed or bool(figures.failures)
            if wanted.write:
                put(wanted.write, part.name, table)
    return int(failed)


def run(part: Part, wanted: Numbers) -> tuple[Figures, float]:
    """One part in a folder of its own, and how long it took."""
    figures = Figures(part.title)
    began = time.monotonic()
    memory = Path("/dev/shm")
    folder = memory if memory.is_dir() and not part.on_disk else None
    with tempfile.TemporaryDirectory(prefix="imbang-faults-", dir=folder) as name:
        root = Path(name)
        with surroundings(root):
            part.run(figures, root, wanted)
    return figures, time.monotonic() - began


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.run")
    parser.add_argument("--only", nargs="+", choices=[part.name for part in PARTS])
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--processes", type=int, default=8)
    parser.add_argument("--writes", type=int, default=200)
    parser.add_argument("--operations", type=int, help="so many of a command's; else all")
    parser.add_argument("--stores", type=int, default=200)
    parser.add_argument("--examples", type=int, default=200)
    parser.add_argument("--walks", type=int, default=100)
    parser.add_argument("--texts", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="for the texts")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--write", type=Path, metavar="FILE", help="put the tables into this page")
    return parser


def _circumstances(part: Part, wanted: Numbers, seconds: float) -> str:
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    versions = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    usual = vars(_parser().parse_args([]))
    chosen = {name: value for name, value in vars(wanted).items() if value != usual[name]}
    words = [f"--{name} {value}" for name, value in chosen.items() if name not in _NOT_TOLD]
    call = " ".join([f"--only {part.name}", f"--seed {wanted.seed}", *words])
    return f"`{call}`, {seconds:.0f} s; {machine}, {versions}."


if __name__ == "__main__":
    sys.exit(main())
