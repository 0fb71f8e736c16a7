"""A library in memory, with articles of our own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from tui.errors import NotFoundError
from tui.model.article import Article, Block, BlockKind, Entity, Kind, Lang, Mention, Segment
from tui.model.listing import Counts, Entry, Hit, Row, Snippet
from tui.model.pair import Bead, Bitext, Evidence, Fact, Mode, Pair, Status, Story
from tui.model.span import Span


def an_article(article_id: str, lang: str, title: str, *paragraphs: str, **more: object) -> Article:
    """Make an article of paragraphs whose sentences end in full stops."""
    text = "\n\n".join(paragraphs)
    blocks, segments, at = [], [], 0
    for number, paragraph in enumerate(paragraphs):
        kind = BlockKind.HEADING if not paragraph.endswith((".", "!", "?")) else BlockKind.PARAGRAPH
        blocks.append(Block(kind, at, at + len(paragraph), Lang(lang)))
        start = at
        for sentence in paragraph.replace(". ", ".\0").split("\0"):
            segments.append(Segment(number, start, start + len(sentence)))
            start += len(sentence) + 1
        at += len(paragraph) + 2
    base = Article(article_id, title, Lang(lang), title, text, tuple(blocks), tuple(segments))
    return replace(base, **more)  # type: ignore[arg-type]


def naming(article: Article, *named: tuple[str, str, str]) -> Article:
    """Mention things: ``(words in the text, kind, entity id)``, wherever the words stand."""
    mentions, entities = [], []
    for words, kind, entity in named:
        at = article.text.find(words)
        count = 0
        while at >= 0:
            mentions.append(Mention(at, at + len(words), Kind(kind), entity, key=count < 9))
            count += 1
            at = article.text.find(words, at + 1)
        entities.append(Entity(entity, Kind(kind), words, count=count))
    return replace(article, mentions=tuple(sorted(mentions, key=lambda m: m.start)), entities=tuple(entities))


def rows_of(fr: Article, en: Article, **more: object) -> Pair:
    """Pair two articles sentence by sentence; what is left over faces a gap."""
    short = min(len(fr.segments), len(en.segments))
    beads = [Bead((i,), (i,), 0.9) for i in range(short)]
    beads += [Bead((i,), (), 0.0) for i in range(short, len(fr.segments))]
    beads += [Bead((), (i,), 0.0) for i in range(short, len(en.segments))]
    pair = Pair("p1", fr.id or "", en.id or "", Mode.ALIGNED, 0.87, beads=tuple(beads))
    return replace(pair, **more)  # type: ignore[arg-type]


def bridge() -> Bitext:
    """A small story in both languages: a gap, a doubtful row, a fact that differs."""
    fr = naming(
        an_article(
            "a1", "fr", "Le pont de Lorme rouvre aux piétons",
            "Le pont de Lorme a rouvert samedi. Deux mille personnes l'ont traversé dans la matinée.",
            "Des travaux plus longs que prévu",
            "La maire, Jeanne Aubert, a salué un chantier exemplaire. Il a coûté 12 millions d'euros.",
            "Les riverains attendaient ce jour depuis trois ans. Une fanfare a joué jusqu'au soir.",
            byline="Paul Ferrand", source="Le Courrier de Lorme", published=date(2025, 3, 8),
            url="https://courrier.example/pont",
        ),
        ("Lorme", "PLACE", "place:lorme"), ("Jeanne Aubert", "PERSON", "person:jeanne-aubert"),
        ("12 millions d'euros", "MONEY", "money:12000000:eur"),
    )  # fmt: skip
    en = naming(
        an_article(
            "a2", "en", "Lorme bridge reopens to pedestrians",
            "The Lorme bridge reopened on Saturday. Two thousand people crossed it in the morning.",
            "Works that took longer than planned",
            "The mayor, Jeanne Aubert, praised an exemplary site. It cost 14 million euros.",
            "Neighbours had waited three years for this day.",
            source="The Lorme Herald", published=date(2025, 3, 9),
        ),
        ("Lorme", "PLACE", "place:lorme"), ("Jeanne Aubert", "PERSON", "person:jeanne-aubert"),
        ("14 million euros", "MONEY", "money:14000000:eur"),
    )  # fmt: skip
    pair = rows_of(
        fr,
        en,
        evidence=(Evidence("names", 0.5, "Lorme, Jeanne Aubert"), Evidence("dates", 0.2, "8 and 9 March")),
    )
    beads = tuple(replace(bead, score=0.2) if bead.fr == (3,) else bead for bead in pair.beads)
    cost = Fact(
        Kind.MONEY, 12e6, "eur", Status.DIFFER,
        _span(fr, "12 millions d'euros"), _span(en, "14 million euros"), other=14e6,
    )  # fmt: skip
    years = Fact(Kind.QUANTITY, 3.0, "an", Status.AGREE, _span(fr, "trois ans"), _span(en, "three years"))
    return Bitext(fr, en, replace(pair, beads=beads), (years, cost))


def _span(article: Article, words: str) -> Span:
    at = article.text.index(words)
    return Span(at, at + len(words))


def alone() -> Article:
    """An article without a partner."""
    return naming(
        an_article(
            "a3", "en", "A lighthouse keeper retires",
            "Martha Quill tended the light for forty years. She leaves in June.",
            "No one will replace her. The lamp has been automatic since 2019.",
            source="Coast Weekly", published=date(2024, 11, 2),
        ),
        ("Martha Quill", "PERSON", "person:martha-quill"),
    )  # fmt: skip


def related() -> Bitext:
    """Two texts about one thing that are not translations of each other."""
    fr = an_article(
        "a4", "fr", "La tempête vue du port",
        "Les bateaux sont restés à quai. Le vent soufflait à 120 kilomètres à l'heure.",
        "Le marché aux poissons n'a pas ouvert. On attend le calme pour demain.",
        published=date(2025, 1, 5),
    )  # fmt: skip
    en = an_article(
        "a5", "en", "Storm closes coastal roads",
        "Three roads were closed by the storm. Trains ran late all day.",
        "Gusts reached 120 kilometres an hour. Fishing boats stayed in port.",
        published=date(2025, 1, 5),
    )  # fmt: skip
    links = (Bead((0,), (3,), 0.6), Bead((1,), (2,), 0.7))
    return Bitext(fr, en, Pair("p2", "a4", "a5", Mode.RELATED, 0.4, links=links))


@dataclass
class FakeEntries:
    """A list held in memory."""

    held: tuple[Entry, ...]

    def __len__(self) -> int:
        return len(self.held)

    def window(self, start: int, stop: int) -> tuple[Entry, ...]:
        return self.held[start:stop]

    def position(self, entry_id: str) -> int | None:
        return next((at for at, entry in enumerate(self.held) if entry.id == entry_id), None)


def an_entry(number: int) -> Entry:
    """One row of a long list."""
    return Entry(
        f"a{number}", ((Lang.FR, f"a{number}"),), ((Lang.FR, f"Article numéro {number}"),),
        date(2025, 1, 1), "Le Courrier", 1, (), read=number % 2 == 0, starred=False,
    )  # fmt: skip


@dataclass
class FakeLibrary:
    """What the app asks of a library, over texts in memory; it writes down what it was told."""

    bitexts: tuple[Bitext, ...] = field(default_factory=lambda: (bridge(), related()))
    articles: tuple[Article, ...] = field(default_factory=lambda: (alone(),))
    more: tuple[Entry, ...] = ()
    told: list[tuple[object, ...]] = field(default_factory=list)
    positions: dict[str, int] = field(default_factory=dict)

    def counts(self) -> Counts:
        return Counts(2 * len(self.bitexts) + len(self.articles) + len(self.more), len(self.bitexts), 1, 0)

    def entries(self, query: str = "", *, sort: str = "date") -> FakeEntries:
        held = (*map(_pair_entry, self.bitexts), *map(_article_entry, self.articles), *self.more)
        return FakeEntries(held)

    def rows(self, query: str = "", *, sort: str = "date", limit: int | None = None) -> tuple[Row, ...]:
        return ()

    def article(self, article_id: str) -> Article:
        for article in self._all():
            if article.id == article_id:
                return article
        raise NotFoundError(f"nothing is called {article_id}")

    def bitext(self, pair_id: str) -> Bitext:
        return next(bitext for bitext in self.bitexts if bitext.pair.id == pair_id)

    def pair_of(self, article_id: str) -> Pair | None:
        pairs = (bitext.pair for bitext in self.bitexts)
        return next((pair for pair in pairs if article_id in (pair.fr, pair.en)), None)

    def stories(self) -> tuple[Story, ...]:
        return (Story("s1", "Le pont de Lorme", ("a1",), ("a2",), date(2025, 3, 8), date(2025, 3, 9)),)

    def search(self, query: str, *, limit: int = 20) -> tuple[Hit, ...]:
        return self.suggest(query, limit)

    def suggest(self, text: str, limit: int = 20) -> tuple[Hit, ...]:
        found = [article for article in self._all() if text.lower() in article.text.lower()]
        return tuple(
            _hit(rank, article, text, self.pair_of(article.id or "")) for rank, article in enumerate(found, 1)
        )

    def mark(self, ids: Iterable[str] | str, what: str) -> int:
        self.told.append((tuple(ids), what))
        return len(tuple(ids))

    def position(self, article_id: str) -> int | None:
        return self.positions.get(article_id)

    def set_position(self, article_id: str, segment: int) -> None:
        self.positions[article_id] = segment

    def remove(self, ids: Iterable[str] | str) -> int:
        self.told.append((tuple(ids), "remove"))
        return len(tuple(ids))

    def undo(self) -> str | None:
        return str(self.told.pop()[1]) if self.told else None

    def close(self) -> None:
        self.told.append(("closed",))

    def _all(self) -> tuple[Article, ...]:
        return (*(side for bitext in self.bitexts for side in (bitext.fr, bitext.en)), *self.articles)


def _pair_entry(bitext: Bitext) -> Entry:
    sides = (bitext.fr, bitext.en)
    return Entry(
        bitext.pair.id or "", tuple((side.lang, side.id or "") for side in sides),
        tuple((side.lang, side.title) for side in sides), bitext.fr.published, bitext.fr.source, 2,
        tuple((entity.kind, entity.name) for entity in bitext.fr.entities[:2]), read=False, starred=False,
    )  # fmt: skip


def _article_entry(article: Article) -> Entry:
    return Entry(
        article.id or "", ((article.lang, article.id or ""),), ((article.lang, article.title),),
        article.published, article.source, 1,
        tuple((entity.kind, entity.name) for entity in article.entities[:2]), read=True, starred=True,
    )  # fmt: skip


def _hit(rank: int, article: Article, text: str, pair: Pair | None) -> Hit:
    at = article.text.lower().index(text.lower())
    shown = article.text[max(0, at - 20) : at + 40].replace("\n", " ")
    start = min(20, at)
    snippet = Snippet(shown, (Span(start, start + len(text)),), article.lang)
    other = None if pair is None else pair.en if pair.fr == article.id else pair.fr
    return Hit(
        rank,
        article.id or "",
        1.0,
        article.lang,
        article.title,
        article.published,
        None,
        other,
        (article.lang,),
        (snippet,),
    )
