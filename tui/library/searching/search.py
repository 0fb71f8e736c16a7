"""What a query chooses in the store, and what it finds in the index."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.errors import DiskFullError, IndexDamagedError, NotFoundError
from tui.library.ids import article_id, is_id, number, pair_id
from tui.library.reading import Reading
from tui.library.store.database import Database
from tui.library.store.lock import RunLock
from tui.model.article import Lang
from tui.model.listing import Hit, Progress, Row, Snippet

if TYPE_CHECKING:
    from tui.library.compile.units import Unit
    from tui.library.index import Found, SearchIndex
    from tui.library.searching.indexing import Indexing
    from tui.model.keeping import ConcordLine, Facet, Finding, Tally
    from tui.model.query import Filter, Node, Query

INDEX = "index"
"""The search index's folder in the library directory."""

AT_ONCE = 1_000
"""Articles that are indexed anew within the search that needs them: a few seconds' work."""

UNUSABLE = (IndexDamagedError, DiskFullError)
"""What is raised where there is no index, and where there is no room to make it anew: titles are searched."""

GLANCE = 2_000
"""Characters of a text looked through while typing: the first screen of an article."""

CONCORD_PAIRS = 2000
"""Pairs a concordance looks through, the newest: a second's work, and more lines than anyone reads."""

Where = tuple[str, tuple[Any, ...]]


EVERYTHING = ("", "*")
"""Queries that mean the whole library; one of mere punctuation means nothing, or a slip would mark all."""


