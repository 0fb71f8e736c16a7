"""The query language: what a reader types, as a tree that index, store and screen each compile."""

from tui.model.query.nodes import (
    And,
    Attribute,
    Dates,
    Fault,
    FaultKind,
    Filter,
    Form,
    Node,
    Not,
    Or,
    Phrase,
    Place,
    Query,
    State,
    StoreLeaf,
    TextLeaf,
    Word,
)
from tui.model.query.parser import parse

__all__ = [
    "And",
    "Attribute",
    "Dates",
    "Fault",
    "FaultKind",
    "Filter",
    "Form",
    "Node",
    "Not",
    "Or",
    "Phrase",
    "Place",
    "Query",
    "State",
    "StoreLeaf",
    "TextLeaf",
    "Word",
    "parse",
]
