"""What the linear mode says: every line is words, without columns, boxes or colours."""

from __future__ import annotations

from collections.abc import Iterator

from tui.app.ports import Opened
from tui.locale import tr, trn
from tui.model import wording
from tui.model.article import Article, Lang
from tui.model.listing import Counts, Entry, Hit
from tui.model.pair import Bead, Fact, Mode
from tui.model.wording import dates
from tui.model.wording.values import kind_name, shown_value
from tui.text.printable import clean_line


def counted(counts: Counts) -> str:
    """Say how much there is."""
    articles = trn("{count} article", "{count} articles", counts.articles)
    pairs = trn("{count} pair", "{count} pairs", counts.pairs)
    return f"visavis. {articles}, {pairs}."


def entry(number: int, row: Entry, prefer: Lang, language: str) -> str:
    """Say a row of the list: number, state, languages, title, day, source."""
    titles = dict(row.titles)
    title = clean_line(titles.get(prefer) or next(iter(titles.values()), ""))
    marks = (
        [tr("not read")] * (not row.read) + [tr("starred")] * row.starred + [f"#{tag}" for tag in row.tags]
    )
    sides = " ".join(str(lang).upper() for lang, _ in row.articles)
    said = (", ".join(marks), sides, title, dates.long(row.published, language), clean_line(row.source or ""))
    return f"{number}. " + ". ".join(part for part in said if part)


def hit(number: int, found: Hit, language: str) -> Iterator[str]:
    """Say a result and what matched in it."""
    note = tr("some words") if found.partial else tr("across") if found.across else ""
    sides = "FR EN" if found.pair else str(found.lang).upper()
    said = (sides, clean_line(found.title), dates.long(found.published, language), note)
    yield f"{number}. " + ". ".join(part for part in said if part)
    for snippet in found.snippets:
        yield f"   {str(snippet.lang).upper()}: {clean_line(snippet.text)}"


def head(text: Opened, language: str) -> Iterator[str]:
    """Say the titles of a text and where it comes from."""
    for article in text.sides:
        known = (article.byline, article.source, dates.long(article.published, language))
        credit = ", ".join(clean_line(part) for part in known if part)
        yield f"{str(article.lang).upper()}: {clean_line(article.title)}. {credit}".rstrip(". ") + "."
    if text.pair is not None and text.pair.mode is Mode.RELATED:
        yield tr("These two are about the same thing but are not translations of each other.")


def units(text: Opened, side: Lang) -> tuple[Bead, ...]:
    """Return a text's passages in reading order: its rows, or one side's sentences and what they face."""
    if text.pair is not None and text.pair.mode is Mode.ALIGNED:
        return text.pair.beads
    article = text.side(side) or text.lead
    links = text.pair.links if text.pair is not None else ()
    return tuple(_faced(article, at, links) for at in range(len(article.segments)))


def _faced(article: Article, at: int, links: tuple[Bead, ...]) -> Bead:
    linked = next((link for link in links if at in link.side(article.lang)), None)
    other = linked.side(article.lang.other) if linked else ()
    return Bead((at,), other, 1.0) if article.lang is Lang.FR else Bead(other, (at,), 1.0)


def passage(text: Opened, number: int, total: int, bead: Bead) -> Iterator[str]:
    """Say a passage: its number, then each side."""
    is_aligned = text.pair is not None and text.pair.mode is Mode.ALIGNED
    doubt = ", " + tr("doubtful") if is_aligned and bead.is_doubtful and bead.fr and bead.en else ""
    yield tr("Passage {number} of {total}", number=number, total=total) + doubt
    for article in text.sides:
        words = " ".join(clean_line(article.segment_text(at)) for at in bead.side(article.lang))
        if words or is_aligned:
            yield f"{str(article.lang).upper()}: {words or tr('nothing faces this')}"


def names(text: Opened) -> Iterator[str]:
    """Say the things named, the weightiest first, with how often each side does."""
    held = {entity.id: entity for article in text.sides for entity in article.entities}
    counts = {
        name: [sum(mention.entity == name for mention in article.mentions) for article in text.sides]
        for name in held
    }
    ranked = sorted(held.values(), key=lambda entity: (-sum(counts[entity.id]), entity.name))
    for number, entity in enumerate(ranked, 1):
        times = ", ".join(
            f"{str(article.lang).upper()} {count}"
            for article, count in zip(text.sides, counts[entity.id], strict=True)
        )
        yield f"{number}. {clean_line(entity.name)}, {kind_name(entity.kind)}, {times}"


def fact(text: Opened, number: int, held: Fact, language: str) -> str:
    """Say a fact: whether the sides agree, its value, and the words of each side."""
    value = shown_value(held.value, held.unit, held.kind, language)
    said = [
        f"{lang.upper()}: {clean_line(span.of(article.text))}"
        for lang, span in ((Lang.FR, held.fr), (Lang.EN, held.en))
        if span and (article := text.side(lang))
    ]
    return f"{number}. {wording.word(held.status)}, {kind_name(held.kind)}, {value}. " + "; ".join(said)
