"""One fetch: redirects by our rules, conditional, capped in size, time and unpacked size."""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import Message
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Self
from urllib.request import getproxies

import httpx

from tui import __version__
from tui.errors import FetchError
from tui.ingest import limits
from tui.ingest.fetching.rules import check, is_public
from tui.ingest.metadata.addresses import joined
from tui.locale import tr
from tui.text.printable import clean_line
from tui.text.printable import shown_address as shown

_TIMEOUT = httpx.Timeout(20.0, connect=10.0)
"""Seconds that a server may say nothing."""

_MOST_REDIRECTS = 6
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_CHUNK = 64 * limits.KB
_AGENT = f"visavis/{__version__} (a reader for the terminal)"
_ACCEPT = "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, */*;q=0.5"


class HttpStatusError(FetchError):
    """The server answered with an error: ``status``, ``retry_after`` the seconds to wait, if it says."""

    def __init__(self, message: str, status: int, retry_after: float | None) -> None:
        super().__init__(message)
        self.status = status
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: ``data`` is None when nothing changed since the last time.

    ``url`` is the address after redirects, ``moved`` tells that all of them were permanent.
    """

    url: str
    data: bytes | None
    media: str | None = None
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    moved: bool = False


class Fetcher:
    """Fetches addresses over kept connections; safe to use from several threads."""

    def __init__(self, *, private: bool = False, seconds: float = limits.MAX_SECONDS) -> None:
        self._private = private
        self._seconds = seconds
        self._proxied = bool(getproxies())
        headers = {"User-Agent": _AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"}
        self._client = httpx.Client(timeout=_TIMEOUT, headers=headers, follow_redirects=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def fetch(
        self, url: str, *, etag: str | None = None, modified: str | None = None, limit: int = limits.MAX_FEED
    ) -> Fetched:
        """Return what ``url`` gives, at most ``limit`` bytes; raises FetchError, HttpStatusError.

        ``etag`` and ``modified`` are those of the last answer: an unchanged address then gives no data.
        """
        headers = _conditions(etag, modified)
        deadline = time.monotonic() + self._seconds
        moved = True
        for hops in range(_MOST_REDIRECTS + 1):
            check(url, private=self._private)
            answer = self._ask(url, headers, limit, deadline)
            if isinstance(answer, Fetched):
                return replace(answer, moved=moved and hops > 0)
            url, moved = joined(url, answer.target) or "", moved and answer.permanent
        raise FetchError(
            tr("{url}: redirects more than {count} times", url=shown(url), count=_MOST_REDIRECTS)
        )

    def _ask(self, url: str, headers: dict[str, str], limit: int, deadline: float) -> Fetched | _Redirect:
        try:
            with self._client.stream("GET", url, headers=headers) as response:
                self._check_peer(response, url)
                return _answer(response, url, limit, deadline)
        except httpx.TimeoutException as error:
            raise FetchError(tr("{url}: the server did not answer in time", url=shown(url))) from error
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            raise FetchError(f"{shown(url)}: {clean_line(str(error)) or type(error).__name__}") from error

    def _check_peer(self, response: httpx.Response, url: str) -> None:
        """Refuse a host whose name led elsewhere between our look and the connection."""
        stream = response.extensions.get("network_stream")
        if self._private or self._proxied or stream is None:
            return
        peer = stream.get_extra_info("server_addr")
        if peer and not is_public(str(peer[0])):
            raise FetchError(tr("{url}: lies on a private network", url=shown(url)))


@dataclass(frozen=True, slots=True)
class _Redirect:
    target: str
    permanent: bool


def _conditions(etag: str | None, modified: str | None) -> dict[str, str]:
    said = {"If-None-Match": etag, "If-Modified-Since": modified}
    return {name: value for name, value in said.items() if value and value.isascii() and value.isprintable()}


def _answer(response: httpx.Response, url: str, limit: int, deadline: float) -> Fetched | _Redirect:
    status, headers = response.status_code, response.headers
    if status in _REDIRECTS and headers.get("location"):
        return _Redirect(headers["location"], permanent=status in (301, 308))
    etag, modified = headers.get("etag"), headers.get("last-modified")
    if status == 304:
        return Fetched(url, None, etag=etag, modified=modified)
    if status != 200:
        raise HttpStatusError(
            tr("{url}: the server answered {status}", url=shown(url), status=status),
            status,
            _seconds(headers),
        )
    media, charset = _content_type(headers.get("content-type", ""))
    data = b"".join(_body(response, url, limit, deadline))
    return Fetched(url, data, media, charset, etag, modified)


def _content_type(said: str) -> tuple[str | None, str | None]:
    message = Message()
    message["content-type"] = said
    return (message.get_content_type() if said else None), message.get_content_charset()


def _seconds(headers: httpx.Headers) -> float | None:
    """Return what Retry-After says, in seconds."""
    said = headers.get("retry-after", "").strip()
    if said.isdecimal():
        return float(said[:9])
    try:
        return max(0.0, parsedate_to_datetime(said).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None


def _body(response: httpx.Response, url: str, limit: int, deadline: float) -> Iterator[bytes]:
    """Yield the unpacked body; raises FetchError when it is too large or takes too long."""
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise FetchError(
            tr(
                "{url}: is packed in a way that was not asked for ({encoding})",
                url=shown(url),
                encoding=clean_line(encoding),
            )
        )
    unpack = zlib.decompressobj(wbits=47) if encoding in ("gzip", "x-gzip", "deflate") else None
    size = 0
    for packed in response.iter_raw(_CHUNK):
        for chunk in _unpacked(packed, unpack, url):
            size += len(chunk)
            if size > limit:
                raise FetchError(
                    tr("{url}: is larger than {limit} MB", url=shown(url), limit=limit // limits.MB)
                )
            yield chunk
        if time.monotonic() > deadline:
            raise FetchError(tr("{url}: took too long", url=shown(url)))
    if unpack is not None and not unpack.eof:
        raise FetchError(tr("{url}: ended early", url=shown(url)))


def _unpacked(packed: bytes, unpack: zlib._Decompress | None, url: str) -> Iterator[bytes]:
    """Yield what ``packed`` unpacks to, in pieces: a bomb is stopped before it is in memory."""
    if unpack is None:
        yield packed
        return
    try:
        while packed and not unpack.eof:
            yield unpack.decompress(packed, _CHUNK)
            packed = unpack.unconsumed_tail
    except zlib.error as error:
        raise FetchError(tr("{url}: is damaged: {why}", url=shown(url), why=error)) from error
