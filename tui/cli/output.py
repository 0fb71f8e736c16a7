"""Data on stdout, messages on stderr; nothing that a terminal would obey gets through but our own colours."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TextIO

from tui.text.printable import clean_line

_USUAL = 80
"""Columns for a progress bar where the terminal does not say how many it has."""


class Paint(StrEnum):
    """Our own styles, as SGR parameters; they use the terminal's palette."""

    PLAIN = ""
    BOLD = "1"
    DIM = "2"
    MATCH = "1;33"
    GOOD = "32"
    BAD = "31"
    DOUBT = "33"


class Output:
    """Where a command writes; ``width`` is the terminal's, in cells, or None where there is none."""

    def __init__(self, *, color: str = "auto", quiet: bool = False, verbose: bool = False) -> None:
        """Look at the streams once; ``color`` is auto, always or never."""
        self.out: TextIO = sys.stdout
        self.err: TextIO = sys.stderr
        self.quiet = quiet
        self.verbose = verbose
        self.color = color == "always" or (color == "auto" and _wants_color(self.out))
        self.live = self.err.isatty() and not quiet
        self.width = columns(self.out) if self.out.isatty() else None
        self._drawn = False

    def line(self, *parts: str) -> None:
        """Write one line of data, each part already made by ``painted`` or cleaned here."""
        self._wipe()
        self.out.write("".join(parts) + "\n")

    def json(self, shape: Mapping[str, Any]) -> None:
        """Write one object on one line."""
        from tui.model.jsonable import line  # noqa: PLC0415 (json is not needed by most commands)

        self.line(line(shape))

    def painted(self, text: str, paint: Paint = Paint.PLAIN) -> str:
        """Return text cleaned of everything unprintable, in a style where colours are on."""
        clean = clean_line(text)
        return f"\x1b[{paint}m{clean}\x1b[0m" if self.color and paint and clean else clean

    def note(self, text: str) -> None:
        """Write one message, unless asked to be quiet."""
        if not self.quiet:
            self._message(text)

    def detail(self, text: str) -> None:
        """Write one message, if asked to be verbose."""
        if self.verbose:
            self._message(text)

    def error(self, text: str) -> None:
        """Write what went wrong, in one line."""
        self.out.flush()
        self._message(f"visavis: {text}")

    def bar(self, text: str) -> None:
        """Draw how far we are in place of the last drawing; off a terminal nothing is drawn."""
        if self.live:
            limit = (columns(self.err) or _USUAL) - 1
            self.err.write(f"\r\x1b[K{clean_line(text)[:limit]}")
            self.err.flush()
            self._drawn = True

    def done(self) -> None:
        """Wipe the last drawing and write out everything."""
        self._wipe()
        self.out.flush()

    def _message(self, text: str) -> None:
        self._wipe()
        self.err.write(clean_line(text) + "\n")

    def _wipe(self) -> None:
        if self._drawn:
            self.err.write("\r\x1b[K")
            self.err.flush()
            self._drawn = False


def columns(stream: TextIO) -> int | None:
    """Return how wide a terminal is; None where it does not know, as over a serial line or a bare pty."""
    stated = os.environ.get("COLUMNS", "")
    return os.get_terminal_size(stream.fileno()).columns or (int(stated) if stated.isdigit() else 0) or None


def _wants_color(stream: TextIO) -> bool:
    """Tell whether colours are welcome: a terminal that is not dumb, and no ``NO_COLOR``."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
