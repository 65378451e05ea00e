"""The parser's complaints in our words. Typer's own Click knows no gettext."""

from typing import Any

import typer

from keseimbangan.cli.places import places
from keseimbangan.errors import UsageProblem
from keseimbangan.errors.usage import (
    FileWithoutOption,
    MinusReadAsOption,
    MissingValue,
    OptionTakesNoValue,
    OptionWithoutValue,
    OtherUsage,
    PassphraseInCall,
    TooManyWords,
    UnknownCommand,
    UnknownOption,
)
from keseimbangan.i18n import _, language

# Typer exports BadParameter only; the family above it is reached through it.
ParserError: type[Exception] = typer.BadParameter.__mro__[2]


# After these a word too many is most likely a passphrase.
_LOCKING = ("kunci", "lock", "buka-kunci", "unlock", "ganti-sandi", "change-passphrase")


def in_our_words(error: Any) -> UsageProblem:
    """The same complaint as one of our errors."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "imbang"
    match type(error).__name__:
        case "NoSuchOption" if error.option_name[1:2].isdigit():
            return MinusReadAsOption(path)
        case "NoSuchOption":
            return UnknownOption(error.option_name, path, _options(context))
        case "MissingParameter":
            return MissingValue(parameter_name(error.param), path)
        case "BadOptionUsage" if "does not take" in error.format_message():
            return OptionTakesNoValue(error.option_name)
        case "BadOptionUsage":
            return OptionWithoutValue(error.option_name)
        case "NoArgsIsHelpError":
            return MissingValue(_("PERINTAH"), path)
    return _by_message(error, context, path)


def _by_message(error: Any, context: Any, path: str) -> UsageProblem:
    message = error.format_message()
    if message.startswith("No such command"):
        word = message.partition("'")[2].rpartition("'")[0].partition("'")[0]
        return UnknownCommand(word, path, _commands(context))
    if message.startswith("Got unexpected extra argument"):
        if path.split()[-1] in _LOCKING:
            return PassphraseInCall(path)
        return _too_many(context, path, message.partition(" (")[2].removesuffix(")"))
    return OtherUsage(path, message)


def _too_many(context: Any, path: str, words: str) -> UsageProblem:
    params = context.command.params
    option = next((option_name(param.opts) for param in params if param.name == "output"), None)
    alone = all(param.param_type_name == "option" for param in params)
    if option and " " not in words and (alone or "." in words):
        return FileWithoutOption(path, words, option)
    return TooManyWords(path, words)


def _commands(context: Any) -> list[str]:
    if context.parent is None:
        return [place.shown for place in places()]
    names: list[str] = context.command.list_commands(context)
    return names


def _options(context: Any) -> list[str]:
    """The options a person would be told of: those of the active language, and not the hidden."""
    shown = [p for p in context.command.params if p.param_type_name == "option" and not p.hidden]
    both = [option_name(names) for p in shown for names in (p.opts, p.secondary_opts) if names]
    return [*both, "--help"]


def parameter_name(param: Any) -> str:
    """How a parameter is called in the active language: `--tenggat`, `JUDUL`."""
    if param.param_type_name == "argument":
        return str(param.metavar or param.name.upper())
    return option_name(param.opts)


def option_name(names: list[str]) -> str:
    """Options are declared Indonesian word first, English word last."""
    long = [name for name in names if name.startswith("--")]
    return (long[-1] if language() == "en" else long[0]) if long else names[0]
