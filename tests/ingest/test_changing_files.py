"""Files that change or go while they are read: what is there is taken, the rest is one line."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

from tests.ingest.builders import ARTICLE
from tests.ingest.test_hostile import split, zipped
from tui.ingest import limits
from tui.ingest.options import Rejected
from tui.ingest.reading import read
from tui.model.article import Document


@pytest.fixture(autouse=True)
def good(tmp_path: Path) -> Path:
    """Lay a good article where the others are, to be read last."""
    path = tmp_path / "zzz-good.txt"
    path.write_text(ARTICLE)
    return path


@pytest.mark.parametrize("name", ["a.jsonl", "a.mbox", "a.zip", "a.jsonl.gz"])
@pytest.mark.parametrize("left", [0, 1, 1000])
def test_a_file_cut_short_while_it_is_read_costs_the_rest(tmp_path: Path, name: str, left: int) -> None:
    line = json.dumps({"text": ARTICLE})
    letter = f"From a@b Thu Jan  1 00:00:00 1970\nSubject: x\nFrom: a@b\n\n{ARTICLE}\n"
    many = "".join(json.dumps({"id": number, "text": ARTICLE}) + "\n" for number in range(20_000))
    data = {
        "a.jsonl": (line + "\n").encode() * 5000,
        "a.mbox": letter.encode() * 5000,
        "a.zip": zipped(*((f"{number}.txt", ARTICLE.encode()) for number in range(2000))),
        "a.jsonl.gz": gzip.compress(many.encode()),
    }
    (tmp_path / name).write_bytes(data[name])
    listing = read(str(tmp_path))
    assert isinstance(next(listing), Document)
    os.truncate(tmp_path / name, left)
    documents, refused = split(list(listing))
    assert documents[-1].key.endswith("zzz-good.txt")
    assert all("\n" not in each.why and each.why.isprintable() for each in refused)


def test_a_file_that_grows_while_it_is_read_comes_to_an_end(tmp_path: Path) -> None:
    line = (json.dumps({"text": ARTICLE}) + "\n").encode()
    (tmp_path / "a.jsonl").write_bytes(line * 2000)
    most = 2 * limits.MB // len(line)
    read_so_far = 0
    with (tmp_path / "a.jsonl").open("ab", buffering=0) as growing:
        for _ in read(str(tmp_path / "a.jsonl")):
            read_so_far += 1
            if read_so_far < most:
                growing.write(line)
    assert 2000 <= read_so_far <= 2000 + most


def test_a_file_replaced_after_it_was_listed_is_read_as_it_is_now(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    listing = read(str(tmp_path))
    next(listing)
    with (tmp_path / "zzz-good.txt").open("wb") as file:
        file.truncate(5 * 1024 * limits.MB)
    (refused,) = listing
    assert isinstance(refused, Rejected)
    assert "NUL" in refused.why


def test_a_file_that_becomes_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    listing = read(str(tmp_path))
    next(listing)
    (tmp_path / "zzz-good.txt").unlink()
    os.mkfifo(tmp_path / "zzz-good.txt")
    (changed,) = listing
    assert isinstance(changed, Rejected)
    assert "pipe" in changed.why
