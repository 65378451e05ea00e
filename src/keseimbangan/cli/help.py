"""Help pages, in the active language. `docs/commands.md` is made from the same pages."""

import shutil
from collections.abc import Sequence
from typing import Any, NamedTuple

from keseimbangan import __version__
from keseimbangan.cli.places import places
from keseimbangan.cli.usage import option_name
from keseimbangan.i18n import _
from keseimbangan.view.help import columns, wrapped


class Line(NamedTuple):
    """One row of a help page."""

    name: str
    help: str


def root_page() -> str:
    """Help of the program itself, from the table of commands; imports none of them."""
    commands = [Line(place.shown, place.help) for place in places() if not place.hidden]
    options = [
        Line("--home " + _("FOLDER"), _("Folder untuk data, pengaturan, dan log.")),
        Line("--version", _("Versi program.")),
        Line("--help", _("Tampilkan bantuan ini.")),
    ]
    return page(
        "imbang " + _("PERINTAH"),
        _("Keseimbangan kerja dan hidup untuk seorang ASN, di terminal."),
        [(_("Perintah"), commands), (_("Pilihan"), options)],
        _("`imbang` saja sama dengan `imbang hari`. Bantuan tiap perintah: `imbang tugas --help`."),
    )


def version_line() -> str:
    """`keseimbangan 0.1.0`."""
    return f"keseimbangan {__version__}"


def command_page(command: Any, context: Any) -> str:
    """Help of one command."""
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    usage = " ".join([context.command_path, _("[PILIHAN]"), *(_usage(p) for p in arguments)])
    options = [p for p in command.params if p.param_type_name == "option" and not p.hidden]
    return page(
        usage,
        command.help or "",
        [
            (_("Masukan"), [Line(_argument(p), p.help or "") for p in arguments]),
            (_("Pilihan"), [*(_option(p) for p in options), _help_line()]),
        ],
    )


def group_page(group: Any, context: Any) -> str:
    """Help of a group of commands."""
    if context.parent is None:
        return root_page()
    named = [(name, group.get_command(context, name)) for name in group.list_commands(context)]
    commands = [Line(name, command.help or "") for name, command in named if not command.hidden]
    return page(
        f"{context.command_path} {_('PERINTAH')}",
        group.help or "",
        [(_("Perintah"), commands), (_("Pilihan"), [_help_line()])],
    )


def page(
    usage: str, summary: str, sections: Sequence[tuple[str, Sequence[Line]]], end: str = ""
) -> str:
    """A help page as text, no wider than the terminal."""
    width = min(shutil.get_terminal_size((80, 24)).columns, 100)
    parts = [wrapped(_("Pakai: {usage}").format(usage=usage), width, indent=7)]
    if summary:
        parts.append(wrapped(summary, width))
    for heading, lines in sections:
        if lines:
            parts.append(f"{heading}:\n" + columns([(x.name, x.help) for x in lines], width))
    if end:
        parts.append(wrapped(end, width))
    return "\n\n".join(parts) + "\n"


def _help_line() -> Line:
    return Line("--help", _("Tampilkan bantuan ini."))


def _argument(param: Any) -> str:
    return str(param.metavar or param.name.upper())


def _usage(param: Any) -> str:
    name = _argument(param) + ("..." if param.nargs == -1 else "")
    return name if param.required else f"[{name}]"


def _option(param: Any) -> Line:
    name = option_name(param.opts)
    if param.secondary_opts:
        name = f"{name}/{option_name(param.secondary_opts)}"
    elif not param.is_flag:
        name = f"{name} {param.metavar or _('TEKS')}"
    text = param.help or ""
    return Line(name, text if not param.multiple else text + " " + _("Boleh berulang."))
