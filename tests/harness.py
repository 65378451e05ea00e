"""What the tests stand on: the program in a process of its own, in a terminal, and its results.

Fixtures of the same names in `conftest.py` hand these out with a home of the test's own. The
program in this very process is in `in_process.py`.
"""

import hashlib
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import keseimbangan

NOW = "2026-11-23T07:30:00+07:00"
SOURCE = Path(keseimbangan.__file__).parent
GOLDEN = Path(__file__).parent / "golden"
PROGRAM = (sys.executable, "-m", "keseimbangan")

# Anything in the caller's environment that would change what the program says.
_FOREIGN = (
    *("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "CLICOLOR", "COLORTERM"),
    *("EDITOR", "VISUAL", "PAGER", "PYTHONSAFEPATH", "LC_ALL", "LANGUAGE"),
)


def heed_signals() -> None:
    """As in a terminal: tests that run in the background hand on that signals are ignored."""
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)


@dataclass(frozen=True)
class Result:
    """What one call of the program came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The document on stdout."""
        return json.loads(self.out)

    @property
    def error(self) -> dict[str, Any]:
        """The error document on stderr, of a call with `--json`."""
        return json.loads(self.err)["error"]

    def ok(self) -> "Result":
        """The same, once it is clear that the call went well."""
        assert self.code == 0, f"exit {self.code}\n{self.out}{self.err}"
        return self


def isolated(home: Path) -> dict[str, str]:
    """The caller's environment with every place of the person's inside `home`."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in _FOREIGN and "KESEIMBANGAN" not in name and "_COMPLETE" not in name
    }
    person = home.parent / "person"
    return kept | {
        "HOME": str(person),
        "USERPROFILE": str(person),
        "APPDATA": str(person / "AppData" / "Roaming"),
        "LOCALAPPDATA": str(person / "AppData" / "Local"),
        "XDG_DATA_HOME": str(person / "data"),
        "XDG_CONFIG_HOME": str(person / "config"),
        "XDG_STATE_HOME": str(person / "state"),
        "XDG_CACHE_HOME": str(person / "cache"),
        "KESEIMBANGAN_HOME": str(home),
        "KESEIMBANGAN_SEKARANG": NOW,
        # A subprocess runs elsewhere: the checkout stays on its path.
        "PYTHONPATH": str(SOURCE.parent),
        # Nobody is to be asked for the passphrase of a real one.
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        "LANG": "C.UTF-8",
        "TZ": "Asia/Jakarta",
        "TERM": "xterm-256color",
        "COLUMNS": "80",
        "LINES": "24",
    }


def settled(
    now: str | None, lang: str | None, columns: int | None, env: Mapping[str, str] | None
) -> dict[str, str]:
    """What the keywords of a call say, as environment variables."""
    chosen = {
        "KESEIMBANGAN_SEKARANG": now,
        "KESEIMBANGAN_BAHASA": lang,
        "COLUMNS": None if columns is None else str(columns),
    }
    return {name: value for name, value in chosen.items() if value is not None} | dict(env or {})


class Installed:
    """The real program in a process of its own, with the keywords of `Imbang`."""

    def __init__(self, home: Path, cwd: Path) -> None:
        self.home, self.cwd = home, cwd

    def __call__(
        self,
        *arguments: str | int | Path,
        now: str | None = None,
        lang: str | None = None,
        stdin: str | None = None,
        columns: int | None = None,
        env: Mapping[str, str] | None = None,
        timeout: float = 60,
    ) -> Result:
        done = subprocess.run(
            [*PROGRAM, *(str(argument) for argument in arguments)],
            input=(stdin or "").encode(),
            capture_output=True,
            env=dict(os.environ) | settled(now, lang, columns, env),
            cwd=self.cwd,
            timeout=timeout,
            check=False,
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    def shell(self, line: str, env: Mapping[str, str] | None = None) -> Result:
        """A line of bash in which `imbang` is the program; pipes fail as their parts do."""
        script = f'set -o pipefail\nimbang() {{ "{sys.executable}" -m keseimbangan "$@"; }}\n{line}'
        done = subprocess.run(
            ["bash", "-c", script],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=dict(os.environ) | dict(env or {}),
            cwd=self.cwd,
            timeout=60,
            check=False,
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


class Terminals:
    """The program in a pseudo-terminal: `terminal("tugas", "triase") -> pexpect.spawn`.

    What it prints arrives in `child.before` and `child.after`; all that came, in `child.log`.
    """

    def __init__(self, cwd: Path) -> None:
        self.cwd = cwd
        self._spawned: list[Any] = []

    def __call__(
        self,
        *arguments: str | int | Path,
        now: str | None = None,
        lang: str | None = None,
        size: tuple[int, int] = (24, 80),
        env: Mapping[str, str] | None = None,
        timeout: float = 20,
    ) -> Any:
        import pexpect

        given = dict(os.environ) | settled(now, lang, None, env)
        # The terminal itself says how wide it is.
        for name in ("COLUMNS", "LINES"):
            if name not in (env or {}):
                given.pop(name, None)
        child = pexpect.spawn(
            PROGRAM[0],
            [*PROGRAM[1:], *(str(argument) for argument in arguments)],
            env=given,
            cwd=str(self.cwd),
            encoding="utf-8",
            dimensions=size,
            timeout=timeout,
            preexec_fn=heed_signals,
        )
        child.log = child.logfile_read = io.StringIO()
        self._spawned.append(child)
        return child

    def close(self) -> None:
        """End what a test left running."""
        for child in self._spawned:
            child.close(force=True)


def ended(child: Any) -> int:
    """Wait for the end of a program in a terminal; its exit code, 128 + n after signal n."""
    import pexpect

    child.expect(pexpect.EOF)
    child.close()
    return 128 + child.signalstatus if child.signalstatus else int(child.exitstatus)


def fingerprint(home: Path) -> dict[str, str]:
    """Every file below `home` with a digest: equal means that not a byte has changed."""
    return {
        str(path.relative_to(home)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(home.rglob("*"))
        if path.is_file()
    }


def check_golden(name: str, text: str, *, renew: bool) -> None:
    """Compare with `tests/golden/NAME`; `--golden-renew` writes it instead."""
    path = GOLDEN / name
    if renew:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    if not path.exists():
        pytest.fail(f"tests/golden/{name} is not there: run with --golden-renew and read it")
    assert text == path.read_text(encoding="utf-8"), f"tests/golden/{name} differs"
