from __future__ import annotations

from pathlib import Path

import pytest

from tui.library import Library, samples
from tui.model.pair import Pair
from tui.pipeline.samples import fill


def rows(pair: Pair) -> list[object]:
    """Return what faces what; scores differ in the last digits from one machine to another."""
    return [(bead.fr, bead.en) for bead in (*pair.beads, *pair.links)]


def shape(library: Library) -> list[object]:
    """Return what reading depends on: texts, names and values, pairs, what lists show."""
    return [
        [(one.id, one.key, one.text, one.blocks, one.segments) for one in library.reading.articles()],
        [(one.id, one.mentions, one.entities) for one in library.reading.articles()],
        [(one.fr, one.en, one.mode, rows(one), one.names) for one in library.pairs()],
        [(one.entity.id, one.entity.names, one.articles, one.mentions) for one in library.entities()],
        [entry.entities for entry in library.entries().window(0, 100)],
    ]


@pytest.mark.slow
def test_the_shipped_samples_equal_what_adding_gives(tmp_path: Path) -> None:
    with Library.open(tmp_path / "made") as made, samples.open_samples(tmp_path / "shipped") as shipped:
        list(fill(made))
        assert shape(made) == shape(shipped), "run `python -m tui.pipeline.samples`"


def test_a_library_is_filled_when_none_is_shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(samples, "READY", tmp_path / "none.db")
    monkeypatch.setattr(samples, "texts", lambda: tuple(sorted(samples.home().glob("red-stamp/*.md"))))
    with samples.open_samples(tmp_path / "samples") as library:
        assert not samples.is_complete(library)
        steps = list(samples.fill(library))
        assert steps[0].total == 1
        assert samples.is_complete(library)
        assert library.counts().articles == 1
