"""A run: from what the reader names to articles kept, paired and indexed."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tui.ingest.options import ReadOptions, Rejected
from tui.ingest.raw import Input
from tui.ingest.reading import read, read_input
from tui.library import Library
from tui.locale import tr
from tui.model.article import Article, Document, Lang
from tui.model.listing import Outcome, Progress, Result
from tui.pipeline.learning import learn
from tui.pipeline.matching import Matching
from tui.pipeline.options import AddOptions
from tui.pipeline.work import Done, Task, content_hash, default_executor, single_process, work

if TYPE_CHECKING:
    from tui.pipeline.feeds.fulltext import FullText

AHEAD = 16
"""Documents handed to each worker before its first is done: enough while others are paired."""

PAIRED_AT_ONCE = 16
"""Articles between two rounds of pairing: half a second, for which the workers have work in hand."""

INDEXED_AT_ONCE = 200
"""Articles between two commits of the index, each of which costs the time of ten articles."""

INDEXED_SECONDS = 10.0
"""The first articles of a slow run are found by search after this long."""

Step = Progress | Outcome


def add(
    library: Library,
    sources: Iterable[str],
    options: AddOptions | None = None,
    *,
    jobs: int = 1,
    executor: Executor | None = None,
) -> Generator[Step, None, None]:
    """Add what ``sources`` name, yielding how far the run is and one Outcome an article.

    Waits for another run to end first. Interrupted, it keeps what is done; the next run goes on from there.
    ``executor`` is where documents are worked out, by default as many processes as ``jobs`` (its own, then).
    """
    with library.lock.hold():
        pool = executor or default_executor(jobs)
        run = Run(library, options or AddOptions(), pool, jobs)
        try:
            yield from run.steps(sources)
        finally:
            if run.pool is not executor:
                run.pool.shutdown(cancel_futures=True)


@dataclass(slots=True)
class _Waiting:
    task: Task
    hash: bytes
    known: bool
    future: Future[Done]


@dataclass(slots=True)
class Run:
    """One run's small state: what is being worked out, what is not yet paired and indexed.

    ``origins`` tells, for articles of inputs already fetched, the key of the input; ``full_text`` fetches
    the pages of some of them.
    """

    library: Library
    options: AddOptions
    pool: Executor
    jobs: int
    waiting: deque[_Waiting] = field(default_factory=deque)
    done: int = 0
    unpaired: int = 0
    unindexed: int = 0
    indexed_at: float = field(default_factory=time.monotonic)
    origins: dict[str, str] = field(default_factory=dict)
    full_text: FullText | None = None
    matching: Matching = field(init=False)

    def __post_init__(self) -> None:
        self.matching = Matching(self.library, lambda: self.pool)

    def steps(self, sources: Iterable[str | Input]) -> Iterator[Step]:
        """Yield the run's steps, from the first input to the last commit."""
        try:
            for found in self._found(sources):
                yield from self._take(found)
                while len(self.waiting) >= self.jobs * AHEAD or (self.waiting and self.jobs == 1):
                    yield from self._finish()
                yield from self._settle_sometimes()
            while self.waiting:
                yield from self._finish()
            yield from self._pair(last=True)
            yield from self._index()
            learn(self.library)
        finally:
            self._end()

    def _found(self, sources: Iterable[str | Input]) -> Iterator[Document | Rejected]:
        asked = self.options
        options = ReadOptions(
            raw=asked.raw,
            lines=asked.lines,
            lang=asked.lang,
            published=asked.published,
            source=asked.source,
            off_rules=asked.off_rules,
            base=asked.base,
            private=asked.private,
        )
        for source in sources:
            if isinstance(source, str):
                yield from read(source, options)
                continue
            linked = self.full_text is not None and source.key in self.full_text.feeds
            for found in read_input(source, replace(options, linked=linked)):
                self.origins[found.key] = source.key
                yield found

    def _take(self, found: Document | Rejected) -> Iterator[Step]:
        """Hand a document out to be worked on, or say at once what becomes of it."""
        if isinstance(found, Rejected):
            yield self._refused(found)
            return
        yield Progress("reading", self.done, None, found.key)
        hashed = content_hash(found, self.options.lines)
        settled = self._known(found, hashed)
        if settled is not None:
            yield self._outcome(settled)
            return
        whole = self._whole(found)
        if isinstance(whole, Rejected):
            yield self._refused(whole)
            return
        lang = self.library.writing.edited_lang(found.key)
        task = Task(whole, Lang(lang) if lang else self.options.lang, self.options.lines)
        known = self.library.writing.known(found.key) is not None
        self.waiting.append(_Waiting(task, hashed, known, self._submitted(task)))

    def _refused(self, found: Rejected) -> Outcome:
        result = Result.FAILED if found.failed else Result.SKIPPED
        return self._outcome(Outcome(result, found.key, why=found.why))

    def _whole(self, found: Document) -> Document | Rejected:
        """Return a feed's entry with its page's text, where that was asked for."""
        if self.full_text is None or self.origins.get(found.key) not in self.full_text.feeds:
            return found
        return self.full_text.of(found)

    def _known(self, document: Document, hashed: bytes) -> Outcome | None:
        """Return the outcome of a document that needs no work."""
        writing = self.library.writing
        held = writing.known(document.key)
        if held == hashed:
            public = writing.id_of(document.key)
            return self._unchanged(document.key, public)
        if not self.options.removed and writing.was_removed(document.key):
            return Outcome(Result.SKIPPED, document.key, why=tr("deleted by the reader"))
        return self._twin(document)

    def _unchanged(self, key: str, public: str | None) -> Outcome:
        self._tag(public)
        for row in self.library.reading.rows_of([int(public[1:])] if public else ()).values():
            return Outcome(Result.UNCHANGED, key, public, row.title, row.lang)
        return Outcome(Result.UNCHANGED, key, public)

    def _twin(self, document: Document) -> Outcome | None:
        """Return the outcome of a text that the library holds under another key, or is working out."""
        twin = self.library.writing.with_text(document.text)
        if twin is not None and twin != self.library.writing.id_of(document.key):
            self._tag(twin)
            return Outcome(Result.SKIPPED, document.key, twin, why=tr("the same text as {key}", key=twin))
        for other in self.waiting:
            if other.task.document.text == document.text:
                return Outcome(
                    Result.SKIPPED,
                    document.key,
                    why=tr("the same text as {key}", key=other.task.document.key),
                )
        return None

    def _finish(self) -> Iterator[Step]:
        """Keep the next article that is worked out."""
        one = self.waiting.popleft()
        try:
            done = one.future.result()
        except BrokenExecutor:
            done = self._alone(one.task)
        if done.article is None:
            result = Result.FAILED if done.failed else Result.SKIPPED
            yield self._outcome(Outcome(result, one.task.document.key, why=done.why))
            return
        yield self._outcome(self._put(one, done.article, done.features))

    def _submitted(self, task: Task) -> Future[Done]:
        """Hand a task out, to new workers if the old ones died."""
        try:
            return self.pool.submit(work, task)
        except BrokenExecutor:
            self.pool = default_executor(self.jobs)
            return self.pool.submit(work, task)

    def _alone(self, task: Task) -> Done:
        """Work a task out in a process of its own, since a worker died over it or one of its neighbours."""
        with single_process() as process:
            try:
                done: Done = process.submit(work, task).result()
            except BrokenExecutor:
                done = Done(None, why="a worker process died over it", failed=True)
        self.pool = default_executor(self.jobs)
        for other in self.waiting:
            other.future = self._submitted(other.task)
        return done

    def _put(self, one: _Waiting, article: Article, features: bytes | None) -> Outcome:
        public = self.library.writing.put(article, one.hash, features)
        self._tag(public)
        self.unpaired += 1
        self.unindexed += 1
        result = Result.CHANGED if one.known else Result.ADDED
        return Outcome(result, one.task.document.key, public, article.title, article.lang)

    def _tag(self, public: str | None) -> None:
        if public is not None and self.options.tags:
            self.library.writing.tag(public, self.options.tags)

    def _outcome(self, outcome: Outcome) -> Outcome:
        self.done += 1
        return outcome

    def _settle_sometimes(self) -> Iterator[Step]:
        if self.unpaired >= PAIRED_AT_ONCE:
            yield from self._pair()
        old = self.unindexed and time.monotonic() - self.indexed_at > INDEXED_SECONDS
        if old or self.unindexed >= INDEXED_AT_ONCE:
            yield from self._index()

    def _pair(self, *, last: bool = False) -> Iterator[Step]:
        """Pair what came in since the last time or an earlier run left; at ``last`` write all of it."""
        self.unpaired = 0
        if self.options.pair:
            for count in self.matching.catch_up():
                yield Progress("pairing", count, None)
            if last:
                for done, total in self.matching.settle():
                    yield Progress("pairing", done, total)
            while self.matching.faults:
                yield self.matching.faults.pop(0)

    def _index(self) -> Iterator[Step]:
        if self.options.index:
            yield Progress("indexing", self.done, None)
            self.library.searching.sync()
        self.unindexed = 0
        self.indexed_at = time.monotonic()

    def _end(self) -> None:
        """Keep pairing's memory, and let search find what came in, however the run ends."""
        self.matching.keep()
        if self.options.index and self.unindexed:
            self.library.searching.sync()
