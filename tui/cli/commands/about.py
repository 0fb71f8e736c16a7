"""What visavis says of itself."""

from __future__ import annotations

from types import SimpleNamespace

from tui.cli.start import DONE, Context


def explain(args: SimpleNamespace, context: Context) -> int:
    """Print the help of a command, or of the program; raises UsageError for an unknown command."""
    from tui.cli.about import helptext  # noqa: PLC0415 (only who asks for help reads it)
    from tui.cli.parser import named  # noqa: PLC0415
    from tui.cli.table import COMMANDS  # noqa: PLC0415

    name = args.command
    context.output.out.write(helptext.of_command(named(name, COMMANDS)) if name else helptext.overview())
    return DONE
