from __future__ import annotations

import pytest

from tests.analysis.entities.builders import a_block, found, ids, linked
from tui.analysis.entities.finding.refining.context import by_own_words, is_club, titles, told
from tui.analysis.entities.finding.refining.refine import refined
from tui.analysis.entities.finding.tokens import sentences, tokens
from tui.analysis.entities.keys import slug
from tui.model.article import Kind, Lang


def said(text: str, name: str, lang: Lang) -> Kind | None:
    line, words = tokens(text, lang), tokens(name, lang)
    place = next(at for at, word in enumerate(line) if word.text == words[0].text)
    return told(line[place : place + len(words)], line, place, lang)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("She sang with the band Brightwater.", "Brightwater", Kind.ORG),
        ('He wrote the novel "Harbour" in May.', "Harbour", Kind.WORK),
        ("An Osprey 7 rocket rose.", "Osprey 7", Kind.PRODUCT),
        ("They left the town of Ashwick.", "Ashwick", Kind.PLACE),
        ("They left Ashwick.", "Ashwick", None),
    ],
)
def test_english_words_beside_a_name_say_what_it_is(text: str, name: str, kind: Kind | None) -> None:
    assert said(text, name, Lang.EN) is kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("La sonde Courlis repart.", "Courlis", Kind.PRODUCT),
        ("Le quotidien Grand Large paraît.", "Grand Large", Kind.ORG),
        ("Dans la ville de Vaubrun, il pleut.", "Vaubrun", Kind.PLACE),
        ("Le maire de Vaubrun parle.", "Vaubrun", None),
    ],
)
def test_french_words_beside_a_name_say_what_it_is(text: str, name: str, kind: Kind | None) -> None:
    assert said(text, name, Lang.FR) is kind


def test_what_is_said_once_holds_for_the_text() -> None:
    text = "The Kestrel probe woke up. Engineers heard Kestrel at noon."
    tagged = [(4, 11, "PER"), (text.rindex("Kestrel"), text.rindex("Kestrel") + 7, "ORG")]
    names = refined(tagged, list(sentences(text, Lang.EN, a_block(text))), text, Lang.EN)
    assert {(name.span.of(text), name.kind) for name in names} == {("Kestrel", Kind.PRODUCT)}


def test_names_say_by_themselves_what_they_are() -> None:
    assert by_own_words(tokens("Ashwick Cup", Lang.EN), Lang.EN) is Kind.EVENT
    assert by_own_words(tokens("col du Vaubrun", Lang.FR), Lang.FR) is Kind.PLACE
    assert by_own_words(tokens("Cup", Lang.EN), Lang.EN) is None


def test_a_town_that_is_played_against_is_its_club() -> None:
    match = tokens("He scored twice in a win over Ashwick.", Lang.EN)
    war = tokens("A win over Ashwick ended the siege.", Lang.EN)
    assert is_club(match, 7, Lang.EN)
    assert not is_club(war, 3, Lang.EN)


def test_quoted_titles_are_whole() -> None:
    words = tokens('They played "Farewell to Old Ashwick" and "yes, we will stay".', Lang.EN)
    assert [" ".join(word.text for word in words[a:b]) for a, b in titles(words)] == [
        "Farewell to Old Ashwick"
    ]


@pytest.mark.parametrize("text", ["C'est dit.", "L'été vient.", "« C'est beau », dit-on.", "Qu'il vienne."])
def test_elisions_are_no_names(text: str) -> None:
    assert found(text, Lang.FR) == []


def test_an_office_is_no_name() -> None:
    text = "La ministre de la Culture parle à Paris."
    line = list(sentences(text, Lang.FR, a_block(text)))
    tagged = [(text.index("ministre"), text.index(" parle"), "ORG")]
    assert [name.span.of(text) for name in refined(tagged, line, text, Lang.FR)] == ["Paris"]


def test_ids_keep_every_letter() -> None:
    assert slug("cathédrale Notre-Dame de Vaubrun") == "cathedrale-notre-dame-de-vaubrun"
    assert slug("Le Grand Large") == "grand-large"


def test_a_double_surname_alone_is_the_person_named_before() -> None:
    names = [("Lina Ortega-Marin", Kind.PERSON), ("Ortega-Marin", Kind.PERSON)]
    assert (
        ids("Lina Ortega-Marin won. Ortega-Marin smiled.", Lang.EN, *names)
        == ["person:lina-ortega-marin"] * 2
    )


def test_a_name_within_a_longer_one_is_not_in_the_title() -> None:
    names = [("Tour de Vaubrun", Kind.EVENT), ("Vaubrun", Kind.PLACE)]
    text = "Le Tour de Vaubrun part. " + "Il pleut. " * 30 + "On dort à Vaubrun."
    found, _ = linked(text, Lang.FR, *names, title="Un Tour de Vaubrun sous la pluie")
    assert [mention.key for mention in found] == [True, False]
