"""The display layer: whatever is drawn, the terminal shows what was meant."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tests.app.emulator import Terminal
from tui.app.terminal.delta.pens import Pen, Pens
from tui.app.terminal.delta.surface import Surface

STYLES = [
    Style.parse(style)
    for style in (
        "",
        "bold",
        "dim",
        "red",
        "bold red on blue",
        "reverse",
        "underline green",
        "italic on white",
        "bold dim",
    )
]
LETTERS = st.sampled_from([*"abc éœ-", "日", "本", "e\u0301", "한", "🙂", "─", " " * 12, "\u00a0"])
TEXTS = st.lists(LETTERS, max_size=14).map("".join)
RUNS = st.lists(st.tuples(TEXTS, st.sampled_from(STYLES)), max_size=4)
DRAWS = st.tuples(
    st.just("draw"), st.integers(0, 18), st.integers(0, 7), st.lists(RUNS, min_size=1, max_size=6)
)
SCROLLS: Any = st.tuples(st.just("scroll"), st.integers(-3, 3), st.just(0), st.just([]))
RESIZES: Any = st.tuples(st.just("resize"), st.integers(3, 40), st.integers(3, 14), st.just([]))
FRAMES: Any = st.tuples(st.just("frame"), st.just(0), st.just(0), st.just([]))


class Meant:
    """A surface, and beside it what Textual itself would have sent."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.surface = Surface(width, height, Pens(ColorSystem.TRUECOLOR))
        self.ours, self.theirs = Terminal(width, height), Terminal(width, height)
        self.console = Console(
            color_system="truecolor", force_terminal=True, width=width, legacy_windows=False
        )
        self.rows = [Strip.blank(width) for _ in range(height)]
        self.ours.feed("noise that was there before\r\n" * 3)
        self.show()

    def draw(self, x: int, y: int, lines: list[list[tuple[str, Style]]]) -> None:
        for offset, runs in enumerate(lines):
            if y + offset < self.height:
                drawn = Strip([Segment(text, style) for text, style in runs])
                drawn = drawn.crop(0, max(0, self.width - x))
                after = self.rows[y + offset].crop(x + drawn.cell_length, self.width)
                self.rows[y + offset] = Strip.join([self.rows[y + offset].crop(0, x), drawn, after])

    def resize(self, width: int, height: int) -> None:
        """Take another size, on a terminal that shows whatever it made of the old screen."""
        rows = [row.adjust_cell_length(width) for row in self.rows[:height]]
        self.rows = rows + [Strip.blank(width) for _ in range(height - len(rows))]
        self.width, self.height = width, height
        self.surface = Surface(width, height, self.surface.pens)
        self.ours, self.theirs = Terminal(width, height), Terminal(width, height)
        self.console = Console(
            color_system="truecolor", force_terminal=True, width=width, legacy_windows=False
        )
        self.ours.feed("reflowed by the terminal " * 4)
        self.show()

    def scroll(self, by: int) -> None:
        held = self.rows[1:-1]
        self.rows[1:-1] = held[by:] + held[:by]

    def show(self) -> None:
        update = LayoutUpdate([[row] for row in self.rows], Region(0, 0, self.width, self.height))
        self.surface.draw_layout(update)
        self.ours.feed(self.surface.frame())
        self.theirs.feed("\x1b[H\x1b[m\x1b[2J" + update.render_segments(self.console).replace("\n", "\r\n"))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(DRAWS, SCROLLS, RESIZES, FRAMES), max_size=14))
def test_terminal_shows_what_textual_would_have_shown(steps: list[Any]) -> None:
    meant = Meant(24, 9)
    for what, x, y, lines in [*steps, ("frame", 0, 0, [])]:
        if what == "draw":
            meant.draw(x, y, lines)
        elif what == "scroll":
            meant.scroll(x)
        elif what == "resize":
            meant.resize(x, y)
        else:
            meant.show()
            assert meant.ours.lines == meant.theirs.lines
            assert meant.ours.cells == meant.theirs.cells


def test_nothing_is_sent_when_nothing_changed() -> None:
    meant = Meant(20, 4)
    meant.draw(0, 0, [[("bonjour", STYLES[1])]])
    meant.show()
    meant.surface.draw_layout(LayoutUpdate([[row] for row in meant.rows], Region(0, 0, 20, 4)))
    assert meant.surface.frame() == ""


def test_a_list_that_moves_up_is_scrolled() -> None:
    meant = Meant(30, 12)
    meant.draw(0, 0, [[(f"ligne numéro {number}", STYLES[0])] for number in range(12)])
    meant.show()
    meant.scroll(1)
    update = LayoutUpdate([[row] for row in meant.rows], Region(0, 0, 30, 12))
    meant.surface.draw_layout(update)
    frame = meant.surface.frame()
    assert "\x1b[S" in frame
    assert len(frame) < 60


def test_controls_never_reach_the_terminal() -> None:
    surface = Surface(40, 1, Pens(ColorSystem.STANDARD))
    hostile = "a\x1b]0;owned\x07b\x00\x9b31mc\u202egnp\u2066.\x7f"
    surface.draw_layout(LayoutUpdate([[Strip([Segment(hostile)])]], Region(0, 0, 40, 1)))
    frame = surface.frame()
    assert not any(char in frame for char in "\x07\x00\x9b\u202e\u2066\x7f")
    assert "\x1b]" not in frame


def test_pens_take_the_shortest_way() -> None:
    pens = Pens(ColorSystem.STANDARD)
    bold, dim = pens.of(Style(bold=True)), pens.of(Style(dim=True))
    assert pens.move(bold, 0) == "\x1b[m"
    assert pens.move(bold, dim) in {"\x1b[22;2m", "\x1b[0;2m"}
    linked = pens.number(Pen(frozenset(), "39", "49", "https://example.org"))
    assert pens.move(0, linked) == "\x1b]8;;https://example.org\x1b\\"
    assert pens.move(linked, 0) == "\x1b]8;;\x1b\\"


def test_coloured_blanks_are_written_where_erasing_has_no_colour() -> None:
    pens = Pens(ColorSystem.STANDARD, erases_in_colour=False)
    assert not pens.erases(pens.of(Style(bgcolor="blue")))
    assert pens.erases(pens.of(Style(bold=True)))
