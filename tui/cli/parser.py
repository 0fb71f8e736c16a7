"""Words of the command line to values; no word of a query is ever taken for an option."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import SimpleNamespace
from typing import Any, NamedTuple

from tui.cli.spec import Command, Count, Operand, Option
from tui.errors import UsageError, nearest
from tui.locale import tr


class Call(NamedTuple):
    """A command and the values it was called with, by name; ``options`` may be from before its name."""

    command: Command | None
    options: SimpleNamespace


def parse(
    argv: Sequence[str],
    everywhere: Sequence[Option],
    commands: Mapping[str, Command],
    usual: Command | None = None,
) -> Call:
    """Return the command and values that the words say; None when only options are there.

    ``usual`` is the command that is meant then: its options are known too, and what looks like a query
    rather than a name is one for it. Raises UsageError on an unknown word, naming the nearest known one.
    """
    before, name, after = _split(argv, everywhere)
    if usual and name not in commands and _is_query(name):
        before, name, after = [], usual.name, list(argv)
    command = named(name, commands) if name is not None else None
    meant = command or usual
    known = (*everywhere, *(meant.options if meant else ()))
    words = [*_read(before, everywhere if command else known, None), *_read(after, known, command)]
    values: dict[str, Any] = {option.dest: option.start for option in known}
    for option, value in (word for word in words if not isinstance(word, str)):
        values[option.dest] = (*values[option.dest], value) if option.many else value
    if meant and not values.get("help"):
        values |= _operands(meant, [word for word in words if isinstance(word, str)])
    return Call(command, SimpleNamespace(**values))


def named(name: str, commands: Mapping[str, Command]) -> Command:
    """Return the command of a name; raises UsageError with the nearest one."""
    if name not in commands:
        raise UsageError(tr("there is no command '{name}'", name=name) + nearest(name, commands))
    return commands[name]


def _is_query(name: str | None) -> bool:
    """Tell whether a word that is no command can be a query alone: several words, or a field."""
    return name is not None and (" " in name or ":" in name)


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
            raise UsageError(tr("there is no option '{name}'").format(name=name) + nearest(name, by_name))
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
            raise UsageError(tr("option '{name}' takes no value").format(name=name))
        return True
    text = given if given is not None else next(rest, None)
    if text is None:
        raise UsageError(tr("option '{name}' wants a value").format(name=name) + f": {name} {option.metavar}")
    if option.choices and text not in option.choices:
        words = ", ".join(option.choices)
        message = tr("{name} is one of {words}, not '{text}'").format(name=name, words=words, text=text)
        raise UsageError(message + nearest(text, option.choices))
    try:
        return option.convert(text)
    except ValueError as cause:
        message = tr("{name} wants {what}, not '{text}'").format(name=name, what=tr(str(cause)), text=text)
        raise UsageError(message) from cause


def _operands(command: Command, words: list[str]) -> dict[str, object]:
    """Give the words to the operands in order; the last one may take all that is left."""
    values: dict[str, object] = {}
    for operand in command.operands:
        values[operand.dest] = _taken(command, operand, words)
    if words:
        raise UsageError(tr("{name}: one word too many: '{word}'").format(name=command.name, word=words[0]))
    return values


_GREEDY = {Count.MANY, Count.ANY, Count.QUERY, Count.MAYBE_QUERY}
_OPTIONAL = {Count.MAYBE, Count.ANY, Count.MAYBE_QUERY}


def _taken(command: Command, operand: Operand, words: list[str]) -> object:
    """Remove an operand's words from the front and return its value."""
    if not words and operand.takes not in _OPTIONAL:
        message = tr("{name}: {operand} is missing").format(name=command.name, operand=operand.name)
        raise UsageError(f"{message} ({tr(operand.help)})")
    taken = words[:] if operand.takes in _GREEDY else words[:1]
    del words[: len(taken)]
    if operand.choices and taken and taken[0] not in operand.choices:
        raise UsageError(_no_choice(command, operand, taken[0]))
    if operand.takes.is_query:
        return " ".join(taken)
    if operand.takes in {Count.MANY, Count.ANY}:
        return tuple(taken)
    return taken[0] if taken else None


def _no_choice(command: Command, operand: Operand, word: str) -> str:
    """Say that a word is none of those that an operand may be."""
    said = tr("{name}: '{word}' is no {operand}").format(name=command.name, word=word, operand=operand.name)
    words = ", ".join(operand.choices)
    return said + (nearest(word, operand.choices) or tr("; it is one of {words}").format(words=words))
