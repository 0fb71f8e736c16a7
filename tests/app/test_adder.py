"""Which library the helper works on: additions go to the reader's own, corrections where the reader is."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from textual.message import Message

from tui.app.adder import EDIT, Adder
from tui.app.messages import AddFinished, HelperAnswered, IndexFinished, IndexProgressed
from tui.app.shelf import Shelf
from tui.library.library import Library
from tui.library.searching import search


class Heard:
    """Takes messages from the adder's threads."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self._ended = threading.Event()

    def post_message(self, message: Message) -> bool:
        self.messages.append(message)
        if not isinstance(message, AddFinished | HelperAnswered | IndexFinished):
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


def test_an_index_that_is_missing_is_made_anew_by_the_helper(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "AT_ONCE", 0)
    shelf = Shelf(tmp_path / "own", tmp_path / "samples", tmp_path / "state")
    adder, heard = Adder(tmp_path / "own", shelf.shown), Heard()
    shelf.lost = lambda: adder.reindex(heard)
    library = shelf.open()
    title = library.rows("", limit=1)[0].title
    by_title = library.search(title)
    assert title in {hit.title for hit in by_title}
    assert not any(hit.snippets for hit in by_title)
    finished = heard.wait()
    assert isinstance(finished, IndexFinished)
    assert finished.reason == ""
    assert all(isinstance(one, IndexProgressed) for one in heard.messages[:-1])
    assert all(hit.snippets for hit in library.search(title))
    assert not (tmp_path / "own" / "index").exists()
    library.close()
    adder.close()


def test_an_index_that_cannot_be_made_anew_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no library")
    adder, heard = Adder(tmp_path / "file"), Heard()
    adder.reindex(heard)
    finished = heard.wait()
    assert isinstance(finished, IndexFinished)
    assert finished.reason
    adder.reindex(heard)
    adder.close()
    assert heard.messages == [finished]


def test_who_leaves_takes_the_helper_along(tmp_path: Path) -> None:
    Library.open(tmp_path / "own").close()
    adder, heard = Adder(tmp_path / "own"), Heard()
    adder.reindex(heard)
    adder.close()
    heard.wait()
    adder.reindex(heard)
    assert sum(isinstance(one, IndexFinished) for one in heard.messages) == 1
