"""The sample corpus and its gold, as the gates read them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tui.analysis.analyse import analyse
from tui.ingest.options import ReadOptions
from tui.ingest.reading import read
from tui.model.article import Article, Document, Lang

SEEDS = Path(__file__).parents[2] / "seeds"


@dataclass(frozen=True, slots=True)
class SeedStory:
    """A folder of the sample corpus."""

    name: str
    folder: Path
    gold: dict[str, Any]

    def path(self, lang: Lang) -> Path:
        """Return where the text in ``lang`` is (it may not exist)."""
        return self.folder / f"{lang}.md"

    @property
    def langs(self) -> tuple[Lang, ...]:
        """Return the languages that the story is told in."""
        return tuple(lang for lang in (Lang.FR, Lang.EN) if self.path(lang).exists())

    @property
    def is_paired(self) -> bool:
        """Tell whether both sides exist."""
        return len(self.langs) == 2

    def article(self, lang: Lang) -> Article:
        """Return the analysed article in ``lang``."""
        return article_at(self.path(lang))


@cache
def article_at(path: Path) -> Article:
    """Read and analyse one file, once a test run."""
    (document,) = read(str(path), ReadOptions())
    assert isinstance(document, Document), document
    return analyse(document)


@cache
def stories() -> tuple[SeedStory, ...]:
    """Return the sample stories, by name."""
    return tuple(
        SeedStory(path.parent.name, path.parent, tomllib.loads(path.read_text("utf-8")))
        for path in sorted(SEEDS.glob("*/gold.toml"))
    )


def paired() -> tuple[SeedStory, ...]:
    """Return the stories with both sides."""
    return tuple(story for story in stories() if story.is_paired)
