from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tests.pairing.making import ENGLISH, FRENCH, WordEncoder, an_article
from tui.pairing.features import Features, features
from tui.pairing.match import Matcher, match
from tui.pairing.stories import Relation, group

ENCODER = WordEncoder()


def some(lang: str, sentences: Sequence[str], identity: str, day: date | None = None) -> Features:
    return replace(features(an_article(lang, sentences, published=day), ENCODER), id=identity)


CATS = some("fr", FRENCH[:3], "a1"), some("en", ENGLISH[:3], "a2")
SHIPS = some("fr", FRENCH[3:5], "a3"), some("en", ENGLISH[3:5], "a4")
MUSEUM = some("fr", FRENCH[6:], "a5"), some("en", ENGLISH[6:], "a6")
EVERY = {one.id: one for pair in (CATS, SHIPS, MUSEUM) for one in pair}


def pairs_of(matcher: Matcher) -> set[tuple[str, str]]:
    return {(found.fr, found.en) for found in matcher.pairs()}


def test_translations_are_paired_one_to_one() -> None:
    found = match([CATS[0], SHIPS[0], MUSEUM[0]], [MUSEUM[1], CATS[1], SHIPS[1]])
    assert {(one.fr, one.en) for one in found} == {("a1", "a2"), ("a3", "a4"), ("a5", "a6")}


def test_strangers_are_not_paired() -> None:
    assert match([CATS[0]], [MUSEUM[1]]) == ()


def test_dates_apart_keep_articles_apart() -> None:
    fr, en = replace(CATS[0], day=700_000), replace(SHIPS[1], day=700_400)
    assert match([fr], [en]) == ()


def test_a_page_that_names_its_translation_is_believed() -> None:
    there = replace(MUSEUM[1], url="https://example.org/en/1", day=700_400)
    fr = replace(CATS[0], alternates=("https://example.org/en/1",), day=700_000)
    assert [(one.fr, one.en) for one in match([fr], [there, CATS[1]])] == [("a1", "a6")]
    here = replace(CATS[0], url="https://example.org/fr/1", alternates=())
    back = replace(MUSEUM[1], alternates=("https://example.org/fr/1",))
    assert [(one.fr, one.en) for one in match([here], [back, CATS[1]])] == [("a1", "a6")]


def test_the_reader_has_the_last_word() -> None:
    fr, en = [CATS[0], SHIPS[0]], [CATS[1], SHIPS[1]]
    kept = match(fr, en, kept=[("a1", "a4")])
    assert [(one.fr, one.en, one.score) for one in kept] == [("a1", "a4", 1.0)] or ("a1", "a4") in {
        (one.fr, one.en) for one in kept
    }
    assert ("a1", "a2") not in {(one.fr, one.en) for one in match(fr, en, forbidden=[("a1", "a2")])}


def test_one_at_a_time_gives_what_all_at_once_gives() -> None:
    matcher = Matcher(ENCODER.dim)
    for one in EVERY.values():
        matcher.add([one], EVERY.__getitem__)
    assert pairs_of(matcher) == {("a1", "a2"), ("a3", "a4"), ("a5", "a6")}


def test_scores_are_taken_anew_when_the_library_has_grown() -> None:
    matcher = Matcher(ENCODER.dim)
    for one in EVERY.values():
        matcher.add([one], EVERY.__getitem__)
    outgrown = matcher.outgrown
    before = pairs_of(matcher)
    change = matcher.score_again(EVERY.__getitem__)
    assert not before & {(one.fr, one.en) for one in change.made}
    assert {(one.fr, one.en) for one in change.rescored} <= before
    assert change.rescored
    assert (outgrown, matcher.outgrown) == (True, False)
    at_once = Matcher(ENCODER.dim)
    at_once.add(list(EVERY.values()), EVERY.__getitem__)
    assert sorted(matcher.pairs(), key=str) == sorted(at_once.pairs(), key=str)
    assert change.gone == ()
    assert not Matcher.from_bytes(matcher.to_bytes()).outgrown


def test_a_better_partner_takes_over_and_the_change_says_so() -> None:
    matcher = Matcher(ENCODER.dim)
    loose = some("en", (*ENGLISH[:2], "Mayor speaks town."), "a9")
    fr, en, loose = (replace(one, day=700_000) for one in (*CATS, loose))
    known = EVERY | {"a1": fr, "a2": en, "a9": loose}
    matcher.add([fr, loose], known.__getitem__)
    assert pairs_of(matcher) == {("a1", "a9")}
    change = matcher.add([en], known.__getitem__)
    assert change.gone == (("a1", "a9"),)
    assert [(one.fr, one.en) for one in change.made] == [("a1", "a2")]


def test_removing_an_article_frees_its_partner() -> None:
    matcher = Matcher(ENCODER.dim)
    matcher.add(list(EVERY.values()), EVERY.__getitem__)
    touched = matcher.remove(CATS[1])
    assert touched >= {"a1"}
    matcher.decide(touched)
    assert pairs_of(matcher) == {("a3", "a4"), ("a5", "a6")}
    assert "a2" not in matcher


def test_the_memory_survives_as_bytes() -> None:
    matcher = Matcher(ENCODER.dim)
    matcher.add(list(EVERY.values())[:4], EVERY.__getitem__)
    again = Matcher.from_bytes(matcher.to_bytes())
    assert again.pairs() == matcher.pairs()
    again.add(list(MUSEUM), EVERY.__getitem__)
    assert ("a5", "a6") in pairs_of(again)
    assert len(again) == 6


def test_terms_alone_pair_without_an_encoder() -> None:
    fr = features(
        an_article("fr", ["Zoltan Kern a versé 48200 euros à Vardom.", "Mirela Popov refuse."], key="f"), None
    )
    en = features(
        an_article("en", ["Zoltan Kern paid 48200 euros to Vardom.", "Mirela Popov refuses."], key="e"), None
    )
    other = features(an_article("en", ["The harvest was poor in Ostrel.", "Prices rose."], key="o"), None)
    assert {(one.fr, one.en) for one in match([fr], [en, other])} <= {("f", "e")}


def test_near_copies_are_ties_and_make_a_story() -> None:
    words = [f"Mot{n} suit mot{n + 1} puis mot{n + 2}." for n in range(30)]
    one, copy = some("fr", words, "a1"), some("fr", [*words[:28], "Une autre fin."], "a2")
    matcher = Matcher(ENCODER.dim)
    change = matcher.add([one, copy], {"a1": one, "a2": copy}.__getitem__)
    assert [tie.relation for tie in change.ties] == [Relation.DUPLICATE]
    story = group({"a1": one, "a2": copy}, change.ties)[0]
    assert (story.fr, story.en) == (("a1", "a2"), ())


def test_a_pair_is_a_story_and_dates_frame_it() -> None:
    fr, en = (
        replace(CATS[0], day=date(2025, 3, 2).toordinal()),
        replace(CATS[1], day=date(2025, 3, 5).toordinal()),
    )
    matcher = Matcher(ENCODER.dim)
    change = matcher.add([fr, en], {"a1": fr, "a2": en}.__getitem__)
    story = group({"a1": fr, "a2": en}, change.ties)[0]
    assert (story.fr, story.en, story.first, story.last) == (
        ("a1",),
        ("a2",),
        date(2025, 3, 2),
        date(2025, 3, 5),
    )
