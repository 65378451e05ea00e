"""What becomes of a session that was left behind: flags for scripts, one question for a person."""

from datetime import datetime
from typing import NamedTuple

from keseimbangan import formats
from keseimbangan.cli.context import Env
from keseimbangan.cli.prompts import ask, choose
from keseimbangan.domain.focus import FocusSession, catch_up
from keseimbangan.domain.focus_settlement import Settlement, most_to_keep, settle
from keseimbangan.domain.times import parse_duration
from keseimbangan.errors.focus import KeepTooLong, LeftDangling
from keseimbangan.errors.usage import OptionsConflict
from keseimbangan.i18n import _


class Answer(NamedTuple):
    """A person's word; `minutes` are those to keep."""

    how: Settlement
    minutes: int | None = None

    def applied(self, session: FocusSession, now: datetime) -> FocusSession:
        """The session as it is settled."""
        return settle(session, self.how, now, self.minutes)


def from_flags(keep: int | None, until_now: bool, discard: bool) -> Answer | None:
    """The answer given on the command line, if one is; raises OptionsConflict."""
    given = [
        (name, answer)
        for name, answer, there in (
            (_("--simpan"), Answer(Settlement.KEEP, keep), keep is not None),
            (_("--sampai-kini"), Answer(Settlement.UNTIL_NOW), until_now),
            (_("--buang"), Answer(Settlement.DISCARD), discard),
        )
        if there
    ]
    if len(given) > 1:
        raise OptionsConflict(given[0][0], given[1][0])
    return given[0][1] if given else None


def left_behind(session: FocusSession, now: datetime) -> LeftDangling:
    """The error that names such a session."""
    counted = catch_up(session, now)
    return LeftDangling(
        session.number or 0,
        counted.last_seen,
        session.zone,
        counted.focused_minutes,
        overdue=session.background,
    )


def asked(env: Env, session: FocusSession) -> Answer:
    """The answer of a person; raises AnswerNeeded without a terminal."""
    now = env.now()
    question = left_behind(session, now).message() + "\n" + _("Berapa lama Anda bekerja?")
    all_, least = (
        formats.duration(settle(session, how, now).focused_minutes)
        for how in (Settlement.UNTIL_NOW, Settlement.DISCARD)
    )
    choices = [
        ("s", _("sejumlah menit"), Settlement.KEEP),
        ("k", _("sampai kini, {time}").format(time=all_), Settlement.UNTIL_NOW),
        ("b", _("buang sisanya, tinggal {time}").format(time=least), Settlement.DISCARD),
    ]
    how = choose(env, question, _("--simpan, --sampai-kini, atau --buang"), choices)
    return Answer(how, _minutes(env, session) if how is Settlement.KEEP else None)


def _minutes(env: Env, session: FocusSession) -> int:
    most = most_to_keep(session, env.now())

    def read(text: str) -> int:
        return kept_minutes(text, most)

    question = _("Berapa lama seluruhnya? (paling lama {most})")
    return ask(env, question.format(most=formats.duration(most)), _("--simpan"), read)


def kept_minutes(text: str, most: int) -> int:
    """Minutes to keep, as typed; raises KeepTooLong beyond `most`."""
    minutes = parse_duration(text, least=0, most=24 * 60)
    if minutes > most:
        raise KeepTooLong(minutes, most)
    return minutes
