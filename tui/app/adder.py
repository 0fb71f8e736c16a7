"""Adding from within the app: the helper process does it, a thread passes its words on."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import VisavisError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.app.desk import Receiver
    from tui.helper.client import Helper

ADD, REANCHOR, PAIR, EDIT, REINDEX = "add", "reanchor", "pair", "edit", "reindex"
"""The helper's tasks, as it names them."""


class Adder:
    """Runs one adding at a time.

    What is added goes to the reader's ``library``; what is corrected stands in the one that is ``shown``: the
    samples, while there is nothing else.
    """

    def __init__(self, library: Path, shown: Callable[[], Path] | None = None) -> None:
        self._path = library
        self._shown = shown or (lambda: library)
        self._helpers: dict[Path, Helper] = {}
        self._indexing: dict[Path, Helper] = {}
        self._thread: threading.Thread | None = None
        self._starting = threading.Lock()
        self._is_closed = False

    def add(self, to: Receiver, sources: tuple[str, ...]) -> None:
        """Add ``sources``; events and the end are posted to ``to``."""
        self._thread = threading.Thread(target=self._run, args=(to, sources), daemon=True, name="visavis-add")
        self._thread.start()

    def call(self, to: Receiver, task: str, done: str, **arguments: str | int) -> None:
        """Have another task done by the same process; its end is posted to ``to``, with ``done`` to say."""
        run = partial(self._call, to, task, done, arguments)
        threading.Thread(target=run, daemon=True, name=f"visavis-{task}").start()

    def reindex(self, to: Receiver) -> None:
        """Make the index of the library that is shown anew, unless that is under way or has failed before.

        A process of its own does it: nothing else has to wait. Events and the end are posted to ``to``.
        """
        library = self._shown()
        with self._starting:
            if self._is_closed or library in self._indexing:
                return
            from tui.helper.client import Helper  # noqa: PLC0415 (only readers without an index pay for it)

            helper = self._indexing[library] = Helper(library)
        run = partial(self._reindex, to, library, helper)
        threading.Thread(target=run, daemon=True, name="visavis-reindex").start()

    def stop(self) -> None:
        """Stop after the article in hand; what was added stays."""
        if self._path in self._helpers:
            self._helpers[self._path].interrupt()

    def close(self) -> None:
        """Let the helper leave."""
        with self._starting:
            self._is_closed = True
            held = (*self._helpers.values(), *self._indexing.values())
        for helper in held:
            helper.leave()

    def _run(self, to: Receiver, sources: tuple[str, ...]) -> None:
        from tui.app.messages import AddFinished, AddProgressed  # noqa: PLC0415 (this module comes before Textual)

        reason = ""
        try:
            for event in self._started(self._path).run(ADD, sources=list(sources)):
                to.post_message(AddProgressed(event))
        except VisavisError as error:
            reason = str(error)
        to.post_message(AddFinished(reason))

    def _reindex(self, to: Receiver, library: Path, helper: Helper) -> None:
        from tui.app.messages import IndexFinished, IndexProgressed  # noqa: PLC0415 (as above)

        try:
            for event in helper.run(REINDEX):
                to.post_message(IndexProgressed(event))
        except VisavisError as error:
            to.post_message(IndexFinished(str(error)))
            return
        if not self._is_closed:
            helper.close()
            del self._indexing[library]  # should it be lost once more
        to.post_message(IndexFinished())

    def _call(self, to: Receiver, task: str, done: str, arguments: dict[str, str | int]) -> None:
        from tui.app.messages import Failed, HelperAnswered  # noqa: PLC0415 (this module comes before Textual)

        try:
            self._started(self._shown()).call(task, **arguments)
        except VisavisError as error:
            to.post_message(Failed(task, str(error)))
        else:
            to.post_message(HelperAnswered(task, done))

    def _started(self, library: Path) -> Helper:
        with self._starting:
            if library not in self._helpers:
                from tui.helper.client import Helper  # noqa: PLC0415 (only readers who add pay for it)

                self._helpers[library] = Helper(library)
            return self._helpers[library]
