"""Statements of what makes a day a working day: holidays, leave, places, shifts, overtime."""

from sqlalchemy import Executable, bindparam, select

from keseimbangan.store.statements.shared import METADATA, by_number, change, insertion, removal

holidays = METADATA.tables["holidays"]
leaves = METADATA.tables["leaves"]
location_days = METADATA.tables["location_days"]
shifts = METADATA.tables["shifts"]
overtimes = METADATA.tables["overtimes"]

WORKING_DAYS: dict[str, Executable] = {
    "INSERT_HOLIDAY": insertion(holidays),
    "UPDATE_HOLIDAY": change(holidays),
    "DELETE_HOLIDAY": removal(holidays),
    "HOLIDAYS_BETWEEN": select(holidays)
    .where(holidays.c.day >= bindparam("first"), holidays.c.day < bindparam("end"))
    .order_by(holidays.c.day),
    "INSERT_LEAVE": insertion(leaves),
    "UPDATE_LEAVE": change(leaves),
    "DELETE_LEAVE": removal(leaves),
    "GET_LEAVE": by_number(leaves),
    "LEAVES_BETWEEN": select(leaves)
    .where(leaves.c.last >= bindparam("start"), leaves.c.first < bindparam("end"))
    .order_by(leaves.c.first, leaves.c.id),
    "INSERT_LOCATION_DAY": insertion(location_days),
    "UPDATE_LOCATION_DAY": change(location_days),
    "DELETE_LOCATION_DAY": removal(location_days),
    "LOCATION_DAYS_BETWEEN": select(location_days)
    .where(location_days.c.day >= bindparam("first"), location_days.c.day < bindparam("end"))
    .order_by(location_days.c.day),
    "INSERT_SHIFT": insertion(shifts),
    "UPDATE_SHIFT": change(shifts),
    "DELETE_SHIFT": removal(shifts),
    "SHIFTS_BETWEEN": select(shifts)
    .where(shifts.c.day >= bindparam("first"), shifts.c.day < bindparam("end"))
    .order_by(shifts.c.day),
    "INSERT_OVERTIME": insertion(overtimes),
    "UPDATE_OVERTIME": change(overtimes),
    "DELETE_OVERTIME": removal(overtimes),
    "GET_OVERTIME": by_number(overtimes),
    "OVERTIMES_BETWEEN": select(overtimes)
    .where(overtimes.c.starts_at >= bindparam("start"), overtimes.c.starts_at < bindparam("end"))
    .order_by(overtimes.c.starts_at, overtimes.c.id),
}
