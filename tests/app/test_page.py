"""The reading page: rows that face each other, flowing text, places, marks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.fakes import alone, bridge, related
from tui.app.asking.finding import find
from tui.app.ports import Opened, printable
from tui.app.render.line import Layer, painted, plain
from tui.app.render.page import laid, marks
from tui.app.render.page.columns import NO_UNIT, aligned, flowing, revealed_lines
from tui.app.render.page.marks import Lit
from tui.app.render.page.pane import READING_ROW, Pane
from tui.model.article import Lang
from tui.model.pair import Bitext


def opened(bitext: Bitext) -> Opened:
    return Opened("p1", (bitext.fr, bitext.en), bitext.pair, bitext.facts)


@pytest.mark.parametrize("cells", [12, 30, 57, 80])
def test_beads_stand_on_the_same_lines(cells: int) -> None:
    fr, en = aligned(opened(bridge()), cells, "en")
    assert len(fr) == len(en)
    assert [line.unit for line in fr] == [line.unit for line in en]


@pytest.mark.parametrize("cells", [12, 30, 57, 80])
def test_every_letter_of_both_sides_is_on_the_page(cells: int) -> None:
    bitext = bridge()
    for article, column in zip((bitext.fr, bitext.en), aligned(opened(bitext), cells, "fr"), strict=True):
        shown = "".join(article.text[line.start : line.end] for line in column)
        assert "".join(shown.split()) == "".join(article.text.split())


@pytest.mark.parametrize("cells", [12, 57])
@pytest.mark.parametrize("height", [3, 12, 40])
@pytest.mark.parametrize("bitext", [bridge(), related()])
def test_what_is_laid_out_first_is_what_the_whole_page_shows(bitext: Bitext, cells: int, height: int) -> None:
    goals = [(side.lang, at) for side in (bitext.fr, bitext.en) for at in range(len(side.segments))]
    for text in (replace(opened(bitext), goal=goal) for goal in goals):
        held = laid.parts(text, text.sides, cells, "en", height)
        columns = [column for part in held for column in part.columns]
        wholes = [one for part in held for one in part.whole()]
        assert tuple(column for _, column in wholes) == laid.whole(text, text.sides, cells, "en", frozenset())
        starts = [Pane(column).line_of_char(*text.start) for column in columns if text.start]
        line = next(line for line in starts if line is not None)
        for start, column, (above, whole) in zip(starts, columns, wholes, strict=True):
            if len(held) == 1 or start is not None:
                assert Pane(column, line).shown(height) == Pane(whole, line + above).shown(height)


def test_a_gap_shows_on_the_side_that_says_nothing() -> None:
    fr, en = aligned(opened(bridge()), 57, "en")
    assert [line.unit for line in en if line.role == "gap"] == [6]
    assert not [line for line in fr if line.role == "gap"]


def test_rules_of_unequal_heads_are_level() -> None:
    bitext = bridge()
    long = replace(bitext.fr, title="Un titre qui prend sûrement plus d'une ligne sur une page si étroite")
    fr, en = aligned(opened(replace(bitext, fr=long)), 30, "en")
    assert [line.role for line in fr].index("rule") == [line.role for line in en].index("rule")


def test_text_flows_by_paragraphs() -> None:
    article = alone()
    column = flowing(article, 60, "en")
    lines = [article.text[line.start : line.end] for line in column if line.end]
    assert lines[0] == "Martha Quill tended the light for forty years. She leaves in"
    assert column[0].literal == "A lighthouse keeper retires"


def test_what_is_revealed_stands_under_its_passage() -> None:
    bitext = bridge()
    shown = revealed_lines(bitext.en, bitext.pair.beads[0], 60)
    column = flowing(bitext.fr, 60, "fr", [(0, shown)])
    notes = [index for index, line in enumerate(column) if line.role == "note"]
    assert notes
    assert column[notes[0] - 1].unit in {0, 1}


def test_places_survive_another_width() -> None:
    article = bridge().fr
    wide, narrow = Pane(flowing(article, 80, "fr")), Pane(flowing(article, 20, "fr"))
    char = article.text.index("fanfare")
    for pane in (wide, narrow):
        line = pane.line_of_char(Lang.FR, char)
        assert line is not None
        assert pane.column[line].start <= char < pane.column[line].end


def test_the_line_read_stays_near_the_top() -> None:
    pane = Pane(flowing(bridge().fr, 12, "fr"), cursor=20)
    assert pane.cursor - pane.top(20) == READING_ROW or pane.top(20) == len(pane.column) - 20
    assert Pane(pane.column, 0).top(20) == 0


def test_passages_are_gone_through_in_order() -> None:
    fr, _ = aligned(opened(bridge()), 57, "en")
    pane, seen = Pane(fr), []
    while (line := pane.next_unit(1)) is not None:
        pane = pane.go(line)
        seen.append(pane.unit)
    assert seen == [1, 2, 3, 4, 5, 6]
    assert Pane(fr).unit == 0
    assert Pane(()).unit == NO_UNIT


def test_names_are_lit_alike_on_both_sides() -> None:
    bitext = bridge()
    roles = [
        {(mark.role, article.text[mark.start : mark.end]) for mark in marks.names(article, Lit.ALL)}
        for article in (bitext.fr, bitext.en)
    ]
    assert {("place", "Lorme"), ("person", "Jeanne Aubert")} <= roles[0] & roles[1]


def test_the_chosen_name_is_lit_even_when_none_are() -> None:
    layers = marks.names(bridge().fr, Lit.NONE, "place:lorme")
    assert {layer.role for layer in layers} == {"place chosen"}


def test_only_facts_that_differ_are_marked() -> None:
    layers = marks.facts(bridge().facts, Lang.EN)
    assert [(bridge().en.text[a:b], role) for a, b, role in layers] == [("14 million euros", "differ")]


def test_layers_cut_a_text_where_they_meet() -> None:
    runs = painted("abcdef", 1, 6, [[Layer(0, 3, "org")], [Layer(2, 5, "match")]])
    assert [(run.text, run.role) for run in runs] == [
        ("b", "org"),
        ("c", "org match"),
        ("de", "match"),
        ("f", ""),
    ]
    assert plain(runs) == "bcdef"


def test_find_ignores_case_and_accents_and_line_breaks() -> None:
    found = find(opened(bridge()), "PREVU")
    assert [(lang, bridge().fr.text[a:b]) for lang, (a, b) in found] == [(Lang.FR, "prévu")]
    both = {lang for lang, _ in find(opened(bridge()), "Aubert")}
    assert both == {Lang.FR, Lang.EN}
    assert find(opened(related()), "  ") == ()


def test_hostile_text_keeps_its_length_and_loses_its_teeth() -> None:
    article = replace(alone(), text="a\x1b[2J b\x9b31m \u202eevil\x00 [/b] end")
    shown = printable(article)
    assert len(shown.text) == len(article.text)
    assert not set("\x1b\x9b\u202e\x00") & set(shown.text)
    assert "[/b]" in shown.text
