"""What of a file did not come in, and why."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from keseimbangan.domain.arrivals import Left, Skipped, SkipReason
from keseimbangan.i18n import _
from keseimbangan.view.console import shown


def left_lines(left: Left, most: int) -> Iterator[tuple[str, list[str]]]:
    """A title and its lines; of more than `most` things only how many for which reason."""
    if left.skipped:
        yield _("Tidak ikut"), _skipped(left.skipped, most)
    if left.fields:
        found = sorted(left.fields.items())
        line = ", ".join(f"{shown(name)} {count}" for name, count in found)
        yield _("Isian yang tidak punya tempat di sini"), [line]


def left_document(left: Left) -> dict[str, Any]:
    """The same for a program, one by one."""
    return {
        "skipped": [
            {"position": each.position, "title": each.title, "reason": each.reason.value}
            for each in left.skipped
        ],
        "fields_left_out": [{"name": name, "count": count} for name, count in left.fields.items()],
    }


def _skipped(found: Sequence[Skipped], most: int) -> list[str]:
    if len(found) > most:
        counts = Counter(each.reason for each in found).most_common()
        lines = [f"{reason_text(reason)}: {n}" for reason, n in counts]
        return [*lines, _("Satu per satu: --json.")]
    return [
        _("{n}. {title}: {reason}").format(
            n=each.position,
            title=shown(each.title) or _("tanpa judul"),
            reason=reason_text(each.reason),
        )
        for each in found
    ]


def reason_text(reason: SkipReason) -> str:
    """Why something of another program was left out."""
    return {
        SkipReason.DELETED: _("sudah dihapus di sana"),
        SkipReason.TEMPLATE: _("pola berulang; buat dengan `imbang blok tambah --ulang`"),
        SkipReason.RUNNING: _("masih berjalan"),
        SkipReason.NO_TITLE: _("tidak ada isinya"),
        SkipReason.NO_TIME: _("waktunya tidak dapat dibaca"),
        SkipReason.TOO_LONG: _("lebih lama dari sehari"),
        SkipReason.NO_LEVEL: _("tidak ada tingkat stres; beri --tingkat atau tag @stres7"),
        SkipReason.CUT: _("catatannya terlalu panjang; yang tidak ikut ditandai […]"),
        SkipReason.BACKWARDS: _("selesainya tidak sesudah mulainya"),
        SkipReason.TWICE: _("ada dua kali dalam berkas"),
        SkipReason.UNREADABLE: _("tidak dapat dibaca"),
    }[reason]
