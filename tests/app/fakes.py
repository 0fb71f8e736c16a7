"""A library in memory, with articles of our own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from tests.app.fake_notes import FakeNotes
from tests.app.fake_searches import FakeGrouped, FakeSearches, by_month
from tui.errors import NotFoundError
from tui.model.article import Article, Block, BlockKind, Entity, Kind, Lang, Mention, Segment
from tui.model.keeping import Bookmark, ConcordLine, Corrections, Facet, LibraryEntity, Note, Tally
from tui.model.listing import Counts, Entry, Heading, Hit, Row, Snippet
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
        """Return where an entry stands, by its own name or an article's of it, as the library does."""
        names = ({entry.id, *(article for _, article in entry.articles)} for entry in self.held)
        return next((at for at, held in enumerate(names) if entry_id in held), None)


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
    seen: list[str] = field(default_factory=list)
    positions: dict[str, int] = field(default_factory=dict)
    noted: list[Note] = field(default_factory=list)
    marked: list[Bookmark] = field(default_factory=list)
    edits: list[tuple[str, str, str | None]] = field(default_factory=list)
    set_right: tuple[Bead, ...] = ()
    searches: FakeSearches = field(default_factory=FakeSearches)
    version: int = 1

    def data_version(self) -> int:
        return self.version

    @property
    def reading(self) -> FakeLibrary:
        return self

    @property
    def searching(self) -> FakeLibrary:
        return self

    def measured(self, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        return tuple(replace(entry, words=450, score=0.87 if entry.id == "p1" else None) for entry in entries)

    def tally(self, query: str = "") -> Tally:
        held = self.entries(query).held
        if query.startswith("is:"):
            held = held[: len(query) % 3]
        return Tally(len(held), sum(not entry.read for entry in held))

    def grouped(self, by: str, query: str = "", *, sort: str = "date") -> FakeGrouped:
        held = self.entries(query).held
        return by_month(held) if by == "month" else FakeGrouped(held, (Heading(0, "", len(held)),))

    def more_like(self, public: str, limit: int = 20) -> tuple[Hit, ...]:
        return self.suggest("the", limit)

    def did_you_mean(self, query: str) -> str | None:
        return "lighthouse" if query == "lihgthouse" else None

    def facets(self, query: str = "") -> dict[str, tuple[Facet, ...]]:
        return {
            "source": (Facet("Coast Weekly", 1, 'source:"Coast Weekly"'),),
            "lang": (Facet("en", 3, "lang:en"), Facet("fr", 2, "lang:fr")),
            "kind": (Facet("PLACE", 2, "kind:PLACE"),),
            "entity": (Facet("Lorme", 2, "entity:Lorme"),),
            "month": (Facet("2025-03", 2, "date:2025-03"),),
        }

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

    def story(self, public: str) -> Story:
        return next(story for story in self.stories() if story.id == public)

    def search(self, query: str, *, limit: int = 20, across: bool = False) -> tuple[Hit, ...]:
        words = query.partition("(")[2].removesuffix(")") if query.startswith("lang:") else query
        return self.suggest(words, limit)

    def expect_typing(self) -> None:
        """There is nothing to load."""

    def suggest(self, text: str, limit: int = 20) -> tuple[Hit, ...]:
        found = [article for article in self._all() if text.lower() in article.text.lower()]
        return tuple(
            _hit(rank, article, text, self.pair_of(article.id or "")) for rank, article in enumerate(found, 1)
        )

    def mark(self, ids: Iterable[str] | str, what: str) -> int:
        self.told.append((tuple(ids), what))
        return len(tuple(ids))

    def opened(self, ids: Iterable[str]) -> None:
        self.seen += ids

    def position(self, article_id: str) -> int | None:
        return self.positions.get(article_id)

    def set_position(self, article_id: str, segment: int) -> None:
        self.positions[article_id] = segment

    def remove(self, ids: Iterable[str] | str) -> int:
        self.told.append((tuple(ids), "remove"))
        return len(tuple(ids))

    def undo(self) -> str | None:
        return str(self.told.pop()[1]) if self.told else None

    @property
    def notes(self) -> FakeNotes:
        return FakeNotes(self)

    def note(self, public: str, text: str, segment: int | None = None) -> Note:
        note = Note(len(self.noted) + 1, public, segment, text, datetime(2025, 3, 9, tzinfo=UTC))
        self.noted.append(note)
        return note

    def notes_of(self, public: str) -> tuple[Note, ...]:
        return tuple(note for note in self.noted if note.article == public)

    def corrections_of(self, public: str) -> Corrections:
        notes = tuple(note for note in self.noted if note.article == public)
        edits = tuple((field, value) for one, field, value in self.edits if one == public)
        pair = self.pair_of(public)
        return Corrections(edits, (), self.set_right if pair and pair.id == "p1" else (), notes)

    def edit(self, public: str, **fields: str | None) -> Row:
        self.edits += [(public, field, value) for field, value in fields.items()]
        return ()  # type: ignore[return-value]

    def edit_beads(self, public: str, beads: Sequence[Bead]) -> Pair:
        bitext = self.bitext(public)
        held = {(bead.fr, bead.en) for bead in bitext.pair.beads}
        self.set_right = tuple(bead for bead in beads if (bead.fr, bead.en) not in held)
        pair = replace(bitext.pair, beads=tuple(beads))
        self.bitexts = tuple(replace(one, pair=pair) if one is bitext else one for one in self.bitexts)
        return pair

    def unpair(self, public: str) -> Pair:
        bitext = self.bitext(public)
        self.bitexts = tuple(one for one in self.bitexts if one is not bitext)
        self.articles = (*self.articles, bitext.fr, bitext.en)
        return bitext.pair

    def correct_entity(self, entity: str, action: str, value: str | None = None) -> None:
        self.told.append((entity, action, value))

    def entities(self, query: str = "") -> tuple[LibraryEntity, ...]:
        known = {one.id: one for article in self._all() for one in article.entities}
        naming = [article for article in self._all() if any(one.id in query for one in article.entities)]
        chosen = naming if query else self._all()
        return tuple(
            LibraryEntity(one, sum(one.id in {e.id for e in a.entities} for a in chosen), one.count)
            for one in known.values()
            if any(one.id in {e.id for e in a.entities} for a in chosen)
        )

    def concord(self, query: str) -> Iterator[ConcordLine]:
        for bitext in self.bitexts:
            for bead in bitext.pair.beads:
                for index in bead.fr:
                    text = bitext.fr.segment_text(index)
                    at = text.lower().find(query.lower())
                    if at >= 0:
                        facing = " ".join(bitext.en.segment_text(one) for one in bead.en)
                        span = Span(at, at + len(query))
                        yield ConcordLine(
                            bitext.fr.id or "",
                            Lang.FR,
                            index,
                            text,
                            facing,
                            bead.score,
                            (span,),
                            bitext.en.id,
                        )

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
