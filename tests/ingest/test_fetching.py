"""Fetching, against a server on loopback that misbehaves in every way."""

# ruff: noqa: E501 - answers stand as they are sent
from __future__ import annotations

import socketserver
import threading
import zlib
from collections.abc import Callable, Iterator
from gzip import compress

import pytest

from tui.errors import FetchError
from tui.ingest import limits
from tui.ingest.fetching.client import Fetcher, HttpStatusError
from tui.ingest.fetching.rules import check, is_public
from tui.ingest.formats.feeds.discovery import announced_feeds
from tui.ingest.options import ReadOptions, Rejected
from tui.ingest.reading import read
from tui.model.article import Document
from tui.text.printable import shown_address as shown

PAGE = (
    "<html lang='fr'><head><title>Le phare</title><link rel=alternate type='application/rss+xml' href='/feed' title='Tout'>"
    "</head><body><article><h1>Le phare</h1><p>Le phare de Kermor sera rallumé au printemps, a décidé la commune.</p>"
    "<p>Les travaux, prévus pour durer six mois, commenceront en janvier si le temps le permet.</p></article></body></html>"
).encode()  # fmt: skip
Say = Callable[[bytes], None]


def reply(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    length = (
        ()
        if any(header.startswith("Content-Length") for header in headers)
        else (f"Content-Length: {len(body)}",)
    )
    return "\r\n".join((f"HTTP/1.1 {status}", *headers, *length, "Connection: close", "", "")).encode() + body


def zeros(say: Say) -> None:
    packer = zlib.compressobj(wbits=31)
    say(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n")
    for _ in range(300):
        say(packer.compress(bytes(limits.MB)))
    say(packer.flush())


def endless(say: Say) -> None:
    say(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
    while True:
        say(b"mot " * 20_000)


def slow(say: Say) -> None:
    say(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
    for _ in range(200):
        say(b"<p>")
        threading.Event().wait(0.02)


GIVEN: dict[str, bytes] = {
    "/page": reply(PAGE, "Content-Type: text/html; charset=utf-8", 'ETag: "v1"', "Last-Modified: Wed, 01 Oct 2025 10:00:00 GMT"),
    "/gzip": reply(compress(PAGE), "Content-Type: text/html", "Content-Encoding: gzip"),
    "/latin": reply(PAGE.decode().encode("latin-1"), "Content-Type: text/html; charset=utf-8"),
    "/moved": reply(b"", "Location: /page", status="301 Moved Permanently"),
    "/found": reply(b"", "Location: /page", status="302 Found"),
    "/loop": reply(b"", "Location: /loop", status="302 Found"),
    "/file": reply(b"", "Location: file:///etc/passwd", status="302 Found"),
    "/secret": reply(b"", "Location: http://me:secret@127.0.0.1/", status="302 Found"),
    "/gone": reply(b"", status="410 Gone"),
    "/busy": reply(b"", "Retry-After: 120", status="429 Too Many Requests"),
    "/short": reply(b"<p>Le", "Content-Length: 5000"),
    "/cut": reply(compress(PAGE)[:-20], "Content-Encoding: gzip"),
    "/brotli": reply(b"xxxx", "Content-Encoding: br"),
    "/junk": b"this is no answer at all\r\n\r\n",
    "/nothing": b"",
}  # fmt: skip
ACTED: dict[str, Callable[[Say], None]] = {"/bomb": zeros, "/endless": endless, "/slow": slow}


class Handler(socketserver.StreamRequestHandler):
    """Answers a request as the path says."""

    def handle(self) -> None:
        path = self.rfile.readline().split(b" ")[1].decode()
        headers = b"".join(iter(self.rfile.readline, b"\r\n"))
        try:
            if b'If-None-Match: "v1"' in headers.replace(b"if-none-match", b"If-None-Match"):
                self.wfile.write(reply(b"", status="304 Not Modified"))
            elif path in ACTED:
                ACTED[path](self.say)
            else:
                self.wfile.write(GIVEN[path])
        except OSError:
            return  # the client has had enough, as it should

    def say(self, data: bytes) -> None:
        self.wfile.write(data)


class Server(socketserver.ThreadingTCPServer):
    """A server on loopback."""

    daemon_threads = True
    block_on_close = False


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


@pytest.fixture
def fetcher(site: str) -> Iterator[Fetcher]:
    with Fetcher(private=True, seconds=5) as client:
        yield client


def test_a_page_comes_with_what_its_headers_say(site: str, fetcher: Fetcher) -> None:
    got = fetcher.fetch(f"{site}/page")
    assert (got.data, got.media, got.charset, got.etag) == (PAGE, "text/html", "utf-8", '"v1"')
    assert fetcher.fetch(f"{site}/gzip").data == PAGE


def test_an_unchanged_page_gives_no_data(site: str, fetcher: Fetcher) -> None:
    assert fetcher.fetch(f"{site}/page", etag='"v1"').data is None


def test_redirects_are_followed_and_permanent_ones_told(site: str, fetcher: Fetcher) -> None:
    assert fetcher.fetch(f"{site}/moved").moved
    assert not fetcher.fetch(f"{site}/found").moved
    assert fetcher.fetch(f"{site}/found").url == f"{site}/page"


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("/loop", "redirects"),
        ("/file", "only http"),
        ("/secret", "password"),
        ("/gone", "410"),
        ("/busy", "429"),
        ("/short", "without sending complete"),
        ("/cut", "ended early"),
        ("/brotli", "packed"),
        ("/junk", ""),
        ("/nothing", "disconnected"),
        ("/bomb", "larger"),
        ("/endless", "larger"),
    ],
)
def test_each_misbehaviour_is_one_clear_line(site: str, fetcher: Fetcher, path: str, word: str) -> None:
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(site + path)
    assert word in str(caught.value)
    assert "secret" not in str(caught.value).removeprefix(f"{site}/secret")
    assert str(caught.value).isprintable()


def test_a_slow_answer_is_given_up(site: str) -> None:
    with Fetcher(private=True, seconds=0.1) as hasty, pytest.raises(FetchError, match="too long"):
        hasty.fetch(f"{site}/slow")


def test_a_busy_server_says_when_to_come_back(site: str, fetcher: Fetcher) -> None:
    with pytest.raises(HttpStatusError) as caught:
        fetcher.fetch(f"{site}/busy")
    assert (caught.value.status, caught.value.retry_after) == (429, 120.0)


def test_private_addresses_are_refused_unless_asked(site: str) -> None:
    with Fetcher() as public, pytest.raises(FetchError, match="private network"):
        public.fetch(f"{site}/page")


@pytest.mark.parametrize(
    "url",
    ["ftp://a.org/x", "file:///etc/passwd", "http://", "http://[::1", "http://u:p@a.org/", "http://a.org:99999/", "gopher://a", "http://u@[::1"],
)  # fmt: skip
def test_addresses_that_are_not_fetched(url: str) -> None:
    with pytest.raises(FetchError):
        check(url, private=True)


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "::1", "fe80::1%eth0", "::ffff:10.0.0.1", "0.0.0.0", "224.0.0.1", "x"]
)  # fmt: skip
def test_what_is_not_public(address: str) -> None:
    assert not is_public(address)


def test_public_addresses_and_hidden_passwords() -> None:
    assert is_public("93.184.215.14")
    assert is_public("2606:4700::1111")
    assert shown("http://me:secret@a.org/x") == "http://a.org/x"


def test_an_address_is_a_source(site: str) -> None:
    (page,) = read(f"{site}/page", ReadOptions(private=True))
    assert isinstance(page, Document)
    assert (page.title, page.url, page.key) == ("Le phare", f"{site}/page", f"{site}/page")
    (latin,) = read(f"{site}/latin", ReadOptions(private=True))
    assert isinstance(latin, Document)
    assert "décidé" in latin.text
    (refused,) = read(f"{site}/page")
    assert isinstance(refused, Rejected)


def test_feeds_that_a_page_announces() -> None:
    (feed,) = announced_feeds(PAGE, "http://a.org/b/c")
    assert (feed.url, feed.title) == ("http://a.org/feed", "Tout")
