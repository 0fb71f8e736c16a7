"""A library of a few articles in a temporary directory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import a_library, an_article
from tui.library import Library

OPENAI = ("org:openai", "ORG", "OpenAI")
PARIS = ("place:paris", "PLACE", "Paris")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Three pairs' worth of articles: a1 faces a2 (p1); a3, a4 and a5 stand alone."""
    made = a_library(
        tmp_path / "library",
        an_article(
            "fr",
            "OpenAI ouvre à Paris. Le bureau est grand. Il pleut.",
            key="fr1",
            names=(OPENAI, PARIS),
            published="2025-04-16",
            source="Le Relais",
        ),
        an_article(
            "en",
            "OpenAI opens in Paris. The office is large. It rains.",
            key="en1",
            names=(OPENAI, PARIS),
            published="2025-04-17",
            source="The Relay",
        ),
        an_article("fr", "La mer monte. Les digues tiennent.", key="fr2", published="2025-05-01"),
        an_article("en", "A comet passes. Nobody sees it.", key="en2", published="2024-01-31"),
        an_article("fr", "Le marché ouvre tôt. Les pommes sont belles.", key="fr3", published="2023-07-14"),
        pairs=[(0, 1)],
    )
    with made:
        yield made
