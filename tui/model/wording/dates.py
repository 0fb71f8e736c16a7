"""Days as the reader writes them."""

from __future__ import annotations

from datetime import date

from tui.model.article import Published

_MONTHS = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "fr": ("janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc"),
}
_LONG = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December"),
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
           "octobre", "novembre", "décembre"),
}  # fmt: skip

SHORT_CELLS = 12
"""The widest short date: ``22 sept 2025``."""


def short(published: Published | None, language: str) -> str:
    """Return ``07 Oct 2025`` or ``07 oct 2025``; "" when the day is not known."""
    if published is None:
        return ""
    return f"{published.day:02d} {_MONTHS[language][published.month - 1]} {published.year}"


def long(published: Published | None, language: str) -> str:
    """Return ``7 October 2025`` or ``7 octobre 2025``, ``1er`` included; "" when not known."""
    if published is None:
        return ""
    day = "1er" if language == "fr" and published.day == 1 else str(published.day)
    return f"{day} {_LONG[language][published.month - 1]} {published.year}"


def value(text: str, language: str) -> str:
    """Return an ISO 8601 date of any precision as words (``2025-02`` is ``February 2025``)."""
    parts = text.replace("--", "0-").split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return text
    numbers = [int(part) for part in parts] + [0, 0]
    year, month, day = numbers[:3]
    if not month or month > len(_LONG["en"]):
        return str(year)
    if year and day:
        return long(date(year, month, day), language)
    named = _LONG[language][month - 1]
    return " ".join(str(part) for part in (day or "", named, year or "") if part)
