"""The last screen, painted before the settings are read and anything is imported."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.app.pty_session import PtySession
from tui.app.terminal import prepaint
from tui.app.terminal.curtain import ENTER, LEAVE

ROWS = ((("1", "", "", " visavis"), ("", "", "", "   2 articles")), (("", "32", "", " Les quais"),))
SIZE = (100, 30)
PAINT = """
import os, sys
held, write, taken = set(sys.modules), os.write, []
def noted(handle, data):
    taken.append(sorted(set(sys.modules) - held))
    return write(handle, data)
os.write = noted
from tui.cli import _curtain
curtain = _curtain(sys.argv[1:])
# drawn
if curtain:
    curtain.drop()
print("up" if curtain and curtain.saved else "down", *(taken or [[]])[0])
"""
NEEDED = {
    "__future__", "termios", "zlib", "tui", "tui.app", "tui.app.terminal", "tui.app.terminal.curtain",
    "tui.app.terminal.prepaint", "tui.cli", "tui.paths",
}  # fmt: skip
"""All that may be imported before the last screen is on the terminal."""

Start = Callable[..., PtySession]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    began: list[PtySession] = []

    def begin(*words: str, **env: str) -> PtySession:
        began.append(PtySession(words, str(tmp_path), env, SIZE))
        return began[-1]

    yield begin
    for session in began:
        session.close()


def keep(folder: Path, *, settings: bytes = b"", **env: str) -> None:
    """Keep a screen of an app that ran with these settings, on the terminal of these tests."""
    known = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"} | env
    folder.mkdir(parents=True)
    key = prepaint.screen_key(*SIZE, prepaint.look_of(known, settings))
    prepaint.write(folder, prepaint.Saved(key, "a1 0 2", ROWS))


def test_the_last_screen_needs_next_to_nothing(start: Start, tmp_path: Path) -> None:
    keep(tmp_path / ".local/share/visavis")
    session = start("-c", PAINT)
    assert session.status() == 0
    painted, rest = session.sent.split(LEAVE)
    assert painted.startswith(ENTER)
    assert "2 articles" in painted
    state, *modules = rest.split()
    assert state == "up"
    assert set(modules) <= NEEDED


@pytest.mark.parametrize(
    ("words", "state"), [([], "up"), (["read"], "up"), (["list"], "down"), (["read", "mot"], "down"),
                         (["--color", "never"], "down")],
)  # fmt: skip
def test_it_is_shown_where_nothing_else_was_said(
    words: list[str], state: str, start: Start, tmp_path: Path
) -> None:
    keep(tmp_path / ".local/share/visavis")
    session = start("-c", PAINT, *words)
    assert session.status() == 0
    assert session.sent.split(LEAVE)[-1].split()[0] == state


def test_a_library_is_named_on_the_line_or_in_the_environment(start: Start, tmp_path: Path) -> None:
    keep(tmp_path / "une", VISAVIS_LIBRARY=str(tmp_path / "autre"))
    session = start("-c", PAINT, "--library", str(tmp_path / "une"), VISAVIS_LIBRARY=str(tmp_path / "autre"))
    assert session.status() == 0
    assert "up" in session.sent.split(LEAVE)[-1].split()


@pytest.mark.parametrize(
    ("settings", "state"),
    [(b'# library = "~/x"\ntheme = "dark"\n', "up"), (b' "library" = "/elsewhere"\n', "down")],
)
def test_settings_that_name_a_library_are_read_first(
    settings: bytes, state: str, start: Start, tmp_path: Path
) -> None:
    (tmp_path / ".config/visavis").mkdir(parents=True)
    (tmp_path / ".config/visavis/config.toml").write_bytes(settings)
    keep(tmp_path / ".local/share/visavis", settings=settings)
    session = start("-c", PAINT)
    assert session.status() == 0
    assert session.sent.split(LEAVE)[-1].split()[0] == state


def test_a_fault_after_it_is_told_on_the_terminal_that_was_given_back(start: Start, tmp_path: Path) -> None:
    settings = b"jobs = 0\n"
    (tmp_path / ".config/visavis").mkdir(parents=True)
    (tmp_path / ".config/visavis/config.toml").write_bytes(settings)
    keep(tmp_path / ".local/share/visavis", settings=settings)
    session = start("-m", "tui")
    assert session.status() == 2
    before, after = session.sent.split(LEAVE)
    assert "2 articles" in before
    assert "'jobs' is at least 1" in after


def test_a_signal_right_after_it_gives_the_terminal_back(start: Start, tmp_path: Path) -> None:
    keep(tmp_path / ".local/share/visavis")
    script = PAINT.replace("# drawn", "print('hung'); import time; time.sleep(60)")
    session = start("-c", script)
    session.until("hung")
    session.process.send_signal(signal.SIGTERM)
    assert session.status() == 143
    assert session.sent.endswith(LEAVE)
