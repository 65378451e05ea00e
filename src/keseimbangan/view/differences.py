"""Where two versions of a row differ: what stands here, what in the file, and which one stays."""

from typing import Any

from keseimbangan.domain.merging import Difference, Likeness
from keseimbangan.i18n import _
from keseimbangan.view.column_words import moments, readable, unread
from keseimbangan.view.table_words import row_text


def difference_lines(one: Difference, zone: str, *, applied: bool) -> list[str]:
    """How the row is called, then a line for each column; `applied` once the file is taken over."""
    named = row_text(one.table, one.number, one.label)
    if one.likeness is Likeness.TAKEN:
        named = _("{text} (tempatnya sudah terisi di sini)").format(text=named)
    sides = [each for field in one.fields if (each := readable(one.table, field, zone))]
    sides.append((_("diubah"), *moments(one.here, one.there, zone)))
    lines = [named, *(_sides(*each, replaced=one.taken and applied) for each in sides)]
    rest = unread(one.table, one.fields)
    if len(sides) == 1 and not rest:
        # Only its parts differ, such as the triggers of an entry.
        rest = [_("isinya")]
    if rest:
        lines.append(_("berbeda juga: {names}").format(names=", ".join(rest)))
    return lines


def difference_document(one: Difference) -> dict[str, Any]:
    """The same for a program, with the names of the columns alone."""
    return {
        "table": one.table,
        "number": one.number,
        "uid": one.uid,
        "label": one.label,
        "reason": {
            Likeness.UID: "same_row",
            Likeness.KEY: "same_key",
            Likeness.TAKEN: "key_taken",
        }[one.likeness],
        "winner": "file" if one.taken else "store",
        "here_changed_at": one.here,
        "file_changed_at": one.there,
        "fields": [each.name for each in one.fields],
    }


def _sides(name: str, here: str, there: str, *, replaced: bool) -> str:
    if replaced:
        text = _("{name}: tadinya {here}, kini {there}")
    else:
        text = _("{name}: di sini {here}, di berkas {there}")
    return text.format(name=name, here=here, there=there)
