"""A store that is gone while its backups are there: what every screen says of it."""

from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan.i18n import _
from keseimbangan.view.console import PathLine, shown


def way_back(store: Path, backups: str) -> RenderableType:
    """That it is gone, which backups there are in a sentence, and the command for one of them."""
    gone = _("Berkas data {path} tidak ada, tetapi cadangannya ada.")
    call = _("imbang data pulihkan")
    return Group(
        PathLine(gone.format(path=shown(str(store))), style="bold"),
        Text(backups),
        Text(_("Kembalikan dengan: {call}").format(call=call)),
    )
