"""A title for a text that has none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.model.article import Block, BlockKind, Segment

_LONGEST = 110
"""Characters of a made title: what fits a line of the library on a wide screen."""

_LONGEST_WORD = 200
"""A longer run without blanks is no word and may be cut."""

_SHORTEST_CLAUSE = 50
"""A sentence is cut behind a clause only when that much of it remains."""

_CLAUSE = re.compile(r"\s?[,;:–—](?=\s)|\s[–—](?=\s)")
_RUN = re.compile(r"[ \t\n]+")
_LOOSE = " \u00a0\u202f,;:–—-("


def made_title(text: str, blocks: Sequence[Block], segments: Sequence[Segment]) -> str:
    """Return the heading that opens the text, else its first sentence, shortened between words."""
    for wanted in (_has_words, _has_content):
        for segment in segments:
            sentence = segment.span.of(text)
            if wanted(sentence) and blocks[segment.block].kind is not BlockKind.CAPTION:
                return shortened(sentence)
    return shortened(text)


def _has_words(sentence: str) -> bool:
    return len(sentence.split()) > 1 and any(map(str.isalpha, sentence))


def _has_content(sentence: str) -> bool:
    return bool(sentence.strip())


def shortened(sentence: str) -> str:
    """Return ``sentence`` on one line, cut behind a clause or a word, never within one, when it is long."""
    line = _RUN.sub(" ", sentence).strip().removeprefix("\ufeff")
    if len(line) <= _LONGEST:
        return line
    clause = max((m.start() for m in _CLAUSE.finditer(line, _SHORTEST_CLAUSE, _LONGEST)), default=0)
    cut = clause or line.rfind(" ", 0, _LONGEST)
    return f"{line[: cut if cut > 0 else _end_of_word(line)].rstrip(_LOOSE)}…"


def _end_of_word(line: str) -> int:
    found = line.find(" ")
    return min(found if found > 0 else len(line), _LONGEST_WORD)
