"""A round of focus at the live screen: its keys, its interruptions, its gaps."""

from collections.abc import Sequence
from typing import Any

from keseimbangan import formats
from keseimbangan.cli.focus_answer import kept_minutes
from keseimbangan.cli.focus_stage import Outcome, Stage
from keseimbangan.cli.focus_status import micro_break
from keseimbangan.cli.keys import BACKSPACE, CLEAR, ENTER, ESCAPE
from keseimbangan.cli.params import short_text
from keseimbangan.domain import focus_steps as steps
from keseimbangan.domain.focus import FocusSession, remaining_seconds
from keseimbangan.domain.focus_clock import Gap, GapKind
from keseimbangan.domain.focus_settlement import Settlement, grown, settle_gap
from keseimbangan.domain.period import local
from keseimbangan.errors import KeseimbanganError
from keseimbangan.i18n import _
from keseimbangan.view.focus import micro_break_sentence

_MOST_TYPED = 1000


class Round(Stage):
    """Counts one session. `others` are those of the last hours, for the reminder to stand up."""

    def __init__(self, *shared: Any, title: str | None, others: Sequence[FocusSession]) -> None:
        super().__init__(*shared)
        self.title, self._others = title, others
        self._line: str | None = None
        self._complaint: str | None = None
        self._gap: Gap | None = None
        self._reminded = False

    def press(self, key: str) -> Outcome | None:
        if self._line is not None:
            self._type(key)
        elif key == "b":
            self.counter.tick()
            self.closing()
            return Outcome.STOPPED
        elif self._gap is not None:
            self._choose(key)
        elif key in ("p", " ") and self._caught_up():
            self._turn()
        elif key == "q" and self._caught_up():
            self.counter.keep(steps.leave)
            return Outcome.LEFT
        elif key == "g":
            self._line = ""
        return None

    def passed(self, gap: Gap | None) -> Outcome | None:
        session = self.counter.session
        if self._gap is not None and session.paused_at is None:
            # Another terminal went on with the session: there is nothing left to ask.
            self._gap = self._line = None
        self._ask_about(gap)
        self._remind()
        asking = self._line is not None or self._gap is not None
        if asking or remaining_seconds(session, self.env.now()):
            return None
        self.counter.change(lambda s, now: steps.start_break(steps.complete(s, now), now))
        self.ring()
        return Outcome.COMPLETED

    def closing(self) -> None:
        if not self.counter.over:
            self.counter.keep(steps.stop)

    def typed(self) -> str | None:
        return self._line

    def lines(self) -> list[str]:
        lines = super().lines()
        if self._reminded:
            lines.append(micro_break_sentence())
        if self._gap is not None:
            lines += self._question(self._gap)
        elif self._line is not None:
            lines.append(_("Apa yang menyela? (Enter simpan, Esc batal)"))
        return [*lines, self._complaint] if self._complaint else lines

    def keys_shown(self) -> Sequence[str]:
        if self._line is not None or self._gap is not None:
            return ()
        if self.helped:
            return (
                _("p  tahan waktu, lalu lanjutkan (juga spasi)"),
                _("g  catat gangguan; waktu terus dihitung"),
                _("b  akhiri sesi (juga Ctrl-C)"),
                _("q  tinggalkan; sesi berjalan terus di latar"),
                _("?  tutup bantuan ini"),
            )
        if self.counter.session.paused_at is not None:
            return (_("p lanjutkan · g gangguan · b akhiri · q latar · ? bantuan"),)
        return (_("p tahan · g gangguan · b akhiri · q latar · ? bantuan"),)

    def _caught_up(self) -> bool:
        """Count up to this moment; no step is taken over a gap before it is asked about."""
        self._ask_about(self.counter.tick())
        return self._gap is None

    def _turn(self) -> None:
        paused = self.counter.session.paused_at is not None
        self.counter.change(steps.resume if paused else steps.pause)

    def _ask_about(self, gap: Gap | None) -> None:
        """Count nothing more until the person says what a gap was."""
        session = self.counter.session
        if gap is None or gap.kind is not GapKind.AWAY or self.counter.over or session.paused_at:
            return
        self._gap, self._line = gap, None
        self.counter.change(lambda session, _now: _held(session, gap))
        self.ring()

    def _question(self, gap: Gap) -> list[str]:
        gap = grown(gap, self.env.now())
        length = formats.duration(gap.seconds // 60)
        if self._line is not None:
            return [_("Berapa lama dari {length}?").format(length=length)]
        since = formats.clock(local(gap.since, self.counter.session.zone))
        return [
            _("Tidak terhitung {length} sejak {since}. Apa yang dicatat?").format(
                length=length, since=since
            ),
            _("1 sebagian · 2 semua sampai kini · 3 buang"),
        ]

    def _choose(self, key: str) -> None:
        if key == "1":
            self._line = ""
        elif key == "2":
            self._settle(Settlement.UNTIL_NOW)
        elif key == "3":
            self._settle(Settlement.DISCARD)

    def _settle(self, how: Settlement, minutes: int | None = None) -> None:
        gap = self._gap
        if gap is not None:
            self.counter.change(lambda s, now: settle_gap(s, grown(gap, now), how, minutes))
            self._gap = None

    def _type(self, key: str) -> None:
        line = self._line or ""
        if key == ENTER:
            self._enter(line)
        elif key == ESCAPE:
            self._line = self._complaint = None
        elif key == BACKSPACE:
            self._line = line[:-1]
        elif key == CLEAR:
            self._line = ""
        elif len(key) == 1 and len(line) < _MOST_TYPED:
            self._line = line + key

    def _enter(self, line: str) -> None:
        """Take the line, or say what is wrong with it and let the person go on typing."""
        try:
            if self._gap is not None:
                most = grown(self._gap, self.env.now()).seconds // 60
                self._settle(Settlement.KEEP, kept_minutes(line, most))
            elif line.strip():
                self._note(short_text(line))
            self._line = self._complaint = None
        except KeseimbanganError as error:
            self._complaint = str(error)

    def _note(self, note: str) -> None:
        uid = self.env.new_uid()
        self.counter.change(lambda session, now: steps.interrupt(session, now, note, uid))

    def _remind(self) -> None:
        """Say once, with a ring, that it is time to stand up; and no more once that was done."""
        due = micro_break(self.env, self.env.now(), [*self._others, self.counter.session])
        if due and not self._reminded:
            self.ring()
        self._reminded = due


def _held(session: FocusSession, gap: Gap) -> FocusSession:
    return session if session.paused_at else steps.pause(session, gap.since)
