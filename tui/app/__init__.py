"""The screens: the only place that imports Textual."""

from __future__ import annotations

TYPE_CHECKING = False  # typing's own costs an import
if TYPE_CHECKING:
    from pathlib import Path

    from tui.app.terminal.curtain import Curtain
    from tui.config import Settings


def run(library_path: Path, settings: Settings, curtain: Curtain, query: str = "") -> int:
    """Open the app on a library and return the exit status: 0, 130 after Ctrl-C, 128 + n after a signal.

    ``query`` is searched at once; ``curtain`` hangs before the terminal that the caller has made sure of.
    """
    import os  # noqa: PLC0415 (importing this package must cost nothing)

    from tui.app.start import start  # noqa: PLC0415

    return start(library_path, settings, query, os.environ, curtain)
