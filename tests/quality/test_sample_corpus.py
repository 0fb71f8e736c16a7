"""Floors on the sample corpus; they may only rise."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations

import pytest

from tests.quality.corpus import SeedStory, paired, stories
from tui.model.article import Article, Entity, Lang
from tui.model.pair import Bead, Fact, Pair, Status
from tui.pairing.bitext import compare
from tui.pairing.encoder import default_encoder
from tui.pairing.facts import facts
from tui.pairing.features import Features, features
from tui.pairing.match import match

ENTITY_FLOOR = 0.93  # share of the gold's names found with their kind
FACT_FLOOR = 0.90  # share of the gold's facts found with their status
MUST_ALIGN_FLOOR = 1.0


@cache
def features_of(article: Article) -> Features:
    return features(article, default_encoder())


@cache
def pair_of(name: str) -> Pair:
    story = next(story for story in paired() if story.name == name)
    fr, en = story.article(Lang.FR), story.article(Lang.EN)
    return compare(fr, en, features_of(fr), features_of(en), default_encoder())


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.name)
def test_language_and_date_are_right(story: SeedStory) -> None:
    for lang in story.langs:
        article = story.article(lang)
        assert article.lang is lang
        assert article.published == story.gold[lang]["published"]


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.name)
def test_nothing_is_removed_from_clean_text(story: SeedStory) -> None:
    for lang in story.langs:
        assert story.article(lang).removed == ()


def named(story: SeedStory) -> Iterator[tuple[Article, str, str]]:
    for item in story.gold["entities"]:
        for lang in story.langs:
            if lang in item:
                yield story.article(lang), item[lang], item["kind"]


def is_found(article: Article, name: str, kind: str) -> bool:
    return any(m.kind == kind and m.span.of(article.text) == name for m in article.mentions)


def test_entities_are_found() -> None:
    wanted = [(story.name, *item) for story in stories() for item in named(story)]
    missed = [
        (where, article.lang, name, kind)
        for where, article, name, kind in wanted
        if not is_found(article, name, kind)
    ]
    assert 1 - len(missed) / len(wanted) >= ENTITY_FLOOR, missed


def entity_named(article: Article, name: str) -> Entity | None:
    ids = {m.entity for m in article.mentions if m.span.of(article.text) == name}
    return next((entity for entity in article.entities if entity.id in ids), None)


def test_entities_are_the_same_on_both_sides() -> None:
    gold = [(story, item) for story in paired() for item in story.gold["entities"]]
    linked = []
    for story, item in gold:
        fr, en = (
            entity_named(story.article(Lang.FR), item["fr"]),
            entity_named(story.article(Lang.EN), item["en"]),
        )
        linked.append(fr is not None and en is not None and fr.id == en.id)
    assert sum(linked) / len(linked) >= ENTITY_FLOOR, [
        item for (_, item), ok in zip(gold, linked, strict=True) if not ok
    ]


def features_by_name(lang: Lang) -> dict[str, Features]:
    return {story.name: features_of(story.article(lang)) for story in stories() if lang in story.langs}


def test_each_story_is_paired_and_nothing_else() -> None:
    french, english = features_by_name(Lang.FR), features_by_name(Lang.EN)
    name_of = {made.id: name for side in (french, english) for name, made in side.items()}
    found = match(tuple(french.values()), tuple(english.values()))
    assert {(name_of[m.fr], name_of[m.en]) for m in found} == {(s.name, s.name) for s in paired()}


@pytest.mark.parametrize("size", [1, 2])
def test_in_the_smallest_libraries_too(size: int) -> None:
    """Three stories name the same company; what it did is another thing in each."""
    french, english = features_by_name(Lang.FR), features_by_name(Lang.EN)
    for names in combinations(sorted(french), size):
        for others in combinations(sorted(english), size):
            fr, en = [french[name] for name in names], [english[name] for name in others]
            wanted = {(french[name].id, english[name].id) for name in names if name in others}
            assert {(found.fr, found.en) for found in match(fr, en)} == wanted


@pytest.mark.parametrize("story", paired(), ids=lambda story: story.name)
def test_the_mode_is_right(story: SeedStory) -> None:
    assert pair_of(story.name).mode == story.gold["mode"]


@pytest.mark.parametrize("story", paired(), ids=lambda story: story.name)
def test_each_pair_gives_its_reasons(story: SeedStory) -> None:
    assert all(reason.detail for reason in pair_of(story.name).evidence)
    assert pair_of(story.name).evidence


def segment_starting(article: Article, words: str) -> int:
    return next(i for i, segment in enumerate(article.segments) if words in segment.span.of(article.text))


def faces(story: SeedStory, item: dict[str, str]) -> bool:
    fr = segment_starting(story.article(Lang.FR), item["fr"])
    en = segment_starting(story.article(Lang.EN), item["en"])
    pair = pair_of(story.name)
    rows: tuple[Bead, ...] = pair.beads or pair.links
    return any(fr in bead.fr and en in bead.en for bead in rows)


def test_sentences_that_must_face_each_other_do() -> None:
    wanted = [(story, item) for story in paired() for item in story.gold.get("align", [])]
    missed = [(story.name, item) for story, item in wanted if not faces(story, item)]
    assert 1 - len(missed) / len(wanted) >= MUST_ALIGN_FLOOR, missed


@pytest.mark.parametrize("story", paired(), ids=lambda story: story.name)
def test_sentences_that_must_not_face_each_other_do_not(story: SeedStory) -> None:
    assert [item for item in story.gold["apart"] if faces(story, item)] == []


def found_facts(story: SeedStory) -> tuple[Fact, ...]:
    return facts(story.article(Lang.FR), story.article(Lang.EN), pair_of(story.name))


def states(fact: Fact, gold: dict[str, str], fr: Article, en: Article) -> bool:
    """Tell whether a found fact is the gold's: same kind, same status, over the words quoted."""
    if fact.kind != gold["kind"] or fact.status != gold["status"]:
        return False
    sides = ((fact.fr, fr, gold.get("fr")), (fact.en, en, gold.get("en")))
    return all(
        words is None
        or (span is not None and (span.of(article.text) in words or words in span.of(article.text)))
        for span, article, words in sides
    )


def is_stated(story: SeedStory, gold: dict[str, str]) -> bool:
    fr, en = story.article(Lang.FR), story.article(Lang.EN)
    return any(states(fact, gold, fr, en) for fact in found_facts(story))


def test_facts_have_their_status() -> None:
    gold = [(story, fact) for story in paired() for fact in story.gold["facts"]]
    missed = [
        (story.name, fact)
        for story, fact in gold
        if not any(
            states(found, fact, story.article(Lang.FR), story.article(Lang.EN))
            for found in found_facts(story)
        )
    ]
    assert 1 - len(missed) / len(gold) >= FACT_FLOOR, missed


def test_differ_is_not_cried_wrongly() -> None:
    for story in paired():
        altered = [fact for fact in story.gold["facts"] if fact["status"] == Status.DIFFER]
        cried = [fact for fact in found_facts(story) if fact.status is Status.DIFFER]
        assert len(cried) <= len(altered), (story.name, cried)
