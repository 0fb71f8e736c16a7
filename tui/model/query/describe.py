"""A parsed query in the language's own words, so that a reader sees how it was understood."""

from __future__ import annotations

from tui.model.query.nodes import And, Dates, Filter, Form, Node, Not, Or, Phrase, Place, Word

_MARKS = {Form.PLAIN: "", Form.PREFIX: "*", Form.FUZZY: "~"}


def describe(node: Node | None) -> str:
    """Return ``node`` as it would be typed with every operator spelled out; empty without a condition."""
    if isinstance(node, And | Or):
        return _branch(node)
    if isinstance(node, Not):
        inner = describe(node.part)
        return f"-({inner})" if isinstance(node.part, And | Or) else f"-{inner}"
    return "" if node is None else _leaf(node)


def _branch(node: And | Or) -> str:
    if isinstance(node, Or):
        return " OR ".join(map(describe, node.parts))
    return " ".join(f"({describe(part)})" if isinstance(part, Or) else describe(part) for part in node.parts)


def _leaf(node: Word | Phrase | Filter | Dates) -> str:
    if isinstance(node, Word):
        return _placed(node.place, node.text + _MARKS[node.form])
    if isinstance(node, Phrase):
        return _placed(node.place, _quoted(node.text))
    if isinstance(node, Filter):
        value = node.value if node.value.isalnum() else _quoted(node.value)
        return f"{node.attribute.value}:{value}"
    return f"date:{node.first or ''}..{node.last or ''}"


def _placed(place: Place, text: str) -> str:
    return text if place is Place.ANY else f"{place.value}:{text}"


def _quoted(text: str) -> str:
    return f"«{text}»" if '"' in text else f'"{text}"'
