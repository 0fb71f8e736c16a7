"""Screens as files: plain text to read, SVG to look at."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.driving import Driven

SHOTS = Path(__file__).parent / "shots"
UPDATE = "UPDATE_SCREENS"
"""Set it to write the screens as they are now; look at them before they are committed."""

Matches = Callable[[Driven, str], None]


@pytest.fixture
def screen_matches() -> Matches:
    """Compare a running app's screen with the one that was approved; a stopped app never matches."""

    def check(driven: Driven, name: str) -> None:
        assert driven.app.is_running
        assert driven.app.fault is None
        shown = {".txt": driven.text + "\n", ".svg": driven.app.export_screenshot(title=name) + "\n"}
        for suffix, content in shown.items():
            path = SHOTS / f"{name}{suffix}"
            if os.environ.get(UPDATE):
                SHOTS.mkdir(exist_ok=True)
                path.write_text(content, "utf-8")
            assert path.read_text("utf-8") == content, f"{path.name} changed"

    return check


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "TMUX", "STY", "SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("HOME", str(tmp_path))
