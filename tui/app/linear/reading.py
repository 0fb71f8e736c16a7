"""A text in the linear mode: passage after passage, both sides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.app.linear import speech
from tui.app.ports import Kept, open_text
from tui.errors import NotFoundError
from tui.library.ids import number
from tui.locale import language, tr
from tui.model import wording
from tui.model.article import Lang
from tui.model.pair import Mode, Status
from tui.text.fold import fold
from tui.text.printable import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tui.app.ports import LibraryPort, Opened
    from tui.model.pair import Bead, Fact


class Reads:
    """The commands of a text; ``unit`` is the passage said last, from 0."""

    library: LibraryPort
    say: Callable[[str], None]
    text: Opened | None
    units: tuple[Bead, ...] = ()
    unit = 0
    side = Lang.FR
    only: Lang | None = None
    found = ""

    if TYPE_CHECKING:

        def say_all(self, lines: Iterable[str]) -> None:
            """Say lines."""
            ...

        def neighbour(self, step: int) -> bool:
            """Open the next or previous row."""
            ...

    @property
    def opened(self) -> Opened:
        """The text that is open; raises NotFoundError when none is."""
        if self.text is None:
            raise NotFoundError(tr("No text is open."))
        return self.text

    def open_text(self, public: str, segment: int | None = None) -> None:
        """Open a text where it was left, or at a segment of the article; say its titles and the passage."""
        if self.text is not None:
            self.save_place()
        text = open_text(self.library, public)
        self.library.opened([article.id for article in text.sides if article.id])
        named = next((article for article in text.sides if article.id == public), text.lead)
        start, self.side = (segment, named.lang) if segment is not None else (text.position, text.lead.lang)
        self.take(text)
        self.unit = next((at for at, bead in enumerate(self.units) if start in bead.side(self.side)), 0)
        self.say_all(speech.head(text, language()))
        self.say_passage()

    def take(self, text: Opened) -> None:
        """Take a text over, as it is now, with its notes and bookmarks; stay at the passage."""
        ids = [article.id for article in text.sides if article.id]
        notes = tuple(note for one in ids for note in self.library.notes_of(one))
        marks = tuple(mark for one in ids for mark in self.library.notes.bookmarks(number(one, "a")))
        self.text = replace(text, kept=Kept(notes, marks))
        self.side = self.side if text.side(self.side) else text.lead.lang
        self.units = speech.units(text, self.side)
        self.unit = min(self.unit, max(0, len(self.units) - 1))

    def say_passage(self) -> None:
        """Say the passage where the reader is."""
        if self.units:
            total = len(self.units)
            bead = self.units[self.unit]
            self.say_all(speech.passage(self.opened, self.unit + 1, total, bead, self.only))
            for line in speech.kept(self.opened, bead):
                self.say(line)

    def go_to_passage(self, number: int) -> None:
        """Go to a passage by its number, from 1."""
        if 1 <= number <= len(self.units):
            self.unit = number - 1
            self.say_passage()
        else:
            self.say(tr("There is no passage {number}.", number=number))

    def do_next_bead(self, _words: str) -> None:
        """Say the next passage."""
        if self.unit + 1 < len(self.units):
            self.go_to_passage(self.unit + 2)
        else:
            self.say(tr("That is all."))

    def do_previous_bead(self, _words: str) -> None:
        """Say the passage before."""
        self.go_to_passage(max(1, self.unit))

    def do_top(self, _words: str) -> None:
        """Say the first passage."""
        self.go_to_passage(1)

    def do_bottom(self, _words: str) -> None:
        """Say the last passage."""
        self.go_to_passage(len(self.units))

    def do_flip(self, _words: str) -> None:
        """Read along the other side, where the two are not translations."""
        text = self.opened
        if text.side(self.side.other) is None or (text.pair and text.pair.mode is Mode.ALIGNED):
            self.say(tr("Both sides are read together, or there is one."))
            return
        bead = self.units[self.unit]
        self.side = self.side.other
        self.units = speech.units(text, self.side)
        self.unit = next(iter(bead.side(self.side)), 0)
        self.say_passage()

    def do_show_fr(self, _words: str) -> None:
        """Say the French alone."""
        self._say_only(Lang.FR)

    def do_show_en(self, _words: str) -> None:
        """Say the English alone."""
        self._say_only(Lang.EN)

    def do_show_both(self, _words: str) -> None:
        """Say both sides."""
        self._say_only(None)

    def _say_only(self, lang: Lang | None) -> None:
        if lang is not None and self.opened.side(lang) is None:
            self.say(tr("This article has no other side."))
            return
        self.only = lang
        self.say_passage()

    def do_next_difference(self, _words: str) -> None:
        """Go to the next passage with a fact on which the sides differ, or that one side lacks."""
        self._to_difference(range(self.unit + 1, len(self.units)))

    def do_previous_difference(self, _words: str) -> None:
        """Go to the passage before with a fact on which the sides differ, or that one side lacks."""
        self._to_difference(range(self.unit - 1, -1, -1))

    def _to_difference(self, order: Iterable[int]) -> None:
        at = next((at for at in order if self._differs(self.units[at])), None)
        if at is None:
            self.say(tr("No other difference that way."))
        else:
            self.go_to_passage(at + 1)

    def _differs(self, bead: Bead) -> bool:
        gap = len(self.opened.sides) > 1 and not (bead.fr and bead.en)
        return gap or any(
            fact.status is Status.DIFFER and self._within(fact, bead) for fact in self.facts_here()
        )

    def _within(self, fact: Fact, bead: Bead) -> bool:
        article = self.opened.side(Lang.FR)
        spans = (article.segments[at] for at in bead.fr) if article and fact.fr else ()
        return any(fact.fr and span.start <= fact.fr.start < span.end for span in spans)

    def do_next_article(self, _words: str) -> None:
        """Open the next row of the list."""
        if not self.neighbour(1):
            self.say(tr("That is all."))

    def do_previous_article(self, _words: str) -> None:
        """Open the row before."""
        if not self.neighbour(-1):
            self.say(tr("That is all."))

    def do_facts(self, _words: str) -> None:
        """Say what both sides state, where they differ first."""
        order = (Status.DIFFER, Status.AGREE, Status.FR_ONLY, Status.EN_ONLY)
        ranked = sorted(self.facts_here(), key=lambda fact: order.index(fact.status))
        self.say_all(
            speech.fact(self.opened, number, fact, language()) for number, fact in enumerate(ranked, 1)
        )

    def facts_here(self) -> tuple[Fact, ...]:
        """Return the facts of the text that is open."""
        return self.opened.facts

    def do_entities(self, _words: str) -> None:
        """Say the people, places and things named."""
        self.say_all(speech.names(self.opened))

    def do_details(self, _words: str) -> None:
        """Say where the texts come from and why they were paired."""
        text = self.opened
        self.say_all(speech.head(text, language()))
        for clue in text.pair.evidence if text.pair else ():
            self.say(clean_line(wording.labelled(wording.clue(clue.kind), clue.detail)) + ".")

    def do_find_next(self, _words: str) -> None:
        """Go to the next passage that holds the words searched last."""
        self.find(self.found)

    def do_find_previous(self, _words: str) -> None:
        """Go to the passage before that holds them."""
        self.find(self.found, back=True)

    def find(self, words: str, *, back: bool = False) -> None:
        """Go to the next passage that holds words, or to the one before; round and round."""
        if not words:
            self.say(tr("Search for what? search and the words."))
            return
        self.found, wanted = words, fold(words)
        order = [*range(self.unit + 1, len(self.units)), *range(self.unit + 1)]
        order = [*reversed(order[:-1]), self.unit] if back else order
        at = next((at for at in order if wanted in fold(self._said(self.units[at]))), None)
        if at is None:
            self.say(tr("Not found: {words}", words=words))
        else:
            self.go_to_passage(at + 1)

    def _said(self, bead: Bead) -> str:
        return " ".join(
            article.segment_text(at) for article in self.opened.sides for at in bead.side(article.lang)
        )

    def save_place(self) -> None:
        """Keep the place for the next time."""
        lead = self.opened.lead
        here = self.units[self.unit].side(lead.lang) if self.units else ()
        if here and lead.id:
            self.library.set_position(lead.id, here[0])

    def close_text(self) -> None:
        """Keep the place and go back to the list."""
        self.save_place()
        self.text = None
        self.say(tr("Back in the list."))
