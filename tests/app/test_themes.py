"""Themes: ours, and the reader's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.driving import MIDDLE, driven
from tui.app.themes import NAMES, following, own_theme, own_themes
from tui.config import Settings
from tui.errors import ConfigError

SEPIA = 'base = "light"\nink = "#5b4636"\npaper = "#f4ecd8"\n\n[colours]\nperson = "#7a3e9d"\n'


def written(folder: Path, words: str, name: str = "sepia") -> Path:
    path = folder / f"{name}.toml"
    path.write_text(words, "utf-8")
    return path


def test_a_theme_changes_what_it_says_and_keeps_the_rest(tmp_path: Path) -> None:
    theme = own_theme(written(tmp_path, SEPIA))
    assert (theme.name, theme.foreground, theme.background, theme.dark) == (
        "sepia", "#5b4636", "#f4ecd8", False,
    )  # fmt: skip
    assert theme.variables["person"] == "#7a3e9d"
    assert theme.variables["org"] == "#005faf"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ('bse = "light"', "a theme knows no 'bse'; did you mean 'base'"),
        ('base = "ligth"', "did you mean 'light'"),
        ('[colours]\npersn = "#fff"', "did you mean 'person'"),
        ('[colours]\nperson = "#xyz"', "'#xyz' is no colour"),
        ('ink = "nothing at all"', "is no colour"),
        ("colours = 3", "is a table"),
        ("base = ", "Invalid value"),
    ],
)
def test_what_is_wrong_with_a_theme_is_said(words: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=said):
        own_theme(written(tmp_path, words))


def test_one_bad_theme_costs_only_itself(tmp_path: Path) -> None:
    written(tmp_path, SEPIA)
    written(tmp_path, "base = 3", "broken")
    themes, faults = own_themes(tmp_path)
    assert [theme.name for theme in themes] == ["sepia"]
    assert len(faults) == 1
    assert faults[0].startswith("The theme broken cannot be used")


def test_no_folder_is_no_theme(tmp_path: Path) -> None:
    assert own_themes(tmp_path / "none") == ((), ())


def test_themes_go_round() -> None:
    assert following(NAMES[-1]) == NAMES[0]
    assert following("gone") == NAMES[0]


async def test_the_app_takes_the_readers_theme(tmp_path: Path) -> None:
    written(tmp_path, SEPIA)
    async with driven(MIDDLE, settings=Settings(language="en", theme="sepia")) as app:
        assert app.app.theme == "terminal"
        app.app.use_own_themes(tmp_path)
        assert app.app.theme == "sepia"
        assert app.app.theme_faults == ()


async def test_an_unknown_theme_falls_back_and_is_told(tmp_path: Path) -> None:
    async with driven(MIDDLE, settings=Settings(language="en", theme="sepai")) as app:
        written(tmp_path, SEPIA)
        app.app.use_own_themes(tmp_path)
        assert app.app.theme == "terminal"
        assert "did you mean 'sepia'" in app.app.theme_faults[0]
