"""What a row that comes in must be like, by table: pydantic models made from the declared columns.

The schema checks what SQL can say; here is what the program relies on besides: times that can be
reckoned with, zones that exist, rules that fire.
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    NaiveDatetime,
    StringConstraints,
    ValidationError,
    create_model,
)
from sqlmodel import SQLModel

from keseimbangan.domain.period import week_named
from keseimbangan.domain.recurrence import is_rule
from keseimbangan.store import tables
from keseimbangan.store.columns import WallClock
from keseimbangan.store.portable import Shape, processors
from keseimbangan.store.spans import spans
from keseimbangan.store.values import to_akhlak, to_day

# Dates are understood from 1970 to 2200; in UTC they begin a day early and end a day late.
FIRST, LAST = date(1969, 12, 31), date(2201, 1, 1)
MOST_TEXT = 100_000
MOST_INTEGER = 1_000_000_000


class Bad(ValueError):
    """A value that no column of that name can have."""


class _Reference(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    number: int | None = None
    uid: Annotated[str, StringConstraints(min_length=1, max_length=200)]


def read(shape: Shape, text: str) -> dict[str, Any]:
    """The values of a row as its columns hold them, a reference as the UUID it names.

    Raises pydantic's ValidationError.
    """
    model = _model(shape)
    row = model.model_validate_json(text)
    written = _writers(shape.name)
    values = {name: getattr(row, name) for name in shape.columns}
    for reference in shape.references:
        target = values[reference.column]
        values[reference.column] = target.uid if target else None
    for name, writer in written.items():
        values[name] = writer(values[name])
    return {name: str(v) if isinstance(v, str) else v for name, v in values.items()}


def faults(error: ValidationError) -> list[tuple[str | None, str]]:
    """Each field that is wrong, with one word for what is: missing, unknown, length or value."""
    return [(_field(each["loc"]), _fault(each["type"])) for each in error.errors()]


def _field(place: tuple[int | str, ...]) -> str | None:
    return str(place[0]) if place else None


def _fault(kind: str) -> str:
    known = {"missing": "missing", "extra_forbidden": "unknown", "string_too_long": "length"}
    return known.get(kind, "value")


@cache
def _writers(table: str) -> dict[str, Callable[[Any], Any]]:
    return processors(table)


@cache
def _model(shape: Shape) -> type[BaseModel]:
    row = _row_class(shape.name)
    fields: dict[str, Any] = {}
    for name in shape.columns:
        declared = row.model_fields[name]
        kind = _kind(shape, name, declared.annotation)
        fields[name] = (kind, ... if declared.is_required() else declared.get_default())
    model: type[BaseModel] = create_model(shape.name, __base__=_base(shape), **fields)
    return model


def _base(shape: Shape) -> type[BaseModel]:
    # What the domain refuses at birth and no column can say alone.
    whole = spans(shape.name, shape.columns)

    class Row(BaseModel):
        model_config = ConfigDict(extra="forbid", strict=True)

        def model_post_init(self, _context: Any) -> None:
            row = vars(self)
            if any(each.is_backwards(row) or each.is_too_long(row) for each in whole):
                raise Bad("value")

    return Row


def _row_class(table: str) -> type[SQLModel]:
    classes = (each for each in tables.Row.__subclasses__() if each.__tablename__ == table)
    return next(classes)


def _kind(shape: Shape, name: str, annotation: Any) -> Any:
    """The type of a field: as declared, within the bounds of its name and column."""
    if name == "id":
        # A number is a wish: what it is here is settled here.
        return int | None
    plain, optional = _without_none(annotation)
    if shape.target(name):
        bounded: Any = _Reference
    else:
        bounded = _bounded(shape, name, plain)
    return bounded | None if optional else bounded


def _without_none(annotation: Any) -> tuple[Any, bool]:
    if get_origin(annotation) not in (Union, UnionType):
        return annotation, False
    kinds = [each for each in get_args(annotation) if each is not NoneType]
    return kinds[0], len(kinds) < len(get_args(annotation))


def _bounded(shape: Shape, name: str, kind: Any) -> Any:
    if kind is datetime:
        return Annotated[_clock(shape, name), AfterValidator(_possible)]
    if kind is date:
        return Annotated[date, Field(ge=FIRST, le=LAST)]
    if kind is int:
        if name == "year":
            return Annotated[int, Field(ge=FIRST.year + 1, le=LAST.year - 1)]
        least = 1 if name in ("planned_minutes", "estimate_minutes") else 0
        return Annotated[int, Field(ge=least, le=MOST_INTEGER)]
    if kind is float:
        return Annotated[float, Field(allow_inf_nan=False)]
    if kind is str:
        return Annotated[str, StringConstraints(max_length=MOST_TEXT), AfterValidator(_text(name))]
    return kind


def _clock(shape: Shape, name: str) -> Any:
    column = tables.Row.metadata.tables[shape.name].c[name]
    return NaiveDatetime if isinstance(column.type, WallClock) else AwareDatetime


def _possible(moment: datetime) -> datetime:
    # Before it is turned into UTC, which the first and the last year of all do not survive.
    if not FIRST <= moment.date() <= LAST:
        raise Bad("value")
    return moment.astimezone(UTC) if moment.tzinfo else moment


def rule_of(name: str) -> Callable[[str], bool] | None:
    """What the texts in columns of that name keep to, where they do."""
    return {
        "uid": _uid,
        "zone": _zone,
        "rule": is_rule,
        "week": _week,
        "month": _month,
        "start_time": _time,
        "end_time": _time,
        "break_start": _time,
        "break_end": _time,
        "akhlak": _akhlak,
        # A day, in the ledger; elsewhere it is a wall clock, which its column reads.
        "recurrence_id": _day_or_none,
    }.get(name)


def _akhlak(text: str) -> bool:
    return _is_read(to_akhlak, text)


def _day_or_none(text: str) -> bool:
    # Only as the ledger writes it; Python reads more.
    return not text or (_is_read(to_day, text) and to_day(text).isoformat() == text)


def _is_read(reader: Callable[[str], Any], text: str) -> bool:
    try:
        reader(text)
    except ValueError:
        return False
    return True


def _text(name: str) -> Callable[[str], str]:
    rule = rule_of(name)

    def checked(text: str) -> str:
        if "\0" in text:
            raise Bad("value")
        if rule is not None and not rule(text):
            raise Bad("value")
        return text

    return checked


def _uid(text: str) -> bool:
    return 0 < len(text) <= 200 and text.isprintable()


def _zone(text: str) -> bool:
    try:
        ZoneInfo(text)
    except (LookupError, ValueError, OSError):
        return False
    return True


def _week(text: str) -> bool:
    try:
        week_named(text)
    except (ValueError, OverflowError):
        return False
    return re.fullmatch(r"(19|20|21)\d\d-W\d\d", text, re.ASCII) is not None


def _month(text: str) -> bool:
    return re.fullmatch(r"(19|20|21)\d\d-(0[1-9]|1[0-2])", text, re.ASCII) is not None


def _time(text: str) -> bool:
    return re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", text, re.ASCII) is not None
