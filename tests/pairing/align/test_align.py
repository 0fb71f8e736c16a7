from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pairing.making import ENGLISH, FRENCH, WordEncoder
from tui.model.pair import Bead
from tui.pairing.align import Alignment, align

Rows = list[tuple[tuple[int, ...], tuple[int, ...]]]


def rows(alignment: Alignment) -> Rows:
    return [(bead.fr, bead.en) for bead in alignment.beads]


def held(beads: tuple[Bead, ...]) -> tuple[list[int], list[int]]:
    return sorted(i for bead in beads for i in bead.fr), sorted(j for bead in beads for j in bead.en)


def test_a_translation_faces_sentence_by_sentence() -> None:
    found = align(FRENCH, ENGLISH, encoder=WordEncoder())
    assert rows(found) == [((i,), (i,)) for i in range(8)]
    assert found.share > 0.9


def test_a_dropped_sentence_is_a_gap() -> None:
    found = align(FRENCH, ENGLISH[:3] + ENGLISH[4:], encoder=WordEncoder())
    assert ((3,), ()) in rows(found)
    assert ((4,), (3,)) in rows(found)


def test_an_added_sentence_is_a_gap_on_the_other_side() -> None:
    found = align(FRENCH[:2] + FRENCH[3:], ENGLISH, encoder=WordEncoder())
    assert ((), (2,)) in rows(found)


def test_two_sentences_made_one_are_one_bead() -> None:
    merged = (*ENGLISH[:2], f"{ENGLISH[2]} {ENGLISH[3]}", *ENGLISH[4:])
    assert ((2, 3), (2,)) in rows(align(FRENCH, merged, encoder=WordEncoder()))


def test_a_moved_sentence_is_faced_all_the_same() -> None:
    moved = (*ENGLISH[1:], ENGLISH[0])
    assert ((0,), (7,)) in rows(align(FRENCH, moved, encoder=WordEncoder()))


def test_unlike_texts_share_nothing() -> None:
    found = align(FRENCH[:3], ENGLISH[4:], encoder=WordEncoder())
    assert found.share < 0.3


def test_letters_alone_align_names_and_numbers() -> None:
    fr = [
        "Le comité a payé 12 500 euros à Zoltan Kern.",
        "La région attend.",
        "Le 14 mars, Mirela Popov a refusé.",
    ]
    en = ["The committee paid 12,500 euros to Zoltan Kern.", "On March 14, Mirela Popov refused."]
    assert ((0,), (0,)) in rows(align(fr, en))
    assert ((2,), (1,)) in rows(align(fr, en))


def test_one_segment_each_is_one_bead() -> None:
    found = align(FRENCH[:1], ENGLISH[:1], encoder=WordEncoder())
    assert rows(found) == [((0,), (0,))]
    assert found.beads[0].score > 0.5


def test_an_empty_side_leaves_gaps() -> None:
    assert rows(align(FRENCH[:2], (), encoder=WordEncoder())) == [((0,), ()), ((1,), ())]
    assert rows(align((), (), encoder=WordEncoder())) == []


def test_stored_vectors_are_not_encoded_again() -> None:
    encoder = WordEncoder()
    vectors = encoder.encode(FRENCH), encoder.encode(ENGLISH)
    encoded = encoder.encoded
    align(FRENCH, ENGLISH, encoder=encoder, fr_vectors=vectors[0], en_vectors=vectors[1])
    assert encoder.encoded == encoded


def test_progress_ends_at_its_total() -> None:
    seen: list[tuple[int, int]] = []
    align(FRENCH, ENGLISH, encoder=WordEncoder(), progress=lambda done, total: seen.append((done, total)))
    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1]


def test_a_long_text_is_cut_at_anchors_and_stays_whole() -> None:
    random = np.random.default_rng(7)
    vectors = random.normal(size=(1200, 32)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    texts = [f"w{n}" for n in range(1200)]
    kept = [n for n in range(1200) if n % 9]
    found = align(texts, [texts[n] for n in kept], fr_vectors=vectors, en_vectors=vectors[kept])
    right = sum(bead.en == (kept.index(bead.fr[0]),) for bead in found.beads if bead.fr and bead.en)
    assert right >= 0.99 * len(kept)
    assert held(found.beads) == (list(range(1200)), list(range(len(kept))))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from((*FRENCH, "", "12", "?!")), max_size=9),
    st.lists(st.sampled_from((*ENGLISH, "", "12", "?!")), max_size=9),
    st.booleans(),
)
def test_every_segment_is_in_exactly_one_bead(fr: list[str], en: list[str], embedded: bool) -> None:
    found = align(fr, en, encoder=WordEncoder() if embedded else None)
    assert held(found.beads) == (list(range(len(fr))), list(range(len(en))))
    assert 0.0 <= found.share <= 1.0
    assert all(0.0 <= bead.score <= 1.0 for bead in found.beads)
    assert all(bead.score == 0.0 for bead in found.beads if bead.is_gap)
