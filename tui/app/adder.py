"""Adding from within the app: the helper process does it, a thread passes its words on."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import VisavisError

if TYPE_CHECKING:
    from tui.app.desk import Receiver
    from tui.helper.client import Helper

ADD = "add"
"""The helper's task that adds."""


class Adder:
    """Runs one adding at a time."""

    def __init__(self, library: Path) -> None:
        self._path = library
        self._helper: Helper | None = None
        self._thread: threading.Thread | None = None

    def add(self, to: Receiver, sources: tuple[str, ...]) -> None:
        """Add ``sources``; events and the end are posted to ``to``."""
        self._thread = threading.Thread(target=self._run, args=(to, sources), daemon=True, name="visavis-add")
        self._thread.start()

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

    def _started(self) -> Helper:
        if self._helper is None:
            from tui.helper.client import Helper  # noqa: PLC0415 (only readers who add pay for it)

            self._helper = Helper(self._path)
        return self._helper
