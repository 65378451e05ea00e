"""What a command needs: settings, the clock, the store, the output.

The only place that reads the clock and the environment. Heavy modules are imported when asked.
"""

import os
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from keseimbangan import settings as settings_module
from keseimbangan.domain.period import DaySpan, local
from keseimbangan.errors.settings import BadSetting
from keseimbangan.errors.store import HomeUnknown
from keseimbangan.errors.usage import OptionWithoutValue
from keseimbangan.settings import Settings
from keseimbangan.store import database
from keseimbangan.store.database import Database, Run
from keseimbangan.store.files import STORE
from keseimbangan.store.keys import Key
from keseimbangan.view.console import Output, Screen

if TYPE_CHECKING:
    from keseimbangan.cli.passphrases import Passphrases
    from keseimbangan.store.waiting import Holder

Context = typer.Context

# For tests, the demo and reproducible pictures: the clock starts here and runs on from there.
CLOCK_VARIABLE = "KESEIMBANGAN_SEKARANG"
# For tests of what takes time: so many seconds of that clock pass in one real second.
PACE_VARIABLE = "KESEIMBANGAN_LAJU"
HOME_VARIABLE = "KESEIMBANGAN_HOME"


class Home:
    """Where everything of one person lies: in one directory, or where the platform puts such."""

    def __init__(self, directory: Path | None) -> None:
        self._directory = directory

    @cached_property
    def data(self) -> Path:
        """The directory of the store, the backups and the logs."""
        if self._directory is not None:
            return self._directory
        from platformdirs import user_data_path

        return _known(user_data_path)

    @property
    def store(self) -> Path:
        """The store's file."""
        return self.data / STORE

    @property
    def settings(self) -> Path:
        """The settings' file."""
        if self._directory is not None:
            return self._directory / settings_module.FILE_NAME
        from platformdirs import user_config_path

        return _known(user_config_path) / settings_module.FILE_NAME

    @property
    def logs(self) -> Path:
        """The directory of the logs."""
        return self.data / "log"


def _known(place: Callable[..., Path]) -> Path:
    try:
        return place("keseimbangan", appauthor=False).expanduser()
    except RuntimeError as error:
        # An account without a home, as in a container.
        raise HomeUnknown from error


class Clock:
    """The wall clock in UTC and a steady one, in seconds, that no setting of the first can move."""

    def __init__(self, start: str | None) -> None:
        self._began = time.monotonic()
        self._start = _instant(start) if start else None
        # A pace without a start would let two clocks part that are meant to agree.
        self._pace = _pace(os.environ.get(PACE_VARIABLE, "1")) if start else 1.0

    def now(self) -> datetime:
        """The present instant, whole seconds, UTC."""
        if self._start is None:
            return datetime.now(UTC).replace(microsecond=0)
        return self._start + timedelta(seconds=int(self.steady() - self._began))

    def steady(self) -> float:
        """Seconds of a clock that only goes forward."""
        return self._began + (time.monotonic() - self._began) * self._pace

    def real(self, seconds: float) -> float:
        """The real seconds in which `seconds` pass by this clock."""
        return seconds / self._pace


