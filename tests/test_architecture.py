"""The house stands as `docs/design.md` draws it: who may import what, and what stays unimported.

Layers within the package are import-linter's, in `pyproject.toml`; here is the rest.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.harness import SOURCE, Installed
from tests.in_process import Imbang

HEAVY = (
    *("sqlmodel", "sqlalchemy", "pydantic", "alembic", "ics", "icalendar", "babel", "jinja2"),
    *("tomlkit", "holidays", "arrow", "recurring_ical_events", "asyncio", "pygments"),
)

# Where a library may be imported at all; "" is the package's own top.
HOMES = {
    "typer": {"cli"},
    "rich": {"view", "cli"},
    "sqlite3": {"store", "", "cli"},
    "sqlmodel": {"store"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "ics": {"exchange"},
    "icalendar": {"exchange"},
    "csv": {"exchange"},
    "tomlkit": {"exchange"},
    # The prompt for shells asks a recurring block for today's occurrence.
    "dateutil": {"domain", "exchange", ""},
    "platformdirs": {"cli"},
    "sqlcipher3": {"store"},
    "keyring": {"cli"},
}
# A program that never opens a connection has no use for these.
NETWORK = (
    *("socket", "ssl", "http", "urllib", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib"),
    *("xmlrpc", "requests", "httpx", "aiohttp", "urllib3", "webbrowser", "asyncio"),
)
# Rendered, or frozen by having been released.
NOT_WRITTEN = {"store/compiled.py"}
MOST_LINES = 300


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the program by its path."""
    paths = sorted(SOURCE.rglob("*.py"))
    return {
        path.relative_to(SOURCE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in paths
    }


def layer(path: str) -> str:
    """The first directory of a module, empty for the package's own."""
    return path.rpartition("/")[0].partition("/")[0]


def imported(tree: ast.AST) -> Iterator[str]:
    """The top name of everything a piece of code imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


@cache
def imports() -> dict[str, frozenset[str]]:
    """What every module of the program imports anywhere in it."""
    return {path: frozenset(imported(tree)) for path, tree in modules().items()}


# What a person calls forty times a day, as it is called on a store that is in use.
EVERYDAY = {
    "the day": ("hari",),
    "the week": ("minggu",),
    "a new block": ("blok", "tambah", "Kerja fokus", "13.00-14.00"),
    "a recurring block": ("blok", "tambah", "Apel", "07.00-07.15", "--ulang", "tiap senin"),
    "the blocks": ("blok", "daftar"),
    "a new task": ("tugas", "tambah", "Balas surat", "--tenggat", "besok", "--penting"),
    "the tasks": ("tugas", "daftar"),
    "the plan": ("rencana", "--minggu"),
    "a finished task": ("tugas", "selesai", "1"),
    "the matrix": ("tugas", "matriks"),
    "the running session": ("fokus", "status"),
    "an entry of the journal": ("jurnal", "tulis", "--tingkat", "5", "--pemicu", "rapat mendadak"),
    "the journal": ("jurnal", "daftar"),
    "the report": ("laporan",),
    "the version": ("--version",),
    "the help": ("--help",),
    "an error": ("tugas", "lihat", "99"),
}

PROBE = """
import sys
from keseimbangan.cli.run import run
code = run(sys.argv[2:])
loaded = {name.partition(".")[0] for name in sys.modules}
sys.stderr.write("\\nheavy: " + " ".join(sorted(loaded & set(sys.argv[1].split(",")))) + "\\n")
sys.exit(code)
"""


def probe(installed: Installed, *words: str) -> tuple[int, list[str]]:
    """Run a command in a fresh interpreter; its exit code, and what it imported that is heavy."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, ",".join(HEAVY), *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=installed.cwd,
        check=False,
    )
    assert "\nheavy: " in done.stderr, done.stderr
    return done.returncode, done.stderr.rpartition("heavy: ")[2].split()


@pytest.mark.parametrize("words", EVERYDAY.values(), ids=EVERYDAY)
def test_an_everyday_command_imports_nothing_heavy(
    imbang: Imbang, installed: Installed, words: tuple[str, ...]
) -> None:
    imbang("tugas", "tambah", "Susun laporan", "--penting").ok()
    imbang("blok", "tambah", "Rapat", "09.00-10.00", "--ulang", "tiap hari kerja").ok()
    code, heavy = probe(installed, *words)
    assert code == (1 if "99" in words else 0)
    assert heavy == []


