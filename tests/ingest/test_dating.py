"""Which days of a page are those of its publication."""

# ruff: noqa: E501 - pages stand as they are read
from __future__ import annotations

import pytest

from tests.ingest.builders import document
from tests.ingest.test_formats import ONE, TWO


def test_a_page_that_was_modified_only_has_no_date() -> None:
    page = f"<html><head><meta property='article:modified_time' content='2024-05-05'></head><body><p>{ONE}</p><p>{TWO}</p></body></html>"
    assert document(page, "a.html").published is None


@pytest.mark.parametrize(
    "line",
    [
        "<p class='date'>Mis à jour le 3 mai 2024</p>",
        "<span class='date'>Last updated: May 3, 2024</span>",
        "<time class='modified' datetime='2024-05-03'>3 mai 2024</time>",
        "<time itemprop='dateModified' datetime='2024-05-03'>3 mai 2024</time>",
        "<p>Version 2.1, last revised 2024-05-03</p>",
        "<div class='comments'><span class='date'>3 mai 2024</span> Bravo !</div>",
        "<aside><time datetime='2024-05-03'>3 mai 2024</time> Un autre article</aside>",
    ],
)
def test_days_of_edits_and_of_others_are_no_publication_dates(line: str) -> None:
    page = f"<html><head><title>T</title></head><body><h1>Le phare</h1>{line}<p>{ONE}</p><p>{TWO}</p></body></html>"
    assert document(page, "a.html").published is None
    line_above = f"<p class='date'>Publié le 2 mars 2023</p>{line}"
    assert str(document(page.replace(line, line_above), "a.html").published) == "2023-03-02"
