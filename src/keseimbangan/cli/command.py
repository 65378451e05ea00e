"""How a command is declared: its Indonesian and English word, its help, and the common `--json`.

Only what `sys.argv` asks for is built: a group of twelve commands that is called for one of them
registers that one. Building all of them costs as much again as the rest of the start.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from keseimbangan.i18n import _, language

Callback = Callable[..., None]


class Entry(NamedTuple):
    """One command of a group."""

    word: str
    english: str
    help: str
    callback: Callback
    hidden: bool = False

    @property
    def shown(self) -> str:
        """The word in the active language."""
        return self.english if language() == "en" else self.word


class Command(TyperCommand):
    """A command with `--json`, whose help is written by us."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(_json_option())

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        # A shell that asks how a line goes on asks about half a line.
        if not ctx.resilient_parsing:
            _require_values(self.params, args)
        return super().parse_args(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        from keseimbangan.cli.help import command_page

        formatter.write(command_page(self, ctx))


def _require_values(params: Sequence[Any], args: Sequence[str]) -> None:
    """The parser would take `--penting` for the title in `--judul --penting`."""
    options = [param for param in params if param.param_type_name == "option"]
    names = {name for param in options for name in (*param.opts, *param.secondary_opts)}
    names |= {"--help", "-h", "--"}
    valued = {name for param in options if not param.is_flag for name in param.opts}
    given = list(args[: args.index("--")]) if "--" in args else list(args)
    while given:
        option = given.pop(0)
        if option not in valued:
            continue
        if not given or given.pop(0) in names:
            from keseimbangan.errors.usage import OptionWithoutValue

            raise OptionWithoutValue(option)


class CommandGroup(TyperGroup):
    """A group whose help is written by us."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        from keseimbangan.cli.help import group_page

        formatter.write(group_page(self, ctx))


def _json_option() -> TyperOption:
    # Its value is read once, before anything is parsed, so that errors come as JSON too.
    return TyperOption(
        param_decls=["--json"],
        is_flag=True,
        default=False,
        expose_value=False,
        help=_("Satu dokumen JSON di keluaran standar."),
    )


class Group:
    """The commands of one noun. `default` is the word that is meant when none is given."""

    def __init__(self, default: str | None = None) -> None:
        self.default = default
        self.entries: list[Entry] = []

    def command(
        self, word: str, english: str, *, help: str, hidden: bool = False
    ) -> Callable[[Callback], Callback]:
        """Declare a function as the command `word`, in English `english`."""

        def declare(callback: Callback) -> Callback:
            self.entries.append(Entry(word, english, help, callback, hidden))
            return callback

        return declare

    def complete(self, rest: Sequence[str]) -> list[str]:
        """The words after the group's own, with the default where none is given."""
        bare = not rest or (rest[0].startswith("-") and rest[0] not in ("--help", "-h"))
        return [self.default, *rest] if self.default and bare else list(rest)

    def app(self, rest: Sequence[str]) -> typer.Typer:
        """A Typer app with the one command that `rest` begins with, or with all of them."""
        app = new_app()
        wanted = rest[0] if rest else None
        chosen = [entry for entry in self.entries if wanted in (entry.word, entry.english)]
        for entry in chosen or self.entries:
            name = wanted if chosen else entry.shown
            register(app, entry, name)
        # With a callback Typer keeps a group a group, even when it has a single command.
        app.callback()(_nothing)
        return app


def new_app() -> typer.Typer:
    """A Typer app without the parts that would speak English."""
    return typer.Typer(
        cls=CommandGroup,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["--help", "-h"]},
    )


def register(app: typer.Typer, entry: Entry, name: str | None) -> None:
    """Add one command to an app under a name."""
    app.command(
        name=name,
        cls=Command,
        help=entry.help,
        hidden=entry.hidden,
        context_settings={"help_option_names": ["--help", "-h"]},
    )(entry.callback)


def _nothing() -> None:
    """A group does nothing by itself."""