class Searching:
    """Ranked search, filters, concordance and facets of one library.

    Everything about queries is imported at the first query: listing a library needs none of it. An index that
    cannot be used is made anew at the first search, and ``told`` hears how far that is; unless ``mends`` is
    taken away and it takes long: ``lost`` is called then, at each search, and titles are searched while
    somebody else rebuilds it.
    """

    def __init__(self, directory: Path, database: Database, reading: Reading, lock: RunLock) -> None:
        self._directory = directory / INDEX
        self._database = database
        self._reading = reading
        self._lock = lock
        self._held: Indexing | None = None
        self.mends = True
        self.told: Callable[[Progress], None] = _unheard
        self.lost: Callable[[], None] = _unseen

    @property
    def index(self) -> Indexing:
        """The index and its care."""
        if self._held is None:
            from tui.library.searching.indexing import Indexing  # noqa: PLC0415 - at the first query

            self._held = Indexing(self._directory, self._database, self._lock)
        return self._held

    @property
    def trouble(self) -> str | None:
        """Why the index cannot be used, to be told once, or None."""
        return None if self._held is None else self._held.trouble

    def parsed(self, query: str) -> Query:
        """Return a query as it was understood."""
        from tui.model.query import parse  # noqa: PLC0415 - at the first query

        return parse(query, today())

    def condition(self, query: str) -> Where:
        """Return the SQL condition on articles ``a`` that a query means: none where it asks for nothing."""
        if query.strip() in EVERYTHING:
            return "1", ()
        if named := self._named(query):
            return f"a.id IN ({', '.join('?' * len(named))})", named
        tree = self.parsed(query).tree
        return ("0", ()) if tree is None else self._condition(tree)

    def _counted(self, query: str) -> Where:
        """Return what to count for a query: by titles, as those are searched, while there is no index."""
        from tui.library.compile.sql import title_condition  # noqa: PLC0415 - at the first query

        try:
            return self.condition(query)
        except UNUSABLE:
            return title_condition(self.parsed(query).tree)

    def _named(self, query: str) -> tuple[int, ...]:
        """Return the articles that a query of nothing but ids means; none where one of them is no id here."""
        words = query.split()
        if not all(any(is_id(word, letter) for letter in "aps") for word in words):
            return ()
        try:
            return tuple(dict.fromkeys(one for word in words for one in self._reading.named(word)))
        except NotFoundError:
            return ()

    def search(self, query: str, *, limit: int = 20, across: bool = False) -> tuple[Hit, ...]:
        """Return the best hits of a query; one without words gives the newest articles.

        So does an index that cannot be used, of those with the words in their titles: see ``trouble``.
        """
        from tui.library.compile.plan import all_leaves  # noqa: PLC0415 - at the first query

        tree = self.parsed(query).tree
        if limit <= 0 or (tree is None and query.strip() != EVERYTHING[1]):
            return ()
        if tree is None:
            return self._newest(self.condition(query), limit)
        if not any(all_leaves(tree)) or self._named(query):
            return self._newest(self.condition(query), limit)
        try:
            direct = self._ranked(tree, limit)
            return self._across(tree, direct, limit) if across else direct
        except UNUSABLE:
            return self._titles(tree, limit)

    def suggest(self, text: str, limit: int = 20) -> tuple[Hit, ...]:
        """Return the newest articles for what is being typed, from titles while the index is not ready."""
        from tui.library.compile.plan import all_leaves, typed  # noqa: PLC0415 - at the first query

        tree = typed(text, self.parsed(text).tree)
        if tree is None:
            return ()
        if not any(all_leaves(tree)) or self._named(text):
            return self._newest(self.condition(text), limit)
        try:
            index = self.index.typing()
            if index is not None:
                results = index.suggest(tree, self._facts(), self._partners, limit)
                return self._hits(results.found, tuple(results.units.values()), GLANCE)
        except IndexDamagedError as error:
            self.index.lose(error)
        return self._titles(tree, limit)

    def concord(self, query: str) -> Iterator[ConcordLine]:
        """Yield the sentences of pairs that match, with what faces them, the surest beads first."""
        from tui.library.compile.plan import plan_of  # noqa: PLC0415 - at the first query
        from tui.library.searching.concord import lines  # noqa: PLC0415 - at the first query

        tree = self.parsed(query).tree
        leaves = plan_of(tree).leaves()
        if not leaves:
            return
        where, values = self._condition(tree)
        sql = (
            "SELECT DISTINCT p.id FROM articles a JOIN pairs p ON p.fr = a.id OR p.en = a.id"
            f" WHERE {where} ORDER BY a.moment DESC LIMIT ?"
        )
        pairs = map(pair_id, self._database.column(sql, (*values, CONCORD_PAIRS)))
        units = self._asked(lambda index: index.units(leaves))
        yield from lines(self._reading, pairs, units.values())

    def like(self, public: str, limit: int = 20) -> tuple[Hit, ...]:
        """Return the articles most like one, itself and its other side left out; raises NotFoundError."""
        article = self._reading.article(public)
        held = number(public, "a")
        known = {held, *self._partners((held,)).values()}
        text = f"{article.title}\n{article.text}"
        results = self._asked(lambda index: index.like(text, article.lang, known, self._partners, limit))
        return self._hits(results.found, tuple(results.units.values()))

    def did_you_mean(self, query: str) -> str | None:
        """Return ``query`` with words that no article has put right, or None when there is nothing better."""
        from tui.library.compile.plan import plan_of  # noqa: PLC0415 - at the first query
        from tui.library.searching.spelling import respelled  # noqa: PLC0415 - at the first query

        parsed = self.parsed(query)
        plan = plan_of(parsed.tree)
        try:
            better: str | None = self._asked(lambda index: respelled(query, plan, parsed.faults, index))
        except UNUSABLE:
            return None
        return better

    def facets(self, query: str = "") -> dict[str, tuple[Facet, ...]]:
        """Return the facets of the articles that a query chooses."""
        from tui.library.searching.facets import facets  # noqa: PLC0415 - at the first query

        return facets(self._database, *self._counted(query))

    def tally(self, query: str = "") -> Tally:
        """Count the lines that a query chooses, and the unread ones."""
        from tui.library.searching.facets import tally  # noqa: PLC0415 - at the first query

        return tally(self._database, *self._counted(query))

    def findings(self) -> Iterator[Finding]:
        """Yield what is wrong with the index."""
        return self.index.findings()

    def sync(self) -> int:
        """Take into the index what changed in the store; return how many articles."""
        return self.index.sync()

    def rebuild(self) -> Iterator[Progress]:
        """Make the index anew from the store."""
        return self.index.rebuild()

    def close(self) -> None:
        """Let go of the index."""
        if self._held is not None:
            self._held.close()

    def _condition(self, tree: Node | None) -> Where:
        from tui.library.compile.sql import condition  # noqa: PLC0415 - at the first query

        return condition(tree, self._numbers)

    def _numbers(self, part: Node) -> Collection[int]:
        found: Collection[int] = self._asked(lambda index: index.numbers(part, self._facts()))
        return found

    def _asked(self, question: Any) -> Any:
        """Return the index's answer, rebuilding it if it proves to be damaged; raises IndexDamagedError."""
        try:
            return question(self._usable())
        except IndexDamagedError as error:
            self.index.lose(error)
        return question(self._usable())

    def _usable(self) -> SearchIndex:
        if self.index.opened() is None:
            self._mend()
        return self.index.ready()

    def _mend(self) -> None:
        """Make the index anew, or have it made."""
        if not self.mends and self._reading.counts().articles > AT_ONCE:
            self.lost()
            return
        try:
            for step in self.index.rebuild():
                self.told(step)
        except UNUSABLE:
            self.lost()
            raise

    def _ranked(self, tree: Node, limit: int) -> tuple[Hit, ...]:
        results = self._asked(lambda index: index.search(tree, self._facts(), self._partners, limit))
        return self._hits(results.found, tuple(results.units.values()))

    def _across(self, tree: Node, direct: tuple[Hit, ...], limit: int) -> tuple[Hit, ...]:
        from tui.library.searching.across import counterparts, merged  # noqa: PLC0415 - when asked for

        others = counterparts(self._database)
        results = self._asked(lambda index: index.search(tree, self._facts(), self._partners, limit, others))
        return merged(direct, self._hits(results.found, tuple(results.units.values())), limit)

    def _newest(self, where: Where, limit: int) -> tuple[Hit, ...]:
        """Return the newest articles that meet a condition, a pair as one hit."""
        rows = self._reading.rows(*where, sort="date", limit=limit * 2, offset=0)
        partners = self._partners([number(row.id, "a") for row in rows if row.pair])
        shown: dict[str, Row] = {}
        for row in rows:
            shown.setdefault(row.pair or row.id, row)
        return tuple(
            _plain_hit(rank, row, partners.get(number(row.id, "a")))
            for rank, row in enumerate(list(shown.values())[:limit], 1)
        )

    def _titles(self, tree: Node, limit: int) -> tuple[Hit, ...]:
        from tui.library.compile.sql import title_condition  # noqa: PLC0415 - at the first query

        return self._newest(title_condition(tree), limit)

    def _facts(self) -> Any:
        """Return what asks the store for the articles that meet a filter, each once a search."""

        @cache
        def asked(part: Filter) -> frozenset[int]:
            where, values = self._condition(part)
            return frozenset(self._database.column(f"SELECT a.id FROM articles a WHERE {where}", values))

        return asked

    def _partners(self, numbers: Collection[int]) -> Mapping[int, int]:
        """Return the other sides of those articles that are in a pair."""
        found: dict[int, int] = dict(
            self._database.among("SELECT fr, en FROM pairs WHERE fr IN ({})", numbers)
        )
        found |= dict(self._database.among("SELECT en, fr FROM pairs WHERE en IN ({})", numbers))
        return found

    def _hits(
        self, found: Iterable[Found], units: tuple[Unit, ...], glance: int | None = None
    ) -> tuple[Hit, ...]:
        """Return hits with snippets, of the first ``glance`` characters where given.

        What was removed since it was indexed is left out.
        """
        held = tuple(found)
        numbers = {end for one in held for end in (one.number, one.partner) if end is not None}
        rows = self._reading.rows_of(numbers)
        text = "text" if glance is None else f"substr(text, 1, {glance})"
        texts: dict[int, str] = dict(
            self._database.among(f"SELECT article, {text} FROM bodies WHERE article IN ({{}})", numbers)
        )
        present = [one for one in held if one.number in rows and one.number in texts]
        return tuple(_hit(rank, one, rows, texts, units) for rank, one in enumerate(present, 1))


