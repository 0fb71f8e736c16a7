from __future__ import annotations

from collections.abc import Mapping

import pytest

from tui.pairing.match.assign import Edge
from tui.pairing.match.deciding import Weighing, decide
from tui.pairing.match.graph import Graph
from tui.pairing.match.model import THRESHOLD, Candidate, odds, probability


def weighing(scores: Mapping[Edge, float], room: int = 1, apart: float = 0.0) -> Weighing:
    graph = Graph(len(Candidate._fields))
    for edge, score in scores.items():
        graph.note(edge, *Candidate(score))
    return Weighing(graph, lambda _: room, lambda _: apart)


def decided(scores: Mapping[Edge, float], room: int = 1, apart: float = 0.0) -> set[Edge]:
    ends = {end for edge in scores for end in edge}
    return set(decide(weighing(scores, room, apart), ends))


def test_what_stands_out_is_paired() -> None:
    assert decided({("f1", "e1"): 12.0, ("f1", "e2"): 6.0, ("f2", "e1"): 6.0}) == {("f1", "e1")}


def test_what_is_like_everything_around_is_not() -> None:
    series = {(f"f{n}", f"e{m}"): 9.0 for n in range(9) for m in range(9)}
    assert decided(series | {("f0", "e0"): 9.5}, room=9) == set()
    assert decided(series | {("f0", "e0"): 15.0}, room=9) == {("f0", "e0")}


def test_in_a_small_library_a_fair_likeness_is_not_enough() -> None:
    assert decided({("f1", "e1"): 4.5}) == set()
    assert decided({("f1", "e1"): 4.5}, room=40) == {("f1", "e1")}


def test_where_all_is_translated_a_likeness_is_not_enough() -> None:
    graph = Graph(len(Candidate._fields))
    for n in range(9):
        for m in range(9):
            graph.note((f"f{n}", f"e{m}"), *(Candidate(14.0, 4.0, 0.8) if n == m else Candidate(3.0, -6.0)))
    graph.forget("e0")
    graph.note(("f0", "e9"), *Candidate(6.0, -6.0, 0.3))
    ends = {f"{side}{n}" for side in "fe" for n in range(10)}
    found = decide(Weighing(graph, lambda _: 9, lambda _: 0.0), ends)
    assert set(found) == {(f"f{n}", f"e{n}") for n in range(1, 9)}
    assert decided({("f0", "e9"): 6.0}, room=9) == {("f0", "e9")}


def test_a_series_that_repeats_itself_is_not_translated() -> None:
    bulletin, translation = Candidate(10.0, -1.5, 0.7), Candidate(10.0, 3.0, 0.7)
    assert odds(bulletin, 4.5, 0.0, 0.0) < odds(translation, 4.5, 0.0, 0.0)
    assert odds(Candidate(10.0, -1.5, 0.3), 4.5, 0.0, 0.0) > odds(bulletin, 4.5, 0.0, 0.0)


def test_dates_apart_ask_for_more() -> None:
    sure, unsure = (weighing({("f1", "e1"): 6.0}, apart=apart).odds(("f1", "e1")) for apart in (0.0, 1.0))
    assert unsure < sure


def test_kept_pairs_stand_and_forbidden_ones_are_not_made() -> None:
    scores = {("f1", "e1"): 12.0, ("f1", "e2"): 9.0}
    weighed = weighing(scores)
    assert decide(weighed, ["f1"], kept=[("f1", "e9")]) == {("f1", "e9"): 1.0}
    assert set(decide(weighed, ["f1"], forbidden=[("f1", "e1")])) == {("f1", "e2")}


def test_at_the_threshold_odds_are_even() -> None:
    assert probability(0.0) == pytest.approx(THRESHOLD)
    assert odds(Candidate(6.0), 4.0, 0.0, 0.0) > odds(Candidate(6.0), 5.0, 0.0, 0.0)
