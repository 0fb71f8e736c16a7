"""The gold is itself validated."""

from __future__ import annotations

import pytest

from tests.quality.corpus import SeedStory, paired, stories

LANGS = ("fr", "en")


def test_there_are_enough_stories() -> None:
    assert len(paired()) >= 6
    assert {story.langs for story in stories() if not story.is_paired} == {("fr",), ("en",)}


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.name)
def test_everything_quoted_stands_in_the_text(story: SeedStory) -> None:
    texts = {str(lang): story.path(lang).read_text("utf-8") for lang in story.langs}
    quoted = [
        (side, item[side])
        for section in ("entities", "facts", "align", "apart")
        for item in story.gold.get(section, [])
        for side in LANGS
        if side in item
    ]
    assert quoted
    assert [words for side, words in quoted if words not in texts[side]] == []


@pytest.mark.parametrize("story", paired(), ids=lambda story: story.name)
def test_each_story_is_complete(story: SeedStory) -> None:
    assert story.gold["mode"] in {"aligned", "related"}
    assert {fact["status"] for fact in story.gold["facts"]} >= {"agree", "differ"}
    assert story.gold["entities"]
    assert story.gold["apart"]


@pytest.mark.parametrize("story", paired(), ids=lambda story: story.name)
def test_each_side_has_a_readable_length(story: SeedStory) -> None:
    for lang in story.langs:
        body = story.path(lang).read_text("utf-8").split("---", 2)[2]
        assert 250 <= len(body.split()) <= 500
