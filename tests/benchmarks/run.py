"""Measure the program against the floor: `python -m tests.benchmarks.run [--pairs 15] [WORD …]`.

Makes a clean virtual environment with the package installed, or takes the interpreter of one by
`--python`; makes the store of ten years; then runs each command and the floor in turn. The ratio
is the median of the ratios of neighbours, so that a machine that slows down slows both.
"""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
FLOOR = Path(__file__).with_name("floor.py")
STORE = "keseimbangan.db"
NOW = "2026-11-23T09:10:00+07:00"
BARE = "`python -c 'import sqlite3'`"


@dataclass(frozen=True)
class Case:
    """A command, and the most it may cost: times the floor, or seconds and MiB.

    `{n}` and `{day}` differ from run to run, `{out}` is a file that is not there yet. `writes`
    gives it a store of its own, `afresh` one before every run.
    """

    words: str
    most: float | None = 1.25
    most_seconds: float | None = None
    most_mib: float | None = None
    writes: bool = False
    afresh: bool = False
    program: str = "imbang"


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


@dataclass(frozen=True)
class Run:
    """One process: seconds on the wall, MiB at the peak, exit code."""

    seconds: float
    mib: float
    code: int


class Bench:
    """The interpreter under measurement, the ten-year store, and a place for copies of it."""

    def __init__(self, python: Path, place: Path) -> None:
        self.python, self.place = python, place
        self.home = place / "ten-years"
        self.copy = place / "copy"
        (place / "person").mkdir()
        self._count = 0

    def prepare(self) -> None:
        """Make the store, by the package that is measured."""
        for home in (self.home, self.copy):
            home.mkdir()
        command = [self.python, "-m", "tests.benchmarks.generate", self.home / STORE]
        subprocess.run(command, cwd=CHECKOUT, check=True, env=self._environment(self.home))

    def floor(self, program: str) -> Run:
        """One run of what a command is measured against."""
        if program == "imbang-prompt":
            return self._run([self.python, "-c", "import sqlite3"], self.home)
        return self._run([self.python, FLOOR, "list", self.home / STORE], self.home)

    def command(self, case: Case) -> Run:
        """One run of a command."""
        if case.afresh:
            self.renew()
        self._count += 1
        day = date(2027, 1, 4) + timedelta(days=self._count)
        out = self.place / f"out-{self._count}.ics"
        words = [word.format(n=self._count, day=day, out=out) for word in case.words.split()]
        script = self.python.with_name(case.program + self.python.suffix)
        home = self.copy if case.writes else self.home
        # By the interpreter itself: a launcher would be measured too.
        launched = [script] if self.python.suffix else [self.python, script]
        return self._run([*launched, *words], home)

    def renew(self) -> None:
        """A fresh copy of the store, on disk before the clock runs."""
        shutil.rmtree(self.copy)
        self.copy.mkdir()
        shutil.copyfile(self.home / STORE, self.copy / STORE)
        if hasattr(os, "sync"):
            os.sync()

    def _run(self, command: Sequence[str | Path], home: Path) -> Run:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=self._environment(home),
            cwd=self.place,
        )
        if sys.platform == "win32":
            code, peak = process.wait(), 0.0
        else:
            _pid, status, usage = os.wait4(process.pid, 0)
            process.returncode = code = os.waitstatus_to_exitcode(status)
            # Kilobytes, on macOS bytes.
            peak = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
        return Run(time.perf_counter() - begun, peak, code)

    def _environment(self, home: Path) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "KESEIMB"))}
        own = {"HOME": str(self.place / "person"), "KESEIMBANGAN_HOME": str(home)}
        return kept | own | {"KESEIMBANGAN_SEKARANG": NOW, "COLUMNS": "100", "LANG": "C.UTF-8"}


def measure(bench: Bench, case: Case, pairs: int) -> str:
    """One row of the table."""
    name = f"`{case.program} {case.words}".rstrip() + "`"
    if not bench.python.with_name(case.program + bench.python.suffix).exists():
        return f"| {name} | not there | | | | |"
    if case.writes:
        bench.renew()
    warm = bench.command(case)
    bench.floor(case.program)
    if warm.code:
        return f"| {name} | missing: exit {warm.code} | | | | |"
    ours: list[Run] = []
    floors: list[Run] = []
    for number in range(pairs):
        steps = [
            lambda: ours.append(bench.command(case)),
            lambda: floors.append(bench.floor(case.program)),
        ]
        for step in steps if number % 2 else reversed(steps):
            step()
    return _row(name, case, ours, floors)


def _row(name: str, case: Case, ours: list[Run], floors: list[Run]) -> str:
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
    figures = f"{seconds * 1000:.0f} | {floor * 1000:.0f} | {ratio:.2f} | {mib:.0f}"
    return f"| {name} | {figures} | {wanted} {'✓' if kept else '✗'} |"


def clean_environment(place: Path) -> Path:
    """A virtual environment with the package installed as a user installs it; its interpreter."""
    subprocess.run([sys.executable, "-m", "venv", place / "venv"], check=True)
    windows = sys.platform == "win32"
    python = place / "venv" / ("Scripts/python.exe" if windows else "bin/python")
    constraints = ["-c", CHECKOUT / "constraints.txt"]
    install = [python, "-m", "pip", "install", "-q", *constraints, CHECKOUT]
    subprocess.run(install, check=True)
    return python


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Measure the program against the floor.")
    parser.add_argument("--python", type=Path, help="interpreter of an environment with it")
    parser.add_argument("--pairs", type=int, default=15)
    parser.add_argument("words", nargs="*", help="only commands that begin with one of these")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        bench = Bench((given.python or clean_environment(place)).absolute(), place)
        bench.prepare()
        write = sys.stdout.write
        write(
            f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
            f"Python {platform.python_version()}, {given.pairs} pairs. "
            f"`imbang-prompt` is measured against {BARE}, the rest against `floor.py`.\n\n"
            "| command | median ms | floor ms | ratio | peak MiB | wanted |\n"
            "| --- | ---: | ---: | ---: | ---: | --- |\n"
        )
        for case in CASES:
            if not given.words or case.words.startswith(tuple(given.words)):
                write(measure(bench, case, given.pairs) + "\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
