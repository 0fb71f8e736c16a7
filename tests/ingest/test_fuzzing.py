"""Damaged inputs at random, a little each time and for ten minutes on demand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TOOL = Path(__file__).parents[2] / "tools" / "fuzz_readers.py"


@pytest.mark.parametrize(
    "seconds",
    [5, pytest.param(600, marks=[pytest.mark.long, pytest.mark.timeout(900)])],
)
def test_no_damaged_input_gets_past_the_readers(seconds: int, tmp_path: Path) -> None:
    command = [sys.executable, str(TOOL), "--seconds", str(seconds), "--keep", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
