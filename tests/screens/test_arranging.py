"""How a text stands, its links, and what the reader kept across the library."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.driving import MIDDLE, WIDE, driven
from tests.app.fakes import FakeLibrary, alone
from tui.app.screens.common.outside import addresses
from tui.model.article import Lang
from tui.model.span import Span

MARKS = "enter w w B w a d o u b t enter q"


async def test_a_bookmark_leads_to_its_place() -> None:
    async with driven(MIDDLE) as app:
        await app.keys(f"{MARKS} semicolon enter")
        assert app.app.screen.query_one("#text").pane.unit == 2  # type: ignore[attr-defined]
        await app.keys("q")
        assert "1 bookmark · 1 note" in app.lines[0]


async def test_bookmarks_and_notes_are_taken_away() -> None:
    async with driven(MIDDLE) as app:
        await app.keys(f"{MARKS} semicolon D")
        assert "0 bookmarks · 1 note" in app.lines[0]
        await app.keys("D")
        assert "Nothing yet" in app.text
        await app.keys("D")
        assert "There is no bookmark or note here." in app.lines[-1]
        await app.keys("q")
        assert "Lorme bridge" in app.text


@pytest.mark.parametrize("suffix", ["csv", "md"])
async def test_bookmarks_are_written_to_a_file(tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"kept.{suffix}"
    async with driven(MIDDLE) as app:
        await app.keys(f"{MARKS} semicolon")
        app.app.screen._export(str(target))  # type: ignore[attr-defined]
        await app.rest()
        assert "Wrote 2 to" in app.lines[-1]
    text = target.read_text("utf-8")
    if suffix == "md":
        assert text.startswith("## Le pont de Lorme rouvre aux piétons\n")
        assert "\ndoubt\n" in text
    else:
        rows = list(csv.DictReader(text.splitlines()))
        assert [(row["segment"], row["note"]) for row in rows] == [("3", ""), ("4", "doubt")]


async def test_bookmarks_are_written_in_no_other_format(tmp_path: Path) -> None:
    async with driven(MIDDLE) as app:
        await app.keys(f"{MARKS} semicolon")
        app.app.screen._export(str(tmp_path / "kept.pdf"))  # type: ignore[attr-defined]
        await app.rest()
        assert "a .csv or a .md file" in app.lines[-1]


async def test_columns_of_text_are_made_narrower_and_wider() -> None:
    async with driven(WIDE) as app:
        await app.keys("enter comma comma")
        view = app.app.reading.view
        narrow = view.widest
        await app.keys("full_stop")
        assert view.widest == narrow + 4
        await app.keys("full_stop full_stop full_stop")
        assert "The window has no room" in app.lines[-1]
        await app.keys("comma comma comma comma comma comma comma comma comma comma")
        assert "hard to read" in app.lines[-1]


async def test_straight_edges_move_no_word() -> None:
    async with driven(WIDE) as app:
        await app.keys("enter")
        ragged = app.text.split()
        await app.keys("R")
        assert app.text.split()[: len(ragged) // 2] == ragged[: len(ragged) // 2]
        assert "Both edges straight." in app.lines[-1]


async def test_a_linked_passage_leads_to_the_other_side_and_back() -> None:
    async with driven(WIDE) as app:
        await app.keys("j enter")
        view = app.app.reading.view
        assert (view.article.lang, view.segment) == (Lang.FR, 0)
        await app.keys("enter")
        line = view.pane.here
        assert line is not None
        assert view.article.lang is Lang.EN
        assert line.start <= view.article.segments[3].start < line.end
        await app.keys("tab w w enter")
        assert "Nothing faces this passage." in app.lines[-1]


def linked() -> FakeLibrary:
    article = replace(
        alone(), url="https://coast.example/keeper",
        links=((Span(0, 12), "https://coast.example/quill"), (Span(13, 20), "javascript:alert(1)")),
    )  # fmt: skip
    return FakeLibrary(bitexts=(), articles=(article,))


async def test_links_of_a_text_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def open_page(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr("webbrowser.open", open_page)
    async with driven(WIDE, linked()) as app:
        await app.keys("enter o")
        assert "Pages and links" in app.text
        await app.keys("q u i l l enter")
        assert opened == ["https://coast.example/quill"]
        assert "Opened: https://coast.example/quill" in app.lines[-1]


def test_only_addresses_of_the_web_are_links() -> None:
    article = linked().articles[0]
    assert [address for _, address, _ in addresses((article, article))] == [
        "https://coast.example/keeper",
        "https://coast.example/quill",
    ]
