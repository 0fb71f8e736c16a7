"""What is wrong with a query, in words for whoever typed it."""

from __future__ import annotations

from tui.locale import later, tr
from tui.model.query.nodes import Fault, FaultKind

_SAID = {
    FaultKind.UNCLOSED_QUOTE: later("this quotation mark is never closed"),
    FaultKind.UNCLOSED_GROUP: later("this parenthesis is never closed"),
    FaultKind.UNOPENED_GROUP: later("this parenthesis was never opened"),
    FaultKind.LONELY_OPERATOR: later("there is nothing that this operator could apply to"),
    FaultKind.UNKNOWN_FIELD: later("there is no field of this name"),
    FaultKind.UNKNOWN_VALUE: later("the field knows no such value"),
    FaultKind.STRANGE_VALUE: later("this field knows {values}"),
    FaultKind.EMPTY_FIELD: later("the field wants a value"),
    FaultKind.BAD_DATE: later("this is no date that is understood"),
    FaultKind.TOO_DEEP: later("parentheses are nested too deep from here"),
    FaultKind.TOO_LONG: later("the query is too long: what follows was left out"),
}
_PROPOSING = frozenset({FaultKind.UNKNOWN_FIELD, FaultKind.UNKNOWN_VALUE})


def said(fault: Fault) -> str:
    """Return what a fault is, with the nearest known word, or all there are."""
    if fault.kind is FaultKind.STRANGE_VALUE:
        return tr(_SAID[fault.kind], values=fault.detail)
    near = fault.detail if fault.kind in _PROPOSING else ""
    return tr(_SAID[fault.kind]) + (tr("; did you mean '{word}'?").format(word=near) if near else "")
