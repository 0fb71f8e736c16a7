"""The beads that the reader set right: kept apart from what the program aligned, and laid over it.

Kept with fingerprints of the segments they face, so that they are found again when an article changes.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from tui.errors import UsageError
from tui.library.ids import number
from tui.library.store.codec import bead_lists, beads_back, pack, unpack, unpack_body
from tui.library.store.database import Database
from tui.library.store.undo import Scope, UndoRing
from tui.locale import tr
from tui.model.article import Article, Lang
from tui.model.pair import Bead, Mode, Pair

SURE = 1.0
"""The score of a bead that the reader made."""


class Beads:
    """The reader's beads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def applied(self, pair: Pair) -> Pair:
        """Return the pair with the reader's beads in place of the program's."""
        held = self._database.value("SELECT data FROM bead_edits WHERE fr = ? AND en = ?", _ends(pair))
        if held is None:
            return pair
        kept = unpack(held)
        prints = self._prints(pair)
        if kept["prints"] == [list(side) for side in prints]:
            return replace(pair, beads=beads_back(kept["beads"]), mode=Mode.ALIGNED)
        maps = [_moves(old, new) for old, new in zip(kept["prints"], prints, strict=True)]
        pinned = [_moved(bead, maps) for bead in beads_back(kept["pinned"])]
        return replace(pair, beads=_laid_over(pair.beads, [bead for bead in pinned if bead is not None]))

    def kept(self, pair: Pair) -> tuple[Bead, ...]:
        """Return the beads that the reader made, if any."""
        held = self._database.value("SELECT data FROM bead_edits WHERE fr = ? AND en = ?", _ends(pair))
        return () if held is None else beads_back(unpack(held)["pinned"])

    def edit(self, pair: Pair, beads: Sequence[Bead], ring: UndoRing) -> None:
        """Keep ``beads`` as the rows of a pair; raises UsageError unless each segment is in exactly one."""
        prints = self._prints(pair)
        _check(beads, prints)
        before = {(bead.fr, bead.en) for bead in pair.beads}
        earlier = {(bead.fr, bead.en) for bead in self.kept(pair)}
        pinned = [
            replace(bead, score=SURE)
            for bead in beads
            if (bead.fr, bead.en) not in before or (bead.fr, bead.en) in earlier
        ]
        made = {(bead.fr, bead.en): bead for bead in pinned}
        rows = [made.get((bead.fr, bead.en), bead) for bead in beads]
        data = pack({"prints": prints, "beads": bead_lists(rows), "pinned": bead_lists(pinned)})
        ends = _ends(pair)
        with ring.change("beads", (Scope("bead_edits", "fr = ? AND en = ?", ends),)):
            self._database.run("INSERT OR REPLACE INTO bead_edits VALUES (?, ?, ?)", (*ends, data))

    def _prints(self, pair: Pair) -> tuple[list[int], list[int]]:
        fr, en = (self._segments(end) for end in _ends(pair))
        return fr, en

    def _segments(self, article: int) -> list[int]:
        return _segments(self._database, article)


Aligned = dict[tuple[int, int], tuple[str, bytes]]
"""Mode and packed data of pairs, by their articles."""


def aligned(database: Database, articles: Iterable[int]) -> Aligned:
    """Return how the pairs of some articles are aligned."""
    sql = "SELECT fr, en, mode, data FROM pairs WHERE fr = ?1 OR en = ?1"
    return {(fr, en): (mode, data) for one in articles for fr, en, mode, data in database.rows(sql, (one,))}


def refit(database: Database, before: Aligned, articles: Iterable[int]) -> None:
    """Take back alignments made for texts that have changed since, inside the caller's ``writing``.

    What stood ``before`` comes in their place, else none until pairing runs again.
    """
    for ends, held in aligned(database, articles).items():
        if not _fits(database, ends, *held):
            bare = pack(unpack(held[1]) | {"b": [], "l": []})
            mode, data = before.get(ends, (str(Mode.RELATED), bare))
            database.run("UPDATE pairs SET mode = ?, data = ? WHERE fr = ? AND en = ?", (mode, data, *ends))


def _fits(database: Database, ends: tuple[int, int], mode: str, data: bytes) -> bool:
    held = unpack(data)
    rows = beads_back(held["b"] if mode == Mode.ALIGNED else held["l"])
    for article, lang in zip(ends, (Lang.FR, Lang.EN), strict=True):
        used = sorted(index for row in rows for index in row.side(lang))
        there = list(range(len(_segments(database, article))))
        if used != there if mode == Mode.ALIGNED else not set(used) <= set(there):
            return False
    return True


def _segments(database: Database, article: int) -> list[int]:
    found = database.row("SELECT text, data FROM bodies WHERE article = ?", (article,))
    if found is None:
        return []
    held = unpack_body(Article(None, "", Lang.UND, "", found[0], (), ()), found[1])
    return [zlib.crc32(segment.span.of(held.text).encode()) for segment in held.segments]


def _ends(pair: Pair) -> tuple[int, int]:
    return number(pair.fr, "a"), number(pair.en, "a")


def _check(beads: Sequence[Bead], prints: tuple[list[int], list[int]]) -> None:
    for side, lang in zip(prints, (Lang.FR, Lang.EN), strict=True):
        used = [index for bead in beads for index in bead.side(lang)]
        if sorted(used) != list(range(len(side))):
            raise UsageError(tr("Each {lang} segment must be in exactly one row.", lang=lang))


def _moves(old: Sequence[int], new: Sequence[int]) -> dict[int, int]:
    """Return where the segments of before stand now, those found again."""
    from difflib import SequenceMatcher  # noqa: PLC0415 (only for texts that changed)

    moves: dict[int, int] = {}
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        moves.update((block.a + step, block.b + step) for step in range(block.size))
    return moves


def _moved(bead: Bead, maps: Sequence[dict[int, int]]) -> Bead | None:
    fr, en = (
        [move.get(index) for index in side] for side, move in zip((bead.fr, bead.en), maps, strict=True)
    )
    if None in fr or None in en:
        return None
    return Bead(tuple(_known(fr)), tuple(_known(en)), bead.score)


def _known(indexes: Sequence[Any]) -> list[int]:
    return [index for index in indexes if index is not None]


def _laid_over(beads: Sequence[Bead], pinned: Sequence[Bead]) -> tuple[Bead, ...]:
    """Return ``beads`` with ``pinned`` among them, and without the segments that these hold elsewhere."""
    if not pinned or not beads:
        return tuple(beads)
    fr = {index for bead in pinned for index in bead.fr}
    en = {index for bead in pinned for index in bead.en}
    left = [
        Bead(tuple(i for i in bead.fr if i not in fr), tuple(i for i in bead.en if i not in en), bead.score)
        for bead in beads
    ]
    whole = [bead for bead in left if bead.fr or bead.en] + list(pinned)
    return tuple(_in_order(whole))


def _in_order(beads: Sequence[Bead]) -> list[Bead]:
    """Return beads in reading order of the French side, English gaps after what precedes them."""
    after = {index: bead.fr[-1] for bead in beads if bead.fr for index in bead.en}
    placed = sorted((index, last) for index, last in after.items())

    def place(bead: Bead) -> tuple[int, int]:
        if bead.fr:
            return bead.fr[0], -1
        before = [last for index, last in placed if index < bead.en[0]]
        return (before[-1] if before else -1), bead.en[0]

    return sorted(beads, key=place)
