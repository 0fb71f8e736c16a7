"""Two short articles that face each other, and one that stands alone."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from tests.builders import a_pair, an_article
from tui.export import Item, export
from tui.model.article import Article
from tui.model.pair import Bead, Bitext, Mode

FR = "Un pont a rouvert. Il relie deux quartiers.\n\nLa fête a duré <tard> & sans bruit."
EN = "A bridge has reopened. Nobody expected it.\n\nThe party went on late, quietly."
NASTY = "=1+1 | [/b] <script>alert(1)</script> \x1b[31m\x9b\u202e `x` *y* ]]>"

Written = Callable[..., str]


@pytest.fixture
def fr() -> Article:
    url = "https://exemple.test/pont?a=1&b=2"
    return an_article("fr", FR, id="a1", title="Le pont", published="2025-03-01", source="Le Quai", url=url)


@pytest.fixture
def en() -> Article:
    return an_article("en", EN, id="a2", title="The bridge", byline="Ann Lee")


@pytest.fixture
def bitext(fr: Article, en: Article) -> Bitext:
    beads = (Bead((0,), (0,), 0.95), Bead((1,), (), 0.0), Bead((), (1,), 0.0), Bead((2,), (2,), 0.4))
    return Bitext(fr, en, a_pair(fr, en, id="p1", beads=beads))


@pytest.fixture
def related(fr: Article, en: Article) -> Bitext:
    links = (Bead((2,), (2,), 0.7),)
    return Bitext(fr, en, a_pair(fr, en, id="p2", mode=Mode.RELATED, beads=(), links=links))


@pytest.fixture
def nasty() -> Bitext:
    fr, en = (
        an_article("fr", NASTY, id="a8", title=NASTY),
        an_article("en", NASTY, id="a9", url="javascript:alert(1)"),
    )
    return Bitext(fr, en, a_pair(fr, en, id="p9", beads=(Bead((0,), (0,), 0.9),)))


@pytest.fixture
def written() -> Written:
    """Return a function that writes items in a format and gives the text back."""

    def write(form: str, *items: Item, notes: dict[str, tuple[str, ...]] | None = None) -> str:
        out = io.StringIO()
        export(items, form, out, notes)
        return out.getvalue()

    return write
