from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.pairing.match import graph as graph_module
from tui.pairing.match.graph import Graph, reach

EDGES = st.dictionaries(
    st.tuples(st.sampled_from(["f1", "f2", "f3"]), st.sampled_from(["e1", "e2", "e3"])),
    st.floats(0, 9).map(lambda value: round(value, 3)),
)


def made(edges: dict[tuple[str, str], float]) -> Graph:
    graph = Graph()
    for edge, value in edges.items():
        graph.note(edge, value)
    return graph


@given(EDGES)
def test_an_edge_is_found_from_either_end(edges: dict[tuple[str, str], float]) -> None:
    graph = made(edges)
    for edge, value in edges.items():
        assert all(graph.edges(end)[edge] == (value,) for end in edge)
    assert dict(graph.every()) == {edge: (value,) for edge, value in edges.items()}


@given(EDGES, EDGES, st.sampled_from(["f1", "e2", "unknown"]))
def test_what_was_kept_goes_on_as_if_it_had_not_been(
    edges: dict[tuple[str, str], float], more: dict[tuple[str, str], float], gone: str
) -> None:
    kept, held = Graph.from_arrays(made(edges).arrays()), made(edges)
    for graph in (kept, held):
        for edge, value in more.items():
            graph.note(edge, value)
    assert kept.forget(gone) == held.forget(gone)
    again = Graph.from_arrays(kept.arrays())
    assert dict(again.every()) == dict(kept.every()) == dict(held.every())
    assert again.within(["f2", "e1"]) == held.within(["f2", "e1"])


@given(EDGES, EDGES)
def test_edges_lie_in_arrays_or_as_objects_alike(
    edges: dict[tuple[str, str], float], more: dict[tuple[str, str], float]
) -> None:
    loose, tight = made(edges), made(edges)
    with pytest.MonkeyPatch.context() as patch:
        for graph, room in ((loose, 100), (tight, 1)):
            patch.setattr(graph_module, "LOOSE", room)
            for edge, value in more.items():
                graph.note(edge, value)
            assert all(graph.edges(end)[edge] == (value,) for edge, value in more.items() for end in edge)
    assert dict(tight.every()) == dict(loose.every())
    assert tight.forget("f1") == loose.forget("f1")


def test_few_edges_of_many_are_kept_as_objects(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph_module, "LOOSE", 10)
    monkeypatch.setattr(graph_module, "SHARE", 1000)
    graph = Graph()
    for number in range(100):
        graph.note((f"f{number}", f"e{number}"), 0.5)
        assert len(graph._rows) <= 12
    assert len(list(graph.every())) == 100


def test_several_values_are_kept_with_an_edge() -> None:
    graph = Graph(3)
    graph.note(("f1", "e1"), 1.5, -2.25, 0.125)
    assert Graph.from_arrays(graph.arrays(), 3).edges("e1") == {("f1", "e1"): (1.5, -2.25, 0.125)}


def test_reach_follows_neighbours() -> None:
    ways = {"a": ["b"], "b": ["c"], "d": ["a"]}
    assert reach(["a"], lambda one: ways.get(one, [])) == {"a", "b", "c"}
