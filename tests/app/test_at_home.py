"""The installed command on terminals of every kind, started, used, left and broken in a pseudo-terminal."""

from __future__ import annotations

import re
import signal
import termios
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.app.pty_session import PtySession
from tests.builders import a_library, an_article

FR = "Le pont de Lorme a rouvert samedi. La foule l'a traversé toute la matinée."
EN = "The Lorme bridge reopened on Saturday. The crowd crossed it all morning."
TITLE = "The bridge reopens"
FAULTY = """
import sys
from tui.app.screens.library import LibraryScreen

def broken(self):
    raise RuntimeError("a fault made for this test")

LibraryScreen.do_search = broken
from tui.cli import main
sys.exit(main(sys.argv[1:]))
"""
SGR = re.compile(r"\x1b\[([0-9;]*)m")
CUES = {"", "0", "1", "2", "3", "4", "7", "9", "22", "23", "24", "27", "29"}

Start = Callable[..., PtySession]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start the app on a small library; what is given is the environment."""
    folder = tmp_path / "library"
    fr = an_article("fr", FR, title="Le pont rouvre")
    a_library(folder, fr, an_article("en", EN, title=TITLE), pairs=((0, 1),)).close()
    opened: list[PtySession] = []

    def begin(*first: str, words: tuple[str, ...] = (), **env: str) -> PtySession:
        command = first or ("-m", "tui")
        session = PtySession([*command, "--library", str(folder), *words], str(tmp_path), env)
        opened.append(session)
        return session

    yield begin
    for session in opened:
        session.close()


def codes(session: PtySession) -> set[str]:
    """Every SGR code that was sent, colours with their parameters."""
    return {code for sequence in SGR.findall(session.sent) for code in _split(sequence)}


def _split(sequence: str) -> list[str]:
    return re.findall(r"[34]8;(?:5;\d+|2;\d+;\d+;\d+)|\d+", sequence) or [""]


def read_a_pair(session: PtySession) -> None:
    session.until(TITLE)
    session.keys("\r")
    session.until("a rouvert samedi")
    session.keys("wqq")
    assert session.status() == 0


def test_no_color_sends_no_colour_and_keeps_cues(start: Start) -> None:
    session = start(NO_COLOR="1")
    read_a_pair(session)
    assert codes(session) <= CUES
    assert "7" in codes(session)


def test_sixteen_colours_are_not_exceeded(start: Start) -> None:
    session = start(TERM="xterm")
    read_a_pair(session)
    assert not any(code.startswith(("38;", "48;")) for code in codes(session))


def test_no_background_is_painted_over_the_terminals_own(start: Start) -> None:
    session = start()
    read_a_pair(session)
    assert not codes(session) & {str(code) for code in (*range(40, 49), *range(100, 108))}


@pytest.mark.parametrize("term", ["screen", "screen-256color", "tmux-256color", "linux", "xterm", "vt100"])
def test_the_app_is_at_home_on(term: str, start: Start) -> None:
    read_a_pair(start(TERM=term))


def test_a_dumb_terminal_is_refused_with_help(start: Start) -> None:
    session = start(TERM="dumb")
    assert session.status() == 2
    assert "list, search and show print to it" in session.sent
    assert "\x1b[" not in session.sent


def test_ascii_where_nothing_else_is_drawn(start: Start) -> None:
    session = start(VISAVIS_ASCII="1")
    session.until(TITLE)
    session.keys("q")
    assert session.status() == 0
    assert not set(session.sent) & set("●·…│▌─×")


def test_home_and_end_in_the_ways_of_all_terminals(start: Start) -> None:
    for home, end in (("\x1b[1~", "\x1b[4~"), ("\x1b[H", "\x1b[F"), ("\x1bOH", "\x1bOF")):
        session = start()
        session.until(TITLE)
        session.keys("\r")
        session.until("1/2")
        session.keys(end)
        session.until("2/2")
        session.keys(home)
        session.until("1/2")
        session.keys("qq")
        assert session.status() == 0


def test_plain_display_shows_the_same_screen(start: Start) -> None:
    screens = []
    for env in ({}, {"VISAVIS_PLAIN_DISPLAY": "1"}):
        session = start(**env)
        session.until(TITLE)
        screens.append(session.until("? help").replace(" ●", "  "))
        session.keys("q")
        assert session.status() == 0
    assert screens[0] == screens[1]


def test_a_terminal_that_never_answers_gets_every_frame(start: Start) -> None:
    session = start()
    session.until(TITLE)
    for _ in range(4):
        session.keys("?")
        session.until("Help")
        session.keys("\x1b")
        session.until(TITLE)
    session.keys("q")
    assert session.status() == 0


def test_a_resize_in_a_text_keeps_it(start: Start) -> None:
    session = start()
    session.until(TITLE)
    session.keys("\r")
    session.until("a rouvert samedi")
    for size in ((40, 12), (200, 60), (100, 30)):
        session.resize(*size)
        session.until("a rouvert")
    session.keys("qq")
    assert session.status() == 0


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_a_signal_gives_the_terminal_back(number: signal.Signals, status: int, start: Start) -> None:
    session = start()
    session.until(TITLE)
    session.process.send_signal(number)
    assert session.status() == status
    assert_given_back(session)


def test_ctrl_c_gives_the_terminal_back(start: Start) -> None:
    session = start()
    session.until(TITLE)
    session.keys("\x03")
    assert session.status() == 130
    assert_given_back(session)


def test_a_lost_terminal_ends_the_app(start: Start) -> None:
    session = start()
    session.until(TITLE)
    assert session.hang_up() == 129


def test_a_fault_leaves_a_report_a_sentence_and_the_terminal(start: Start, tmp_path: Path) -> None:
    script = tmp_path / "faulty.py"
    script.write_text(FAULTY)
    session = start(str(script))
    session.until(TITLE)
    session.keys("/")
    assert session.status() == 70
    assert_given_back(session)
    report = next((tmp_path / ".local/state/visavis").glob("crash-*.txt"))
    assert "a fault made for this test" in report.read_text("utf-8")
    assert str(report) in session.sent.replace("\r\n", "")
    assert "Traceback" not in session.sent


def assert_given_back(session: PtySession) -> None:
    """The alternate screen left, the cursor shown, the pen reset, the line as it was."""
    assert session.sent.rindex("\x1b[?1049l") > session.sent.rindex("\x1b[?1049h")
    assert session.sent.rindex("\x1b[?25h") > session.sent.rindex("\x1b[?25l")
    assert termios.tcgetattr(session.master)[3] == session.before[3]
