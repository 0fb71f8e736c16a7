"""Our own tagger: a conditional random field per language, then one sense per name in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from threading import Lock

from tui.analysis.entities.finding.refining.refine import refined
from tui.analysis.entities.finding.tagging.decoding import Decoder
from tui.analysis.entities.finding.tagging.features import Features
from tui.analysis.entities.finding.tagging.weights import Weights, load, weights_file
from tui.analysis.entities.finding.tokens import Token, sentences
from tui.model.article import Block, Lang, Mention

Named = tuple[int, int, str]
"""Start, end and tag (PER LOC ORG MISC) of a name, in characters of the text."""


class Model:
    """The trained weights of one language; several threads may use it."""

    def __init__(self, lang: Lang, weights: Weights) -> None:
        self._decoder = Decoder(weights, Features(lang))
        self._lock = Lock()

    def tags(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """Return the BIO tag of each word of each sentence."""
        with self._lock:
            return list(self._decoder.tags(sentences))


@cache
def model(lang: Lang) -> Model:
    """Return the model of a language, loaded at the first call; raises ConfigError without good weights."""
    return Model(lang, load(weights_file(lang)))


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
        """Return the names in the blocks of ``text``; raises ConfigError without good weights."""
        trained = model(Lang.FR if lang is Lang.FR else Lang.EN)
        sentenced = list(sentences(text, lang, blocks))
        tagged = trained.tags([[word.text for word in words] for words in sentenced])
        found = [name for words, tags in zip(sentenced, tagged, strict=True) for name in spans(words, tags)]
        return refined(found, sentenced, text, lang)
