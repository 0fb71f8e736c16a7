"""What a command is made of, as plain values."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from tui.locale import later


class Count(StrEnum):
    """How many words of the command line an operand takes; a query may begin with ``-``."""

    ONE = "one"
    MAYBE = "maybe"
    MANY = "many"
    ANY = "any"
    QUERY = "query"
    MAYBE_QUERY = "maybe query"

    @property
    def is_query(self) -> bool:
        """Tell whether the words are a query, so that ``-word`` is one of them."""
        return self in {Count.QUERY, Count.MAYBE_QUERY}


class Operand(NamedTuple):
    """A word of the command line that is not an option.

    Completion offers its ``choices``, else ``offers`` (which are not all that it may be), the names of
    commands for ``commands``, and file names for ``files``.
    """

    name: str
    help: str
    takes: Count = Count.ONE
    choices: tuple[str, ...] = ()
    files: bool = False
    commands: bool = False
    offers: tuple[str, ...] = ()

    @property
    def dest(self) -> str:
        """The name under which the value is found: a plural where there are many."""
        return self.name.lower() + ("s" if self.takes in {Count.MANY, Count.ANY} else "")


class Option(NamedTuple):
    """An option: a switch without ``metavar``, else it takes a value made by ``convert``.

    ``convert`` raises ValueError with what the value should have been; ``many`` options add up.
    """

    names: tuple[str, ...]
    help: str
    metavar: str | None = None
    choices: tuple[str, ...] = ()
    convert: Callable[[str], object] = str
    default: object = None
    many: bool = False

    @property
    def dest(self) -> str:
        """The name under which the value is found."""
        return self.names[-1].lstrip("-").replace("-", "_")

    @property
    def start(self) -> object:
        """The value when the option is not given."""
        if self.many:
            return ()
        return self.default if self.metavar else False


class Command(NamedTuple):
    """A command: ``run`` names the function (``module:function`` under commands) that does it."""

    name: str
    summary: str
    run: str
    operands: tuple[Operand, ...] = ()
    options: tuple[Option, ...] = ()
    details: str = ""
    examples: tuple[tuple[str, str], ...] = ()

    @property
    def takes_query(self) -> bool:
        """Tell whether words may begin with ``-`` without being options."""
        return any(operand.takes.is_query for operand in self.operands)


def positive(text: str) -> int:
    """Convert a count; raises ValueError below 1."""
    if not text.isdecimal() or int(text) < 1:
        raise ValueError(later("a whole number of at least 1"))
    return int(text)


def day_or_none(text: str) -> object:
    """Convert a day, or nothing to nothing: that takes a date away."""
    return day(text) if text.strip() else ""


def day(text: str) -> object:
    """Convert ``2025-10-07``; raises ValueError on anything else."""
    from datetime import date  # noqa: PLC0415 (only where a date is given)

    try:
        return date.fromisoformat(text)
    except ValueError as cause:
        raise ValueError(later("a day such as 2025-10-07")) from cause
