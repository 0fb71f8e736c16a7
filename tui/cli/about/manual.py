"""The manual page, made from the table of commands (``python -m tui.cli.about.manual > visavis.1``)."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from tui import __version__
from tui.cli.about.helptext import operand_help, option_help, option_usage, usage
from tui.cli.spec import Command, Option
from tui.cli.table import EVERYWHERE, GROUPS
from tui.config import SETTINGS


def page() -> str:
    """Return the manual page in the man macros."""
    return "\n".join([*_start(), *_commands(), *_end(), ""])


def _start() -> Iterator[str]:
    yield f'.TH VISAVIS 1 "" "visavis {__version__}" "User Commands"'
    yield from (".SH NAME", "visavis \\- read articles, French and English face to face")
    yield from (".SH SYNOPSIS", ".B visavis", "[\\fIoption\\fR]... [\\fIcommand\\fR] [\\fIargument\\fR]...")
    yield ".SH DESCRIPTION"
    yield _roff(
        "visavis keeps a library of articles, finds the French and the English article that tell the same "
        "story, and shows them side by side, aligned. Without a command it opens the reader."
    )
    yield ".SH OPTIONS"
    yield from _options(EVERYWHERE)


def _commands() -> Iterator[str]:
    yield ".SH COMMANDS"
    for title, group in GROUPS:
        yield f".SS {title}"
        for command in group:
            yield from _command(command)


def _command(command: Command) -> Iterator[str]:
    yield from (".TP", f".B {_roff(usage(command).removeprefix('visavis '))}", _roff(command.summary))
    if command.details:
        yield _roff(command.details)
    yield ".RS"
    for operand in command.operands:
        yield from (".TP", f".I {_roff(operand.name)}", _roff(operand_help(operand)))
    yield from _options(command.options)
    for example, meaning in command.examples:
        yield from (".PP", f".B {_roff(example)}", ".br", _roff(meaning))
    yield ".RE"


def _options(options: Iterable[Option]) -> Iterator[str]:
    for option in options:
        yield from (".TP", f".B {_roff(option_usage(option))}", _roff(option_help(option)))


def _end() -> Iterator[str]:
    yield ".SH EXIT STATUS"
    meanings = ("done", "some inputs failed", "wrong usage, or nothing could be done", "interrupted")
    for status, meaning in zip((0, 1, 2, 130), meanings, strict=True):
        yield from (".TP", f".B {status}", meaning)
    yield ".SH ENVIRONMENT"
    for key in SETTINGS:
        yield from (".TP", f".B {key.variable}", _roff(key.help))
    yield from (".TP", ".B VISAVIS_CONFIG", "Settings file.", ".TP", ".B NO_COLOR", "No colours, if set.")
    yield ".SH FILES"
    yield from (".TP", ".I ~/.config/visavis/config.toml", "Settings; written by visavis config init.")
    yield from (".TP", ".I ~/.local/share/visavis", "The library.")


def _roff(text: str) -> str:
    """Return text that the man macros print as it stands."""
    plain = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace('"', "\\(dq")
    return f"\\&{plain}" if plain.startswith(".") else plain


if __name__ == "__main__":
    sys.stdout.write(page())
