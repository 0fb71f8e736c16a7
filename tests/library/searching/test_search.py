from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import a_library, a_pair, an_article
from tui.library import Library
from tui.library.searching.across import counterparts, merged
from tui.model.article import Lang
from tui.model.listing import Hit
from tui.model.pair import DOUBTFUL, Bead, Mode
from tui.model.query.faults import said


def ids(library: Library, query: str) -> list[str]:
    return [hit.id for hit in library.search(query)]


def test_a_pair_is_one_hit_with_a_snippet_of_each_side(library: Library) -> None:
    (hit,) = library.search("openai")
    assert {hit.id, hit.pair} == {"a1", "a2"}
    assert set(hit.matched) == {Lang.FR, Lang.EN}
    assert {snippet.lang for snippet in hit.snippets} == {Lang.FR, Lang.EN}
    for snippet in hit.snippets:
        assert [span.of(snippet.text) for span in snippet.highlights] == ["OpenAI"]


def test_what_is_found_is_lit_whatever_its_spelling(library: Library) -> None:
    (hit,) = library.search("digue")
    (snippet,) = hit.snippets
    assert [span.of(snippet.text) for span in snippet.highlights] == ["digues"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("lang:fr is:unread", ["a3", "a1", "a5"]),
        ("is:paired", ["a2", "a1"]),
        ("date:2025", ["a3", "a2", "a1"]),
        ('entity:"Paris"', ["a2", "a1"]),
        ("kind:PLACE lang:en", ["a2"]),
        ("source:relay", ["a2"]),
        ("comet OR digues", ["a3", "a4"]),
        ("ouvre -openai", ["a5"]),
        ("ouvre lang:fr date:2023", ["a5"]),
        ("rien-de-tel", []),
        ("", ["a3", "a2", "a1", "a4", "a5"]),
    ],
)
def test_rows_are_chosen_by_a_query(library: Library, query: str, found: list[str]) -> None:
    assert [row.id for row in library.rows(query)] == found
    lines = {entry.id for entry in library.entries(query).window(0, 9)}
    assert lines == {"p1" if public in ("a1", "a2") else public for public in found}


def test_filters_follow_what_the_reader_does(library: Library) -> None:
    library.mark(["a4"], "read")
    library.mark(["a4"], "tag:ciel")
    library.note("a3", "digue")
    assert ids(library, "comet is:read") == ["a4"]
    assert ids(library, "comet is:unread") == []
    assert [row.id for row in library.rows("tag:ciel")] == ["a4"]
    assert [row.id for row in library.rows("is:noted")] == ["a3"]


def test_a_query_of_filters_alone_gives_pairs_once(library: Library) -> None:
    hits = library.search("date:2025-04")
    assert [(hit.id, hit.pair) for hit in hits] == [("a2", "a1")]


def test_changes_are_found_at_once(library: Library) -> None:
    assert ids(library, "digues") == ["a3"]
    library.edit("a3", title="Zanzibar")
    assert ids(library, "zanzibar") == ["a3"]
    library.remove(["a3"])
    assert ids(library, "digues") == []
    library.undo()
    assert ids(library, "digues") == ["a3"]


def test_another_process_sees_what_came_in(library: Library) -> None:
    with Library.open(library.path) as other:
        assert ids(other, "digues") == ["a3"]
        library.writing.put(an_article("en", "A kangaroo hops."), b"k")
        library.searching.sync()
        assert ids(other, "kangaroo") == ["a6"]


def test_a_search_beside_a_run_does_not_wait(library: Library) -> None:
    assert ids(library, "digues") == ["a3"]
    library.writing.put(an_article("en", "A kangaroo hops."), b"k")
    held, done = threading.Event(), threading.Event()

    def run() -> None:
        with Library.open(library.path) as other, other.lock.hold():
            held.set()
            done.wait(30)

    runner = threading.Thread(target=run)
    runner.start()
    held.wait(30)
    assert ids(library, "kangaroo") == []
    assert ids(library, "digues") == ["a3"]
    done.set()
    runner.join()
    assert ids(library, "kangaroo") == ["a6"]


def test_typing_finds_titles_until_the_index_is_ready(library: Library) -> None:
    assert [hit.id for hit in library.suggest("la mer")] == ["a3"]
    library.searching.sync()
    library.searching.index.load()
    assert {hit.id for hit in library.suggest("dig")} == {"a3"}
    assert library.suggest("") == ()


def test_no_string_raises(library: Library) -> None:
    for query in (
        '"',
        "(",
        "date:",
        "is:",
        "tag:(",
        "AND OR",
        "-",
        "*",
        "é~",
        "\x00",
        "[/b]",
        "a" * 500,
        'entity:"',
    ):
        library.search(query)
        library.suggest(query)
        library.rows(query)
        library.entries(query)
        list(library.concord(query))


def test_reindexing_tells_how_far_it_is(library: Library) -> None:
    *_, last = library.reindex()
    assert (last.stage, last.total) == ("indexing", 5)
    assert ids(library, "digues") == ["a3"]


def test_concordance_faces_sentences(library: Library) -> None:
    lines = list(library.concord("bureau"))
    assert [(line.id, line.segment, line.text, line.facing) for line in lines] == [
        ("a1", 1, "Le bureau est grand.", "The office is large.")
    ]
    assert [span.of(lines[0].text) for span in lines[0].spans] == ["bureau"]
    assert [line.lang for line in library.concord("paris")] == [Lang.FR, Lang.EN]
    assert list(library.concord("lang:fr")) == []


