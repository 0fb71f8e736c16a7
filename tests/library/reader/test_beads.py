from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.builders import a_pair, an_article, some_beads
from tui.errors import UsageError
from tui.library import Library
from tui.model.pair import Bead

MERGED = (Bead((0, 1), (0, 1), 0.8), Bead((2,), (2,), 0.8))


def faces(beads: Sequence[Bead]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.fr, bead.en) for bead in beads]


def test_the_readers_rows_replace_the_programs(library: Library) -> None:
    pair = library.edit_beads("p1", MERGED)
    assert pair.beads == (Bead((0, 1), (0, 1), 1.0), Bead((2,), (2,), 0.8))
    assert library.corrections_of("a2").beads == (Bead((0, 1), (0, 1), 1.0),)


def test_they_survive_pairing_again(library: Library) -> None:
    library.edit_beads("p1", MERGED)
    library.writing.put_pairs([a_pair("a1", "a2", beads=some_beads(3, 3, 0.3))])
    assert faces(library.bitext("p1").pair.beads) == faces(MERGED)


def test_they_are_found_again_when_the_text_grows(library: Library) -> None:
    library.edit_beads("p1", MERGED)
    longer = an_article("fr", "Un chapeau. OpenAI ouvre à Paris. Le bureau est grand. Il pleut.", key="fr1")
    library.writing.put(longer, b"longer")
    library.writing.put_pairs([a_pair("a1", "a2", beads=some_beads(4, 3))])
    beads = library.bitext("p1").pair.beads
    assert Bead((1, 2), (0, 1), 1.0) in beads
    assert sorted(index for bead in beads for index in bead.fr) == [0, 1, 2, 3]
    assert sorted(index for bead in beads for index in bead.en) == [0, 1, 2]


def test_what_is_no_longer_there_is_left_out(library: Library) -> None:
    library.edit_beads("p1", MERGED)
    library.writing.put(an_article("fr", "Tout a changé. Il pleut.", key="fr1"), b"new")
    library.writing.put_pairs([a_pair("a1", "a2", beads=some_beads(2, 3))])
    assert library.bitext("p1").pair.beads == some_beads(2, 3)


def test_further_edits_build_on_earlier_ones(library: Library) -> None:
    library.edit_beads("p1", MERGED)
    library.edit_beads("p1", (Bead((0, 1), (0, 1), 1.0), Bead((2,), (), 0.0), Bead((), (2,), 0.0)))
    kept = library.corrections_of("a1").beads
    assert faces(kept) == [((0, 1), (0, 1)), ((2,), ()), ((), (2,))]


@pytest.mark.parametrize(
    "beads", [(), MERGED[:1], (*MERGED, Bead((2,), (), 0.0)), (Bead((0, 1, 2, 3), (0, 1, 2), 1.0),)]
)
def test_every_segment_must_be_in_one_row(library: Library, beads: tuple[Bead, ...]) -> None:
    with pytest.raises(UsageError, match="exactly one row"):
        library.edit_beads("p1", beads)
