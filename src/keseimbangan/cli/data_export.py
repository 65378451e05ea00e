"""`imbang data ekspor`: all of the store in one file, for the person to keep or carry along."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Annotated, Any

from keseimbangan.cli import params
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.cli.destinations import destination
from keseimbangan.cli.readers import file_named
from keseimbangan.errors.locking import LockedExport
from keseimbangan.errors.usage import OptionsConflict
from keseimbangan.i18n import _
from keseimbangan.store.connections import APPLICATION_ID
from keseimbangan.store.keys import Key, key_of

JSON, CSV = "json", "csv"
FORMATS = {JSON: JSON, CSV: CSV}
SUFFIXES = {JSON: ".json", CSV: ".zip"}
LOCKED_SUFFIX = ".json.kunci"
STANDARD_OUTPUT = "-"
HELP = _("Tulis semua data Anda ke satu berkas, juga untuk komputer lain.")


def export(
    ctx: Context,
    output: Annotated[
        str | None,
        params.output_option(
            _(
                "Berkas atau folder tujuan, singkatnya -o; bila kosong, folder ini; tanda - untuk "
                "keluaran standar."
            )
        ),
    ] = None,
    format: Annotated[
        Any,
        params.word_option(
            "format", table=FORMATS, help=_("json (dapat diimpor lagi) atau csv (zip, per tabel).")
        ),
    ] = JSON,
    no_journal: Annotated[
        bool, params.option("tanpa-jurnal", "no-journal", help=_("Tinggalkan jurnal stres."))
    ] = False,
    overwrite: Annotated[bool, params.overwrite_option()] = False,
    in_the_open: Annotated[
        bool,
        params.option(
            "terbuka", "unlocked", help=_("Bila data terkunci: tulis tanpa kunci, dapat dibaca.")
        ),
    ] = False,
) -> None:
    env = env_of(ctx)
    if output == STANDARD_OUTPUT and env.output.as_json:
        raise OptionsConflict("-o -", "--json")
    if output == STANDARD_OUTPUT and format == CSV:
        raise OptionsConflict("-o -", "--format")
    key = None if in_the_open else key_of(env.home.store)
    if key is not None and (output == STANDARD_OUTPUT or format == CSV):
        # What another program is to read cannot be locked.
        raise LockedExport("-o -" if output == STANDARD_OUTPUT else "--format")
    suffix = LOCKED_SUFFIX if key is not None else SUFFIXES[format]
    name = _named(output, f"keseimbangan-{env.today().isoformat()}{suffix}")
    _run(env, name, format, key, with_journal=not no_journal, overwrite=overwrite)


def _named(output: str | None, usual: str) -> str:
    if output is None or output == STANDARD_OUTPUT:
        return output or usual
    return file_named(output, usual)


def _run(
    env: Env, name: str, format: str, key: Key | None, *, with_journal: bool, overwrite: bool
) -> None:
    from keseimbangan.store.compiled import SCHEMA_VERSION
    from keseimbangan.view.data_export import Export, ExportReport

    with _opened(env, name, overwrite=overwrite) as file:
        with _sealed(file, key) as content:
            counts = _write(env, content, format, with_journal=with_journal)
        file.flush()
        size = file.tell() if name != STANDARD_OUTPUT else 0
    journal = counts.get("stress_entries", 0) if with_journal else None
    locked = key is not None
    report = ExportReport(Export(name, format, SCHEMA_VERSION, size, counts, journal, locked))
    if name != STANDARD_OUTPUT:
        return env.show(report)
    return env.note(report.lines()[-1])


@contextmanager
def _opened(env: Env, name: str, *, overwrite: bool) -> Iterator[IO[bytes]]:
    from keseimbangan.exchange.new_file import new_file

    if name == STANDARD_OUTPUT:
        # As bytes: text would get its line ends changed on Windows.
        yield sys.stdout.buffer
        return
    with new_file(destination(env, name), overwrite=overwrite) as file:
        yield file


@contextmanager
def _sealed(file: IO[bytes], key: Key | None) -> Iterator[IO[bytes]]:
    if key is None:
        yield file
        return
    from keseimbangan.store.sealed_file import sealing

    with sealing(file, key) as content:
        yield content


def _write(env: Env, file: IO[bytes], format: str, *, with_journal: bool) -> dict[str, int]:
    from keseimbangan.domain.period import local
    from keseimbangan.exchange import csv_archive, store_file
    from keseimbangan.store.compiled import SCHEMA_VERSION
    from keseimbangan.store.outgoing import leaving

    with env.reading() as db:
        tables = leaving(db, with_journal=with_journal)
        if format == CSV:
            return csv_archive.write(file, local(env.now(), env.zone), tables)
        header = store_file.Header(
            format=store_file.FORMAT,
            format_version=store_file.FORMAT_VERSION,
            application_id=APPLICATION_ID,
            schema=SCHEMA_VERSION,
            created_at=env.now().strftime("%Y-%m-%dT%H:%M:%SZ"),
            journal=with_journal,
        )
        return store_file.write(file, header, ((each.name, each.rows) for each in tables))
