"""Small texts for the tests of names."""

from __future__ import annotations

from tui.analysis.entities import Annotator, default_annotator, link
from tui.analysis.entities.knowing.link import Linked
from tui.model.article import Block, BlockKind, Kind, Lang, Mention


def a_block(text: str) -> tuple[Block, ...]:
    return (Block(BlockKind.PARAGRAPH, 0, len(text)),)


def found(text: str, lang: Lang, annotator: Annotator | None = None) -> list[tuple[str, Kind]]:
    names = (annotator or default_annotator(lang)).annotate(text, lang, a_block(text))
    return [(name.span.of(text), name.kind) for name in names]


def mentions(text: str, *names: tuple[str, Kind]) -> tuple[Mention, ...]:
    """Return a mention for each name in turn, sought from left to right."""
    made, position = [], 0
    for name, kind in names:
        start = text.index(name, position)
        position = start + len(name)
        made.append(Mention(start, position, kind, ""))
    return tuple(made)


def linked(text: str, lang: Lang, *names: tuple[str, Kind], title: str = "") -> Linked:
    return link(mentions(text, *names), text, lang, title)


def ids(text: str, lang: Lang, *names: tuple[str, Kind]) -> list[str]:
    return [mention.entity for mention in linked(text, lang, *names)[0]]
