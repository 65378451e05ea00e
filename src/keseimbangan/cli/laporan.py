"""`imbang laporan`: the report of a month or of any span.

Without a month it is that of the running one, until the fifth that of the month before. Stress
stands in it only with `--dengan-stres`: a report is made to be shown.
"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from keseimbangan.cli import params
from keseimbangan.cli.command import Entry
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.cli.destinations import destination
from keseimbangan.cli.report_loader import load_report
from keseimbangan.cli.surroundings import surroundings
from keseimbangan.domain.period import DaySpan
from keseimbangan.domain.review import month_to_reflect
from keseimbangan.errors.usage import OptionsConflict
from keseimbangan.i18n import _
from keseimbangan.view.plain import plain
from keseimbangan.view.report_text import ReportScreen


class Form(StrEnum):
    """How a report can come out."""

    TEXT = "text"
    MARKDOWN = "md"
    HTML = "html"
    JSON = "json"


FORMS = {
    "teks": Form.TEXT,
    "md": Form.MARKDOWN,
    "html": Form.HTML,
    "json": Form.JSON,
    "text": Form.TEXT,
}
SUFFIXES = {
    ".md": Form.MARKDOWN,
    ".markdown": Form.MARKDOWN,
    ".html": Form.HTML,
    ".htm": Form.HTML,
    ".json": Form.JSON,
}


def show(
    ctx: Context,
    month: Annotated[
        str | None,
        params.argument(_("BULAN"), help=_("Bulan itu: 2026-11, november, bulan lalu.")),
    ] = None,
    first: Annotated[
        str | None, params.option("dari", "from", help=_("Hari pertama."), metavar=_("TANGGAL"))
    ] = None,
    last: Annotated[
        str | None,
        params.option("sampai", "to", help=_("Hari terakhir."), metavar=_("TANGGAL")),
    ] = None,
    form: Annotated[
        Any, params.word_option("format", table=FORMS, help=_("Bentuk keluaran."))
    ] = None,
    path: Annotated[
        str | None,
        params.output_option(_("Tulis ke berkas ini, singkatnya -o.")),
    ] = None,
    overwrite: Annotated[bool, params.overwrite_option()] = False,
    with_stress: Annotated[
        bool,
        params.option(
            "dengan-stres/tanpa-stres",
            "with-stress/without-stress",
            help=_("Sertakan ringkasan jurnal stres, atau tidak (biasanya tidak)."),
        ),
    ] = False,
) -> None:
    env = env_of(ctx)
    span = _span(env, month, first, last)
    file = None if path is None else destination(env, path)
    with env.reading() as db:
        report = load_report(env, db, span, stress=with_stress)
    around = surroundings(env)
    screen = ReportScreen(report, around)
    if file is not None:
        form = form or SUFFIXES.get(file.suffix.lower(), Form.TEXT)
        _to_file(env, screen, form, file, overwrite=overwrite)
    elif form in (None, Form.TEXT) or env.output.as_json:
        env.show(screen)
    else:
        env.output.text(rendered(screen, form))


entry = Entry("laporan", "report", _("Laporan sebulan atau rentang mana pun."), show)


def rendered(screen: ReportScreen, form: Form) -> str:
    """The report as a text of that form."""
    if form is Form.MARKDOWN:
        from keseimbangan.view.report_markdown import report_markdown

        return report_markdown(screen.report, screen.around)
    if form is Form.HTML:
        from keseimbangan.view.report_html import report_html

        return report_html(screen.report, screen.around)
    if form is Form.JSON:
        import json

        return json.dumps(screen.document(), ensure_ascii=False, indent=2) + "\n"
    return plain(screen)


def _span(env: Env, month: str | None, first: str | None, last: str | None) -> DaySpan:
    if first is None and last is None:
        return month_to_reflect(env.today()) if month is None else env.month(month)
    if month is not None:
        raise OptionsConflict(_("BULAN"), _("--dari/--sampai"))
    return params.past_span(env, first, last)


def _to_file(env: Env, screen: ReportScreen, form: Form, path: Path, *, overwrite: bool) -> None:
    from keseimbangan.exchange.new_file import write_text

    write_text(path, rendered(screen, form), overwrite=overwrite)
    if env.output.as_json:
        return env.show(screen)
    return env.note(_("Laporan ditulis ke {path}.").format(path=path))
