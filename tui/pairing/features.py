"""What pairing keeps of an article: a few kilobytes, compared without its text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from zlib import crc32

from tui.model.article import Article, BlockKind, Lang
from tui.pairing.encoder import Encoder
from tui.pairing.terms import Sort, written
from tui.text.fold import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_TERMS = 400
"""Terms kept of each sort: a long report has said what it is about by then."""
MOST_SHINGLES = 1500
"""Shingles kept, the smallest hashes first, so that any two texts keep the same ones."""
SHINGLE_WORDS = 3
TITLE_COMPARED = 40
"""Characters by which a title is known as the text's beginning: it may have been shortened."""
_HEADER = 4
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Features:
    """An article as pairing sees it.

    ``segments`` are the segments' vectors (int8, ``dim`` components a row, directions only), ``document``
    and ``title_vector`` one row each, empty without an encoder, and the title's also where the text's first
    sentence stands for it; ``terms`` are three groups (names, numbers, words) of sorted 32-bit hashes and
    ``shingles`` those of three-word sequences, as bytes; ``day`` is the proleptic ordinal of publication;
    ``size`` counts characters.
    """

    id: str
    lang: Lang
    encoder: str
    dim: int
    size: int
    day: int | None
    url: str | None
    alternates: tuple[str, ...]
    title: str
    segments: bytes
    document: bytes
    title_vector: bytes
    terms: tuple[bytes, bytes, bytes]
    shingles: bytes

    def to_bytes(self) -> bytes:
        """Return everything as one string of bytes."""
        blobs = (self.segments, self.document, self.title_vector, *self.terms, self.shingles)
        plain = {name: value for name, value in asdict(self).items() if name not in _BLOBS}
        header = json.dumps({**plain, "blobs": [len(blob) for blob in blobs]}).encode()
        return b"".join([len(header).to_bytes(_HEADER, "little"), header, *blobs])

    @classmethod
    def from_bytes(cls, data: bytes) -> Features:
        """Return what ``to_bytes`` wrote; raises ValueError on anything else."""
        end = _HEADER + int.from_bytes(data[:_HEADER], "little")
        plain = json.loads(data[_HEADER:end])
        blobs = []
        for length in plain.pop("blobs"):
            blobs.append(data[end : end + length])
            end += length
        plain.update(lang=Lang(plain["lang"]), alternates=tuple(plain["alternates"]))
        return cls(
            **plain,
            segments=blobs[0],
            document=blobs[1],
            title_vector=blobs[2],
            terms=(blobs[3], blobs[4], blobs[-2]),  # version 0.1 had an empty group before the words
            shingles=blobs[-1],
        )

    def vectors(self) -> NDArray[np.float32]:
        """Return the segments' vectors as unit rows."""
        return expand(self.segments, self.dim)

    def document_row(self) -> NDArray[np.float32]:
        """Return the whole text's direction as one unit row."""
        return expand(self.document, self.dim)


_BLOBS = frozenset({"segments", "document", "title_vector", "terms", "shingles"})


def features(article: Article, encoder: Encoder | None) -> Features:
    """Return what pairing needs of ``article``; without an encoder, terms alone."""
    segments = document = title = b""
    if encoder is not None and article.segments:
        texts = [article.segment_text(index) for index in range(len(article.segments))]
        vectors = encoder.encode([*texts, article.title])
        segments, title = compact(vectors[:-1]), b"" if _opens(article) else compact(vectors[-1:])
        document = compact(_mean(vectors[:-1], texts))
    return Features(
        id=article.id or article.key,
        lang=article.lang,
        encoder=encoder.name if encoder else "",
        dim=encoder.dim if encoder else 0,
        size=len(article.text),
        day=_day(article.published),
        url=article.url,
        alternates=article.alternates,
        title=article.title,
        segments=segments,
        document=document,
        title_vector=title,
        terms=_terms(article),
        shingles=_shingles(article.text),
    )


def compact(vectors: NDArray[np.float32]) -> bytes:
    """Return rows as int8: a row's largest component becomes 127 (directions have no scale)."""
    import numpy as np  # noqa: PLC0415 - the reading process imports this module's names, never numpy

    largest = np.abs(vectors).max(axis=1, keepdims=True) if len(vectors) else np.ones((0, 1))
    scaled = np.rint(vectors * (127.0 / np.maximum(largest, 1e-9)))
    return scaled.astype(np.int8).tobytes()


def expand(data: bytes, dim: int) -> NDArray[np.float32]:
    """Return what ``compact`` wrote as unit rows."""
    import numpy as np  # noqa: PLC0415 - see compact

    if not dim:
        return np.zeros((0, 0), dtype=np.float32)
    rows = np.frombuffer(data, dtype=np.int8).reshape(-1, dim).astype(np.float32)
    unit: NDArray[np.float32] = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return unit


def hashes(data: bytes) -> NDArray[np.uint32]:
    """Return a group of terms or the shingles as sorted 32-bit hashes."""
    import numpy as np  # noqa: PLC0415 - see compact

    return np.frombuffer(data, dtype=np.uint32)


def _mean(vectors: NDArray[np.float32], texts: list[str]) -> NDArray[np.float32]:
    """Return the text's direction: its segments', the longer ones counting more, as one row."""
    import numpy as np  # noqa: PLC0415 - see compact

    weights = np.sqrt([len(text) + 1.0 for text in texts])
    mean: NDArray[np.float32] = (vectors * weights[:, None]).sum(axis=0, keepdims=True).astype(np.float32)
    return mean


def _day(published: date | datetime | None) -> int | None:
    return published.toordinal() if published else None


def _opens(article: Article) -> bool:
    """Tell whether the text's first words stand for a title: "X is pleased to announce" is like any other."""
    heading = bool(article.blocks) and article.blocks[0].kind is BlockKind.HEADING
    return not heading and article.text.startswith(article.title.rstrip("….")[:TITLE_COMPARED])


def _terms(article: Article) -> tuple[bytes, bytes, bytes]:
    groups: tuple[dict[int, None], ...] = ({}, {}, {})
    for term in written(article):
        groups[term.sort].setdefault(hashed(term.key))
    names, numbers, words = (_packed(list(group)[:MOST_TERMS]) for group in groups)
    return names, numbers, words


def hashed(key: str) -> int:
    """Return the 32-bit hash under which a term is kept."""
    return crc32(key.encode())


def _shingles(text: str) -> bytes:
    words = _WORDS.findall(fold(text))
    runs = zip(*(words[start:] for start in range(SHINGLE_WORDS)), strict=False)
    return _packed(sorted({hashed(" ".join(run)) for run in runs})[:MOST_SHINGLES])


def _packed(values: Iterable[int]) -> bytes:
    return b"".join(value.to_bytes(4, "little") for value in sorted(values))


__all__ = ["Features", "Sort", "compact", "expand", "features", "hashed", "hashes"]
