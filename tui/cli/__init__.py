"""The command line: one table of commands, from which parsing, help, manual and completion are made."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # typing's own costs an import
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.app.terminal.curtain import Curtain


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 1 some inputs failed, 2 nothing done, 130 stopped."""
    words = list(sys.argv[1:] if argv is None else argv)
    curtain = _curtain(words)
    from tui.cli.start import start  # noqa: PLC0415 (importing this package must cost nothing)

    status = start(words, curtain)
    if argv is None:
        import gc  # noqa: PLC0415 (nothing but the last screen comes before the last screen)

        gc.freeze()  # the process ends: looking once more through all that was imported took 12 ms
    return status


def _curtain(words: list[str]) -> Curtain | None:
    """Show the last screen at once where the words say nothing but that, and perhaps which library."""
    named = words[1] if len(words) > 1 and words[0] == "--library" else ""
    if (words[2:] if named else words) not in ([], ["read"]):
        return None
    from tui.app.terminal.curtain import draw  # noqa: PLC0415 (no other command paints)

    return draw(named, os.environ)
