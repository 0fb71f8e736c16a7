from __future__ import annotations

import pytest

from tui.analysis.entities.lexicon import inflected, lexicon
from tui.model.article import Kind, Lang


@pytest.mark.parametrize(
    ("fr", "en", "kind"),
    [
        ("États-Unis", "United States", Kind.PLACE),
        ("ONU", "UN", Kind.ORG),
        ("Londres", "London", Kind.PLACE),
        ("Pékin", "Beijing", Kind.PLACE),
        ("allemandes", "German", Kind.GROUP),
        ("Seconde Guerre mondiale", "World War II", Kind.EVENT),
        ("Vladimir Poutine", "Vladimir Putin", Kind.PERSON),
        ("Norvège", "Norway", Kind.PLACE),
    ],
)
def test_both_languages_lead_to_one_thing(fr: str, en: str, kind: Kind) -> None:
    found = lexicon().one(fr, Lang.FR, kind)
    assert found is not None
    assert found == lexicon().one(en, Lang.EN, kind)


def test_ids_are_unique_and_well_formed() -> None:
    things = lexicon().things
    assert len({thing.id for thing in things}) == len(things)
    assert all(thing.id.startswith(f"{thing.kind.lower()}:") and thing.fr and thing.en for thing in things)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("italien", ("italien", "italienne", "italiens", "italiennes")),
        ("français", ("français", "française", "françaises")),
        ("suisse", ("suisse", "suisses")),
        ("grec", ("grec", "grecque", "grecs", "grecques")),
    ],
)
def test_peoples_are_inflected(word: str, forms: tuple[str, ...]) -> None:
    assert inflected(word) == forms
