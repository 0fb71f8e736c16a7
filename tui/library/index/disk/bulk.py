"""Many articles at once: processes beside this one write a segment each."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage

from tui.errors import IndexDamagedError
from tui.library.index import IndexedArticle
from tui.library.index.disk.codec import BlockCodec
from tui.library.index.disk.gathering import GatheringWriter

BATCH = 200
"""Articles handed to a process at a time: half a second's work."""

WORTH_A_PROCESS = 1_000
"""Articles from which a process beside this one saves more than its start costs."""

BEAT_SECONDS = 0.2
"""How soon whoever wants no index any more is heard while it is written."""

PRIVATE = 0o077
"""The umask of whoever writes an index."""

Told = Callable[[int], None]
Take = Callable[[Any, IndexedArticle], None]


def batches(articles: Iterable[IndexedArticle], told: Told) -> Iterator[list[IndexedArticle]]:
    """Yield ``articles`` by the batch, telling how many were taken of those before."""
    rest, done = iter(articles), 0
    while batch := list(islice(rest, BATCH)):
        yield batch
        done += len(batch)
        told(done)


def segments(
    directory: Path, given: Iterable[list[IndexedArticle]], take: Take, workers: int, told: Told
) -> list[Any]:
    """Write ``given`` by ``workers`` processes; return the segments that they made in ``directory``.

    Raises what a process raised, and what ``told`` raises, which is called again and again while they write.
    """
    context = get_context("forkserver")
    ends, processes = [], []
    try:
        for _ in range(workers):
            here, there = context.Pipe()
            process = context.Process(target=_work, args=(there, str(directory), take), daemon=True)
            process.start()
            there.close()
            ends.append(here)
            processes.append(process)
        return _handed_out(ends, given, told)
    finally:
        _over(ends, processes)


def are_many(given: Iterator[list[IndexedArticle]]) -> tuple[bool, Iterator[list[IndexedArticle]]]:
    """Tell whether there is work for several processes, and return all of ``given`` again."""
    first = list(islice(given, WORTH_A_PROCESS // BATCH))
    return len(first) * BATCH >= WORTH_A_PROCESS, chain(first, given)


def _handed_out(ends: list[Connection], given: Iterable[list[IndexedArticle]], told: Told) -> list[Any]:
    """Give each process the next batch when it asks for one; at the end, gather the segments."""
    done = 0
    for batch in given:
        asking = wait(ends)
        ready = next(end for end in ends if end in asking)
        _heard(ready)
        ready.send(batch)
        done += len(batch)
    for end in ends:
        _heard(end)
        end.send([])
    while not all(end.poll() for end in ends):
        told(done)
        wait([end for end in ends if not end.poll()], BEAT_SECONDS)
    made = [_heard(end) for end in ends]
    return [segment for segment in made if segment is not None]


def _heard(end: Connection) -> Any:
    try:
        heard = end.recv()
    except EOFError as error:
        message = "A process that wrote the search index ended before its time."
        raise IndexDamagedError(message) from error
    if isinstance(heard, BaseException):
        raise heard
    return heard


def _over(ends: Iterable[Connection], processes: Iterable[BaseProcess]) -> None:
    """End processes that are still at work, as when reading the articles failed."""
    for end in ends:
        end.close()
    for process in processes:
        process.join(1.0)
        if process.is_alive():
            process.terminate()
            process.join()


def _work(end: Connection, directory: str, take: Take) -> None:
    """Write a segment of the batches that come, and send it back: none where none came."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.umask(PRIVATE)
    try:
        end.send(_segment(end, directory, take))
    except EOFError:  # nobody waits for it any more
        return
    except Exception as error:  # noqa: BLE001 - raised again by whoever gave the work
        end.send(error)


def _segment(end: Connection, directory: str, take: Take) -> Any:
    index = FileStorage(directory).open_index()
    opened = GatheringWriter(index, _lk=False, compound=False, codec=BlockCodec())
    end.send(None)
    while batch := end.recv():
        for article in batch:
            take(opened, article)
        end.send(None)
    return opened.segment()
