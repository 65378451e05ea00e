"""Options for what came of a finished task or block, and for the values of conduct."""

from collections.abc import Sequence
from typing import Annotated, Any

from keseimbangan.cli import params
from keseimbangan.domain.akhlak import Akhlak
from keseimbangan.i18n import _, language

AMOUNT_LENGTH = 100


def akhlak_words() -> tuple[str, ...]:
    """The seven words in the active language."""
    from keseimbangan.domain.akhlak_words import ENGLISH, INDONESIAN

    return ENGLISH if language() == "en" else INDONESIAN


def _akhlak(text: Any) -> Any:
    """A reader for values of conduct with commas between."""
    from keseimbangan.domain.akhlak_words import parse_akhlak

    return parse_akhlak(text, akhlak_words()) if isinstance(text, str) else text


def akhlak_of(given: Sequence[Sequence[Akhlak]] | None) -> tuple[Akhlak, ...] | None:
    """The values of an option that can be repeated, each once; None where it was not given."""
    if given is None:
        return None
    from keseimbangan.domain.akhlak_words import in_order

    return in_order(value for some in given for value in some)


def amount(text: Any) -> Any:
    """A reader for an amount, with or without its unit."""
    from keseimbangan.domain.amounts import parse_amount

    if not isinstance(text, str):
        return text
    return parse_amount(params.plain_text(text, _("Jumlah"), AMOUNT_LENGTH))


AkhlakValues = Annotated[
    list[Any] | None,
    params.option(
        "akhlak",
        help=_("Nilai BerAKHLAK, misalnya akuntabel,kolaboratif; boleh disingkat."),
        metavar=_("NILAI"),
        parser=_akhlak,
        complete=lambda: list(akhlak_words()),
    ),
]
Result = Annotated[
    str | None,
    params.option("hasil", "result", help=_("Hasilnya."), metavar=_("TEKS"), parser=params.note),
]
Evidence = Annotated[
    str | None,
    params.option(
        "bukti",
        "evidence",
        help=_("Bukti: nama berkas, tautan, atau nomor surat."),
        metavar=_("TEKS"),
        parser=params.short_text,
    ),
]
Realised = Annotated[
    Any,
    params.option(
        "realisasi",
        "realisation",
        help=_("Jumlah yang dihasilkan untuk SKP-nya, dalam satuan indikatornya."),
        metavar=_("JUMLAH"),
        parser=amount,
    ),
]
Indicator = Annotated[
    int | None,
    params.option(
        "indikator",
        "indicator",
        help=_("Nomor indikator yang dimaksud, bila ada beberapa."),
        metavar=_("NOMOR"),
        parser=params.whole_number(1),
        complete=params.indicator_numbers,
    ),
]
Yes = Annotated[bool, params.yes_option()]
