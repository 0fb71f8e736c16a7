"""The last screen, painted before anything is imported; typing meanwhile waits in the terminal's queue.

Imports next to nothing: every millisecond here is seen.
"""

from __future__ import annotations

import os
import termios

from tui import paths
from tui.app.terminal import prepaint

TYPE_CHECKING = False  # typing's own costs an import
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

ENTER = "\x1b[?1049h\x1b[?25l\x1b[H\x1b[2J"
LEAVE = "\x1b[m\x1b[?1049l\x1b[?25h"
_STDIN, _STDOUT = 0, 1


class Curtain:
    """The painted screen until the app takes over: hides what is typed, and can put everything back.

    ``look`` is what a screen looks by; ``saved`` the last screen, once it was painted.
    """

    def __init__(self, look: str) -> None:
        self.look = look
        self.attributes = termios.tcgetattr(_STDIN)
        """The terminal's settings as we found them."""
        self.saved: prepaint.Saved | None = None
        self.is_up = False

    def raise_over(self, library: str | Path) -> None:
        """Paint the last screen of a library, if it was made for this terminal and look."""
        saved = None if self.is_up else prepaint.read(library)
        size = os.get_terminal_size(_STDOUT)
        if saved is not None and saved.key == prepaint.screen_key(*size, self.look):
            self.saved = saved
            self._raise()

    def _raise(self) -> None:
        quiet = termios.tcgetattr(_STDIN)
        quiet[0] &= ~termios.ICRNL  # an Enter typed now must still be one when the app reads it
        quiet[3] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(_STDIN, termios.TCSANOW, quiet)
        os.write(_STDOUT, (ENTER + (self.saved.painted() if self.saved else "")).encode())
        self.is_up = True
        guard(self.drop)

    def drop(self) -> None:
        """Put the terminal back as it was; harmless after the app did so."""
        try:
            termios.tcsetattr(_STDIN, termios.TCSANOW, self.attributes)
            if self.is_up:
                self.is_up = False
                os.write(_STDOUT, LEAVE.encode())
        except (OSError, termios.error):  # a terminal that is gone needs nothing back
            return


def draw(library: str, env: Mapping[str, str]) -> Curtain | None:
    """Paint a library's last screen before its settings are read; None where only those can tell.

    ``library`` is the directory if one was named on the command line.
    """
    if not (os.isatty(_STDIN) and os.isatty(_STDOUT)):
        return None
    settings = prepaint.content(paths.config_place(None, env))
    if not (library or env.get("VISAVIS_LIBRARY")) and _names_library(settings):
        return None
    curtain = Curtain(prepaint.look_of(env, settings))
    curtain.raise_over(paths.library_place(library, env))
    return curtain


def _names_library(settings: bytes) -> bool:
    return any(line.lstrip(b" \t\"'").startswith(b"library") for line in settings.splitlines())


def guard(restore: Callable[[], None]) -> None:
    """Until the app runs, let a signal put the terminal back and end the process."""
    import signal  # noqa: PLC0415 (after the last screen)

    def leave(number: int, _frame: object) -> None:
        restore()
        os._exit(128 + number)

    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGABRT):
        signal.signal(number, leave)
