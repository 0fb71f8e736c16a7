from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

import pytest

from tui.library import Library
from tui.model.listing import Outcome
from tui.pipeline.feeds.syncing import FIRST_WAIT, LONGEST_WAIT, sync

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)

ITEM = """<item><title>{title}</title><guid>{guid}</guid><link>https://example.org/{guid}</link>
<pubDate>Mon, {day:02} May 2025 10:00:00 GMT</pubDate><description>{text}</description></item>"""

TEXTS = (
    (
        "a",
        5,
        "The council has voted the new budget",
        "The town council voted the new budget late on Monday evening.",
    ),
    (
        "b",
        12,
        "A whale in the harbour",
        "A young whale swam into the old harbour and stayed there for three days.",
    ),
)


def feed() -> bytes:
    items = "".join(
        ITEM.format(guid=guid, day=day, title=title, text=text) for guid, day, title, text in TEXTS
    )
    return f'<rss version="2.0"><channel><title>Wire</title>{items}</channel></rss>'.encode()


class Handler(BaseHTTPRequestHandler):
    """Serves a feed with an entity tag at /feed, and an error at /gone and /broken."""

    asked: ClassVar[list[str | None]] = []

    def do_GET(self) -> None:
        self.asked.append(self.headers.get("If-None-Match"))
        if self.path != "/feed":
            self.send_error(410 if self.path == "/gone" else 500)
            return
        if self.headers.get("If-None-Match") == '"1"':
            self.send_response(304)
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("ETag", '"1"')
        self.send_header("Content-Type", "application/rss+xml")
        self.end_headers()
        self.wfile.write(feed())

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    Handler.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as held:
        thread = Thread(target=held.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{held.server_port}"
        held.shutdown()
        thread.join()


def outcomes(library: Library, *urls: str, now: datetime = NOW) -> list[str]:
    return [
        str(step.result) for step in sync(library, urls, now=now, private=True) if isinstance(step, Outcome)
    ]


def test_what_is_new_in_a_feed_is_added_and_asked_for_once(library: Library, server: str) -> None:
    library.add_feed(f"{server}/feed")
    assert outcomes(library) == ["added", "added"]
    assert outcomes(library) == []
    assert Handler.asked == [None, '"1"']
    held = library.feeds.get(f"{server}/feed")
    assert (held.articles, held.error, held.last_sync, held.etag) == (2, None, NOW, '"1"')
    assert [hit.title for hit in library.search("whale")] == ["A whale in the harbour"]


def test_a_feed_that_fails_stops_no_other_and_is_left_alone(library: Library, server: str) -> None:
    for path in ("feed", "broken", "gone"):
        library.add_feed(f"{server}/{path}")
    assert sorted(outcomes(library)) == ["added", "added", "failed", "failed"]
    broken, gone = library.feeds.get(f"{server}/broken"), library.feeds.get(f"{server}/gone")
    assert (broken.failures, broken.next_sync) == (1, NOW + FIRST_WAIT)
    assert broken.error
    assert gone.next_sync == NOW + LONGEST_WAIT
    assert outcomes(library) == []
    assert outcomes(library, f"{server}/broken") == ["failed"]
    assert library.feeds.get(f"{server}/broken").next_sync == NOW + 2 * FIRST_WAIT
    assert outcomes(library, now=NOW + timedelta(hours=1)) == ["failed"]


def test_what_a_feed_is_not_to_keep_goes_and_stays_away(library: Library, server: str) -> None:
    library.add_feed(f"{server}/feed", keep_articles=1)
    assert outcomes(library) == ["added", "added"]
    assert [row.title for row in library.rows()] == ["A whale in the harbour"]
    library.feeds.update(f"{server}/feed", etag=None)
    assert sorted(outcomes(library)) == ["skipped", "unchanged"]


def test_what_the_reader_deleted_does_not_come_back(library: Library, server: str) -> None:
    library.add_feed(f"{server}/feed")
    outcomes(library)
    library.remove("whale")
    library.feeds.update(f"{server}/feed", etag=None)
    assert sorted(outcomes(library)) == ["skipped", "unchanged"]
