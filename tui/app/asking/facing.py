"""Setting rows right, making pairs and taking them apart."""

from __future__ import annotations

from tui.app.asking.kept import reread
from tui.app.messages import ChoicesFound, TextChanged
from tui.app.ports import LibraryPort, Opened
from tui.locale import tr
from tui.model.article import Article, Lang
from tui.model.pair import Bead

OFFERED = 50
"""Articles offered as a partner: more are better found by words."""
PARTNER = "partner"
"""The purpose of the choice of a partner."""

Beads = tuple[Bead, ...]


def changed(library: LibraryPort, text: Opened, change: str, at: int, lang: Lang) -> TextChanged:
    """Split or merge row ``at``, or shift the side ``lang`` ``up`` or ``down`` from there on."""
    pair = library.bitext(text.id).pair
    library.edit_beads(text.id, _changed(pair.beads, change, at, lang))
    return reread(library, text, _said(change))


def _changed(beads: Beads, change: str, at: int, lang: Lang) -> Beads:
    from tui.pairing import edit  # noqa: PLC0415 (only readers who set rows right pay for it)

    if change in {"up", "down"}:
        return edit.shift(beads, at, lang, down=change == "down")
    return edit.split(beads, at) if change == "split" else edit.merge(beads, at)


def _said(change: str) -> str:
    return {
        "up": tr("Shifted up from here on; A aligns what follows again, U undoes."),
        "down": tr("Shifted down from here on; A aligns what follows again, U undoes."),
        "split": tr("Row split; U undoes."),
        "merge": tr("Row joined with the next one; U undoes."),
    }[change]


def unpaired(library: LibraryPort, text: Opened) -> TextChanged:
    """Take the open pair apart for good."""
    library.unpair(text.id)
    return reread(library, text, tr("Taken apart for good; U undoes."))


def partners(library: LibraryPort, article: Article, words: str) -> ChoicesFound:
    """Find the articles of the other language that hold some words; the newest single ones for none."""
    other = article.lang.other
    query = f"lang:{other} ({words})" if words else f"lang:{other} -is:paired"
    if words:
        hits = library.search(query, limit=OFFERED, across=True)
        found = [(hit.id, hit.title, hit.published) for hit in hits if hit.lang is other]
    else:
        found = [(row.id, row.title, row.published) for row in library.rows(query, limit=OFFERED)]
    shown = ((one, f"{title}   {day.isoformat()[:10] if day else ''}".rstrip()) for one, title, day in found)
    return ChoicesFound(PARTNER, tuple(shown))
