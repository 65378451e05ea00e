"""`imbang demo`: eight weeks of somebody else, shown by the real commands."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from shlex import join
from typing import Annotated

from keseimbangan.cli import params
from keseimbangan.cli.command import Entry
from keseimbangan.cli.context import CLOCK_VARIABLE, HOME_VARIABLE, Context, Env, Home, env_of
from keseimbangan.cli.demo_store import fill, moment_of
from keseimbangan.errors.demo import DemoCommandFailed, DemoFileExists, DemoHomeInUse
from keseimbangan.i18n import _, language
from keseimbangan.view.demo import closing, heading, opening


def show(
    ctx: Context,
    home: Annotated[
        str | None,
        params.option(
            "home", help=_("Simpan contohnya di folder ini untuk dicoba."), metavar=_("FOLDER")
        ),
    ] = None,
    output: Annotated[
        str,
        params.option("ke", "output", help=_("Berkas kalender."), metavar=_("BERKAS")),
    ] = "blok.ics",
    overwrite: Annotated[
        bool, params.option("timpa", "overwrite", help=_("Timpa berkas kalender yang sudah ada."))
    ] = False,
) -> None:
    env = env_of(ctx)
    if Path(output).exists() and not overwrite:
        raise DemoFileExists(output)
    if home is not None:
        folder = Path(home).expanduser().absolute()
        if Home(folder).store.exists():
            raise DemoHomeInUse(folder)
        return _demonstrate(env, folder, output, kept=True)
    with tempfile.TemporaryDirectory(prefix="keseimbangan-demo-") as directory:
        return _demonstrate(env, Path(directory), output, kept=False)


def _demonstrate(env: Env, folder: Path, output: str, *, kept: bool) -> None:
    at = moment_of(env)
    fill(env, Home(folder), at)
    env.output.text(opening(at, env.zone))
    surroundings = {
        **os.environ,
        HOME_VARIABLE: str(folder),
        CLOCK_VARIABLE: at.isoformat(),
        "KESEIMBANGAN_BAHASA": language(),
        "TZ": env.zone,
    }
    for words in _commands(output):
        env.output.text(heading(join(["imbang", *words])))
        # What is shown is flushed first: the command writes to the same place on its own.
        sys.stdout.flush()
        _run(words, surroundings)
    env.output.text(closing(output, folder if kept else None))


def _commands(output: str) -> list[list[str]]:
    """What the demo runs, in the words of the language."""
    if language() == "en":
        return [
            ["today"],
            ["task", "matrix"],
            ["week"],
            ["review", "last week", "--show"],
            ["report", "last month", "--with-stress"],
            ["calendar", "export", "--week", "this week", "--output", output, "--overwrite"],
        ]
    return [
        ["hari"],
        ["tugas", "matriks"],
        ["minggu"],
        ["evaluasi", "pekan lalu", "--tampil"],
        ["laporan", "bulan lalu", "--dengan-stres"],
        ["kalender", "ekspor", "--minggu", "pekan ini", "--ke", output, "--timpa"],
    ]


def _run(words: Sequence[str], surroundings: dict[str, str]) -> None:
    done = subprocess.run([sys.executable, "-m", "keseimbangan", *words], env=surroundings)
    if done.returncode:
        raise DemoCommandFailed(join(["imbang", *words]), done.returncode)


entry = Entry("demo", "demo", _("Contoh delapan pekan di tempat sementara."), show)
