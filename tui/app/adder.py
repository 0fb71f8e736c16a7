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

ADD, REANCHOR, PAIR, EDIT = "add", "reanchor", "pair", "edit"
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
        self._thread: threading.Thread | None = None
        self._starting = threading.Lock()

    def add(self, to: Receiver, sources: tuple[str, ...]) -> None:
        """Add ``sources``; events and the end are posted to ``to``."""
        self._thread = threading.Thread(target=self._run, args=(to, sources), daemon=True, name="visavis-add")
        self._thread.start()

    def call(self, to: Receiver, task: str, done: str, **arguments: str | int) -> None:
        """Have another task done by the same process; its end is posted to ``to``, with ``done`` to say."""
        run = partial(self._call, to, task, done, arguments)
        threading.Thread(target=run, daemon=True, name=f"visavis-{task}").start()

    def stop(self) -> None:
        """Stop after the article in hand; what was added stays."""
        if self._path in self._helpers:
            self._helpers[self._path].interrupt()

    def close(self) -> None:
        """Let the helper leave."""
        for helper in self._helpers.values():
            helper.close()

    def _run(self, to: Receiver, sources: tuple[str, ...]) -> None:
        from tui.app.messages import AddFinished, AddProgressed  # noqa: PLC0415 (this module comes before Textual)

        reason = ""
        try:
            for event in self._started(self._path).run(ADD, sources=list(sources)):
                to.post_message(AddProgressed(event))
        except VisavisError as error:
            reason = str(error)
        to.post_message(AddFinished(reason))

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
