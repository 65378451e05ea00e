"""How answers become entries in the store: given, asked for, or written in an editor."""

from functools import partial
from typing import Any

from keseimbangan.cli import journal_values as values
from keseimbangan.cli.context import Env
from keseimbangan.domain import journal as domain
from keseimbangan.domain.journal import Answers, StressEntry
from keseimbangan.errors.usage import OptionsConflict
from keseimbangan.i18n import _
from keseimbangan.store.journal import Journal
from keseimbangan.view.journal import week_text


def write(env: Env, given: Answers, about: str) -> StressEntry:
    """A new entry about a week; on a terminal its answers are asked for where no level is given."""
    from keseimbangan.cli.journal_prompts import completed, kept

    return kept(env, partial(_add, env, about, completed(env, given)))


def write_in_editor(env: Env, given: Answers, about: str) -> StressEntry | None:
    """A new entry from a form that begins with what is given; None where it stays empty."""
    from keseimbangan.cli.editor import edited
    from keseimbangan.cli.journal_form import form_text, is_blank, read_form

    def accept(text: str) -> StressEntry | None:
        return None if is_blank(text) else _add(env, about, read_form(text))

    return edited(env, form_text(_for_editor(given), week_text(about)), accept)


def change(env: Env, number: int, changes: dict[str, Any], about: str | None) -> StressEntry:
    """An entry with some of its answers changed, and moved to another week where one is given."""
    if changes.get("note") == values.FROM_STDIN:
        changes = changes | {"note": values.note_from_stdin(env)}
    return _revise(env, number, changes, about)


def change_in_editor(
    env: Env, number: int, changes: dict[str, Any], about: str | None
) -> StressEntry | None:
    """An entry as its form leaves the editor; None where the person lets go of it."""
    from keseimbangan.cli.editor import edited
    from keseimbangan.cli.journal_form import form_text, read_form

    def accept(text: str) -> StressEntry:
        return _revise(env, number, read_form(text)._asdict(), about)

    with env.reading() as db:
        entry = Journal(db).get(number)
    answers = _for_editor(domain.answers_of(entry)._replace(**changes))
    return edited(env, form_text(answers, week_text(about or entry.week)), accept)


def _add(env: Env, about: str, answers: Answers) -> StressEntry:
    entry = domain.write(answers, uid=env.new_uid(), week=about, at=env.now(), zone=env.zone)
    with env.changing() as db:
        return Journal(db).add(entry)


def _revise(env: Env, number: int, changes: dict[str, Any], about: str | None) -> StressEntry:
    with env.changing() as db:
        entry = Journal(db).get(number)
        answers = domain.answers_of(entry)._replace(**changes)
        return Journal(db).save(domain.revise(entry, answers, about))


def _for_editor(answers: Answers) -> Answers:
    if answers.note == values.FROM_STDIN:
        raise OptionsConflict("--editor", _("--catatan -"))
    return answers
