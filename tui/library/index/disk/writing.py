"""Writing: one commit a batch, cancelled when it fails; a rebuilt index takes the old one's place."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex, LockError

from tui.errors import DiskFullError, LibraryBusyError
from tui.library.index import IndexedArticle, Told
from tui.library.index.disk import bulk
from tui.library.index.disk.codec import BlockCodec
from tui.library.index.disk.gathering import GatheringWriter
from tui.library.index.disk.guard import ensure_room, put_seal
from tui.library.index.disk.schema import BODY, DAY, MOMENT, NUMBER, TITLE, schema

_PATIENCE = 60.0
"""Seconds to wait for another writer; a batch takes one."""

_POLL = 0.05
_MOST = (1 << 31) - 1


def create(directory: Path) -> FileIndex:
    """Make an empty index in ``directory``, in place of what is there."""
    fresh = directory.with_name(f"{directory.name}.new")
    _private(fresh)
    index = FileStorage(str(fresh)).create_index(schema())
    index.close()
    put_seal(fresh)
    replace(directory, fresh)
    return open_files(directory)


def open_files(directory: Path) -> FileIndex:
    """Open the files of an index that was checked."""
    return FileStorage(str(directory)).open_index()


def _private(directory: Path) -> None:
    shutil.rmtree(directory, ignore_errors=True)
    directory.parent.mkdir(parents=True, exist_ok=True)
    directory.mkdir(mode=0o700)


def replace(directory: Path, fresh: Path) -> None:
    """Put ``fresh`` where ``directory`` is; who has the old files open keeps reading them."""
    old = directory.with_name(f"{directory.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if directory.is_dir() and not directory.is_symlink():
        directory.rename(old)
    else:
        directory.unlink(missing_ok=True)
    fresh.rename(directory)
    shutil.rmtree(old, ignore_errors=True)


@contextmanager
def writer(index: FileIndex, directory: Path, **options: Any) -> Iterator[Any]:
    """Yield a Whoosh writer: committed at the end, cancelled when anything fails.

    Raises LibraryBusyError when another process keeps writing, DiskFullError when there is no room.
    """
    ensure_room(directory)
    mask = os.umask(bulk.PRIVATE)
    try:
        opened = _open_writer(index, directory, options)
        try:
            yield opened
            opened.commit()
        except BaseException as error:
            _cancel(opened)
            if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}:
                message = f"There is no room left to write the search index in {directory}."
                raise DiskFullError(message) from error
            raise
    finally:
        os.umask(mask)


def _open_writer(index: FileIndex, directory: Path, options: dict[str, Any]) -> Any:
    try:
        return GatheringWriter(
            index, timeout=_PATIENCE, delay=_POLL, compound=False, codec=BlockCodec(), **options
        )
    except LockError as error:
        message = f"Another process keeps writing the search index in {directory}."
        raise LibraryBusyError(message) from error


def _cancel(opened: Any) -> None:
    """Give everything up; a writer that cannot even close its files still must let go of the lock."""
    try:
        opened.cancel()
    except Exception:  # noqa: BLE001 - the first error is the one to report, whatever this one is
        if opened.writelock:
            opened.writelock.release()


def add(opened: Any, article: IndexedArticle) -> None:
    """Hand one article to a writer."""
    opened.add_document(
        **{
            NUMBER: article.number,
            DAY: article.day,
            MOMENT: min(_MOST, article.moment // 60),
            TITLE[article.lang]: article.title,
            BODY[article.lang]: article.text,
        }
    )


def rebuild(directory: Path, articles: Iterable[IndexedArticle], workers: int, told: Told | None) -> None:
    """Build an index of ``articles`` beside ``directory`` and put it in its place when it is whole."""
    fresh = directory.with_name(f"{directory.name}.new")
    _private(fresh)
    index = FileStorage(str(fresh)).create_index(schema())
    many, given = bulk.are_many(bulk.batches(articles, told or _unheard))
    with writer(index, fresh) as opened:
        if many and workers > 1:
            opened.segments.extend(bulk.segments(fresh, given, add, workers, told or _unheard))
            opened.merge = False  # they are large: reading both costs less than writing one
        else:
            for article in chain.from_iterable(given):
                add(opened, article)
    index.close()
    put_seal(fresh)
    replace(directory, fresh)


def _unheard(_count: int) -> None:
    """Tell nobody."""
