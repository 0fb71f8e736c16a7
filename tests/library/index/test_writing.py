from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from whoosh.filedb.filestore import FileStorage

from tests.library.index.making import an_index, an_indexed, found
from tui.errors import DiskFullError, IndexDamagedError, LibraryBusyError
from tui.library.index import IndexedArticle, create_index, open_index
from tui.library.index.disk import bulk, guard, writing
from tui.library.index.disk.gathering import Gatherer
from tui.library.index.disk.schema import decode_positions

COMET = an_indexed(1, "en", "A comet passes.")
BREAD = an_indexed(2, "fr", "Le pain lève.")


def test_what_was_written_is_found_in_a_new_process_too(tmp_path: Path) -> None:
    an_index(tmp_path, COMET, BREAD).close()
    index = open_index(tmp_path / "index")
    assert index.count() == 2
    assert found(index, "pains") == [2]


def test_writing_again_replaces(tmp_path: Path) -> None:
    index = an_index(tmp_path, COMET, BREAD)
    index.write([an_indexed(1, "en", "A meteor falls.")])
    assert (found(index, "comet"), found(index, "meteor"), index.count()) == ([], [1], 2)


def test_taken_out_is_gone(tmp_path: Path) -> None:
    index = an_index(tmp_path, COMET, BREAD)
    index.write([], removed=[1, 77])
    assert (found(index, "comet"), index.count()) == ([], 1)


def test_another_process_sees_it_after_a_refresh(tmp_path: Path) -> None:
    index = an_index(tmp_path, COMET)
    other = open_index(tmp_path / "index")
    index.write([BREAD])
    assert other.refresh()
    assert found(other, "pain") == [2]
    assert not other.refresh()


@pytest.mark.parametrize("workers", [1, 2])
def test_a_rebuilt_index_takes_the_old_ones_place(tmp_path: Path, workers: int) -> None:
    index = an_index(tmp_path, COMET)
    other = open_index(tmp_path / "index")
    index.rebuild([an_indexed(n, "en", f"Bread number {n}.") for n in range(1, 300)], workers=workers)
    assert other.refresh()
    assert (index.count(), other.count(), found(other, "comet")) == (299, 299, [])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["index"]


def _many(count: int) -> list[IndexedArticle]:
    return [an_indexed(n, "fr" if n % 2 else "en", f"Bread number {n}. " * 20) for n in range(1, count)]


def test_processes_build_what_one_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "BATCH", 50)
    monkeypatch.setattr(bulk, "WORTH_A_PROCESS", 100)
    index, told = an_index(tmp_path, COMET), list[int]()
    index.rebuild(_many(321), workers=2, told=told.append)
    assert (index.count(), found(index, "comet"), told[-1]) == (320, [], 320)
    assert found(index, '"number 77"') == [77]


def test_what_fails_in_a_process_is_raised_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "WORTH_A_PROCESS", 1)
    index = an_index(tmp_path, COMET)
    with pytest.raises(IndexDamagedError):
        index.rebuild([replace(COMET, lang="de")], workers=2)
    assert found(index, "comet") == [1]


def test_postings_beyond_memory_go_through_files(tmp_path: Path) -> None:
    gatherer = Gatherer(FileStorage(str(tmp_path)), memory=2_000)
    for number in range(40):
        gatherer.take("body_en", number, {"comet": [1, 5], f"w{number:02}": [2], "é": [number]})
    terms = list(gatherer.iter_postings())
    assert len(list(tmp_path.iterdir())) > 2
    assert [one.term.decode() for one in terms] == ["comet", *(f"w{n:02}" for n in range(40)), "é"]
    assert list(terms[0].numbers) == list(range(40))
    assert [tuple(decode_positions(value)) for value in terms[-1].values] == [(n,) for n in range(40)]


def test_many_commits_merge_and_keep_everything(tmp_path: Path) -> None:
    index = an_index(tmp_path, COMET)
    for number in range(2, 30):
        index.write([an_indexed(number, "en", f"A comet of the year {1900 + number}.")], removed=[number - 1])
    assert found(index, "comet") == [29]
    assert found(index, '"comet of the year 1929"') == [29]


def test_long_texts_keep_their_phrases(tmp_path: Path) -> None:
    index = an_index(tmp_path, an_indexed(3, "en", "word " * 70_000 + "the very end"), COMET)
    assert found(index, '"the very end"') == [3]


# Whoosh leaves the file open whose reading fails
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("ending", [".trm", ".pst", ".toc"])
def test_a_damaged_file_is_told_not_raised_raw(tmp_path: Path, ending: str) -> None:
    an_index(tmp_path, COMET, BREAD).close()
    for path in (tmp_path / "index").glob(f"*{ending}"):
        path.write_bytes(b"\x13" * path.stat().st_size)
    with pytest.raises(IndexDamagedError):
        found(open_index(tmp_path / "index"), "comet")


def test_a_missing_index_is_told(tmp_path: Path) -> None:
    with pytest.raises(IndexDamagedError, match="missing"):
        open_index(tmp_path / "index")


def test_an_index_that_was_copied_here_is_not_opened(tmp_path: Path) -> None:
    an_index(tmp_path, COMET).close()
    shutil.copytree(tmp_path / "index", tmp_path / "copy")
    with pytest.raises(IndexDamagedError, match="made elsewhere"):
        open_index(tmp_path / "copy")


def test_an_index_that_others_may_write_is_not_opened(tmp_path: Path) -> None:
    an_index(tmp_path, COMET).close()
    next((tmp_path / "index").glob("*.toc")).chmod(0o666)
    with pytest.raises(IndexDamagedError, match="another user"):
        open_index(tmp_path / "index")


def test_an_older_index_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    an_index(tmp_path, COMET).close()
    monkeypatch.setattr(guard, "FORMAT", guard.FORMAT + 1)
    with pytest.raises(IndexDamagedError, match="older"):
        open_index(tmp_path / "index")


def test_a_writer_waits_for_another_and_gives_up_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = an_index(tmp_path, COMET)
    monkeypatch.setattr(writing, "_PATIENCE", 0.1)
    files = writing.open_files(tmp_path / "index")
    with writing.writer(files, tmp_path / "index"), pytest.raises(LibraryBusyError):
        index.write([BREAD])
    index.write([BREAD])
    assert index.count() == 2


def test_no_room_is_told_before_anything_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = an_index(tmp_path, COMET)
    monkeypatch.setattr(guard, "ROOM", 1 << 60)
    monkeypatch.setattr(guard.ensure_room, "__defaults__", (1 << 60,))
    with pytest.raises(DiskFullError):
        index.write([BREAD])
    assert index.count() == 1


def test_a_failed_batch_leaves_the_index_as_it_was_and_unlocked(tmp_path: Path) -> None:
    def failing() -> Iterator[IndexedArticle]:
        yield BREAD
        raise DiskFullError("no room")

    index = an_index(tmp_path, COMET)
    with pytest.raises(DiskFullError):
        index.write(failing())
    assert index.count() == 1
    index.write([BREAD])
    assert index.count() == 2


def test_files_are_their_owners_alone(tmp_path: Path) -> None:
    create_index(tmp_path / "index")
    modes = {path.stat().st_mode & 0o077 for path in (tmp_path / "index").iterdir() if path.name != "seal"}
    assert modes <= {0} or os.umask(os.umask(0o022)) == 0o022
