"""Looking after the library, and what is set up once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

from tui.cli.commands.adding import bar
from tui.cli.output import Output, Paint
from tui.cli.start import DONE, SOME_FAILED, Context
from tui.config import default_file
from tui.errors import ConfigError, LibraryError, StoreDamagedError, reason
from tui.library.care import set_aside
from tui.library.library import Library
from tui.library.store.database import STORE
from tui.locale import tr
from tui.model.keeping import Finding, Level
from tui.model.wording import word

_PAINTS = {Level.GOOD: Paint.GOOD, Level.NOTICE: Paint.DOUBT, Level.FAULT: Paint.BAD}


def doctor(args: SimpleNamespace, context: Context) -> int:
    """Print what was found, after mending it if asked; a fault that stays makes the status 1."""
    try:
        with context.opened() as library:
            findings = library.repair() if args.repair else library.doctor()
    except StoreDamagedError:
        findings = (_damaged(context.library / STORE),)
    findings = (*findings, *_weights())
    for finding in findings:
        _print_finding(finding, context.output)
    return SOME_FAILED if any(finding.level is Level.FAULT for finding in findings) else DONE


def _weights() -> Iterator[Finding]:
    """Yield what is wrong with the weights that find names, or that nothing is."""
    from tui.analysis.entities import weights_faults  # noqa: PLC0415 (the library knows nothing of analysis)

    faults = weights_faults()
    yield from (Finding(Level.FAULT, fault) for fault in faults)
    if not faults:
        yield Finding(Level.GOOD, tr("The weights that find names are whole."))


def _damaged(store: Path) -> Finding:
    remedy = tr("Restore a backup: 'visavis restore FILE' keeps the damaged file beside it.")
    return Finding(Level.FAULT, tr("{file} cannot be read.", file=store), remedy)


def _print_finding(finding: Finding, output: Output) -> None:
    remedy = f" {finding.remedy}" if finding.remedy else ""
    hint = " " + tr("(doctor --repair mends it)") if finding.fixable else ""
    level = output.painted(f"{word(finding.level):<7}", _PAINTS[finding.level])
    output.line(level, " ", output.painted(f"{finding.what}{remedy}{hint}"))


def reindex(args: SimpleNamespace, context: Context) -> int:  # noqa: ARG001 (every command is called alike)
    """Build the search index again."""
    with context.opened() as library:
        for step in library.reindex():
            context.output.bar(bar(step))
        count = library.counts().articles
    context.output.note(tr("indexed {count} articles", count=count))
    return DONE


def backup(args: SimpleNamespace, context: Context) -> int:
    """Copy the library to one file."""
    with context.opened() as library:
        library.backup(Path(args.file))
    context.output.note(tr("copied to {file}", file=args.file))
    return DONE


def restore(args: SimpleNamespace, context: Context) -> int:
    """Put a copy back; raises LibraryError where there is none."""
    copy = Path(args.file)
    if not copy.is_file():
        raise LibraryError(tr("There is no copy {file}.", file=copy))
    with _opened_for_restoring(context) as library:
        library.restore(copy)
        count = library.counts().articles
    context.output.note(tr("restored {count} articles", count=count))
    return DONE


def _opened_for_restoring(context: Context) -> Library:
    try:
        return context.opened()
    except StoreDamagedError:
        kept = set_aside(context.library)
        context.output.note(tr("the damaged store is kept as {file}", file=kept))
        return context.opened()


def where(args: SimpleNamespace, context: Context) -> int:  # noqa: ARG001 (every command is called alike)
    """Print the directories and files that visavis uses."""
    places = {
        "library": context.library,
        "store": context.library / STORE,
        "index": context.library / "index",
        "config": context.config,
    }
    for name, path in places.items():
        context.output.line(
            context.output.painted(f"{name:<8}", Paint.DIM), context.output.painted(str(path))
        )
    return DONE


def config(args: SimpleNamespace, context: Context) -> int:  # noqa: ARG001 (init is the only action)
    """Write the commented settings file; raises ConfigError rather than replace one."""
    path = context.config
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as out:
            out.write(default_file())
    except FileExistsError as cause:
        raise ConfigError(tr("{file} is there already; it was left as it is", file=path)) from cause
    except OSError as cause:
        raise ConfigError(tr("cannot write {file}: {why}", file=path, why=reason(cause))) from cause
    context.output.line(context.output.painted(str(path)))
    return DONE


def completion(args: SimpleNamespace, context: Context) -> int:
    """Print a shell's completion script."""
    from tui.cli.about.completion import script  # noqa: PLC0415

    context.output.out.write(script(args.shell))
    return DONE


def explain(args: SimpleNamespace, context: Context) -> int:
    """Print the help of a command, or of the program; raises UsageError for an unknown command."""
    from tui.cli.about import helptext  # noqa: PLC0415 (only who asks for help reads it)
    from tui.cli.parser import named  # noqa: PLC0415
    from tui.cli.table import COMMANDS  # noqa: PLC0415

    name = args.command
    context.output.out.write(helptext.of_command(named(name, COMMANDS)) if name else helptext.overview())
    return DONE
