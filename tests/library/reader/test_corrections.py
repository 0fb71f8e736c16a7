from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.builders import a_pair, an_article
from tui.errors import NotFoundError, UsageError
from tui.library import Library
from tui.model.article import Lang
from tui.model.keeping import Choice
from tui.model.pair import Mode, Pair, Story


def test_a_pair_taken_apart_stays_so(library: Library) -> None:
    assert library.unpair("a1").id == "p1"
    library.writing.put_pairs([a_pair("a1", "a2")])
    assert library.pair_of("a1") is None
    assert library.writing.forbidden() == {("a1", "a2")}


def test_a_pair_made_by_hand_stays_so(library: Library) -> None:
    library.corrections.join(3, 4, a_pair("a3", "a4"))
    library.writing.put_pairs([a_pair("a3", "a2")], ["a1", "a2", "a3", "a4"])
    pair = library.pair_of("a3")
    assert pair is not None
    assert (pair.en, pair.manual) == ("a4", True)


def test_a_pair_that_stands_is_kept_for_good(library: Library) -> None:
    assert library.pair("a2", "a1").manual
    library.writing.put_pairs([], ["a1"])
    assert library.pair_of("a1") is not None


def test_a_pair_made_by_hand_takes_others_apart(library: Library) -> None:
    library.corrections.join(1, 4, a_pair("a1", "a4"))
    assert library.pair_of("a2") is None
    assert [entry.id for entry in library.entries().window(0, 9)] == ["a3", "a2", "p2", "a5"]


def test_a_pair_made_by_hand_keeps_its_score(library: Library) -> None:
    library.corrections.join(3, 4, replace(a_pair("a3", "a4"), score=0.0))
    library.writing.put_pairs([replace(a_pair("a3", "a4"), score=0.16)])
    pair = library.pair_of("a3")
    assert pair is not None
    assert (pair.manual, pair.score) == (True, 1.0)


def members(library: Library) -> set[tuple[str, ...]]:
    return {(*story.fr, *story.en) for story in library.stories()}


def a_story(*ids: str, library: Library) -> Story:
    sides: dict[str, list[str]] = {"fr": [], "en": []}
    for one in ids:
        sides[library.article(one).lang].append(one)
    return Story("", "Marée", tuple(sides["fr"]), tuple(sides["en"]), None, None)


def test_two_taken_apart_share_no_story_because_of_each_other(library: Library) -> None:
    library.writing.put_stories([a_story("a1", "a2", library=library)], ["a1", "a2"])
    library.unpair("p1")
    assert members(library) == set()
    library.undo()
    assert members(library) == {("a1", "a2")}


def test_the_larger_side_of_a_story_stays_together(library: Library) -> None:
    library.writing.put_stories([a_story("a1", "a3", "a2", library=library)], ["a1", "a2", "a3"])
    library.unpair("p1")
    assert members(library) == {("a1", "a3")}
    library.undo()
    assert members(library) == {("a1", "a3", "a2")}


def test_two_paired_by_hand_share_a_story(library: Library) -> None:
    before = members(library)
    library.corrections.join(3, 4, a_pair("a3", "a4"))
    assert ("a3", "a4") in members(library)
    library.undo()
    assert members(library) == before


def test_choices_hold_when_an_article_is_removed_and_added_again(library: Library) -> None:
    library.unpair("p1")
    library.remove(["a1"])
    assert library.writing.was_removed("fr1")
    again = an_article("fr", "OpenAI ouvre à Paris. Le bureau est grand. Il pleut.", key="fr1")
    assert library.writing.put(again, b"again") == "a1"
    assert not library.writing.was_removed("fr1")
    library.writing.put_pairs([a_pair("a1", "a2")])
    assert library.pair_of("a1") is None
    assert [choice.choice for choice in library.corrections_of("a1").choices] == [Choice.FORBIDDEN]


def test_metadata_corrected_survives_reading_again(library: Library) -> None:
    row = library.edit("a3", title="Marée haute", published="2025-06-01", source="Le Phare")
    assert (row.title, row.published, row.source) == ("Marée haute", date(2025, 6, 1), "Le Phare")
    library.writing.put(an_article("fr", "Autre texte.", key="fr2", title="Autre"), b"other")
    article = library.article("a3")
    assert (article.title, article.published, article.text) == (
        "Marée haute",
        date(2025, 6, 1),
        "Autre texte.",
    )
    assert library.corrections_of("a3").edits == (
        ("published", "2025-06-01"),
        ("source", "Le Phare"),
        ("title", "Marée haute"),
    )


