"""Ends asked for from outside: a run that is told to stop keeps what is done and says how far it was."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

ASKED = (signal.SIGTERM, signal.SIGHUP)
"""What a system sends before it goes down, and a terminal that is closed."""

_OF_SIGNALS = 128
"""Added to a signal's number, by old custom, to make the exit status of what it ended."""


class Stopped(KeyboardInterrupt):
    """The process was asked to end, not by the reader's Ctrl-C: ``status`` is what it is to exit with."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.status = _OF_SIGNALS + number


@contextmanager
def in_order() -> Iterator[None]:
    """Let the signals that ask for an end be raised here as Stopped; from the main thread alone."""
    before = {number: signal.signal(number, _raise) for number in ASKED}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _raise(number: int, _frame: FrameType | None) -> None:
    raise Stopped(number)
