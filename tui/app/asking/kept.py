"""Notes, bookmarks and corrections: read with a text, changed from it."""

from __future__ import annotations

from dataclasses import replace

from tui.app.messages import Noticed, StateChanged, TextChanged
from tui.app.ports import Kept, LibraryPort, Opened, open_text
from tui.errors import NotFoundError
from tui.library.ids import number
from tui.locale import tr
from tui.model.article import Article
from tui.model.keeping import Corrections, Note
from tui.model.pair import Bead
from tui.model.wording import change


def kept_of(library: LibraryPort, sides: tuple[Article, ...]) -> Kept:
    """Return what the reader wrote on some articles and set right in them."""
    ids = [article.id for article in sides if article.id]
    held = [(one, library.corrections_of(one)) for one in ids]
    choices = dict.fromkeys(choice for _, each in held for choice in each.choices)
    return Kept(
        tuple(note for _, each in held for note in each.notes),
        tuple(mark for one in ids for mark in library.notes.bookmarks(number(one, "a"))),
        tuple((one, field, value) for one, each in held for field, value in each.edits),
        tuple(choices),
        _beads(held),
    )


def _beads(held: list[tuple[str, Corrections]]) -> tuple[Bead, ...]:
    return next((each.beads for _, each in held if each.beads), ())


def reread(library: LibraryPort, text: Opened, done: str = "") -> TextChanged:
    """Read the open text again, by the article that leads it: its pair may have come or gone."""
    again = open_text(library, text.lead.id or text.id)
    return TextChanged(replace(again, kept=kept_of(library, again.sides)), done)


def undone(library: LibraryPort, text: Opened) -> TextChanged | StateChanged:
    """Take the last change back and read the open text again, if it is still there."""
    done = library.undo()
    said = tr("Undone: {what}", what=change(done)) if done else tr("Nothing to undo.")
    try:
        return reread(library, text, said)
    except NotFoundError:
        return StateChanged(int(bool(done)), said)


def noted(
    library: LibraryPort, text: Opened, article: str, segment: int | None, words: str
) -> TextChanged | Noticed:
    """Keep a note, rewrite the one that stands there, or take it away when no word is left."""
    held = note_at(text.kept, article, segment)
    if held is not None:
        library.notes.change(held.id, words)
    elif words:
        library.note(article, words, segment)
    else:
        return Noticed(tr("No note was written."))
    return reread(library, text, tr("Note kept.") if words else tr("Note taken away."))


def note_at(kept: Kept, article: str, segment: int | None) -> Note | None:
    """Return the note on a segment, or on the whole article (``segment`` None)."""
    return next((note for note in kept.notes if (note.article, note.segment) == (article, segment)), None)


def bookmarked(library: LibraryPort, text: Opened, article: str, segment: int) -> TextChanged:
    """Set or take away a bookmark."""
    stands = library.notes.bookmark(number(article, "a"), segment)
    return reread(library, text, tr("Bookmark set.") if stands else tr("Bookmark taken away."))


def edited(library: LibraryPort, text: Opened, article: str, field: str, value: str | None) -> TextChanged:
    """Correct a field of an article's metadata."""
    library.edit(article, **{field: value})
    return reread(library, text, tr("Corrected."))


def corrected(library: LibraryPort, text: Opened, entity: str, action: str, value: str | None) -> TextChanged:
    """Set an entity right, for the whole library."""
    library.correct_entity(entity, action, value)
    return reread(library, text, tr("Kept for the whole library, and for what is added later."))
