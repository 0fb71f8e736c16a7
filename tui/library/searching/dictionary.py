"""Dictionaries in dictd's format, where the reader's system has them (FreeDict's, in Debian's packages)."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from tui.text.chain import terms

FOLDER = Path("/usr/share/dictd")
_NAMES = {"en": "freedict-eng-fra", "fr": "freedict-fra-eng"}
"""The dictionary out of each language."""

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}
_ASIDE = re.compile(r"<[^>]*>|\([^)]*\)|\[[^\]]*\]|\{[^}]*\}|/[^/]*/")
_NUMBERED = re.compile(r"^\s*\d+\.\s*")
_MOST_WORDS = 2
"""Words of a translation that is looked for; longer ones explain."""

Entries = dict[str, list[tuple[int, int]]]


class Dictionary:
    """One direction: headwords of ``lang``, looked up by the term that all their forms share."""

    def __init__(self, folder: Path, lang: str) -> None:
        """Read the dictionary out of ``lang``; raises OSError when it is not installed."""
        name = _NAMES[lang]
        self._lang = lang
        self._entries = _entries((folder / f"{name}.index").read_text(encoding="utf-8"), lang)
        self._text = gzip.decompress((folder / f"{name}.dict.dz").read_bytes())

    def translations(self, word: str) -> tuple[str, ...]:
        """Return what ``word``, in any of its forms, is in the other language."""
        found: list[str] = []
        for term in terms(word, self._lang)[:1]:
            for start, size in self._entries.get(term, ()):
                entry = self._text[start : start + size].decode("utf-8", "replace")
                found.extend(_translations(entry))
        return tuple(dict.fromkeys(found))


def _entries(index: str, lang: str) -> Entries:
    entries: Entries = {}
    for line in index.splitlines():
        headword, start, size = [*line.split("\t"), "", ""][:3]
        found = terms(headword, lang)
        if len(found) == 1 and not headword.startswith("00"):
            entries.setdefault(found[0], []).append((_number(start), _number(size)))
    return entries


def _number(digits: str) -> int:
    """Return a number in dictd's base 64."""
    number = 0
    for digit in digits:
        number = number * 64 + _VALUES.get(digit, 0)
    return number


def _translations(entry: str) -> Iterator[str]:
    """Yield the translations in an entry: its lines after the headword, examples left out."""
    for line in entry.split("\n")[1:]:
        plain = _NUMBERED.sub("", _ASIDE.sub("", line)).strip()
        if plain and plain[0] not in '-–"':
            parts = (part.strip() for part in re.split(r"[,;]", plain))
            yield from (part for part in parts if part and len(part.split()) <= _MOST_WORDS)


@lru_cache(maxsize=4)
def dictionary(lang: str, folder: Path = FOLDER) -> Dictionary | None:
    """Return the dictionary out of ``lang``, or None when the system has none that can be read."""
    try:
        return Dictionary(folder, lang)
    except (OSError, EOFError, UnicodeDecodeError, zlib.error):
        return None
