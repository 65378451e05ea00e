"""What a process does, counted: the same on a busy machine and on a quiet one."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

Command = Sequence[str | Path]

SYNCS = ("fsync", "fdatasync")
CACHEGRIND = ("--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")


def missing() -> list[str]:
    """The tools that are not here."""
    return [tool for tool in ("valgrind", "strace") if shutil.which(tool) is None]


def instructions(command: Command, environment: Mapping[str, str]) -> int | None:
    """The instructions of a process, counted by valgrind; None without it."""
    # The order in which sets are walked would change the figure from run to run.
    steady = {**environment, "PYTHONHASHSEED": "0"}
    report = _report("valgrind", [*CACHEGRIND, "--log-file={}"], command, steady)
    return None if report is None else instructions_in(report)


def calls(command: Command, environment: Mapping[str, str]) -> tuple[int, int] | None:
    """The calls of the system, and those that wait for the disk, by strace; None without it."""
    report = _report("strace", ["-f", "-c", "-o", "{}"], command, environment)
    return None if report is None else calls_in(report)


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


def _report(
    tool: str, options: Sequence[str], command: Command, environment: Mapping[str, str]
) -> str | None:
    """What a tool writes about a command that it runs."""
    if shutil.which(tool) is None:
        return None
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "report"
        said = [option.format(file) for option in options]
        subprocess.run([tool, *said, *command], env=environment, capture_output=True, check=True)
        return file.read_text(encoding="utf-8")
