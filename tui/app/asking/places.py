"""Bookmarks and notes of the whole library: read, taken away, written to a file."""

from __future__ import annotations

import csv
import io
from itertools import groupby
from pathlib import Path

from textual.message import Message

from tui.app import requests
from tui.app.messages import Noticed
from tui.app.ports import LibraryPort
from tui.errors import UsageError
from tui.library.ids import number
from tui.locale import tr
from tui.model.keeping import Kept

COLUMNS = ("article", "lang", "title", "published", "segment", "passage", "note", "kept")
"""The columns of the CSV file."""


class PlacesRead(Message):
    """The bookmarks and notes of the library were read; ``done`` says what was done before."""

    def __init__(self, kept: tuple[Kept, ...], done: str = "") -> None:
        super().__init__()
        self.kept, self.done = kept, done


def places(library: LibraryPort) -> PlacesRead:
    """Read them."""
    return PlacesRead(library.notes.kept())


def taken_away(library: LibraryPort, one: Kept) -> PlacesRead:
    """Take a bookmark or a note away."""
    if one.note is not None:
        library.notes.change(one.note, "")
    elif one.segment is not None:
        library.notes.bookmark(number(one.article, "a"), one.segment)
    done = tr("Note taken away.") if one.note is not None else tr("Bookmark taken away.")
    return PlacesRead(library.notes.kept(), done)


def undone(library: LibraryPort) -> PlacesRead:
    """Take the last change back."""
    said = requests.undone(library).done
    return PlacesRead(library.notes.kept(), said)


def written(kept: tuple[Kept, ...], target: str) -> Noticed:
    """Write them to a CSV or a Markdown file; raises UsageError."""
    path = Path(target).expanduser()
    forms = {".csv": as_csv, ".md": as_markdown}
    if path.suffix not in forms:
        raise UsageError(tr("A list of bookmarks is written to a .csv or a .md file."))
    try:
        path.write_text(forms[path.suffix](kept), "utf-8", newline="")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error
    return Noticed(tr("Wrote {count} to {file}.").format(count=len(kept), file=path))


def as_csv(kept: tuple[Kept, ...]) -> str:
    """Return them as CSV, a line each; ``segment`` counts from 1."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(COLUMNS)
    table.writerows(
        (
            one.article,
            one.lang,
            one.title,
            one.published or "",
            _segment(one),
            one.passage,
            one.text,
            _day(one),
        )
        for one in kept
    )
    return out.getvalue()


def as_markdown(kept: tuple[Kept, ...]) -> str:
    """Return them as Markdown: a heading an article, a quotation a place."""
    parts = []
    for _, held in groupby(kept, key=lambda one: one.article):
        first, *more = held
        parts.append(f"## {first.title}\n")
        parts += [_quoted(one) for one in (first, *more)]
    return "\n".join(parts)


def _quoted(one: Kept) -> str:
    passage = "> " + " ".join(one.passage.split()) + "\n"
    return f"{passage}\n{one.text}\n" if one.text else passage


def _segment(one: Kept) -> int | str:
    return "" if one.segment is None else one.segment + 1


def _day(one: Kept) -> str:
    return one.at.date().isoformat()
