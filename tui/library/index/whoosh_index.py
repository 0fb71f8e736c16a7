"""The default SearchIndex: Whoosh's files, read by segments of our own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

from whoosh.index import TOC, FileIndex

from tui.errors import IndexDamagedError, VisavisError
from tui.library.compile.plan import Plan, all_leaves, plan_of
from tui.library.compile.units import LANGS, Counterparts, Unit, unit_of, widened
from tui.library.index import DAMAGED, Facts, IndexedArticle, Partners, Results, Told
from tui.library.index.disk import guard, writing
from tui.library.index.matching import Side
from tui.library.index.ranking import Ranking
from tui.library.index.search import Search
from tui.library.index.segment import Segment
from tui.library.index.similar import telling
from tui.library.index.vocabulary.spelling import correction
from tui.library.index.vocabulary.words import LibraryWords
from tui.locale import tr
from tui.model.query import Filter, Node, TextLeaf

_P = ParamSpec("_P")
_R = TypeVar("_R")
_Method = Callable[Concatenate["WhooshIndex", _P], _R]

_SMALL = 2_000
"""Documents of a segment whose vocabulary is read within one letter typed."""


def _reported(method: _Method[_P, _R]) -> _Method[_P, _R]:
    """Turn whatever a damaged file ends in into IndexDamagedError."""

    @wraps(method)
    def run(self: WhooshIndex, /, *args: _P.args, **kwargs: _P.kwargs) -> _R:
        try:
            return method(self, *args, **kwargs)
        except VisavisError:
            raise
        except guard.DAMAGE as error:
            raise IndexDamagedError(tr(DAMAGED, directory=self.directory)) from error

    return run


class WhooshIndex:
    """An open index; safe to search from several threads while one of them refreshes."""

    def __init__(self, directory: Path, files: FileIndex) -> None:
        """Read the index whose ``files`` are open."""
        self.directory = directory
        self._files = files
        self._inode = directory.stat().st_ino
        self._generation = -1
        self._segments: dict[tuple[str, int], Segment] = {}
        self._ranking = Ranking(())
        self._words = LibraryWords(())
        self._guard = threading.Lock()

    @classmethod
    def open(cls, directory: Path) -> Self:
        """Open the index in ``directory``; raises IndexDamagedError when that cannot or must not be."""
        guard.check(directory)
        try:
            opened = cls(directory, writing.open_files(directory))
            opened.refresh()
        except guard.DAMAGE:  # a file may vanish while another process commits: once
            return cls._open_again(directory)
        except IndexDamagedError:
            return cls._open_again(directory)
        return opened

    @classmethod
    def _open_again(cls, directory: Path) -> Self:
        try:
            opened = cls(directory, writing.open_files(directory))
        except guard.DAMAGE as error:
            raise IndexDamagedError(tr(DAMAGED, directory=directory)) from error
        opened.refresh()
        return opened

    @classmethod
    def create(cls, directory: Path) -> Self:
        """Make an empty index in ``directory``."""
        opened = cls(directory, writing.create(directory))
        opened.refresh()
        return opened

    @classmethod
    def rebuilt(cls, directory: Path, articles: Iterable[IndexedArticle], workers: int, told: Told) -> Self:
        """Make the index in ``directory`` anew; raises DiskFullError, LibraryBusyError, IndexDamagedError."""
        try:
            writing.rebuild(directory, articles, workers, told)
        except OSError as error:
            why = error.strerror or type(error).__name__
            message = tr(
                "The search index in {directory} cannot be written: {why}.", directory=directory, why=why
            )
            raise IndexDamagedError(message) from error
        return cls.open(directory)

    @_reported
    def refresh(self) -> bool:
        """See what was written since, by whichever process; tell whether anything was."""
        with self._guard:
            self._follow()
            generation = self._files.latest_generation()
            if generation == self._generation:
                return False
            toc = TOC.read(self._files.storage, self._files.indexname)
            self._take(toc.segments)
            self._generation = toc.generation
            return True

    def _follow(self) -> None:
        """Open the files again when a rebuilt index took this one's place."""
        inode = self.directory.stat().st_ino
        if inode != self._inode:
            guard.check(self.directory)
            self._files = writing.open_files(self.directory)
            self._inode, self._generation = inode, -1

    def _take(self, segments: Iterable[Any]) -> None:
        """Open what is new among ``segments`` and keep what is known, with what it remembers."""
        held = self._segments
        keys = [(segment.segment_id(), segment.deleted_count()) for segment in segments]
        self._segments = {
            key: held.get(key) or Segment(self._files.storage, segment)
            for key, segment in zip(keys, segments, strict=True)
        }
        current = tuple(self._segments.values())
        self._ranking = Ranking(current)
        self._words = LibraryWords(current)

    @property
    def is_loaded(self) -> bool:
        """Tell whether the vocabularies of all but small segments have been read."""
        return all(segment.is_loaded or segment.size < _SMALL for segment in self._segments.values())

    @_reported
    def load(self) -> None:
        """Read the vocabularies, which typing needs; meant for a thread."""
        self._words.load()

    def units(self, leaves: Iterable[TextLeaf]) -> dict[TextLeaf, Unit]:
        """Return the terms that words and phrases stand for in this library."""
        return {leaf: unit_of(leaf, self._words) for leaf in leaves}

    @_reported
    def search(
        self,
        tree: Node | None,
        facts: Facts,
        partners: Partners,
        limit: int,
        counterparts: Counterparts | None = None,
    ) -> Results:
        """Return the articles that answer best: those with all words first, then the best with some."""
        units = self.units(all_leaves(tree))
        if counterparts is not None:
            units = {leaf: widened(unit, leaf, counterparts) for leaf, unit in units.items()}
        return self._search(tree, units, facts, partners).ranked(self._ranking, limit)

    @_reported
    def suggest(self, tree: Node | None, facts: Facts, partners: Partners, limit: int) -> Results:
        """Return the newest articles that hold all words, a half-typed one standing for its usual endings."""
        few = self._words.few()
        units = {leaf: unit_of(leaf, few) for leaf in all_leaves(tree)}
        return self._search(tree, units, facts, partners).newest(limit)

    def _search(
        self, tree: Node | None, units: Mapping[TextLeaf, Unit], facts: Facts, partners: Partners
    ) -> Search:
        return Search(tuple(self._segments.values()), plan_of(tree), units, facts, partners)

    @_reported
    def corrected(self, word: str) -> str | None:
        """Return the likeliest spelling of ``word`` when no article has it, or None."""
        return correction(word, self._words)

    @_reported
    def like(self, text: str, lang: str, without: Collection[int], partners: Partners, limit: int) -> Results:
        """Return the articles that share most of what tells ``text`` from others, but those ``without``."""
        units = telling(text, lang, self._ranking)
        plan = Plan(tuple(units))
        search = Search(tuple(self._segments.values()), plan, units, _no_facts, partners)
        return search.ranked(self._ranking, limit + len(without)).without(without, limit)

    @_reported
    def numbers(self, tree: Node | None, facts: Facts) -> set[int]:
        """Return all articles that satisfy the whole of ``tree``."""
        units = self.units(all_leaves(tree))
        found: set[int] = set()
        for segment in self._segments.values():
            for lang in LANGS:
                side = Side(segment, lang, units, facts, {})
                found |= segment.numbered(side.everything() if tree is None else side.full(plan_of(tree)))
        return found

    @_reported
    def write(self, articles: Iterable[IndexedArticle], removed: Collection[int] = ()) -> None:
        """Add or replace articles and take others out, in one commit."""
        with writing.writer(self._files, self.directory) as opened:
            self.refresh()
            gone = set(removed)
            for article in articles:
                gone.add(article.number)
                writing.add(opened, article)
            for place in self._places(gone):
                opened.delete_document(place)
        self.refresh()

    def _places(self, numbers: Iterable[int]) -> Iterable[int]:
        """Return where ``numbers`` are, counted over all segments as Whoosh does."""
        base = 0
        found = []
        wanted = tuple(numbers)
        for segment in self._segments.values():
            places = (segment.place_of(number) for number in wanted)
            found += [base + place for place in places if place is not None]
            base += segment.size
        return found

    @_reported
    def rebuild(
        self, articles: Iterable[IndexedArticle], *, workers: int = 1, told: Told | None = None
    ) -> None:
        """Make the index anew of ``articles``; raises DiskFullError, LibraryBusyError."""
        writing.rebuild(self.directory, articles, workers, told)
        self.refresh()

    def highest(self) -> int:
        """Return the highest number of an article that the index holds, 0 when it is empty."""
        return max((segment.highest for segment in self._segments.values()), default=0)

    def count(self) -> int:
        """Return how many articles the index holds."""
        return sum(segment.size - len(segment.deleted) for segment in self._segments.values())

    def close(self) -> None:
        """Let go of the files."""
        for segment in self._segments.values():
            segment.close()
        self._segments = {}
        self._files.close()


def _no_facts(_leaf: Filter) -> frozenset[int]:
    """Answer for a search without filters."""
    return frozenset()
