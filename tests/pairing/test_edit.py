from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pairing.making import ENGLISH, FRENCH, WordEncoder
from tui.errors import UsageError
from tui.model.article import Lang
from tui.model.pair import Bead
from tui.pairing.edit import Beads, merge, reanchor, shift, split


def beads_of(*rows: tuple[str, str]) -> Beads:
    return tuple(Bead(tuple(map(int, fr)), tuple(map(int, en)), 0.9) for fr, en in rows)


def shown(beads: Beads) -> list[str]:
    return ["".join(map(str, bead.fr)) + "|" + "".join(map(str, bead.en)) for bead in beads]


THREE = beads_of(("0", "0"), ("1", "1"), ("2", "2"))


def test_merge_joins_a_row_with_the_next() -> None:
    assert shown(merge(THREE, 0)) == ["01|01", "2|2"]


def test_split_undoes_merge() -> None:
    assert shown(split(merge(THREE, 0), 0)) == shown(THREE)


def test_split_leaves_a_gap_where_one_side_has_fewer() -> None:
    assert shown(split(beads_of(("01", "0")), 0)) == ["0|0", "1|"]


def test_shift_down_pushes_one_side_a_row_on() -> None:
    assert shown(shift(THREE, 1, Lang.EN, down=True)) == ["0|0", "1|", "2|1", "|2"]


def test_shift_up_draws_the_next_segment_in() -> None:
    assert shown(shift(THREE, 0, Lang.EN, down=False)) == ["0|01", "1|2", "2|"]


def test_a_row_that_is_not_there_is_an_error() -> None:
    with pytest.raises(UsageError):
        merge(THREE, 2)
    with pytest.raises(UsageError):
        split(THREE, 0)
    with pytest.raises(UsageError):
        shift(THREE, 3, Lang.FR, down=True)


def test_reanchor_aligns_what_follows_again() -> None:
    wrong = tuple(Bead((n,), ((n + 1) % 8,), 0.2) for n in range(8))
    found = reanchor(wrong[:2] + wrong[2:7], 3, 3, FRENCH, ENGLISH, WordEncoder())
    assert shown(found)[-5:] == ["3|3", "4|4", "5|5", "6|6", "7|7"]


def test_the_anchor_faces_what_the_reader_says_even_where_the_words_do_not() -> None:
    found = reanchor(THREE, 2, 5, FRENCH, ENGLISH, WordEncoder())
    assert Bead((2,), (5,), 1.0) in found


def test_an_anchor_at_the_last_segments_leaves_nothing_to_align() -> None:
    assert shown(reanchor(THREE, 7, 7, FRENCH, ENGLISH, WordEncoder()))[-1] == "7|7"


def test_an_anchor_outside_the_text_is_an_error() -> None:
    with pytest.raises(UsageError):
        reanchor(THREE, 8, 0, FRENCH, ENGLISH, None)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=6), st.data())
def test_no_edit_loses_or_doubles_a_segment(sizes: list[tuple[int, int]], data: st.DataObject) -> None:
    fr = en = 0
    rows: list[Bead] = []
    for a, b in sizes:
        rows.append(Bead(tuple(range(fr, fr + a)), tuple(range(en, en + b)), 0.5))
        fr, en = fr + a, en + b
    at = data.draw(st.integers(0, len(rows) - 1))
    lang = data.draw(st.sampled_from([Lang.FR, Lang.EN]))
    for down in (True, False):
        moved = shift(tuple(rows), at, lang, down=down)
        assert [i for bead in moved for i in bead.fr] == list(range(fr))
        assert [j for bead in moved for j in bead.en] == list(range(en))
