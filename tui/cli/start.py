"""From the words of the command line to an exit status: the only place where errors become messages."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, NamedTuple, TextIO

from tui import __version__
from tui.cli.output import Output
from tui.errors import UsageError, VisavisError, reason
from tui.locale import from_environment, resolve, tr, use
from tui.locale import language as spoken

if TYPE_CHECKING:
    from pathlib import Path

    from tui.app.terminal.curtain import Curtain
    from tui.cli.spec import Command
    from tui.config import Settings
    from tui.library.library import Library
    from tui.model.listing import Progress

DONE, SOME_FAILED, NOTHING_DONE, INTERRUPTED = 0, 1, 2, 130


class Context(NamedTuple):
    """What every command is given: settings, the library's directory, and where to write.

    ``curtain`` is the last screen, if it was painted already.
    """

    settings: Settings
    library: Path
    config: Path
    output: Output
    curtain: Curtain | None = None

    def opened(self) -> Library:
        """Open the library; an empty one is made where there is none."""
        from tui.library.library import Library  # noqa: PLC0415 (not every command needs it)

        library = Library.open(self.library, waiting=self._say_waiting)
        library.searching.told = self._show_indexing
        return library

    def _show_indexing(self, step: Progress) -> None:
        from tui.cli.commands.adding import bar  # noqa: PLC0415 (only an index that must be made anew needs it)

        self.output.bar(bar(step))

    def _say_waiting(self, holder: object) -> None:
        self.output.note(tr("waiting for {holder}", holder=holder))


Run = Callable[[SimpleNamespace, Context], int]


def start(words: Sequence[str], curtain: Curtain | None = None) -> int:
    """Run one command and return its exit status; a closed pipe is no error.

    ``curtain`` is down again before anything is printed.
    """
    _open_closed()
    _speak_utf8()
    _speak(from_environment(os.environ))
    try:
        status = _guarded(words, curtain)
        sys.stdout.flush()
    except BrokenPipeError:
        _hush(sys.stdout)
        return DONE
    except OSError as error:
        _hush(sys.stdout)
        Output().error(tr("the output cannot be written: {why}", why=reason(error)))
        return NOTHING_DONE
    return status


def _guarded(words: Sequence[str], curtain: Curtain | None) -> int:
    """Run, with every foreseen failure as one line on stderr."""
    output = Output()
    try:
        return _behind(words, curtain)
    except UsageError as error:
        output.error(str(error))
        output.note(_try_help(words))
        return NOTHING_DONE
    except VisavisError as error:
        output.error(str(error))
        return NOTHING_DONE
    except KeyboardInterrupt as error:
        output.error(tr("interrupted"))
        return getattr(error, "status", INTERRUPTED)
    except Exception as error:
        if isinstance(error, BrokenPipeError) or getattr(error, "errno", None) == errno.ENOSPC:
            raise  # what reads or holds the output is gone or full: start says so
        if "-v" in words or "--verbose" in words:
            raise
        told = tr("unexpected {error} (run again with -v to see where)")
        output.error(told.format(error=f"{type(error).__name__}: {error}"))
        return NOTHING_DONE


def _behind(words: Sequence[str], curtain: Curtain | None) -> int:
    try:
        return _run(words, curtain)
    finally:
        if curtain is not None:
            curtain.drop()


def _run(words: Sequence[str], curtain: Curtain | None) -> int:
    if list(words) in (["--version"], ["-V"]):
        return _print(f"visavis {__version__}\n")
    from tui.cli.parser import parse  # noqa: PLC0415 (the version needs no table)
    from tui.cli.table import COMMANDS, EVERYWHERE  # noqa: PLC0415

    usual = COMMANDS["read"]
    command, options = parse(words, EVERYWHERE, COMMANDS, usual)
    if options.version:
        return _print(f"visavis {__version__}\n")
    if options.help:
        from tui.cli.about import helptext  # noqa: PLC0415 (only who asks for help reads it)

        return _print(helptext.of_command(command) if command else helptext.overview())
    command = command or usual
    return _function(command.run)(options, _context(command, options, curtain))


def _context(command: Command, options: SimpleNamespace, curtain: Curtain | None) -> Context:
    from tui import config, paths  # noqa: PLC0415 (neither version nor help needs them)

    env = os.environ
    file = paths.config_file(options.config, env)
    settings = config.load(file, env, required=bool(options.config) and command.name != "config")
    _speak(resolve(settings.language, env))
    color = options.color or settings.color
    output = Output(color=color, quiet=options.quiet, verbose=options.verbose)
    library = paths.library_dir(options.library, env, settings.library)
    return Context(settings, library, file, output, curtain)


def _function(name: str) -> Run:
    """Import the one module that holds a command's function."""
    from importlib import import_module  # noqa: PLC0415

    module, _, function = name.partition(":")
    found: Run = getattr(import_module(f"tui.cli.commands.{module}"), function)
    return found


def _print(text: str) -> int:
    sys.stdout.write(text)
    return DONE


def _try_help(words: Sequence[str]) -> str:
    from tui.cli.table import COMMANDS  # noqa: PLC0415 (only after a mistake)

    command = next((word for word in words if word in COMMANDS), None)
    call = f"visavis {command} --help" if command else "visavis --help"
    return tr("Try '{call}'.", call=call)


def _speak(language: str) -> None:
    """Speak a language from now on; English, which the code is written in, costs nothing."""
    if language != spoken():
        use(language)


def _open_closed() -> None:
    """Give commands somewhere to write where the caller closed standard output or error."""
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()


def _nowhere() -> TextIO:
    return os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says; a file name that is none is shown escaped."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _hush(stream: TextIO) -> None:
    """Send the rest of a stream nowhere, so that Python's own flush at the end stays silent."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
