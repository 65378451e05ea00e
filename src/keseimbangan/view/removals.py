"""What was deleted on one of two computers, where their stores become one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from keseimbangan import formats
from keseimbangan.domain.merging import Removal, TakenOut
from keseimbangan.i18n import _
from keseimbangan.view.column_words import moments
from keseimbangan.view.step_words import PARTS, counted
from keseimbangan.view.table_words import row_text


def removal_lines(removals: Sequence[Removal], zone: str) -> Iterator[tuple[str, list[str]]]:
    """A title and a line for each, for every outcome that there is."""
    titles = (
        (_("Dihapus, sebab sudah dihapus di komputer lain"), False, True),
        (_("Tidak dibawa kembali, sebab sudah dihapus di sini"), True, True),
        (_("Tetap ada, sebab diubah setelah dihapus di komputer lain"), False, False),
        (_("Kembali, sebab diubah di sana setelah dihapus di sini"), True, False),
    )
    for title, in_file, goes in titles:
        found = [each for each in removals if (each.in_file, each.goes) == (in_file, goes)]
        if found:
            yield title, list(_lines(found, zone))


def taken_out_lines(found: Iterable[TakenOut]) -> list[str]:
    """A line for each series, with the days that it does not have any more."""
    days: dict[str, list[str]] = defaultdict(list)
    for one in sorted(found):
        days[row_text("blocks", one.series, one.label)].append(_day(one.occurrence))
    return [
        _("{what}: {days}").format(what=what, days=", ".join(listed))
        for what, listed in days.items()
    ]


def removal_document(one: Removal) -> dict[str, Any]:
    """The same for a program."""
    return {
        "table": one.table,
        "number": one.number,
        "uid": one.uid,
        "label": one.label,
        "deleted_in": "store" if one.in_file else "file",
        "removed": one.goes,
        "changed_at": one.changed_at,
        "deleted_at": one.deleted_at,
        "with": one.owner,
        "occurrence": one.occurrence,
    }


def _lines(removals: Sequence[Removal], zone: str) -> Iterator[str]:
    parts = _parts(removals)
    for one in removals:
        if _is_part(one):
            continue
        changed, deleted = moments(one.changed_at, one.deleted_at, zone)
        line = _("{what}: diubah {changed}, dihapus {deleted}").format(
            what=_named(one), changed=changed, deleted=deleted
        )
        if along := parts[one.uid]:
            named = ", ".join(counted(table, n) for table, n in along.items())
            line = _("{line}, beserta {parts}").format(line=line, parts=named)
        yield line


def _named(one: Removal) -> str:
    text = row_text(one.table, one.number, one.label)
    return text if one.occurrence is None else f"{text}, {_day(one.occurrence)}"


def _day(occurrence: str) -> str:
    return formats.short_date(date.fromisoformat(occurrence[:10]))


def _is_part(one: Removal) -> bool:
    """Whether it goes with another and is nothing that a person knows by itself."""
    return one.owner is not None and one.table in PARTS


def _parts(removals: Iterable[Removal]) -> dict[str | None, Counter[str]]:
    found: dict[str | None, Counter[str]] = defaultdict(Counter)
    for one in filter(_is_part, removals):
        found[one.owner][one.table] += 1
    return found
