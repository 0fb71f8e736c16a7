"""Telling boilerplate by what it says: lines that are nothing else, and dense cues."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from tui.ingest.cleaning import cues, looks
from tui.ingest.cleaning.cues import FAMILIES, Family
from tui.ingest.cleaning.removing import cut, without
from tui.ingest.raw import RawBlock, RawDocument
from tui.model.article import BlockKind, Removed

_FLAGS = re.IGNORECASE
_TRIM = ' \t\u00a0\u202f-–—•·*>«»"“”[]|'


PATH_RULE = "path"
PATH = "path within the site"
_STEPS = re.compile(r"\s(?:[>›»/→]|::)\s")
_LEAST_STEPS = 2
_LINKED_SHARE = 0.6
"""Share of a path's characters, but for its last step (the page itself), that link upwards."""


def is_path(block: RawBlock) -> bool:
    """Tell the line of links that says where in a site a page lies ("Home > News > Today")."""
    steps = list(_STEPS.finditer(block.text))
    if len(steps) < _LEAST_STEPS or looks.words(block.text) > cues.LONGEST_LINE:
        return False
    above = steps[-1].start()
    linked = sum(span.length for span, _ in block.links if span.end <= above)
    return linked >= _LINKED_SHARE * above


@cache
def _line_pattern(family: Family) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{each})" for each in family.lines), _FLAGS) if family.lines else None


@cache
def _cue_pattern(cues_of: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds cues in lower-case text: to ignore case would take five times as long."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(cues_of)})(?!\w)")


_ADDRESSED = re.compile(cues.ADDRESSED)
_STRONG = tuple(cue for family in FAMILIES for cue in family.strong)


def _count(patterns: tuple[str, ...], lowered: str) -> int:
    return len({found[0] for found in _cue_pattern(patterns).finditer(lowered)}) if patterns else 0


def density(lowered: str, family: Family) -> float:
    """Return how dense the family's cues are in lower-case text; 0 unless one of them is strong."""
    strong = _count(family.strong, lowered)
    if not strong or (family.addressed and not _ADDRESSED.search(lowered)):
        return 0.0
    found = strong + _count(family.weak, lowered)
    return found * cues.STRONG_WEIGHT / (1 + len(lowered.split()) / cues.WORDS_A_CUE)


def family_of(text: str, *, edge: bool) -> Family | None:
    """Return the family of boilerplate that a paragraph is, or None for a part of the article."""
    words = len(text.split())
    if words > cues.LONGEST_PARAGRAPH:
        return None
    stripped = text.strip(_TRIM).rstrip(".!:")
    if words <= cues.LONGEST_LINE:
        for family in FAMILIES:
            pattern = _line_pattern(family)
            if pattern and pattern.fullmatch(stripped):
                return family
    lowered = text.lower()
    if not _cue_pattern(_STRONG).search(lowered):
        return None
    dense, best = max(((density(lowered, family), family) for family in FAMILIES), key=lambda found: found[0])
    return best if dense >= (cues.DENSE_AT_EDGE if edge else cues.DENSE_INSIDE) else None


_SENTENCE = re.compile(r"""(?<=[.!?…])[»”"'’)\]]*\s+(?=[«“"'(\[]?\s?[A-ZÀ-ÖØ-ÞŒ])""")
_SPOKEN = re.compile(cues.SPOKEN, _FLAGS)


def appended(text: str) -> tuple[int, Family] | None:
    """Return where the appeals begin that were run into a paragraph's end, and their family.

    Paragraphs that are appeals for the most part are left to be taken whole.
    """
    if not _cue_pattern(_STRONG).search(text.lower()) or len(text.split()) > cues.LONGEST_PARAGRAPH:
        return None
    starts = [0, *(found.end() for found in _SENTENCE.finditer(text))]
    if len(starts) == 1 or _cue_pattern(_STRONG).search(text[: starts[1]].lower()):
        return None  # a banner speaks to the reader at once: its sentences are not told apart
    begin, family = len(text), None
    for start in reversed(starts[1:]):
        said = text[start:begin]
        found = None if _SPOKEN.search(said) else family_of(said, edge=False)
        leads_in = family is not None and said.rstrip().endswith("?") and _ADDRESSED.search(said.lower())
        if not leads_in and (found is None or not found.addressed):
            break
        begin, family = start, family or found
    return (begin, family) if family and begin > len(text) - begin else None


def without_appended(document: RawDocument, off: frozenset[str]) -> RawDocument:
    """Return the document without the appeals that were run into the ends of its paragraphs."""
    blocks, taken = [], []
    for block in document.blocks:
        found = appended(block.text) if block.kind is BlockKind.PARAGRAPH else None
        if found is None or found[1].name in off:
            blocks.append(block)
            continue
        blocks.append(cut(block, found[0]))
        taken.append(Removed(block.text[found[0] :], found[1].why))
    return (
        replace(document, blocks=tuple(blocks), removed=document.removed + tuple(taken))
        if taken
        else document
    )


def without_boilerplate(document: RawDocument, off: frozenset[str]) -> RawDocument:
    """Return the document without the paragraphs that belong to a family that is on."""
    last = len(document.blocks) - cues.EDGE_LAST

    def reason(index: int, block: RawBlock) -> str | None:
        if block.kind is BlockKind.CODE:
            return None
        if is_path(block):
            return PATH if PATH_RULE not in off else None
        family = family_of(block.text, edge=index < cues.EDGE_FIRST or index >= last)
        if family is None or family.name in off or (index == 0 and family.name in cues.NEVER_FIRST):
            return None
        return family.why

    return without(document, reason)
