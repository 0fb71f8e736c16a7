"""Which addresses may be fetched: the web's, not the reader's own network, never with a password."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

from tui.errors import FetchError, RefusedError
from tui.locale import tr
from tui.text.printable import shown_address as shown


def check(url: str, *, private: bool) -> None:
    """Raise RefusedError unless ``url`` may be fetched, FetchError for a host that is not known.

    ``private`` allows the reader's own network.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise FetchError(tr("{url}: is not an address: {why}", url=shown(url), why=error)) from error
    if parts.scheme not in ("http", "https") or not host:
        raise RefusedError(tr("{url}: only http and https addresses are fetched", url=shown(url)))
    if parts.username is not None or parts.password is not None:
        raise RefusedError(
            tr("{url}: addresses with a user name or a password are not fetched", url=shown(url))
        )
    if not private:
        _check_public(host, port or (443 if parts.scheme == "https" else 80), url)


def _check_public(host: str, port: int, url: str) -> None:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(tr("{url}: the host is not known", url=shown(url))) from error
    if not all(is_public(str(address[4][0])) for address in found):
        raise RefusedError(
            tr("{url}: lies on a private network; fetch it with --private if that is meant", url=shown(url))
        )


def is_public(address: str) -> bool:
    """Tell an IP address of the internet from one of this machine or of its network."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None)
    return ip.is_global and not ip.is_multicast and (mapped is None or is_public(str(mapped)))