def _instant(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        moment = None
    # Dates are understood from 1970, which in UTC begins a day early, to 2200.
    if moment is None or not 1969 <= moment.year < 2200:
        raise BadSetting(CLOCK_VARIABLE, text, "2026-11-23T07:30:00+07:00", None, None)
    return moment


def _pace(text: str) -> float:
    try:
        pace = float(text)
    except ValueError:
        pace = 0.0
    if not 0 < pace <= 1_000_000:
        raise BadSetting(PACE_VARIABLE, text, "1–1000000", None, None)
    return pace


class Env:
    """One command's surroundings."""

    def __init__(self, home: Home, settings: Settings, clock: Clock, output: Output) -> None:
        self.home = home
        self.settings = settings
        self.clock = clock
        self.output = output
        self._daily_seen = False
        # Whether a command has read what may be no store any more, and has not said so.
        self.loss_unsaid = False
        self.run = Run(tell=self._tell)
        self._passphrases: Passphrases | None = None

    @property
    def zone(self) -> str:
        """The zone in which the person is."""
        return self.settings.zone

    def now(self) -> datetime:
        """The present instant in UTC."""
        return self.clock.now()

    def today(self) -> date:
        """The date where the person is."""
        return local(self.now(), self.zone).date()

    def new_uid(self) -> str:
        """A UUID for something new."""
        return str(uuid.uuid4())

    def reading(self) -> AbstractContextManager[Database]:
        """The store for a command that only reads."""
        self.loss_unsaid = True
        return database.reading(self.home.store, self.now())

    @contextmanager
    def changing(self, prepare: Callable[[Database], object] | None = None) -> Iterator[Database]:
        """The store for a command that writes, all or nothing; all its writes are one step.

        `prepare` reads it before others are kept from writing. The first write of a day keeps a
        backup.
        """
        begun = not self.home.store.exists()
        with database.changing(self.home.store, self.now(), self.run, prepare) as db:
            yield db
            # Before it is committed: the backup is of the state before. After it succeeded: what
            # is refused leaves no trace.
            self.keep_daily()
        if begun:
            from keseimbangan.cli.lost_store import tell_of_beginning

            tell_of_beginning(self)

    def lasting(self) -> AbstractContextManager[None]:
        """For what may hold the store so long that others have to know."""
        from keseimbangan.store.waiting import lasting

        return lasting(self.home.store, self.run.command)

    def _tell(self, holder: "Holder | None") -> None:
        """That the command waits; to a person only."""
        if sys.stderr is None or not sys.stderr.isatty():
            return
        from keseimbangan.i18n import _

        if holder is None:
            self.note(_("Menunggu terminal lain; Ctrl-C membatalkan."))
        else:
            words = _("Menunggu `{command}` di terminal lain; Ctrl-C membatalkan.")
            self.note(words.format(command=f"imbang {holder.command}"))

    def replaying(self) -> AbstractContextManager[Database]:
        """The store for taking steps back, all or nothing; there must be one."""
        return database.replaying(self.home.store, self.now(), self.run)

    def keep_daily(self) -> None:
        """The backup of the day where it is due, of the state before an open transaction."""
        # Once a run: a countdown that writes every few seconds need not ask each time.
        if self._daily_seen:
            return
        from keseimbangan.store.daily import is_due

        self._daily_seen = True
        if is_due(self.home.store, self.now(), self.zone):
            from keseimbangan.cli.backup_keeping import keep_daily

            keep_daily(self)

    def tell_of_loss(self) -> None:
        """That the store is gone from which a command has read, where its backups are there."""
        if self.loss_unsaid and not os.path.exists(self.home.store):
            from keseimbangan.cli.lost_store import tell_of_loss

            tell_of_loss(self)

    def show(self, screen: Screen) -> None:
        """The result of the command."""
        self.output.show(screen)

    def note(self, sentence: str) -> None:
        """A sentence beside the result."""
        self.output.note(sentence)

    def find_key(self, path: Path, salt: bytes) -> Key:
        """The key of a locked file, from where the person keeps it or by asking."""
        return self.passphrases().find(path, salt)

    def passphrases(self) -> "Passphrases":
        """What was given in this call to open locked files."""
        if self._passphrases is None:
            from keseimbangan.cli.passphrases import Passphrases

            self._passphrases = Passphrases(self)
        return self._passphrases

    @property
    def interactive(self) -> bool:
        """Whether a question can be asked."""
        return sys.stdin is not None and sys.stdin.isatty() and not self.output.as_json

    def day(self, text: str | None) -> date:
        """A date as typed; today where nothing was typed."""
        if text is None:
            return self.today()
        from keseimbangan.domain.dates import parse_date

        return parse_date(text, self.today())

    def optional_day(self, text: str | None) -> date | None:
        """A date as typed, or none."""
        return None if text is None else self.day(text)

    def week(self, text: str | None) -> DaySpan:
        """A week as typed; the running one where nothing was typed."""
        from keseimbangan.domain.dates import parse_week
        from keseimbangan.domain.period import week_of

        return week_of(self.today()) if text is None else parse_week(text, self.today())

    def month(self, text: str | None, *, ahead: bool = False) -> DaySpan:
        """A month as typed, else the running one; `ahead` as in `parse_month`."""
        from keseimbangan.domain.dates import parse_month
        from keseimbangan.domain.period import month_of

        return (
            month_of(self.today()) if text is None else parse_month(text, self.today(), ahead=ahead)
        )


def env_of(ctx: Context) -> Env:
    """The surroundings that `__main__` put into the context."""
    env: Env = ctx.obj
    return env


def home_from(option: str | None) -> Home:
    """The home by `--home`, else by the environment, else by the platform."""
    if option == "":
        # `--home "$X"` without an X must not write into the home of every day.
        raise OptionWithoutValue("--home")
    named = option or os.environ.get(HOME_VARIABLE)
    try:
        return Home(Path(named).expanduser().absolute() if named else None)
    except RuntimeError as error:
        raise HomeUnknown from error
