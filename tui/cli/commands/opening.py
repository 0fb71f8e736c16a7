"""Opening the app; nothing is imported here that its first screen would have to wait for."""

from __future__ import annotations

import os
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

from tui.cli.start import Context
from tui.errors import UsageError
from tui.locale import tr

if TYPE_CHECKING:
    from tui.app.terminal.curtain import Curtain


def read(args: SimpleNamespace, context: Context) -> int:
    """Open the app, or the linear mode; the app raises UsageError off a terminal."""
    if args.linear or context.settings.reading.linear:
        from tui.app import linear  # noqa: PLC0415 (imports no Textual)

        return linear.run(context.library, context.settings, args.query, os.environ)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(tr("read needs a terminal; list, search and show print to anything"))
    from tui.app import run  # noqa: PLC0415 (the one command that imports Textual)

    return run(context.library, context.settings, context.curtain or _curtain(args, context), args.query)


def _curtain(args: SimpleNamespace, context: Context) -> Curtain:
    """Return a curtain for a look that options had a say in."""
    from tui.app.terminal import curtain, prepaint  # noqa: PLC0415 (for the app alone)

    look = prepaint.look_of(os.environ, prepaint.content(context.config), args.color or "")
    return curtain.Curtain(look)
