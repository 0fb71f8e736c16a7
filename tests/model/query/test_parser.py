from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model.query import (
    And,
    FaultKind,
    Filter,
    Node,
    Not,
    Phrase,
    Query,
    Word,
    parse,
)
from tui.model.query.describe import describe
from tui.model.span import Span

TODAY = date(2025, 10, 15)


def parsed(text: str) -> Query:
    return parse(text, TODAY)


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("", ""),
        ("   ", ""),
        ("élections", "élections"),
        ("trade deal", "trade deal"),
        ("accord commercial ?", "accord commercial"),
        ('"trade deal" china', '"trade deal" china'),
        ("« accord de Paris » climat", '" accord de Paris " climat'),
        ("“state visit”", '"state visit"'),
        ("chat OR cat", "chat OR cat"),
        ("chat OU chien", "chat OR chien"),
        ("a b OR c d OR e", "a b OR c d OR e"),
        ("chine -commerce", "chine -commerce"),
        ('-"trade deal"', '-"trade deal"'),
        ("-(a b)", "-(a b)"),
        ("porte-parole", "porte-parole"),
        ("elect*", "elect*"),
        ("électon~", "électon~"),
        ("(a OR b) c", "(a OR b) c"),
        ("title:summit", "title:summit"),
        ("titre:sommet", "title:sommet"),
        ("body:(gas OR oil)", "body:gas OR body:oil"),
        ('texte:"prix du gaz"', 'body:"prix du gaz"'),
        ("title:elect*", "title:elect*"),
        ("source:relais", "source:relais"),
        ('auteur:"Jeanne Roux"', 'byline:"Jeanne Roux"'),
        ('entity:"Sam Altman"', 'entity:"Sam Altman"'),
        ("entité:person:sam-altman", 'entity:"person:sam-altman"'),
        ("kind:money", "kind:MONEY"),
        ("genre:lieu", "kind:PLACE"),
        ("lang:fr", "lang:fr"),
        ("langue:anglais", "lang:en"),
        ("is:unread", "is:unread"),
        ("est:non-lu", "is:unread"),
        ("is:paired -is:starred", "is:paired -is:starred"),
        ("étiquette:climat", "tag:climat"),
        ("-tag:old", "-tag:old"),
        ("date:2025-10", "date:2025-10-01..2025-10-31"),
        ("date:2025-01..2025-06", "date:2025-01-01..2025-06-30"),
        ("date:>2024-12-31", "date:2025-01-01.."),
        ('date:"last week"', "date:2025-10-06..2025-10-12"),
        ('date:"semaine dernière"', "date:2025-10-06..2025-10-12"),
        ('date:"octobre 2024"', "date:2024-10-01..2024-10-31"),
        ("date:hier..", "date:2025-10-14.."),
        ("date:2025-10-07..2025-10-09", "date:2025-10-07..2025-10-09"),
        ("date:<=2024", "date:..2024-12-31"),
        ("DATE:2025 china", "date:2025-01-01..2025-12-31 china"),
    ],
)
def test_what_is_typed_is_understood(typed: str, tree: str) -> None:
    query = parsed(typed)
    assert (describe(query.tree), query.faults) == (tree, ())


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("TRUMP OR BIDEN", "TRUMP OR BIDEN"),
        ('"UNION EUROPÉENNE" -OTAN', "UNION EUROPÉENNE -OTAN"),
        ("LANG:FR", "LANG FR"),
    ],
)
def test_nothing_but_words_when_nothing_is_lower_case(typed: str, words: str) -> None:
    assert describe(parsed(typed).tree) == words


@pytest.mark.parametrize(
    ("typed", "tree", "kind", "span"),
    [
        ('china "trade deal', "china trade deal", FaultKind.UNCLOSED_QUOTE, (6, 7)),
        ("(china trade", "china trade", FaultKind.UNCLOSED_GROUP, (0, 1)),
        ("china) trade", "china trade", FaultKind.UNOPENED_GROUP, (5, 6)),
        ("OR china", "china", FaultKind.LONELY_OPERATOR, (0, 2)),
        ("china OU ", "china", FaultKind.LONELY_OPERATOR, (6, 8)),
        ("sorce:relay", "sorce relay", FaultKind.UNKNOWN_FIELD, (0, 11)),
        ("is:unraed", "is unraed", FaultKind.UNKNOWN_VALUE, (3, 9)),
        ("lang:de", "lang de", FaultKind.STRANGE_VALUE, (5, 7)),
        ("date:hier-ou-jamais", "date hier-ou-jamais", FaultKind.BAD_DATE, (5, 19)),
        ("date:2025-02-30", "date 2025-02-30", FaultKind.BAD_DATE, (5, 15)),
        ('tag:""', "tag", FaultKind.EMPTY_FIELD, (0, 4)),
        ('title:""', "", None, None),
    ],
)
def test_what_is_not_understood_is_searched_as_words(
    typed: str, tree: str, kind: FaultKind | None, span: tuple[int, int] | None
) -> None:
    query = parsed(typed)
    assert describe(query.tree) == tree
    assert [(fault.kind, fault.span) for fault in query.faults] == (
        [(kind, Span(*span))] if kind and span else []
    )


def test_a_misspelled_name_is_proposed() -> None:
    assert parsed("sorce:relay").faults[0].detail == "source"
    assert parsed("is:unraed").faults[0].detail == "unread"


@pytest.mark.parametrize("typed", ["10:30", "https://example.org/a:b", "ratio:", "Paris: the fair"])
def test_colons_in_plain_text_are_no_faults(typed: str) -> None:
    assert parsed(typed).faults == ()


def test_nodes_know_their_place() -> None:
    text = 'china is:unread -"trade deal"'
    tree = parsed(text).tree
    assert isinstance(tree, And)
    assert [text[slice(*_span(part))] for part in tree.parts] == ["china", "is:unread", '"trade deal"']


def _span(node: Node) -> Span:
    inner = node.part if isinstance(node, Not) else node
    assert isinstance(inner, Word | Phrase | Filter)
    return inner.span


OPERATORS = ["OR", "OU", "date:", "is:", "title:", "lang:"]
ALPHABET = st.sampled_from([*'ab é()"«»“-*~:.,<>=!?\n\t12', *OPERATORS])


@given(st.text() | st.lists(ALPHABET).map("".join))
def test_no_text_raises(text: str) -> None:
    query = parsed(text)
    assert all(0 <= fault.span.start <= fault.span.end <= len(text) for fault in query.faults)


@pytest.mark.parametrize(
    "text", ["(" * 5000 + "a", "-" * 5000 + "a", "a " * 5000, "a OR " * 5000, ")" * 5000 + "b"]
)
def test_too_much_does_not_raise(text: str) -> None:
    query = parsed(text)
    assert query.tree is not None or query.faults
    assert query.faults or len(text) < 5000 or text.startswith("-")


@given(st.text(alphabet="abcdé -", max_size=40))
def test_words_keep_their_text(text: str) -> None:
    tree = parsed(text + " é").tree
    assert tree is not None
