"""Themes: the terminal's own palette first, then light, dark, colour-blind-safe, mono, and the reader's."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from textual.color import Color, ColorParseError
from textual.theme import BUILTIN_THEMES, Theme

from tui.errors import ConfigError, nearest, reason
from tui.locale import tr

DEFAULT = "terminal"

_ANSI = {
    "highlight": "ansi_magenta", "key": "ansi_bright_blue", "star": "ansi_red", "match": "ansi_red",
    "warning": "ansi_red", "agree": "ansi_bright_blue", "differ": "ansi_red", "only": "ansi_magenta",
    "person": "ansi_magenta", "org": "ansi_bright_blue", "place": "ansi_bright_magenta",
    "group": "ansi_bright_blue", "product": "ansi_bright_blue", "event": "ansi_bright_magenta",
    "work": "ansi_magenta", "value": "ansi_default",
}  # fmt: skip
"""The terminal does not say whether it is light or dark: only colours that can be read on both."""
_DARK = {
    "highlight": "#ffd75f", "key": "#87d7ff", "star": "#ffd75f", "match": "#ffaf5f", "warning": "#ff8787",
    "agree": "#87d787", "differ": "#ff8787", "only": "#d7af5f", "person": "#d7afff", "org": "#87afff",
    "place": "#87d7af", "group": "#87d7d7", "product": "#ffafd7", "event": "#ffaf87", "work": "#afd7ff",
    "value": "#d7d787",
}  # fmt: skip
_LIGHT = {
    "highlight": "#875f00", "key": "#005f87", "star": "#875f00", "match": "#a85a00", "warning": "#af0000",
    "agree": "#005f00", "differ": "#af0000", "only": "#875f00", "person": "#5f00af", "org": "#005faf",
    "place": "#005f00", "group": "#005f5f", "product": "#870087", "event": "#870000", "work": "#00005f",
    "value": "#5f5f00",
}  # fmt: skip
_COLORBLIND = {
    "highlight": "#f0e442", "key": "#56b4e9", "star": "#f0e442", "match": "#f0e442", "warning": "#e69f00",
    "agree": "#56b4e9", "differ": "#e69f00", "only": "#f0e442", "person": "#cc79a7", "org": "#56b4e9",
    "place": "#009e73", "group": "#4aa3df", "product": "#e69f00", "event": "#e06a12", "work": "#cc79a7",
    "value": "#f0e442",
}  # fmt: skip
"""Okabe and Ito's palette, told apart with any common colour blindness; two colours lighter, to be read."""


def _ansi(name: str, variables: dict[str, str]) -> Theme:
    return Theme(
        name, primary="ansi_blue", secondary="ansi_cyan", warning="ansi_yellow", error="ansi_red",
        success="ansi_green", accent="ansi_magenta", foreground="ansi_default", background="ansi_default",
        surface="ansi_default", panel="ansi_default", boost="ansi_default", ansi=True,
        variables=BUILTIN_THEMES["ansi-dark"].variables | variables,
    )  # fmt: skip


def _full(name: str, variables: dict[str, str], ink: str, paper: str, *, dark: bool) -> Theme:
    return Theme(
        name, primary=variables["key"], foreground=ink, background=paper, surface=paper, panel=paper,
        dark=dark, variables=variables,
    )  # fmt: skip


THEMES: tuple[Theme, ...] = (
    _ansi(DEFAULT, _ANSI),
    _full("dark", _DARK, "#dadada", "#1c1c1c", dark=True),
    _full("light", _LIGHT, "#262626", "#fafaf5", dark=False),
    _full("colorblind", _COLORBLIND, "#eeeeee", "#1c1c1c", dark=True),
    _ansi("mono", {}),
)
NAMES = tuple(theme.name for theme in THEMES)


COLOURS = frozenset(_DARK)
"""What a theme may colour."""
_GROUND = frozenset({"base", "ink", "paper", "colours"})
"""The keys of a reader's theme: the theme it starts from, text and background, and the colours it changes."""


def following(name: str, names: tuple[str, ...] = NAMES) -> str:
    """Return the name of the theme after ``name``, round and round."""
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]


def own_themes(folder: Path) -> tuple[tuple[Theme, ...], tuple[str, ...]]:
    """Return the reader's themes, ``NAME.toml`` each, and why those that cannot be used cannot."""
    themes, faults = [], []
    for path in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
        try:
            themes.append(own_theme(path))
        except ConfigError as error:
            faults.append(tr("The theme {name} cannot be used: {why}").format(name=path.stem, why=error))
    return tuple(themes), tuple(faults)


def own_theme(path: Path) -> Theme:
    """Read a theme of the reader's; raises ConfigError when it cannot be read or says what no theme says."""
    said = _parsed(path)
    for key in said:
        _check(key, _GROUND)
    base = said.get("base", DEFAULT)
    _check(base, NAMES)
    colours = said.get("colours", {})
    if not isinstance(colours, dict):
        raise ConfigError(tr("colours is a table: [colours]"))
    for name, colour in colours.items():
        _check(name, COLOURS)
        _check_colour(colour)
    return _made(path.stem, next(theme for theme in THEMES if theme.name == base), said, colours)


def _parsed(path: Path) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 (only readers with themes of their own pay for it)

    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as cause:
        raise ConfigError(reason(cause)) from cause
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as cause:
        raise ConfigError(str(cause)) from cause


def _made(name: str, base: Theme, said: Mapping[str, Any], colours: Mapping[str, str]) -> Theme:
    for key in ("ink", "paper"):
        if key in said:
            _check_colour(said[key])
    paper = said.get("paper", base.background)
    dark = Color.parse(paper).brightness < MIDDLE if "paper" in said else base.dark
    return Theme(
        name, primary=colours.get("key", base.primary), secondary=base.secondary, warning=base.warning,
        error=base.error, success=base.success, accent=base.accent,
        foreground=said.get("ink", base.foreground), background=paper, surface=paper, panel=paper,
        boost=base.boost, dark=dark, ansi=base.ansi and "paper" not in said,
        variables={**base.variables, **colours},
    )  # fmt: skip


MIDDLE = 0.5
"""The brightness under which a background is dark."""


def _check(name: object, known: frozenset[str] | tuple[str, ...]) -> None:
    if name not in known:
        raise ConfigError(tr("a theme knows no '{name}'").format(name=name) + nearest(str(name), known))


def _check_colour(colour: object) -> None:
    try:
        Color.parse(str(colour))
    except ColorParseError as cause:
        raise ConfigError(tr("'{colour}' is no colour").format(colour=colour)) from cause
