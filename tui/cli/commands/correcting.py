"""The reader's word against the program's: pairs, metadata, marks, notes, removal, and back."""

from __future__ import annotations

from operator import attrgetter
from types import SimpleNamespace
from typing import TYPE_CHECKING

from tui.cli.asking import chosen
from tui.cli.start import DONE, Context
from tui.errors import UsageError, nearest
from tui.locale import tr
from tui.model import jsonable
from tui.model.wording import change, word
from tui.text.printable import clean_line

if TYPE_CHECKING:
    from tui.cli.output import Output
    from tui.library import Library

_MARKS = ("read", "unread", "star", "unstar")
_TAGS = ("tag:", "untag:")


def pair(args: SimpleNamespace, context: Context) -> int:
    """Join two articles for good."""
    with context.opened() as library:
        made = library.pair(args.fr, args.en)
    if args.json:
        context.output.json(jsonable.pair(made))
    else:
        context.output.line(context.output.painted(f"{made.id}  {made.fr} = {made.en}  {word(made.mode)}"))
    return DONE


def unpair(args: SimpleNamespace, context: Context) -> int:
    """Take a pair apart for good."""
    with context.opened() as library:
        gone = library.unpair(args.id)
    if args.json:
        context.output.json(jsonable.pair(gone))
    else:
        context.output.line(context.output.painted(f"{gone.id}  {gone.fr} ≠ {gone.en}"))
    return DONE


def entity(args: SimpleNamespace, context: Context) -> int:
    """Set right what a name is: its kind, what it is the same as, or that it is nothing."""
    said = {"kind": args.kind, "same": args.same, "ignore": args.ignore or None}
    words = [(action, value) for action, value in said.items() if value is not None]
    if len(words) != 1:
        raise UsageError(tr("entity: say one thing: --kind, --same or --ignore"))
    ((action, value),) = words
    with context.opened() as library:
        library.correct_entity(args.id, action, None if value is True else value)
    return DONE


def edit(args: SimpleNamespace, context: Context) -> int:
    """Correct title, date, language or source."""
    stated = {"title": args.title, "published": args.date, "lang": args.lang, "source": args.source}
    changes = {name: value for name, value in stated.items() if value is not None}
    if not changes:
        raise UsageError(tr("edit: say what to correct: --title, --date, --lang or --source"))
    if changes.get("published") == "":
        changes["published"] = None
    with context.opened() as library:
        library.edit(args.id, **changes)
    return DONE


def note(args: SimpleNamespace, context: Context) -> int:
    """Write a note on an article; an empty one takes the last note away."""
    text = " ".join(args.texts).strip()
    with context.opened() as library:
        if text:
            library.note(args.id, text)
        else:
            _take_note_away(library, args.id, context.output)
    return DONE


def _take_note_away(library: Library, public: str, output: Output) -> None:
    library.article(public)  # an unknown id is a fault, not an article without notes
    held = sorted(library.notes_of(public), key=attrgetter("id"))
    if not held:
        output.note(tr("{id} has no note", id=public))
        return
    library.notes.change(held[-1].id, "")
    output.note(tr("took the note away: {text}", text=clean_line(held[-1].text)))


def remove(args: SimpleNamespace, context: Context) -> int:
    """Remove articles; undo brings them back."""
    with context.opened() as library:
        gone = library.remove(chosen(args.query, context.output))
    told = tr("removed {count} (undo brings them back)", count=gone) if gone else tr("nothing was removed")
    context.output.note(told)
    return DONE


def mark(args: SimpleNamespace, context: Context) -> int:
    """Change marks and tags of many articles at once."""
    tagged = args.what.startswith(_TAGS) and args.what.partition(":")[2]
    if args.what not in _MARKS and not tagged:
        hint = nearest(args.what, _MARKS) or tr(
            "; it is {words}, tag:NAME or untag:NAME", words=", ".join(_MARKS)
        )
        raise UsageError(tr("mark: '{word}' is no mark", word=args.what) + hint)
    with context.opened() as library:
        changed = library.mark(chosen(args.query, context.output), args.what)
    context.output.note(tr("changed {count}", count=changed))
    return DONE


def undo(args: SimpleNamespace, context: Context) -> int:  # noqa: ARG001 (every command is called alike)
    """Take the last change back."""
    with context.opened() as library:
        undone = library.undo()
    if undone is None:
        context.output.note(tr("there is nothing to undo"))
    else:
        context.output.line(context.output.painted(tr("Undone: {what}", what=change(undone))))
    return DONE
