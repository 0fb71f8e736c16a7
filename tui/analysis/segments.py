"""Sentences: the segments that alignment works on. Own rules for French and English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui.analysis.abbreviations import NEVER, NUMBERED, OPENERS, SHOUTED, SOMETIMES, SURNAME_LIKE
from tui.model.article import Block, BlockKind, Lang, Segment
from tui.model.span import Span

_LONGEST = 1200
"""Characters of a segment: a text without sentences (a table, a one-line file) is cut at this length."""

_BLANKS = "\u00a0\u202f "
_END = re.compile(
    r"(?<![.!?…])(?P<mark>[.!?…]++)"
    rf"(?P<close>(?:[\"”’'*)\]]|[{_BLANKS}]?»|\[\d{{1,3}}\])*+)"
    r"(?P<loose> [\"'](?=\s))?"
    r"(?P<gap>\s++)"
    rf"(?=[\"«“‘'(\[–—*•-]*[{_BLANKS}]?[A-ZÀ-ÞŒ0-9¿¡])"
)
_LAST_WORD = re.compile(r"[^\s(«“\"‘\[–—/]+$")
_INITIAL = re.compile(r"[A-ZÀ-Þ]h?(?:(?:\.-?|-)[A-ZÀ-Þ])?")
_DOTTED = re.compile(r"(?:[A-Za-zÀ-ÿ]\.)+[A-Za-zÀ-ÿ]")
_NEXT_WORD = re.compile(r"[\s\"«“‘'(\[–—*•-]*([^\W\d_]+|\d+)")
_LIST_NUMBER = re.compile(r"(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})")
_TAIL = 40
"""Characters looked back for the word before a full stop: longer words are no abbreviations."""

_BREAKING = re.compile(r"[;:–—](?=\s)|[.!?](?=\s)|(?<=\S)(?=\s)")


def segment(text: str, blocks: Sequence[Block]) -> tuple[Segment, ...]:
    """Return the segments of all ``blocks`` in reading order; each lies in one block, none overlap."""
    return tuple(
        Segment(number, span.start, span.end)
        for number, block in enumerate(blocks)
        for span in _of_block(text, block)
    )


def _of_block(text: str, block: Block) -> Iterator[Span]:
    body = block.span.of(text)
    spans = (
        [_trimmed(body, Span(0, len(body)))] if block.kind is BlockKind.CODE else sentences(body, block.lang)
    )
    return (span.shifted(block.start) for span in spans if span.length)


def sentences(text: str, lang: Lang) -> list[Span]:
    """Return where the sentences of ``text`` lie, without the blanks between them."""
    ends = (_cut_after(text, match) for match in _END.finditer(text) if _ends(text, match, lang))
    cuts = [0, *ends, len(text)]
    spans = (_trimmed(text, Span(start, end)) for start, end in pairwise(cuts))
    return [part for span in spans if span.length for part in _shortened(text, span)]


def _cut_after(text: str, match: re.Match[str]) -> int:
    """Return where the sentence ends; a quote between blanks closes it if one is open."""
    loose = match["loose"]
    if loose and text.count(loose[1], 0, match.start()) % 2 == 0:
        return match.start("loose")
    return match.start("gap")


def _trimmed(text: str, span: Span) -> Span:
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.start + len(piece.rstrip())))


def _shortened(text: str, span: Span) -> Iterator[Span]:
    while span.length > _LONGEST:
        cut = _cut(text, span)
        yield _trimmed(text, Span(span.start, cut))
        span = _trimmed(text, Span(cut, span.end))
    if span.length:
        yield span


def _cut(text: str, span: Span) -> int:
    """Return where to cut: behind the last clause of the second half, else word, else character."""
    stop = span.start + _LONGEST
    best = {}
    for match in _BREAKING.finditer(text, span.start + _LONGEST // 2, stop):
        best[match.end() > match.start()] = match.end()
    return best.get(True) or best.get(False) or stop


def _ends(text: str, match: re.Match[str], lang: Lang) -> bool:
    """Tell whether the marks of ``match`` end a sentence."""
    word = _word_before(text, match.start())
    if match["mark"] == ".":
        return bool(match["close"]) or _stop_ends(word, _word_after(text, match.end()), lang, text, match)
    if match["mark"] == "!" and not match["close"]:
        return word.lower() not in SHOUTED
    return text[match.start() - 1 : match.start()] not in {"(", "["}


def _word_before(text: str, at: int) -> str:
    found = _LAST_WORD.search(text[max(0, at - _TAIL) : at])
    return found.group().replace("’", "'") if found else ""


def _word_after(text: str, at: int) -> str:
    found = _NEXT_WORD.match(text, at)
    return found.group(1) if found else ""


def _stop_ends(word: str, following: str, lang: Lang, text: str, match: re.Match[str]) -> bool:
    """Tell whether a single full stop behind ``word`` and before ``following`` ends a sentence."""
    low = word.lower().rpartition("'")[2]
    if _opens_list(text, match.start(), word):
        return False
    if low in NUMBERED and following.isdigit():
        return False
    if word != low and _INITIAL.fullmatch(word):
        return (
            _opens(following, lang)
            and following.lower() not in SURNAME_LIKE
            and low not in NEVER[_side(lang)]
        )
    if low in NEVER[_side(lang)]:
        return False
    if low in SOMETIMES[_side(lang)] or _DOTTED.fullmatch(word):
        return low in {"etc", "no"} or _opens(following, lang)
    return True


def _side(lang: Lang) -> Lang:
    return Lang.FR if lang is Lang.FR else Lang.EN


def _opens(word: str, lang: Lang) -> bool:
    return word.lower() in OPENERS[_side(lang)]


def _opens_list(text: str, at: int, word: str) -> bool:
    """Tell whether ``word`` is the number of a list item: alone at the start of the text or of a line."""
    if not _LIST_NUMBER.fullmatch(word):
        return False
    before = text[max(0, at - len(word) - 2) : at - len(word)].strip(" \t")
    return not before or before.endswith("\n")
