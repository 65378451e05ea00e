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
from keseimbangan.cli.context import (
    CLOCK_VARIABLE,
    HOME_VARIABLE,
    Context,
    Env,
    Home,
    env_of,
    home_from,
)
from keseimbangan.cli.demo_store import fill, moment_of
from keseimbangan.cli.destinations import destination
from keseimbangan.errors.demo import DemoCommandFailed, DemoHomeInUse
from keseimbangan.errors.files import FileAlreadyThere
from keseimbangan.i18n import _, language
from keseimbangan.view.demo import closing, heading, opening


def show(
    ctx: Context,
    home: Annotated[
        str | None,
        params.option(
            "home",
            help=_("Simpan contohnya di folder ini untuk dicoba."),
            metavar=_("FOLDER"),
            parser=params.short_text,
        ),
    ] = None,
    output: Annotated[
        str,
        params.output_option(_("Berkas kalender, singkatnya -o.")),
    ] = "blok.ics",
    overwrite: Annotated[bool, params.overwrite_option()] = False,
) -> None:
    env = env_of(ctx)
    _require_place(env, output, overwrite=overwrite)
    if home is not None:
        return _demonstrate(env, _new_home(home), output, kept=True)
    with tempfile.TemporaryDirectory(prefix="keseimbangan-demo-") as directory:
        return _demonstrate(env, Path(directory), output, kept=False)


def _require_place(env: Env, output: str, *, overwrite: bool) -> None:
    from keseimbangan.exchange.calendar import place

    if os.path.lexists(output) and not overwrite:
        raise FileAlreadyThere(Path(output))
    # Now, and not after a minute of reading.
    place(destination(env, output), overwrite=True)


def _new_home(named: str) -> Path:
    home = home_from(named)
    # Settings without a store are somebody's all the same.
    if any(os.path.lexists(path) for path in (home.store, home.settings)):
        raise DemoHomeInUse(home.data)
    return home.data


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
            ["target"],
            ["review", "last week", "--show"],
            ["report", "last month", "--with-stress"],
            ["calendar", "export", "--week", "this week", "--output", output, "--overwrite"],
        ]
    return [
        ["hari"],
        ["tugas", "matriks"],
        ["minggu"],
        ["skp"],
        ["evaluasi", "pekan lalu", "--tampil"],
        ["laporan", "bulan lalu", "--dengan-stres"],
        ["kalender", "ekspor", "--minggu", "pekan ini", "--ke", output, "--timpa"],
    ]


def _run(words: Sequence[str], surroundings: dict[str, str]) -> None:
    done = subprocess.run([sys.executable, "-m", "keseimbangan", *words], env=surroundings)
    if done.returncode:
        raise DemoCommandFailed(join(["imbang", *words]), done.returncode)


entry = Entry("demo", "demo", _("Contoh delapan pekan di tempat sementara."), show)
