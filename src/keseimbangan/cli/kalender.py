"""`imbang kalender`: blocks for Google Calendar and any other that reads iCalendar."""

from typing import Annotated, Any

from keseimbangan.cli import params
from keseimbangan.cli.command import Group
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.domain.period import DaySpan
from keseimbangan.errors.calendar import SpanTooLong
from keseimbangan.errors.usage import OptionsConflict
from keseimbangan.i18n import _

group = Group()

DEFAULT_FILE = "blok.ics"
STANDARD_OUTPUT = "-"
# Ten years; a calendar on the web would hardly take more at once.
MOST_DAYS = 3660

Output = Annotated[
    str,
    params.output_option(_("Berkas tujuan, singkatnya -o; tanda - untuk keluaran standar.")),
]


@group.command("ekspor", "export", help=_("Tulis blok ke berkas .ics untuk Google Calendar."))
def export(
    ctx: Context,
    week: Annotated[
        str | None,
        params.option(
            "minggu", "week", help=_("Pekan itu; bila kosong, pekan ini."), metavar=_("PEKAN")
        ),
    ] = None,
    month: Annotated[
        str | None, params.option("bulan", "month", help=_("Sebulan penuh."), metavar=_("BULAN"))
    ] = None,
    first: Annotated[
        str | None,
        params.option("dari", "from", help=_("Hari pertama."), metavar=_("TANGGAL")),
    ] = None,
    last: Annotated[
        str | None,
        params.option("sampai", "to", help=_("Hari terakhir."), metavar=_("TANGGAL")),
    ] = None,
    elements: Annotated[list[Any] | None, params.element_option()] = None,
    output: Output = DEFAULT_FILE,
    overwrite: Annotated[
        bool, params.option("timpa", "overwrite", help=_("Ganti berkas lain yang sudah ada."))
    ] = False,
    changes_only: Annotated[
        bool,
        params.option(
            "hanya-perubahan", "changes-only", help=_("Hanya yang baru dan yang berubah.")
        ),
    ] = False,
    new_uids: Annotated[
        bool,
        params.option(
            "uid-baru",
            "new-uids",
            help=_("Beri semua acara pengenal baru, untuk kalender yang sudah dikosongkan."),
        ),
    ] = False,
    no_prefix: Annotated[
        bool, params.option("tanpa-awalan", "no-prefix", help=_("Judul tanpa jenis di depannya."))
    ] = False,
    with_notes: Annotated[
        bool, params.option("dengan-catatan", "with-notes", help=_("Sertakan catatan blok."))
    ] = False,
) -> None:
    from keseimbangan.cli import calendar_export

    env = env_of(ctx)
    if output == STANDARD_OUTPUT and env.output.as_json:
        raise OptionsConflict("-o -", "--json")
    wishes = calendar_export.Wishes(
        days=_span(env, week, month, first, last),
        elements=frozenset(elements or ()),
        changes_only=changes_only,
        new_uids=new_uids,
        prefix=not no_prefix,
        notes=with_notes,
    )
    if output == STANDARD_OUTPUT:
        calendar_export.to_standard_output(env, wishes)
    else:
        calendar_export.to_file(env, wishes, output, overwrite=overwrite)


def _span(
    env: Env, week: str | None, month: str | None, first: str | None, last: str | None
) -> DaySpan:
    given = [
        name
        for name, texts in (
            (_("--minggu"), (week,)),
            (_("--bulan"), (month,)),
            (_("--dari"), (first, last)),
        )
        if any(text is not None for text in texts)
    ]
    if len(given) > 1:
        raise OptionsConflict(given[0], given[1])
    if month is not None:
        return env.month(month, ahead=True)
    if first is None and last is None:
        return env.week(week)
    days = params.day_span(env, first, last)
    if len(days) > MOST_DAYS:
        raise SpanTooLong(len(days), MOST_DAYS)
    return days
