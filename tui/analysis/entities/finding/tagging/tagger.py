"""Our own tagger: a conditional random field per language, then one sense per name in a text."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from threading import Lock
from typing import TYPE_CHECKING

from tui.analysis.entities.finding.refining.refine import refined
from tui.analysis.entities.finding.tagging.features import Features
from tui.analysis.entities.finding.tokens import Token, sentences
from tui.model.article import Block, Lang, Mention

if TYPE_CHECKING:
    import pycrfsuite

Named = tuple[int, int, str]
"""Start, end and tag (PER LOC ORG MISC) of a name, in characters of the text."""


class Model:
    """The trained weights of one language; several threads may use it."""

    def __init__(self, lang: Lang, weights: bytes) -> None:
        import pycrfsuite  # noqa: PLC0415 - only where articles are added

        self._tagger: pycrfsuite.Tagger = pycrfsuite.Tagger()
        self._weights = weights  # the library reads them in place: they must live as long as it does
        self._tagger.open_inmemory(weights)
        self._features = Features(lang)
        self._lock = Lock()

    def tags(self, words: Sequence[Token]) -> list[str]:
        """Return the BIO tag of each word of a sentence."""
        with self._lock:
            found: list[str] = self._tagger.tag(self._features([word.text for word in words]))
        return found


@cache
def model(lang: Lang) -> Model:
    """Return the model of a language, loaded at the first call."""
    name = "names-fr.crf.gz" if lang is Lang.FR else "names-en.crf.gz"
    packed = (files("tui.analysis.entities.data") / name).read_bytes()
    return Model(lang, gzip.decompress(packed))


def spans(words: Sequence[Token], tags: Sequence[str]) -> Iterator[Named]:
    """Yield the names that BIO tags mark."""
    begun: tuple[int, str] | None = None
    for place, tag in enumerate((*tags, "O")):
        if begun and tag != f"I-{begun[1]}":
            yield words[begun[0]].start, words[place - 1].end, begun[1]
            begun = None
        if tag != "O" and begun is None:
            begun = (place, tag[2:])


class Tagger:
    """The default annotator; its weights are loaded at the first text of a language."""

    name = "tagger"

    def annotate(self, text: str, lang: Lang, blocks: Sequence[Block]) -> tuple[Mention, ...]:
        """Return the names in the blocks of ``text``."""
        trained = model(Lang.FR if lang is Lang.FR else Lang.EN)
        sentenced = list(sentences(text, lang, blocks))
        found = [name for words in sentenced for name in spans(words, trained.tags(words))]
        return refined(found, sentenced, text, lang)
