"""Roles and themes: from the name of a role to a Rich style, through theme variables only."""

from __future__ import annotations

from collections.abc import Mapping

from rich.style import Style
from textual.color import Color, ColorParseError

ROLES: dict[str, tuple[str, str]] = {
    "title": ("", "bold"),
    "heading": ("", "bold"),
    "dim": ("", "dim"),
    "key": ("key", "bold"),
    "accent": ("highlight", ""),
    "lit": ("highlight", "bold"),
    "cursor": ("", "reverse"),
    "unread": ("highlight", "bold"),
    "star": ("star", ""),
    "match": ("match", "bold underline"),
    "match-here": ("match", "bold reverse"),
    "warning": ("warning", "bold"),
    "agree": ("agree", ""),
    "differ": ("differ", "bold underline"),
    "only": ("only", ""),
    "person": ("person", "bold"),
    "org": ("org", "underline"),
    "place": ("place", "italic"),
    "group": ("group", "italic underline"),
    "product": ("product", "bold italic"),
    "event": ("event", "bold italic"),
    "work": ("work", "bold italic"),
    "date": ("value", "italic"),
    "money": ("value", "underline"),
    "percent": ("value", "underline"),
    "quantity": ("value", "underline"),
    "chosen": ("", "reverse"),
    "removed": ("only", "strike"),
    "note": ("highlight", "italic"),
}
"""Each role: the theme variable of its colour ("" for the text's own) and a cue beside colour."""

VARIABLES = frozenset(variable for variable, _ in ROLES.values() if variable)
"""The variables a theme says."""


class Palette:
    """Styles of a theme, worked out once for each combination of roles."""

    def __init__(self, variables: Mapping[str, str], *, colours: bool = True) -> None:
        self._variables = variables
        self._colours = colours
        self._styles: dict[str, Style] = {"": Style.null()}

    def __getitem__(self, role: str) -> Style:
        """Return the style of roles parted by spaces; the last one wins where two disagree."""
        style = self._styles.get(role)
        if style is None:
            style = self._styles[role] = Style.combine(self._one(name) for name in role.split())
        return style

    def _one(self, role: str) -> Style:
        variable, cue = ROLES[role]
        style = Style.parse(cue) if cue else Style.null()
        colour = self._variables.get(variable, "") if self._colours else ""
        return style + Style(color=_rich_colour(colour).rich_color) if colour else style


def _rich_colour(text: str) -> Color:
    return Color.parse(text)


def is_colour(text: str) -> bool:
    """Tell whether a theme may say ``text`` for a colour."""
    try:
        Color.parse(text)
    except ColorParseError:
        return False
    return True
