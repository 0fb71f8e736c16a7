"""What is asked of the library on the desk's threads: each returns the message that answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from tui.app.asking.kept import kept_of
from tui.app.messages import EntriesLoaded, HitsLoaded, Noticed, StateChanged, TextOpened, WindowLoaded
from tui.app.ports import Entries, FixedEntries, LibraryPort, Listing, open_text, read_listing
from tui.errors import NotFoundError
from tui.locale import later, tr, trn
from tui.model.article import Lang
from tui.model.wording import change

SUGGESTED = 20
Goal = tuple[Lang, int]
"""A side and a segment to go to."""
RANKED = 50
"""Results of the full ranking: more than anybody reads through."""


def entries(
    library: LibraryPort, sort: str = "date", keep: str | None = None, near: int = 0
) -> EntriesLoaded:
    """Open the library's list at the row to keep, or at row ``near`` where that is gone."""
    return EntriesLoaded(read_listing(library, sort=sort, keep=keep, near=near))


def window(entries: Entries, start: int, stop: int) -> Callable[[LibraryPort], WindowLoaded]:
    """Read rows of a list that is open."""
    return lambda _library: WindowLoaded(entries, start, entries.window(start, stop))


def naming(library: LibraryPort, query: str) -> EntriesLoaded:
    """Read the part of the list that a query chooses."""
    return EntriesLoaded(read_listing(library, query=query))


def of_story(library: LibraryPort, ids: Sequence[str]) -> EntriesLoaded:
    """Read the rows of the story that one of ``ids`` belongs to; raises NotFoundError when there is none."""
    for story in library.stories():
        members = (*story.fr, *story.en)
        if set(ids) & set(members):
            return _of_articles(library, members)
    raise NotFoundError(tr("No other article tells this story."))


def _of_articles(library: LibraryPort, ids: Sequence[str]) -> EntriesLoaded:
    entries = library.entries()
    places = sorted({place for one in ids if (place := entries.position(one)) is not None})
    rows = tuple(row for place in places for row in entries.window(place, place + 1))
    return EntriesLoaded(Listing(FixedEntries(rows), len(rows), 0, rows, library.counts()))


def suggest(library: LibraryPort, words: str) -> HitsLoaded:
    """Search as letters are typed."""
    return HitsLoaded(words, library.suggest(words, SUGGESTED), ranked=False)


def ranked(library: LibraryPort, words: str, *, across: bool = False) -> HitsLoaded:
    """Search with the full ranking, in the other language too if ``across``."""
    return HitsLoaded(words, library.search(words, limit=RANKED, across=across), ranked=True)


def opened(
    library: LibraryPort, text_id: str, *, preview: bool = False, goal: Goal | None = None
) -> TextOpened:
    """Read a pair or an article, at ``goal`` if that is said; opening it for reading marks it read."""
    text = open_text(library, text_id)
    if preview:
        return TextOpened(text, preview=True)
    library.opened([article.id for article in text.sides if article.id])
    return TextOpened(replace(text, goal=goal, kept=kept_of(library, text.sides)))


def expected(library: LibraryPort, text_id: str) -> None:
    """Read a text as if it were opened: what that imports is there when the first one is."""
    kept_of(library, open_text(library, text_id).sides)


def marked(library: LibraryPort, ids: Sequence[str] | str, what: str) -> StateChanged:
    """Change the reader's state of articles."""
    count = library.mark(ids, what)
    word = tr(_MARKS.get(what, what))
    return StateChanged(count, trn("{count} article: {what}", "{count} articles: {what}", count, what=word))


_MARKS = {
    "read": later("read"),
    "unread": later("not read"),
    "star": later("star set"),
    "unstar": later("star taken away"),
}


def removed(library: LibraryPort, ids: Sequence[str] | str) -> StateChanged:
    """Delete articles."""
    count = library.remove(ids)
    return StateChanged(count, trn("{count} article deleted", "{count} articles deleted", count))


def undone(library: LibraryPort) -> StateChanged:
    """Undo the last change."""
    done = library.undo()
    return StateChanged(
        int(bool(done)), tr("Undone: {what}", what=change(done)) if done else tr("Nothing to undo.")
    )


def exported(library: LibraryPort, ids: Sequence[str] | str, file: str) -> Noticed:
    """Write articles, each pair once, to a file in the format of its name; raises UsageError."""
    from pathlib import Path  # noqa: PLC0415 (only readers who export pay for these)

    from tui.export import saving  # noqa: PLC0415

    path = Path(file).expanduser()
    form = saving.form_of(path)
    given = tuple(row.pair or row.id for row in library.rows(ids)) if isinstance(ids, str) else ids
    names = saving.names(library, given)
    saving.to_file(path, saving.items(library, names), form, saving.notes(library, names))
    return Noticed(
        trn("Wrote {count} text to {file}.", "Wrote {count} texts to {file}.", len(names), file=str(path))
    )
