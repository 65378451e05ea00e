"""The words of `imbang cuti`: kinds, halves, and the right to annual leave."""

from typing import Any

from keseimbangan.cli import params
from keseimbangan.cli.context import Env
from keseimbangan.domain.leave import RULES
from keseimbangan.domain.leave_balance import LeaveTerms
from keseimbangan.domain.workdays import Half
from keseimbangan.errors.leave import NotForStatus
from keseimbangan.errors.text import UnknownWord
from keseimbangan.i18n import _
from keseimbangan.view.words import leave_kind

KINDS = {
    "tahunan": "annual",
    "sakit": "sick",
    "melahirkan": "maternity",
    "besar": "long",
    "alasan-penting": "important",
    "luar-tanggungan": "unpaid",
    **{code: code for code in RULES},
}
HALVES = {
    "pagi": Half.MORNING,
    "siang": Half.AFTERNOON,
    **{half.value: half for half in Half},
}


def kind_of(env: Env, text: str) -> str:
    """The code of a kind as typed, or the name of one of the agency's own."""
    word = " ".join(text.strip().lower().split())
    own = {name for name, _days in env.settings.extra_leave}
    if word in own:
        return word
    code = KINDS.get(word.replace(" ", "-"))
    status = env.settings.status
    if code is None:
        shown = [w for w in params.shown_words(KINDS) if status in RULES[KINDS[w]].months]
        raise UnknownWord(text, (*shown, *sorted(own)))
    if status not in RULES[code].months:
        raise NotForStatus(leave_kind(code), status.upper())
    return code


def kind_words() -> list[str]:
    """The kinds there are by law, for the shell."""
    return params.shown_words(KINDS)


def kind_help() -> str:
    """What can stand for a kind."""
    return _("Jenis cuti: {kinds}; tambah jenis lain dengan `imbang atur cuti.tambahan`.").format(
        kinds=", ".join(kind_words())
    )


def half_option() -> Any:
    """`--setengah`."""
    return params.word_option(
        "setengah", "half", table=HALVES, help=_("Hanya setengah hari, pagi atau siang.")
    )


def letter_option() -> Any:
    """`--surat`."""
    return params.option(
        "surat",
        "letter",
        help=_("Nomor surat cuti."),
        metavar=_("TEKS"),
        parser=params.short_text,
    )


def number_argument() -> Any:
    """`NOMOR`."""
    return params.argument(
        _("NOMOR"), help=_("Nomor cuti."), parser=params.whole_number(1), complete=numbers
    )


def numbers() -> list[tuple[str, str]]:
    """Numbers of the leave that is noted, for the shell."""
    from keseimbangan.cli.completion import leave_titles

    return leave_titles()


def terms(env: Env, first_recorded: int | None) -> LeaveTerms:
    """The right to annual leave by the settings; records begin where they say, or do."""
    settings = env.settings
    this_year = env.today().year
    return LeaveTerms(
        since=settings.leave_since or min(first_recorded or this_year, this_year),
        quota=settings.leave_quota,
        brought=settings.leave_brought,
        serving_since=settings.serving_since,
    )
