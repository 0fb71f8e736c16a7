"""Writers killed in the middle of their work: what was committed is never lost, and writing goes on."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tui.library.index import create_index, open_index

ON_DEMAND = pytest.mark.skipif(not os.environ.get("VISAVIS_LONG"), reason="on demand: VISAVIS_LONG=1")

_WRITER = """
import sys
from pathlib import Path
from tui.library.index import IndexedArticle, open_index
index = open_index(Path(sys.argv[1]))
number = index.count()
while True:
    number += 1
    index.write([IndexedArticle(number, "en", f"Comet {number}", "A comet passes the moon. " * 50, 0, 0)])
    print(number, flush=True)
"""


def _killed_after(directory: Path, commits: int, pause: float) -> int:
    """Let a writer commit so often, kill it ``pause`` seconds later; return the last commit it told of."""
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", _WRITER, str(directory)], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        told = [int(writer.stdout.readline()) for _ in range(commits)]
        time.sleep(pause)
        writer.kill()
        return int((writer.stdout.read().split() or [str(told[-1])])[-1])


@pytest.mark.parametrize(
    "kills",
    [pytest.param(10, marks=pytest.mark.slow), pytest.param(100, marks=[pytest.mark.long, ON_DEMAND])],
)
def test_no_commit_is_lost_when_a_writer_is_killed(tmp_path: Path, kills: int) -> None:

    create_index(tmp_path / "index").close()
    chance = random.Random(kills)
    for _ in range(kills):
        told = _killed_after(tmp_path / "index", chance.randint(1, 4), chance.random() * 0.03)
        index = open_index(tmp_path / "index")
        assert index.count() >= told
        index.close()
