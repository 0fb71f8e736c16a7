"""What the reader arranged, between sessions; lines that fill their width."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tui.app.render.cells import wrap
from tui.app.render.line import WIDEST_GAP, Run, line_width, plain, stretched
from tui.app.terminal import layout
from tui.app.terminal.layout import Layout, of_settings
from tui.config import Lists, Settings
from tui.model.span import Span

ARRANGED = Layout(
    ("date", "title", "tags"), "unread", "month", "facets", preview=True, width=64, justify=True
)
WORDS = st.lists(st.text("abcé", min_size=1, max_size=9), min_size=1, max_size=12).map(" ".join)


def test_what_was_arranged_comes_back(tmp_path: Path) -> None:
    assert layout.read(tmp_path, Settings()) == of_settings(Settings())
    layout.write(tmp_path / "state", ARRANGED, Settings())
    assert layout.read(tmp_path / "state", Settings()) == ARRANGED


def test_settings_changed_since_win(tmp_path: Path) -> None:
    layout.write(tmp_path, ARRANGED, Settings())
    changed = Settings(lists=Lists(sort="title"))
    assert layout.read(tmp_path, changed) == replace(of_settings(changed), panel="facets", preview=True)


def test_a_damaged_file_counts_for_nothing(tmp_path: Path) -> None:
    (tmp_path / layout.FILE).write_bytes(b"\xff\xfe")
    assert layout.read(tmp_path, Settings()) == of_settings(Settings())
    (tmp_path / layout.FILE).write_text(ARRANGED.text(Settings()).replace("width = 64", "width = wide"))
    assert layout.read(tmp_path, Settings()) == of_settings(Settings())


@given(WORDS, st.integers(0, 40))
def test_a_stretched_line_holds_the_same_words_and_fills_its_width(text: str, more: int) -> None:
    half = len(text) // 2
    line, cells = (Run(text[:half], "org"), Run(text[half:])), len(text) + more
    shown = stretched(line, cells)
    assert plain(shown).split() == text.split()
    gaps = text.count(" ")
    assert line_width(shown) == (cells if gaps and more <= gaps * (WIDEST_GAP - 1) else len(text))


def test_no_line_begins_with_what_french_sets_apart() -> None:
    text = "Il a dit : « Tout va bien ! » et rien : fin"
    for cells in range(8, 40):
        lines = [line.of(text) for line in wrap(text, Span(0, len(text)), cells)]
        assert not any(line.startswith((":", "!", "»")) or line.endswith("«") for line in lines)


def test_the_look_chosen_in_the_app_holds_until_the_settings_say_otherwise(tmp_path: Path) -> None:
    layout.write(tmp_path, replace(of_settings(Settings()), theme="light", language="fr"), Settings())
    chosen = layout.read(tmp_path, Settings()).over(Settings())
    assert (chosen.theme, chosen.language) == ("light", "fr")
    changed = Settings(theme="dark")
    assert layout.read(tmp_path, changed).over(changed) == changed
