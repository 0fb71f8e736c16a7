from __future__ import annotations

from datetime import date

import pytest

from tui.library.compile.sql import condition, title_condition
from tui.model.query import Node, parse

TODAY = date(2025, 10, 15)


def compiled(query: str) -> tuple[str, tuple[str | int, ...]]:
    return condition(parse(query, TODAY).tree, lambda _part: (3, 1))


def test_nothing_asked_is_everything() -> None:
    assert compiled("") == ("1", ())


def test_words_are_asked_of_the_index_at_once() -> None:
    asked: list[Node] = []

    def numbers(part: Node) -> tuple[int, ...]:
        asked.append(part)
        return (3, 1)

    sql, values = condition(parse("the gas price is:unread", TODAY).tree, numbers)
    assert len(asked) == 1
    assert values == ("[1, 3]",)
    assert "json_each(?)" in sql
    assert "s.read = 1" in sql


@pytest.mark.parametrize(
    ("query", "values"),
    [
        ("source:Relais", ("%relais%",)),
        ("source:100%_a", ("%100\\%\\_a%",)),
        ("byline:Zoé", ("%zoe%",)),
        ("lang:fr", ("fr",)),
        ("tag:climat", ("climat",)),
        ("kind:person", (1,)),
        ("entity:org:openai", ("org:openai", "%\norg:openai\n%", "% org:openai\n%")),
        ("date:2025-02", ("2025-02-01", "2025-02-28")),
        ("date:>2024", ("2025-01-01",)),
        ("-lang:fr OR tag:a", ("fr", "a")),
        ("is:paired", ()),
        ("is:undated", ()),
    ],
)
def test_values_are_bound_in_their_order(query: str, values: tuple[str | int, ...]) -> None:
    sql, bound = compiled(query)
    assert bound == values
    assert sql.count("?") == len(values)


def test_titles_do_without_an_index() -> None:
    sql, values = title_condition(parse("Été -chine lang:fr", TODAY).tree)
    assert values == ("%ete%", "%chine%", "fr")
    assert sql.count("a.title_fold") == 2
