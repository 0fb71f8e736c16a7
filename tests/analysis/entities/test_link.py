from __future__ import annotations

from tests.analysis.entities.builders import ids, linked
from tui.analysis.entities import link
from tui.model.article import Kind, Lang, Mention


def test_the_surname_alone_is_the_person_named_before() -> None:
    text = "Lina Ortega spoke. Ortega left, and Lina wrote."
    names = [("Lina Ortega", Kind.PERSON), ("Ortega", Kind.PERSON), ("Lina", Kind.PERSON)]
    assert ids(text, Lang.EN, *names) == ["person:lina-ortega"] * 3


def test_two_people_of_one_surname_are_never_one() -> None:
    text = "Lina Ortega met Hugo Ortega. Ortega smiled."
    names = [("Lina Ortega", Kind.PERSON), ("Hugo Ortega", Kind.PERSON), ("Ortega", Kind.PERSON)]
    assert ids(text, Lang.EN, *names) == ["person:lina-ortega", "person:hugo-ortega", "person:ortega"]


def test_initials_abbreviate_a_name() -> None:
    text = "Lina Ortega and L. Ortega."
    assert len(set(ids(text, Lang.EN, ("Lina Ortega", Kind.PERSON), ("L. Ortega", Kind.PERSON)))) == 1


def test_an_acronym_behind_a_name_is_that_name() -> None:
    text = "The Harbour Workers League (HWL) voted. HWL wins."
    names = [("Harbour Workers League", Kind.ORG), ("HWL", Kind.ORG), ("HWL", Kind.ORG)]
    assert len(set(ids(text, Lang.EN, *names))) == 1


def test_a_short_form_is_the_longer_name() -> None:
    text = "Brightwater Energy Group sold a plant. Brightwater said so."
    names = [("Brightwater Energy Group", Kind.ORG), ("Brightwater", Kind.ORG)]
    assert len(set(ids(text, Lang.EN, *names))) == 1


def test_ids_are_the_same_in_both_languages() -> None:
    french = ids("L'ONU quitte les États-Unis.", Lang.FR, ("ONU", Kind.ORG), ("États-Unis", Kind.PLACE))
    english = ids(
        "The UN leaves the United States.", Lang.EN, ("UN", Kind.ORG), ("United States", Kind.PLACE)
    )
    assert french == english == ["org:un", "place:us"]


def test_the_title_makes_a_key_entity() -> None:
    text = "Lyon wins. " + "Paris and Nice lose. " * 2 + "Rome, Oslo, Bern watch." * 3
    places = [("Lyon", Kind.PLACE), ("Paris", Kind.PLACE), ("Nice", Kind.PLACE), ("Rome", Kind.PLACE)]
    found, entities = linked(text, Lang.EN, *places, title="How Lyon won")
    assert entities[0].id == "place:lyon"
    assert found[0].key
    assert all(0 <= entity.salience <= 1 for entity in entities)


def test_entities_have_their_names_in_both_languages() -> None:
    _, entities = linked("Londres dort.", Lang.FR, ("Londres", Kind.PLACE))
    assert entities[0].names == ((Lang.FR, "Londres"), (Lang.EN, "London"))


def test_values_get_an_id_of_their_own() -> None:
    text = "in 2025"
    mention = Mention(3, 7, Kind.DATE, "", value="2025")
    found, entities = link((mention,), text, Lang.EN, None)
    assert (found[0].entity, entities) == ("date:2025", ())
