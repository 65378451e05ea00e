"""Fixtures of every test. Nothing a test does can reach the person who runs it."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from keseimbangan import i18n
from tests.harness import Installed, Terminals, check_golden, isolated
from tests.in_process import Imbang

# There is no pseudo-terminal on Windows.
collect_ignore_glob = ["**/*_terminal.py", "**/*_live.py"] if sys.platform == "win32" else []

# A busy machine is slow, not wrong. At home the laws are tried with ever new examples; what must
# hold before a change is kept is tried with the same ones each time.
settings.register_profile("home", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
# `--hypothesis-profile=long`, for a night.
settings.register_profile("long", deadline=None, max_examples=4000)
settings.load_profile("home")

ALLOWED = [Path(tempfile.gettempdir()).resolve()]


def _guard(event: str, arguments: tuple[Any, ...]) -> None:
    if event != "sqlite3.connect" or not isinstance(arguments[0], (str, bytes, os.PathLike)):
        return
    name = os.fsdecode(arguments[0])
    path = Path(name.removeprefix("file:").partition("?")[0]).resolve()
    # Coverage keeps its figures in an SQLite file of its own.
    if name in ("", ":memory:") or path.name.startswith(".coverage"):
        return
    if not any(path.is_relative_to(place) for place in ALLOWED):
        raise AssertionError(f"a test opened a store outside its own directory: {path}")


sys.addaudithook(_guard)


# Where Linux keeps files in memory, and the room that a run of everything may take there.
MEMORY, ROOM = Path("/dev/shm"), 2 * 1024**3


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden-renew", action="store_true", help="rewrite tests/golden")


def pytest_configure(config: pytest.Config) -> None:
    """Stores of tests lie in memory: every write waits for the disk, half of the time of them all.

    `--basetemp` or PYTEST_DEBUG_TEMPROOT put them elsewhere.
    """
    if config.getoption("basetemp") or not os.access(MEMORY, os.W_OK):
        return
    if shutil.disk_usage(MEMORY).free >= ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


@pytest.fixture(autouse=True, scope="session")
def own_places(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Where stores may be opened, before anything asks for one."""
    ALLOWED.append(tmp_path_factory.getbasetemp().resolve())


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of the test's own, a fixed clock, Indonesian."""
    home = tmp_path / "home"
    environment = isolated(home)
    for name in set(os.environ) - set(environment):
        monkeypatch.delenv(name)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    # What others keep in the system's is looked at by what locks and erases.
    temporary = tmp_path / "person" / "temporary"
    temporary.mkdir(parents=True)
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("TMPDIR", str(temporary))
    i18n.activate(i18n.DEFAULT_LANGUAGE)
    yield home
    i18n.activate(i18n.DEFAULT_LANGUAGE)


@pytest.fixture
def cwd(tmp_path: Path) -> Path:
    """Where the person stands when calling the program."""
    path = tmp_path / "here"
    path.mkdir()
    return path


@pytest.fixture
def imbang(own_home: Path, cwd: Path) -> Imbang:
    """The program in process."""
    return Imbang(own_home, cwd)


@pytest.fixture
def installed(own_home: Path, cwd: Path) -> Installed:
    """The program in a process of its own."""
    return Installed(own_home, cwd)


@pytest.fixture
def terminal(cwd: Path) -> Iterator[Terminals]:
    """The program in a pseudo-terminal."""
    terminals = Terminals(cwd)
    yield terminals
    terminals.close()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """`golden("hari.txt", text)` compares with `tests/golden/hari.txt`."""
    renew = request.config.getoption("--golden-renew")
    return lambda name, text: check_golden(name, text, renew=renew)
