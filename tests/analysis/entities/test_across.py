from __future__ import annotations

import pytest

from tui.analysis.entities import learn, match_entities
from tui.analysis.entities.keys import slug
from tui.model.article import Entity, Kind


def thing(name: str, kind: Kind = Kind.ORG) -> Entity:
    return Entity(f"{kind.value.lower()}:{slug(name)}", kind, name)


@pytest.mark.parametrize(
    ("fr", "en", "kind"),
    [
        ("Oksana Bondarenko", "Oksana Bondarenkо".replace("о", "o"), Kind.PERSON),
        ("Volodymyr Zelenskyï", "Volodymyr Zelenskyy", Kind.PERSON),
        ("Ministère de la Défense", "Defense Ministry", Kind.ORG),
        ("Université de Lund", "University of Lund", Kind.ORG),
        ("comté de Hillsborough", "Hillsborough County", Kind.PLACE),
        ("Basse-Californie", "Lower California", Kind.PLACE),
    ],
)
def test_one_thing_on_both_sides(fr: str, en: str, kind: Kind) -> None:
    left, right = thing(fr, kind), thing(en, kind)
    shared = match_entities((left,), (right,))
    assert shared[left.id] == shared[right.id] == left.id


@pytest.mark.parametrize(
    ("fr", "en", "kind"),
    [
        ("Lina Ortega", "Hugo Ortega", Kind.PERSON),
        ("Iran", "Iraq", Kind.PLACE),
        ("Banque de France", "Bank of Ireland", Kind.ORG),
        ("Lyon", "London", Kind.PLACE),
        ("CNES", "CNRS", Kind.ORG),
    ],
)
def test_two_things_stay_two(fr: str, en: str, kind: Kind) -> None:
    assert match_entities((thing(fr, kind),), (thing(en, kind),)) == {}


def test_each_has_one_counterpart_at_most() -> None:
    shared = match_entities(
        (thing("Ortega", Kind.PERSON),), (thing("Lina Ortega", Kind.PERSON), thing("Ortega", Kind.PERSON))
    )
    assert len(shared) == 1


def test_rows_teach_names() -> None:
    row = ([(Kind.ORG, "Les Verts")], [(Kind.ORG, "The Greens")])
    other = (
        [(Kind.ORG, "Les Verts"), (Kind.PLACE, "Lyon")],
        [(Kind.ORG, "The Greens"), (Kind.PLACE, "Lyon")],
    )
    taught = learn([row, other])
    assert [(one.fr, one.en, one.count, one.share) for one in taught] == [("Les Verts", "The Greens", 2, 1.0)]


def test_one_row_teaches_nothing() -> None:
    assert learn([([(Kind.ORG, "Les Verts")], [(Kind.ORG, "The Greens")])]) == ()
