"""Facts as the reader writes them: kinds, dates, amounts, units."""

from __future__ import annotations

from tui.locale import tr
from tui.model.article import Kind, Value
from tui.model.wording import dates


def kind_name(kind: Kind) -> str:
    """Return the word for a kind of mention, in the interface's language."""
    return {
        Kind.PERSON: tr("person"), Kind.ORG: tr("org"), Kind.PLACE: tr("place"), Kind.GROUP: tr("group"),
        Kind.PRODUCT: tr("product"), Kind.EVENT: tr("event"), Kind.WORK: tr("work"), Kind.DATE: tr("date"),
        Kind.MONEY: tr("amount"), Kind.PERCENT: tr("percent"), Kind.QUANTITY: tr("quantity"),
    }[kind]  # fmt: skip


def shown_value(value: Value, unit: str | None, kind: Kind, language: str) -> str:
    """Return a fact's value as the reader writes it, with its unit."""
    ends = value if isinstance(value, tuple) else (value,)
    return "–".join(_written(end, kind, language) for end in ends) + _unit(unit, kind)


def _written(value: float | str, kind: Kind, language: str) -> str:
    if isinstance(value, str):
        return dates.value(value, language) if kind is Kind.DATE else value
    number = f"{value:,.15g}"
    return number.replace(",", "\u202f").replace(".", ",") if language == "fr" else number


def _unit(unit: str | None, kind: Kind) -> str:
    if kind is Kind.PERCENT:
        return " %"
    return f" {unit.upper() if kind is Kind.MONEY else unit}" if unit else ""
