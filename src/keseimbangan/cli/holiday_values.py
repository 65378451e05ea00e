"""The words of `imbang libur`: days, kinds, and what a file says of them."""

import re
from datetime import date
from pathlib import Path
from typing import Any

from keseimbangan.cli import params
from keseimbangan.cli.context import Env
from keseimbangan.domain.holidays import Holiday, HolidayKind
from keseimbangan.errors import KeseimbanganError
from keseimbangan.errors.holidays import EmptyHolidayFile
from keseimbangan.errors.row_files import RowFileWrong
from keseimbangan.errors.text import UnreadableDate
from keseimbangan.i18n import _

KINDS = {
    "nasional": HolidayKind.NATIONAL,
    "cuti-bersama": HolidayKind.COLLECTIVE,
    "instansi": HolidayKind.AGENCY,
    "daerah": HolidayKind.REGIONAL,
    "collective-leave": HolidayKind.COLLECTIVE,
    **{kind.value: kind for kind in HolidayKind},
}
FIELDS = {
    "day": ("tanggal", "date", "day"),
    "name": ("nama", "name"),
    "kind": ("jenis", "kind"),
    "basis": ("dasar", "basis", "decree"),
}


def kind_option(help: str) -> Any:
    """`--jenis` of a holiday."""
    return params.word_option("jenis", "kind", table=KINDS, help=help)


def basis_option() -> Any:
    """`--dasar`."""
    return params.option(
        "dasar",
        "basis",
        help=_("Dasarnya, misalnya nomor SKB atau surat edaran."),
        metavar=_("TEKS"),
        parser=params.short_text,
    )


def file_argument() -> Any:
    """`BERKAS`."""
    return params.argument(
        _("BERKAS"),
        help=_("Berkas .csv (tanggal,nama,jenis,dasar) atau .toml ([[libur]])."),
        parser=params.short_text,
    )


def from_file(env: Env, path: Path) -> list[Holiday]:
    """The holidays of a file, or the error that names its first wrong line."""
    from keseimbangan.exchange.row_file import Form, read_rows

    form = Form(FIELDS, ("day", "name"), ("libur", "holidays"), EmptyHolidayFile)
    found: dict[date, Holiday] = {}
    for row in read_rows(path, form):
        try:
            holiday = _holiday(env, row.values)
        except KeseimbanganError as error:
            raise RowFileWrong(path, row.line, str(error)) from error
        if holiday.day in found:
            raise RowFileWrong(path, row.line, twice(holiday.day))
        found[holiday.day] = holiday
    return list(found.values())


def dated(env: Env, text: str) -> date:
    """A date of a file. Raises UnreadableDate, also where it does not say its year."""
    # A file is read again next year: only what says its year means the same day then.
    if not re.search(r"(?<!\d)20\d\d(?!\d)", text):
        raise UnreadableDate(text)
    return env.day(text)


def twice(day: date) -> str:
    """What is wrong with the second row of a day."""
    return _("tanggal {day} ada dua kali.").format(day=day.isoformat())


def _holiday(env: Env, values: dict[str, str]) -> Holiday:
    get = values.get
    basis = get("basis")
    return Holiday(
        day=dated(env, get("day", "")),
        name=params.title(get("name", "")),
        kind=_kind(get("kind", "")),
        basis=params.short_text(basis) if basis else None,
        uid=env.new_uid(),
    )


def _kind(text: str) -> HolidayKind:
    if not text:
        return HolidayKind.NATIONAL
    return params.words(KINDS, params.shown_words(KINDS))(text)
