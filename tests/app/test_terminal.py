"""What surrounds the screen: the last one, copies, ASCII, pacing, leaving."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from pathlib import Path

import pytest
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual._compositor import LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tests.app.emulator import Terminal
from tui.app.terminal import clipboard, leaving, prepaint
from tui.app.terminal.delta.pacing import LAG, LOST_AFTER, Pacing
from tui.app.terminal.delta.pens import Pens
from tui.app.terminal.delta.surface import Surface
from tui.app.terminal.memory import rows_of, saved_from

ROWS = [
    [("  ", ""), ("1\u202f204 articles\u00a0: haute mer", "bold red")],
    [],
    [("日本", "reverse"), (" plain ", ""), ("fond", "on blue")],
    [(" " * 40, "")],
]


def a_surface() -> Surface:
    surface = Surface(40, 4, Pens(ColorSystem.TRUECOLOR))
    strips: list[Iterable[Strip]] = [
        [Strip([Segment(text, Style.parse(style)) for text, style in row]).extend_cell_length(40)]
        for row in ROWS
    ]
    surface.draw_layout(LayoutUpdate(strips, Region(0, 0, 40, 4)))
    return surface


def test_the_last_screen_is_painted_as_it_was() -> None:
    surface, shown, painted = a_surface(), Terminal(40, 4), Terminal(40, 4)
    shown.feed(surface.frame())
    saved = prepaint.parsed(saved_from(surface, "key", "p3 0 9").text())
    assert saved is not None
    painted.feed(saved.painted())
    assert painted.cells == shown.cells


def test_after_the_painted_screen_the_same_frame_is_empty() -> None:
    surface = a_surface()
    saved = saved_from(surface, "key", "")
    again = a_surface()
    again.believe(rows_of(saved, 40, again.pens))
    assert again.frame() == ""


def test_a_screen_is_kept_for_its_owner(tmp_path: Path) -> None:
    saved = saved_from(a_surface(), "key", "p3 0 9")
    prepaint.write(tmp_path, saved)
    held = prepaint.read(tmp_path)
    assert held is not None
    assert held.text() == saved.text()
    assert (tmp_path / prepaint.FILE).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "content",
    [
        "",
        "nonsense",
        f"{prepaint.FORMAT}\nkey",
        f"{prepaint.FORMAT}\nkey\np\nx\x1f\x1f\x1f\x1b[2J",
        f"{prepaint.FORMAT}\nk\np\n1m\x1b\x1f\x1f\x1fa",
    ],
)
def test_a_damaged_screen_is_not_painted(content: str, tmp_path: Path) -> None:
    (tmp_path / prepaint.FILE).write_text(content, "utf-8")
    assert prepaint.read(tmp_path) is None


def test_a_screen_belongs_to_its_look() -> None:
    env = {"LANG": "C.UTF-8", "TERM": "xterm"}
    look = prepaint.look_of(env, b"")
    assert look == prepaint.look_of(env | {"EDITOR": "vi"}, b"")
    assert look != prepaint.look_of(env, b'language = "fr"')
    assert look != prepaint.look_of(env | {"NO_COLOR": "1"}, b"")
    assert look != prepaint.look_of(env | {"VISAVIS_THEME": "dark"}, b"")
    assert look != prepaint.look_of(env, b"", "never")
    assert prepaint.screen_key(80, 24, "x") != prepaint.screen_key(120, 40, "x")


@pytest.mark.parametrize(
    ("env", "ascii_only"),
    [({}, False), ({"LANG": "C"}, True), ({"LANG": "fr_FR.UTF-8"}, False), ({"LANG": "en_US.utf8"}, False),
     ({"LANG": "C.UTF-8", "LC_ALL": "C"}, True), ({"VISAVIS_ASCII": "1"}, True)],
)  # fmt: skip
def test_ascii_where_the_locale_has_nothing_else(env: dict[str, str], ascii_only: bool) -> None:
    assert prepaint.wants_ascii(env) is ascii_only


def test_copies_go_to_the_terminal_and_say_so() -> None:
    sent: list[str] = []
    said = clipboard.copy("deux côtés", {"TERM": "xterm-256color"}, sent.append)
    assert "OSC 52" in said
    assert base64.b64decode(sent[0].removeprefix("\x1b]52;c;").removesuffix("\x07")).decode() == "deux côtés"


@pytest.mark.parametrize("env", [{"TERM": "linux"}, {"TERM": "screen", "STY": "1"}, {}])
def test_copies_go_to_a_file_where_nothing_else_can(env: dict[str, str]) -> None:
    sent: list[str] = []
    said = clipboard.copy("texte", env, sent.append)
    path = Path(said.split()[-1])
    assert path.read_text("utf-8") == "texte"
    assert not sent
    path.unlink()


def test_a_copy_too_long_for_the_terminal_goes_to_a_file() -> None:
    assert not clipboard.can_osc_52("x" * (clipboard.OSC_52_LIMIT + 1), {"TERM": "xterm"})


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_frames_wait_until_the_line_has_taken_the_last_ones() -> None:
    clock = Clock()
    pacing = Pacing(clock)
    assert not pacing.asks(20)
    assert pacing.asks(LAG + 1)
    assert pacing.is_behind
    pacing.answered()
    assert not pacing.is_behind


def test_a_lost_answer_does_not_stop_the_screen_for_good() -> None:
    clock = Clock()
    pacing = Pacing(clock)
    pacing.asks(LAG + 1)
    clock.now += LOST_AFTER
    assert not pacing.is_behind
    pacing.asks(LAG)
    assert not pacing.is_behind


def test_a_crash_leaves_a_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    error = ValueError("odd\nsecond line")
    report = leaving.report_crash(error, tmp_path / "state")
    assert report is not None
    assert "ValueError: odd" in report.read_text("utf-8")
    leaving.say_crash(error, report)
    said = capsys.readouterr().err
    assert str(report) in said
    assert said.count("\n") == 1


def test_statuses_are_those_of_the_book() -> None:
    assert [leaving.status_of(number) for number in (1, 2, 15)] == [129, 130, 143]
