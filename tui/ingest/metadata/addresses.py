"""Web addresses as pages and feeds write them, broken ones included."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit


def joined(base: str | None, target: str | None) -> str | None:
    """Return ``target`` seen from ``base``; None when either is no address at all."""
    if not target:
        return None
    try:
        return urljoin(base or "", target)
    except ValueError:
        return None


def web_address(base: str | None, target: str | None) -> str | None:
    """Return the http or https address that ``target`` is, seen from ``base``; None when it is none."""
    address = joined(base, target)
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.hostname else None
