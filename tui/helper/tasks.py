"""What the helper does: each task loads what it needs when it is first asked for."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from tui.helper.protocol import Event
from tui.helper.server import Task
from tui.library.library import Library
from tui.model.article import Article

ADD, REANCHOR, PAIR, EDIT, REINDEX = "add", "reanchor", "pair", "edit", "reindex"


def tasks(library: Path) -> dict[str, Task]:
    """Return the tasks by name, for the library in one directory."""
    return {
        ADD: partial(add, library),
        REANCHOR: partial(reanchor, library),
        PAIR: partial(pair, library),
        EDIT: partial(edit, library),
        REINDEX: partial(reindex, library),
    }


def add(path: Path, sources: list[str], **options: Any) -> Generator[Event, None, None]:
    """Add ``sources``; an interrupt keeps what is done."""
    from tui import pipeline  # noqa: PLC0415 -- models come with it

    with Library.open(path) as library, suppress(KeyboardInterrupt):
        yield from pipeline.add(library, sources, pipeline.AddOptions(**options))


def reindex(path: Path) -> Generator[Event, None, None]:
    """Make the search index anew; an interrupt leaves it to the next search."""
    with Library.open(path) as library, suppress(KeyboardInterrupt):
        yield from library.reindex()


def reanchor(path: Path, pair: str, fr: int, en: int) -> None:
    """Face segments ``fr`` and ``en`` of a pair and align all after them again; kept as a correction."""
    from tui.pairing import edit  # noqa: PLC0415 -- NumPy comes with it
    from tui.pairing.encoder import default_encoder  # noqa: PLC0415

    with Library.open(path) as library:
        bitext = library.bitext(pair)
        sides = _segments(bitext.fr), _segments(bitext.en)
        beads = edit.reanchor(bitext.pair.beads, fr, en, *sides, default_encoder())
        library.edit_beads(pair, beads)


def pair(path: Path, one: str, other: str) -> None:
    """Make two articles a pair for good, aligning them where they were none."""
    with Library.open(path) as library:
        library.pair(one, other)


def edit(path: Path, article: str, **fields: str) -> None:
    """Correct an article's metadata; in another language it is worked out anew."""
    with Library.open(path) as library:
        library.edit(article, **fields)


def _segments(article: Article) -> tuple[str, ...]:
    return tuple(map(article.segment_text, range(len(article.segments))))
