"""A query's words in the other language, by the lexicon that the library's own pairs taught."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from tui.library.store.database import Database
from tui.model.listing import Hit
from tui.model.query import And, Form, Node, Or, Word
from tui.text.chain import terms
from tui.text.fold import fold

WEAKER = 0.8
"""What a hit through the other language is worth beside a direct one: never more."""

Translate = Callable[[str], tuple[str, ...]]


def translator(database: Database) -> Translate:
    """Return what gives a word's counterparts in either language, the strongest first."""
    by_term: dict[str, list[str]] = {}
    rows = database.rows("SELECT fr, en FROM learnt WHERE kind = 'word' ORDER BY weight DESC")
    for fr, en in rows:
        for word, other, lang in ((fr, en, "fr"), (en, fr, "en")):
            for term in terms(word, lang):
                by_term.setdefault(term, []).append(other)

    def translate(word: str) -> tuple[str, ...]:
        found = {term for lang in ("fr", "en") for term in terms(word, lang)}
        same = fold(word)
        others = (other for term in found for other in by_term.get(term, ()))
        return tuple(dict.fromkeys(other for other in others if other != same))

    return translate


def widened(tree: Node, translate: Translate) -> Node | None:
    """Return ``tree`` with each bare word or its counterparts, None when no word has any."""
    wide = _wide(tree, translate)
    return None if wide == tree else wide


def merged(direct: Iterable[Hit], through: Iterable[Hit], limit: int) -> tuple[Hit, ...]:
    """Return the direct hits with what was found through the other language among them, marked."""
    hits = list(direct)
    known = {end for hit in hits for end in (hit.id, hit.pair) if end}
    hits += [
        replace(hit, score=hit.score * WEAKER, across=True)
        for hit in through
        if not {hit.id, hit.pair} & known
    ]
    best = sorted(hits, key=lambda hit: (hit.partial, -hit.score))[:limit]
    return tuple(replace(hit, rank=rank) for rank, hit in enumerate(best, 1))


def _wide(node: Node, translate: Translate) -> Node:
    if isinstance(node, And | Or):
        return type(node)(tuple(_wide(part, translate) for part in node.parts))
    if isinstance(node, Word) and node.form is Form.PLAIN:
        others = translate(node.text)
        return Or((node, *(replace(node, text=other) for other in others))) if others else node
    return node
