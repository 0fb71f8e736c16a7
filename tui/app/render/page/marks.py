"""What is lit in a text: names, facts, matches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from tui.app.ports import Found, Opened
from tui.app.render.line import Glyphs, Layer
from tui.model.article import Article, Lang, Mention
from tui.model.pair import Fact, Mode, Status
from tui.model.span import Span


class Lit(StrEnum):
    """Which names are coloured."""

    NONE = "none"
    KEY = "key"
    ALL = "all"

    @property
    def following(self) -> Lit:
        """The next one, round and round."""
        order = list(Lit)
        return order[(order.index(self) + 1) % len(order)]


_FACT_ROLES = {Status.DIFFER: "differ", Status.FR_ONLY: "only", Status.EN_ONLY: "only"}


def names(article: Article, lit: Lit, chosen: str = "") -> tuple[Layer, ...]:
    """Return the layers of an article's names; the chosen one is lit whatever ``lit`` says."""
    return tuple(
        Layer(mention.start, mention.end, _name_role(mention, chosen))
        for mention in article.mentions
        if mention.entity == chosen or lit is Lit.ALL or (lit is Lit.KEY and mention.key)
    )


def _name_role(mention: Mention, chosen: str) -> str:
    kind = mention.kind.lower()
    return f"{kind} chosen" if mention.entity == chosen else kind


def facts(found: Iterable[Fact], lang: Lang) -> tuple[Layer, ...]:
    """Return the layers of the facts on which the sides differ; those that agree need no mark."""
    spans = ((fact.fr if lang is Lang.FR else fact.en, fact.status) for fact in found)
    return tuple(
        Layer(span.start, span.end, _FACT_ROLES[status])
        for span, status in spans
        if span and status is Status.DIFFER
    )


def matches(found: Found, lang: Lang, here: int) -> tuple[Layer, ...]:
    """Return the layers of what a find matched; number ``here`` is the current one."""
    return tuple(
        Layer(span.start, span.end, "match-here" if number == here else "match")
        for number, (side, span) in enumerate(found)
        if side is lang
    )


def mention_spans(article: Article, entity: str) -> tuple[Span, ...]:
    """Return where an entity is named in an article."""
    return tuple(mention.span for mention in article.mentions if mention.entity == entity)


def signs(opened: Opened, glyphs: Glyphs) -> dict[Lang, tuple[tuple[int, str], ...]]:
    """Return, per side, where notes, bookmarks and links to the other side stand, with their signs."""
    marked = [(note.article, note.segment, glyphs.noted) for note in opened.kept.notes]
    marked += [(mark.article, mark.segment, glyphs.bookmark) for mark in opened.kept.bookmarks]
    held = {
        article.lang: (*_places(article, marked), *_links(opened, article, glyphs))
        for article in opened.sides
    }
    return held if any(held.values()) else {}


def _links(opened: Opened, article: Article, glyphs: Glyphs) -> Iterator[tuple[int, str]]:
    """Yield where the passages begin that are linked to the other side; rows need no such sign."""
    pair = opened.pair
    if pair is not None and pair.mode is Mode.RELATED:
        for bead in pair.links:
            yield from ((article.segments[at].start, glyphs.linked) for at in bead.side(article.lang)[:1])


def _places(article: Article, marked: list[tuple[str, int | None, str]]) -> Iterator[tuple[int, str]]:
    for held, segment, sign in marked:
        if held == article.id and segment is not None and segment < len(article.segments):
            yield article.segments[segment].start, sign
