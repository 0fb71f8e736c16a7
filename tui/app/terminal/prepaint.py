"""The last screen as it is kept: read, checked, and turned into what paints it.

Imports next to nothing: every millisecond here is seen.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False  # typing's own costs an import
if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE = "screen"
"""Where the last screen is kept, in the library's directory."""
FORMAT = "visavis-screen-2"
_RUN, _PART = "\x1e", "\x1f"
"""Separators that no printable text holds: between runs, and within one."""
_LARGEST = 1 << 20
"""Bytes of the largest screen that is read: far more than any terminal's."""
_LOOKS_BY = ("LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG", "TERM", "COLORTERM", "NO_COLOR", "COLORFGBG")
"""Variables of the environment that a screen looks by, beside our own and Textual's."""
_OURS = ("VISAVIS_", "TEXTUAL_")


class Saved:
    """A screen: ``key`` says for which terminal and look, ``place`` which row was current.

    Each row is runs of ``(attributes, foreground, background, text)``, SGR codes as they are sent.
    """

    __slots__ = ("key", "place", "rows")

    def __init__(self, key: str, place: str, rows: tuple[tuple[tuple[str, str, str, str], ...], ...]) -> None:
        self.key, self.place, self.rows = key, place, rows

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
    """Return what a saved screen must have been made for: size, and what it looks by."""
    return f"{columns}x{lines} {look}"


def look_of(env: Mapping[str, str], settings: bytes, options: str = "") -> str:
    """Return what a screen looks by, in one word: environment, settings file as it stands, options."""
    from zlib import crc32  # noqa: PLC0415 (only where there is a screen to compare with)

    told = sorted(f"{name}={env[name]}" for name in env if name in _LOOKS_BY or name.startswith(_OURS))
    return f"{crc32(repr((told, settings, options)).encode('utf-8', 'surrogateescape')):08x}"


def wants_ascii(env: Mapping[str, str]) -> bool:
    """Tell whether the terminal draws ASCII only: asked for, or a locale without UTF-8."""
    stated = env.get("LC_ALL") or env.get("LC_CTYPE") or env.get("LANG") or ""
    is_utf8 = stated.lower().replace("-", "").endswith("utf8")
    return bool(env.get("VISAVIS_ASCII")) or (bool(stated) and not is_utf8)


def read(directory: str | Path) -> Saved | None:
    """Return the last screen, or None when there is none."""
    try:
        return parsed(content(f"{directory}/{FILE}").decode())
    except UnicodeDecodeError:
        return None


def content(path: str | Path) -> bytes:
    """Return what a small file holds, nothing where there is none to be read."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except OSError:
        return b""
    try:
        return os.read(handle, _LARGEST)
    except OSError:
        return b""
    finally:
        os.close(handle)


def write(directory: Path, saved: Saved) -> None:
    """Keep a screen for the next start; readable by its owner alone, like the library."""
    new = directory / f"{FILE}.new"
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(saved.text())
    new.replace(directory / FILE)
