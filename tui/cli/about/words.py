"""Every text of the tables of commands and settings, for the catalogue of translations."""

from __future__ import annotations

from collections.abc import Iterator

from tui.cli.spec import Command
from tui.cli.table import EVERYWHERE, GROUPS
from tui.config import SETTINGS


def words() -> Iterator[str]:
    """Yield what the tables say in English, in their order; some of it more than once."""
    yield from (key.help for key in SETTINGS)
    yield from (option.help for option in EVERYWHERE)
    for title, group in GROUPS:
        yield title
        for command in group:
            yield from _of(command)


def _of(command: Command) -> Iterator[str]:
    yield command.summary
    yield from (operand.help for operand in command.operands)
    yield from (option.help for option in command.options)
    yield from ([command.details] if command.details else [])
    yield from (meaning for _, meaning in command.examples)
