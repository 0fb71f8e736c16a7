"""Which library the helper works on: additions go to the reader's own, corrections where the reader is."""

from __future__ import annotations

import threading
from pathlib import Path

from textual.message import Message

from tui.app.adder import EDIT, Adder
from tui.app.messages import AddFinished, HelperAnswered
from tui.app.shelf import Shelf
from tui.library.library import Library


class Heard:
    """Takes messages from the adder's threads."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self._ended = threading.Event()

    def post_message(self, message: Message) -> bool:
        self.messages.append(message)
        if not isinstance(message, AddFinished | HelperAnswered):
            return True
        self._ended.set()
        return True

    def wait(self) -> Message:
        assert self._ended.wait(60), self.messages
        self._ended.clear()
        return self.messages[-1]


def test_a_sample_is_corrected_where_it_is_kept(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "own", tmp_path / "samples", tmp_path / "state")
    shelf.open().close()
    assert shelf.shown() == tmp_path / "samples"
    adder, heard = Adder(tmp_path / "own", shelf.shown), Heard()
    adder.call(heard, EDIT, "Corrected.", article="a1", title="Another title")
    assert isinstance(heard.wait(), HelperAnswered)
    article = tmp_path / "one.md"
    article.write_text("The harbour reopened on Monday. Nobody expected it so soon after the storm.\n")
    adder.add(heard, (str(article),))
    assert isinstance(heard.wait(), AddFinished)
    adder.close()
    with Library.open(tmp_path / "samples") as samples, Library.open(tmp_path / "own") as own:
        assert samples.article("a1").title == "Another title"
        assert (samples.counts().articles > 10, own.counts().articles) == (True, 1)
    shelf.open().close()
    assert shelf.shown() == tmp_path / "own"
