"""The program called in the process of the tests: a hundred times quicker than a new one."""

import importlib
import io
import os
import sys
import tomllib
from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import keseimbangan
from keseimbangan import i18n
from tests.harness import Result, fingerprint, settled


class Imbang:
    """The program in process: `imbang("tugas", "tambah", "X", lang="en", now="…") -> Result`.

    `stdin` is what is piped in; `answers` are lines typed at a terminal, one to each question.
    """

    def __init__(self, home: Path, cwd: Path) -> None:
        self.home, self.cwd = home, cwd

    @property
    def store(self) -> Path:
        """The file of the store."""
        return self.home / "keseimbangan.db"

    def __call__(
        self,
        *arguments: str | int | Path,
        now: str | None = None,
        lang: str | None = None,
        stdin: str | None = None,
        answers: Sequence[str] | None = None,
        columns: int | None = None,
        env: Mapping[str, str] | None = None,
    ) -> Result:
        with _environment(settled(now, lang, columns, env)), _directory(self.cwd):
            _speak(_language_of_call(self.home))
            program = importlib.import_module("keseimbangan.cli.run")
            with _streams(stdin, answers) as (out, err):
                code = program.run([str(argument) for argument in arguments])
            return Result(code, _text(out), _text(err))

    def refused(self, code: int, *arguments: str | int | Path, **options: Any) -> Result:
        """The result of a call that must fail with `code` and change nothing in the home."""
        before = fingerprint(self.home)
        result = self(*arguments, **options)
        assert result.code == code, f"exit {result.code}, not {code}\n{result.out}{result.err}"
        assert fingerprint(self.home) == before, "the home was changed"
        assert not result.out, result.out
        return result


@contextmanager
def _environment(changes: Mapping[str, str]) -> Any:
    before = dict(os.environ)
    os.environ.update(changes)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextmanager
def _directory(path: Path) -> Any:
    before = Path.cwd()
    os.chdir(path)
    try:
        yield
    finally:
        os.chdir(before)


# As `__main__` settles the streams of the real program.
_LIKE_MAIN = {"encoding": "utf-8", "errors": "backslashreplace", "newline": "\n"}


class _Typed(io.TextIOWrapper):
    """Standard input that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@contextmanager
def _streams(stdin: str | None, answers: Sequence[str] | None) -> Any:
    before = sys.stdin, sys.stdout, sys.stderr
    lines = "".join(f"{answer}\n" for answer in answers or ())
    kind = io.TextIOWrapper if answers is None else _Typed
    typed = kind(io.BytesIO(((stdin or "") + lines).encode()), encoding="utf-8")
    out, err = (io.TextIOWrapper(io.BytesIO(), **_LIKE_MAIN) for _ in "12")
    sys.stdin, sys.stdout, sys.stderr = typed, out, err
    try:
        yield out, err
    finally:
        sys.stdin, sys.stdout, sys.stderr = before


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()


# Help texts are translated while cli modules are imported, so each language has its own set.
_sets: dict[str, dict[str, ModuleType]] = {}
_spoken: list[str] = []


def _speak(language: str) -> None:
    """Put the modules of the command line that were imported in `language` in their place."""
    if _spoken[-1:] == [language]:
        return
    current = {name: module for name, module in sys.modules.items() if _is_translated(name)}
    if _spoken:
        _sets[_spoken.pop()] = current
    _spoken.append(language)
    for name in current:
        del sys.modules[name]
    sys.modules.update(_sets.get(language, {}))
    if "keseimbangan.cli" in sys.modules:
        keseimbangan.cli = sys.modules["keseimbangan.cli"]  # type: ignore[attr-defined]
    i18n.activate(language)


def _is_translated(name: str) -> bool:
    return name.split(".")[:2] == ["keseimbangan", "cli"]


def _language_of_call(home: Path) -> str:
    named = os.environ.get("KESEIMBANGAN_BAHASA", "").lower()
    path = home / "pengaturan.toml"
    if not named and path.is_file():
        try:
            named = str(tomllib.loads(path.read_text(encoding="utf-8")).get("bahasa", ""))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError):
            named = ""
    return named if named in i18n.LANGUAGES else i18n.DEFAULT_LANGUAGE
