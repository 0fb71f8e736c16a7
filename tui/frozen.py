"""Frozen, slotted data classes like the standard library's, made in a quarter of the time.

``dataclasses`` compiles six methods of each class one by one: fifty classes were a third of all that the
screens import. Here ``__init__`` alone is compiled, all else is shared. Type checkers see the original.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    from dataclasses import MISSING, FrozenInstanceError, fields
    from dataclasses import dataclass as _original
    from operator import attrgetter

    def dataclass(*, frozen, slots):
        """Return the decorator; ``frozen=True, slots=True`` are said where they are meant."""
        if not (frozen and slots):
            raise TypeError("frozen and slotted classes alone are made here")
        return _made

    def _made(cls):
        cls.__doc__ = cls.__doc__ or cls.__name__  # else a signature is worked out for it
        known = fields(_original(init=False, repr=False, eq=False)(cls))
        names = tuple(one.name for one in known)
        if hasattr(cls, "__post_init__") or not all(map(_is_plain, known)):
            raise TypeError(f"{cls.__name__} wants more than a frozen class: take the standard library's")
        body = {name: held for name, held in vars(cls).items() if name not in {*names, *_OF_CLASS}}
        return type(cls)(cls.__name__, cls.__bases__, body | _methods(cls, known, names))

    def _is_plain(one):
        return one.init and one.compare and one.hash is None and not one.kw_only

    _OF_CLASS = frozenset({"__dict__", "__weakref__"})

    def _methods(cls, known, names):
        return {
            "__slots__": names, "__init__": _initial(cls, known), **_compared(attrgetter(*names)),
            "__repr__": _shown(tuple(one.name for one in known if one.repr)), **_kept(names),
            "__setattr__": _refuse("assign to"), "__delattr__": _refuse("delete"),
        }  # fmt: skip

    def _initial(cls, known):
        held = {"put": object.__setattr__}
        for one in known:
            held[f"default_{one.name}"] = one.default
            held[f"made_{one.name}"] = one.default_factory
        lines = "".join(f"    put(self, {one.name!r}, {_value(one)})\n" for one in known)
        exec(f"def __init__(self, {', '.join(map(_argument, known))}):\n{lines}", held)  # noqa: S102 (as the original does)
        held["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
        return held["__init__"]

    def _argument(one):
        has_default = one.default is not MISSING or one.default_factory is not MISSING
        return f"{one.name}=default_{one.name}" if has_default else one.name

    def _value(one):
        if one.default_factory is MISSING:
            return one.name
        return f"made_{one.name}() if {one.name} is default_{one.name} else {one.name}"

    def _compared(values):
        def __eq__(self, other):  # noqa: N807 (becomes a method)
            return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

        def __hash__(self):  # noqa: N807
            return hash(values(self))

        return {"__eq__": __eq__, "__hash__": __hash__}

    def _shown(names):
        def __repr__(self):  # noqa: N807
            told = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
            return f"{self.__class__.__qualname__}({told})"

        return __repr__

    def _kept(names):
        """Return what pickles and copies go through: plain assignment is refused."""

        def __getstate__(self):  # noqa: N807
            return [getattr(self, name) for name in names]

        def __setstate__(self, state):  # noqa: N807
            for name, value in zip(names, state, strict=True):
                object.__setattr__(self, name, value)

        return {"__getstate__": __getstate__, "__setstate__": __setstate__}

    def _refuse(what):
        def method(_self, name, *_value):
            raise FrozenInstanceError(f"cannot {what} field {name!r}")

        return method
