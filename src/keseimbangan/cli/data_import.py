"""`imbang data impor`: what is in a file, of this program or another, becomes one's own."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any

from keseimbangan.cli import params
from keseimbangan.cli.context import Context, env_of
from keseimbangan.errors.exchange import LevelForNothing
from keseimbangan.i18n import _

JRNL = "jrnl"
PROGRAMS = {name: name for name in ("taskwarrior", "timewarrior", JRNL, "super-productivity")}
# From here on a person would wonder whether anything happens.
LARGE = 5_000_000
HELP = _("Satukan berkas ekspor dengan data di sini; perubahan terbaru berlaku.")


def import_(
    ctx: Context,
    path: Annotated[
        str,
        params.argument(
            _("BERKAS"),
            help=_("Berkas JSON dari `imbang data ekspor` atau dari program lain."),
            parser=params.short_text,
        ),
    ],
    program: Annotated[
        Any,
        params.word_option("dari", "from", table=PROGRAMS, help=_("Program asal berkas itu.")),
    ] = None,
    preview: Annotated[bool, params.preview_option()] = False,
    level: Annotated[
        int | None,
        params.option(
            "tingkat",
            "level",
            help=_("Tingkat stres untuk catatan jrnl yang tidak menyebutnya."),
            metavar="0-10",
            parser=params.whole_number(0, 10),
        ),
    ] = None,
) -> None:
    from keseimbangan.cli import data_arrivals, data_merging

    env = env_of(ctx)
    if level is not None and program != JRNL:
        raise LevelForNothing
    if sys.stderr.isatty() and _is_large(Path(path)):
        env.note(_("Membaca berkas…"))
    if program is None:
        env.show(data_merging.own(env, Path(path), preview=preview))
    else:
        env.show(data_arrivals.foreign(env, Path(path), program, level, preview=preview))


def _is_large(path: Path) -> bool:
    with suppress(OSError, ValueError):
        return path.stat().st_size > LARGE
    return False
