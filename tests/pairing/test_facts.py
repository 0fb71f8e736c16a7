from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model.article import Article, Block, BlockKind, Kind, Lang, Mention, Segment, Value
from tui.model.pair import Bead, Bitext, Fact, Mode, Pair, Status
from tui.pairing.facts import facts, with_facts

Said = tuple[str, Kind, Value | None, str | None]


def _article(lang: Lang, *lines: tuple[str, list[Said]]) -> Article:
    """Build an article of one segment a line; each value is given by its surface."""
    text = "\n".join(line for line, _ in lines)
    segments, mentions, at = [], [], 0
    for number, (line, said) in enumerate(lines):
        segments.append(Segment(number, at, at + len(line)))
        for surface, kind, value, unit in said:
            start = at + line.index(surface)
            mentions.append(Mention(start, start + len(surface), kind, "x", value=value, unit=unit))
        at += len(line) + 1
    blocks = tuple(Block(BlockKind.PARAGRAPH, each.start, each.end, lang) for each in segments)
    return Article(None, lang.value, lang, "t", text, blocks, tuple(segments), tuple(mentions))


def _pair(rows: int, *, links: bool = False) -> Pair:
    beads = tuple(Bead((row,), (row,), 1.0) for row in range(rows))
    mode = Mode.RELATED if links else Mode.ALIGNED
    return Pair(None, "fr", "en", mode, 1.0, beads=() if links else beads, links=beads if links else ())


def _told(french: tuple[str, Said], english: tuple[str, Said]) -> tuple[Fact, ...]:
    fr = _article(Lang.FR, (french[0], [french[1]]))
    en = _article(Lang.EN, (english[0], [english[1]]))
    return facts(fr, en, _pair(1))


def _people(surface: str, value: Value) -> Said:
    return surface, Kind.QUANTITY, value, "people"


def _money(surface: str, value: Value, unit: str = "USD") -> Said:
    return surface, Kind.MONEY, value, unit


def _date(surface: str, value: Value | None) -> Said:
    return surface, Kind.DATE, value, None


@pytest.mark.parametrize(
    ("french", "english", "status"),
    [
        (("Il vaut 5 M$.", _money("5 M$", 5e6)), ("It is worth $5m.", _money("$5m", 5e6)), Status.AGREE),
        (("Il vaut 5 M$.", _money("5 M$", 5e6)), ("It is worth $6m.", _money("$6m", 6e6)), Status.DIFFER),
        (
            ("Musk offre près de 100 milliards.", _money("100 milliards", 1e11)),
            ("Musk offers $97 billion.", _money("$97 billion", 9.7e10)),
            Status.AGREE,
        ),
        (
            ("Musk offre près de 100 milliards.", _money("100 milliards", 1e11)),
            ("Musk offers about $97 billion.", _money("$97 billion", 9.7e10)),
            Status.DIFFER,
        ),
        (
            ("Il y avait une cinquantaine de gens.", _people("une cinquantaine de gens", 50.0)),
            ("There were 53 people.", _people("53 people", 53.0)),
            Status.AGREE,
        ),
        (("40 gens.", _people("40 gens", 40.0)), ("43 people.", _people("43 people", 43.0)), Status.DIFFER),
        (
            ("10 à 20 gens.", _people("10 à 20 gens", (10.0, 20.0))),
            ("10-20 people.", _people("10-20 people", (10.0, 20.0))),
            Status.AGREE,
        ),
        (
            ("le 5 mars", _date("5 mars", "--03-05")),
            ("March 5, 2024", _date("March 5, 2024", "2024-03-05")),
            Status.AGREE,
        ),
        (
            ("le 5 mars 2024", _date("5 mars 2024", "2024-03-05")),
            ("March 6, 2024", _date("March 6, 2024", "2024-03-06")),
            Status.DIFFER,
        ),
    ],
)
def test_values_of_a_row(french: tuple[str, Said], english: tuple[str, Said], status: Status) -> None:
    (fact,) = _told(french, english)
    assert fact.status is status
    assert fact.fr is not None
    assert fact.en is not None
    assert fact.other == (english[1][2] if status is Status.DIFFER else None)


def test_other_units_and_precisions_contradict_nothing() -> None:
    told = _told(("5 €", _money("5 €", 5.0, "EUR")), ("$6", _money("$6", 6.0)))
    assert [fact.status for fact in told] == [Status.FR_ONLY, Status.EN_ONLY]
    told = _told(("en 2019", _date("2019", "2019")), ("March 5", _date("March 5", "--03-05")))
    assert {fact.status for fact in told} == {Status.FR_ONLY, Status.EN_ONLY}


def test_unresolved_dates_are_no_facts() -> None:
    assert _told(("mardi", _date("mardi", None)), ("Tuesday", _date("Tuesday", None))) == ()


