"""What a text can share with a text in the other language: names, numbers, dates, rare words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import chain

from tui.model.article import Article, Kind
from tui.text.fold import fold


class Sort(IntEnum):
    """The sorts of clue that a term is; features keep the first three."""

    NAME = 0
    NUMBER = 1
    WORD = 2
    DATE = 3


@dataclass(frozen=True, slots=True)
class Term:
    """Something both texts could state: ``key`` as in both languages, ``surface`` as written here."""

    sort: Sort
    key: str
    surface: str


STEM = 6
"""Letters kept of a word as its stem: endings differ, in and across the two languages."""
SHORTEST_WORD = 5
"""Shorter words are mostly function words, and alike in both languages by accident."""
SHORTEST_NUMBER = 2
"""One-digit numbers are in every text."""

_WORD = re.compile(r"[^\W\d_][^\W_]*(?:-[^\W_]+)*")
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?")

_GROUPING = re.compile(r"[\s\u00a0\u202f]")


def terms(article: Article) -> Iterator[Term]:
    """Yield the terms of an article, repeated as often as it states them."""
    yield from _stated(article)
    yield from written(article)


def written(article: Article) -> Iterator[Term]:
    """Yield the terms that are written alike in both languages: what scoring was fitted on.

    Linked entities are left to the evidence: the United States are in every article, and as an entity they
    counted twice (F1 .78 instead of .83 on halves of articles).
    """
    for match in _NUMBER.finditer(article.text):
        if len(match[0]) >= SHORTEST_NUMBER:
            yield Term(Sort.NUMBER, "#" + canonical_number(match[0]), match[0])
    yield from words(article.text)


def words(text: str) -> Iterator[Term]:
    """Return the names and long words of a text."""
    return chain.from_iterable(map(_word, _WORD.findall(text)))


def _stated(article: Article) -> Iterator[Term]:
    """Yield what analysis found: linked entities and dates."""
    for mention in article.mentions:
        surface = mention.span.of(article.text)
        if mention.kind is Kind.DATE:
            yield Term(Sort.DATE, mention.entity, surface)
        elif not mention.kind.is_value:
            yield Term(Sort.NAME, mention.entity, surface)


@lru_cache(maxsize=20_000)  # most of what a newspaper writes in a week
def _word(surface: str) -> tuple[Term, ...]:
    """Return a word as a name when it is written with a capital or a digit, and as a stem when it is long."""
    word = fold(surface)
    name = (Term(Sort.NAME, word, surface),) if not surface.islower() and len(word) > 2 else ()
    stem = (Term(Sort.WORD, "~" + word[:STEM], surface),) if len(word) >= SHORTEST_WORD else ()
    return name + stem


def canonical_number(token: str) -> str:
    """Return the digits of a number as both languages can be compared: ``12,5`` and ``12.5`` are one."""
    number = _GROUPING.sub("", token).replace(",", ".")
    grouped = number.count(".") > 1 or re.search(r"\.\d{3}$", number)
    return number.replace(".", "") if grouped else number
