"""Finding words in an open text, as the library finds them: cases, accents and word forms aside."""

from __future__ import annotations

from tui.app.ports import Found, Opened
from tui.model.article import Article
from tui.model.span import Span
from tui.text.fold import fold, fold_with_offsets


def find(opened: Opened, words: str) -> Found:
    """Return where ``words`` stand in the text, both sides, in reading order of each."""
    return tuple((article.lang, span) for article in opened.sides for span in _in_article(article, words))


def _in_article(article: Article, words: str) -> tuple[Span, ...]:
    needle = fold(words)
    if not needle:
        return ()
    folded, offsets = fold_with_offsets(article.text)
    spans = []
    at = folded.find(needle)
    while at >= 0:
        last = at + len(needle) - 1
        spans.append(Span(offsets[at], offsets[last] + 1))
        at = folded.find(needle, last + 1)
    return tuple(spans)
