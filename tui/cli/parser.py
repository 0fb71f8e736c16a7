"""Words of the command line to values; no word of a query is ever taken for an option."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import SimpleNamespace
from typing import Any, NamedTuple

from tui.cli.spec import Command, Count, Operand, Option
from tui.errors import UsageError, nearest


class Call(NamedTuple):
    """A command and the values it was called with, by name; ``options`` may be from before its name."""

    command: Command | None
    options: SimpleNamespace


def parse(argv: Sequence[str], everywhere: Sequence[Option], commands: Mapping[str, Command]) -> Call:
    """Return the command and values that the words say; None when only options are there.

    Raises UsageError on an unknown word, naming the nearest known one.
    """
    before, name, after = _split(argv, everywhere)
    if name is not None and name not in commands:
        raise UsageError(f"there is no command '{name}'{nearest(name, commands)}")
    command = commands[name] if name is not None else None
    known = (*everywhere, *(command.options if command else ()))
    words = [*_read(before, everywhere, None), *_read(after, known, command)]
    values: dict[str, Any] = {option.dest: option.start for option in known}
    for option, value in (word for word in words if not isinstance(word, str)):
        values[option.dest] = (*values[option.dest], value) if option.many else value
    if command and not values.get("help"):
        values |= _operands(command, [word for word in words if isinstance(word, str)])
    return Call(command, SimpleNamespace(**values))


def _split(argv: Sequence[str], everywhere: Sequence[Option]) -> tuple[list[str], str | None, list[str]]:
    """Return the words before the command's name, the name, and those after it."""
    valued = {name for option in everywhere if option.metavar for name in option.names}
    skip = False
    for place, word in enumerate(argv):
        if not skip and (not word.startswith("-") or word == "-"):
            return list(argv[:place]), word, list(argv[place + 1 :])
        skip = not skip and word in valued
    return list(argv), None, []


Word = str | tuple[Option, object]


def _read(words: Sequence[str], options: Sequence[Option], command: Command | None) -> Iterator[Word]:
    """Yield operands as they stand and options with their values."""
    by_name = {name: option for option in options for name in option.names}
    takes_query = command is not None and command.takes_query
    rest = iter(_opened(words, by_name, attached=not takes_query))
    for word in rest:
        name, equals, given = word.partition("=") if word.startswith("--") else (word, "", "")
        if word == "--":
            yield from rest
        elif name in by_name:
            yield by_name[name], _value(by_name[name], name, given if equals else None, rest)
        elif word.startswith("--") or (word.startswith("-") and word != "-" and not takes_query):
            raise UsageError(f"there is no option '{name}'{nearest(name, by_name)}")
        else:
            yield word


def _opened(words: Sequence[str], by_name: Mapping[str, Option], *, attached: bool) -> Iterator[str]:
    """Yield the words, ``-qv`` as ``-q -v`` and ``-oFILE`` as ``-o FILE`` where that cannot be a query."""
    open_ended = True
    for word in words:
        open_ended = open_ended and word != "--"
        short = by_name.get(word[:2])
        if not (attached and open_ended and short and len(word) > len("-o") and word[1] != "-"):
            yield word
        elif short.metavar:
            yield from (word[:2], word[2:])
        else:
            yield word[:2]
            yield from _opened([f"-{word[2:]}"], by_name, attached=True)


def _value(option: Option, name: str, given: str | None, rest: Iterator[str]) -> object:
    if option.metavar is None:
        if given is not None:
            raise UsageError(f"option '{name}' takes no value")
        return True
    text = given if given is not None else next(rest, None)
    if text is None:
        raise UsageError(f"option '{name}' wants a value: {name} {option.metavar}")
    if option.choices and text not in option.choices:
        raise UsageError(
            f"{name} is one of {', '.join(option.choices)}, not '{text}'{nearest(text, option.choices)}"
        )
    try:
        return option.convert(text)
    except ValueError as cause:
        raise UsageError(f"{name} wants {cause}, not '{text}'") from cause


def _operands(command: Command, words: list[str]) -> dict[str, object]:
    """Give the words to the operands in order; the last one may take all that is left."""
    values: dict[str, object] = {}
    for operand in command.operands:
        values[operand.dest] = _taken(command, operand, words)
    if words:
        raise UsageError(f"{command.name}: one word too many: '{words[0]}'")
    return values


_GREEDY = {Count.MANY, Count.ANY, Count.QUERY, Count.MAYBE_QUERY}
_OPTIONAL = {Count.MAYBE, Count.ANY, Count.MAYBE_QUERY}


def _taken(command: Command, operand: Operand, words: list[str]) -> object:
    """Remove an operand's words from the front and return its value."""
    if not words and operand.takes not in _OPTIONAL:
        raise UsageError(f"{command.name}: {operand.name} is missing ({operand.help})")
    taken = words[:] if operand.takes in _GREEDY else words[:1]
    del words[: len(taken)]
    if operand.choices and taken and taken[0] not in operand.choices:
        hint = nearest(taken[0], operand.choices) or f"; it is one of {', '.join(operand.choices)}"
        raise UsageError(f"{command.name}: '{taken[0]}' is no {operand.name}{hint}")
    if operand.takes.is_query:
        return " ".join(taken)
    if operand.takes in {Count.MANY, Count.ANY}:
        return tuple(taken)
    return taken[0] if taken else None
