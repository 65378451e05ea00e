"""The words of `imbang giliran`: shifts, patterns, days, and what a file says of them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from keseimbangan.cli import params
from keseimbangan.cli.context import Env
from keseimbangan.cli.holiday_values import dated, twice
from keseimbangan.domain.period import ONE_DAY, DaySpan
from keseimbangan.domain.shifts import Shift, ShiftKind, shift_of
from keseimbangan.domain.working_day import OFF, WorkingDay
from keseimbangan.errors import KeseimbanganError
from keseimbangan.errors.row_files import RowFileWrong
from keseimbangan.errors.shifts import (
    EmptyShiftFile,
    HoursOfManyShifts,
    ShiftsBackwards,
    TooManyShifts,
    UnknownShift,
    UnreadableShiftHours,
)
from keseimbangan.i18n import _, language
from keseimbangan.shift_settings import SHIFT_KEYS, kinds, shift_forms, shift_hours

# What rosters call a shift besides its own name: hospitals part their day in P, S and M.
_OTHERS = {"sore": "afternoon", "libur": OFF, "lepas": OFF}
FIELDS = {
    "day": ("tanggal", "date", "day"),
    "name": ("giliran", "shift"),
    "hours": ("jam", "hours"),
}
# A roster of a leap year.
MOST_DAYS = 366


def pattern_of(env: Env, text: str) -> list[ShiftKind]:
    """The shifts of `pagi pagi malam libur`, or by first letters `PPML`. Raises UnknownShift."""
    found: list[ShiftKind] = []
    for word in text.replace(",", " ").split():
        kind = _kind(env, word)
        found += [kind] if kind else _by_letters(env, word)
    if not found:
        raise UnknownShift(text, tuple(shift_words(env)))
    return found


def with_hours(pattern: Sequence[ShiftKind], hours: str | None) -> list[ShiftKind]:
    """The pattern, its one shift at other hours where they are said."""
    if hours is None:
        return list(pattern)
    if len(pattern) != 1 or pattern[0].hours is None:
        raise HoursOfManyShifts
    return [_at(pattern[0], hours)]


def shift_words(env: Env) -> list[str]:
    """The shifts that there are, in the active language."""
    codes = {code: word for word, code in SHIFT_KEYS.items()} | {OFF: "libur"}
    known = kinds(env.settings.shifts, env.settings.extra_shifts)
    return [name if language() == "en" else codes.get(name, name) for name in known]


def days_of(env: Env, first: str, last: str | None) -> DaySpan:
    """The days from the first to the last, both included; without a last one the first alone."""
    begins = env.day(first)
    ends = env.day(last) if last is not None else begins
    if ends < begins:
        raise ShiftsBackwards(begins, ends)
    return DaySpan(begins, ends + ONE_DAY)


def bounded(days: DaySpan) -> DaySpan:
    """The same days; raises TooManyShifts where they are more than a roster has."""
    if len(days) > MOST_DAYS:
        raise TooManyShifts(len(days), MOST_DAYS)
    return days


def pattern_argument() -> Any:
    """`GILIRAN`."""
    return params.argument(
        _("GILIRAN"),
        help=_('Giliran, atau pola yang berulang: "pagi pagi malam malam libur libur", PPMMLL.'),
        complete=words_for_shell,
    )


def words_for_shell() -> list[str]:
    """The shifts that there are, for the shell."""
    from keseimbangan.cli.completion import shift_names

    return shift_names()


def hours_option() -> Any:
    """`--jam`."""
    return params.option(
        "jam",
        "hours",
        help=_("Jam lain untuk kali ini, misalnya 08.00-20.00 atau 08.00+24j."),
        metavar=_("JAM"),
    )


def replace_option() -> Any:
    """`--ganti`."""
    return params.option("ganti", "replace", help=_("Ganti giliran yang sudah ada."))


def from_file(env: Env, path: Path) -> list[Shift]:
    """The shifts of a file, or the error that names its first wrong line."""
    from keseimbangan.exchange.row_file import Form, read_rows

    form = Form(FIELDS, ("day", "name"), ("giliran", "shifts"), EmptyShiftFile)
    found: dict[date, Shift] = {}
    for row in read_rows(path, form):
        try:
            shift = _shift(env, row.values)
        except KeseimbanganError as error:
            raise RowFileWrong(path, row.line, str(error)) from error
        if shift.day in found:
            raise RowFileWrong(path, row.line, twice(shift.day))
        found[shift.day] = shift
    return sorted(found.values(), key=lambda shift: shift.day)


def _shift(env: Env, values: dict[str, str]) -> Shift:
    day = dated(env, values.get("day", ""))
    text = params.plain_text(values.get("name", ""), _("Giliran"), 60)
    (kind,) = with_hours([_named(env, text)], values.get("hours") or None)
    return shift_of(env.new_uid(), day, kind)


def _named(env: Env, text: str) -> ShiftKind:
    kind = _kind(env, text)
    if kind is None:
        raise UnknownShift(text, tuple(shift_words(env)))
    return kind


def _kind(env: Env, text: str) -> ShiftKind | None:
    """The shift of a word, or of a letter with which only one begins."""
    known = kinds(env.settings.shifts, env.settings.extra_shifts)
    named = {**SHIFT_KEYS, **_OTHERS, **{name: name for name in known}}
    word = text.lower()
    codes = {code for name, code in named.items() if name == word} or (
        {code for name, code in named.items() if name[0] == word and _spoken(name)}
    )
    # What is not in use cannot be meant.
    found = [code for code in codes if code in known]
    return ShiftKind(found[0], known[found[0]]) if len(found) == 1 else None


def _spoken(name: str) -> bool:
    """Whether a word is one of the active language; one of the agency's own is of both."""
    english = {*SHIFT_KEYS.values(), OFF}
    indonesian = {*SHIFT_KEYS, *_OTHERS}
    return name not in (indonesian if language() == "en" else english)


def _by_letters(env: Env, word: str) -> list[ShiftKind]:
    found = [_kind(env, letter) for letter in word] if word.isupper() else []
    kept = [kind for kind in found if kind is not None]
    if not kept or len(kept) < len(word):
        raise UnknownShift(word, tuple(shift_words(env)))
    return kept


def _at(kind: ShiftKind, text: str) -> ShiftKind:
    try:
        hours: WorkingDay = shift_hours(text)
    except ValueError as error:
        raise UnreadableShiftHours(text, shift_forms()) from error
    return kind._replace(hours=replace(hours, name=kind.name))
