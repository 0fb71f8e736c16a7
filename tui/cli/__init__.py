"""The command line: one table of commands, from which parsing, help, manual and completion are made."""

from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 1 some inputs failed, 2 nothing done, 130 stopped."""
    from tui.cli.start import start  # noqa: PLC0415 (importing this package must cost nothing)

    return start(argv)
