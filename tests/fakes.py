"""Stand-ins for tests of what sits above the library."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.builders import a_library
from tui.library import Library
from tui.model.article import Article, Lang
from tui.model.listing import Hit, Snippet
from tui.model.span import Span


class FakeLibrary(Library):
    """A real store in a directory of its own, but no search index: words are looked for in the texts.

    ``asked`` lists the queries it was asked.
    """

    asked: list[str]
    home: tempfile.TemporaryDirectory[str]

    @classmethod
    def of(cls, *articles: Article, pairs: Sequence[tuple[int, int]] = ()) -> FakeLibrary:
        """Return a library that holds ``articles``, paired as ``a_library`` does, until it is closed."""
        home = tempfile.TemporaryDirectory(prefix="visavis-test-")
        path = Path(home.name) / "library"
        a_library(path, *articles, pairs=pairs).close()
        fake = cls.open(path)
        fake.asked, fake.home = [], home
        return fake

    def search(self, query: str, *, limit: int = 20, across: bool = False) -> tuple[Hit, ...]:
        self.asked.append(query)
        articles = [
            article for article in self.reading.articles() if query.casefold() in article.text.casefold()
        ]
        return tuple(_hit(rank, article, query) for rank, article in enumerate(articles[:limit], 1))

    def suggest(self, text: str, limit: int = 20) -> tuple[Hit, ...]:
        return self.search(text, limit=limit)

    def close(self) -> None:
        super().close()
        self.home.cleanup()


def _hit(rank: int, article: Article, query: str) -> Hit:
    at = article.text.casefold().index(query.casefold())
    snippet = Snippet(article.text, (Span(at, at + len(query)),), article.lang)
    public = article.id or ""
    lang = Lang(article.lang)
    return Hit(
        rank, public, 1.0, lang, article.title, article.published, article.path, None, (lang,), (snippet,)
    )
