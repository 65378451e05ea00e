"""The questions of a journal entry: one after the other, each but the level may be passed over."""

import sys
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from keseimbangan.cli import journal_values as values
from keseimbangan.cli import params
from keseimbangan.cli.context import Env
from keseimbangan.cli.prompts import ask, ask_optional, confirm
from keseimbangan.domain.journal import Answers
from keseimbangan.domain.triggers import known
from keseimbangan.errors import KeseimbanganError, StoreProblem
from keseimbangan.errors.usage import AnswerNeeded
from keseimbangan.i18n import _
from keseimbangan.store.journal import Journal
from keseimbangan.view.journal import trigger_menu

T = TypeVar("T")

# How many of a person's own triggers stand below the known ones.
_OWN_SHOWN = 12

# Time enough for the next piece of a pasted text to come through a slow connection.
_PASTE_SECONDS = 0.1


def completed(env: Env, given: Answers) -> Answers:
    """The answers with what is missing asked for, unless a level was given: then nothing is.

    A note of `-` is read from standard input. Raises AnswerNeeded without level and terminal.
    """
    if given.level is None:
        try:
            given = _asked(env, given)
        except (KeyboardInterrupt, EOFError):
            env.note(_("Tidak ada yang dicatat."))
            raise
    if given.note == values.FROM_STDIN:
        given = given._replace(note=values.note_from_stdin(env))
    return given


def kept(env: Env, keep: Callable[[], T]) -> T:
    """The result of keeping answers; on a terminal one may try again, so that none are lost."""
    while True:
        try:
            return keep()
        except StoreProblem as error:
            if not env.interactive:
                raise
            env.output.error(error)
            if not confirm(env, _("Coba simpan lagi? Bila tidak, jawaban Anda hilang."), "", True):
                raise


def _asked(env: Env, given: Answers) -> Answers:
    question = _("Seberapa berat stres Anda, dari 0 (tidak terasa) sampai 10 (sangat berat)?")
    if not env.interactive:
        raise AnswerNeeded(_("--tingkat"), question)
    menu = _menu(env)
    env.note(_("Jawab seperlunya. Tekan Enter untuk melewati pertanyaan."))
    level = ask(env, question, _("--tingkat"), values.level)
    triggers = given.triggers or _triggers(env, menu)
    cause = given.main_cause or ask_optional(
        env, _("Apa penyebab utamanya menurut Anda?"), _("--penyebab"), values.cause
    )
    coping = given.coping or ask_optional(
        env, _("Apa yang Anda lakukan untuk mengatasinya?"), _("--mengatasi"), values.coping
    )
    return Answers(
        level,
        triggers,
        cause,
        coping,
        # How much something helped can only be said of something that was done.
        helped=_helped(env) if given.helped is None and coping else given.helped,
        demand=_demand(env) if given.demand is None else given.demand,
        control=_control(env) if given.control is None else given.control,
        note=given.note or _note(env),
    )


def _menu(env: Env) -> list[str]:
    """The known triggers, then the person's own that were named most often."""
    with env.reading() as db:
        own = [name for name in Journal(db).trigger_names() if name not in known()]
    return [*known(), *own[:_OWN_SHOWN]]


def _triggers(env: Env, menu: list[str]) -> tuple[str, ...]:
    env.output.messages.print(trigger_menu(values.words_of(menu)))
    question = _("Apa pemicunya? Nomor atau kata Anda sendiri, pisahkan dengan koma:")
    read = partial(values.triggers, menu=menu)
    return ask_optional(env, question, _("--pemicu"), read) or ()


def _helped(env: Env) -> int | None:
    question = _("Seberapa membantu cara itu, dari 0 sampai 10?")
    return ask_optional(env, question, _("--terbantu"), values.level)


def _demand(env: Env) -> int | None:
    question = _("Seberapa tinggi tuntutan pekerjaan Anda, dari 0 sampai 10?")
    return ask_optional(env, question, _("--tuntutan"), values.level)


def _control(env: Env) -> int | None:
    question = _("Seberapa besar kendali Anda atas pekerjaan itu, dari 0 sampai 10?")
    return ask_optional(env, question, _("--kendali"), values.level)


def _note(env: Env) -> str | None:
    while True:
        text = "\n".join(_lines(env)).strip()
        try:
            return params.note(text) if text else None
        except KeseimbanganError as error:
            env.output.error(error)


def _lines(env: Env) -> list[str]:
    question = _("Catatan lain? Boleh beberapa baris; baris kosong mengakhiri.")
    lines: list[str] = []
    while True:
        try:
            line = ask_optional(env, question, _("--catatan"), params.note)
        except EOFError:
            return lines
        # A pasted text may have empty lines; what is left of it would go to the shell.
        if line is None and not _more_is_waiting():
            return lines
        lines.append(line or "")
        question = "·"


def _more_is_waiting() -> bool:
    if sys.platform == "win32":
        import msvcrt

        return bool(msvcrt.kbhit())
    import select

    try:
        return bool(select.select([sys.stdin], [], [], _PASTE_SECONDS)[0])
    except (OSError, ValueError):
        return False
