"""The shapes of --json: keys in order, nothing raw in the text."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_pair, an_article
from tui.model import jsonable
from tui.model.article import Entity, Kind, Lang, Mention, Removed, Value
from tui.model.keeping import ConcordLine, Feed
from tui.model.listing import Hit, Row, Snippet
from tui.model.pair import Bead, Fact, Status, Story
from tui.model.span import Span

NASTY = "\x1b[31m\x9b\x7f\x00\u202e\u2066\u2028\u2029\x85\u200b\ufeff\ud800"


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_a_line_is_one_printable_line_that_reads_back(text: str) -> None:
    written = jsonable.line({"text": text})
    assert len(written.splitlines()) == 1
    assert json.loads(written) == {"schema": 1, "text": text}


def test_nothing_that_a_terminal_obeys_stands_raw() -> None:
    written = jsonable.line({"text": f"é{NASTY}中"})
    assert not any(char in written for char in NASTY.replace("[31m", ""))
    assert "é" in written
    assert "中" in written
    written.encode("utf-8")


def test_an_article_has_the_keys_of_the_contract_in_order() -> None:
    article = an_article(
        "fr", "Une phrase. Une autre.", published="2025-10-07", names=(("org:x", "ORG", "Une"),)
    )
    article = replace(article, removed=(Removed("Abonnez-vous", "newsletter"),))
    shape = jsonable.article(article)
    keys = "id key path lang title byline published source url text blocks segments mentions entities removed"
    assert list(shape) == keys.split()
    assert shape["published"] == "2025-10-07"
    assert list(shape["blocks"][0]) == ["kind", "start", "end", "lang"]
    assert shape["segments"] == [{"block": 0, "start": 0, "end": 11}, {"block": 0, "start": 12, "end": 22}]
    assert list(shape["mentions"][0]) == ["start", "end", "kind", "entity", "key"]
    assert shape["entities"][0]["names"] == {"fr": "Une", "en": None}
    assert shape["removed"] == [{"text": "Abonnez-vous", "why": "newsletter"}]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (12.0, 12),
        (12.5, 12.5),
        ("2025-02", "2025-02"),
        ((1.0, 2.5), [1, 2.5]),
        (("2024", "2025"), ["2024", "2025"]),
    ],
)
def test_values_are_plain(value: Value, shown: object) -> None:
    article = replace(
        an_article("en", "12 euros."),
        mentions=(Mention(0, 8, Kind.MONEY, "money:12", value=value, unit="EUR"),),
    )
    assert jsonable.article(article)["mentions"][0] == {
        "start": 0, "end": 8, "kind": "MONEY", "entity": None, "key": False,
        "value": shown, "unit": "EUR",
    }  # fmt: skip


def test_a_pair_and_what_is_shown_of_it() -> None:
    fr, en = an_article("fr", "Bonjour.", id="a1"), an_article("en", "Hello.", id="a2")
    pair = a_pair(fr, en, id="p1", score=0.98765)
    shape = jsonable.pair(pair)
    assert list(shape) == ["id", "mode", "score", "evidence", "beads", "links"]
    assert shape["score"] == 0.9877
    assert shape["beads"] == [{"fr": [0], "en": [0], "score": 0.8}]
    assert list(jsonable.shown(fr, None, ()))[-2:] == ["pair", "facts"]
    assert jsonable.shown(fr, None, ())["pair"] is None
    assert list(jsonable.both(fr, en, pair, ())) == ["fr", "en", "pair", "facts"]
    assert list(jsonable.paired(pair, fr, en)) == ["id", "mode", "score", "fr", "en", "evidence"]
    assert list(jsonable.paired(pair, fr, en)["fr"]) == ["id", "path", "title"]


def test_a_fact_says_where_on_each_side() -> None:
    fact = Fact(Kind.PERCENT, 12.0, "%", Status.FR_ONLY, Span(3, 7), None)
    assert jsonable.fact(fact) == {
        "kind": "PERCENT", "value": 12, "unit": "%", "status": "fr-only",
        "fr": {"start": 3, "end": 7}, "en": None,
    }  # fmt: skip
    differing = replace(fact, status=Status.DIFFER, en=Span(0, 2), other=13.0)
    assert jsonable.fact(differing)["other"] == 13


def test_lists_and_hits() -> None:
    moment = datetime(2025, 10, 7, 8, 30, tzinfo=UTC)
    row = Row("a1", Lang.FR, "T", None, moment, "S", None, "x.txt", 12, "p1", None, read=True, starred=False)
    keys = "id lang title byline published source url path words pair story read starred tags"
    assert list(jsonable.row(row)) == keys.split()
    assert jsonable.row(row)["published"] == "2025-10-07T08:30:00+00:00"
    snippets = (Snippet("a word here", (Span(2, 6),)),)
    hit = Hit(1, "a1", 3.2, Lang.FR, "T", None, None, "a2", (Lang.FR, Lang.EN), snippets)
    keys = "query rank id score lang title published path pair matched snippets"
    assert list(jsonable.hit("word", hit)) == keys.split()
    assert jsonable.hit("word", hit)["snippets"] == [{"text": "a word here", "highlights": [[2, 6]]}]
    assert jsonable.hit("word", replace(hit, partial=True))["partial"] is True


def test_stories_entities_concordance_and_feeds() -> None:
    story = Story("s1", "T", ("a1",), ("a2",), date(2025, 1, 2), None)
    assert list(jsonable.story(story)) == ["id", "title", "fr", "en", "first", "last"]
    entity = Entity(
        "place:us", Kind.PLACE, "États-Unis", ((Lang.EN, "United States"), (Lang.FR, "États-Unis"))
    )
    assert jsonable.entity(entity, 2, 5) == {
        "id": "place:us", "kind": "PLACE", "names": {"fr": "États-Unis", "en": "United States"},
        "articles": 2, "mentions": 5,
    }  # fmt: skip
    line = ConcordLine("a1", Lang.FR, 3, "Oui.", "Yes.", 0.9)
    assert list(jsonable.concord(line)) == ["id", "lang", "segment", "text", "facing", "score"]
    assert list(jsonable.feed(Feed("u"))) == ["url", "title", "lang", "last_sync", "articles", "error"]


def test_alignments_keep_their_indexes() -> None:
    shape = jsonable.aligned(["a", ""], ["b"], [Bead((0, 1), (0,), 0.5), Bead((), (), 0)])
    assert shape == {
        "fr": ["a", ""], "en": ["b"],
        "beads": [{"fr": [0, 1], "en": [0], "score": 0.5}, {"fr": [], "en": [], "score": 0.0}],
    }  # fmt: skip
