"""Keys: the manual's notation, Textual's names, presets, and the reader's remapping."""

from __future__ import annotations

from collections.abc import Mapping

from tui.app.commands.model import Command
from tui.app.commands.table import BY_NAME, COMMANDS
from tui.errors import ConfigError, nearest
from tui.locale import tr

_NAMES = {
    "↓": "down", "↑": "up", "←": "left", "→": "right", "Enter": "enter", "Esc": "escape", "Tab": "tab",
    "Space": "space", "PgDn": "pagedown", "PgUp": "pageup", "Home": "home", "End": "end",
    "Backspace": "backspace", "Delete": "delete",
    "/": "slash", "?": "question_mark", ":": "colon", "|": "vertical_line", "=": "equals_sign",
    "<": "less_than_sign", ">": "greater_than_sign", "(": "left_parenthesis", ")": "right_parenthesis",
    "-": "minus", "+": "plus", ",": "comma", ".": "full_stop", ";": "semicolon", "!": "exclamation_mark",
    "*": "asterisk", "#": "number_sign", "_": "underscore", "'": "apostrophe", '"': "quotation_mark",
    "&": "ampersand", "$": "dollar_sign", "%": "percent_sign", "@": "at", "^": "circumflex_accent",
}  # fmt: skip
_MODIFIERS = {"Ctrl": "ctrl", "Shift": "shift"}

PRESETS: dict[str, dict[str, tuple[str, ...]]] = {
    "vim": {},
    "less": {
        "page-down": ("Space", "f", "PgDn", "Ctrl-f"),
        "page-up": ("b", "PgUp", "Ctrl-b"),
        "down": ("j", "↓", "e", "Ctrl-n"),
        "up": ("k", "↑", "y"),
        "half-down": ("d", "Ctrl-d"),
        "half-up": ("u", "Ctrl-u"),
        "top": ("g", "<", "Home"),
        "bottom": ("G", ">", "End"),
        "entities": ("m",),
        "facts": ("F",),
        "copy": ("C",),
        "read": ("r",),
        "narrow": (),
        "anchor-up": ("{",),
        "anchor-down": ("}",),
    },
    "arrows": {
        "down": ("↓",),
        "up": ("↑",),
        "open": ("Enter", "→"),
        "back": ("Esc", "←", "Backspace"),
    },
}
"""What each preset changes; ``vim`` is the table as it stands."""


def textual_name(key: str) -> str:
    """Return Textual's name of a key of the manual's notation; raises ConfigError on an unknown one."""
    modifier, dash, rest = key.partition("-")
    if dash and rest and modifier in _MODIFIERS:
        return f"{_MODIFIERS[modifier]}+{textual_name(rest)}"
    if key in _NAMES:
        return _NAMES[key]
    if len(key) > 1 and key[0] == "F" and key[1:].isdigit():
        return key.lower()
    if len(key) == 1:
        return key if key.isalnum() else _unicode_name(key)
    raise ConfigError(tr("no key is called '{key}'", key=key) + nearest(key, _NAMES))


def _unicode_name(key: str) -> str:
    import unicodedata  # noqa: PLC0415 (only for keys outside the table above)

    return unicodedata.name(key, key).lower().replace("-", "_").replace(" ", "_")


Keymap = Mapping[str, tuple[str, ...]]
"""The keys of each command, in the manual's notation."""


def keymap(preset: str = "vim", remapped: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> Keymap:
    """Return every command's keys: the table's, the preset's over them, the reader's over both.

    Raises ConfigError when a command or a key has no such name, or a key is given to two commands of one
    place by the reader.
    """
    keys = {command.name: command.keys for command in COMMANDS} | PRESETS.get(preset, {})
    for name, wanted in remapped:
        if name not in BY_NAME:
            raise ConfigError(tr("no command is called '{name}'", name=name) + nearest(name, BY_NAME))
        for key in wanted:
            textual_name(key)
        keys = {other: _without(held, wanted, BY_NAME[other], BY_NAME[name]) for other, held in keys.items()}
        keys[name] = wanted
    return keys


def _without(
    held: tuple[str, ...], taken: tuple[str, ...], owner: Command, taker: Command
) -> tuple[str, ...]:
    """Take keys given to one command from the others of the same place."""
    if not owner.places & taker.places:
        return held
    return tuple(key for key in held if key not in taken)
