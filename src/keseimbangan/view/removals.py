"""What was deleted on one of two computers, where their stores become one."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from keseimbangan.domain.merging import Removal
from keseimbangan.i18n import _
from keseimbangan.view.column_words import moment
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
    }


def _lines(removals: Iterable[Removal], zone: str) -> Iterator[str]:
    for one in removals:
        yield _("{what}: diubah {changed}, dihapus {deleted}").format(
            what=row_text(one.table, one.number, one.label),
            changed=moment(one.changed_at, zone),
            deleted=moment(one.deleted_at, zone),
        )
