"""JSON Lines: each line stands for itself."""

from __future__ import annotations

import json

import pytest

from tests.ingest.builders import ARTICLE, document, reading
from tui.ingest.options import ReadOptions, Rejected
from tui.model.article import Document

OPTIONS = [ReadOptions(), ReadOptions(raw=True), ReadOptions(raw=True, lines=True)]


def among_good_ones(line: dict[str, object], options: ReadOptions) -> Rejected:
    """Return the refusal of a line that stands between two good ones."""
    good = {"text": ARTICLE}
    first, bad, last = reading("\n".join(map(json.dumps, (good, line, good))), "a.jsonl", options)
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(bad, Rejected)
    return bad


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b\ufeff"])
def test_a_line_without_text_is_named_and_passed_over(text: str, options: ReadOptions) -> None:
    bad = among_good_ones({"id": "vide", "text": text}, options)
    assert (bad.key, bad.why, bad.failed) == ("vide", "there is no text in it", False)


@pytest.mark.parametrize(
    "line",
    [{"id": {"a": 1}}, {"url": ["x"]}, {"title": True}, {"byline": [1]}, {"source": {}}, {"lang": ["fr"]}],
)
def test_what_is_not_text_is_refused_by_its_name(line: dict[str, object]) -> None:
    bad = among_good_ones({"text": ARTICLE, **line}, ReadOptions())
    assert (bad.key, bad.why) == ("a.jsonl#2", f'line 2: "{next(iter(line))}" is not text')


def test_numbers_and_lists_of_authors_are_text_enough() -> None:
    line = {"id": 12, "title": 1984, "byline": ["Anne Martin", "Paul Durand"], "url": None, "text": ARTICLE}
    read = document(json.dumps(line), "a.jsonl")
    assert (read.key, read.title, read.byline, read.url) == ("12", "1984", "Anne Martin, Paul Durand", None)
