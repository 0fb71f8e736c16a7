"""Opening the app; nothing is imported here that its first screen would have to wait for."""

from __future__ import annotations

import os
import sys
from types import SimpleNamespace

from tui.cli.start import Context
from tui.errors import UsageError
from tui.locale import tr


def read(args: SimpleNamespace, context: Context) -> int:
    """Open the app, or the linear mode; the app raises UsageError off a terminal."""
    if args.linear or context.settings.reading.linear:
        from tui.app import linear  # noqa: PLC0415 (imports no Textual)

        return linear.run(context.library, context.settings, args.query, os.environ)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(tr("read needs a terminal; list, search and show print to anything"))
    from tui.app import run  # noqa: PLC0415 (the one command that imports Textual)

    return run(context.library, context.settings, args.query)
