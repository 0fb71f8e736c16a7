"""Adding from within the app: the helper process does it, a thread passes its words on."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import VisavisError

if TYPE_CHECKING:
    from tui.app.desk import Receiver
    from tui.helper.client import Helper

ADD, REANCHOR, PAIR, EDIT = "add", "reanchor", "pair", "edit"
"""The helper's tasks, as it names them."""


class Adder:
    """Runs one adding at a time."""

    def __init__(self, library: Path) -> None:
        self._path = library
        self._helper: Helper | None = None
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
        if self._helper is not None:
            self._helper.interrupt()

    def close(self) -> None:
        """Let the helper leave."""
        if self._helper is not None:
            self._helper.close()

    def _run(self, to: Receiver, sources: tuple[str, ...]) -> None:
        from tui.app.messages import AddFinished, AddProgressed  # noqa: PLC0415 (this module comes before Textual)

        reason = ""
        try:
            for event in self._started().run(ADD, sources=list(sources)):
                to.post_message(AddProgressed(event))
        except VisavisError as error:
            reason = str(error)
        to.post_message(AddFinished(reason))

    def _call(self, to: Receiver, task: str, done: str, arguments: dict[str, str | int]) -> None:
        from tui.app.messages import Failed, HelperAnswered  # noqa: PLC0415 (this module comes before Textual)

        try:
            self._started().call(task, **arguments)
        except VisavisError as error:
            to.post_message(Failed(task, str(error)))
        else:
            to.post_message(HelperAnswered(task, done))

    def _started(self) -> Helper:
        with self._starting:
            if self._helper is None:
                from tui.helper.client import Helper  # noqa: PLC0415 (only readers who add pay for it)

                self._helper = Helper(self._path)
            return self._helper
