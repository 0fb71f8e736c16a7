"""The cleaning rules, in the order in which they are applied."""

from __future__ import annotations

from collections.abc import Callable

from tui.ingest.cleaning.boilerplate import PATH_RULE, without_appended, without_boilerplate
from tui.ingest.cleaning.cues import FAMILIES
from tui.ingest.cleaning.head import with_head, with_headings
from tui.ingest.cleaning.twice import without_repeats, without_second_body
from tui.ingest.raw import RawDocument

Rule = Callable[[RawDocument, frozenset[str]], RawDocument]

_RULES: tuple[tuple[str, Rule], ...] = (
    ("appended", without_appended),  # before what would take the paragraphs whole
    ("boilerplate", without_boilerplate),  # a disclaimer may stand between two copies of a body
    ("body-twice", without_second_body),
    ("head", with_head),
    ("repeats", without_repeats),
    ("headings", with_headings),  # last: captions look like headings until they are gone
)

NAMES = tuple(name for name, _ in _RULES) + tuple(family.name for family in FAMILIES) + (PATH_RULE,)
"""What ``ReadOptions.off_rules`` may name: rules, and families of boilerplate."""


def clean(document: RawDocument, off: frozenset[str] = frozenset()) -> RawDocument:
    """Return the document without what is not the article; rules named in ``off`` are left out."""
    for name, rule in _RULES:
        if name not in off:
            document = rule(document, off)
    return document
