"""Subscriptions brought up to date: fetched side by side, politely, and added as one run."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby
from urllib.parse import urlsplit

from tui.errors import FetchError, InputError, RefusedError, beside
from tui.ingest.fetching.client import Fetched, Fetcher, HttpStatusError
from tui.ingest.formats.feeds.parsing import parse_feed
from tui.ingest.raw import Input
from tui.library import Library
from tui.model.keeping import Feed
from tui.model.listing import Outcome, Progress, Result
from tui.pipeline.adding import Run
from tui.pipeline.feeds.fulltext import FullText, fetched_input
from tui.pipeline.feeds.subscribing import named
from tui.pipeline.options import AddOptions
from tui.pipeline.work import default_executor
from tui.text.printable import shown_address

HOSTS_AT_ONCE = 8
"""Hosts fetched from side by side; each is asked one thing at a time."""

FIRST_WAIT = timedelta(minutes=15)
LONGEST_WAIT = timedelta(days=2)
"""A feed that fails is left alone for longer and longer, between these."""

GONE = 410
"""The server's word that a feed will not come back."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What fetching a feed gave: ``got``, or the ``error`` that it ended in."""

    feed: Feed
    got: Fetched | None = None
    error: FetchError | None = None


def sync(
    library: Library,
    urls: Sequence[str] = (),
    *,
    now: datetime | None = None,
    jobs: int = 1,
    private: bool = False,
    full_text: bool = False,
) -> Generator[Progress | Outcome, None, None]:
    """Fetch subscriptions (all, or ``urls`` whatever their waiting time) and add what is new in them.

    Yields how far that is, an Outcome an article, and one that failed for each feed that could not be
    fetched; such a feed stops no other and is left alone for a while. What a feed is not to keep goes.
    ``full_text`` fetches the page of every new entry, not only those of feeds that ask for it.
    """
    moment = now or datetime.now(UTC)
    due = [feed for feed in library.feeds.all() if _is_due(feed, urls, moment)]
    with library.lock.hold(), Fetcher(private=private) as fetcher, default_executor(jobs) as pool:
        failed: list[Outcome] = []
        whole = FullText(fetcher, frozenset(feed.url for feed in due if full_text or feed.full_text))
        run = Run(library, AddOptions(removed=False, private=private), pool, jobs, full_text=whole)
        for step in run.steps(_inputs(library, _fetched(fetcher, due), moment, failed)):
            yield step
            _link(library, run, step)
            while failed:
                yield failed.pop(0)
        yield from failed
        for feed in due:
            library.writing.expire(library.feeds.expired(feed.url, moment))


def left_alone(library: Library, urls: Sequence[str] = (), now: datetime | None = None) -> tuple[Feed, ...]:
    """Return the subscriptions that ``sync`` would pass over for now, because fetching them failed."""
    moment = now or datetime.now(UTC)
    return () if urls else tuple(feed for feed in library.feeds.all() if not _is_due(feed, (), moment))


def _is_due(feed: Feed, urls: Sequence[str], now: datetime) -> bool:
    if urls:
        return feed.url in urls
    return feed.next_sync is None or feed.next_sync <= now


def _fetched(fetcher: Fetcher, feeds: Sequence[Feed]) -> Iterator[Answer]:
    """Yield answers as they come: hosts side by side, the feeds of one host in turn."""

    def host(feed: Feed) -> str:
        return urlsplit(feed.url).netloc.casefold()

    groups = [list(group) for _, group in groupby(sorted(feeds, key=host), key=host)]
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as threads:
        for done in as_completed([threads.submit(_of_host, fetcher, group) for group in groups]):
            yield from done.result()


def _of_host(fetcher: Fetcher, feeds: Sequence[Feed]) -> list[Answer]:
    return [_fetch(fetcher, feed) for feed in feeds]


def _fetch(fetcher: Fetcher, feed: Feed) -> Answer:
    try:
        return Answer(feed, fetcher.fetch(feed.url, etag=feed.etag, modified=feed.modified))
    except FetchError as error:
        return Answer(feed, error=error)


def _inputs(
    library: Library, answers: Iterator[Answer], now: datetime, failed: list[Outcome]
) -> Iterator[Input]:
    """Yield what was fetched, noting in the library how it went, and in ``failed`` what did not."""
    for answer in answers:
        if answer.got is None:
            _note_failure(library, answer, now)
            failed.append(_failure(answer))
            continue
        state: dict[str, str | None] = {
            "etag": answer.got.etag or answer.feed.etag,
            "modified": answer.got.modified or answer.feed.modified,
        }
        state |= _naming(answer.feed, answer.got)
        library.feeds.update(answer.feed.url, last_sync=now, error=None, failures=0, next_sync=None, **state)
        if answer.got.data is not None:
            yield fetched_input(answer.got, answer.feed.url)


def _failure(answer: Answer) -> Outcome:
    key = shown_address(answer.feed.url)
    return Outcome(Result.FAILED, key, why=beside(key, str(answer.error)))


def _naming(feed: Feed, got: Fetched) -> dict[str, str | None]:
    """Return the title and language to note of a feed that lacks one."""
    if (feed.title and feed.lang) or not got.data:
        return {}
    try:
        title, lang = named(parse_feed(got.data, got.url, got.charset))
    except InputError:  # reading it will say so
        return {}
    return {"title": feed.title or title, "lang": feed.lang or lang}


def _note_failure(library: Library, answer: Answer, now: datetime) -> None:
    """Note why a feed was not fetched, and until when it is left alone: not at all if nobody was asked."""
    if isinstance(answer.error, RefusedError):
        library.feeds.update(answer.feed.url, error=str(answer.error), failures=0, next_sync=None)
        return
    failures = answer.feed.failures + 1
    wait = min(FIRST_WAIT * 2 ** min(failures - 1, 16), LONGEST_WAIT)
    if isinstance(answer.error, HttpStatusError):
        asked = answer.error.retry_after
        wait = max(wait, timedelta(seconds=asked)) if asked else wait
        wait = LONGEST_WAIT if answer.error.status == GONE else wait
    state = {"error": str(answer.error), "failures": failures, "next_sync": now + wait}
    library.feeds.update(answer.feed.url, last_sync=now, **state)


def _link(library: Library, run: Run, step: Progress | Outcome) -> None:
    """Note which feed an article came through."""
    if isinstance(step, Outcome) and step.id is not None and step.key in run.origins:
        library.feeds.link(run.origins[step.key], int(step.id[1:]))