def test_a_moment_without_zone_is_taken_as_utc(library: Library) -> None:
    assert library.edit("a3", published="2025-06-01T12:00").published == datetime(2025, 6, 1, 12, tzinfo=UTC)
    assert library.edit("a3", published=None).published is None


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", ""), ("lang", "de"), ("published", "hier"), ("published", "2025-02-31"), ("text", "x")],
)
def test_what_cannot_be_meant_is_refused(library: Library, field: str, value: str) -> None:
    with pytest.raises(UsageError):
        library.edit("a3", **{field: value})
    with pytest.raises(NotFoundError):
        library.edit("a77", title="Rien")


def test_escape_sequences_do_not_enter_by_an_edit(library: Library) -> None:
    assert library.edit("a3", title="Rou\x1b[31mge").title.isprintable()


def test_a_language_corrected_takes_the_pair_apart(library: Library) -> None:
    library.corrections.edit(1, {"lang": "en"})
    assert library.pair_of("a2") is None
    assert library.article("a1").lang is Lang.EN


def test_two_articles_of_one_language_are_no_pair(library: Library) -> None:
    with pytest.raises(UsageError, match="in one language"):
        library.pair("a1", "a3")
    with pytest.raises(NotFoundError):
        library.pair("a1", "a99")


def test_an_ignored_entity_goes_from_texts_and_lists(library: Library) -> None:
    library.correct_entity("org:openai", "ignore")
    assert [entity.entity.id for entity in library.entities()] == ["place:paris"]
    assert {mention.entity for mention in library.article("a1").mentions} == {"place:paris"}
    added = an_article("fr", "OpenAI encore.", key="n", names=(("org:openai", "ORG", "OpenAI"),))
    assert library.article(library.writing.put(added, b"n")).mentions == ()


def test_two_entities_can_be_one(library: Library) -> None:
    library.correct_entity("place:paris", "same", "org:openai")
    (only,) = library.entities()
    assert (only.entity.id, only.articles, only.mentions) == ("org:openai", 2, 4)
    library.correct_entity("org:openai", "same", "place:paris")
    assert len({mention.entity for mention in library.article("a1").mentions}) <= 2


def test_an_entity_can_be_of_another_kind(library: Library) -> None:
    library.correct_entity("org:openai", "kind", "PRODUCT")
    assert {one.entity.id: str(one.entity.kind) for one in library.entities()} == {
        "place:paris": "PLACE",
        "product:openai": "PRODUCT",
    }
    assert {str(mention.kind) for mention in library.article("a2").mentions} == {"PRODUCT", "PLACE"}
    assert [row.id for row in library.rows("kind:product")] == ["a2", "a1"]
    assert library.rows("kind:org") == ()


def test_the_last_word_on_an_entity_holds(library: Library) -> None:
    library.correct_entity("org:openai", "ignore")
    library.correct_entity("org:openai", "kind", "PRODUCT")
    library.correct_entity("product:openai", "kind", "ORG")
    assert {one.entity.id: one.articles for one in library.entities()} == {"org:openai": 2, "place:paris": 2}


def test_what_is_added_meanwhile_is_counted_when_a_correction_is_undone(library: Library) -> None:
    library.correct_entity("org:openai", "same", "place:paris")
    added = an_article("fr", "OpenAI encore.", key="n", names=(("org:openai", "ORG", "OpenAI"),))
    library.writing.put(added, b"n")
    library.undo()
    assert {one.entity.id: one.articles for one in library.entities()} == {"org:openai": 3, "place:paris": 2}


@pytest.mark.parametrize(
    ("entity", "action", "value", "error"),
    [
        ("org:openai", "kind", "PLANET", UsageError),
        ("org:openai", "kind", "DATE", UsageError),
        ("org:openai", "kind", "ORG", UsageError),
        ("org:openai", "rename", "ORG", UsageError),
        ("org:openai", "same", "org:nobody", NotFoundError),
        ("org:nobody", "ignore", None, NotFoundError),
    ],
)
def test_what_cannot_be_meant_is_said(
    library: Library, entity: str, action: str, value: str | None, error: type[Exception]
) -> None:
    with pytest.raises(error):
        library.correct_entity(entity, action, value)
    assert library.undo_labels() == ()