def test_the_surest_sentences_come_first(tmp_path: Path) -> None:
    texts = [
        an_article(lang, f"Radio {number}.", key=f"{lang}{number}")
        for number in range(3)
        for lang in ("fr", "en")
    ]
    with a_library(tmp_path / "library", *texts) as library:
        for number in range(3):
            score = (number + 1) / 4
            pair = a_pair(f"a{2 * number + 1}", f"a{2 * number + 2}")
            bead = pair.beads[0]
            library.writing.put_pairs(
                [a_pair(pair.fr, pair.en, beads=(type(bead)(bead.fr, bead.en, score),))]
            )
        scores = [line.score for line in library.concord("radio")]
        assert scores == sorted(scores, reverse=True)
        assert len(scores) == 6


def test_sentences_of_one_bead_come_together(tmp_path: Path) -> None:
    french = an_article("fr", "La radio parle. Elle se tait. La radio revient.", key="fr")
    english = an_article("en", "The radio speaks, then falls silent. The radio is back.", key="en")
    beads = (Bead((0, 1), (0,), 0.9), Bead((2,), (1,), 0.8))
    with a_library(tmp_path / "library", french, english) as library:
        library.writing.put_pairs([a_pair("a1", "a2", beads=beads)])
        lines = [
            (line.text, line.facing) for line in library.concord("lang:fr radio") if line.lang is Lang.FR
        ]
    assert lines == [
        ("La radio parle. Elle se tait.", "The radio speaks, then falls silent."),
        ("La radio revient.", "The radio is back."),
    ]


def test_linked_passages_are_no_sure_translations(tmp_path: Path) -> None:
    with a_library(
        tmp_path / "library", an_article("fr", "Radio.", key="fr"), an_article("en", "Radio.")
    ) as library:
        linked = replace(a_pair("a1", "a2"), mode=Mode.RELATED, beads=(), links=(Bead((0,), (0,), 1.0),))
        library.writing.put_pairs([linked])
        assert all(0.4 < line.score < DOUBTFUL and line.facing for line in library.concord("radio"))


def test_facets_count_what_is_chosen(library: Library) -> None:
    facets = library.facets("lang:fr")
    assert [(one.value, one.count) for one in facets["lang"]] == [("fr", 3)]
    assert [(one.value, one.count) for one in facets["month"]] == [
        ("2023-07", 1),
        ("2025-04", 1),
        ("2025-05", 1),
    ]
    assert {one.value for one in facets["kind"]} == {"ORG", "PLACE"}
    assert len(library.rows(facets["source"][0].query)) == 1


def test_more_like_an_article_leaves_its_pair_out(library: Library) -> None:
    assert not {"a1", "a2"} & {hit.id for hit in library.more_like("a1")}


def test_a_word_nobody_wrote_is_put_right(library: Library) -> None:
    assert library.did_you_mean("digeus") == "digues"
    assert library.did_you_mean("digues") is None
    assert library.did_you_mean("lanf:digeus") is None
    assert library.did_you_mean("lang:de") is None


def test_words_are_found_through_the_other_language(library: Library) -> None:
    library.writing.learn("word", {("etoile", "comet"): 0.9})
    assert library.search("étoiles") == ()
    (hit,) = library.search("étoiles", across=True)
    assert (hit.id, hit.across, hit.rank) == ("a4", True, 1)


def test_a_direct_hit_is_above_one_of_the_same_strength() -> None:
    def hit(public: str) -> Hit:
        return Hit(1, public, 2.0, Lang.FR, "", None, None, None, (Lang.FR,))

    found = merged([hit("a1")], [hit("a1"), hit("a2")], 5)
    assert [(one.id, one.rank, one.across) for one in found] == [("a1", 1, False), ("a2", 2, True)]


def test_what_pairs_taught_is_looked_up_by_stem(library: Library) -> None:
    library.writing.learn("word", {("mer", "sea"): 0.9})
    assert ("en", "sea") in counterparts(library.writing._database)("mers")
    assert ("fr", "mer") in counterparts(library.writing._database)("sea")


@pytest.mark.parametrize("name", ["Ada Vernay", "vernay", "VERNAY"])
def test_a_person_is_found_by_the_last_name(tmp_path: Path, name: str) -> None:
    person = ("person:ada-vernay", "PERSON", "Ada Vernay")
    place = ("place:port-vernay", "PLACE", "Port Vernay")
    ada = an_article("en", "Ada Vernay speaks.", names=(person,))
    port = an_article("en", "Port Vernay sleeps.", names=(place,))
    with a_library(tmp_path / "library", ada, port) as library:
        assert [row.id for row in library.rows(f'entity:"{name}"')] == ["a1"]
        assert library.rows("entity:ada") == ()


def test_ids_are_the_articles_they_name(library: Library) -> None:
    assert [hit.id for hit in library.search("a3")] == [hit.id for hit in library.suggest("a3")] == ["a3"]
    assert [row.id for row in library.rows("a3")] == ["a3"]
    assert {row.id for row in library.rows("p1 a3")} == {"a1", "a2", "a3"}
    assert not library.rows("a99")
    assert not library.search("a99")


def test_a_value_that_a_field_cannot_have_is_answered_with_those_it_can(library: Library) -> None:
    (fault,) = library.searching.parsed("lang:de").faults
    assert said(fault) == "this field knows fr, en"
