"""The manual page, made from the table of commands (``python -m tui.cli.about.manual > visavis.1``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui import __version__
from tui.cli.about.helptext import operand_help, option_help, option_usage, usage
from tui.cli.spec import Command, Option
from tui.cli.table import EVERYWHERE, GROUPS
from tui.config import SETTINGS
from tui.locale import later, tr


def page() -> str:
    """Return the manual page in the man macros, in the language spoken now."""
    return "\n".join([*_start(), *_commands(), *_end(), ""])


_PURPOSE = later(
    "visavis keeps a library of articles, finds the French and the English article that tell the same story, "
    "and shows them side by side, aligned. Without a command it opens the reader."
)
_STATUS = {
    0: later("done"),
    1: later("some inputs failed"),
    2: later("wrong usage, or nothing could be done"),
    130: later("interrupted"),
}
_VARIABLES = {"VISAVIS_CONFIG": later("Settings file."), "NO_COLOR": later("No colours, if set.")}
_FILES = {
    "~/.config/visavis/config.toml": later("Settings; written by visavis config init."),
    "~/.local/share/visavis": later("The library."),
}


def _start() -> Iterator[str]:
    title = tr("User Commands")
    yield f'.TH VISAVIS 1 "" "visavis {__version__}" "{title}"'
    yield from (_section(tr("NAME")), "visavis \\- " + tr("read articles, French and English face to face"))
    yield from (
        _section(tr("SYNOPSIS")),
        ".B visavis",
        "[\\fIOPTION\\fR]... [\\fICOMMAND\\fR] [\\fIARGUMENT\\fR]...",
    )
    yield from (_section(tr("DESCRIPTION")), _roff(tr(_PURPOSE)))
    yield _section(tr("OPTIONS"))
    yield from _options(EVERYWHERE)


def _section(title: str) -> str:
    return f".SH {title}"


def _commands() -> Iterator[str]:
    yield _section(tr("COMMANDS"))
    for title, group in GROUPS:
        yield f".SS {_roff(tr(title))}"
        for command in group:
            yield from _command(command)


def _command(command: Command) -> Iterator[str]:
    name = usage(command).removeprefix("visavis ")
    yield from (".TP", f".B {_roff(name)}", _roff(tr(command.summary)))
    if command.details:
        yield _roff(tr(command.details))
    yield ".RS"
    for operand in command.operands:
        yield from (".TP", f".I {_roff(operand.name)}", _roff(operand_help(operand)))
    yield from _options(command.options)
    for example, meaning in command.examples:
        yield from (".PP", f".B {_roff(example)}", ".br", _roff(tr(meaning)))
    yield ".RE"


def _options(options: Iterable[Option]) -> Iterator[str]:
    for option in options:
        yield from (".TP", f".B {_roff(option_usage(option))}", _roff(option_help(option)))


def _end() -> Iterator[str]:
    yield _section(tr("EXIT STATUS"))
    yield from _terms((str(status), meaning) for status, meaning in _STATUS.items())
    yield _section(tr("ENVIRONMENT"))
    yield from _terms((key.variable, key.help) for key in SETTINGS)
    yield from _terms(_VARIABLES.items())
    yield _section(tr("FILES"))
    yield from _terms(_FILES.items())


def _terms(terms: Iterable[tuple[str, str]]) -> Iterator[str]:
    for term, meaning in terms:
        yield from (".TP", f".B {_roff(term)}", _roff(tr(meaning)))


def _roff(text: str) -> str:
    """Return text that the man macros print as it stands."""
    plain = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace('"', "\\(dq")
    return f"\\&{plain}" if plain.startswith(".") else plain
