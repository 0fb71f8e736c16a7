"""The id of a value: the same wherever and in whatever language it stands."""

from __future__ import annotations

from tui.model.article import Kind, Value


def value_id(kind: Kind, value: Value | None, unit: str | None, surface: str) -> str:
    """Return ``kind:value:unit``; an unresolved value is told apart by what is written (``surface``)."""
    shown = f"?{surface.lower()}" if value is None else "..".join(map(_shown, _ends(value)))
    parts = [kind.value.lower(), shown, *([unit.lower()] if unit else [])]
    return ":".join(parts)


def _ends(value: Value) -> tuple[float | str, ...]:
    return value if isinstance(value, tuple) else (value,)


def _shown(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:.12f}".rstrip("0").rstrip(".")
