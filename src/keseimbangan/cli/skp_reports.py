"""`imbang skp bukti` and `imbang skp harian`: what was done for which target, with what proof.

They read done blocks and tasks and the focus sessions for them. The journal is out of their reach:
an import contract holds it so.
"""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from keseimbangan.cli import params
from keseimbangan.cli.activity_loader import load_activities, load_evidence
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.cli.destinations import destination
from keseimbangan.i18n import _
from keseimbangan.view import activities as log_view
from keseimbangan.view import evidence as evidence_view
from keseimbangan.view.console import Screen
from keseimbangan.view.plain import plain


class Form(StrEnum):
    """How a log can come out."""

    TEXT = "text"
    MARKDOWN = "md"
    CSV = "csv"


FORMS = {"teks": Form.TEXT, "md": Form.MARKDOWN, "csv": Form.CSV, "text": Form.TEXT}
SUFFIXES = {".md": Form.MARKDOWN, ".markdown": Form.MARKDOWN, ".csv": Form.CSV}

FormWord = Annotated[Any, params.word_option("format", table=FORMS, help=_("Bentuk keluaran."))]
Output = Annotated[
    str | None,
    params.output_option(_("Tulis ke berkas ini, singkatnya -o.")),
]
Overwrite = Annotated[bool, params.overwrite_option()]


def evidence(
    ctx: Context,
    month: Annotated[
        str | None,
        params.option(
            "bulan",
            "month",
            help=_("Bulan itu; bila kosong, bulan ini (tanggal 1–5: bulan lalu)."),
            metavar=_("BULAN"),
        ),
    ] = None,
    form: FormWord = None,
    path: Output = None,
    overwrite: Overwrite = False,
) -> None:
    """`bukti`."""
    from keseimbangan.domain.review import month_to_reflect

    env = env_of(ctx)
    days = month_to_reflect(env.today()) if month is None else env.month(month)
    with env.reading() as db:
        found, names = load_evidence(env, db, days)
    screen = evidence_view.EvidenceScreen(found, names)

    def written(form: Form) -> str:
        if form is Form.MARKDOWN:
            return evidence_view.evidence_markdown(found, names)
        return (
            _csv(*evidence_view.evidence_rows(found, names)) if form is Form.CSV else plain(screen)
        )

    _put_out(env, screen, written, form, path, overwrite=overwrite)


def log(
    ctx: Context,
    first: Annotated[
        str | None,
        params.option(
            "dari",
            "from",
            help=_("Hari pertama; bila kosong, hari terakhirnya."),
            metavar=_("TANGGAL"),
        ),
    ] = None,
    last: Annotated[
        str | None,
        params.option(
            "sampai", "to", help=_("Hari terakhir; bila kosong, hari ini."), metavar=_("TANGGAL")
        ),
    ] = None,
    form: FormWord = None,
    path: Output = None,
    overwrite: Overwrite = False,
) -> None:
    """`harian`."""
    env = env_of(ctx)
    days = params.past_span(env, last if first is None else first, last)
    with env.reading() as db:
        screen = log_view.DailyLog(days, *load_activities(env, db, days))

    def written(form: Form) -> str:
        if form is Form.MARKDOWN:
            return log_view.log_markdown(screen)
        return _csv(*log_view.log_rows(screen)) if form is Form.CSV else plain(screen)

    _put_out(env, screen, written, form, path, overwrite=overwrite)


def _csv(header: list[str], rows: list[log_view.Row]) -> str:
    from keseimbangan.exchange.spreadsheet import csv_text

    return csv_text(header, rows)


def _put_out(
    env: Env,
    screen: Screen,
    written: Callable[[Form], str],
    form: Form | None,
    path: str | None,
    *,
    overwrite: bool,
) -> None:
    if path is not None:
        file = destination(env, path)
        _to_file(written, form or SUFFIXES.get(file.suffix.lower(), Form.TEXT), file, overwrite)
        env.note(_("Ditulis ke {path}.").format(path=file))
    elif form not in (None, Form.TEXT) and not env.output.as_json:
        return env.output.text(written(form))
    if path is None or env.output.as_json:
        env.show(screen)
    return None


def _to_file(written: Callable[[Form], str], form: Form, path: Path, overwrite: bool) -> None:
    from keseimbangan.exchange.new_file import write_text

    text = written(form)
    if form is Form.CSV:
        from keseimbangan.exchange.spreadsheet import MARK

        # A pipe is read by programs, a file most likely by Excel.
        text = MARK + text
    write_text(path, text, overwrite=overwrite)
