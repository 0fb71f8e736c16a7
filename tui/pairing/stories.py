"""Stories: the articles of both languages, from any source, that tell of one event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tui.model.article import Lang
from tui.model.pair import Story
from tui.pairing.features import Features


class Relation(StrEnum):
    """How two articles of one story belong together."""

    PAIR = "pair"
    DUPLICATE = "duplicate"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Tie:
    """Two articles (ids) of one story; ``score`` says how sure, 0 to 1."""

    one: str
    two: str
    relation: Relation
    score: float


def group(members: Mapping[str, Features], ties: Iterable[Tie]) -> tuple[Story, ...]:
    """Return one story per set of articles that ties connect; articles without a tie are in none.

    Only ties between ``members`` count. Stories have no id yet; their title is the longest text's.
    """
    inside = (tie for tie in ties if tie.one in members and tie.two in members)
    return tuple(_story([members[identity] for identity in connected]) for connected in _connected(inside))


def _connected(ties: Iterable[Tie]) -> Iterator[list[str]]:
    """Yield the ids of each connected set, sorted."""
    home: dict[str, set[str]] = {}
    for tie in ties:
        joined = home.get(tie.one, {tie.one}) | home.get(tie.two, {tie.two})
        home.update(dict.fromkeys(joined, joined))
    seen: set[int] = set()
    for connected in home.values():
        if id(connected) not in seen:
            seen.add(id(connected))
            yield sorted(connected)


def _story(articles: list[Features]) -> Story:
    days = [article.day for article in articles if article.day is not None]
    return Story(
        id="",
        title=max(articles, key=lambda article: article.size).title,
        fr=tuple(article.id for article in articles if article.lang is Lang.FR),
        en=tuple(article.id for article in articles if article.lang is Lang.EN),
        first=date.fromordinal(min(days)) if days else None,
        last=date.fromordinal(max(days)) if days else None,
    )
