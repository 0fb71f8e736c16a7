"""What every test can rely on: a known environment, and tools that are either there or said to be missing."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.locale import use

DICTIONARIES = Path("/usr/share/dictd")

TOOLS: dict[str, Callable[[], bool]] = {
    "tmux": lambda: shutil.which("tmux") is not None,
    "chromium": lambda: shutil.which("chromium") is not None,
    "shells": lambda: all(map(shutil.which, ("zsh", "fish"))),
    "dictionary": lambda: any(DICTIONARIES.glob("freedict-*")),
}
"""What a marked test needs: without it the test is skipped with a word, but never in CI."""


def pytest_sessionstart() -> None:
    """Hear interrupts even where a shell started us in the background: what we start inherits that."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_runtest_setup(item: pytest.Item) -> None:
    for name, is_there in TOOLS.items():
        if item.get_closest_marker(name) and not is_there():
            lacking(name)


def lacking(name: str) -> None:
    """Skip a test with a word for want of a tool; in CI, where nothing may be skipped, fail it."""
    missing = f"needs {name}, which is not installed"
    if os.environ.get("CI"):
        pytest.fail(missing, pytrace=False)
    pytest.skip(missing)


@pytest.fixture(autouse=True)
def known_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Set aside what the machine and its user chose: folders, colours, locale, time zone, our variables."""
    home = tmp_path_factory.mktemp("home")
    for name in [
        *(name for name in os.environ if name.startswith("VISAVIS_")),
        "NO_COLOR",
        "COLUMNS",
        "LINES",
    ]:
        monkeypatch.delenv(name, raising=False)
    for name, folder in (
        ("CONFIG", ".config"),
        ("DATA", ".local/share"),
        ("CACHE", ".cache"),
        ("STATE", ".local/state"),
    ):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / folder))
    for name, value in (("HOME", str(home)), ("TZ", "UTC"), ("LC_ALL", "C.UTF-8"), ("LANG", "C.UTF-8")):
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("LANGUAGE", raising=False)
    use("en")
