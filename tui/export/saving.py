"""What a library holds under some ids, taken out and written to a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Protocol

from tui.errors import UsageError, nearest, reason
from tui.export import FORMATS, Item, Notes, export
from tui.locale import tr
from tui.model.article import Article
from tui.model.keeping import Note
from tui.model.pair import Bitext, Pair, Story


class Source(Protocol):
    """The methods of a library that exporting uses."""

    def article(self, public: str, /) -> Article:
        """Return an article."""
        ...

    def bitext(self, public: str, /) -> Bitext:
        """Return a pair opened for reading."""
        ...

    def pair_of(self, public: str, /) -> Pair | None:
        """Return an article's pair, or None."""
        ...

    def story(self, public: str, /) -> Story:
        """Return a story."""
        ...

    def notes_of(self, public: str, /) -> tuple[Note, ...]:
        """Return the notes on an article."""
        ...


def names(library: Source, given: Iterable[str]) -> tuple[str, ...]:
    """Return ids of pairs, and of articles without one, for ids of articles, pairs or stories, each once."""
    return tuple(dict.fromkeys(name for one in given for name in _members(library, one)))


def _members(library: Source, name: str) -> tuple[str, ...]:
    """Return what an id stands for: a pair, an article or its pair, or all of a story."""
    if name.startswith("s"):
        story = library.story(name)
        return tuple(found for held in (*story.fr, *story.en) for found in _members(library, held))
    joined = library.pair_of(name) if name.startswith("a") else None
    return (joined.id or name,) if joined else (name,)


def items(library: Source, chosen: Iterable[str]) -> Iterator[Item]:
    """Yield articles and pairs by id, pairs with their facts."""
    return (_item(library, name) for name in chosen)


def _item(library: Source, name: str) -> Item:
    if name.startswith("a"):
        return library.article(name)
    from tui.pairing.facts import with_facts  # noqa: PLC0415 (only pairs have facts)

    return with_facts(library.bitext(name))


def notes(library: Source, chosen: Iterable[str]) -> dict[str, Notes]:
    """Return the reader's notes by id of article."""
    return {
        article: tuple(note.text for note in library.notes_of(article))
        for name in chosen
        for article in _articles(library, name)
    }


def _articles(library: Source, name: str) -> tuple[str, ...]:
    if name.startswith("a"):
        return (name,)
    pair = library.bitext(name).pair
    return (pair.fr, pair.en)


def form_of(path: Path) -> str:
    """Return the format that a file's name asks for; raises UsageError when it is none of ours."""
    form = path.suffix.removeprefix(".").lower()
    if form not in FORMATS:
        raise UsageError(tr("there is no format '{form}'").format(form=form) + nearest(form, FORMATS))
    return form


def to_file(path: Path, found: Iterable[Item], form: str, said: Mapping[str, Notes]) -> None:
    """Write beside the file, then put it in place: a failure leaves what was there. Raises UsageError."""
    beside = path.with_name(f".{path.name}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="") as out:
            export(found, form, out, said)
        beside.replace(path)
    except OSError as cause:
        raise UsageError(tr("cannot write {file}: {why}").format(file=path, why=reason(cause))) from cause
    finally:
        beside.unlink(missing_ok=True)
