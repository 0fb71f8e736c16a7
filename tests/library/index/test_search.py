from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.index.making import TODAY, alone, an_index, an_indexed, found, no_facts, search, suggested
from tui.library.index import SearchIndex
from tui.model.query import Filter, parse

FRENCH = (
    an_indexed(
        1, "fr", "L'élection du maire a eu lieu. Un œuf sur le plat.", title="Élection", day="2025-10-07"
    ),
    an_indexed(3, "fr", "La porte-parole du gouvernement parle du prix du gaz.", day="2025-02-01"),
    an_indexed(5, "fr", "Quinze mille personnes, soit 15 000, ce week-end à la mer.", day="2024-12-31"),
)
ENGLISH = (
    an_indexed(
        2, "en", "The elections of the mayor took place. An egg.", title="Election day", day="2025-10-08"
    ),
    an_indexed(4, "en", "The government speaks about the price of oil and gas.", day="2025-02-02"),
    an_indexed(6, "en", "Some 15,000 people spent the weekend by the sea. The U.S. team won."),
)


@pytest.fixture
def index(tmp_path: Path) -> SearchIndex:
    return an_index(tmp_path, *FRENCH, *ENGLISH)


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("élections", {1, 2}),
        ("elections", {1, 2}),
        ("L’ELECTION", {1, 2}),
        ("oeuf", {1}),
        ("œufs", {1}),
        ("porte-parole", {3}),
        ("porte parole", {3}),
        ("weekend", {5, 6}),
        ("week-end", {5, 6}),
        ("15000", {5, 6}),
        ("15 000", {5, 6}),
        ('"15 000"', {5, 6}),
        ('"prix du gaz"', {3}),
        ('"price of oil"', {4}),
        ('"price oil"', set()),
        ("gas OR gaz", {3, 4}),
        ("oeuf OU egg", {1, 2}),
        ("government -oil", set()),
        ("gouvernement -pétrole", {3}),
        ("élect*", {1, 2}),
        ("govern*", {4}),
        ("gouvernem*", {3}),
        ("goverment~", {4}),
        ("gouvernemant~", {3}),
        ("title:election", {1, 2}),
        ("titre:élection", {1, 2}),
        ("body:election", {1, 2}),
        ("texte:oeuf", {1}),
        ("title:oeuf", set()),
        ("(gaz OR gas) -oil", {3}),
        ("election date:2025-10-07", {1}),
        ("election date:>2025-10-07", {2}),
        ("date:2025-02", {3, 4}),
        ("date:..2024", {5}),
        ("US", {6}),
        ("u.s.", {6}),
    ],
)
def test_every_operator_in_both_languages(index: SearchIndex, query: str, numbers: set[int]) -> None:
    assert set(found(index, query)) == numbers
    assert index.numbers(parse(query, TODAY).tree, no_facts) == numbers


def test_small_words_need_not_match_but_in_phrases(index: SearchIndex) -> None:
    assert found(index, "the price of a gas") == [4]
    assert found(index, '"the price of a gas"') == []


def test_nothing_but_small_words_are_searched_as_they_are(index: SearchIndex) -> None:
    assert set(found(index, "the")) == {2, 4, 6}


def test_partial_hits_come_after_full_ones_and_are_marked(index: SearchIndex) -> None:
    hits = search(index, "government price submarine gas").found
    assert [(hit.number, hit.partial) for hit in hits] == [(4, True)]
    hits = search(index, "mayor egg election").found
    assert [(hit.number, hit.partial) for hit in hits] == [(2, False), (1, True)]


def test_the_title_weighs(tmp_path: Path) -> None:
    index = an_index(
        tmp_path,
        an_indexed(1, "en", "A comet in the sky, one more word."),
        an_indexed(2, "en", "Nothing in the sky, one more comet.", title="Comet"),
    )
    assert found(index, "comet") == [2, 1]


def test_the_newer_of_equals_comes_first(tmp_path: Path) -> None:
    index = an_index(tmp_path, *(an_indexed(number, "en", "A comet passes.") for number in (2, 9, 5)))
    assert found(index, "comet") == [9, 5, 2]


def test_a_pair_is_one_hit_that_says_which_sides_matched(index: SearchIndex) -> None:
    pairs = {1: 2, 2: 1}
    tree = parse("elections", TODAY).tree
    (hit,) = index.search(
        tree, no_facts, lambda numbers: {n: pairs[n] for n in numbers if n in pairs}, 20
    ).found
    assert {hit.number, hit.partner} == {1, 2}
    assert set(hit.matched) == {"fr", "en"}


