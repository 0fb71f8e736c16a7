"""One spelling for what readers take as the same word: case, accents, ligatures and apostrophes apart."""

from __future__ import annotations

import unicodedata

_SPECIAL = {
    "œ": "oe",
    "æ": "ae",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ß": "ss",
    "ı": "i",
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "′": "'",
    "＇": "'",
    "‐": "-",
    "‑": "-",
    "\u00ad": "",
    "\u200b": "",
    "\u200c": "",
    "\u200d": "",
    "\ufeff": "",
}
"""What Unicode does not decompose but readers take as the same: letters, apostrophes, hyphens, nothings."""


def _once(text: str) -> str:
    parts = (_SPECIAL.get(char, char) for char in text.casefold())
    decomposed = unicodedata.normalize("NFKD", "".join(parts))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _fold_char(char: str) -> str:
    folded = _once(char)
    return folded if folded == char else _fold_chars(folded)


def _fold_chars(text: str) -> str:
    return "".join(_fold_char(char) for char in text)


class _Table(dict[int, str]):
    """Folded characters by code point, filled as they are met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_char(chr(code))
        return folded


_TABLE = _Table()


def fold(text: str) -> str:
    """Return ``text`` without case, accents and ligatures, apostrophes and hyphens made plain."""
    return text.lower() if text.isascii() else text.translate(_TABLE)


def fold_with_offsets(text: str) -> tuple[str, tuple[int, ...]]:
    """Return ``fold(text)`` and the index in ``text`` of each of its characters, and of its end."""
    if text.isascii():
        return text.lower(), tuple(range(len(text) + 1))
    offsets: list[int] = []
    for index, char in enumerate(text):
        offsets.extend([index] * len(_TABLE[ord(char)]))
    return text.translate(_TABLE), (*offsets, len(text))
