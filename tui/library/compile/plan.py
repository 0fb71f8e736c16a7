"""A parsed query sorted by what each part does: words that rank, parts that must hold."""

from __future__ import annotations

from collections.abc import Iterator

from tui.frozen import dataclass
from tui.model.query import And, Form, Node, Not, Or, Phrase, Place, TextLeaf, Word


@dataclass(frozen=True, slots=True)
class Plan:
    """``words`` had better all match, ``required`` must and rank too, ``conditions`` only filter."""

    words: tuple[Node, ...] = ()
    required: tuple[Node, ...] = ()
    conditions: tuple[Node, ...] = ()

    def leaves(self) -> tuple[TextLeaf, ...]:
        """Return the words and phrases that count, those after a minus left out."""
        return tuple(leaf for part in (*self.words, *self.required) for leaf in text_leaves(part))


def plan_of(tree: Node | None) -> Plan:
    """Sort the parts that a query asks for together."""
    parts = tree.parts if isinstance(tree, And) else () if tree is None else (tree,)
    words = tuple(part for part in parts if _is_wanted(part))
    required = tuple(part for part in parts if not _is_wanted(part) and any(text_leaves(part)))
    conditions = tuple(part for part in parts if not any(text_leaves(part)))
    return Plan(words, required, conditions)


def _is_wanted(part: Node) -> bool:
    """Tell whether an article without ``part`` may still be shown: only a bare word is not meant strictly."""
    return isinstance(part, Word) and part.place is Place.ANY


def text_leaves(node: Node) -> Iterator[TextLeaf]:
    """Yield the words and phrases below ``node`` that an article may show, those after a minus left out."""
    if isinstance(node, Word | Phrase):
        yield node
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from text_leaves(part)


def all_leaves(node: Node | None) -> Iterator[TextLeaf]:
    """Yield every word and phrase below ``node``."""
    if isinstance(node, Not):
        yield from all_leaves(node.part)
    elif isinstance(node, Word | Phrase):
        yield node
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from all_leaves(part)


def typed(text: str, tree: Node | None) -> Node | None:
    """Return ``tree`` with the word that the reader is still typing, at the end of ``text``, half-open.

    One letter is looked for in titles alone.
    """
    if tree is None or not text or text[-1].isspace():
        return tree
    return _half_open(tree, len(text))


def _half_open(node: Node, end: int) -> Node:
    if isinstance(node, And | Or):
        return type(node)((*node.parts[:-1], _half_open(node.parts[-1], end)))
    if isinstance(node, Word) and node.form is Form.PLAIN and node.span.end == end:
        place = Place.TITLE if len(node.text) == 1 else node.place
        return Word(node.text, node.span, Form.PREFIX, place)
    return node
