from __future__ import annotations

from datetime import date

from tests.pairing.making import ENGLISH, FRENCH, WordEncoder, an_article
from tui.model.pair import Mode
from tui.pairing.bitext import compare
from tui.pairing.features import features


def test_a_translation_is_read_row_by_row() -> None:
    pair = compare(an_article("fr", FRENCH), an_article("en", ENGLISH), encoder=WordEncoder())
    assert pair.mode is Mode.ALIGNED
    assert [(bead.fr, bead.en) for bead in pair.beads] == [((i,), (i,)) for i in range(8)]
    assert pair.links == ()


def test_other_texts_are_related_and_never_forced_into_rows() -> None:
    pair = compare(an_article("fr", FRENCH[:4]), an_article("en", ENGLISH[3:]), encoder=WordEncoder())
    assert pair.mode is Mode.RELATED
    assert pair.beads == ()
    assert [(link.fr, link.en) for link in pair.links] == [((3,), (0,))]


def test_stored_features_save_encoding() -> None:
    encoder = WordEncoder()
    fr, en = an_article("fr", FRENCH), an_article("en", ENGLISH)
    kept = features(fr, encoder), features(en, encoder)
    encoded = encoder.encoded
    assert compare(fr, en, *kept, encoder).mode is Mode.ALIGNED
    assert encoder.encoded == encoded


def test_evidence_names_what_both_sides_state() -> None:
    fr = an_article(
        "fr", ["Zoltan Kern a versé 48 200 euros.", "Mirela Popov refuse."], published=date(2025, 4, 1)
    )
    en = an_article(
        "en", ["Zoltan Kern paid 48,200 euros.", "Mirela Popov refuses."], published=date(2025, 4, 2)
    )
    found = {reason.kind: reason for reason in compare(fr, en, score=0.9).evidence}
    assert "Zoltan" in found["names"].detail
    assert found["numbers"].detail == "48 200 = 48,200"
    assert found["published"].detail == "2025-04-01 / 2025-04-02"
    assert abs(sum(reason.weight for reason in found.values()) - 1.0) < 0.01


def test_a_page_that_names_its_translation_is_evidence() -> None:
    fr = an_article("fr", FRENCH, url="https://a.example/fr", alternates=("https://a.example/en",))
    en = an_article("en", ENGLISH, url="https://a.example/en")
    assert compare(fr, en, encoder=WordEncoder()).evidence[0].kind == "address"
