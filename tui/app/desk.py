"""Where the library is read and changed: worker threads that only post messages."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, Protocol, TypeVar

from tui.errors import VisavisError

if TYPE_CHECKING:
    from textual.message import Message

    from tui.app.ports import LibraryPort

SLOW = frozenset({"ranked", "meaning", "facets", "preview", "concord", "export", "word", "all"})
"""Topics with a thread of their own: neither rows nor letters wait for a ranking.

All else is done on one thread, in the order asked: what was written is there for what is read next, and
what typing needs is loaded once.
"""

T = TypeVar("T")


class Receiver(Protocol):
    """Whoever a worker's message goes to."""

    def post_message(self, message: Message) -> bool:
        """Take a message, from any thread."""


class Desk:
    """Asks the library on other threads, each with its own; a newer wish replaces an older one."""

    def __init__(self, open_library: Callable[[], LibraryPort]) -> None:
        self._open = open_library
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="visavis")
        self._slow = ThreadPoolExecutor(1, thread_name_prefix="visavis-slow")
        self._own = threading.local()
        self._opened: list[LibraryPort] = []
        self._latest: dict[str, int] = {}
        self._edition = 0
        self._pending: set[Future[None]] = set()

    def ask(self, to: Receiver, topic: str, work: Callable[[LibraryPort], Message]) -> None:
        """Have ``work`` done; its message goes to ``to`` unless a newer wish of the topic came."""
        ticket = self._latest[topic] = self._latest.get(topic, 0) + 1
        pool = self._slow if topic in SLOW else self._pool
        future = pool.submit(self._answer, to, topic, ticket, work)
        self._pending.add(future)
        future.add_done_callback(self._pending.discard)

    def tell(self, work: Callable[[LibraryPort], object]) -> None:
        """Have something written down that nobody waits for; it is done even when the app leaves."""
        future = self._pool.submit(self._written, work)
        self._pending.add(future)
        future.add_done_callback(self._pending.discard)

    def early(self, work: Callable[[LibraryPort], T]) -> Future[T]:
        """Start ``work`` before there is anybody to post to."""
        return self._pool.submit(lambda: work(self._library()))

    def renew(self) -> None:
        """Have every thread open its library again: another one may be the right one now."""
        self._edition += 1

    def cancel(self, topic: str) -> None:
        """Let nothing come of what was asked on a topic."""
        self._latest[topic] = self._latest.get(topic, 0) + 1

    def close(self) -> None:
        """Finish what was begun and close the libraries."""
        self._pool.shutdown(wait=True)
        self._slow.shutdown(wait=True)
        for library in self._opened:
            library.close()

    def settle(self) -> None:
        """Wait until everything asked so far is done."""
        wait(tuple(self._pending))

    def _answer(self, to: Receiver, topic: str, ticket: int, work: Callable[[LibraryPort], Message]) -> None:
        if self._latest[topic] != ticket:
            return
        from tui.app.messages import Failed  # noqa: PLC0415 (this module comes before Textual)

        try:
            message: Message = work(self._library())
        except VisavisError as error:
            message = Failed(topic, str(error))
        except Exception as error:  # noqa: BLE001 (the edge of a worker: the reader is told, the app goes on)
            message = Failed(topic, f"{type(error).__name__}: {error}")
        if self._latest[topic] == ticket:
            to.post_message(message)

    def _written(self, work: Callable[[LibraryPort], object]) -> None:
        work(self._library())

    def _library(self) -> LibraryPort:
        held: tuple[int, LibraryPort] | None = getattr(self._own, "held", None)
        if held is None or held[0] != self._edition:
            held = self._own.held = (self._edition, self._open())
            self._opened.append(held[1])
        return held[1]
