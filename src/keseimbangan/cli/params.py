"""Options and arguments that several commands share.

Options are declared with the Indonesian name first and the English one last; both always work,
help and errors show the one of the active language.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import typer

from keseimbangan.cli.context import Env

# Commands reach the readers through this module, beside the options that take them.
from keseimbangan.cli.readers import duration as duration
from keseimbangan.cli.readers import note as note
from keseimbangan.cli.readers import plain_text as plain_text
from keseimbangan.cli.readers import short_text as short_text
from keseimbangan.cli.readers import title as title
from keseimbangan.cli.readers import whole_number as whole_number
from keseimbangan.cli.readers import words as words
from keseimbangan.domain.blocks import BlockKind, WorkLocation
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import ONE_DAY, DaySpan
from keseimbangan.errors.text import BackwardDates
from keseimbangan.formats import long_date
from keseimbangan.i18n import _, language

T = TypeVar("T")
FIRST_YEAR, LAST_YEAR = 2000, 2100
Completer = Callable[..., Any]


def option(
    *names: str,
    help: str,
    metavar: str | None = None,
    parser: Callable[[str], Any] | None = None,
    complete: Completer | None = None,
    short: str | None = None,
) -> Any:
    """An option `--nama`, in English `--name`; a single name serves both languages."""
    return typer.Option(
        *([f"-{short}"] if short else []),
        *(_dashed(name) for name in dict.fromkeys(names)),
        help=help,
        metavar=metavar,
        parser=parser,
        autocompletion=complete,
        show_default=False,
    )


def argument(
    metavar: str,
    *,
    help: str,
    parser: Callable[[str], Any] | None = None,
    complete: Completer | None = None,
) -> Any:
    """A positional word."""
    return typer.Argument(
        metavar=metavar, help=help, parser=parser, autocompletion=complete, show_default=False
    )


def _dashed(name: str) -> str:
    """`penting/tidak-penting` becomes `--penting/--tidak-penting`."""
    return "/".join(f"--{part}" for part in name.split("/"))


ELEMENTS = {
    "kerja": Element.WORK,
    "pribadi": Element.LIFE,
    "pulih": Element.RECOVERY,
    "kembang": Element.GROWTH,
    **{element.value: element for element in Element},
}
KINDS = {
    "fokus": BlockKind.FOCUS,
    "rapat": BlockKind.MEETING,
    "administrasi": BlockKind.ADMINISTRATION,
    "layanan": BlockKind.SERVICE,
    "istirahat": BlockKind.BREAK,
    "keluarga": BlockKind.FAMILY,
    "penyangga": BlockKind.BUFFER,
    "lain": BlockKind.OTHER,
    **{kind.value: kind for kind in BlockKind},
}
LOCATIONS = {
    "kantor": WorkLocation.OFFICE,
    "rumah": WorkLocation.HOME,
    "lain": WorkLocation.OTHER,
    "wfo": WorkLocation.OFFICE,
    "wfh": WorkLocation.HOME,
    "wfa": WorkLocation.OTHER,
    **{location.value: location for location in WorkLocation},
}


def shown_words(table: dict[str, Any]) -> list[str]:
    """The words of a table in the active language: of each value the first or the last one."""
    chosen: dict[Any, str] = {}
    for word, value in table.items():
        if language() == "en":
            chosen[value] = word
        else:
            chosen.setdefault(value, word)
    return list(chosen.values())


def word_option(*names: str, table: dict[str, T], help: str) -> Any:
    """An option for one of a fixed list of words, completed by the shell."""
    shown = shown_words(table)
    return option(
        *names,
        help=help,
        metavar="|".join(shown),
        parser=words(table, shown),
        complete=lambda: shown,
    )


def element_option() -> Any:
    """`--unsur`."""
    return word_option("unsur", "element", table=ELEMENTS, help=_("Unsur keseimbangan."))


def kind_option() -> Any:
    """`--jenis` of a block."""
    return word_option("jenis", "kind", table=KINDS, help=_("Jenis blok."))


def location_option() -> Any:
    """`--lokasi`."""
    return word_option("lokasi", "location", table=LOCATIONS, help=_("Lokasi kerja."))


def day_option(help: str) -> Any:
    """`--hari`."""
    return option("hari", "day", help=help, metavar=_("TANGGAL"))


def year_argument() -> Any:
    """`TAHUN`."""
    return argument(
        _("TAHUN"),
        help=_("Tahunnya; bila kosong, tahun ini."),
        parser=whole_number(FIRST_YEAR, LAST_YEAR),
    )


def note_option() -> Any:
    """`--catatan`."""
    return option("catatan", "note", help=_("Catatan."), metavar=_("TEKS"), parser=note)


def output_option(help: str) -> Any:
    """`--ke`, in short `-o`: the file to write."""
    return option("ke", "output", help=help, metavar=_("BERKAS"), parser=short_text, short="o")


def overwrite_option() -> Any:
    """`--timpa`: leave to write over a file."""
    return option("timpa", "overwrite", help=_("Ganti berkas yang sudah ada."))


def preview_option() -> Any:
    """`--tinjau`: what would happen is only shown."""
    return option("tinjau", "preview", help=_("Lihat dahulu; tidak ada yang disimpan."))


def yes_option() -> Any:
    """`--ya`: no question before something is destroyed."""
    return option("ya", "yes", help=_("Jangan bertanya."))


def task_option() -> Any:
    """`--tugas`."""
    return option(
        "tugas",
        "task",
        help=_("Nomor tugas."),
        metavar=_("NOMOR"),
        parser=whole_number(1),
        complete=task_numbers,
    )


def target_option() -> Any:
    """`--skp`."""
    return option(
        "skp",
        "target",
        help=_("Nomor SKP."),
        metavar=_("NOMOR"),
        parser=whole_number(1),
        complete=target_numbers,
    )


def task_argument() -> Any:
    """A task's number."""
    return argument(
        _("NOMOR"), help=_("Nomor tugas."), parser=whole_number(1), complete=task_numbers
    )


def task_numbers() -> list[tuple[str, str]]:
    """Numbers of the open tasks with their titles, for the shell."""
    from keseimbangan.cli.completion import open_task_titles

    return open_task_titles()


def target_numbers() -> list[tuple[str, str]]:
    """Numbers of the current targets with their titles, for the shell."""
    from keseimbangan.cli.completion import target_titles

    return target_titles()


def indicator_numbers() -> list[tuple[str, str]]:
    """Numbers of the indicators of current targets with their names, for the shell."""
    from keseimbangan.cli.completion import indicator_names

    return indicator_names()


def blocks() -> list[tuple[str, str]]:
    """Numbers of today's blocks with their titles, for the shell."""
    from keseimbangan.cli.completion import todays_blocks

    return todays_blocks()


def day_span(env: Env, first: str | None, last: str | None) -> DaySpan:
    """`--dari` to `--sampai`, both days included; either alone reaches to or from today."""
    return _span(env.day(first), env.day(last))


def past_span(env: Env, first: str | None, last: str | None) -> DaySpan:
    """As `day_span`, for commands that look back: `--dari senin` is the Monday that was."""
    from keseimbangan.domain.dates import parse_past_date

    today = env.today()
    start = today if first is None else parse_past_date(first, today)
    since = None if first is None else start
    return _span(start, today if last is None else parse_past_date(last, today, since=since))


def _span(start: date, end: date) -> DaySpan:
    if end < start:
        raise BackwardDates(long_date(start), long_date(end))
    return DaySpan(start, end + ONE_DAY)
