"""The installed command in a real tmux session: what a reader sees, and how the terminal is left."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import a_library, an_article
from tests.conftest import lacking

pytestmark = pytest.mark.tmux

PATIENCE = 20.0
"""Seconds for a screen to come, on a machine that is busy."""
FR = "Le pont de Lorme a rouvert samedi. La foule l'a traversé toute la matinée."
EN = "The Lorme bridge reopened on Saturday. The crowd crossed it all morning."


class Session:
    """A tmux server of its own, with one window."""

    def __init__(self, folder: Path) -> None:
        self._socket = str(folder / "tmux")
        self.library = folder / "library"
        self._env = {"HOME": str(folder), "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"], "SHELL": "/bin/sh"}

    def tmux(self, *words: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", self._socket, "-f", "/dev/null", *words],
            env=self._env, capture_output=True, text=True, check=True, timeout=PATIENCE,
        )  # fmt: skip
        return done.stdout

    def start(self, columns: int, lines: int, *words: str, within: str = "") -> None:
        """Run the command in a window; ``within`` is what runs a script in a terminal of its own there."""
        command = f"{sys.executable} -m tui --library {self.library} {' '.join(words)}; echo left with $?"
        script = self.library.with_name("inner.sh")
        script.write_text(f"{command}; exec sh\n")
        run = f"env -u TMUX {within} sh {script}" if within else f"sh {script}"
        self.tmux("new-session", "-d", "-x", str(columns), "-y", str(lines), run)

    @property
    def screen(self) -> str:
        return self.tmux("capture-pane", "-p")

    def until(self, words: str) -> str:
        """Wait until the screen shows ``words``; polls, for tmux tells nobody."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if words in (screen := self.screen):
                return screen
            time.sleep(0.05)
        raise AssertionError(f"no {words!r} on the screen:\n{self.screen}")

    def keys(self, *keys: str) -> None:
        for key in keys:
            self.tmux("send-keys", key)

    @property
    def pane(self) -> int:
        """The process id of the app: the last of the shells' children."""
        last = self.tmux("display-message", "-p", "#{pane_pid}").strip()
        while children := Path(f"/proc/{last}/task/{last}/children").read_text().split():
            last = children[0]
        return int(last)

    def close(self) -> None:
        subprocess.run(["tmux", "-S", self._socket, "kill-server"], capture_output=True, check=False)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = Session(tmp_path)
    fr = an_article("fr", FR, title="Le pont rouvre")
    en = an_article("en", EN, title="The bridge reopens")
    a_library(opened.library, fr, en, pairs=((0, 1),)).close()
    yield opened
    opened.close()


@pytest.mark.parametrize(("columns", "lines"), [(120, 40), (80, 24), (60, 20)])
def test_a_pair_is_read_and_left(session: Session, columns: int, lines: int) -> None:
    session.start(columns, lines)
    session.until("The bridge reopens")
    session.keys("Enter")
    screen = session.until("a rouvert samedi")
    assert ("reopened on Saturday" in screen) == (columns >= 100)
    session.keys("q")
    session.until("1 pair")
    session.keys("q")
    session.until("left with 0")


def test_resizing_keeps_the_screen(session: Session) -> None:
    session.start(120, 40)
    session.until("The bridge reopens")
    session.keys("Enter")
    before = session.until("a rouvert samedi")
    for columns, lines in ((40, 12), (200, 60), (120, 40)):
        session.tmux("resize-window", "-x", str(columns), "-y", str(lines))
        session.until("Lorme")
    end = time.monotonic() + PATIENCE
    while session.screen != before and time.monotonic() < end:
        time.sleep(0.05)
    assert session.screen == before


NESTED = {
    "screen": "SCREENDIR={folder} screen -U",
    "tmux": "tmux -S {folder}/inner -f /dev/null new-session",
    "tmux in screen": "SCREENDIR={folder} screen -U tmux -S {folder}/inner -f /dev/null new-session",
    "mosh": "sh {folder}/mosh",
    "the console": "TERM=linux",
    "16 colours on white": "TERM=xterm-16color COLORFGBG=0\\;15",
}
"""Terminals within tmux, by what starts them."""
MOSH = """
set -- $(mosh-server new -i 127.0.0.1 -- "$@" 2>/dev/null | grep "MOSH CONNECT")
MOSH_KEY=$4 exec mosh-client 127.0.0.1 "$3"
"""


@pytest.mark.parametrize("kind", NESTED)
def test_a_text_is_at_home_in_terminals_within_terminals(session: Session, kind: str) -> None:
    tools = {"mosh": "mosh-server", "the console": "sh", "16 colours on white": "sh"}
    if any(shutil.which(tools.get(word, word)) is None for word in kind.split(" in ")):
        lacking(kind)
    folder = session.library.with_name("nested")
    folder.mkdir(mode=0o700)
    (folder / "mosh").write_text(MOSH)
    session.start(120, 40, within=NESTED[kind].format(folder=folder))
    session.until("The bridge reopens")
    session.keys("Enter")
    before = session.until("1/2").splitlines()[:30]
    session.keys("End")
    session.until("2/2")
    session.keys("Home")
    session.until("1/2")
    for columns, lines in ((60, 20), (120, 40)):
        session.tmux("resize-window", "-x", str(columns), "-y", str(lines))
        session.until("1/2")
    session.until("reopened on Saturday")
    assert session.screen.splitlines()[:30] == before
    session.keys("Escape")
    session.until("1 pair")
    session.keys("q")
    session.until("left with 0")
    session.keys("exit", "Enter")
    subprocess.run(["tmux", "-S", str(folder / "inner"), "kill-server"], capture_output=True, check=False)


@pytest.mark.parametrize(("sign", "status"), [("TERM", 143), ("HUP", 129)])
def test_a_signal_gives_the_terminal_back(session: Session, sign: str, status: int) -> None:
    session.start(80, 24)
    session.until("The bridge reopens")
    subprocess.run(["kill", f"-{sign}", str(session.pane)], check=True)
    session.until(f"left with {status}")
    assert session.tmux("display-message", "-p", "#{alternate_on} #{cursor_flag}").strip() == "0 1"


def test_ctrl_c_is_an_interruption(session: Session) -> None:
    session.start(80, 24)
    session.until("The bridge reopens")
    session.keys("C-c")
    session.until("left with 130")


def test_the_app_is_suspended_and_comes_back(session: Session) -> None:
    session.start(80, 24, "read --bad-option")  # leaves a shell that knows jobs
    session.until("left with 2")
    session.keys(f"{sys.executable} -m tui --library {session.library}", "Enter")
    before = session.until("The bridge reopens")
    session.keys("C-z")
    session.until("Stopped")
    session.keys("fg", "Enter")
    session.until("1 pair")
    assert session.until("The bridge reopens") == before
    session.keys("q")


def test_a_copy_reaches_tmux_and_says_so(session: Session) -> None:
    session.start(120, 40)
    session.until("The bridge reopens")
    session.keys("Enter")
    session.until("a rouvert samedi")
    session.keys("y")
    session.until("Copied through tmux")
    assert "a rouvert samedi" in session.tmux("show-buffer")


def test_the_place_is_found_again(session: Session) -> None:
    session.start(120, 14)
    session.until("The bridge reopens")
    session.keys("Enter", "w", "q", "q")
    session.until("left with 0")
    session.keys(f"{sys.executable} -m tui --library {session.library}", "Enter")
    session.until("1 pair")
    session.keys("Enter")
    session.until("2/2")
