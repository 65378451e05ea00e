"""Backups: what one is, which of them stay, and what bringing one back would change."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from keseimbangan.domain.period import local, week_name
from keseimbangan.domain.steps import Change

# Of the daily ones stays the newest of so many days, weeks and months that have one.
DAYS, WEEKS, MONTHS = 7, 4, 12
# Of every other reason stay the newest so many.
OF_A_REASON = 5


class BackupReason(StrEnum):
    """Why a backup was made: of itself once a day, by hand, or for something far-reaching."""

    DAILY = "daily"
    MANUAL = "manual"
    MIGRATION = "migration"
    RESTORE = "restore"
    RESTORED = "restored"
    IMPORT = "import"
    ENCRYPTION = "encryption"
    ERASURE = "erasure"


class Backup(NamedTuple):
    """A backup by its name: when it was made, of which schema; `serial` tells those of a second."""

    at: datetime
    serial: int
    reason: BackupReason
    schema: int
    path: Path
    size: int


class TableChange(NamedTuple):
    """What becomes of the rows of one table: how many come back, go, and become what they were.

    A few of each are `named`.
    """

    name: str
    returned: int
    gone: int
    changed: int
    named: tuple[Change, ...] = ()


def superseded(backups: Iterable[Backup], now: datetime, zone: str) -> list[Backup]:
    """Those that may go: for every one of them a newer one stays.

    A daily one stays as the newest of its day, week or month in `zone`; counted are days that
    have one, so that nothing goes while nothing comes. What a wrong clock dated after `now`
    stays and is not counted, else it would push out what is made now.
    """
    past = sorted(each for each in backups if each.at <= now)
    kept = set(_of_reasons(past))
    daily = [each for each in past if each.reason is BackupReason.DAILY]
    for count, period in ((DAYS, date.isoformat), (WEEKS, week_name), (MONTHS, _month)):
        kept.update(_newest_of_each(daily, zone, period, count))
    return [each for each in past if each not in kept]


def newest_first(backups: Iterable[Backup], now: datetime) -> list[Backup]:
    """From the newest on; last come those that a wrong clock dated after `now`."""
    return sorted(backups, key=lambda each: (each.at <= now, each), reverse=True)


def _of_reasons(backups: list[Backup]) -> Iterable[Backup]:
    others = [reason for reason in BackupReason if reason is not BackupReason.DAILY]
    return chain.from_iterable(
        [each for each in backups if each.reason is reason][-OF_A_REASON:] for reason in others
    )


def _newest_of_each(
    backups: list[Backup], zone: str, period: Callable[[date], str], count: int
) -> list[Backup]:
    newest = {period(_day(each, zone)): each for each in backups}
    return [newest[name] for name in sorted(newest)[-count:]]


def _day(backup: Backup, zone: str) -> date:
    return local(backup.at, zone).date()


def _month(day: date) -> str:
    return f"{day:%Y-%m}"