def test_the_two_sides_of_a_pair_may_hold_the_words_together(index: SearchIndex) -> None:
    pairs = {3: 4, 4: 3}
    tree = parse("gouvernement oil", TODAY).tree
    hits = index.search(
        tree, no_facts, lambda numbers: {n: pairs[n] for n in numbers if n in pairs}, 20
    ).found
    assert [(hit.partial, {hit.number, hit.partner}) for hit in hits] == [(False, {3, 4})]


def test_filters_are_asked_of_the_store(index: SearchIndex) -> None:
    def facts(leaf: Filter) -> frozenset[int]:
        return frozenset({2, 4}) if leaf.value == "unread" else frozenset()

    tree = parse("election is:unread", TODAY).tree
    assert [hit.number for hit in index.search(tree, facts, alone, 20).found] == [2]
    assert index.numbers(parse("gas OR is:unread", TODAY).tree, facts) == {2, 4}
    assert index.numbers(parse("-is:unread", TODAY).tree, facts) == {1, 3, 5, 6}


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("el", [2, 1]),
        ("électi", [2, 1]),
        ("elections", [2, 1]),
        ("government pri", [4]),
        ("gouvernement pri", [3]),
        ("e", [2, 1]),
        ("gas ", [4]),
        ("xyz", []),
    ],
)
def test_typing_finds_the_newest(index: SearchIndex, typed: str, numbers: list[int]) -> None:
    assert suggested(index, typed) == numbers


def test_misspelled_words_are_put_right(index: SearchIndex) -> None:
    assert index.corrected("goverment") == "government"
    assert index.corrected("electoin") == "election"
    assert index.corrected("lection") == "election"
    assert index.corrected("gouvernemnt") == "gouvernement"
    assert index.corrected("election") is None
    assert index.corrected("zzzzzzz") is None


def test_more_like_this(tmp_path: Path) -> None:
    index = an_index(
        tmp_path,
        an_indexed(1, "en", "The comet crosses the orbit of Jupiter in autumn."),
        an_indexed(2, "en", "Jupiter saw the comet cross its orbit."),
        an_indexed(3, "en", "Bakers sell bread in the market."),
    )
    results = index.like("The comet crosses the orbit of Jupiter in autumn.", "en", {1}, alone, 5)
    assert [hit.number for hit in results.found] == [2]


def test_a_word_does_with_its_counterparts(index: SearchIndex) -> None:
    tree = parse("egg plate", TODAY).tree
    others = {"egg": (("fr", "œuf"),), "plate": (("fr", "plat"),)}
    hits = index.search(tree, no_facts, alone, 20, lambda word: others.get(word, ())).found
    assert [(hit.number, hit.partial) for hit in hits] == [(1, False), (2, True)]


def test_the_parts_of_a_hyphened_word_count_where_it_stands_apart(tmp_path: Path) -> None:
    index = an_index(
        tmp_path,
        an_indexed(1, "en", "A shock runs through the tube."),
        an_indexed(2, "en", "Nothing but calm water."),
    )
    assert [(hit.number, hit.partial) for hit in search(index, "shock-sound tube").found] == [(1, True)]


def test_in_a_sentence_strength_alone_decides(tmp_path: Path) -> None:
    words = "lantern harbour pilot ferry cargo anchor quay"
    strong = f"{words.removesuffix(' quay')}. " * 3
    dull = "Of other things it tells at length, in words that nobody asked for. " * 12
    index = an_index(tmp_path, an_indexed(1, "en", f"{words}. {dull}"), an_indexed(2, "en", strong))
    assert [hit.number for hit in search(index, words).found] == [2, 1]
    assert [hit.number for hit in search(index, "lantern harbour quay").found] == [1, 2]


def test_words_of_the_same_family_support_what_is_found(tmp_path: Path) -> None:
    index = an_index(
        tmp_path,
        an_indexed(1, "fr", "Le port, la distribution des lettres et le bateau du soir."),
        an_indexed(2, "fr", "Le port, la composition des lettres et le bateau du soir."),
        an_indexed(3, "fr", "La distribution des lettres attend encore le facteur."),
    )
    hits = search(index, "port distributeur").found
    assert [(hit.number, hit.partial) for hit in hits] == [(1, True), (2, True)]
    assert hits[0].score > hits[1].score


def test_a_family_alone_finds_nothing(tmp_path: Path) -> None:
    index = an_index(tmp_path, an_indexed(1, "fr", "La distribution des lettres attend le facteur."))
    assert search(index, "distributeur").found == ()


def test_no_proposal_is_a_small_word_with_an_ending(tmp_path: Path) -> None:
    over = (an_indexed(number, "en", "It is all over now, and over there.") for number in range(1, 30))
    index = an_index(tmp_path, *over, an_indexed(99, "en", "The government resigned."))
    assert index.corrected("goverment") == "government"
    index.close()
