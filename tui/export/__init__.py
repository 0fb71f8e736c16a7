"""Articles and bitexts to files: one small module per format, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TextIO

from tui.errors import UsageError, nearest
from tui.export.sheet import Item, Notes, Sheet, concordance, plain_sheet, sheet
from tui.locale import tr

__all__ = ["FORMATS", "Item", "Notes", "Sheet", "concordance", "export", "plain_sheet", "sheet", "write"]

FORMATS = ("md", "html", "tmx", "jsonl", "csv")


def export(items: Iterable[Item], form: str, out: TextIO, notes: Mapping[str, Notes] | None = None) -> None:
    """Write articles and bitexts in a format; ``notes`` are the reader's, by id of article.

    Raises UsageError for a format that is none of ``FORMATS``.
    """
    if form == "jsonl":
        from tui.export import lines  # noqa: PLC0415 (one format at a time)

        lines.write(items, out)
    else:
        write((sheet(item, _notes(item, notes or {})) for item in items), form, out)


def write(sheets: Iterable[Sheet], form: str, out: TextIO) -> None:
    """Write sheets in one of the formats that show texts; raises UsageError for any other."""
    if form == "md":
        from tui.export.markdown import write as run  # noqa: PLC0415
    elif form == "html":
        from tui.export.page import write as run  # noqa: PLC0415
    elif form == "tmx":
        from tui.export.tmx import write as run  # noqa: PLC0415
    elif form == "csv":
        from tui.export.csvtable import write as run  # noqa: PLC0415
    else:
        raise UsageError(tr("there is no format '{form}'", form=form) + nearest(form, FORMATS))
    run(sheets, out)


def _notes(item: Item, notes: Mapping[str, Notes]) -> Notes:
    from tui.model.article import Article  # noqa: PLC0415

    articles = (item,) if isinstance(item, Article) else (item.fr, item.en)
    return [note for article in articles for note in notes.get(article.id or "", ())]