def test_the_probe_would_see_a_heavy_import(installed: Installed) -> None:
    source = PROBE.replace("code = run", "import sqlmodel\ncode = run")
    done = subprocess.run(
        [sys.executable, "-c", source, ",".join(HEAVY), "--version"],
        capture_output=True,
        text=True,
        cwd=installed.cwd,
        check=True,
    )
    assert "sqlmodel" in done.stderr


def test_help_version_and_errors_do_without_rich(installed: Installed) -> None:
    for words in (("--help",), ("--version",), ("tugs",)):
        done = subprocess.run(
            [sys.executable, "-c", PROBE, "rich,sqlmodel", *words],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=installed.cwd,
            check=False,
        )
        assert done.stderr.rpartition("heavy: ")[2].split() == [], words


def test_the_parser_does_not_bring_pydantic(cwd: Path) -> None:
    source = """
import sys, typer
app = typer.Typer()
@app.command()
def one(word: str = typer.Argument(None)) -> None: ...
app(["x"], standalone_mode=False)
sys.exit("pydantic" in sys.modules)
"""
    # When a newer Typer passes here, the bound on it in pyproject.toml can go.
    done = subprocess.run([sys.executable, "-c", source], cwd=cwd, check=False)
    assert done.returncode == 0


@pytest.mark.parametrize("library", HOMES)
def test_a_library_has_its_place(library: str) -> None:
    used = {path for path, names in imports().items() if library in names}
    strangers = {path for path in used if layer(path) not in HOMES[library]}
    assert not strangers


def test_nothing_in_the_program_can_reach_a_network() -> None:
    found = {
        path: sorted(names & set(NETWORK))
        for path, names in imports().items()
        if names & set(NETWORK)
    }
    assert not found


def test_a_heavy_library_is_imported_inside_a_function_or_by_a_module_that_is() -> None:
    on_top = {
        path
        for path, tree in modules().items()
        for node in tree.body
        if layer(path) in ("", "cli", "view", "domain", "errors")
        and isinstance(node, (ast.Import, ast.ImportFrom))
        and set(imported(node)) & set(HEAVY)
    }
    assert not on_top


CLOCKS = {
    *(("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today")),
    *(("time", "time"), ("time", "monotonic"), ("time", "perf_counter")),
}


def test_only_the_context_reads_the_clock() -> None:
    # The prompt for shells stands alone by design, and a key is waited for in real time.
    allowed = {"cli/context.py", "prompt.py", "cli/keys.py"}
    readers = {
        path
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and (node.value.id, node.attr) in CLOCKS
    }
    assert readers <= allowed


def test_the_domain_speaks_no_language_and_prints_nothing() -> None:
    for path, tree in modules().items():
        if layer(path) == "domain":
            names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
            assert not names & {"_", "ngettext", "print", "open", "input"} - unpacked(tree), path


def unpacked(tree: ast.Module) -> set[str]:
    """`_` where it is the name of what is thrown away."""
    stored = {
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    return stored & {"_"}


def test_texts_outside_the_command_line_are_translated_when_asked_for() -> None:
    early = [
        f"{path}:{node.lineno}"
        for path, tree in modules().items()
        if layer(path) != "cli"
        for node in at_import(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("_", "ngettext")
    ]
    assert not early, "these speak the language of the import, not of the call"


def at_import(tree: ast.AST) -> Iterator[ast.AST]:
    """What runs when a module is imported: all but the bodies of functions."""
    for node in ast.iter_child_nodes(tree):
        yield node
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            for part in (*node.args.defaults, *node.decorator_list):
                yield from ast.walk(part)
        elif not isinstance(node, ast.Lambda):
            yield from at_import(node)


def test_annotations_of_commands_are_values() -> None:
    # As strings, Typer evaluates each of them anew: 2.4 times the floor instead of 1.5.
    for path, tree in modules().items():
        if layer(path) == "cli":
            assert "__future__" not in set(imported(tree)), path


def test_nothing_is_left_for_later() -> None:
    for path in SOURCE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for mark in ("TODO", "FIXME", "XXX", "NotImplementedError", "breakpoint("):
            assert mark not in text, f"{mark} in {path.relative_to(SOURCE)}"


def test_a_module_can_be_held_in_the_head() -> None:
    too_long = {}
    for path in modules().keys() - NOT_WRITTEN:
        lines = len((SOURCE / path).read_text(encoding="utf-8").splitlines())
        if lines > MOST_LINES:
            too_long[path] = lines
    assert not too_long


def test_every_module_says_what_it_is_for() -> None:
    silent = [path for path, tree in modules().items() if tree.body and not ast.get_docstring(tree)]
    assert not silent
