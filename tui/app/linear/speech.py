"""What the linear mode says: every line is words, without columns, boxes or colours."""

from __future__ import annotations

from collections.abc import Iterator

from tui.app.ports import LookedUp, Opened, Profile
from tui.locale import tr, trn
from tui.model import wording
from tui.model.article import Article, Entity, Lang
from tui.model.keeping import ConcordLine, Kept
from tui.model.listing import Counts, Entry, Hit, Outcome
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


def passage(text: Opened, number: int, total: int, bead: Bead, only: Lang | None = None) -> Iterator[str]:
    """Say a passage: its number, then each side, or ``only`` one."""
    is_aligned = text.pair is not None and text.pair.mode is Mode.ALIGNED
    doubt = ", " + tr("doubtful") if is_aligned and bead.is_doubtful and bead.fr and bead.en else ""
    yield tr("Passage {number} of {total}", number=number, total=total) + doubt
    for article in text.sides:
        if only not in {None, article.lang}:
            continue
        words = " ".join(clean_line(article.segment_text(at)) for at in bead.side(article.lang))
        if words or is_aligned:
            yield f"{str(article.lang).upper()}: {words or tr('nothing faces this')}"


def kept(text: Opened, bead: Bead) -> Iterator[str]:
    """Say the bookmark and the notes of a passage."""
    ids = {article.id: bead.side(article.lang) for article in text.sides}
    if any(mark.segment in ids.get(mark.article, ()) for mark in text.kept.bookmarks):
        yield tr("Bookmark.")
    for one in text.kept.notes:
        if one.segment is not None and one.segment in ids.get(one.article, ()):
            yield note(one.text)


def note(text: str) -> str:
    """Say a note."""
    return tr("Note: {text}", text=clean_line(text))


def place(number: int, one: Kept) -> str:
    """Say a bookmark or a note of the library: the title, where, the words, the note."""
    at = (
        tr("passage {number}", number=one.segment + 1) if one.segment is not None else tr("the whole article")
    )
    said = (clean_line(one.title), at, clean_line(one.passage), note(one.text) if one.text else "")
    return f"{number}. " + ". ".join(part.rstrip(". ") for part in said if part) + "."


def line(number: int, one: ConcordLine) -> Iterator[str]:
    """Say a line of a concordance: the sentence, then what faces it."""
    yield f"{number}. {str(one.lang).upper()}: {clean_line(one.text)}"
    facing = clean_line(one.facing) or tr("nothing faces this")
    yield f"   {str(one.lang.other).upper()}: {facing}"


def outcome(number: int, one: Outcome) -> str:
    """Say what became of an article that was added."""
    said = (
        wording.word(one.result),
        str(one.lang or "").upper(),
        clean_line(one.title or one.key),
        clean_line(one.why or ""),
    )
    return f"{number}. " + ". ".join(part for part in said if part) + "."


def looked_up(found: LookedUp) -> str:
    """Say a word with its dictionary form and translations."""
    form = f" ({found.lemma})" if found.lemma != found.word else ""
    without = tr("not in the dictionary") if found.has_book else tr("no dictionary is installed")
    return clean_line(f"{found.word}{form}: " + (", ".join(found.translations) or without)) + "."


def profile(held: Profile, language: str) -> Iterator[str]:
    """Say what the library knows of an entity: how often it is named, with whom, in which texts."""
    articles = trn("{count} article", "{count} articles", held.articles)
    yield f"{clean_line(held.entity.name)}, {kind_name(held.entity.kind)}. {articles}."
    if held.companions:
        yield tr(
            "Named with: {names}.", names=", ".join(clean_line(one.entity.name) for one in held.companions)
        )
    for number, row in enumerate(held.entries[:ENTRIES], 1):
        yield entry(number, row, Lang(language), language)


ENTRIES = 10
"""Texts said of an entity: filter lists them all."""


def label(text: str, language: str) -> str:
    """Say the label of a group: a month, a story, or none."""
    return clean_line(dates.value(text, language)) if text else tr("no group")


def mentions(text: Opened, bead: Bead, entity: str) -> bool:
    """Tell whether a passage mentions an entity."""
    spans = [(article, article.segments[at]) for article in text.sides for at in bead.side(article.lang)]
    return any(
        mention.entity == entity and segment.start <= mention.start < segment.end
        for article, segment in spans
        for mention in article.mentions
    )


def things(text: Opened) -> tuple[Entity, ...]:
    """Return the things named, those named most often first."""
    held = {entity.id: entity for article in text.sides for entity in article.entities}
    return tuple(sorted(held.values(), key=lambda entity: (-sum(_counts(text, entity)), entity.name)))


def _counts(text: Opened, entity: Entity) -> list[int]:
    return [sum(mention.entity == entity.id for mention in article.mentions) for article in text.sides]


def names(text: Opened) -> Iterator[str]:
    """Say the things named, with how often each side does."""
    for number, entity in enumerate(things(text), 1):
        times = ", ".join(
            f"{str(article.lang).upper()} {count}"
            for article, count in zip(text.sides, _counts(text, entity), strict=True)
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
