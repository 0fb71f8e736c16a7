from __future__ import annotations

import os
import subprocess
import sys

SHOW = "import os, tui.pairing.encoder; print(os.environ['OPENBLAS_NUM_THREADS'])"


def threads(**given: str) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    command = [sys.executable, "-c", SHOW]
    return subprocess.run(command, env=environment | given, capture_output=True, text=True, check=True).stdout


def test_pairing_computes_on_one_thread() -> None:
    assert threads() == "1\n"


def test_what_the_user_sets_stands() -> None:
    assert threads(OPENBLAS_NUM_THREADS="3") == "3\n"
