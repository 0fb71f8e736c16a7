"""A query with its misspelled words put right."""

from __future__ import annotations

from collections.abc import Collection

from tui.library.compile.plan import Plan
from tui.library.index import SearchIndex
from tui.model.query import Fault, Form, Word


def respelled(query: str, plan: Plan, faults: Collection[Fault], index: SearchIndex) -> str | None:
    """Return ``query`` with each word that no article has replaced by its likeliest spelling, or None.

    What was meant as an operator and is none is left alone: its fault says what is wrong.
    """
    words = [leaf for leaf in plan.leaves() if isinstance(leaf, Word) and leaf.form is Form.PLAIN]
    words = [word for word in words if not any(_meet(word, fault) for fault in faults)]
    better = query
    for word in sorted(words, key=lambda word: word.span, reverse=True):
        if spelled := index.corrected(word.text):
            better = better[: word.span.start] + spelled + better[word.span.end :]
    return None if better == query else better


def _meet(word: Word, fault: Fault) -> bool:
    """Tell whether a word is at fault, or is the field before a value that is: a colon lies between."""
    return word.span.start <= fault.span.end and fault.span.start <= word.span.end + 1
