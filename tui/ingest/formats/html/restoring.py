"""The chosen main text, found again in the page itself: its kinds, its links, its headings.

Extraction says which words are the article's; what it hands over has lost headings, lists and the
order of things. So each block of the page is kept when its words were chosen, and what lies
between kept blocks, in the same element and in the same manner, is kept too.
"""

from __future__ import annotations

import re

from lxml.etree import _Element

from tui.ingest.cleaning import looks
from tui.ingest.formats.html.flow import Located, located_blocks
from tui.ingest.raw import RawBlock
from tui.model.article import BlockKind

_GRAM = 4
"""Words of the runs that are compared: rare enough to tell a paragraph from any other."""

_COVERED = 0.6
"""Share of a block's runs of words that were chosen, from which the block was."""

_FOUND = 0.8
"""Share of the chosen words that have to be found again; else the choice is taken as it stands."""

_LONG_GAP = 200
"""Words between two kept blocks from which they belong to different texts, unless both are long."""

_LONG_PART = 0.15
"""Share of all kept words from which a part stands apart and is still the article's."""

_LINKS = 0.5
"""Share of a block's characters that link elsewhere, from which it leads away from the article."""

_HEADING_WORDS = 25
_SENTENCE_WORDS = 10
"""Words of a paragraph that is taken in between; shorter ones are dates, labels and buttons."""

_ASIDE = re.compile(
    r"share|social|relat|promo|newsletter|subscri|abonn|advert|sponsor|caption|credit|author|byline|comment"
    r"|footer|recirc|recommend|teaser|widget|sidebar|breadcrumb|tag-?list|hidden|popup|modal",
    re.IGNORECASE,
)
"""Classes and ids of what stands among an article's paragraphs without being one."""

_ASIDES = frozenset(("aside", "figure", "nav", "form", "footer"))
_TRANSPARENT = frozenset(("p", "li", "ul", "ol", "blockquote"))
"""Elements whose nearest wrapper says what they are for."""


def restored(body: _Element, chosen: tuple[RawBlock, ...], base: str | None) -> tuple[RawBlock, ...]:
    """Return the blocks of the page that ``chosen`` stands for; ``chosen`` when too few are found."""
    located = located_blocks(body, base)
    kept = _largest(located, _voted(located, chosen))
    found = sum(_words(located[index]) for index in kept)
    if found < _FOUND * sum(looks.words(block.text) for block in chosen):
        return chosen
    return tuple(located[index][0] for index in _filled(located, kept))


def _words(located: Located) -> int:
    return looks.words(located[0].text)


def _grams(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + _GRAM]) for at in range(len(words) - _GRAM + 1)}


def _voted(located: list[Located], chosen: tuple[RawBlock, ...]) -> list[int]:
    """Return the indexes of the blocks whose words were chosen; short ones only among others."""
    keys = [looks.key(block.text) for block in chosen]
    lines, grams = set(keys), _grams(" ".join(keys).split())
    own = [_grams(looks.key(block.text).split()) for block, _ in located]
    sure = [
        index
        for index, (block, _) in enumerate(located)
        if own[index] and len(own[index] & grams) >= _COVERED * len(own[index]) and not _leads_away(block)
    ]
    within = range(sure[0], sure[-1] + 1) if sure else range(0)
    others = [at for at in within if looks.key(located[at][0].text) in lines]
    return sorted({*sure, *others})


def _leads_away(block: RawBlock) -> bool:
    """Tell a short block that is mostly links."""
    linked = sum(span.length for span, _ in block.links)
    return linked > _LINKS * len(block.text) and looks.words(block.text) <= _HEADING_WORDS


def _largest(located: list[Located], kept: list[int]) -> list[int]:
    """Return the kept blocks without the stray ones: teasers and menus may repeat the article's words."""
    parts: list[list[int]] = []
    for index in kept:
        gap = sum(_words(each) for each in located[parts[-1][-1] + 1 : index]) if parts else 0
        if not parts or gap > _LONG_GAP:
            parts.append([])
        parts[-1].append(index)
    sizes = [sum(_words(located[index]) for index in part) for part in parts]
    least = max(max(sizes, default=0) * _LONG_PART, 0)
    return [index for part, size in zip(parts, sizes, strict=True) if size >= least for index in part]


def _filled(located: list[Located], kept: list[int]) -> list[int]:
    """Return the kept blocks and those between them that belong to the same text."""
    if not kept:
        return kept
    chosen = set(kept)
    homes = {id(home) for index in kept for home in _homes(located[index][1])[:1]}
    for index in range(kept[-1] - 1, kept[0], -1):
        if index not in chosen and _belongs(located, index, chosen, homes):
            chosen.add(index)
    return sorted(chosen)


def _homes(element: _Element | None) -> list[_Element]:
    """Return the elements around a block's own, the nearest first."""
    parent = element.getparent() if element is not None else None
    above = parent.getparent() if parent is not None else None
    return [each for each in (parent, above) if each is not None]


def _belongs(located: list[Located], index: int, chosen: set[int], homes: set[int]) -> bool:
    block, element = located[index]
    if _leads_away(block) or block.kind is BlockKind.CAPTION or _is_aside(element):
        return False
    if block.kind is BlockKind.HEADING:
        return index + 1 in chosen and looks.words(block.text) <= _HEADING_WORDS
    if block.kind is BlockKind.PARAGRAPH and not _is_prose(block.text):
        return False
    near = _homes(element)[: 2 if block.kind is BlockKind.ITEM else 1]
    return any(id(home) in homes for home in near)


def _is_prose(text: str) -> bool:
    return looks.words(text) >= _SENTENCE_WORDS and looks.ends_sentence(text)


def _is_aside(element: _Element | None) -> bool:
    """Tell an element that stands among an article's paragraphs without being one of them."""
    near = True
    while element is not None and element.tag != "body":
        if element.tag in _ASIDES or (near and _ASIDE.search(f"{element.get('class')} {element.get('id')}")):
            return True
        near = element.tag in _TRANSPARENT
        element = element.getparent()
    return False
