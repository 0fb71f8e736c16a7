"""The articles of one language in compact arrays, and which of them could be an article's counterpart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy import float32
from numpy.typing import NDArray

from tui.pairing.features import Features, hashes
from tui.pairing.match.clues import Background
from tui.pairing.terms import Sort

KEYS_KEPT = 48
"""Names and numbers that find an article: enough that two on one event share several."""
BY_VECTOR, BY_KEYS = 12, 8
"""Candidates taken by direction and by shared rare terms."""
FREQUENT = 300
"""A term in more articles than this finds nothing in particular."""
WINDOW_DAYS = 60
"""Articles on one event appear within weeks of each other."""
SCANNED_WHOLE = 20_000
"""Up to so many articles, dates restrict nothing: looking at all directions takes 10 ms."""
ROWS_AT_ONCE = 8_192
"""Vectors widened to floats at a time: 16 MB."""
UNDATED = -1
PENDING = 50_000
"""Recent keys kept apart from the sorted rest; sorting so many again takes milliseconds."""

_ROW = np.uint64(0xFFFFFFFF)
"""The part of a key that is its article's row; the rest is the term."""

Arrays = dict[str, NDArray[np.generic]]


class Shelf:
    """Ids, days, int8 directions and keys of one language's articles; rows never move, only die."""

    def __init__(self, dim: int) -> None:
        self.ids: list[str] = []
        self._row: dict[str, int] = {}
        self._days = np.zeros(0, dtype=np.int32)
        self._scales = np.zeros(0, dtype=float32)
        self._vectors = np.zeros((0, dim), dtype=np.int8)
        self._keys = np.zeros(0, dtype=np.uint64)
        self._recent = np.zeros(0, dtype=np.uint64)
        self._fresh: list[NDArray[np.uint64]] = []

    def __len__(self) -> int:
        return len(self._row)

    def __contains__(self, identity: object) -> bool:
        return identity in self._row

    def add(self, features: Features) -> None:
        """Put an article on the shelf, in place of an earlier version."""
        self.discard(features.id)
        row = len(self.ids)
        self._reserve(row + 1)
        self.ids.append(features.id)
        self._row[features.id] = row
        self._days[row] = UNDATED if features.day is None else features.day
        if features.document and features.dim == self._vectors.shape[1]:
            self._vectors[row] = np.frombuffer(features.document, dtype=np.int8)
            self._scales[row] = 1.0 / max(1e-9, float(np.linalg.norm(self._vectors[row].astype(float32))))
        self._fresh.append((keys(features).astype(np.uint64) << np.uint64(32)) | np.uint64(row))

    def discard(self, identity: str) -> None:
        """Take an article off the shelf, if it is there."""
        row = self._row.pop(identity, None)
        if row is not None:
            self.ids[row] = ""
            self._scales[row] = 0.0

    def day(self, identity: str) -> int | None:
        """Return an article's day as an ordinal, if it is here and dated."""
        row = self._row.get(identity)
        return None if row is None or self._days[row] == UNDATED else int(self._days[row])

    def candidates(self, features: Features, background: Background) -> list[str]:
        """Return the ids of the articles most worth comparing with one of the other language."""
        rows = [*self._by_vector(features, background), *self._by_keys(features, background)]
        return [self.ids[row] for row in dict.fromkeys(rows) if self.ids[row]]

    def _reserve(self, rows: int) -> None:
        if rows > len(self._days):
            more = max(64, rows // 2)
            self._days = np.concatenate([self._days, np.zeros(more, dtype=np.int32)])
            self._scales = np.concatenate([self._scales, np.zeros(more, dtype=float32)])
            wide = np.zeros((more, self._vectors.shape[1]), dtype=np.int8)
            self._vectors = np.concatenate([self._vectors, wide])

    def _settle(self) -> None:
        """Sort what was added since the last search in, into the few recent keys until they are many."""
        if self._fresh:
            self._recent = np.sort(np.concatenate([self._recent, *self._fresh]))
            self._fresh = []
        if len(self._recent) > PENDING:
            self._keys = np.sort(np.concatenate([self._keys, self._recent]))
            self._recent = np.zeros(0, dtype=np.uint64)

    def _by_vector(self, features: Features, background: Background) -> list[int]:
        if not features.document or features.dim != self._vectors.shape[1]:
            return []
        rows = self._window(features.day)
        likeness = self._likeness(rows, features, background)
        best = np.argsort(-likeness, kind="stable")[:BY_VECTOR]
        return [int(row) for row in rows[best]]

    def _window(self, day: int | None) -> NDArray[np.int64]:
        """Return the rows that the date leaves possible."""
        here = self._scales[: len(self.ids)] > 0
        if day is not None and len(self) > SCANNED_WHOLE:
            days = self._days[: len(self.ids)]
            here &= (days == UNDATED) | (np.abs(days - day) <= WINDOW_DAYS)
        return np.flatnonzero(here)

    def _likeness(
        self, rows: NDArray[np.int64], features: Features, background: Background
    ) -> NDArray[float32]:
        """Return the cosine of centred directions, for many rows at once."""
        mean = background.centre()
        query = background.centred(features.document_row())[0]
        both = np.stack([query, mean], axis=1)
        products = np.empty((len(rows), 2), dtype=float32)
        for low in range(0, len(rows), ROWS_AT_ONCE):
            some = rows[low : low + ROWS_AT_ONCE]
            products[low : low + ROWS_AT_ONCE] = (self._vectors[some].astype(float32) @ both) * self._scales[
                some, None
            ]
        away = np.sqrt(np.maximum(1.0 - 2.0 * products[:, 1] + mean @ mean, 1e-9))
        likeness: NDArray[float32] = (products[:, 0] - query @ mean) / away
        return likeness

    def _by_keys(self, features: Features, background: Background) -> list[int]:
        self._settle()
        weights: dict[int, float] = {}
        wanted = keys(features)
        for rarity, rows in zip(background.rarity(wanted).tolist(), self._holders(wanted), strict=True):
            for row in rows:
                weights[row] = weights.get(row, 0.0) + rarity
        alive = (row for row in weights if self.ids[row])
        return sorted(alive, key=lambda row: -weights[row])[:BY_KEYS]

    def _holders(self, wanted: NDArray[np.uint32]) -> Iterator[list[int]]:
        """Yield the rows that state each term, none when they are too many to tell anything."""
        low = wanted.astype(np.uint64) << np.uint64(32)
        ends = np.stack([low, low + np.uint64(1 << 32)])
        parts = [(held, np.searchsorted(held, ends)) for held in (self._keys, self._recent)]
        for place in range(len(wanted)):
            found = [held[at[0, place] : at[1, place]] for held, at in parts]
            few = sum(map(len, found)) <= FREQUENT
            yield [row for part in found for row in (part & _ROW).tolist()] if few else []

    def arrays(self) -> Arrays:
        """Return everything as arrays, to be kept."""
        every = np.sort(np.concatenate([self._keys, self._recent, *self._fresh]))
        end = len(self.ids)
        return {
            "ids": np.frombuffer("\n".join(self.ids).encode(), dtype=np.uint8),
            "days": self._days[:end],
            "scales": self._scales[:end],
            "vectors": self._vectors[:end],
            "keys": every,
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]], dim: int) -> Shelf:
        """Return what ``arrays`` gave."""
        shelf = cls(dim)
        text = arrays["ids"].tobytes().decode()
        shelf.ids = text.split("\n") if len(arrays["days"]) else []
        shelf._row = {identity: row for row, identity in enumerate(shelf.ids) if identity}
        shelf._days = np.array(arrays["days"], dtype=np.int32)
        shelf._scales = np.array(arrays["scales"], dtype=float32)
        shelf._vectors = np.asarray(arrays["vectors"], dtype=np.int8)
        shelf._keys = np.asarray(arrays["keys"], dtype=np.uint64)
        return shelf


def keys(features: Features) -> NDArray[np.uint32]:
    """Return the terms by which an article is found: names, then numbers."""
    found = np.concatenate([hashes(features.terms[Sort.NAME]), hashes(features.terms[Sort.NUMBER])])
    return found[:KEYS_KEPT]
