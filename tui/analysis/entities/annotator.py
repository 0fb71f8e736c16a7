"""The seam between a text and whatever finds names in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Protocol

from tui.errors import ConfigError
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


def default_annotator() -> Annotator:
    """Return our own tagger; its weights are loaded at the first text of a language."""
    return annotator("tagger")


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
    raise ConfigError(f"there is no annotator '{name}': use one of {', '.join(NAMES)}")
