"""Our frozen dataclasses behave as those of the standard library."""

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field, replace
from typing import Any

import pytest

from keseimbangan.domain.planning_values import Demand, Rules
from keseimbangan.frozen import dataclass


class _Fields:
    """What both kinds are made of."""

    number: int
    title: str = "x"
    parts: list[int] = field(default_factory=list)

    @property
    def double(self) -> int:
        """Twice the number."""
        return 2 * self.number

    def __post_init__(self) -> None:
        if self.number < 0:
            raise ValueError("below nothing")


_OF_ANY_CLASS = ("__dict__", "__weakref__")


def _made(decorator: Any) -> Any:
    own = {name: value for name, value in vars(_Fields).items() if name not in _OF_ANY_CLASS}
    return decorator(type("Thing", (), own))


OURS, THEIRS = _made(dataclass(frozen=True)), _made(dataclasses.dataclass(frozen=True))
BOTH = [dataclass, dataclasses.dataclass]


@pytest.mark.parametrize("thing", [OURS, THEIRS])
def test_it_is_made_shown_and_compared_alike(thing: Any) -> None:
    one = thing(1)
    assert repr(one) == "Thing(number=1, title='x', parts=[])"
    assert one == thing(number=1, title="x", parts=[])
    assert one != thing(2)
    assert one != (1, "x", [])
    assert one.double == 2
    assert one.parts is not thing(1).parts
    assert replace(one, title="y") == thing(1, "y")
    assert [each.name for each in dataclasses.fields(thing)] == ["number", "title", "parts"]
    assert dataclasses.asdict(one) == {"number": 1, "title": "x", "parts": []}
    assert copy.deepcopy(one) == one


@pytest.mark.parametrize("thing", [OURS, THEIRS])
def test_it_refuses_alike(thing: Any) -> None:
    one = thing(1)
    with pytest.raises(FrozenInstanceError):
        one.title = "y"
    with pytest.raises(FrozenInstanceError):
        del one.title
    with pytest.raises(FrozenInstanceError):
        one.other = 1
    with pytest.raises(ValueError, match="below nothing"):
        thing(-1)
    with pytest.raises(ValueError, match="below nothing"):
        replace(one, number=-1)
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'number'"):
        thing()
    with pytest.raises(TypeError, match="unexpected keyword argument 'colour'"):
        thing(1, colour="red")
    # A list in it has no hash.
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)


def test_equal_values_have_one_hash_and_match_by_place() -> None:
    assert len({Demand(7, "Laporan", 60), Demand(7, "Laporan", 60)}) == 1
    match Demand(7, "Laporan", 60):
        case Demand(number, title):
            assert (number, title) == (7, "Laporan")


def test_it_survives_a_pickle_and_what_a_class_says_itself_stays() -> None:
    rules = Rules(longest=60)
    assert pickle.loads(pickle.dumps(rules)) == rules
    with pytest.raises(ValueError, match="grid"):
        replace(rules, grid=7)

    @dataclass(frozen=True)
    class Own:
        number: int

        def __repr__(self) -> str:
            return "mine"

    assert repr(Own(1)) == "mine"


@pytest.mark.parametrize("decorator", BOTH)
def test_fields_that_must_be_named_are_no_places(decorator: Any) -> None:
    @decorator(frozen=True)
    class Named:
        late: bool = field(default=False, kw_only=True)
        number: int

    one = Named(1, late=True)
    assert repr(one).endswith("Named(late=True, number=1)")
    assert (one, hash(one)) == (Named(number=1, late=True), hash(Named(1, late=True)))
    assert one != Named(1)
    assert replace(one, late=False) == Named(1)
    assert Named.__match_args__ == ("number",)
    with pytest.raises(TypeError, match="positional argument"):
        Named(1, True)


@pytest.mark.parametrize("decorator", BOTH)
def test_an_order_goes_by_the_fields_in_turn_and_within_one_class(decorator: Any) -> None:
    @decorator(frozen=True, order=True)
    class Pair:
        first: int
        second: int

    @decorator(frozen=True, order=True)
    class Other:
        first: int
        second: int

    pairs = [Pair(2, 1), Pair(1, 2), Pair(1, 1)]
    assert sorted(pairs) == [Pair(1, 1), Pair(1, 2), Pair(2, 1)]
    assert Pair(1, 1) <= Pair(1, 1) < Pair(1, 2)
    assert Pair(1, 2) >= Pair(1, 2) > Pair(1, 1)
    with pytest.raises(TypeError, match="not supported"):
        assert Pair(1, 1) < Other(1, 2)
    with pytest.raises(TypeError, match="not supported"):
        assert OURS(1) < OURS(2)
