"""Lines under headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import a_library, an_article
from tui.errors import UsageError
from tui.library import Library
from tui.model.keeping import Tally
from tui.model.listing import Heading


@pytest.fixture
def library(tmp_path: Path) -> Library:
    days = ("2025-03-08", "2025-03-09", "2025-01-05", None)
    articles = [
        an_article("fr", f"Texte numéro {number} du journal.", title=f"Titre {number}", published=day)
        for number, day in enumerate(days)
    ]
    return a_library(tmp_path / "library", *articles)


def test_months_are_headings_newest_first(library: Library) -> None:
    with library:
        grouped = library.grouped("month")
        assert grouped.headings == (Heading(0, "2025-03", 2), Heading(2, "2025-01", 1), Heading(3, "", 1))
        assert [entry.id for entry in grouped.window(0, 9)] == ["a2", "a1", "a3", "a4"]
        assert grouped.position("a3") == 2


def test_a_query_chooses_what_is_grouped(library: Library) -> None:
    with library:
        assert library.grouped("month", "date:2025-01").headings == (Heading(0, "2025-01", 1),)


def test_lines_in_no_story_come_last_under_one_heading(library: Library) -> None:
    with library:
        assert library.grouped("story").headings == (Heading(0, "", 4),)


def test_an_unknown_group_is_refused(library: Library) -> None:
    with library, pytest.raises(UsageError, match="month, story"):
        library.grouped("colour")


def test_lines_of_a_group_are_sorted_and_the_oldest_group_can_come_first(library: Library) -> None:
    with library:
        library.mark(("a2",), "read")
        months = library.grouped("month", sort="unread")
        assert [entry.id for entry in months.window(0, 9)] == ["a1", "a2", "a3", "a4"]
        oldest = library.grouped("month", sort="oldest")
        assert [heading.label for heading in oldest.headings] == ["2025-01", "2025-03", ""]
        assert [entry.id for entry in oldest.window(0, 9)] == ["a3", "a1", "a2", "a4"]


def test_lines_are_measured_when_asked(library: Library) -> None:
    with library:
        lines = library.entries().window(0, 1)
        assert (lines[0].words, lines[0].score) == (None, None)
        assert [(line.words, line.score) for line in library.reading.measured(lines)] == [(5, None)]


def test_lines_and_unread_lines_of_a_query_are_counted(library: Library) -> None:
    with library:
        library.mark(("a2",), "read")
        assert library.searching.tally() == Tally(4, 3)
        assert library.searching.tally("date:2025-03") == Tally(2, 1)
        assert library.searching.tally("date:2031") == Tally(0, 0)
