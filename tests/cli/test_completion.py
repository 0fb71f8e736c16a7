"""Completion as the shells themselves do it."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.cli.about.completion import script
from tui.cli.table import COMMANDS
from tui.locale import use

pytestmark = pytest.mark.shells
PATIENCE = 20
CASES = [
    ("visavis rei", {"reindex"}),
    ("visavis --lin", {"--linear"}),
    ("visavis list --so", {"--sort"}),
    ("visavis -q list --so", {"--sort"}),
    ("visavis --library /tmp list --so", {"--sort"}),
    ("visavis list --sort ", {"date", "oldest", "title", "source", "added", "words", "unread"}),
    ("visavis export --format ", {"md", "html", "tmx", "jsonl", "csv"}),
    ("visavis mark ", {"read", "unread", "star", "unstar", "tag:", "untag:"}),
    ("visavis mark read ", set()),
    ("visavis feeds ", {"add", "remove", "list", "import", "export"}),
    ("visavis feeds import pag", {"page.html"}),
    ("visavis add pag", {"page.html"}),
    ("visavis help fac", {"facts"}),
]


@pytest.fixture(autouse=True)
def _english() -> None:
    use("en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "page.html").touch()
    return tmp_path


@pytest.fixture
def fish(folder: Path) -> Path:
    (folder / "visavis.fish").write_text(script("fish"), "utf-8")
    return folder


@pytest.mark.parametrize(("typed", "offered"), CASES)
def test_fish_offers_what_fits(fish: Path, typed: str, offered: set[str]) -> None:
    told = subprocess.run(
        ["fish", "--no-config", "-c", f"source visavis.fish; complete -C '{typed}'"],
        capture_output=True, text=True, check=True, cwd=fish, env=os.environ | {"HOME": str(fish)},
    )  # fmt: skip
    assert told.stderr == ""
    assert {line.split("\t")[0] for line in told.stdout.splitlines()} == offered


class Zsh:
    """An interactive zsh with our completion, on a terminal of its own."""

    def __init__(self, folder: Path) -> None:
        (folder / "_visavis").write_text(script("zsh"), "utf-8")
        (folder / ".zshrc").write_text(
            f"fpath=({folder} $fpath); autoload -Uz compinit; compinit -u -D; LISTMAX=999; unsetopt BEEP\n"
            "setopt NO_ALWAYS_LAST_PROMPT; PROMPT='@@ '; bindkey '^X' list-choices\n",
            "utf-8",
        )
        env = {"HOME": str(folder), "PATH": os.environ["PATH"], "TERM": "dumb", "ZDOTDIR": str(folder)}
        self._ours, theirs = pty.openpty()
        self._process = subprocess.Popen(
            ["zsh", "-i"], stdin=theirs, stdout=theirs, stderr=theirs, env=env, cwd=folder,
            start_new_session=True,
        )  # fmt: skip
        os.close(theirs)
        self._until("@@ ")

    def offered(self, typed: str) -> str:
        """Return what stands between the line and the prompt that follows the list of choices."""
        os.write(self._ours, f"{typed}\x18".encode())
        shown = self._until("@@ visavis")
        os.write(self._ours, b"\x15\r")
        self._until("@@ ")
        return shown.partition("\n")[2]

    def close(self) -> None:
        """Let the shell go."""
        os.close(self._ours)
        self._process.wait(PATIENCE)

    def _until(self, mark: str) -> str:
        """Read until ``mark`` came and nothing follows at once."""
        seen, end = "", time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if select.select([self._ours], [], [], REST)[0]:
                seen += os.read(self._ours, 65536).decode(errors="replace")
            elif mark in seen:
                return seen
        raise AssertionError(seen)


REST = 0.05


@pytest.fixture
def zsh(folder: Path) -> Iterator[Zsh]:
    shell = Zsh(folder)
    yield shell
    shell.close()


def test_zsh_offers_what_fits(zsh: Zsh) -> None:
    for typed, offered in CASES:
        if typed.endswith(" ") and offered:  # a single match would be filled in rather than listed
            shown = set(re.findall(r"[\w:]+", zsh.offered(typed).split("@@")[0]))
            assert offered <= {*shown, *(f"{word}:" for word in shown)}, typed


def test_zsh_takes_the_script_of_every_command(zsh: Zsh) -> None:
    for name in COMMANDS:
        shown = zsh.offered(f"visavis {name} -")
        assert "--library" in shown, (name, shown)
        assert "_arguments" not in shown, (name, shown)


def test_scripts_speak_the_language_of_the_interface() -> None:
    use("fr")
    try:
        assert "Lister les articles" in script("fish") + script("zsh")
    finally:
        use("en")