LESSER = ("place:oslo", "PLACE", "Oslo")
FR_NAME, EN_NAME = ("org:verts", "ORG", "Les Verts"), ("org:greens", "ORG", "The Greens")


def named_pair(library: Library) -> str:
    """Add a pair whose sides call one thing by two ids, and say so; return its id."""
    fr = an_article("fr", "Les Verts gagnent.", key="f", names=(FR_NAME,))
    en = an_article("en", "The Greens win.", key="e", names=(EN_NAME,))
    ends = [library.writing.put(one, one.key.encode()) for one in (fr, en)]
    pair = Pair(None, ends[0], ends[1], Mode.ALIGNED, 0.9, names=(("org:greens", "org:verts"),))
    return library.writing.put_pairs([pair])[0]


def test_both_sides_of_a_pair_name_one_thing_alike(library: Library) -> None:
    bitext = library.bitext(named_pair(library))
    assert {one.id for one in (*bitext.fr.entities, *bitext.en.entities)} == {"org:verts"}
    assert {mention.entity for mention in bitext.en.mentions} == {"org:verts"}
    assert dict(bitext.fr.entities[0].names) == {"fr": "Les Verts", "en": "The Greens"}


def test_what_is_key_is_key_on_both_sides(library: Library) -> None:
    fr = an_article("fr", "Lyon et Oslo.", key="f", names=(("place:lyon", "PLACE", "Lyon"), LESSER))
    en = an_article("en", "Lyon, and Oslo.", key="e", names=(("place:lyon", "PLACE", "Lyon"), LESSER))
    minor = replace(
        fr, entities=(replace(fr.entities[0], salience=0.9), replace(fr.entities[1], salience=0.1))
    )
    ends = [library.writing.put(one, one.key.encode()) for one in (minor, en)]
    library.writing.put_pairs([a_pair(*ends)])
    bitext = library.bitext(ends[0])
    assert [[mention.key for mention in side.mentions] for side in (bitext.fr, bitext.en)] == [
        [True, False]
    ] * 2


def test_what_the_reader_says_of_a_name_holds_on_both_sides(library: Library) -> None:
    pair = named_pair(library)
    library.correct_entity("org:greens", "kind", "GROUP")
    bitext = library.bitext(pair)
    assert {one.id for one in (*bitext.fr.entities, *bitext.en.entities)} == {"group:greens"}
    library.correct_entity("group:greens", "ignore")
    assert [one.id for one in library.bitext(pair).fr.entities] == ["org:verts"]
    assert library.bitext(pair).en.entities == ()


def test_an_alias_holds_until_the_reader_says_otherwise(library: Library) -> None:
    named_pair(library)
    library.writing.learn("alias", {("org:greens", "org:verts"): 0.9})
    assert [
        one.articles for one in library.entities('entity:"org:verts"') if one.entity.id == "org:verts"
    ] == [2]
    library.correct_entity("org:greens", "kind", "ORG")
    assert {one.entity.id: one.articles for one in library.entities("kind:org")}["org:greens"] == 1
    library.undo()
    library.writing.learn("alias", {})
    assert {one.entity.id: one.articles for one in library.entities()}["org:greens"] == 1


@pytest.mark.parametrize("parted", [True, False])
def test_undoing_never_brings_back_rows_of_a_text_that_changed_since(library: Library, parted: bool) -> None:
    if parted:
        library.unpair("p1")
    else:
        library.edit("a1", title="Autre titre")
    shorter = an_article("fr", "Il pleut.", key=library.article("a1").key)
    library.writing.put(shorter, b"shorter")
    if not parted:
        library.writing.put_pairs([a_pair(library.article("a1"), library.article("a2"))])
    library.undo()
    pair = library.pair_of("a1")
    assert pair is not None
    used = [index for bead in (*pair.beads, *pair.links) for index in bead.fr]
    assert (used, pair.mode) == (([], Mode.RELATED) if parted else ([0], Mode.ALIGNED))
