"""The list in the linear mode: rows and results by number, marks, searches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui.app.linear import speech
from tui.locale import language, later, tr, trn
from tui.model.article import Lang
from tui.model.listing import Entry, Hit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tui.app.ports import Entries, LibraryPort, Opened
    from tui.model.keeping import Facet

ROWS = 10
"""Rows said at once: more than that is not kept in mind."""
RESULTS = 50
SORTS = (
    later("date"), later("title"), later("source"), later("added"), later("unread"), later("oldest"),
)  # fmt: skip


class Lists:
    """The commands of the list; ``at`` is the row said last, from 1, ``shown`` how far rows were said."""

    library: LibraryPort
    prefer: Lang
    text: Opened | None
    say: Callable[[str], None]
    entries: Entries | None = None
    hits: tuple[Hit, ...] = ()
    query = ""
    sort = SORTS[0]
    across = False
    better = ""
    offered: tuple[Facet, ...] = ()
    shown = 0
    at = 0

    if TYPE_CHECKING:

        def say_all(self, lines: Iterable[str]) -> None:
            """Say lines."""
            ...

        def find(self, words: str) -> None:
            """Find words in the text that is open."""
            ...

        def open_text(self, public: str) -> None:
            """Open a text."""
            ...

    def say_counts(self) -> None:
        """Say how much there is."""
        self.say(speech.counted(self.library.counts()))

    def do_list(self, query: str) -> None:
        """Say the first rows of the library, or of what a query chooses."""
        self.text, self.query = None, query
        self.show_entries(self.library.entries(query, sort=self.sort))

    def do_search(self, words: str) -> None:
        """Say the best results for words; in a text, go to the next passage that holds them."""
        if not words:
            self.say(tr("Search for what? search and the words."))
            return
        if self.text is not None:
            self.find(words)
            return
        self.library.searches.remember(words)
        self.show_hits(words, self.library.search(words, limit=RESULTS, across=self.across))

    def show_hits(self, words: str, hits: tuple[Hit, ...]) -> None:
        """Say results, or a better spelling where there is none."""
        self.query, self.hits, self.entries, self.shown, self.at = words, hits, None, 0, 0
        self.say(trn("{count} result", "{count} results", len(self.hits)) + ".")
        self.better = "" if self.hits or not words else self.library.did_you_mean(words) or ""
        if self.better:
            self.say(tr("Did you mean: {words}").format(words=self.better))
        self.more()

    def show_entries(self, entries: Entries) -> None:
        """Say rows."""
        self.entries, self.hits, self.shown, self.at = entries, (), 0, 0
        self.say(trn("{count} row", "{count} rows", len(entries)) + ".")
        self.more()

    def do_across(self, _words: str) -> None:
        """Search in the other language too, or no longer; the last search is made again."""
        self.across = not self.across
        self.say(
            tr("Searching in both languages.") if self.across else tr("Searching the words as they are.")
        )
        if self.entries is None and self.query:
            self.do_search(self.query)

    def do_spelling(self, _words: str) -> None:
        """Search with the spelling proposed."""
        self.do_search(self.better) if self.better else self.say(tr("No other spelling was proposed."))

    def do_explain(self, words: str) -> None:
        """Say how a query, or the last one, was read."""
        from datetime import date  # noqa: PLC0415 (for queries alone)

        from tui.model.query import parse  # noqa: PLC0415
        from tui.model.query.describe import describe  # noqa: PLC0415
        from tui.model.query.faults import said  # noqa: PLC0415

        read = parse(words or self.query, date.today())  # noqa: DTZ011 (“last week” is the reader's own)
        self.say_all((describe(read.tree), *map(said, read.faults)) if read.tree else ())

    def do_group(self, by: str) -> None:
        """Say the groups of the list, by month or by story, then its rows in their order."""
        orders = {later("month"): "month", later("story"): "story"}
        kinds = orders | {tr(name): kind for name, kind in orders.items()}
        grouped = self.library.grouped(kinds.get(by, "month"), self.query if self.entries is not None else "")
        self.say_all(f"{speech.label(one.label, language())}: {one.count}" for one in grouped.headings)
        self.show_entries(grouped)

    def step(self, by: int) -> None:
        """Say the next row, or the one before."""
        at = self.at + by
        if 1 <= at <= self.total:
            self.at = at
            self.say_all(self._rows(at - 1, at))
        else:
            self.say(tr("That is all."))

    def more(self) -> None:
        """Say the next rows."""
        start, stop = self.shown, min(self.shown + ROWS, self.total)
        for line in self._rows(start, stop):
            self.say(line)
        self.shown = stop
        left = self.total - stop
        if left:
            self.say(trn("{count} more: Enter.", "{count} more: Enter.", left))
        elif start == stop:
            self.say(tr("That is all."))

    @property
    def total(self) -> int:
        """How many rows there are."""
        return len(self.hits) if self.entries is None else len(self.entries)

    def _rows(self, start: int, stop: int) -> Iterator[str]:
        if self.entries is None:
            for number, found in enumerate(self.hits[start:stop], start + 1):
                yield from speech.hit(number, found, language())
            return
        for number, row in enumerate(self.entries.window(start, stop), start + 1):
            yield speech.entry(number, row, self.prefer, language())

    def do_page_down(self, _words: str) -> None:
        """Say the next rows."""
        self.more()

    def do_page_up(self, _words: str) -> None:
        """Say the rows before the last ones again."""
        self.shown = max(0, (self.shown - 1) // ROWS * ROWS - ROWS)
        self.more()

    def do_sort(self, order: str) -> None:
        """Sort by a named order, or by the next one."""
        named = {name: name for name in SORTS} | {tr(name): name for name in SORTS}
        if order and order not in named:
            self.say(tr("Orders: {orders}.").format(orders=", ".join(tr(name) for name in SORTS)))
            return
        self.sort = named[order] if order else SORTS[(SORTS.index(self.sort) + 1) % len(SORTS)]
        self.say(tr("Sorted by {sort}.").format(sort=tr(self.sort)))
        self.do_list("" if self.entries is None else self.query)

    def do_open(self, number: str) -> None:
        """Open a row by its number."""
        row = self._row(number)
        if row is not None:
            self.open_text(row.id)

    def neighbour(self, step: int) -> bool:
        """Open the next or previous row; tell whether there is one."""
        if not 1 <= self.at + step <= self.total:
            return False
        self.do_open(str(self.at + step))
        return True

    def _row(self, number: str) -> Entry | Hit | None:
        """Return a row by its number, or say that there is none."""
        wanted = int(number) if number.isdigit() else 0 if number else self.at
        if not 1 <= wanted <= self.total:
            self.say(tr("There is no row {number}.").format(number=number or "?"))
            return None
        self.at = wanted
        return self.hits[wanted - 1] if self.entries is None else self.entries.window(wanted - 1, wanted)[0]

    def targets(self, number: str) -> Sequence[str] | str | None:
        """Return the articles to act on: the open text's, a row's, or with ``all`` those of the list."""
        if self.text is not None:
            return tuple(article.id for article in self.text.sides if article.id)
        if number in {"all", tr("all")}:
            return self.query or "*"
        row = self._row(number)
        return None if row is None else _articles(row)

    def do_read(self, number: str) -> None:
        """Mark read, or unread what is read."""
        self._mark(number, "read", "unread")

    def do_star(self, number: str) -> None:
        """Star, or take the star away."""
        self._mark(number, "star", "unstar")

    def _mark(self, number: str, what: str, back: str) -> None:
        ids = self.targets(number)
        if ids is None:
            return
        count, said = self.library.mark(ids, what), what
        if not count:
            count, said = self.library.mark(ids, back), back
        self._told(count, said)

    def do_tag(self, words: str) -> None:
        """Tag: the row's number, then the tag; -name takes the tag away."""
        number, _, tag = words.rpartition(" ")
        if not tag:
            self.say(tr("Tag with what? tag, a row's number and the word."))
        ids = self.targets(number) if tag else None
        if ids is not None:
            what = f"untag:{tag[1:]}" if tag.startswith("-") else f"tag:{tag}"
            self._told(self.library.mark(ids, what), what)

    def _told(self, count: int, what: str) -> None:
        self.say(trn("{count} article: {what}", "{count} articles: {what}", count, what=tr(what)) + ".")

    def do_delete(self, number: str) -> None:
        """Delete; undo brings it back."""
        ids = self.targets(number)
        if ids is not None:
            count = self.library.remove(ids)
            self.say(trn("{count} article deleted", "{count} articles deleted", count) + ".")
            self.text = None

    def do_facets(self, _words: str) -> None:
        """Say what the list's articles have in common, each with what to add to the search."""
        self._offer("")

    def do_narrow(self, words: str) -> None:
        """Keep what has a facet, by its number; or say the facets that hold some words."""
        if words.isdigit() and 1 <= int(words) <= len(self.offered):
            self.do_list(f"{self.query} {self.offered[int(words) - 1].query}".strip())
        else:
            self._offer(words)

    def _offer(self, words: str) -> None:
        found = self.library.facets(self.query)
        every = (facet for facets in found.values() for facet in facets)
        self.offered = tuple(facet for facet in every if words.casefold() in facet.query.casefold())
        self.say_all(f"{number}. {one.query}: {one.count}" for number, one in enumerate(self.offered, 1))

    def do_searches(self, name: str) -> None:
        """Say the saved searches, or make one by its name."""
        saved = {search.name: search.query for search in self.library.searches.saved()}
        if name in saved:
            self.do_list(saved[name])
        else:
            self.say_all(f"{called}: {query}" for called, query in saved.items())

    def do_forget_search(self, name: str) -> None:
        """Forget a saved search."""
        done = self.library.searches.forget(name)
        self.say(
            tr("Search {name} forgotten.", name=name)
            if done
            else tr("No search is called {name}.", name=name)
        )

    def do_rename_search(self, words: str) -> None:
        """Give a saved search another name: rename-search old new."""
        name, _, other = words.partition(" ")
        if not other or name not in {one.name for one in self.library.searches.saved()}:
            self.say(tr("No search is called {name}.", name=name or "?"))
            return
        self.library.searches.rename(name, other)
        self.say(tr("Search {name} is now called {other}.", name=name, other=other))

    def do_keep_search(self, name: str) -> None:
        """Save the search under a name."""
        if name and self.query:
            self.library.searches.save(name, self.query)
            self.say(tr("Search saved as {name}.").format(name=name))
        else:
            self.say(tr("Search for something first, with /."))


def _articles(row: Entry | Hit) -> tuple[str, ...]:
    if isinstance(row, Entry):
        return tuple(article for _, article in row.articles)
    return (row.id, row.pair) if row.pair else (row.id,)
