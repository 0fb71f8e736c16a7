"""The seam between a text and whatever finds names in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Protocol

from tui.errors import ConfigError
from tui.locale import tr
from tui.model.article import Block, Lang, Mention


class Annotator(Protocol):
    """Finds the names in a text; mentions come in reading order, without overlap, with no entity yet."""

    @property
    def name(self) -> str:
        """What an article says of who found its names."""
        ...

    def annotate(self, text: str, lang: Lang, blocks: Sequence[Block]) -> tuple[Mention, ...]:
        """Return the names in the blocks of ``text``."""
        ...


NAMES = ("tagger", "rules", "spacy")
"""What an annotator can be asked for by."""


@cache
def default_annotator(lang: Lang) -> Annotator:
    """Return what finds names in a language: our own tagger, or rules alone where its weights are unusable.

    The weights are loaded at the first call; ``weights_faults`` says what is wrong with them.
    """
    from tui.analysis.entities.finding.tagging.tagger import model  # noqa: PLC0415 - loads numpy

    try:
        model(Lang.FR if lang is Lang.FR else Lang.EN)
    except ConfigError:
        return annotator("rules")
    return annotator("tagger")


def weights_faults() -> tuple[str, ...]:
    """Return what is wrong with the tagger's weights, a sentence a file: mostly nothing."""
    from tui.analysis.entities.finding.tagging.weights import fault, weights_file  # noqa: PLC0415 - adding only

    return tuple(filter(None, (fault(weights_file(lang)) for lang in (Lang.FR, Lang.EN))))


@cache
def annotator(name: str) -> Annotator:
    """Return the annotator called ``name``; raises ConfigError for an unknown one."""
    if name == "tagger":
        from tui.analysis.entities.finding.tagging.tagger import Tagger  # noqa: PLC0415 - loads word lists

        return Tagger()
    if name == "rules":
        from tui.analysis.entities.finding.rules import Rules  # noqa: PLC0415 - loads word lists

        return Rules()
    if name == "spacy":
        from tui.analysis.entities.finding.spacy import Spacy  # noqa: PLC0415 - loads spaCy

        return Spacy()
    raise ConfigError(
        tr("there is no annotator '{name}': use one of {words}", name=name, words=", ".join(NAMES))
    )
