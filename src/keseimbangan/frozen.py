"""Frozen dataclasses that are cheap to import.

For a frozen dataclass the standard library compiles six functions, a third of a millisecond, and a
short command needs a dozen such classes. Here one is compiled, and the classes share the rest.
What is made is a dataclass to `replace`, `fields` and the type checker.
"""

import dataclasses
import operator
from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: bool, order: bool = False) -> Any:
        """As the standard library's, for `frozen=True`."""
        assert frozen
        return _ordered if order else _made


def _ordered(cls: Any) -> Any:
    for name, comparison in _ORDER.items():
        setattr(cls, name, comparison)
    return _made(cls)


def _made(cls: Any) -> Any:
    own = dict(cls.__dict__)
    dataclasses.dataclass(init=False, repr=False, eq=False)(cls)
    fields = dataclasses.fields(cls)
    members = {
        "__init__": _init_of(cls, fields),
        "_values": operator.attrgetter(*(each.name for each in fields)),
        **_SHARED,
    }
    for name, member in members.items():
        if name not in own:
            setattr(cls, name, member)
    return cls


def _init_of(cls: Any, fields: tuple[dataclasses.Field[Any], ...]) -> Any:
    """`__init__`, which sets each field in turn past the `__setattr__` that refuses."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_missing": MISSING}
    parameters, lines = ["self"], []
    for each in sorted(fields, key=lambda field: field.kw_only is True):
        if each.kw_only is True and "*" not in parameters:
            parameters.append("*")
        parameter, value = each.name, each.name
        if each.default is not MISSING:
            known[f"_{each.name}"] = each.default
            parameter += f"=_{each.name}"
        elif each.default_factory is not MISSING:
            known[f"_{each.name}"] = each.default_factory
            parameter += "=_missing"
            value = f"_{each.name}() if {each.name} is _missing else {each.name}"
        parameters.append(parameter)
        lines.append(f" _set(self, {each.name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    found: dict[str, Any] = {}
    exec(f"def __init__({', '.join(parameters)}):\n" + "\n".join(lines), known, found)
    init = found["__init__"]
    init.__qualname__, init.__module__ = f"{cls.__qualname__}.__init__", cls.__module__
    return init


def _equal(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self._values(self) == self._values(other)


def _hash(self: Any) -> int:
    return hash(self._values(self))


def _repr(self: Any) -> str:
    parts = (f"{name}={getattr(self, name)!r}" for name in self.__dataclass_fields__)
    return f"{type(self).__qualname__}({', '.join(parts)})"


def _refuse_setting(self: Any, name: str, value: Any) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_deleting(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _compared(by: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    def compare(self: Any, other: Any) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return by(self._values(self), other._values(other))

    return compare


_SHARED = {
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _refuse_setting,
    "__delattr__": _refuse_deleting,
}
_COMPARISONS = (operator.lt, operator.le, operator.gt, operator.ge)
_ORDER = {f"__{by.__name__}__": _compared(by) for by in _COMPARISONS}