def _unheard(_step: Progress) -> None:
    """Tell nobody."""


def _unseen() -> None:
    """Leave an index as it is."""


def today() -> date:
    """Return the reader's day."""
    return date.today()  # noqa: DTZ011 - “last week” is the reader's own


def _plain_hit(rank: int, row: Row, partner: int | None) -> Hit:
    facing = None if partner is None else article_id(partner)
    return Hit(rank, row.id, 0.0, row.lang, row.title, row.published, row.path, facing, (row.lang,))


def _hit(
    rank: int, found: Found, rows: Mapping[int, Row], texts: Mapping[int, str], units: tuple[Unit, ...]
) -> Hit:
    row = rows[found.number]
    partner = found.partner if found.partner in rows else None
    ends = (found.number,) if partner is None else (found.number, partner)
    sides = [end for end in ends if rows[end].lang in found.matched] or [found.number]
    return Hit(
        rank,
        row.id,
        found.score,
        row.lang,
        row.title,
        row.published,
        row.path,
        None if partner is None else article_id(partner),
        tuple(map(Lang, found.matched)),
        tuple(_snippet(texts[end], rows[end].lang, units) for end in sides),
        found.partial,
    )


def _snippet(text: str, lang: Lang, units: tuple[Unit, ...]) -> Snippet:
    from tui.library.searching.snippets import snippet  # noqa: PLC0415 - at the first search

    return snippet(text, lang, units)
