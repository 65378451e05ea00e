"""Options and arguments of the commands for blocks, and how their texts are read."""

from typing import Annotated, Any

from keseimbangan.cli import params
from keseimbangan.i18n import _

RANGE_HELP = _("Jam mulai dan selesai, misalnya 08.00-10.00.")

Number = Annotated[
    int,
    params.argument(
        _("NOMOR"), help=_("Nomor blok."), parser=params.whole_number(1), complete=params.blocks
    ),
]
Title = Annotated[str, params.argument(_("JUDUL"), help=_("Judul blok."), parser=params.title)]
NewTitle = Annotated[
    str | None,
    params.option("judul", "title", help=_("Judul baru."), metavar=_("TEKS"), parser=params.title),
]
Range = Annotated[str, params.argument(_("RENTANG"), help=RANGE_HELP)]
NewRange = Annotated[
    str | None, params.option("rentang", "range", help=RANGE_HELP, metavar=_("RENTANG"))
]
Day = Annotated[str | None, params.day_option(_("Hari blok; bila kosong, hari ini."))]
NewDay = Annotated[str | None, params.day_option(_("Pindahkan ke tanggal itu."))]
On = Annotated[
    str | None,
    params.option(
        "pada", "on", help=_("Tanggal dari blok berulang yang dimaksud."), metavar=_("TANGGAL")
    ),
]
Following = Annotated[
    bool, params.option("seterusnya", "following", help=_("Yang ini dan semua sesudahnya."))
]
Whole = Annotated[bool, params.option("semua", "all", help=_("Seluruh rangkaian berulang."))]
Element = Annotated[Any, params.element_option()]
Kind = Annotated[Any, params.kind_option()]
Location = Annotated[Any, params.location_option()]
Task = Annotated[int | None, params.task_option()]
Target = Annotated[int | None, params.target_option()]
Note = Annotated[str | None, params.note_option()]
Protected = Annotated[
    bool | None,
    params.option(
        "kunci/tanpa-kunci",
        "protected/unprotected",
        help=_("Terkunci: tidak pernah digeser oleh blok lain."),
    ),
]
Repeat = Annotated[
    str | None,
    params.option(
        "ulang", "repeat", help=_('Pengulangan, misalnya "tiap senin".'), metavar=_("TEKS")
    ),
]
Until = Annotated[
    str | None,
    params.option("sampai", "until", help=_("Hari terakhir pengulangan."), metavar=_("TANGGAL")),
]
Reopen = Annotated[bool, params.option("buka", "reopen", help=_("Kembalikan menjadi terencana."))]
Stack = Annotated[bool, params.option("tumpuk", "stack", help=_("Biarkan bertumpuk."))]
Push = Annotated[bool, params.option("geser", "push", help=_("Geser blok lain yang sesudahnya."))]
Actual = Annotated[
    str | None,
    params.option(
        "nyata", "actual", help=_("Jam pelaksanaan yang sebenarnya."), metavar=_("RENTANG")
    ),
]
To = Annotated[str | None, params.argument(_("KE"), help=_("+30m, 10.00, atau 10.00-11.30."))]
Earlier = Annotated[
    int | None,
    params.option(
        "lebih-awal",
        "earlier",
        help=_("Majukan selama ini."),
        metavar=_("LAMA"),
        parser=params.duration(),
    ),
]
