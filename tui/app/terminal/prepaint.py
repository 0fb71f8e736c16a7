"""The last screen, painted before anything is imported; typing meanwhile waits in the terminal's queue.

Imports the standard library's smallest parts only: every millisecond here is seen.
"""

from __future__ import annotations

import os
import termios
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.config import Settings

FILE = "screen"
"""Where the last screen is kept, in the library's directory."""
FORMAT = "visavis-screen-1"
ENTER = "\x1b[?1049h\x1b[?25l\x1b[H\x1b[2J"
LEAVE = "\x1b[m\x1b[?1049l\x1b[?25h"
_RUN, _PART = "\x1e", "\x1f"
"""Separators that no printable text holds: between runs, and within one."""
_STDIN, _STDOUT = 0, 1


@dataclass(frozen=True, slots=True)
class Saved:
    """A screen: ``key`` says for which terminal and look, ``place`` which row was current.

    Each row is runs of ``(attributes, foreground, background, text)``, SGR codes as they are sent.
    """

    key: str
    place: str
    rows: tuple[tuple[tuple[str, str, str, str], ...], ...]

    def text(self) -> str:
        """Return the file's content."""
        rows = (_RUN.join(_PART.join(run) for run in row) for row in self.rows)
        return "\n".join((FORMAT, self.key, self.place, *rows))

    def painted(self) -> str:
        """Return what paints the screen on an empty one."""
        rows = ((y, "".join(map(_sequence, row))) for y, row in enumerate(self.rows, 1) if _is_seen(row))
        return "".join(f"\x1b[{y}H{text}" for y, text in rows) + "\x1b[m"


def _is_seen(row: tuple[tuple[str, str, str, str], ...]) -> bool:
    return any(any(run) for run in row)


def _sequence(run: tuple[str, str, str, str]) -> str:
    *codes, text = run
    return f"\x1b[{';'.join(['0', *(code for code in codes if code)])}m{text}"


def parsed(content: str) -> Saved | None:
    """Return the screen that a file holds, or None when it is none of ours."""
    form, *lines = content.split("\n")
    if form != FORMAT or len(lines) < 2:
        return None
    key, place, *rows = lines
    runs = tuple(tuple(tuple(run.split(_PART)) for run in row.split(_RUN)) for row in rows)
    if not all(len(run) == 4 and _is_text(run[3]) and _are_codes(run[:3]) for row in runs for run in row):
        return None
    return Saved(key, place, runs)  # type: ignore[arg-type]  # checked above


def _is_text(text: str) -> bool:
    return text.isprintable() or text.replace("\u00a0", "").replace("\u202f", "").isprintable()


def _are_codes(codes: tuple[str, ...]) -> bool:
    return all(code.replace(";", "").isdigit() or not code for code in codes)


def screen_key(columns: int, lines: int, look: str) -> str:
    """Return what a saved screen must have been made for: size, language, theme."""
    return f"{columns}x{lines} {look}"


def look_of(settings: Settings, env: Mapping[str, str]) -> str:
    """Return what a screen looks like by: settings and environment, in one word each."""
    colours = settings.color != "never" and env.get("NO_COLOR") is None
    words = (settings.language, settings.prefer, settings.theme, colours, wants_ascii(env))
    terminal = (env.get("LC_ALL") or env.get("LANG"), env.get("TERM"), env.get("COLORTERM"))
    return " ".join(map(str, (*words, *terminal)))


def wants_ascii(env: Mapping[str, str]) -> bool:
    """Tell whether the terminal draws ASCII only: asked for, or a locale without UTF-8."""
    stated = env.get("LC_ALL") or env.get("LC_CTYPE") or env.get("LANG") or ""
    is_utf8 = stated.lower().replace("-", "").endswith("utf8")
    return bool(env.get("VISAVIS_ASCII")) or (bool(stated) and not is_utf8)


def read(directory: Path) -> Saved | None:
    """Return the last screen, or None when there is none."""
    try:
        return parsed((directory / FILE).read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        return None


def write(directory: Path, saved: Saved) -> None:
    """Keep a screen for the next start; readable by its owner alone, like the library."""
    new = directory / f"{FILE}.new"
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(saved.text())
    new.replace(directory / FILE)


class Curtain:
    """The painted screen until the app takes over: hides what is typed, and can put everything back."""

    def __init__(self) -> None:
        self.attributes = termios.tcgetattr(_STDIN)
        """The terminal's settings as we found them."""
        self.is_up = False

    def raise_with(self, saved: Saved) -> None:
        """Paint."""
        quiet = termios.tcgetattr(_STDIN)
        quiet[0] &= ~termios.ICRNL  # an Enter typed now must still be one when the app reads it
        quiet[3] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(_STDIN, termios.TCSANOW, quiet)
        os.write(_STDOUT, (ENTER + saved.painted()).encode())
        self.is_up = True

    def drop(self) -> None:
        """Put the terminal back as it was; harmless after the app did so."""
        with suppress(OSError, termios.error):  # a terminal that is gone needs nothing back
            termios.tcsetattr(_STDIN, termios.TCSANOW, self.attributes)
            if self.is_up:
                self.is_up = False
                os.write(_STDOUT, LEAVE.encode())
