"""Themes: ours, and the reader's."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

from tests.app.driving import MIDDLE, driven
from tui.app.render.themes import COLOURS, NAMES, THEMES, following, own_theme, own_themes
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


READABLE = 4.5
"""The ratio that WCAG 2.2 asks for between text and its background."""
SEEN = 2.75
"""What is left of it where one colour has to do on black and on white: none of the sixteen reaches 4.5."""
SIXTEEN = "black red green yellow blue magenta cyan white".split()
XTERM = (
    "#000000 #cd0000 #00cd00 #cdcd00 #0000ee #cd00cd #00cdcd #e5e5e5 "
    "#7f7f7f #ff0000 #00ff00 #ffff00 #5c5cff #ff00ff #00ffff #ffffff"
).split()
TANGO = (
    "#2e3436 #cc0000 #4e9a06 #c4a000 #3465a4 #75507b #06989a #d3d7cf "
    "#555753 #ef2929 #8ae234 #fce94f #729fcf #ad7fa8 #34e2e2 #eeeeec"
).split()


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, by WCAG 2.2."""
    light, dark = sorted(map(_luminance, (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (part / 255 for part in Color.parse(colour).rgb)
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [theme for theme in THEMES if not theme.ansi], ids=lambda theme: theme.name)
def test_text_and_marks_can_be_read(theme: Theme) -> None:
    assert contrast(theme.foreground or "", theme.background or "") >= 7
    weak = {
        name: ratio
        for name in COLOURS
        if (ratio := contrast(theme.variables[name], theme.background or "")) < READABLE
    }
    assert weak == {}


@pytest.mark.parametrize("palette", [XTERM, TANGO], ids=["xterm", "tango"])
@pytest.mark.parametrize("paper", ["#000000", "#ffffff"])
def test_the_terminals_own_colours_can_be_seen_on_light_and_on_dark(palette: list[str], paper: str) -> None:
    known = dict(zip([*SIXTEEN, *(f"bright_{name}" for name in SIXTEEN)], palette, strict=True))
    said = {THEMES[0].variables[name].removeprefix("ansi_") for name in COLOURS} - {"default"}
    weak = {name: ratio for name in said if (ratio := contrast(known[name], paper)) < SEEN}
    assert weak == {}
