"""The table of commands, and everything that is made from it."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from tui.app.application import VisavisApp
from tui.app.commands.bindings import bindings, footer
from tui.app.commands.keys import PRESETS, keymap, textual_name
from tui.app.commands.manual import page
from tui.app.commands.model import Command, Place
from tui.app.commands.table import BY_NAME, COMMANDS, of_place
from tui.app.screens.library import LibraryScreen
from tui.app.screens.listing import ListingScreen
from tui.app.screens.reading import ReadingScreen
from tui.errors import ConfigError

ROOT = Path(__file__).parents[2]

SCREENS = {Place.LIBRARY: LibraryScreen, Place.READING: ReadingScreen, Place.PANEL: ListingScreen}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_each_command_has_help_in_both_languages_and_a_line_in_the_manual(command: Command) -> None:
    assert command.help("en") != command.help("fr")
    assert bool(command.footer("en")) == bool(command.footer("fr"))
    assert f"| `{command.name}` |" in page()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_each_command_acts_where_it_says(command: Command) -> None:
    for place, screen in SCREENS.items():
        if place in command.places and not (place is Place.PANEL and Place.READING in command.places):
            assert hasattr(screen, command.method) or hasattr(VisavisApp, command.method), place


def test_names_are_unique() -> None:
    assert len(BY_NAME) == len(COMMANDS)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("place", list(Place))
def test_no_key_means_two_things_in_one_place(preset: str, place: Place) -> None:
    keys = keymap(preset)
    for one, other in combinations(of_place(place), 2):
        assert not set(keys[one.name]) & set(keys[other.name]), (one.name, other.name)


@pytest.mark.parametrize("preset", PRESETS)
def test_every_key_has_a_name_that_textual_knows(preset: str) -> None:
    for place in Place:
        assert list(bindings(place, keymap(preset)))


def test_nothing_needs_alt_or_altgr_alone() -> None:
    hard = set("|{}[]\\@#~^`")
    for command in COMMANDS:
        assert not any(key.startswith("Alt") for key in command.keys)
        if command.keys:
            assert not set(command.keys) <= hard, command.name


def test_the_keys_page_is_up_to_date() -> None:
    assert (ROOT / "docs/keys.md").read_text("utf-8") == page()


def test_keys_are_remapped_by_the_commands_name() -> None:
    keys = keymap("vim", (("star", ("j", "F5")),))
    assert keys["star"] == ("j", "F5")
    assert keys["down"] == ("↓",)
    assert ("F5", "star") not in footer(Place.LIBRARY, keys, "en")


@pytest.mark.parametrize(
    ("remapped", "said"),
    [(("staar", ("j",)), "did you mean 'star'"), (("star", ("PgDwn",)), "did you mean 'PgDn'")],
)
def test_a_wrong_name_is_told_with_its_nearest(remapped: tuple[str, tuple[str, ...]], said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        keymap("vim", (remapped,))


def test_keys_are_named_as_textual_names_them() -> None:
    assert [textual_name(key) for key in ("j", "Ctrl-d", "PgDn", "|", "F1", "é")] == [
        "j", "ctrl+d", "pagedown", "vertical_line", "f1", "é",
    ]  # fmt: skip
