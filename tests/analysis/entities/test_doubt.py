"""What looks like a name for its capital alone is none."""

from __future__ import annotations

import pytest

from tests.analysis.entities.builders import found
from tui.analysis.entities.finding.refining import doubt
from tui.analysis.entities.finding.tokens import sentences
from tui.model.article import Block, BlockKind, Kind, Lang, Mention


def kept(text: str, lang: Lang, *names: tuple[str, Kind]) -> list[str]:
    """Return the names that are left of those that a tagger might have found in a text."""
    blocks = [Block(BlockKind.PARAGRAPH, 0, len(text), lang)]
    mentions = [Mention(text.index(name), text.index(name) + len(name), kind, "") for name, kind in names]
    return [one.span.of(text) for one in doubt.named(mentions, list(sentences(text, lang, blocks)), lang)]


@pytest.mark.parametrize(
    ("text", "name", "kind", "lang"),
    [
        ("Utilities for the harbour: they were sold.", "Utilities", Kind.ORG, Lang.EN),
        ("Absurde, dit le maire, et il s'en va.", "Absurde", Kind.PLACE, Lang.FR),
        ("A list of the boats.", "A", Kind.WORK, Lang.EN),
        ("Elle part en Novembre, dit-on.", "Novembre", Kind.PLACE, Lang.FR),
        ("They met in a SUV near the port.", "SUV", Kind.ORG, Lang.EN),
        ("Wind: the wind was strong.", "Wind", Kind.PERSON, Lang.EN),
    ],
)
def test_ordinary_words_are_no_names(text: str, name: str, kind: Kind, lang: Lang) -> None:
    assert kept(text, lang, (name, kind)) == []


@pytest.mark.parametrize(
    ("text", "name", "kind", "lang"),
    [
        ("Oslo is cold. They left.", "Oslo", Kind.PLACE, Lang.EN),
        ("April said nothing.", "April", Kind.PERSON, Lang.EN),
        ("He praised the Utilities of the town. Utilities won.", "Utilities", Kind.ORG, Lang.EN),
        ("X ferme ses bureaux.", "X", Kind.ORG, Lang.FR),
        ("Anne est partie.", "Anne", Kind.PERSON, Lang.FR),
        ("The NATO summit ended.", "NATO", Kind.ORG, Lang.EN),
    ],
)
def test_names_are_kept(text: str, name: str, kind: Kind, lang: Lang) -> None:
    assert kept(text, lang, (name, kind)) == [name]


def test_what_is_no_name_is_none_with_a_noun_behind_either() -> None:
    assert not [
        name for name, _ in found("Marlow, the leading AI firm, moved to Oslo.", Lang.EN) if name == "AI"
    ]


def test_a_firm_is_one_under_its_short_name_too() -> None:
    text = (
        "The Marlow Conservancy bought the lake. Conservancy paid in cash, the town said. "
        "The mayor thanked the Marlow Conservancy."
    )
    kinds = {kind for name, kind in found(text, Lang.EN) if name == "Conservancy"}
    assert kinds <= {Kind.ORG}


def test_no_name_holds_a_dash_or_half_a_quotation() -> None:
    text = "Harbour Board — Kicking off in Oslo. The team of Marlow “Swift won."
    assert not [name for name, _ in found(text, Lang.EN) if "—" in name or "“" in name]


def test_the_people_of_a_town_are_people() -> None:
    text = "Les Lorientais ont gagné. Le soir, les Lorientais ont fêté la victoire à Lorient."
    assert {kind for name, kind in found(text, Lang.FR) if name == "Lorientais"} == {Kind.GROUP}


def test_a_court_is_an_organisation() -> None:
    text = (
        "La Cour de cassation de Lorme a tranché. Le maire, Paul Verne, salue la Cour de cassation de Lorme."
    )
    kinds = {kind for name, kind in found(text, Lang.FR) if name.startswith("Cour")}
    assert kinds <= {Kind.ORG}
