"""Our frozen classes against the standard library's."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from tui import frozen


class Plain:
    """A class before it is made."""

    count: int
    words: tuple[str, ...] = ()
    held: dict[str, int] = dataclasses.field(default_factory=dict)
    hidden: str = dataclasses.field(default="x", repr=False)

    @property
    def twice(self) -> int:
        return self.count * 2


def variant(decorator: Any) -> Any:
    body = {name: value for name, value in vars(Plain).items() if name not in {"__dict__", "__weakref__"}}
    return decorator(type("Plain", (), body))


OURS, THEIRS = (variant(one.dataclass(frozen=True, slots=True)) for one in (frozen, dataclasses))


@pytest.mark.parametrize("words", [(1,), (1, ("a",)), (2, (), {"k": 1}), (2, (), {}, "y")])
def test_values_behave_as_the_originals(words: tuple[Any, ...]) -> None:
    ours, theirs = OURS(*words), THEIRS(*words)
    assert repr(ours) == repr(theirs)
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert ours.twice == theirs.twice
    assert ours == OURS(*words)
    assert ours != theirs
    assert OURS.__slots__ == THEIRS.__slots__
    assert OURS.__match_args__ == THEIRS.__match_args__
    assert not hasattr(ours, "__dict__")
    changed = dataclasses.replace(ours, count=9)
    assert (changed.count, changed.words) == (9, ours.words)


def test_equal_values_are_one_key() -> None:
    @frozen.dataclass(frozen=True, slots=True)
    class Place:
        at: int
        name: str = ""

    assert len({Place(1), Place(1, ""), Place(2)}) == 2
    assert Place(at=1, name="n") == Place(1, "n")


def test_each_value_has_a_default_of_its_own() -> None:
    assert OURS(1).held is not OURS(1).held


@pytest.mark.parametrize("act", [lambda one: setattr(one, "count", 2), lambda one: delattr(one, "count")])
def test_values_stay_as_they_are(act: Any) -> None:
    value = OURS(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        act(value)
    with pytest.raises(TypeError):
        OURS()
    assert value.count == 1


@frozen.dataclass(frozen=True, slots=True)
class Sent:
    """At the module's top, where a pickle finds it."""

    word: str
    number: int = 0


def test_values_go_to_other_processes() -> None:
    sent = Sent("mot", 3)
    assert pickle.loads(pickle.dumps(sent)) == sent
    assert copy.deepcopy(sent) == copy.copy(sent) == sent


def test_what_is_not_made_here_is_refused() -> None:
    class Wanting:
        name: str = dataclasses.field(compare=False)

    with pytest.raises(TypeError):
        frozen.dataclass(frozen=True, slots=False)
    with pytest.raises(TypeError):
        frozen.dataclass(frozen=True, slots=True)(Wanting)
