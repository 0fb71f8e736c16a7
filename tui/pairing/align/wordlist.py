"""The FreeDict word lists that Debian installs for dictd, read in place; none is needed."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from tui.text.fold import fold

FOLDERS = (Path("/usr/share/dictd"), Path("/usr/local/share/dictd"))
"""Where dictd dictionaries are kept (packages dict-freedict-fra-eng and dict-freedict-eng-fra)."""

_DIGITS = {
    letter: value
    for value, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
}
_ASIDE = re.compile(r"<[^>]*>|\([^)]*\)|\[[^\]]*\]|\{[^}]*\}|/[^/]*/")
_NUMBERING = re.compile(r"^\s*\d+\.\s*")
_WORDS = re.compile(r"[^\W\d_]{3,}")


def translations(word: str) -> tuple[str, ...]:
    """Return English words, folded, that translate a folded French word; none when no list is installed."""
    return _pairs().get(word, ())


@lru_cache(maxsize=1)
def _pairs() -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for folder in FOLDERS:
        for french, english in _entries(folder / "freedict-fra-eng"):
            found.setdefault(french, set()).add(english)
        for english, french in _entries(folder / "freedict-eng-fra"):
            found.setdefault(french, set()).add(english)
    return {french: tuple(sorted(english)) for french, english in found.items()}


def _entries(base: Path) -> Iterator[tuple[str, str]]:
    """Yield (headword, translation), folded, of one dictionary; nothing when it is not installed."""
    index, data = base.with_suffix(".index"), base.with_suffix(".dict.dz")
    if not (index.exists() and data.exists()):
        return
    body = gzip.decompress(data.read_bytes())
    for line in index.read_text(encoding="utf-8").splitlines():
        word, start, length = line.split("\t")[:3]
        if not word.startswith(("00database", "00-database")):
            at = _number(start)
            entry = body[at : at + _number(length)].decode("utf-8", "replace")
            yield from ((fold(word), translation) for translation in _senses(entry))


def _number(digits: str) -> int:
    value = 0
    for digit in digits:
        value = value * 64 + _DIGITS[digit]
    return value


def _senses(entry: str) -> Iterator[str]:
    """Yield the words of an entry's translations: lines below the headword, less grammar and examples."""
    for raw in entry.splitlines()[1:]:
        line = _NUMBERING.sub("", _ASIDE.sub("", raw)).strip()
        if line and line[0] not in '"-–':
            yield from (fold(word) for word in _WORDS.findall(line))
