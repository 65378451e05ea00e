"""What a process does, counted: the same on a busy machine and on a quiet one."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

SYNCS = ("fsync", "fdatasync")
CACHEGRIND = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")


class Counts(NamedTuple):
    """Instructions, calls of the system, and those that wait for the disk; None where unknown."""

    instructions: int | None
    calls: int | None
    syncs: int | None


def missing() -> list[str]:
    """The tools of which something would be known and that are not here."""
    return [tool for tool in ("valgrind", "strace") if shutil.which(tool) is None]


def count(command: Sequence[str | Path], environment: Mapping[str, str]) -> Counts:
    """Run a command once under each of the tools that are here."""
    # The order in which sets are walked would change a figure from run to run.
    steady = {**environment, "PYTHONHASHSEED": "0"}
    instructions = calls = syncs = None
    with tempfile.TemporaryDirectory() as place:
        report = Path(place) / "report"
        if shutil.which("valgrind"):
            _run([*CACHEGRIND, f"--log-file={report}", *command], steady)
            instructions = instructions_in(report.read_text(encoding="utf-8"))
        if shutil.which("strace"):
            _run(["strace", "-f", "-c", "-o", report, *command], steady)
            calls, syncs = calls_in(report.read_text(encoding="utf-8"))
    return Counts(instructions, calls, syncs)


def instructions_in(report: str) -> int | None:
    """The instructions of a report of cachegrind."""
    found = re.search(r"I\s+refs:\s+([\d,]+)", report)
    return int(found[1].replace(",", "")) if found else None


def calls_in(report: str) -> tuple[int, int]:
    """All calls of a summary of strace, and those that wait for the disk."""
    lines = [line.split() for line in report.splitlines()]
    calls = {words[-1]: int(words[3]) for words in lines if words and words[0][0].isdigit()}
    calls.pop("total", None)
    return sum(calls.values()), sum(calls.get(name, 0) for name in SYNCS)


def _run(command: Sequence[str | Path], environment: Mapping[str, str]) -> None:
    subprocess.run(command, env=environment, capture_output=True, check=True)
