"""Looking a word up: its dictionary form, and the dictd dictionaries of the reader's system."""

from __future__ import annotations

from functools import lru_cache

from tui.app.messages import WordLookedUp
from tui.app.ports import LookedUp
from tui.library.searching.dictionary import dictionary
from tui.model.article import Article, Lang
from tui.model.span import Span
from tui.text.chain import is_small, tokens


def looked_up(article: Article, span: Span) -> WordLookedUp:
    """Look up the word at ``span`` of an article's text."""
    word = span.of(article.text)
    book = dictionary(article.lang)
    lemma = lemma_of(word, article.lang)
    found = (*book.translations(lemma), *book.translations(word)) if book else ()
    return WordLookedUp(
        LookedUp(article.lang, span, word, lemma, tuple(dict.fromkeys(found)), book is not None)
    )


@lru_cache(maxsize=1024)
def lemma_of(word: str, lang: Lang) -> str:
    """Return the form under which a dictionary lists a word."""
    import simplemma  # noqa: PLC0415 (only readers who look words up pay for its tables)

    return str(simplemma.lemmatize(word, lang=str(lang)))


def words_of(article: Article, span: Span) -> tuple[Span, ...]:
    """Return the words of a passage that are worth looking up; every word when all are small."""
    row = [
        Span(span.start + token.start, span.start + token.end)
        for token in tokens(span.of(article.text), article.lang)
    ]
    worth = tuple(one for one in row if not is_small(one.of(article.text).lower(), article.lang))
    return worth or tuple(row)
