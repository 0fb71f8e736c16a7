"""All that pairing remembers of a library, so that one more article costs few comparisons."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tui.model.article import Lang
from tui.pairing.features import Features
from tui.pairing.match.assign import Edge
from tui.pairing.match.clues import Background, clues, comparable, contained, distance, rendering
from tui.pairing.match.deciding import Weighing, decide
from tui.pairing.match.graph import Arrays, Graph, reach
from tui.pairing.match.model import (
    COPY,
    EVENT,
    LEAST,
    UNKNOWN,
    Candidate,
    event_score,
    faithful,
    raw_score,
)
from tui.pairing.match.shelf import Shelf
from tui.pairing.stories import Relation, Tie

Load = Callable[[str], Features]
"""Gives the features of an article by id."""

GROWTH = 1.5
"""Scores are taken anew once the library is larger by this: what is common in it has changed."""
SETTLED = 3_000
"""From so many articles on, what is common hardly changes with more of them."""


@dataclass(frozen=True, slots=True)
class Match:
    """A French and an English article (ids) that belong together, and how sure that is, 0 to 1."""

    fr: str
    en: str
    score: float


@dataclass(frozen=True, slots=True)
class Change:
    """What a change to the library did to what belongs together.

    Pairs ``made`` are new, pairs ``rescored`` stand with another score, pairs ``gone`` hold no longer.
    ``touched`` are the ids whose stories are to be made anew, of ``ties`` alone.
    """

    made: tuple[Match, ...]
    rescored: tuple[Match, ...]
    gone: tuple[Edge, ...]
    touched: frozenset[str]
    ties: tuple[Tie, ...]


class Matcher:
    """Shelves, background, candidates, pairs and ties: derived from features, disposable, kept as bytes."""

    def __init__(self, dim: int = 0) -> None:
        self._dim = dim
        self._background = Background.of(dim)
        self._shelves = {Lang.FR: Shelf(dim), Lang.EN: Shelf(dim)}
        self._candidates = Graph(len(Candidate._fields))
        self._alike = Graph()
        self._pairs = Graph()
        self._scored_at = 0

    def __len__(self) -> int:
        return sum(map(len, self._shelves.values()))

    @property
    def dim(self) -> int:
        """How many components a vector has; 0 without an encoder."""
        return self._dim

    def __contains__(self, identity: object) -> bool:
        return any(identity in shelf for shelf in self._shelves.values())

    def add(
        self,
        new: Sequence[Features],
        load: Load,
        *,
        kept: Collection[Edge] = (),
        forbidden: Collection[Edge] = (),
    ) -> Change:
        """Take in articles, compare each with its candidates, and decide again what they touch.

        A changed article is taken out (``remove``) first. ``kept`` pairs stand whatever the scores,
        ``forbidden`` ones never.
        """
        own = {features.id: features for features in new}
        for features in new:
            self.place(features)
        done: set[Edge] = set()
        for features in new:
            self._compare(features, lambda identity: own.get(identity) or load(identity), done)
        return self.decide(own, kept=kept, forbidden=forbidden)

    @property
    def outgrown(self) -> bool:
        """Tell whether scores were taken in a library that was much smaller."""
        return self._scored_at < min(len(self) / GROWTH, SETTLED)

    def score_again(
        self, load: Load, *, kept: Collection[Edge] = (), forbidden: Collection[Edge] = ()
    ) -> Change:
        """Compare all articles anew, against the library as it is now, and decide again."""
        for _ in self.compare_again(load):
            pass
        return self.decide_again(kept=kept, forbidden=forbidden)

    def compare_again(self, load: Load) -> Iterator[int]:
        """Compare all articles anew, yielding how many are done; ``decide_again`` is to follow."""
        self._candidates, self._alike = Graph(len(Candidate._fields)), Graph()
        done: set[Edge] = set()
        for number, identity in enumerate(self._every(), 1):
            self._compare(load(identity), load, done)
            yield number
        self._scored_at = len(self)

    def decide_again(self, *, kept: Collection[Edge] = (), forbidden: Collection[Edge] = ()) -> Change:
        """Decide about all articles again."""
        return self.decide(self._every(), kept=kept, forbidden=forbidden)

    def _every(self) -> list[str]:
        return [identity for shelf in self._shelves.values() for identity in shelf.ids if identity]

    def place(self, features: Features) -> None:
        """Let an article be found, without comparing it with others; it may have been here before."""
        if features.id in self:
            self.remove(features)
        self._shelves[features.lang].add(features)
        self._background.learn(features)

    def remove(self, features: Features) -> set[str]:
        """Forget an article; return the ids to ``decide`` again without it."""
        self._shelves[features.lang].discard(features.id)
        self._background.learn(features, by=-1)
        graphs = (self._candidates, self._alike, self._pairs)
        return {end for graph in graphs for edge in graph.forget(features.id) for end in edge} - {features.id}

    def decide(
        self, touched: Iterable[str], *, kept: Collection[Edge] = (), forbidden: Collection[Edge] = ()
    ) -> Change:
        """Pair again within what ``touched`` ids connect to, so that the whole stays the best assignment."""
        weighing = Weighing(self._candidates, self._room, self._apart)
        near = {end for identity in touched for end in (identity, *self._near(identity))}
        near |= {end for edge in self._pairs.within(near) for end in edge}
        component = reach(near, weighing.rivals)
        before = {edge: score for edge, (score,) in self._pairs.within(component).items()}
        component |= {end for edge in before for end in edge}
        standing = [edge for edge in kept if component & set(edge)]
        after = decide(weighing, component, kept=standing, forbidden=forbidden)
        self._replace(before, after)
        made = tuple(Match(*edge, score) for edge, score in after.items() if edge not in before)
        rescored = tuple(
            Match(*edge, score) for edge, score in after.items() if before.get(edge, score) != score
        )
        gone = tuple(edge for edge in before if edge not in after)
        family = reach(component, self._family)
        return Change(made, rescored, gone, frozenset(family), tuple(self._ties(family)))

    def pairs(self) -> tuple[Match, ...]:
        """Return all pairs."""
        return tuple(Match(*edge, score) for edge, (score,) in self._pairs.every())

    def ties(self) -> tuple[Tie, ...]:
        """Return all that ties articles into stories."""
        every = {end for graph in (self._pairs, self._alike) for edge, _ in graph.every() for end in edge}
        return tuple(self._ties(every))

    def _compare(self, features: Features, load: Load, done: set[Edge]) -> None:
        """Compare an article with its candidates, but for the pairs that are ``done``."""
        facing, own = self._shelves[features.lang.other], self._shelves[features.lang]
        for identity in facing.candidates(features, self._background):
            edge = (features.id, identity) if features.lang is Lang.FR else (identity, features.id)
            if edge not in done:
                self._compare_facing(features, load(identity))
            done.add(edge)
        for identity in own.candidates(features, self._background):
            edge = (min(features.id, identity), max(features.id, identity))
            if identity != features.id and edge not in done:
                self._compare_alike(features, load(identity))
            done.add(edge)

    def _compare_facing(self, one: Features, two: Features) -> None:
        fr, en = (one, two) if one.lang is Lang.FR else (two, one)
        measured = clues(fr, en, self._background)
        score = raw_score(measured)
        if score >= LEAST:
            known = comparable(fr, en)
            fidelity = faithful(rendering(fr, en, measured)) if known else UNKNOWN
            self._candidates.note((fr.id, en.id), score, fidelity, measured.passages if known else 0.0)

    def _compare_alike(self, one: Features, two: Features) -> None:
        """Keep a tie between two articles of one language: 1 or more for a copy."""
        edge = (min(one.id, two.id), max(one.id, two.id))
        if contained(one, two) >= COPY:
            self._alike.note(edge, 1.0)
        else:
            score = event_score(clues(one, two, self._background), distance(one.day, two.day))
            if score >= EVENT:
                self._alike.note(edge, score)

    def _apart(self, edge: Edge) -> float:
        """Return how far apart the dates of two articles are."""
        return distance(self._shelves[Lang.FR].day(edge[0]), self._shelves[Lang.EN].day(edge[1]))

    def _room(self, identity: str) -> int:
        """Return how many articles of the other language there are."""
        return len(self._shelves[Lang.EN if identity in self._shelves[Lang.FR] else Lang.FR])

    def _replace(self, before: Iterable[Edge], after: dict[Edge, float]) -> None:
        for fr, _ in before:
            self._pairs.forget(fr)
        for edge, score in after.items():
            self._pairs.note(edge, score)

    def _near(self, identity: str) -> set[str]:
        """Return the ids whose surroundings an article is part of."""
        return {end for edge in self._candidates.edges(identity) for end in edge}

    def _family(self, identity: str) -> set[str]:
        """Return the ids an article shares a story with."""
        return {end for graph in (self._pairs, self._alike) for edge in graph.edges(identity) for end in edge}

    def _ties(self, among: set[str]) -> Iterable[Tie]:
        for edge, (score,) in self._pairs.within(among).items():
            yield Tie(*edge, Relation.PAIR, score)
        for edge, (score,) in self._alike.within(among).items():
            yield Tie(*edge, Relation.DUPLICATE if score >= 1.0 else Relation.EVENT, score)

    def to_bytes(self) -> bytes:
        """Return everything as one string of bytes (arrays of numbers and JSON; nothing is pickled)."""
        plain = {"dim": self._dim, "articles": self._background.articles, "scored_at": self._scored_at}
        parts: dict[str, Shelf | Graph] = {
            **{lang.value: shelf for lang, shelf in self._shelves.items()},
            "candidates": self._candidates,
            "alike": self._alike,
            "pairs": self._pairs,
        }
        arrays = {
            f"{part}.{name}": rows for part, kept in parts.items() for name, rows in kept.arrays().items()
        }
        out = io.BytesIO()
        text = np.frombuffer(json.dumps(plain).encode(), dtype=np.uint8)
        background = {"mean": self._background.mean, "counts": self._background.counts}
        np.savez(out, allow_pickle=False, plain=text, **background, **arrays)
        return out.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> Matcher:
        """Return what ``to_bytes`` wrote; raises ValueError or KeyError on anything else."""
        with np.load(io.BytesIO(data), allow_pickle=False) as file:
            arrays = dict(file.items())
        plain = json.loads(arrays["plain"].tobytes())
        matcher = cls(plain["dim"])
        matcher._scored_at = plain["scored_at"]
        matcher._background = Background(plain["articles"], arrays["mean"], arrays["counts"])
        for lang in matcher._shelves:
            matcher._shelves[lang] = Shelf.from_arrays(_part(arrays, lang), matcher._dim)
        matcher._candidates = Graph.from_arrays(_part(arrays, "candidates"), len(Candidate._fields))
        matcher._alike, matcher._pairs = (
            Graph.from_arrays(_part(arrays, name)) for name in ("alike", "pairs")
        )
        return matcher


def _part(arrays: Mapping[str, NDArray[np.generic]], part: str) -> Arrays:
    """Return the arrays of one part under their own names."""
    return {
        name.removeprefix(f"{part}."): array for name, array in arrays.items() if name.startswith(f"{part}.")
    }


def match(
    fr: Sequence[Features],
    en: Sequence[Features],
    *,
    kept: Collection[Edge] = (),
    forbidden: Collection[Edge] = (),
) -> tuple[Match, ...]:
    """Pair two lists of articles at once."""
    every = {features.id: features for features in (*fr, *en)}
    matcher = Matcher(max((features.dim for features in every.values()), default=0))
    matcher.add(list(every.values()), every.__getitem__, kept=kept, forbidden=forbidden)
    return matcher.pairs()
