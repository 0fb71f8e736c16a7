"""Whatever becomes of the search index, reading goes on, search mends it, and the store is untouched."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.builders import an_article
from tui.errors import DiskFullError
from tui.library import Library
from tui.library.index.disk import bulk, gathering, guard
from tui.library.library import LOCK
from tui.library.searching import search

ENDINGS = ("trm", "pst", "toc", "number.col", "day.col", "moment.col", "_body_fr_len.col", "seal")
"""The files of an index, by the ends of their names."""


def _halve(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _garble(path: Path) -> None:
    path.write_bytes(bytes(byte ^ 0x55 for byte in path.read_bytes()))


def _empty(path: Path) -> None:
    os.truncate(path, 0)


@pytest.fixture
def sealed(library: Library) -> Library:
    """A library whose index is on disk."""
    library.search("digues")
    return library


def _is_well(path: Path, rows: object) -> None:
    """Look as a reader: everything is listed, and found again."""
    with Library.open(path) as other:
        assert other.rows() == rows
        assert [hit.id for hit in other.search("digues")] == ["a3"]
        assert [finding for finding in other.doctor() if finding.fixable] == []


@pytest.mark.parametrize("harm", [_halve, _garble, _empty, Path.unlink])
@pytest.mark.parametrize("ending", ENDINGS)
# Whoosh leaves the file open whose reading fails
@pytest.mark.filterwarnings("ignore:.*unclosed file", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_damaged_file(sealed: Library, ending: str, harm: Callable[[Path], None]) -> None:
    rows = sealed.rows()
    found = [path for path in (sealed.path / "index").iterdir() if path.name.endswith(ending)]
    assert found
    for path in found:
        harm(path)
    _is_well(sealed.path, rows)


def test_an_index_that_vanishes_while_it_is_open(sealed: Library) -> None:
    for path in (sealed.path / "index").iterdir():
        path.unlink()
    (sealed.path / "index").rmdir()
    rows = sealed.rows()
    assert sealed.suggest("digues")
    assert [hit.id for hit in sealed.search("digues")] == ["a3"]
    assert sealed.rows() == rows


def test_an_index_of_an_older_program(sealed: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = sealed.rows()
    monkeypatch.setattr(guard, "FORMAT", guard.FORMAT + 1)
    _is_well(sealed.path, rows)


def test_an_index_of_another_user(sealed: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "AT_ONCE", 0)
    with Library.open(sealed.path) as other, monkeypatch.context() as patched:
        other.searching.mends = False
        patched.setattr(os, "getuid", lambda: 4_321)
        assert other.suggest("la mer monte") == other.search("la mer monte")
        assert "another user" in (other.searching.trouble or "")
    _is_well(sealed.path, sealed.rows())


def test_no_room_for_an_index(sealed: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    lost = list[bool]()
    title = sealed.rows(limit=1)[0].title
    monkeypatch.setattr(guard, "FORMAT", guard.FORMAT + 1)
    with Library.open(sealed.path) as other, monkeypatch.context() as patched:
        other.searching.mends, other.searching.lost = False, lambda: lost.append(True)
        patched.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=0))
        assert title in {hit.title for hit in other.search(title)}
        assert lost
        assert other.facets(title)["lang"]
    _is_well(sealed.path, sealed.rows())


def test_an_index_left_half_made(sealed: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = sealed.rows()
    monkeypatch.setattr(guard, "FORMAT", guard.FORMAT + 1)
    monkeypatch.setattr(bulk, "BATCH", 1)
    with Library.open(sealed.path) as other:
        making = other.reindex()
        assert next(making).total == len(rows)
        making.close()  # type: ignore[attr-defined]
        assert not any(thread.name == "rebuilding" for thread in threading.enumerate())
    _is_well(sealed.path, rows)


_HOLDER = """
import sys
from pathlib import Path
from tui.library.store.lock import RunLock
with RunLock(Path(sys.argv[1])).hold():
    print("held", flush=True)
    sys.stdin.read()
"""


def test_an_index_that_another_process_writes(sealed: Library) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(sealed.path / LOCK)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        sealed.writing.put(an_article("fr", "Les digues cèdent."), b"new")
        assert [hit.id for hit in sealed.search("digues")] == ["a3"]
        holder.communicate()
    assert {hit.id for hit in sealed.search("digues")} == {"a3", "a6"}


def _is_full(*_arguments: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_disk_that_is_full(sealed: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = sealed.rows()
    with monkeypatch.context() as full:
        full.setattr(gathering.Gatherer, "iter_postings", _is_full)
        with pytest.raises(DiskFullError):
            list(sealed.reindex())
        sealed.writing.put(an_article("fr", "Les digues cèdent."), b"new")
        with pytest.raises(DiskFullError):
            sealed.searching.sync()
        assert set(rows) < set(sealed.rows())
    assert {hit.id for hit in sealed.search("digues")} == {"a3", "a6"}


def test_no_room_for_a_commit_leaves_search_as_it_was(
    sealed: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed.writing.put(an_article("fr", "Les digues cèdent."), b"new")
    monkeypatch.setattr(gathering.Gatherer, "iter_postings", _is_full)
    assert [hit.id for hit in sealed.search("digues")] == ["a3"]
    assert "no room" in (sealed.searching.trouble or "")
