"""The linear mode: lines in, lines out."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.fakes import FakeLibrary
from tests.builders import a_library, an_article
from tui.app.linear.session import Session
from tui.config import Reading, Settings
from tui.locale import use

PATIENCE = 60
FR = "Le pont de Lorme a rouvert samedi. La foule l'a traversé toute la matinée."
EN = "The Lorme bridge reopened on Saturday. The crowd crossed it all morning."


def said(*lines: str, library: FakeLibrary | None = None, query: str = "") -> list[str]:
    """Return what a session answers to ``lines``, its greeting left out."""
    use("en")
    answers: list[str] = []
    session = Session(library or FakeLibrary(), Settings(language="en"), answers.append)
    session.begin(query)
    greeting = len(answers)
    for line in lines:
        session.obey(line)
    session.end()
    return answers if query else answers[greeting:]


def test_rows_are_numbered_words() -> None:
    row = "1. not read. FR EN. Lorme bridge reopens to pedestrians. 8 March 2025. Le Courrier de Lorme"
    assert said("list")[1] == row


def test_a_row_is_opened_by_its_number_and_enter_goes_on() -> None:
    answers = said("1", "", "W")
    assert "Passage 1 of 7" in answers
    assert "FR: Le pont de Lorme a rouvert samedi." in answers
    assert answers[-1] == "EN: The Lorme bridge reopened on Saturday."


def test_keys_and_names_are_the_same_commands() -> None:
    assert said("1", "d") == said("open 1", "facts")
    assert said("1", "d")[-2].startswith("1. differs, amount, 12,000,000 EUR. FR: 12 millions d'euros")


def test_names_are_said_with_their_counts() -> None:
    assert "1. Jeanne Aubert, person, FR 1, EN 1" in said("1", "entities")


def test_texts_that_are_no_translations_are_read_along_one_side() -> None:
    answers = said("2", "tab-less", "flip", "previous-bead")
    assert any("not translations" in line for line in answers)
    assert "EN: Fishing boats stayed in port." in answers


def test_words_are_searched_in_the_library_and_found_in_a_text() -> None:
    assert "1 result." in said("/light")
    assert said("1", "/fanfare")[-2].startswith("FR: Une fanfare")
    assert said("1", "/nowhere")[-1] == "Not found: nowhere"


def test_a_better_spelling_is_said() -> None:
    assert "Did you mean: lighthouse" in said("search lihgthouse")


def test_marks_reach_the_library() -> None:
    library = FakeLibrary()
    said("star 3", "tag 1 web", "read all", "undo", library=library)
    assert library.told == [(("a3",), "star"), (("a1", "a2"), "tag:web")]


def test_the_place_is_kept() -> None:
    library = FakeLibrary()
    said("1", "3", library=library)
    assert library.positions == {"a1": 2}
    assert "Passage 3 of 7" in said("1", library=library)


def test_what_cannot_be_done_is_said() -> None:
    answers = said("fact", "99", "zen", "facts", "facets")
    assert answers[0].startswith("No command is called fact; did you mean 'facets'?")
    assert answers[1] == "There is no row 99."
    assert answers[2] == "zen does nothing here: nothing is drawn here."
    assert answers[3] == "facts acts on another screen."


def test_help_says_the_commands_of_the_place_that_hold_the_words() -> None:
    assert "search (/): search the library, or find in the text" in said("help find")
    assert not any(line.startswith("facets") for line in said("1", "help"))


def test_nothing_but_words_is_said() -> None:
    for line in said("list", "1", "", "", "facts", "entities", "details", "help", "q", "facets"):
        assert line.isprintable()
        assert not set(line) & set("│─┌┐└┘●★✓▌")


def test_a_query_begins_with_its_results() -> None:
    assert "1 result." in said(query="light")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    articles = an_article("fr", FR, title="Le pont"), an_article("en", EN, title="The bridge")
    a_library(tmp_path / "library", *articles, pairs=((0, 1),)).close()
    return tmp_path / "library"


def _command(library: Path) -> list[str]:
    return [sys.executable, "-m", "tui", "--library", str(library), "read", "--linear"]


def _env(folder: Path) -> dict[str, str]:
    return {"HOME": str(folder), "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]}


def test_it_works_through_a_pipe(library: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        _command(library), input="1\nw\nquit\n", capture_output=True, text=True, env=_env(tmp_path),
        timeout=PATIENCE, check=True,
    )  # fmt: skip
    assert done.stderr == ""
    assert "FR: La foule l'a traversé toute la matinée." in done.stdout.splitlines()


def test_it_works_on_a_terminal_with_a_prompt(library: Path, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        _command(library), stdin=theirs, stdout=theirs, stderr=theirs, env=_env(tmp_path) | {"TERM": "dumb"}
    ) as process:
        os.close(theirs)
        os.write(ours, b"1\nquit\n")
        seen = b""
        while chunk := _read(ours):
            seen += chunk
        assert process.wait(PATIENCE) == 0
    os.close(ours)
    assert "EN: The Lorme bridge reopened on Saturday." in seen.decode()
    assert b"> " in seen


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def test_it_imports_no_textual(library: Path, tmp_path: Path) -> None:
    see = (
        "import sys, io; sys.stdin = io.StringIO('1\\nfacts\\nquit\\n'); from tui.cli import main;"
        f"main(['--library', {str(library)!r}, 'read', '--linear']);"
        "sys.exit(any(name in sys.modules for name in ('textual', 'numpy', 'whoosh')))"
    )
    done = subprocess.run([sys.executable, "-c", see], capture_output=True, env=_env(tmp_path), check=False)
    assert done.returncode == 0


def test_the_setting_asks_for_it_too() -> None:
    assert Settings(reading=Reading(linear=True)).reading.linear
