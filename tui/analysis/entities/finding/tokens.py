"""Words of a text for the taggers: offsets kept, elisions and possessives apart, cut into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.model.article import Block, BlockKind, Lang


class Token(NamedTuple):
    """A word or a mark: its text and where it lies, in characters."""

    text: str
    start: int
    end: int


_ACRONYM = r"(?:[^\W\d_]\.){2,}(?!\w)"
_TITLE_WORD = (
    r"(?:M|Mr|Mrs|Ms|Dr|St|Ste|Sen|Rep|Gov|Gen|Col|Lt|Capt|Sgt|Prof|Jr|Sr|"
    r"Inc|Corp|Co|Ltd|Rev|Hon|Mt|Ft|No|[A-WYZ])\."
)
_NUMBER = r"\d+(?:[.,]\d+)*(?:th|st|nd|rd|e|er|ère)?\b"
_DOMAIN = r"[^\W_]\w*\.(?:com|org|net|fr|io|ai|tv)\b"
_ENGLISH = re.compile(
    rf"{_ACRONYM}|{_TITLE_WORD}(?=\s|$)|{_DOMAIN}|['’]s\b|{_NUMBER}"
    r"|[^\W_]+(?:&[^\W_]+)*(?:[’'](?!s\b)[^\W_]+)*(?:-(?:[^\W\d_a-z]|\d)[^\W_]*|-[^\W_]+(?=-[A-Z]))*|-[^\W_]+|\S"
)
_ELISION = r"(?:[ldnsjmtcLDNSJMTC]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu)['’](?=\w)"
_FRENCH = re.compile(
    rf"{_ACRONYM}|{_TITLE_WORD}(?=\s|$)|{_DOMAIN}|{_ELISION}|{_NUMBER}"
    r"|[^\W_]+(?:&[^\W_]+)*(?:[’'-][^\W_]+)*|\S"
)
_PATTERNS = {Lang.FR: _FRENCH, Lang.EN: _ENGLISH}

_ENDS = frozenset(".!?…")
_OPENERS = frozenset("«\"“”'‘([—–-")
_LONGEST = 120
"""Tokens in one sequence: longer ones are cut, so that no text without full stops blocks the tagger."""


def tokens(text: str, lang: Lang, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of ``text[start:end]``, offsets counting from the beginning of ``text``."""
    found = _PATTERNS.get(lang, _ENGLISH).finditer(text, start, len(text) if end is None else end)
    return [Token(match.group(), match.start(), match.end()) for match in found]


def _breaks(before: Token, after: Token, text: str) -> bool:
    """Tell whether a sentence ends between two neighbouring tokens."""
    if "\n" in text[before.end : after.start]:
        return before.text in _ENDS or not after.text[0].islower()
    first = after.text[0]
    return before.text in _ENDS and before.end < after.start and (not first.islower() or first in _OPENERS)


def sentences(text: str, lang: Lang, blocks: Sequence[Block]) -> Iterator[list[Token]]:
    """Yield the tokens of each sentence of each block that is prose."""
    for block in blocks:
        if block.kind is BlockKind.CODE:
            continue
        yield from _split(tokens(text, lang, block.start, block.end), text)


def _split(words: list[Token], text: str) -> Iterator[list[Token]]:
    begin = 0
    for index in range(1, len(words)):
        if index - begin >= _LONGEST or _breaks(words[index - 1], words[index], text):
            yield words[begin:index]
            begin = index
    if begin < len(words):
        yield words[begin:]
