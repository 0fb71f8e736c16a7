"""One run at a time: a lock file that says who is writing, so that a second run can wait for it by name."""

from __future__ import annotations

import fcntl
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.errors import LibraryBusyError
from tui.frozen import dataclass
from tui.locale import tr

POLL_SECONDS = 0.05
"""How often a waiting run looks again: short against any run, long against the cost of looking."""

NAME_BYTES = 300
"""How much of a command line is kept to name a writer by."""


@dataclass(frozen=True, slots=True)
class Holder:
    """The process that is writing: ``pid`` (0 when it could not be read) and ``command``."""

    pid: int
    command: str

    def __str__(self) -> str:
        """Name the process in a sentence."""
        return (
            tr("{command} (process {pid})", command=self.command, pid=self.pid)
            if self.pid
            else tr("another process")
        )


Waiting = Callable[[Holder], None]
"""Told once, when a writer has to wait for another."""


def this_command() -> str:
    """Return what this process calls itself: program name and arguments."""
    return " ".join([Path(sys.argv[0]).name, *sys.argv[1:]])[:NAME_BYTES]


class RunLock:
    """The lock that a long run (adding, reindexing, restoring) holds from end to end.

    Single changes by the reader don't take it: they go between the run's transactions.
    """

    def __init__(self, path: Path, waiting: Waiting | None = None) -> None:
        self._path = path
        self._waiting = waiting
        self._held = threading.local()

    @contextmanager
    def hold(self, patience: float | None = None) -> Iterator[None]:
        """Hold the lock, waiting for it at most ``patience`` seconds (None: as long as it takes).

        Raises LibraryBusyError when patience ends. A thread that holds it may take it again.
        """
        if getattr(self._held, "depth", 0):
            yield
            return
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            self._take(handle, patience)
            self._held.depth = 1
            yield
        finally:
            self._release(handle)

    def holder(self) -> Holder | None:
        """Return who holds the lock, or None."""
        try:
            handle = os.open(self._path, os.O_RDONLY | os.O_CLOEXEC)
        except OSError:
            return None
        try:
            return None if _try(handle, fcntl.LOCK_SH) else _read(handle)
        finally:
            os.close(handle)

    def _take(self, handle: int, patience: float | None) -> None:
        started = time.monotonic()
        told = False
        while not _try(handle, fcntl.LOCK_EX):
            if not told and self._waiting is not None and patience != 0:
                self._waiting(_read(handle))
            told = True
            if patience is not None and time.monotonic() - started > patience:
                raise LibraryBusyError(
                    tr(
                        "{directory} is being written by {holder}.",
                        directory=self._path.parent,
                        holder=_read(handle),
                    )
                )
            time.sleep(POLL_SECONDS)
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n{this_command()}".encode(errors="replace"), 0)

    def _release(self, handle: int) -> None:
        if getattr(self._held, "depth", 0):
            self._held.depth = 0
            os.ftruncate(handle, 0)
        os.close(handle)


def _try(handle: int, how: int) -> bool:
    try:
        fcntl.flock(handle, how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _read(handle: int) -> Holder:
    pid, _, command = os.pread(handle, NAME_BYTES * 4, 0).decode(errors="replace").partition("\n")
    return Holder(int(pid) if pid.isdecimal() else 0, command)
