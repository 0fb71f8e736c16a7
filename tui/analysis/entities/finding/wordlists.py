"""The large word lists that taggers look into, each read once."""

from __future__ import annotations

import lzma
from functools import cache
from importlib.resources import files

from tui.model.article import Lang


def _lines(name: str) -> list[str]:
    packed = (files("tui.analysis.entities.data") / name).read_bytes()
    return lzma.decompress(packed).decode("utf-8").split("\n")


@cache
def classes(lang: Lang) -> dict[str, int]:
    """Return the word class of frequent words: words used alike have the same number."""
    language = "fr" if lang is Lang.FR else "en"
    found: dict[str, int] = {}
    for line in _lines(f"classes-{language}.txt.xz"):
        number, _, words = line.partition("\t")
        found.update(dict.fromkeys(words.split(" "), int(number)))
    return found


@cache
def gazetteer() -> dict[str, str]:
    """Return the signs of folded names (g s c v l o p: see tools/build_gazetteer.py)."""
    return dict(line.split("\t") for line in _lines("gazetteer.txt.xz"))
