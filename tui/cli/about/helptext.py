"""``--help``, made from the table of commands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.cli.layout import wrapped
from tui.cli.spec import Command, Count, Operand, Option
from tui.cli.table import EVERYWHERE, GROUPS
from tui.locale import later, tr

WIDTH = 80
"""Help is read in terminals of any width: the narrowest common one."""

_COLUMN = 26
"""Where explanations begin: wide enough for most options, short enough to leave room."""

_ABOUT = later("Read articles in the terminal, French and English face to face.")
_STATUS = later(
    "Exit status: 0 done, 1 some inputs failed, 2 wrong usage or nothing could be done, 130 interrupted."
)


def overview() -> str:
    """Return the help of the program as a whole."""
    lines = [tr("Usage: {call}").format(call="visavis [OPTION]... [COMMAND] [ARGUMENT]..."), "", tr(_ABOUT)]
    for title, group in GROUPS:
        lines += [
            "",
            tr("{title}:", title=tr(title)),
            *_entries((command.name, tr(command.summary)) for command in group),
        ]
    lines += ["", tr("Options, before or after the command:"), *_options(EVERYWHERE), ""]
    return "\n".join(
        [*lines, *wrapped(tr(_STATUS), WIDTH), "", tr("More: visavis COMMAND --help, man visavis"), ""]
    )


def of_command(command: Command) -> str:
    """Return the help of one command."""
    lines = [
        *wrapped(tr("Usage: {call}").format(call=usage(command)), WIDTH),
        "",
        *wrapped(tr(command.summary), WIDTH),
    ]
    if command.operands:
        lines += ["", *_entries((operand.name, operand_help(operand)) for operand in command.operands)]
    if command.options:
        lines += ["", tr("Options:"), *_options(command.options)]
    lines += ["", tr("Everywhere:"), *_options(EVERYWHERE)]
    if command.details:
        lines += ["", *wrapped(tr(command.details), WIDTH)]
    if command.examples:
        lines += ["", tr("Examples:")]
        for example, meaning in command.examples:
            lines += [f"  {example}", f"      {tr(meaning)}"]
    return "\n".join([*lines, ""])


def usage(command: Command) -> str:
    """Return how a command is called, in one line."""
    options = ["[OPTION]..."] if command.options else []
    return " ".join(["visavis", command.name, *options, *(_operand(operand) for operand in command.operands)])


def operand_help(operand: Operand) -> str:
    """Return what an operand is, with the words it may be."""
    text = tr(operand.help)
    return f"{text} ({', '.join(operand.choices)})" if len(operand.choices) > 1 else text


def option_help(option: Option) -> str:
    """Return what an option does, with the words it takes."""
    if not option.choices:
        return tr(option.help)
    return tr(option.help) + " " + tr("One of: {words}.").format(words=", ".join(option.choices))


def option_usage(option: Option) -> str:
    """Return an option's names with its value: ``-o, --output FILE``."""
    names = ", ".join(option.names)
    return f"{names} {option.metavar}" if option.metavar else names


_FORMS = {Count.ONE: "{}", Count.MAYBE: "[{}]", Count.MANY: "{}...", Count.ANY: "[{}]..."}


def _operand(operand: Operand) -> str:
    return _FORMS.get(operand.takes, "[{}]" if operand.takes is Count.MAYBE_QUERY else "{}").format(
        operand.name
    )


def _options(options: Sequence[Option]) -> Iterator[str]:
    return _entries((option_usage(option), option_help(option)) for option in options)


def _entries(entries: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, text in entries:
        first, *rest = wrapped(text, WIDTH - _COLUMN)
        if len(name) + 4 > _COLUMN:
            yield f"  {name}"
            yield f"{'':<{_COLUMN}}{first}"
        else:
            yield f"  {name:<{_COLUMN - 2}}{first}"
        yield from (" " * _COLUMN + more for more in rest)
