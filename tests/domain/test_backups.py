"""Which backups stay: nothing goes that nothing newer replaces."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from keseimbangan.domain.backups import OF_A_REASON, Backup, BackupReason, newest_first, superseded
from keseimbangan.domain.period import week_name

ZONE = "Asia/Jakarta"
TODAY = date(2026, 11, 23)


def made(at: datetime, reason: BackupReason = BackupReason.DAILY, serial: int = 1) -> Backup:
    return Backup(at, serial, reason, 2, Path(f"{at:%Y%m%dT%H%M}-{reason}-{serial}.db"), 1)


def of_day(day: date, reason: BackupReason = BackupReason.DAILY) -> Backup:
    """A backup at 08.00 in Jakarta."""
    return made(datetime(day.year, day.month, day.day, 1, tzinfo=UTC), reason)


def evening_of(day: date) -> datetime:
    """The last minute of a day in Jakarta."""
    return datetime(day.year, day.month, day.day, 16, 59, tzinfo=UTC)


def days(backups: list[Backup]) -> list[date]:
    return [backup.at.date() for backup in backups]


def left(backups: list[Backup], today: date = TODAY) -> list[Backup]:
    gone = superseded(backups, evening_of(today), ZONE)
    return [backup for backup in sorted(backups) if backup not in gone]


backups = st.lists(
    st.builds(
        made,
        st.integers(0, 900 * 24).map(
            lambda hours: datetime(2024, 6, 1, tzinfo=UTC) + timedelta(hours=hours)
        ),
        st.sampled_from(BackupReason),
    ),
    max_size=60,
    unique=True,
)


def test_after_two_years_stay_seven_days_four_weeks_and_twelve_months() -> None:
    kept: list[Backup] = []
    day = date(2024, 11, 24)
    while day <= TODAY:
        kept = left([*kept, of_day(day)], day)
        day += timedelta(days=1)
    found = days(kept)
    assert found[-7:] == [TODAY - timedelta(days=back) for back in range(6, -1, -1)]
    assert {week_name(each) for each in found} >= {
        week_name(TODAY - timedelta(weeks=back)) for back in range(4)
    }
    months = {f"{each:%Y-%m}" for each in found}
    assert len(months) == 12
    assert "2025-12" in months
    assert len(found) <= 7 + 4 + 12


def test_of_a_month_and_a_week_the_newest_stays() -> None:
    october = [of_day(date(2026, 10, day)) for day in range(1, 32)]
    november = [of_day(date(2026, 11, day)) for day in range(1, 24)]
    found = days(left([*october, *november]))
    assert date(2026, 10, 31) in found
    assert date(2026, 11, 8) in found, "the Sunday of the third week back"
    assert date(2026, 11, 9) not in found


def test_of_a_day_the_newest_stays_by_the_clock_of_the_person() -> None:
    late = made(datetime(2026, 11, 22, 16, 30, tzinfo=UTC))
    early = made(datetime(2026, 11, 22, 17, 30, tzinfo=UTC))
    later = made(datetime(2026, 11, 23, 2, 0, tzinfo=UTC))
    assert superseded([late, early, later], evening_of(TODAY), ZONE) == [early]


def test_a_pause_of_months_costs_nothing() -> None:
    old = [of_day(date(2026, 1, day)) for day in range(5, 12)]
    assert days(left([*old, of_day(TODAY)]))[-7:] == [
        *(date(2026, 1, day) for day in range(6, 12)),
        TODAY,
    ]


def test_what_a_wrong_clock_dated_ahead_stays_and_pushes_nothing_out() -> None:
    week = [of_day(TODAY - timedelta(days=back)) for back in range(7)]
    ahead = [of_day(date(2031, 1, day)) for day in range(1, 20)]
    assert left([*week, *ahead]) == sorted([*week, *ahead])


@given(backups, st.sampled_from(BackupReason), st.integers(0, 900 * 24))
def test_what_is_made_now_stays_whatever_the_clock_said_before(
    given: list[Backup], reason: BackupReason, hours: int
) -> None:
    now = datetime(2024, 6, 1, tzinfo=UTC) + timedelta(hours=hours)
    serial = 1 + sum(backup.at == now for backup in given)
    new = made(now, reason, serial)
    gone = superseded([*given, new], now, ZONE)
    assert new not in gone
    assert all(backup.at <= now for backup in gone)
    for backup in gone:
        kept = [each for each in (*given, new) if each not in gone and each.at <= now]
        assert any(each.reason is backup.reason and each > backup for each in kept)


def test_the_newest_is_none_that_a_wrong_clock_dated_ahead() -> None:
    yesterday, today = of_day(TODAY - timedelta(days=1)), of_day(TODAY)
    ahead = of_day(date(2031, 1, 1))
    assert newest_first([yesterday, ahead, today], evening_of(TODAY)) == [today, yesterday, ahead]


def test_of_every_other_reason_stay_the_newest_five() -> None:
    for reason in BackupReason:
        if reason is not BackupReason.DAILY:
            many = [of_day(TODAY - timedelta(days=back), reason) for back in range(9)]
            assert days(left(many)) == [TODAY - timedelta(days=back) for back in range(4, -1, -1)]


@given(backups)
def test_the_newest_of_every_reason_always_stays(given: list[Backup]) -> None:
    kept = left(given)
    for reason in {backup.reason for backup in given}:
        newest = max(backup for backup in given if backup.reason is reason)
        assert newest in kept


@given(backups)
def test_what_was_rotated_once_is_not_rotated_again(given: list[Backup]) -> None:
    kept = left(given)
    assert superseded(kept, evening_of(TODAY), ZONE) == []


@given(backups)
def test_no_more_stay_than_the_rule_says(given: list[Backup]) -> None:
    kept = left([backup for backup in given if backup.at.date() < TODAY])
    others = [reason for reason in BackupReason if reason is not BackupReason.DAILY]
    assert len([b for b in kept if b.reason is BackupReason.DAILY]) <= 7 + 4 + 12
    assert all(len([b for b in kept if b.reason is r]) <= OF_A_REASON for r in others)


@given(backups)
def test_for_all_that_goes_a_newer_one_of_the_same_reason_stays(given: list[Backup]) -> None:
    kept = left(given)
    for gone in set(given) - set(kept):
        assert any(backup > gone and backup.reason is gone.reason for backup in kept)
