"""Settings and completion: what is set up once."""

from __future__ import annotations

from types import SimpleNamespace

from tui.cli.start import DONE, Context
from tui.config import default_file
from tui.errors import ConfigError


def config(args: SimpleNamespace, context: Context) -> int:  # noqa: ARG001 (init is the only action)
    """Write the commented settings file; raises ConfigError rather than replace one."""
    path = context.config
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as out:
            out.write(default_file())
    except FileExistsError as cause:
        raise ConfigError(f"{path} is there already; it was left as it is") from cause
    except OSError as cause:
        raise ConfigError(f"cannot write {path}: {cause.strerror}") from cause
    context.output.line(context.output.painted(str(path)))
    return DONE


def completion(args: SimpleNamespace, context: Context) -> int:
    """Print a shell's completion script."""
    from tui.cli.about.completion import script  # noqa: PLC0415

    context.output.out.write(script(args.shell))
    return DONE
