"""Finding words in an open text as the library finds them: cases, accents, word forms, phrases."""

from __future__ import annotations

from datetime import date
from itertools import chain

from tui.app.ports import Found, Opened
from tui.library.compile.finder import Finder
from tui.library.compile.plan import plan_of, typed
from tui.library.compile.units import Counterparts, Unit, unit_of, widened
from tui.model.article import Article, Lang
from tui.model.query import Phrase, TextLeaf, parse
from tui.model.span import Span
from tui.text.chain import tokens
from tui.text.fold import fold

NEAR = 0.75
"""How alike two words are spelled that ``word~`` takes for one: a letter in four may differ."""


class TextWords:
    """The words of one text, for what asks for more than one spelling of a word."""

    def __init__(self, text: str, lang: str) -> None:
        self._lang = lang
        self._terms = {fold(text[token.start : token.end]): token.term for token in tokens(text, lang)}

    def completions(self, prefix: str, lang: str) -> tuple[str, ...]:
        """Return the terms of the words that begin with ``prefix``."""
        held = self._terms.items() if lang == self._lang else ()
        return tuple(dict.fromkeys(term for word, term in held if word.startswith(prefix)))

    def neighbours(self, word: str, lang: str) -> tuple[str, ...]:
        """Return the terms of the words spelled nearly like ``word``."""
        from difflib import get_close_matches  # noqa: PLC0415 (only for words with ~)

        if lang != self._lang:
            return ()
        near = get_close_matches(word, self._terms, n=10, cutoff=NEAR)
        return tuple(dict.fromkeys(self._terms[one] for one in near))


def find(opened: Opened, words: str, *, whole: bool = False) -> Found:
    """Return where ``words`` stand in the text, both sides, in reading order of each.

    The last word counts as half typed unless it is ``whole``.
    """
    leaves = leaves_of(words, whole=whole)
    return tuple((article.lang, span) for article in opened.sides for span in _in_article(article, leaves))


def _in_article(article: Article, leaves: tuple[TextLeaf, ...]) -> tuple[Span, ...]:
    return finder_for(article.text, article.lang, leaves).spans(article.text)


def leaves_of(words: str, *, whole: bool) -> tuple[TextLeaf, ...]:
    """Return the words and phrases that a query looks for."""
    tree = parse(words, date.today()).tree  # noqa: DTZ011 (“last week” is the reader's own)
    return plan_of(tree if whole else typed(words, tree)).leaves()


def finder_for(
    text: str, lang: Lang, leaves: tuple[TextLeaf, ...], counterparts: Counterparts | None = None
) -> Finder:
    """Return what finds ``leaves`` in a text, or their ``counterparts`` too; small words alone only."""
    known = TextWords(text, lang)
    units = [(leaf, unit_of(leaf, known)) for leaf in leaves]
    wanted = [(leaf, unit) for leaf, unit in units if lang not in unit.small] or units
    if counterparts is None:
        return Finder((unit for _, unit in wanted), lang)
    through = chain.from_iterable(_through(leaf, unit, counterparts) for leaf, unit in wanted)
    return Finder(through, lang)


def _through(leaf: TextLeaf, unit: Unit, counterparts: Counterparts) -> tuple[Unit, ...]:
    """Return a unit with its counterparts; those of a phrase are its words'."""
    if not isinstance(leaf, Phrase):
        return (widened(unit, leaf, counterparts),)
    words = leaves_of(leaf.text, whole=True)
    return (unit, *(widened(unit_of(word, _NONE), word, counterparts) for word in words))


_NONE = TextWords("", "fr")
