"""What measurements share: an environment with the program, the store of ten years, single runs."""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
FLOOR = Path(__file__).with_name("floor.py")
STORE = "keseimbangan.db"
NOW = "2026-11-23T09:10:00+07:00"


# The words of a process, and the home upon which it works.
Call = tuple[Sequence[str | Path], Path]


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


@dataclass(frozen=True)
class Run:
    """One process: seconds on the wall and of the processor, MiB at the peak, exit code."""

    seconds: float
    cpu: float
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
        subprocess.run(command, cwd=CHECKOUT, check=True, env=self.environment(self.home))

    def floor(self, program: str = "imbang") -> Call:
        """What a program is measured against, as it is called."""
        if program == "imbang-prompt":
            return [self.python, "-c", "import sqlite3"], self.home
        return [self.python, FLOOR, "list", self.home / STORE], self.home

    def call(self, case: Case) -> Call:
        """A command as it is called next."""
        if case.afresh:
            self.renew()
        self._count += 1
        day = date(2027, 1, 4) + timedelta(days=self._count)
        out = self.place / f"out-{self._count}.ics"
        words = [word.format(n=self._count, day=day, out=out) for word in case.words.split()]
        script = self.python.with_name(case.program + self.python.suffix)
        # By the interpreter itself: a launcher would be measured too.
        launched = [script] if self.python.suffix else [self.python, script]
        return [*launched, *words], self.copy if case.writes else self.home

    def renew(self) -> None:
        """A fresh copy of the store, on disk before the clock runs."""
        shutil.rmtree(self.copy)
        self.copy.mkdir()
        shutil.copyfile(self.home / STORE, self.copy / STORE)
        if hasattr(os, "sync"):
            os.sync()

    def run(self, call: Call) -> Run:
        """One run."""
        command, home = call
        begun = time.perf_counter()
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=self.environment(home),
            cwd=self.place,
        )
        if sys.platform == "win32":
            code, cpu, peak = process.wait(), 0.0, 0.0
        else:
            _pid, status, usage = os.wait4(process.pid, 0)
            process.returncode = code = os.waitstatus_to_exitcode(status)
            cpu = usage.ru_utime + usage.ru_stime
            # Kilobytes, on macOS bytes.
            peak = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
        return Run(time.perf_counter() - begun, cpu, peak, code)

    def environment(self, home: Path) -> dict[str, str]:
        """What a command is told about its surroundings."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "KESEIMB"))}
        own = {"HOME": str(self.place / "person"), "KESEIMBANGAN_HOME": str(home)}
        return kept | own | {"KESEIMBANGAN_SEKARANG": NOW, "COLUMNS": "100", "LANG": "C.UTF-8"}


def clean_environment(place: Path) -> Path:
    """A virtual environment with the package installed as a user installs it; its interpreter."""
    subprocess.run([sys.executable, "-m", "venv", place / "venv"], check=True)
    windows = sys.platform == "win32"
    python = place / "venv" / ("Scripts/python.exe" if windows else "bin/python")
    constraints = ["-c", CHECKOUT / "constraints.txt"]
    install = [python, "-m", "pip", "install", "-q", *constraints, CHECKOUT]
    subprocess.run(install, check=True)
    return python


def machine() -> str:
    """Where it was measured."""
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return f"{system}, Python {platform.python_version()}"


def parser(description: str, pairs: int) -> argparse.ArgumentParser:
    """The options of a measurement."""
    made = argparse.ArgumentParser(description=description)
    made.add_argument("--python", type=Path, help="interpreter of an environment with the program")
    made.add_argument("--pairs", type=int, default=pairs)
    made.add_argument("--write", type=Path, metavar="FILE", help="put the table into this page")
    made.add_argument("words", nargs="*", help="only commands that begin with one of these")
    return made


@contextmanager
def prepared(python: Path | None) -> Iterator[Bench]:
    """A bench with the store of ten years, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        made = Bench((python or clean_environment(place)).absolute(), place)
        made.prepare()
        yield made


def told(lines: Iterable[str]) -> str:
    """The lines as one text, each shown as soon as it is known."""
    text = ""
    for line in lines:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
        text += f"{line}\n"
    return text.rstrip()
