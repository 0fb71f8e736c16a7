"""The package is cheap to import: models, word lists and numpy wait until a text comes."""

from __future__ import annotations

import subprocess
import sys

HEAVY = "{'pycrfsuite', 'numpy', 'spacy', 'babel', 'rapidfuzz'}"


def test_importing_loads_nothing_heavy() -> None:
    code = f"import sys, tui.analysis.entities; print(sorted({HEAVY} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
