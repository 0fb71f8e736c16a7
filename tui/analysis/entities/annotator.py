"""The seam between a text and whatever finds names in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Protocol

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


@cache
def default_annotator() -> Annotator:
    """Return our own tagger; its weights are loaded at the first text of a language."""
    from tui.analysis.entities.finding.rules import Rules  # noqa: PLC0415 - loads word lists

    return Rules()
