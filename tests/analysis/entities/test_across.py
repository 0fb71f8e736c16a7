from __future__ import annotations

import pytest

from tui.analysis.entities import learn, match_entities, shared_names
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


def test_what_goes_by_two_ids_gets_one() -> None:
    fr, en = (
        (thing("Cour suprême"), thing("Lyon", Kind.PLACE)),
        (thing("Supreme Court"), thing("Lyon", Kind.PLACE)),
    )
    assert shared_names(fr, en) == (("org:supreme-court", "org:cour-supreme"),)


def test_the_id_known_beforehand_is_kept() -> None:
    known = Entity("org:un", Kind.ORG, "United Nations")
    assert shared_names((thing("United Nationz"),), (known,)) == (("org:united-nationz", "org:un"),)


def test_a_country_and_its_people_stay_two() -> None:
    people = Entity("group:mx", Kind.GROUP, "mexicaine")
    assert shared_names((people,), (Entity("place:mx", Kind.PLACE, "Mexico"),)) == ()


FACING = (frozenset({"org:verts", "place:lyon"}), frozenset({"org:greens", "place:lyon"}))


def test_names_that_keep_facing_each_other_are_one() -> None:
    assert learn([[FACING, FACING], [FACING]]) == {("org:greens", "org:verts"): 1.0}


def test_one_pair_teaches_nothing() -> None:
    assert learn([[FACING] * 9]) == {}
    assert learn([[FACING], [FACING]]) == {}


def test_names_that_mostly_stand_apart_are_two() -> None:
    apart = [(frozenset({"org:verts"}), frozenset[str]()), (frozenset[str](), frozenset({"org:greens"}))]
    assert learn([[FACING, FACING], [FACING, *apart * 3]]) == {}


@pytest.mark.parametrize(
    ("fr", "en"),
    [("place:fr", "place:gb"), ("person:lina-ortega", "person:hugo-marin"), ("org:verts", "place:paris")],
)
def test_what_cannot_be_one_is_not_learnt(fr: str, en: str) -> None:
    row = (frozenset({fr}), frozenset({en}))
    assert learn([[row] * 3, [row] * 3]) == {}


def test_a_surname_that_two_people_bear_is_neither_of_them() -> None:
    surname = thing("Ortega", Kind.PERSON)
    both = (thing("Lina Ortega", Kind.PERSON), thing("Hugo Ortega", Kind.PERSON))
    assert match_entities((surname,), both) == {}
    assert match_entities(both, (surname,)) == {}
    assert set(match_entities((surname,), both[:1])) == {"person:ortega", "person:lina-ortega"}
