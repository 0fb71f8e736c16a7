"""A query with its misspelled words put right."""

from __future__ import annotations

from tui.library.compile.plan import Plan
from tui.library.index import SearchIndex
from tui.model.query import Form, Word


def respelled(query: str, plan: Plan, index: SearchIndex) -> str | None:
    """Return ``query`` with each word that no article has replaced by its likeliest spelling, or None."""
    words = [leaf for leaf in plan.leaves() if isinstance(leaf, Word) and leaf.form is Form.PLAIN]
    better = query
    for word in sorted(words, key=lambda word: word.span, reverse=True):
        if spelled := index.corrected(word.text):
            better = better[: word.span.start] + spelled + better[word.span.end :]
    return None if better == query else better
