"""Whoever is writing may be killed at any moment: what was kept is whole, and a new run goes on."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from tui.library import Library
from tui.model.keeping import Level

WRITER = """
import sys
from pathlib import Path
from tests.builders import a_pair, an_article, some_beads
from tui.library import Library

with Library.open(Path(sys.argv[1])) as library, library.lock.hold():
    print("ready", flush=True)
    number = library.counts().articles
    while True:
        lang = "fr" if number % 2 else "en"
        text = f"Texte numéro {number}. " * (1 + number % 40)
        names = ((f"place:{number % 7}", "PLACE", "Texte"),)
        public = library.writing.put(an_article(lang, text, key=str(number), names=names), b"h", b"f" * 500)
        if lang == "fr" and number > 1:
            library.writing.put_pairs([a_pair(public, f"a{int(public[1:]) - 1}", beads=some_beads(1, 1))])
        if number % 10 == 0:
            library.searching.sync()
            library.mark([public], "star")
        number += 1
        print(number, flush=True)
"""


def killed_while_writing(path: Path, moment: random.Random) -> int:
    """Start a writer, kill it at some moment; return how many articles it said it had kept."""
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    lines = moment.randrange(2, 25)
    said = [writer.stdout.readline() for _ in range(lines)]
    writer.kill()
    said += writer.stdout.readlines()
    writer.wait()
    writer.stdout.close()
    return max((int(line) for line in said if line.strip().isdecimal() and line.endswith("\n")), default=0)


def check(path: Path, at_least: int) -> None:
    with Library.open(path) as library:
        faults = [finding for finding in library.care.findings() if finding.level is Level.FAULT]
        assert faults == []
        assert library.counts().articles >= at_least
        for row in library.rows():
            article = library.article(row.id)
            assert article.text.startswith(article.title[:5])
        library.searching.sync()
        number = library.counts().articles - 1
        assert any(hit.id for hit in library.search(f'"numéro {number}"'))


@pytest.mark.slow
def test_ten_kills_lose_nothing(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    kills(tmp_path, 10)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_a_hundred_kills_lose_nothing(tmp_path: Path) -> None:
    kills(tmp_path, 100)


def kills(path: Path, times: int) -> None:
    moment = random.Random(times)
    kept = 0
    for _ in range(times):
        kept = max(kept, killed_while_writing(path / "library", moment))
    check(path / "library", kept)
