"""From the table to what Textual understands."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding, BindingsMap

from tui.app.commands.keys import Keymap, textual_name
from tui.app.commands.model import Command, Place
from tui.app.commands.table import of_place


def bindings(place: Place, keys: Keymap) -> BindingsMap:
    """Return the bindings of a place: every key runs its command by name."""
    return BindingsMap(_each(place, keys))


def _each(place: Place, keys: Keymap) -> Iterator[Binding]:
    for command in of_place(place):
        for key in keys.get(command.name, ()):
            yield Binding(textual_name(key), f"command('{command.name}')", command.en, show=False)


def footer(place: Place, keys: Keymap, language: str) -> tuple[tuple[str, str], ...]:
    """Return ``(key, word)`` of the commands that the footer names."""
    named = [command for command in of_place(place) if command.label]
    return tuple((first_key(command, keys), command.footer(language)) for command in named)


def first_key(command: Command, keys: Keymap) -> str:
    """Return the key by which a command is best known, "" when it has none."""
    held = keys.get(command.name, ())
    return held[0] if held else ""
