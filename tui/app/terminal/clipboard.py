"""Copying, and telling the truth about where the copy went."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from tui.locale import tr

OSC_52_LIMIT = 74_994
"""Bytes of text that terminals take through OSC 52: 100,000 of base64, less the frame."""
_NO_OSC_52 = frozenset({"linux", "dumb", "screen"})
"""Terminals that would drop the sequence, or show it."""
TMUX_SECONDS = 3

Send = Callable[[str], None]
"""Writes a sequence to the terminal."""


def copy(text: str, env: Mapping[str, str], send: Send) -> str:
    """Copy ``text`` by the best way there is and return a sentence that names it."""
    if env.get("TMUX") and _to_tmux(text):
        return tr("Copied through tmux: paste with its prefix and ], or in your terminal.")
    if can_osc_52(text, env):
        send(osc_52(text))
        return tr("Sent to the terminal's clipboard (OSC 52).")
    return tr("No clipboard here: written to {path}").format(path=_to_file(text))


def can_osc_52(text: str, env: Mapping[str, str]) -> bool:
    """Tell whether this terminal takes a copy of this size."""
    if env.get("TMUX") or env.get("STY") or env.get("TERM", "dumb") in _NO_OSC_52:
        return False
    return len(text.encode()) <= OSC_52_LIMIT


def osc_52(text: str) -> str:
    """Return the sequence that puts ``text`` on the clipboard."""
    return f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\x07"


def _to_tmux(text: str) -> bool:
    if shutil.which("tmux") is None:
        return False
    try:
        done = subprocess.run(
            ["tmux", "load-buffer", "-w", "-"],
            input=text.encode(),
            capture_output=True,
            timeout=TMUX_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _to_file(text: str) -> Path:
    handle, name = tempfile.mkstemp(prefix="visavis-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    return Path(name)
