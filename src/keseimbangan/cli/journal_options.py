"""The options of the journal's commands."""

from typing import Annotated, Any

from keseimbangan.cli import journal_values as values
from keseimbangan.cli import params
from keseimbangan.i18n import _


def _level_option(*names: str, help: str) -> Any:
    """An option from 0 to 10."""
    return params.option(*names, help=help, metavar="0-10", parser=values.level)


Number = Annotated[
    int,
    params.argument(
        _("NOMOR"),
        help=_("Nomor catatan jurnal."),
        parser=params.whole_number(1),
        complete=values.entry_numbers,
    ),
]
Level = Annotated[
    int | None, _level_option("tingkat", "level", help=_("Tingkat stres; lalu tidak ditanya lagi."))
]
NewLevel = Annotated[int | None, _level_option("tingkat", "level", help=_("Tingkat stres."))]
Triggers = Annotated[
    list[str] | None,
    params.option(
        "pemicu",
        "trigger",
        help=_("Pemicu: kata dari daftar atau kata Anda sendiri."),
        metavar=_("KATA"),
        complete=values.trigger_completions,
    ),
]
Cause = Annotated[
    str | None,
    params.option(
        "penyebab", "cause", help=_("Penyebab utama."), metavar=_("TEKS"), parser=values.cause
    ),
]
Coping = Annotated[
    str | None,
    params.option(
        "mengatasi",
        "coping",
        help=_("Cara Anda mengatasinya."),
        metavar=_("TEKS"),
        parser=values.coping,
    ),
]
Helped = Annotated[
    int | None, _level_option("terbantu", "helped", help=_("Seberapa membantu cara itu."))
]
Demand = Annotated[int | None, _level_option("tuntutan", "demand", help=_("Tuntutan pekerjaan."))]
Control = Annotated[
    int | None, _level_option("kendali", "control", help=_("Kendali Anda atas pekerjaan itu."))
]
Note = Annotated[
    str | None,
    params.option(
        "catatan",
        "note",
        help=_("Catatan; - membacanya dari masukan standar."),
        metavar=_("TEKS"),
        parser=params.note,
    ),
]
About = Annotated[
    str | None,
    params.option("minggu", "week", help=_("Pekan yang diceritakan."), metavar=_("PEKAN")),
]
Clear = Annotated[
    list[str] | None,
    params.word_option(
        "kosongkan",
        "clear",
        table={word: field for word, field in values.FIELDS.items() if field != "level"},
        help=_("Kosongkan jawaban ini."),
    ),
]
InEditor = Annotated[bool, params.option("editor", help=_("Tulis di editor teks Anda."))]

OfWeek = Annotated[
    str | None, params.option("minggu", "week", help=_("Hanya pekan itu."), metavar=_("PEKAN"))
]
OfMonth = Annotated[
    str | None, params.option("bulan", "month", help=_("Hanya bulan itu."), metavar=_("BULAN"))
]
Since = Annotated[
    str | None, params.option("dari", "from", help=_("Hari pertama."), metavar=_("TANGGAL"))
]
Until = Annotated[
    str | None,
    params.option("sampai", "to", help=_("Hari terakhir."), metavar=_("TANGGAL")),
]
Most = Annotated[
    int,
    params.option(
        "jumlah",
        "limit",
        help=_("Paling banyak sekian."),
        metavar=_("ANGKA"),
        parser=params.whole_number(1, 100_000),
    ),
]
WeeksBack = Annotated[
    int,
    params.option(
        "minggu",
        "weeks",
        help=_("Sekian pekan terakhir."),
        metavar=_("ANGKA"),
        # Ten years.
        parser=params.whole_number(1, 520),
    ),
]
Yes = Annotated[bool, params.yes_option()]
