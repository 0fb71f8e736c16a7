"""The screens: the only place that imports Textual."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.config import Settings


def run(library_path: Path, settings: Settings, query: str = "") -> int:
    """Open the app on a library and return the exit status: 0, 130 after Ctrl-C, 128 + n after a signal.

    ``query`` is searched at once. The caller has made sure that there is a terminal.
    """
    from tui.app.start import start  # noqa: PLC0415 (importing this package must cost nothing)

    return start(library_path, settings, query, os.environ)