def test_a_noun_named_otherwise_still_counts_the_same() -> None:
    (fact,) = _told(
        ("40 réseaux", ("40 réseaux", Kind.QUANTITY, 40.0, "réseau")),
        ("40 rings", ("40 rings", Kind.QUANTITY, 40.0, "ring")),
    )
    assert fact.status is Status.AGREE


def test_a_number_without_a_unit_faces_the_one_with_it() -> None:
    fr = _article(Lang.FR, ("Le bilan est de 832 morts.", [("832 morts", Kind.QUANTITY, 832.0, "death")]))
    (same,) = facts(fr, _article(Lang.EN, ("The toll is 832.", [])), _pair(1))
    (other,) = facts(fr, _article(Lang.EN, ("The toll is 826.", [])), _pair(1))
    assert (same.status, same.en) == (Status.AGREE, (12, 15))
    assert (other.status, other.value, other.other) == (Status.DIFFER, 832.0, 826.0)


def test_what_stands_in_another_row_agrees_before_anything_differs() -> None:
    fr = _article(Lang.FR, ("5 gens", [_people("5 gens", 5.0)]), ("7 gens", [_people("7 gens", 7.0)]))
    en = _article(Lang.EN, ("7 people", [_people("7 people", 7.0)]), ("5 people", [_people("5 people", 5.0)]))
    assert [fact.status for fact in facts(fr, en, _pair(2))] == [Status.AGREE, Status.AGREE]


def test_a_value_said_twice_agrees_with_the_one_place_that_says_it() -> None:
    fr = _article(
        Lang.FR, ("5 gens, oui, 5 personnes", [_people("5 gens", 5.0), _people("5 personnes", 5.0)])
    )
    en = _article(Lang.EN, ("5 people", [_people("5 people", 5.0)]))
    assert [fact.status for fact in facts(fr, en, _pair(1))] == [Status.AGREE, Status.AGREE]


def test_links_compare_like_rows_and_nothing_differs_outside_them() -> None:
    fr = _article(Lang.FR, ("5 gens", [_people("5 gens", 5.0)]))
    en = _article(Lang.EN, ("6 people", [_people("6 people", 6.0)]))
    assert [fact.status for fact in facts(fr, en, _pair(1, links=True))] == [Status.DIFFER]
    apart = replace(_pair(1), beads=())
    assert [fact.status for fact in facts(fr, en, apart)] == [Status.FR_ONLY, Status.EN_ONLY]


_VALUES = st.lists(st.lists(st.integers(1, 30), max_size=4), min_size=1, max_size=4)


@given(_VALUES, _VALUES)
def test_every_value_is_in_a_fact(french: list[list[int]], english: list[list[int]]) -> None:
    fr, en = _numbered(Lang.FR, french), _numbered(Lang.EN, english)
    found = facts(fr, en, _pair(min(len(french), len(english))))
    assert {fact.fr for fact in found if fact.fr} == {mention.span for mention in fr.mentions}
    assert {fact.en for fact in found if fact.en} == {mention.span for mention in en.mentions}


def _numbered(lang: Lang, rows: list[list[int]]) -> Article:
    lines: list[tuple[str, list[Said]]] = []
    for row, values in enumerate(rows):
        shown = [f"v{row}x{place}" for place in range(len(values))]
        said = [_people(name, float(value)) for name, value in zip(shown, values, strict=True)]
        lines.append((" ".join(shown), said))
    return _article(lang, *lines)


def test_a_bitext_is_given_its_facts_once() -> None:
    fr = _article(Lang.FR, ("Elle a coûté 40 euros.", [("40 euros", Kind.MONEY, 40.0, "EUR")]))
    en = _article(Lang.EN, ("It cost 40 euros.", [("40 euros", Kind.MONEY, 40.0, "EUR")]))
    pair = Pair("p1", "a1", "a2", Mode.ALIGNED, 1.0, beads=(Bead((0,), (0,), 1.0),))
    made = with_facts(Bitext(fr, en, pair))
    assert [fact.status for fact in made.facts] == [Status.AGREE]
    assert with_facts(made) is made


@pytest.mark.parametrize(
    ("french", "english", "statuses"),
    [
        (("février de l'année dernière", "--02"), ("February 2024", "2024-02"), {"fr-only", "en-only"}),
        (("3 mars dernier", "--03-03"), ("March 3, 2024", "2024-03-03"), {"fr-only", "en-only"}),
        (("mars dernier", "--03"), ("last March", "--03"), {"agree"}),
        (("le 3 mars", "--03-03"), ("March 3, 2024", "2024-03-03"), {"agree"}),
        (("aujourd'hui", None), ("March 3, 2024", "2024-03-03"), {"en-only"}),
    ],
)
def test_a_date_that_hangs_on_an_unknown_day_is_no_other_date(
    french: tuple[str, Value | None], english: tuple[str, Value | None], statuses: set[str]
) -> None:
    found = _told((f"Il est venu {french[0]}.", _date(*french)), (f"He came {english[0]}.", _date(*english)))
    assert {fact.status for fact in found} == statuses
